"""The word index at the end of a court's transcript."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, read, spoken

TALK = "MR. ROE:  Why was it late?\n\nTHE WITNESS:  It rained at 10:12.\n\n" * 6
WORDS = "able about above act adjourn after again ago agree ahead air all along also".split()
INDEX = "\n".join(f"{word} {40 - i}:2,{i} {i + 3}:{10 + i}  {50 - i}:{i}"
                  for i, word in enumerate(WORDS))  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\nA Reporting Company\n\n"])
def test_an_index_is_not_speech(between: str) -> None:
    """Words with their pages and lines are left out, page headers among them, too."""
    talk = read(f"{TALK}\n{INDEX.replace(chr(10), between, 1)}\n")
    assert talk.speakers == ("MR. ROE", "THE WITNESS")
    assert spoken(talk) == spoken(read(TALK))
    assert {left.reason for left in talk.left_out} >= {"word index"}
    check_nothing_lost(talk)


def test_times_are_no_index() -> None:
    """Lines with times that rise are the talk."""
    text = "".join(
        f"0:{i:02} ANN: At 0:{i:02} we go.\n0:{i + 1:02} BEN: So.\n" for i in range(20, 40)
    )
    assert len(read(text).turns) == 40
