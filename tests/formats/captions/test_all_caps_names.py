"""In all-caps captions, a sentence before a colon is not a speaker."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import srt
from tests.formats.talks import check_runs, read, spoken

SAID = (
    "THE COMMITTEE WILL COME TO ORDER:\nGOOD MORNING, EVERYONE.",
    "ITEM ONE: THE WATER BILL.",
    ">> MAYOR: THANK YOU, MADAM CHAIR.",
    "THE POINT IS THIS: WE CANNOT WAIT.",
    ">> COUNCILOR REYES: I AGREE.\nAND MY QUESTION IS SIMPLE:",
    "WHO PAYS FOR IT?",
    ">> MAYOR: HERE IS THE ANSWER: THE STATE PAYS HALF.",
    "THE RESULT: NINE TO TWO.",
    ">> COUNCILOR REYES: AND THE OTHER HALF?",
    ">> THE QUESTION: CAN WE AFFORD IT?",
    ">> MAYOR: THE TOWN PAYS. REMEMBER: WE VOTED.",
)


@pytest.mark.parametrize("mark", [">> ", ""])
def test_sentences_in_capitals_are_no_speakers(mark: str) -> None:
    """With marks before the names or without, only those that are names are."""
    talk = read(srt(*(said.replace(">> ", mark) for said in SAID)))
    check_runs(talk)
    assert talk.speakers == ("MAYOR", "COUNCILOR REYES")
    assert spoken(talk)[:3] == [
        (
            None,
            "THE COMMITTEE WILL COME TO ORDER: GOOD MORNING, EVERYONE. ITEM ONE: THE WATER BILL.",
        ),
        ("MAYOR", "THANK YOU, MADAM CHAIR. THE POINT IS THIS: WE CANNOT WAIT."),
        ("COUNCILOR REYES", "I AGREE. AND MY QUESTION IS SIMPLE: WHO PAYS FOR IT?"),
    ]


def test_a_name_that_does_not_recur_is_nobodys() -> None:
    """It may be a sentence, so its words are neither its own nor those of the one before."""
    lines = ("MAYOR: WE BEGIN.", "REYES: GOOD.", "GOVERNOR HALE: NO.", "MAYOR: WELL.", "REYES: SO.")
    assert spoken(read(srt(*lines))) == [
        ("MAYOR", "WE BEGIN."),
        ("REYES", "GOOD."),
        (None, "GOVERNOR HALE: NO."),
        ("MAYOR", "WELL."),
        ("REYES", "SO."),
    ]


def test_the_title_of_somebody_is_a_name() -> None:
    """Others that begin with an article are not, however often they recur."""
    lines = ("THE CHAIR: WE BEGIN.", "THE QUESTION: WHO PAYS?", "MR. REYES: I DO.") * 3
    assert read(srt(*lines)).speakers == ("THE CHAIR", "MR. REYES")
