"""Lexicons: the words of a talk by the rules for English, or by the data of another language."""

from __future__ import annotations

from nuggets.english.words import is_content, split_words, stem
from nuggets.languages.names import has_english_rules
from nuggets.languages.words import Lexicon, load_lexicon

ENGLISH = Lexicon("en", split_words, is_content, stem)


def find_lexicon(code: str) -> Lexicon:
    """Find the lexicon for a language.

    >>> find_lexicon("unknown") is ENGLISH, find_lexicon("de") is ENGLISH
    (True, False)
    """
    return ENGLISH if has_english_rules(code) else load_lexicon(code)
