"""Which part of a web page is the talk.

The inmost element that holds most of what is said by name, and all that the same people say; below
the last of them until a heading, a rule or a line of another kind begins something else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from nuggets.formats.documents.html_boilerplate import begins_with_page_label, is_page_label
from nuggets.formats.documents.page_lines import Page
from nuggets.formats.documents.visible_text import Bounds
from nuggets.values import Turn

ALL: Bounds = (0, None)

_MOST = 0.8  # share of the talk, or of the page, that its part holds at least
_MOST_BELOW = 0.2  # share of the talk that may stand below the last label and be something else
_LONGEST_LABEL = 300


class _Mark(NamedTuple):
    """Where somebody begins to speak.

    Attributes:
        at: Place of the first word in the visible text.
        start: Place of its line in the source.
        name: Who; "" where nobody is named.
        size: How many characters are said.
    """

    at: int
    start: int
    name: str
    size: int


def find_talk(page: Page, turns: Sequence[Turn]) -> Bounds:
    """Find from where to where in the source the talk reaches.

    Args:
        page: What is seen.
        turns: What was read from its visible text, in places of that text.
    """
    marks = _find_marks(page, turns)
    real = [i for i, mark in enumerate(marks) if not is_page_label(mark.name)]
    if len(real) < 2:
        return ALL
    inner = _find_part(page, [marks[i] for i in real])
    core = {marks[i].name for i in real if _holds(inner, marks[i].start)}
    first = next(i for i in real if marks[i].name in core)
    last = next(i for i in reversed(real) if marks[i].name in core)
    part = _find_around(page, marks[first].start, marks[last].start)
    begin = marks[first].start if first else part[0]
    end = marks[last + 1].start if last + 1 < len(marks) else None
    below = _find_end(page, turns, marks[first : last + 1], part[1])
    ends = [place for place in (part[1], end, below) if place is not None]
    return begin, min(ends, default=None)


def find_main_content(page: Page) -> Bounds:
    """Find the largest element that calls itself the main part of the page, or holds most of it."""
    mains = [
        (until - start, start, until)
        for start, until, name in page.elements
        if name in ("main", "article")
    ]
    if mains:
        return max(mains)[1:]
    if not page.lines:
        return ALL
    ends = [line.at for line in page.lines[1:]] + [len(page.visible.text)]
    lines = zip(page.lines, ends, strict=True)
    return _find_part(page, [_Mark(line.at, line.start, "", end - line.at) for line, end in lines])


def _find_marks(page: Page, turns: Sequence[Turn]) -> list[_Mark]:
    """Find where each begins to speak; where nobody is named, where each time stands."""
    ats = [line.at for line in page.lines]

    def mark(at: int, name: str, size: int) -> _Mark:
        return _Mark(at, page.lines[bisect_right(ats, at) - 1].start, name, size)

    named = [turn for turn in turns if turn.speaker is not None]
    if named:
        return [mark(turn.runs[0].start, turn.speaker or "", len(turn.text)) for turn in named]
    marks: list[_Mark] = []
    last_ms: int | None = None
    for turn in turns:
        for run in turn.runs:
            if run.start_ms != last_ms or run is turn.runs[0]:
                marks.append(mark(run.start, "", run.until - run.at))
            last_ms = run.start_ms
    return marks


def _find_part(page: Page, marks: Sequence[_Mark]) -> Bounds:
    """Find the inmost element that holds most of what begins at these places."""
    starts = [mark.start for mark in marks]
    sums = [0, *accumulate(mark.size for mark in marks)]
    least = _MOST * sums[-1]
    for start, until, name in page.elements:  # each after those that are in it
        if until - start >= least and name != "p":
            held = sums[bisect_left(starts, until)] - sums[bisect_left(starts, start)]
            if held >= least:
                return start, until
    return ALL


def _find_around(page: Page, begin: int, end: int) -> Bounds:
    """Find the inmost element around two places."""
    for start, until, name in page.elements:
        if start <= begin and end < until and name != "p":
            return start, until
    return ALL


def _holds(bounds: Bounds, place: int) -> bool:
    return bounds[0] <= place and (bounds[1] is None or place < bounds[1])


def _find_end(
    page: Page, turns: Sequence[Turn], marks: Sequence[_Mark], until: int | None
) -> int | None:
    """Find where something else begins below the last label, in the part that holds the talk."""
    ats = [line.at for line in page.lines]
    first, last = (bisect_right(ats, mark.at) - 1 for mark in (marks[0], marks[-1]))
    tags = {line.tag for line in page.lines[first : last + 1]}
    ends: list[int] = []
    for i in range(last + 1, len(page.lines)):
        line = page.lines[i]
        if until is not None and line.start >= until:
            break
        text = page.visible.text[line.at : line.at + _LONGEST_LABEL].partition("\n")[0]
        if line.tag not in tags or begins_with_page_label(text):
            ends.append(line.start)
            break
    below = [one for one in page.breaks if one[0] > marks[-1].at]
    if below and (until is None or below[0][1] < until) and not _goes_on(page, turns, marks):
        begin = bisect_left(ats, below[0][0])
        stop = begin + sum(until is None or line.start < until for line in page.lines[begin:])
        places = [*ats, len(page.visible.text)]
        if places[stop] - places[begin] <= _MOST_BELOW * sum(mark.size for mark in marks):
            ends.append(below[0][1])
    return min(ends, default=None)


def _goes_on(page: Page, turns: Sequence[Turn], marks: Sequence[_Mark]) -> bool:
    """Whether somebody goes on below a heading or a rule in the midst of the talk."""
    begins = {turn.runs[0].start for turn in turns} | {mark.at for mark in marks}
    runs = [run.start for turn in turns for run in turn.runs]
    for at, _ in page.breaks:
        if marks[0].at < at <= marks[-1].at:
            i = bisect_left(runs, at)
            if i < len(runs) and runs[i] not in begins:
                return True
    return False
