"""Detection of JSON formats by their keys, with searches in the text and without parsing it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nuggets.formats.json_family.keys import (
    CHANNELS,
    CHILDREN,
    DURATIONS,
    SPEAKERS,
    STARTS,
    TEXTS,
    WEAK_SPEAKERS,
    fold_key,
    is_of_speakers,
)

_SAYS = frozenset((*TEXTS, *CHILDREN))
_WHO = frozenset((*SPEAKERS, *WEAK_SPEAKERS, *CHANNELS))
_WHEN = tuple(key for key in (*STARTS, *DURATIONS) if len(key) > 2)

_KEY = re.compile(r'"([A-Za-z_@$][A-Za-z0-9_-]{0,30})"[ \t\r\n]*+:')
_OBJECT = re.compile(r'[ \t\r\n\ufeff]*+\{[ \t\r\n]*+"')
_LIST = re.compile(r'[ \t\r\n\ufeff]*+\[[ \t\r\n]*+(?:\[[ \t\r\n]*+)?+\{[ \t\r\n]*+"')


def looks_like_object(source: str) -> bool:
    """Whether a text begins like a JSON object with a member."""
    return _OBJECT.match(source) is not None


def looks_like_list(source: str) -> bool:
    """Whether a text begins like a JSON list of objects."""
    return _LIST.match(source) is not None


def has_keys(source: str, *keys: str) -> bool:
    """Whether all of these are keys somewhere in a JSON text, at any depth.

    Quotation marks within a string are escaped, so that spoken words are never taken for a key.
    """
    return all(_pattern(key).search(source) is not None for key in keys)


@cache  # as many as the formats name keys
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf'"{re.escape(key)}"[ \t\r\n]*+:')


def has_talk_keys(source: str) -> bool:
    """Whether a text is JSON with members that say something, and others that say who or when."""
    if not (looks_like_object(source) or looks_like_list(source)):
        return False
    has_text = has_who_or_when = False
    for match in _KEY.finditer(source):
        kind = _kind_of(match[1])
        has_text = has_text or kind == "text"
        has_who_or_when = has_who_or_when or kind == "who or when"
        if has_text and has_who_or_when:
            return True
    return False


@lru_cache(maxsize=4096)  # a file repeats few keys
def _kind_of(key: str) -> str:
    """Return what a key is likely to be: "text", "who or when", or "" for others."""
    folded = fold_key(key)
    if folded in _SAYS:
        return "text"
    is_name = folded in _WHO or is_of_speakers(folded)
    is_time = folded.startswith(_WHEN) or folded == "date"
    return "who or when" if is_name or is_time else ""
