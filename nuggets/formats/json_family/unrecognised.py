"""Error messages for JSON that is no known transcript: its keys, but never its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

EXTRA_DATA = "Extra data"
"""How the message of Python's json begins where text follows the end of the JSON."""

NESTED_TOO_DEEPLY = "the JSON is nested too deeply"

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,30}\Z")  # other keys may hold spoken words
_MAX_KEYS = 6  # in a message
_EXPECTED = (
    'expected a list of what is said, each with "text" and with "speaker", or "start" and "end"'
)


def describe_syntax_error(error: json.JSONDecodeError) -> str:
    """Describe where Python's json could not go on, for an error at that place."""
    return f"the JSON breaks off here: {error.msg[:1].lower()}{error.msg[1:]}"


def describe_keys(root: Any) -> str:
    """Describe the keys at the top of a JSON value, and what was expected.

    Args:
        root: An object or a list; of anything else no keys are named.
    """
    where, node = "at the top", root
    if isinstance(root, list):
        where, node = "in the first object", next((a for a in root if isinstance(a, dict)), {})
    found = list_keys(node) if isinstance(node, dict) else ""
    return f"{_EXPECTED}; found {where}: {found}" if found else _EXPECTED


def list_keys(keys: Iterable[str]) -> str:
    """Join the first keys that are identifiers, and so no spoken words; "" if none is."""
    identifiers = [key for key in keys if _IDENTIFIER.match(key)]
    more = ", ..." if len(identifiers) > _MAX_KEYS else ""
    return ", ".join(f'"{key}"' for key in identifiers[:_MAX_KEYS]) + more
