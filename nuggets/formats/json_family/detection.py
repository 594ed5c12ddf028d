"""Detection of JSON formats by their keys, with searches in the text and without parsing it."""

from __future__ import annotations

import re
from functools import cache

_OBJECT = re.compile(r'[ \t\r\n\ufeff]*+\{[ \t\r\n]*+"')
_LIST = re.compile(r'[ \t\r\n\ufeff]*+\[[ \t\r\n]*+\{[ \t\r\n]*+"')


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
