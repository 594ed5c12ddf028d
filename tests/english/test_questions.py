"""Questions are told by their marks, and by their words."""

from __future__ import annotations

import pytest
from hypothesis import given

from nuggets.english.questions import is_question, is_unmarked_question
from tests.english.strategies import LONG, texts


@given(texts)
def test_the_mark_at_the_end_decides(text: str) -> None:
    """Whatever is said before it, a question mark asks and a full stop does not."""
    assert is_question(f"{text}?")
    assert not is_question(f"{text}.")
    assert is_unmarked_question(f"so do you know {text}")


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_are_judged_at_once(piece: str) -> None:
    """Judging a hundred thousand letters takes no longer than reading them."""
    text = piece * (100_000 // len(piece)) + "x"
    assert not is_question(text)
    assert not is_unmarked_question("It " + text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What is it?", True),
        ("You walked, right?", True),
        ("“Who pays?”", False),  # folded texts have plain quotes
        ('He asked, "Who pays?"', True),
        ("Really?!", True),
        ("这是什么？", True),
        ("It is what it is.", False),
        ("What a day!", False),
        ("Who pays? Nobody.", False),
        ("", False),
    ],
)
def test_questions(text: str, asks: bool) -> None:
    """A sentence that ends with a question mark asks."""
    assert is_question(text) is asks
