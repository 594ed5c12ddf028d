"""Who speaks: by labels, marks and tags, and by who spoke before; a colon is not a speaker."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


def test_a_label_holds_until_the_next_one() -> None:
    """Podcasts name who speaks where it changes."""
    talk = read(
        srt("Sarah: So where do\nwe go?", "And when?", "John: Now.", "I said.", "Sarah: Oh.")
    )
    check_runs(talk)
    assert spoken(talk) == [
        ("Sarah", "So where do we go? And when?"),
        ("John", "Now. I said."),
        ("Sarah", "Oh."),
    ]


def test_a_voice_tag_holds_until_the_next_one() -> None:
    """Where the file names a speaker only once."""
    talk = read(cues("<v John>So.", "And?", "<v Ann>No.", "Never.", "<v John>Oh."))
    assert spoken(talk) == [("John", "So. And?"), ("Ann", "No. Never."), ("John", "Oh.")]


def test_a_cue_without_a_tag_is_nobodys_where_each_has_one() -> None:
    """Meetings name who speaks in every cue, also twice in a row."""
    talk = read(cues("<v A>a</v>", "<v A>b</v>", "<v B>c</v>", "d", "<v B>e</v>", "<v B>f</v>"))
    assert spoken(talk) == [("A", "a b"), ("B", "c"), (None, "d"), ("B", "e f")]


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


def test_a_lone_dash_parts_the_speakers_of_a_cue() -> None:
    """As Google Meet writes its captions."""
    talk = read(
        cues(
            "(Ann Lee)\nbackground?\n-\n \n(Bob Day)\nSo far or else",
            "(Ann Lee)\nlet's go\n-\n\n(Bob Day)\nor so",
        )
    )
    assert spoken(talk) == [
        *(("Ann Lee", "background?"), ("Bob Day", "So far or else")),
        *(("Ann Lee", "let's go"), ("Bob Day", "or so")),
    ]


def test_dashes_of_a_dialogue_begin_turns() -> None:
    """Where a cue shows what two say; the dash is no word."""
    talk = read(srt("- Are you there?\n- Yes.", "I am here.", "-No."))
    check_runs(talk)
    assert spoken(talk) == [(None, t) for t in ("Are you there?", "Yes. I am here.", "No.")]


def test_dashes_elsewhere_are_punctuation() -> None:
    """A line that begins with one goes on."""
    lines = ("It was cold", "– Monday, that is –", "and so on.", "So it was.", "- 5 degrees")
    assert spoken(read(srt(*lines))) == [(None, " ".join(lines))]


def test_chevrons_without_a_name_are_somebody_else() -> None:
    """Who it is, nobody knows."""
    talk = read(srt(">> ANN: Hi.", ">> Yes.", "So.", ">> ANN: Oh.", ">> ANN: Well."))
    assert spoken(talk) == [("ANN", "Hi."), (None, "Yes. So."), ("ANN", "Oh. Well.")]


def test_teams_loses_tags() -> None:
    """A further part of an utterance is its speaker's; another utterance is nobody's."""
    guid = "6e1bdf9b-3c77-4441-9f7e-67031cc3b038"
    text = "WEBVTT\n\n" + "".join(
        f"{guid}/{name}\n00:00:0{i}.000 --> 00:00:0{i}.900\n{payload}\n\n"
        for i, (name, payload) in enumerate(
            [("4-0", "<v O&#39;Neil (External)>a</v>"), ("4-1", "b\nc"), ("7-0", "d")]
        )
    )
    talk = read(text)
    assert talk.format == "teams-vtt"
    assert spoken(talk) == [("O'Neil (External)", "a b c"), (None, "d")]


def test_zoom_takes_any_name() -> None:
    """What people call themselves, and what they call from; a cue without a name is nobody's."""
    names = (
        "Ann Lee",
        "+1 (555) 123-4567",
        "15551234567",
        "iPhone (2)",
        "jdoe",
        "Room 3 | HQ | A B C",
    )
    lines = [f"{name}: it is {i}: yes" for i, name in enumerate([*names, *names])]
    talk = read(cues(*lines, "and so on", "Ann Lee: right", numbers=True))
    assert talk.format == "zoom-vtt"
    assert talk.speakers == names
    assert spoken(talk)[-2:] == [(None, "and so on"), ("Ann Lee", "right")]
    assert spoken(talk)[0] == ("Ann Lee", "it is 0: yes")


def test_zoom_without_its_header_is_zoom() -> None:
    """Its numbers and points tell; what lost its header may not be whole."""
    lines = ("Ann Lee: So.", "+1 (555) 123-4567: Yes.", "iPhone (2): No.") * 2
    talk = read(cues(*lines, numbers=True, header=False))
    assert talk.format == "zoom-vtt"
    assert talk.speakers == ("Ann Lee", "+1 (555) 123-4567", "iPhone (2)")
    assert len(talk.warnings) == 1


@pytest.mark.parametrize(
    "number", ["+1 (555) 123-4567", "+31612345678", "15551234567", "1555***67"]
)
def test_a_phone_number_is_a_speaker_beside_names(number: str) -> None:
    """As in what Zoom wrote and somebody converted; two years are none."""
    lines = ("Ann Lee: So it was.", f"{number}: Yes.", "1939-1945: the war", "on we go") * 3
    assert read(srt(*lines)).speakers == ("Ann Lee", number)
