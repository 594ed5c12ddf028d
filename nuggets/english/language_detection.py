"""Language detection: a warning where a transcript is not in English, which the rules are for."""

from __future__ import annotations

import re

SAMPLE = 200_000
"""Characters from the middle of a text that are enough to tell."""

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_COMMON_WORDS = frozenset(  # fewer than the stop words: the commonest ones of talk
    "a all and are as at be but can do for from get have he i if in is it just like me my no not of"
    " on or so that the they this to was we what with yeah yes you".split()
)
_MIN_ENGLISH_SHARE = 0.2  # of common words, by eye; talk in English has 0.4
_MIN_WORDS = 50  # by eye; of fewer the share says little


def language_warning(source: str) -> str | None:
    """Warn where a text is probably not in English.

    Returns:
        One line for the user; None for English and for texts that are too short to tell.

    >>> language_warning("And so we went to the harbor, and it was cold.") is None
    True
    >>> language_warning("今天我们讨论人工智能。")
    'most of the text is not in Latin script: it is read, but the rules are made for English'
    """
    start = max(0, (len(source) - SAMPLE) // 2)
    text = source[start : start + SAMPLE]
    letters = len(_LETTERS.findall(text))
    if letters and len(_LATIN.findall(text)) < letters / 2:
        return (
            "most of the text is not in Latin script: it is read, "
            "but the rules are made for English"
        )
    words = _WORD.findall(text.lower())
    common = sum(word in _COMMON_WORDS for word in words)
    if len(words) >= _MIN_WORDS and common < _MIN_ENGLISH_SHARE * len(words):
        return "the text does not look like English: it is read, but the rules are made for English"
    return None
