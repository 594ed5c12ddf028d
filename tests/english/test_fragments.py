"""Fragments are told from sentences."""

from __future__ import annotations

import pytest
from hypothesis import given

from nuggets.english.fragments import is_fragment
from tests.english.strategies import LONG, texts


@given(texts)
def test_marks_only_add_fragments(text: str) -> None:
    """Whatever is a fragment in talk without marks is one in talk with marks, too."""
    assert is_fragment(text, punctuated=True) >= is_fragment(text, punctuated=False)


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_are_judged_at_once(piece: str) -> None:
    """Judging a hundred thousand letters takes no longer than reading them."""
    text = piece * (100_000 // len(piece)) + "x"
    for judged in (text, "It " + text, "And " + text):
        assert is_fragment(judged, punctuated=True)  # no mark at its end


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Water stores heat and keeps it.", False),
        ("So the first thing we -", True),
        ("So the first thing we...", True),
        ("we ship in May and nobody minds", True),
        ("A hundred million dollars.", True),
        ("A very long pipe under the street.", True),
        ("We ship.", True),
        ("We ship in May.", False),
        ("She left the board yesterday.", False),
        ("So if we're willing to go to that level.", True),
        ("Because the pipes were old.", True),
        ("When the city paid for the harbor.", True),
        ("If you pay by the month, the fee falls.", False),
        ("If you build it they will come.", False),
        ("When I was a child we had no heat.", False),
        ("If the fee falls then nobody has to pay.", False),
        ("n None of this is possible without the harbor.", True),
        ("the The problem is that nobody pays.", True),
        ("The problem that I was tr gonna name is the fee.", True),
        ("We lost 20 km and 3 mm, vs. none last year.", False),
        ("GPT-3 API release, DALLE instruct GPT tech, fine tuning.", True),
        ("Just one thing very briefly, in terms of the fee.", True),
        ("When will the city pay for the pipes?", False),
        ("We hate fighting over fees.", False),
        ("Fine tuning costs a lot of money.", False),
        ('He said, "we are done."', False),
        ("人工智能很重要。", False),
        ("", True),
    ],
)
def test_fragments(text: str, is_one: bool) -> None:
    """What breaks off, has no verb or hardly a word is a fragment."""
    assert is_fragment(text, punctuated=True) is is_one


def test_openings_in_the_middle() -> None:
    """Where sentences begin with capitals, one that does not begins in the middle."""
    text = "because where people ask you, you say what you know."
    assert is_fragment(text, punctuated=True, cased=True)
    assert not is_fragment(text, punctuated=True)
    assert not is_fragment("iPhones are sold in every country.", punctuated=True, cased=True)
    assert not is_fragment("3 pipes are broken in the harbor.", punctuated=True, cased=True)


def test_fragments_without_punctuation() -> None:
    """Where a transcript has no marks, a missing mark means nothing; a missing verb still does."""
    assert not is_fragment("we ship in May and nobody minds", punctuated=False)
    assert is_fragment("a very long pipe under the street", punctuated=False)
