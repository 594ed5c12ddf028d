"""Names above the text of cues: in identifiers, or on lines of their own."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken

SAID = ("We begin.", "With what?", "With the bridge.", "Yes.", "It was closed.", "In May.")
NAMES = ("Margaret Hale", "Tom Reyes")
TURNS = [(NAMES[i % 2], said) for i, said in enumerate(SAID)]


def write(identifiers: str = "", above: str = "") -> str:
    """Write cues with an identifier and a first line, each with the place of the name and more."""
    blocks = ["WEBVTT"]
    for i, (name, said) in enumerate(TURNS):
        identifier = identifiers.format(name=name, i=i + 1)
        times = f"00:00:0{i}.000 --> 00:00:0{i}.900"
        lines = (identifier, times, above.format(name=name), said)
        blocks.append("\n".join(line for line in lines if line))
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("identifiers", "format"),
    [
        ('{i} "{name}" (1234567)', "vtt"),
        ('"{name}" (1234567)', "vtt"),
        ('{i} "{name}"', "vtt"),
    ],
)
def test_names_in_identifiers_are_speakers(identifiers: str, format: str) -> None:
    """As Webex writes them."""
    talk = read(write(identifiers))
    check_runs(talk)
    assert (talk.format, spoken(talk)) == (format, TURNS)


def test_a_cue_whose_identifier_names_nobody_is_nobodys() -> None:
    """The speaker before does not go on."""
    text = write('{i} "{name}" (12)').replace(f'4 "{NAMES[1]}"', '4 ""')
    assert spoken(read(text))[3] == (None, "Yes.")


@pytest.mark.parametrize(
    ("identifiers", "format"),
    [("", "vtt"), ("{i}", "vtt"), ("6e1bdf9b-0000-4000-8000-0b2a1c3d4e{i:02}", "teams-vtt")],
)
def test_names_on_the_first_line_are_speakers(identifiers: str, format: str) -> None:
    """As older files of Teams have them."""
    talk = read(write(identifiers, "{name}"))
    check_runs(talk)
    assert (talk.format, spoken(talk)) == (format, TURNS)


@pytest.mark.parametrize(
    "firsts",
    [
        ("So Margaret Hale", "and Tom Reyes", "So Margaret Hale", "and Tom Reyes"),
        ("Margaret", "Tom", "Ann Lee", "Ben Day"),
        ("Margaret Hale.", "Tom Reyes!", "Margaret Hale.", "Tom Reyes!"),
        ("Margaret Hale", "Tom Reyes", "We went there", "and Tom Reyes"),
    ],
)
def test_first_lines_of_captions_are_words(firsts: tuple[str, ...]) -> None:
    """Unless they are names that recur in nearly all cues."""
    text = cues(*(f"{first}\nwent to the bridge" for first in firsts))
    assert read(text).speakers == ()


ABOVE_AT_CHANGES = (
    "{0}\nWe begin with the bridge.",
    "It has been closed since May.",
    "{1}\nAnd nobody told the schools?",
    "{0}\nWe told them in June. {sound}",
    "{sound}",
    "{1}\nThat was too late for us.",
    "{0}\nI know,\n{1}\nand so do we.",
)


@pytest.mark.parametrize(
    "names", [("Tom Reyes", "Ada van den Berg"), ("TOM REYES", "ADA"), ("Tom", "Ada")]
)
@pytest.mark.parametrize("style", ["({})", "[{}]", "({}):"])
@pytest.mark.parametrize("sound", ["(laughs)", "[Crowd Cheering]"])
def test_names_in_brackets_above_the_words_are_speakers(
    names: tuple[str, str], style: str, sound: str
) -> None:
    """Also where they stand only at a change of speakers; sounds stay in the words."""
    one, other = (style.format(name) for name in names)
    lines = [line.format(one, other, sound=sound) for line in ABOVE_AT_CHANGES]
    talk = read(srt(*lines))
    check_runs(talk)
    assert spoken(talk) == [
        (names[0], "We begin with the bridge. It has been closed since May."),
        (names[1], "And nobody told the schools?"),
        (names[0], f"We told them in June. {sound} {sound}"),
        (names[1], "That was too late for us."),
        (names[0], "I know,"),
        (names[1], "and so do we."),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(Crowd Cheering)", "(Dramatic Music)"),
        ("[Door Opens]", "[Phone Ringing]"),
        ("(MUSIC)", "(APPLAUSE)"),
        ("(Sighs)", "(Speaking Spanish)"),
        ("(RUSTLES)", "(CLATTERS)"),
    ],
)
def test_sounds_above_the_words_are_no_names(one: str, other: str) -> None:
    """However often they recur, nobody is called so; what may be a name must begin the talk."""
    lines = [
        "So we went on.",
        "And on.",
        "On.",
        *(f"{one}\nCome.", f"{other}\nYes.", "So.", "No.") * 3,
    ]
    assert read(srt(*lines)).speakers == ()


def test_a_name_above_no_words_is_none() -> None:
    """What stands in a cue of its own is heard, and is said of nobody."""
    lines = [
        "(Big Organ)\nPlease rise.",
        "(Old Gavel)\nOrder.",
        "(Big Organ)",
        "(Old Gavel)",
        "Yes.",
    ]
    assert read(srt(*lines * 3)).speakers == ()


@pytest.mark.parametrize(
    "scenes",
    [
        ("(Rain)", "(Thunder Rolls)", "(Door Bell)", "(Paris)", "(Rain)", "(Rain)"),
        ("[Chicago, 1999]", "[Later]", "[Later]", "[Present Day]", "[Later]", "[Present Day]"),
    ],
)
def test_where_and_when_a_film_goes_on_is_nobody(scenes: tuple[str, ...]) -> None:
    """Weather, places and times in brackets above the words name no speakers, however often."""
    blocks = [
        f"{i + 1}\n00:00:0{i},000 --> 00:00:0{i},900\n{scene}\n{said}"
        for i, (scene, said) in enumerate(zip(scenes, SAID, strict=True))
    ]
    assert read("\n\n".join(blocks)).speakers == ()
