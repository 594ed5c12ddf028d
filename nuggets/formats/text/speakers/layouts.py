"""Names on lines of their own, above or beside times.

00:12:03 Anna Lee         a time and a name, the words below
Anna Lee                  the same on lines of their own, in either order
00:12:03

One line cannot show them, so each counts only where names recur and the file is full of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import LETTERS, to_name_line
from nuggets.formats.text.speakers.recurrence import has_alternating_names, has_recurring_names
from nuggets.formats.text.speakers.style_choice import Fit

# Shares by eye.
_LEAST_TIMES = 0.8  # share of times beside a name, in a file that has them so
_LEAST_NAMED = 0.2  # share of times with a name above, where others go on
_LEAST_ABOVE = 0.1  # share of lines that are a name above a time
_LEAST_SETTLED = 0.9  # share of times with a name above, where the times show it to be one
_LEAST_PANEL = 4  # names of a file in which hardly anybody speaks twice
_LOWER_WORD = re.compile(r"\b[^\W\d_A-Z]{2,}\b")


def find_layouts(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> tuple[list[Fit], int | None]:
    """Find the names on lines of their own.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.

    Returns:
        What each layout explains, and the index of a line that may be a name or a heading; None
        if there is none.
    """
    fits: list[Fit] = []
    for example, find in (
        ("0:03 Name", _beside_times),
        ("Name and 0:03 on lines of their own", _around_times),
        ("Name above 0:03", _above_times),
    ):
        found = find(lines, prefixes)
        if found:
            are_settled = all(prefix.emphasis for prefix in found.values() if prefix.name)
            if are_settled or _has_recurring_names(found):
                fits.append(Fit(example, found, 1.0))
                return fits, None
            return fits, min(i for i, prefix in found.items() if prefix.name)
    return fits, None


def _beside_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find lines of a time and a name and nothing else, if most times of the file are so."""
    found: dict[int, LinePrefix] = {}
    times = 0
    for i, prefix in enumerate(prefixes):
        if prefix is None or not prefix.stamp_end:
            continue
        times += 1
        text = lines[i].text
        if prefix.name is None and i + 1 < len(lines) and not _has_time(prefixes[i + 1]):
            name = to_name_line(text[max(prefix.stamp_end, prefix.mark_end) :])
            if name:
                found[i] = prefix._replace(name=name, label_end=len(text))
    return found if len(found) >= 2 and len(found) >= _LEAST_TIMES * times else {}


def _around_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names on lines of their own above or below times on lines of their own."""
    alone = [
        i
        for i, prefix in enumerate(prefixes)
        if prefix is not None and prefix.stamp_end and prefix.stamp_end >= len(lines[i].text)
    ]
    if len(alone) < 2:
        return {}
    steps = (-1, 1) if all(after - at > 2 for at, after in pairwise(alone)) else ()
    for step in steps:  # words and a name are between
        found = _named_beside(lines, prefixes, alone, step)
        if len(found) >= _LEAST_TIMES * len(alone) and (step < 0 or _has_recurring_names(found)):
            return _with_times(prefixes, alone, found | _find_doubled(lines, prefixes, found))
    far = [alone[0], *(after for at, after in pairwise(alone) if after - at > 2)]
    found = _named_beside(lines, prefixes, far, -1)
    is_usual = alone[0] - 1 in found and 2 * len(found) >= len(far)
    if is_usual and _is_on_own_lines(lines, found):
        return _with_times(prefixes, alone, found)  # the same speaker goes on at the other times
    return {}


def _above_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names on lines of their own above lines that begin with a time."""
    timed = [
        i
        for i, prefix in enumerate(prefixes)
        if prefix is not None and prefix.stamp_end and prefix.name is None
    ]
    found = _named_beside(lines, prefixes, timed, -1) if len(timed) > 1 else {}
    few = len(found) < max(2, _LEAST_ABOVE * len(lines), _LEAST_NAMED * len(timed))
    if few or timed[0] - 1 not in found:
        return {}
    are_alone = _is_on_own_lines(lines, found)
    if len(found) < _LEAST_SETTLED * len(timed) or not (
        are_alone or _has_names_unused_as_words(lines, found)
    ):
        return found if are_alone else {}
    known = {prefix.name for prefix in found.values()}
    said: dict[int, LinePrefix] = {}  # `Boom: the lights went out` below a name and behind a time
    for i, prefix in enumerate(prefixes[1:], start=1):
        if prefix is not None and prefix.stamp_end and prefix.name and lines[i - 1].text in known:
            name = lines[i - 1].text
            said[i - 1] = _named(name, len(name))._replace(emphasis=True)
            said[i] = prefix._replace(name=None, label_end=0)
    for i, prefix in found.items():  # the times settle it
        said[i] = prefix._replace(emphasis=is_paragraph_edge(lines, i))
    return said


def _has_names_unused_as_words(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether hardly any word of the names above times is also written in lower case."""
    apart = sum(is_paragraph_edge(lines, i) for i in found)
    if len(found) < _LEAST_PANEL or apart < len(found):
        return False
    lower = {word for line in lines for word in _LOWER_WORD.findall(line.text)}
    names = [name for prefix in found.values() if (name := prefix.name)]
    used = sum(any(w.casefold() in lower for w in LETTERS.findall(name)) for name in names)
    return 10 * used <= len(names)


def _has_recurring_names(found: dict[int, LinePrefix]) -> bool:
    return has_recurring_names([prefix.name for prefix in found.values() if prefix.name])


def _is_on_own_lines(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether names alternate, and no other line is one of them."""
    names = [prefix.name or "" for prefix in found.values()]
    known = set(names)
    return has_alternating_names(names) and sum(line.text in known for line in lines) == len(names)


def _named_beside(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], places: Sequence[int], step: int
) -> dict[int, LinePrefix]:
    """Find names on the lines above or below some places."""
    found: dict[int, LinePrefix] = {}
    for at in places:
        i = at + step
        is_free = 0 <= i < len(lines) and prefixes[i] is None
        name = to_name_line(lines[i].text) if is_free else None
        if name:
            found[i] = _named(name, len(lines[i].text))
    return found


def _with_times(
    prefixes: Sequence[LinePrefix | None], alone: Sequence[int], found: dict[int, LinePrefix]
) -> dict[int, LinePrefix]:
    """Give the times to the names that were found above or below them."""
    return {at: prefix._replace(stamp="header") for at in alone if (prefix := prefixes[at])} | found


def _find_doubled(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], found: dict[int, LinePrefix]
) -> dict[int, LinePrefix]:
    """Find names on two lines in a row, as below a picture in a pasted page."""
    above = {
        i - 1: prefix for i, prefix in found.items() if i and lines[i - 1].text == lines[i].text
    }
    above = {i: prefix for i, prefix in above.items() if prefixes[i] is None}
    return above if len(above) >= _LEAST_TIMES * len(found) else {}


def _named(name: str, label_end: int) -> LinePrefix:
    return LinePrefix(name, label_end=label_end, has_colon=True)


def _has_time(prefix: LinePrefix | None) -> bool:
    return prefix is not None and bool(prefix.stamp)
