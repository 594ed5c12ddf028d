"""Recognition by keys: cheap looks at a text that may be JSON, without reading it."""

from __future__ import annotations

import re
from functools import cache

_OBJECT = re.compile(r'[ \t\r\n\ufeff]*+\{[ \t\r\n]*+"')
_LIST = re.compile(r'[ \t\r\n\ufeff]*+\[[ \t\r\n]*+\{[ \t\r\n]*+"')


def is_object(source: str) -> bool:
    """Whether a text begins like a JSON object with a member."""
    return _OBJECT.match(source) is not None


def is_list(source: str) -> bool:
    """Whether a text begins like a JSON list of objects."""
    return _LIST.match(source) is not None


def has_keys(source: str, *keys: str) -> bool:
    """Whether all of these are keys somewhere in a JSON text.

    Within a string the quotation marks would be escaped, so nothing that is said is taken for one.
    """
    return all(_pattern(key).search(source) is not None for key in keys)


@cache  # one pattern a key of the formats
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf'"{re.escape(key)}"[ \t\r\n]*+:')
