"""Speaker names separated from the words by something other than a colon.

[Anna Lee] text               brackets without a colon, or `<Anna Lee>` as in a chat
Anna Lee - text               a dash of any length
Anna Lee | text               a bar or a tab, as in a table; perhaps with a time before
Anna Lee <anna@x.org>: text   an address of mail before the colon

A dash may be anywhere in a sentence, so a separator counts only where nearly every paragraph begins
with a name and it, and the names recur.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import bare_name, to_name

_NAME = r"(?P<name>[^\W_][^\t:|<>\[\]–—]{0,59}?)"
_SEPARATORS = (
    re.compile(r"\[(?P<name>[^\[\]:]{1,60})\]\s+(?=\S)"),
    re.compile(r"<(?P<name>[^<>:]{1,60})>\s+(?=\S)"),
    re.compile(rf"{_NAME}\s?<[^<>\s@]{{1,60}}@[^<>\s@]{{1,60}}>\s?:\s+"),
    re.compile(rf"{_NAME}\s{{0,3}}\|\s{{0,3}}(?=\S)"),
    re.compile(rf"{_NAME}[ \xa0]?\t\s{{0,3}}(?=\S)"),
    re.compile(rf"{_NAME}[ \xa0][-–—][ \xa0](?=\S)"),
    re.compile(rf"{_NAME}[–—](?=\S)"),
)
# Limits by eye.
_REACH = 140  # characters of a line in which its label must end
_LEAST_SHARE = 0.7  # of paragraphs, or of lines where there are none, that begin with a name
_MOST_DISTINCT = 0.5  # share of the labels that are different names
_LEAST_LABELS = 4
_TRIED = 400  # lines that are tried before all of them ...
_LEAST_TRIED = 0.2  # ... and the share of them that must begin with a name


def read_separated_names(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> list[LinePrefix | None] | None:
    """Read the names before separators as labels; None if the file has none.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    named = sum(prefix is not None and bool(prefix.name) for prefix in prefixes)
    if 2 * named > len(lines):
        return None
    starts = [i for i in range(len(lines)) if is_paragraph_edge(lines, i)]
    for pattern in _SEPARATORS:
        if len(_find(lines[:_TRIED], prefixes, pattern)) < _LEAST_TRIED * min(len(lines), _TRIED):
            continue
        found = _find(lines, prefixes, pattern)
        if len(found) < max(_LEAST_LABELS, named + 1):
            continue
        at_starts = sum(i in found for i in starts)
        places = starts if 2 * at_starts > len(found) else range(len(lines))
        share = sum(i in found for i in places) / len(places)
        distinct = len({prefix.name for prefix in found.values()})
        if share >= _LEAST_SHARE and 1 < distinct <= _MOST_DISTINCT * len(found):
            return merge_prefixes(prefixes, found)
    return None


def _find(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], pattern: re.Pattern[str]
) -> dict[int, LinePrefix]:
    """Find the lines that begin with a name and a separator."""
    found: dict[int, LinePrefix] = {}
    known: dict[tuple[LinePrefix, str, int], LinePrefix | None] = {}
    for i, line in enumerate(lines):
        prefix = prefixes[i] or EMPTY_PREFIX
        match = pattern.match(line.text[: prefix.stamp_end + _REACH], prefix.stamp_end)
        if match is None:
            continue
        key = (prefix, match["name"], match.end())
        if key not in known:
            known[key] = _read(*key)
        if named := known[key]:
            found[i] = named
    return found


def _read(prefix: LinePrefix, text: str, end: int) -> LinePrefix | None:
    """Add a name to the prefix of a line; None if the text cannot be one."""
    name = to_name(text)
    if not name or is_stage_direction(f"({bare_name(name)})"):
        return None
    return prefix._replace(name=name, label_end=end, mark="", has_colon=True)
