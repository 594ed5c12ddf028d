"""Labels in the text are speakers however they are written; other words before colons are not."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


@pytest.mark.parametrize(
    "lines",
    [
        ("On the integration question you raised: we already did.", "I see.", "Well then."),
        ("The point is: no.", "Remember one thing: never.", "Sarah: hi", "And so: yes"),
        ("and then he said: no", "so the answer: yes", "and the other: no"),
        ("It is 10:30 now.", "See https://a.b: yes", "Note: it rains.", "Note: it pours."),
    ],
)
def test_a_colon_is_not_a_speaker(lines: tuple[str, ...]) -> None:
    """Where words before colons vary like prose, nobody is named and nothing is cut."""
    for text in (srt(*lines), cues(*lines)):
        talk = read(text)
        assert talk.speakers == ()
        assert " ".join(turn.text for turn in talk.turns) == " ".join(lines)


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("[SPEAKER_00]: ", "[SPEAKER_01]: ", ("SPEAKER_00", "SPEAKER_01")),
        ("[Speaker 1] ", "[Speaker 2] ", ("Speaker 1", "Speaker 2")),
        ("SPEAKER_00: ", "SPEAKER_01: ", ("SPEAKER_00", "SPEAKER_01")),
        (">> ANN: ", ">> BOB LEE: ", ("ANN", "BOB LEE")),
        ("&gt;&gt; ANN: ", "&gt;&gt; BOB LEE: ", ("ANN", "BOB LEE")),
        ("<b>Ann:</b> ", "<b>Bob Lee:</b> ", ("Ann", "Bob Lee")),
        ("- Ann: ", "- Bob: ", ("Ann", "Bob")),
        ("(Ann Lee)\n", "(Bob Day)\n", ("Ann Lee", "Bob Day")),
        ("王伟：", "李娜：", ("王伟", "李娜")),
        ("Dr. Anna Lee (she/her): ", "TERRY GROSS, HOST: ", None),
    ],
)
def test_labels_in_many_ways(first: str, second: str, names: tuple[str, str] | None) -> None:
    """In brackets, after marks, in bold, in parentheses on a line of their own."""
    one, other = names or (first.strip(": "), second.strip(": "))
    lines = (f"{first}Hi.", f"{second}Yes.", f"{first}No.", f"{second}Oh.")
    for text in (srt(*lines), cues(*lines)):
        talk = read(text)
        check_runs(talk)
        assert spoken(talk) == [(one, "Hi."), (other, "Yes."), (one, "No."), (other, "Oh.")]


def test_directions_are_no_names() -> None:
    """Lines in parentheses count as names only where most cues have one that recurs."""
    lines = ("So it was.", "(Laughter)", "And so on.", "(Applause)", "(Laughter)", "Yes.", "No.")
    assert read(srt(*lines)).speakers == ()


@pytest.mark.parametrize(
    "number", ["+1 (555) 123-4567", "+31612345678", "15551234567", "1555***67"]
)
def test_a_phone_number_is_a_speaker_beside_names(number: str) -> None:
    """As in what Zoom wrote and somebody converted; two years are none."""
    lines = ("Ann Lee: So it was.", f"{number}: Yes.", "1939-1945: the war", "on we go") * 3
    assert read(srt(*lines)).speakers == ("Ann Lee", number)
