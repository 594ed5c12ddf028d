"""Noun phrases stand in the text and end with nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.noun_phrases import MAX_PHRASE_WORDS, find_noun_phrases
from nuggets.english.words import fold

WORDS = (
    "the a of slow takeoff AGI, leaves boils Dana's three C++ to we is (and) loved making".split()
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)).map(fold))
def test_phrases_stand_in_the_text(text: str) -> None:
    """Each phrase is a few neighbouring words of the text, at the place that it names."""
    for at, words in find_noun_phrases(text):
        assert 1 <= len(words) <= MAX_PHRASE_WORDS
        assert at >= 0
        assert " ".join(words) in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The slow takeoff is safer.", ["slow takeoff"]),
        ("Dana pays for the old boiler's steel pipes.", ["steel pipes"]),
        ("Engineering is a discipline of statements.", ["discipline", "statements"]),
        ("They confuse us.", []),
        ("", []),
    ],
)
def test_phrases_of_sentences(text: str, phrases: list[str]) -> None:
    """Verbs, adjectives and pronouns are no phrases; nouns with what describes them are."""
    found = [" ".join(words).strip(".") for _, words in find_noun_phrases(text)]
    assert set(phrases) <= set(found)
    assert bool(found) == bool(phrases)
