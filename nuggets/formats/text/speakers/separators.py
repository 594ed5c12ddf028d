"""Names that something else than a colon sets apart from the words behind.

[Anna Lee] text               brackets without a colon, or `<Anna Lee>` as in a chat
Anna Lee - text               a dash of any length
Anna Lee | text               a bar or a tab, as in a table; perhaps with a time before
Anna Lee <anna@x.org>: text   an address of mail before the colon

A dash may stand anywhere, so a way counts only where nearly every paragraph begins so and a few
names recur in turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import bare_name, to_name

_NAME = r"(?P<name>[^\W_][^\t:|<>\[\]–—]{0,59}?)"
_WAYS = (
    re.compile(r"\[(?P<name>[^\[\]:]{1,60})\]\s+(?=\S)"),
    re.compile(r"<(?P<name>[^<>:]{1,60})>\s+(?=\S)"),
    re.compile(rf"{_NAME}\s?<[^<>\s@]{{1,60}}@[^<>\s@]{{1,60}}>\s?:\s+"),
    re.compile(rf"{_NAME}\s{{0,3}}\|\s{{0,3}}(?=\S)"),
    re.compile(rf"{_NAME}[ \xa0]?\t\s{{0,3}}(?=\S)"),
    re.compile(rf"{_NAME}[ \xa0][-–—][ \xa0](?=\S)"),
    re.compile(rf"{_NAME}[–—](?=\S)"),
)
_REACH = 140  # characters of a line in which its label must end
_LEAST_SHARE = 0.7  # of paragraphs, or of lines where there are none, that begin with a name
_MOST_NAMES = 0.5  # of the labels that may be different names
_LEAST_LABELS = 4
_TRIED = 400  # lines by which it is known that a way is not worth all of them ...
_LEAST_TRIED = 0.2  # ... and the share that must begin so


def read_separated_names(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> list[LinePrefix | None] | None:
    """Read such names into the prefixes of their lines; None if the file has none.

    Args:
        lines: All lines of the file.
        prefixes: What could stand before the words of each.
    """
    named = sum(prefix is not None and bool(prefix.name) for prefix in prefixes)
    if 2 * named > len(lines):
        return None
    starts = [i for i, line in enumerate(lines) if line.blank == "\n\n" or not i]
    for way in _WAYS:
        if len(_find(lines[:_TRIED], prefixes, way)) < _LEAST_TRIED * min(len(lines), _TRIED):
            continue
        found = _find(lines, prefixes, way)
        if len(found) < max(_LEAST_LABELS, named + 1):
            continue
        at_starts = sum(i in found for i in starts)
        places = starts if 2 * at_starts > len(found) else range(len(lines))
        share = sum(i in found for i in places) / len(places)
        distinct = len({prefix.name for prefix in found.values()})
        if share >= _LEAST_SHARE and 1 < distinct <= _MOST_NAMES * len(found):
            return [found.get(i, prefix) for i, prefix in enumerate(prefixes)]
    return None


def _find(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], way: re.Pattern[str]
) -> dict[int, LinePrefix]:
    """Find the lines that begin with a name in one way."""
    found: dict[int, LinePrefix] = {}
    known: dict[tuple[LinePrefix, str, int], LinePrefix | None] = {}
    for i, line in enumerate(lines):
        prefix = prefixes[i] or _NO_LABEL
        match = way.match(line.text[: prefix.stamp_end + _REACH], prefix.stamp_end)
        if match is None:
            continue
        key = (prefix, match["name"], match.end())
        if key not in known:
            known[key] = _read(*key)
        if named := known[key]:
            found[i] = named
    return found


def _read(prefix: LinePrefix, text: str, end: int) -> LinePrefix | None:
    """Read a name into the prefix of a line; None if it cannot be one."""
    name = to_name(text)
    if not name or is_stage_direction(f"({bare_name(name)})"):
        return None
    return prefix._replace(name=name, label_end=end, mark="", has_colon=True)


_NO_LABEL = LinePrefix(None, False, "", None, None, "", 0, 0, 0, 0, True)
