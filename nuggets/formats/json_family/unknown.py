"""What to say of JSON that is no transcript of a known kind, without quoting it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,30}\Z")  # other keys may be words that are said
_MOST_KEYS = 6
_EXPECTED = (
    'expected a list of what is said, each with "text" and with "speaker", or "start" and "end"'
)


def tell_keys(root: Any) -> str:
    """Tell which keys a JSON value has at its top, and what was expected.

    Args:
        root: An object or a list; anything else has no keys.
    """
    where, node = "at the top", root
    if isinstance(root, list):
        where, node = "in the first object", next((a for a in root if isinstance(a, dict)), {})
    found = quote_keys(node) if isinstance(node, dict) else ""
    return f"{_EXPECTED}; found {where}: {found}" if found else _EXPECTED


def quote_keys(keys: Iterable[str]) -> str:
    """List those keys that are surely no words of a talk, up to a few; "" if none is."""
    told = [key for key in keys if _IDENTIFIER.match(key)]
    more = ", ..." if len(told) > _MOST_KEYS else ""
    return ", ".join(f'"{key}"' for key in told[:_MOST_KEYS]) + more
