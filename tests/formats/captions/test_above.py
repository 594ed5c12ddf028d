"""Names that stand above the words of every cue."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues
from tests.formats.talks import check_runs, read, spoken

SAID = ("We begin.", "With what?", "With the bridge.", "Yes.", "It was closed.", "In May.")
NAMES = ("Margaret Hale", "Tom Reyes")
TURNS = [(NAMES[i % 2], said) for i, said in enumerate(SAID)]


def write(idents: str = "", above: str = "") -> str:
    """Write cues with an identifier and a first line, each with the place of the name and more."""
    blocks = ["WEBVTT"]
    for i, (name, said) in enumerate(TURNS):
        ident = idents.format(name=name, i=i + 1)
        times = f"00:00:0{i}.000 --> 00:00:0{i}.900"
        lines = (ident, times, above.format(name=name), said)
        blocks.append("\n".join(line for line in lines if line))
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("idents", "format"),
    [
        ('{i} "{name}" (1234567)', "vtt"),
        ('"{name}" (1234567)', "vtt"),
        ('{i} "{name}"', "vtt"),
    ],
)
def test_names_in_identifiers_are_speakers(idents: str, format: str) -> None:
    """As Webex writes them."""
    talk = read(write(idents))
    check_runs(talk)
    assert (talk.format, spoken(talk)) == (format, TURNS)


def test_a_cue_whose_identifier_names_nobody_is_nobodys() -> None:
    """The speaker before does not go on."""
    text = write('{i} "{name}" (12)').replace(f'4 "{NAMES[1]}"', '4 ""')
    assert spoken(read(text))[3] == (None, "Yes.")


@pytest.mark.parametrize(
    ("idents", "format"),
    [("", "vtt"), ("{i}", "vtt"), ("6e1bdf9b-0000-4000-8000-0b2a1c3d4e{i:02}", "teams-vtt")],
)
def test_names_on_the_first_line_are_speakers(idents: str, format: str) -> None:
    """As older files of Teams have them."""
    talk = read(write(idents, "{name}"))
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
