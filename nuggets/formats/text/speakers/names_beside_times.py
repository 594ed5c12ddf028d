"""Names with a bare time beside them, before the words, in the ways that one line cannot tell.

Speaker 0    00:00:03    text      Rev.ai: blanks or tabs between
[Anna Lee 00:00:03] text           both in one pair of brackets
Anna Lee | 00:03 | text            a row of a table
Anna Lee: 00:03 text               the time behind the colon, or alone with it, the words below
Anna Lee 00:00:03                  one blank between, the words below
Speaker 1 00:03 text               or behind

A time may be said, and two words before it may be anything, so a way counts only where the file is
full of it, its times is_rising and its names recur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import RANGE, LinePrefix
from nuggets.formats.text.speakers.names import is_numbered, to_name, to_timed_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import parse_clock

_REACH = 140  # characters of a line in which its time must end
_NEAR = re.compile(r"[0-9]:[0-5][0-9]")
_NAME = r"(?P<name>[^\W_][^\[\](){}<>:：\t]{0,59}?)"
_GAP = r"(?:[ \xa0]{2,20}|[ \xa0]?\t[ \t\xa0]{0,20})"


class _Way(NamedTuple):
    """A way of writing a name and a time.

    Attributes:
        pattern: What the beginning of a line looks like.
        least: Share of all lines that begin so.
        is_faint: Whether one blank between is all that tells, so that the name must look like one.
        alternates: Whether names must alternate (or be numbered), too.
    """

    pattern: re.Pattern[str]
    least: float
    is_faint: bool = False
    alternates: bool = False


_COLON = _Way(
    re.compile(rf"(?:\*\*)?{_NAME}\s?:(?:\*\*)?[ \t\xa0]{{1,8}}{RANGE}(?:\s+[-–—|]\s+|\s+|\Z)"),
    0.05,
)
_WAYS = (
    _COLON,
    _Way(re.compile(rf"{_NAME}{_GAP}{RANGE}(?:{_GAP}|\Z)"), 0.05),
    _Way(re.compile(rf"{_NAME}\s{{0,3}}\|\s{{0,3}}{RANGE}\s{{0,3}}\|\s{{0,3}}"), 0.05),
    _Way(re.compile(rf"\[{_NAME}(?:\s?[,|•–-])?\s{{1,8}}{RANGE}\]\s?:?\s{{0,8}}"), 0.05),
    _Way(re.compile(rf"{_NAME}(?:\s?[,|•–-])?[ \xa0]{RANGE}\s?:?\Z"), 0.05, is_faint=True),
    _Way(re.compile(rf"{_NAME}[ \xa0]{RANGE}\s?:?\s+"), 0.5, is_faint=True, alternates=True),
)
_ENOUGH = 0.8  # share of lines with a time near their beginning, above which a way is the way
_LEAST_TIMED = 0.8  # share of the labels of those names that have a time behind the colon
_MOST_EMPTY = 0.5  # share of the times alone behind a label that another label may follow
_LEAST_RECURRING = 0.6  # share of such lines whose name recurs
_LEAST_CHANGES = 0.2  # share of such lines whose name is not that of the one before


def read_names_beside_times(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read the names and times that the file writes beside one another into the prefixes of its lines.

    Args:
        lines: All lines of the file.
        prefixes: What could stand before the words of each.
    """
    near = [
        i
        for i, line in enumerate(lines)
        if (line.text[0].isalnum() or line.text[0] in "[*")
        and ":" in line.text
        and (prefix := prefixes[i] or _NO_LABEL).stamp == ""
        and not prefix.stamp_end
        and _NEAR.search(line.text, 0, _REACH)
    ]
    if len(near) < 2:
        return prefixes
    found: dict[int, LinePrefix] = {}
    for way in _WAYS:
        if len(found) > _ENOUGH * len(near):
            break
        more = _find(lines, near, way)
        if len(more) > len(found) and _is_usual(more, way, lines, prefixes):
            found = more
    return [found.get(i, prefix) for i, prefix in enumerate(prefixes)] if found else prefixes


_NO_LABEL = LinePrefix(None, False, "", None, None, "", 0, 0, 0, 0, False)


def _find(lines: Sequence[Line], near: Sequence[int], way: _Way) -> dict[int, LinePrefix]:
    """Find the lines that begin in one way."""
    found: dict[int, LinePrefix] = {}
    for i in near:
        match = way.pattern.match(lines[i].text[:_REACH])
        if match is None:
            continue
        text = match["name"]
        name = to_name(text) or (None if way.is_faint else to_timed_name(text))
        if name:
            end_ms = parse_clock(match["until"]) if match["until"] else None
            start_ms, end = parse_clock(match["clock"]), match.end()
            found[i] = LinePrefix(name, False, "header", start_ms, end_ms, "", 0, 0, 0, end, True)
    return found


def _is_usual(
    found: dict[int, LinePrefix],
    way: _Way,
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
) -> bool:
    """Whether the file is full of lines that begin in one way, with times that is_rising."""
    if len(found) < max(2, way.least * len(lines)):
        return False
    names = [prefix.name or "" for prefix in found.values()]
    counts = Counter(names)
    recurring = sum(count for count in counts.values() if count > 1)
    numbered = all(is_numbered(name) for name in counts)
    if not numbered and recurring < _LEAST_RECURRING * len(names):
        return False
    changes = sum(one != other for one, other in pairwise(names))
    if way.alternates and not numbered and changes < _LEAST_CHANGES * len(names):
        return False
    if way is _COLON:
        labels = sum(prefix is not None and prefix.name in counts for prefix in prefixes)
        if len(found) < _LEAST_TIMED * labels:
            return False
        if _are_answers(found, lines, prefixes):
            return False
    return is_rising([prefix.start_ms or 0 for prefix in found.values()])


def _are_answers(
    found: dict[int, LinePrefix], lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> bool:
    """Whether the times are what is said: `Bob: 8:00`, with somebody else's label below."""
    alone = [i for i, prefix in found.items() if prefix.label_end >= len(lines[i].text)]
    empty = sum(
        i + 1 == len(lines) or i + 1 in found or bool((prefixes[i + 1] or _NO_LABEL).name)
        for i in alone
    )
    return empty > _MOST_EMPTY * len(alone)
