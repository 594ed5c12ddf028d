"""What to say of JSON that is no transcript of a known kind, without quoting it."""

from __future__ import annotations

import re
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
    keys = [key for key in node if _IDENTIFIER.match(key)] if isinstance(node, dict) else []
    more = ", ..." if len(keys) > _MOST_KEYS else ""
    found = ", ".join(f'"{key}"' for key in keys[:_MOST_KEYS])
    return f"{_EXPECTED}; found {where}: {found}{more}" if found else _EXPECTED
