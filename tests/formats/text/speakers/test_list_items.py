"""Keys of list items that look like speaker labels."""

from __future__ import annotations

import pytest

from tests.formats.talks import read, spoken

BACK_AND_FORTH = "Anna Lee: The dam is old.\nBen Kay: It makes power.\n" * 6


@pytest.mark.parametrize(
    "points",
    [
        "Anna Lee: Here is my rule:\nRule One: never trust a dam.\nBottom Line: fish want water.\n",
        "Anna Lee: Three:\nMajor Flaw: the dam.\nQuick Fix: a ladder.\nMajor Flaw: no.\n",
        "Anna Lee: See.\nProblem: The dam.\nSolution: A ladder.\nProblem: No.\n",
    ],
)
def test_points_of_a_list_are_no_speakers(points: str) -> None:
    """Keys of a list stay in the turn, and similar names count."""
    talk = read(BACK_AND_FORTH + "Audience Member: What about eels?\n" + points + "Ben Kay: Yes.\n")
    assert talk.speakers == ("Anna Lee", "Ben Kay", "Audience Member")
    assert talk.turns[-2].text == points.removeprefix("Anna Lee: ").rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "Monday: we went.\nTuesday: we rested.\nFriday: we left.",
        "Red: we went.\nGreen: we rested.\nBlue: we left.",
        "Breakfast: eggs.\nLunch: bread.\nBreakfast: eggs.\nLunch: soup.",
        "Monday: we went.\nTuesday: we rested.\nMonday: again.\nTuesday: no.",
        "From: Anna Lee <a@b.org>\nTo: Ben\nSubject: The dam\nDate: Monday\nWe said: no.",
        "Present: Anna, Ben\nItem 1: Budget\nIt was agreed: 300.\nAction: Ben calls.\nItem 2: Roof",
        "Flour: 200 g\nMilk: 300 ml\nEggs: 2\nMethod: Mix it all.\nTip: let it rest.",
    ],
)
def test_a_list_alone_names_nobody(text: str) -> None:
    """Days, meals, and labels that occur once each are no speakers."""
    assert spoken(read(text)) == [(None, text)]
