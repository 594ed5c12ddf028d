"""Lexicons: English by its rules, all others by data."""

from __future__ import annotations

import pytest

from nuggets.english.lexicons import ENGLISH, find_lexicon
from nuggets.english.words import split_terms
from nuggets.languages.names import LANGUAGES


@pytest.mark.parametrize("code", [*LANGUAGES, "other", "unknown"])
def test_only_english_has_english_words(code: str) -> None:
    """A talk that is too short to tell is taken for English, and no other one is."""
    assert (find_lexicon(code) is ENGLISH) == (code in ("en", "unknown"))
    assert find_lexicon(code).code == (code if code != "unknown" else "en")


def test_terms_of_english_are_those_of_its_rules() -> None:
    """The lexicon adds nothing of its own."""
    text = "Aligning OpenAI's systems is about alignment, and the US knows."
    assert ENGLISH.split_terms(text) == split_terms(text)
