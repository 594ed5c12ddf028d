"""Word lists of languages, which spaCy has and `make language-data` takes out of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

STOP_WORDS = "stop_words"
ABBREVIATIONS = "abbreviations"


def load_words(kind: str, code: str) -> frozenset[str]:
    """Load a list of a language.

    Args:
        kind: `STOP_WORDS`, or `ABBREVIATIONS` without their full stop.
        code: Of the language.

    Returns:
        Words in lower case; none where spaCy has no such list.
    """
    return frozenset(_load()[kind].get(code, "").split())


@lru_cache(maxsize=1)
def stop_word_lists() -> Mapping[str, frozenset[str]]:
    """Load the stop words of every language that has some, by its code."""
    return {code: load_words(STOP_WORDS, code) for code in _load()[STOP_WORDS]}


@lru_cache(maxsize=1)
def _load() -> Mapping[str, Mapping[str, str]]:
    file = resources.files("nuggets.languages").joinpath("word_lists.json")
    lists: Mapping[str, Mapping[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return lists
