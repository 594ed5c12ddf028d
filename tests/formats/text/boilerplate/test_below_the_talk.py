"""What stands below a talk: the end of a letter, footnotes, comments of readers."""

from __future__ import annotations

import pytest

from tests.formats.talks import read, spoken

TALK = "Ann: It broke.[1]\n\nBob: When?\n\nAnn: On Monday.\n\nBob: I see.\n"
TURNS = [("Ann", "It broke.[1]"), ("Bob", "When?"), ("Ann", "On Monday."), ("Bob", "I see.")]


@pytest.mark.parametrize(
    "below",
    [
        "Best,\nAnn\n",
        "Kind regards\nCarla Voss\nHead of Operations\n",
        "Mit freundlichen Grüßen,\nCarla Voss\n",
        "Sent from my phone\n",
        "Cheers,\nAnn\n\nSent from my iPad\n",
        "--\nCarla Voss\n",
        "[1] The pump of the mill.\n[2] Another one.\n",
        "Comments\n\nDora: I liked it.\n\nEmil: So did I.\n",
        "3 Replies\n\nDora: I liked it.\n",
    ],
)
def test_what_is_below_the_talk_is_not_said_by_the_last_speaker(below: str) -> None:
    """Whoever signs a letter, comments or writes a footnote has not spoken."""
    assert spoken(read(TALK + "\n" + below)) == TURNS


@pytest.mark.parametrize("said", ["Thanks.", "Best of all was the dam.", "[2] It is not in it."])
def test_last_words_are_said(said: str) -> None:
    """A last paragraph of the last speaker stays, where it is no end of a letter."""
    assert spoken(read(f"{TALK}\n{said}\n"))[-1] == ("Bob", f"I see.\n\n{said}")
