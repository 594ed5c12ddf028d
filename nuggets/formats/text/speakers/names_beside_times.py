"""Names with a time beside them that is not in brackets, before the words.

Speaker 0    00:00:03    text      Rev.ai: blanks or tabs between
[Anna Lee 00:00:03] text           both in one pair of brackets
Anna Lee | 00:03 | text            a row of a table
Anna Lee: 00:03 text               the time behind the colon, or alone with it, the words below
Anna Lee 00:00:03                  one blank between, the words below
Speaker 1 00:03 text               or behind

Times are also said, and two words before one may be anything, so a pattern counts only where the
file is full of it, its times rise and its names recur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, RANGE, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import is_numbered, to_name, to_timed_name
from nuggets.formats.text.speakers.recurrence import count_changes, has_recurring_names
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import parse_clock

_REACH = 140  # characters of a line in which its time must end
_NEAR = re.compile(r"[0-9]:[0-5][0-9]")
_NAME = r"(?P<name>[^\W_][^\[\](){}<>:：\t]{0,59}?)"
_GAP = r"(?:[ \xa0]{2,20}|[ \xa0]?\t[ \t\xa0]{0,20})"


class _Pattern(NamedTuple):
    """A way of writing a name and a time at the beginning of a line.

    Attributes:
        regex: What the line begins with.
        least: Least share of all lines that begin so.
        is_weak: Whether a single blank is between, so that the name must be shaped like one.
        alternates: Whether names must also alternate, or be numbered.
    """

    regex: re.Pattern[str]
    least: float
    is_weak: bool = False
    alternates: bool = False


_COLON = _Pattern(
    re.compile(rf"(?:\*\*)?{_NAME}\s?:(?:\*\*)?[ \t\xa0]{{1,8}}{RANGE}(?:\s+[-–—|]\s+|\s+|\Z)"),
    0.05,
)
_PATTERNS = (
    _COLON,
    _Pattern(re.compile(rf"{_NAME}{_GAP}{RANGE}(?:{_GAP}|\Z)"), 0.05),
    _Pattern(re.compile(rf"{_NAME}\s{{0,3}}\|\s{{0,3}}{RANGE}\s{{0,3}}\|\s{{0,3}}"), 0.05),
    _Pattern(re.compile(rf"\[{_NAME}(?:\s?[,|•–-])?\s{{1,8}}{RANGE}\]\s?:?\s{{0,8}}"), 0.05),
    _Pattern(re.compile(rf"{_NAME}(?:\s?[,|•–-])?[ \xa0]{RANGE}\s?:?\Z"), 0.05, is_weak=True),
    _Pattern(re.compile(rf"{_NAME}[ \xa0]{RANGE}\s?:?\s+"), 0.5, is_weak=True, alternates=True),
)
# Limits by eye, as are those of the patterns.
_ENOUGH = 0.8  # share of lines with a time near their beginning, above which no other is tried
_LEAST_TIMED = 0.8  # share of the labels of those names that have a time behind the colon
_MOST_EMPTY = 0.5  # share of the times alone behind a label that another label may follow
_LEAST_CHANGES = 0.2  # share of the names that differ from the one before; fewer than
# elsewhere, as one speaker may be named at each time


def read_names_beside_times(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read the names and times that the file has beside one another.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    near = [
        i
        for i, line in enumerate(lines)
        if (line.text[0].isalnum() or line.text[0] in "[*")
        and ":" in line.text
        and (prefix := prefixes[i] or EMPTY_PREFIX).stamp == ""
        and not prefix.stamp_end
        and _NEAR.search(line.text, 0, _REACH)
    ]
    if len(near) < 2:
        return prefixes
    found: dict[int, LinePrefix] = {}
    for pattern in _PATTERNS:
        if len(found) > _ENOUGH * len(near):
            break
        more = _find(lines, near, pattern)
        if len(more) > len(found) and _is_usual(more, pattern, lines, prefixes):
            found = more
    return merge_prefixes(prefixes, found) if found else prefixes


def _find(lines: Sequence[Line], near: Sequence[int], pattern: _Pattern) -> dict[int, LinePrefix]:
    """Find the lines that begin with a pattern."""
    found: dict[int, LinePrefix] = {}
    for i in near:
        match = pattern.regex.match(lines[i].text[:_REACH])
        if match is None:
            continue
        text = match["name"]
        name = to_name(text) or (None if pattern.is_weak else to_timed_name(text))
        if name:
            end_ms = parse_clock(match["until"]) if match["until"] else None
            start_ms, end = parse_clock(match["clock"]), match.end()
            found[i] = LinePrefix(
                name,
                stamp="header",
                start_ms=start_ms,
                end_ms=end_ms,
                label_end=end,
                has_colon=True,
            )
    return found


def _is_usual(
    found: dict[int, LinePrefix],
    pattern: _Pattern,
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
) -> bool:
    """Whether the file is full of lines with a pattern, its times rise and its names recur."""
    if len(found) < max(2, pattern.least * len(lines)):
        return False
    names = [prefix.name or "" for prefix in found.values()]
    counts = Counter(names)
    numbered = all(is_numbered(name) for name in counts)
    if not numbered and not has_recurring_names(names):
        return False
    few_changes = count_changes(names) < _LEAST_CHANGES * len(names)
    if pattern.alternates and not numbered and few_changes:
        return False
    if pattern is _COLON:
        labels = sum(prefix is not None and prefix.name in counts for prefix in prefixes)
        if len(found) < _LEAST_TIMED * labels:
            return False
        if _has_times_as_speech(found, lines, prefixes):
            return False
    return is_rising([prefix.start_ms or 0 for prefix in found.values()])


def _has_times_as_speech(
    found: dict[int, LinePrefix], lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> bool:
    """Whether the times are speech: `Bob: 8:00`, with another label below."""
    alone = [i for i, prefix in found.items() if prefix.label_end >= len(lines[i].text)]
    empty = sum(
        i + 1 == len(lines) or i + 1 in found or bool((prefixes[i + 1] or EMPTY_PREFIX).name)
        for i in alone
    )
    return empty > _MOST_EMPTY * len(alone)
