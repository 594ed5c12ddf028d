"""Main content of a web page: the part that is the talk.

It is the innermost element with most of the speech of named speakers, and all other speech of
theirs; it ends where a heading, a rule or a line of another kind follows the last of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from nuggets.formats.documents.html_boilerplate import has_page_label, is_page_label
from nuggets.formats.documents.page import Page
from nuggets.formats.documents.visible_text import Bounds
from nuggets.values import Turn

WHOLE: Bounds = (0, None)

_MIN_HELD = 0.8  # share of the talk, or of the page, that its part holds; by eye
MAX_BELOW = 0.2  # share of the talk that may be below the last label and not belong to it; by eye
_MAX_LABEL_CHARS = 300


class _TurnStart(NamedTuple):
    """The beginning of a speaker's turn, or of a timed line where nobody is named.

    Attributes:
        at: Offset of the first word in the visible text.
        start: Offset of its line in the source.
        name: Name of the speaker; "" where nobody is named.
        size: Number of characters that are said.
    """

    at: int
    start: int
    name: str
    size: int


def find_talk(page: Page, turns: Sequence[Turn]) -> Bounds:
    """Find the part of the source that is the talk.

    Args:
        page: The page.
        turns: The turns that were read from its visible text, with offsets in that text.
    """
    turn_starts = _find_turn_starts(page, turns)
    real = [i for i, turn_start in enumerate(turn_starts) if not is_page_label(turn_start.name)]
    if len(real) < 2:
        return WHOLE
    inner = _find_part(page, [turn_starts[i] for i in real])
    core = {turn_starts[i].name for i in real if _is_within(inner, turn_starts[i].start)}
    first = next(i for i in real if turn_starts[i].name in core)
    last = next(i for i in reversed(real) if turn_starts[i].name in core)
    part = _find_around(page, turn_starts[first].start, turn_starts[last].start)
    begin = turn_starts[first].start if first else part[0]
    end = turn_starts[last + 1].start if last + 1 < len(turn_starts) else None
    below = _find_end(page, turns, turn_starts[first : last + 1], part[1])
    ends = [place for place in (part[1], end, below) if place is not None]
    return begin, min(ends, default=None)


def find_main_content(page: Page) -> Bounds:
    """Find the largest `<main>` or `<article>`, or else the element with most of the text."""
    mains = [
        (until - start, start, until)
        for start, until, name in page.elements
        if name in ("main", "article")
    ]
    if mains:
        return max(mains)[1:]
    if not page.lines:
        return WHOLE
    ends = [line.at for line in page.lines[1:]] + [len(page.visible.text)]
    lines = zip(page.lines, ends, strict=True)
    return _find_part(
        page, [_TurnStart(line.at, line.start, "", end - line.at) for line, end in lines]
    )


def _find_turn_starts(page: Page, turns: Sequence[Turn]) -> list[_TurnStart]:
    """Find the beginning of each turn; where nobody is named, that of each timed run."""
    ats = [line.at for line in page.lines]

    def turn_start(at: int, name: str, size: int) -> _TurnStart:
        return _TurnStart(at, page.lines[bisect_right(ats, at) - 1].start, name, size)

    named = [turn for turn in turns if turn.speaker is not None]
    if named:
        return [
            turn_start(turn.runs[0].start, turn.speaker or "", len(turn.text)) for turn in named
        ]
    turn_starts: list[_TurnStart] = []
    last_ms: int | None = None
    for turn in turns:
        for run in turn.runs:
            if run.start_ms != last_ms or run is turn.runs[0]:
                turn_starts.append(turn_start(run.start, "", run.until - run.at))
            last_ms = run.start_ms
    return turn_starts


def _find_part(page: Page, turn_starts: Sequence[_TurnStart]) -> Bounds:
    """Find the innermost element with most of what is said."""
    starts = [turn_start.start for turn_start in turn_starts]
    sums = [0, *accumulate(turn_start.size for turn_start in turn_starts)]
    least = _MIN_HELD * sums[-1]
    for start, until, name in page.elements:  # each comes after those that are in it
        if until - start >= least and name != "p":
            held = sums[bisect_left(starts, until)] - sums[bisect_left(starts, start)]
            if held >= least:
                return start, until
    return WHOLE


def _find_around(page: Page, begin: int, end: int) -> Bounds:
    """Find the innermost element around two offsets."""
    for start, until, name in page.elements:
        if start <= begin and end < until and name != "p":
            return start, until
    return WHOLE


def _is_within(bounds: Bounds, place: int) -> bool:
    return bounds[0] <= place and (bounds[1] is None or place < bounds[1])


def _find_end(
    page: Page, turns: Sequence[Turn], turn_starts: Sequence[_TurnStart], until: int | None
) -> int | None:
    """Find the offset where something else begins below the last label, in the part of the talk."""
    ats = [line.at for line in page.lines]
    first, last = (
        bisect_right(ats, turn_start.at) - 1 for turn_start in (turn_starts[0], turn_starts[-1])
    )
    tags = {line.tag for line in page.lines[first : last + 1]}
    ends: list[int] = []
    for i in range(last + 1, len(page.lines)):
        line = page.lines[i]
        if until is not None and line.start >= until:
            break
        text = page.visible.text[line.at : line.at + _MAX_LABEL_CHARS].partition("\n")[0]
        if line.tag not in tags or has_page_label(text):
            ends.append(line.start)
            break
    below = [one for one in page.breaks if one[0] > turn_starts[-1].at]
    if (
        below
        and (until is None or below[0][1] < until)
        and not _is_continued_after_break(page, turns, turn_starts)
    ):
        begin = bisect_left(ats, below[0][0])
        stop = begin + sum(until is None or line.start < until for line in page.lines[begin:])
        places = [*ats, len(page.visible.text)]
        if places[stop] - places[begin] <= MAX_BELOW * sum(
            turn_start.size for turn_start in turn_starts
        ):
            ends.append(below[0][1])
    return min(ends, default=None)


def _is_continued_after_break(
    page: Page, turns: Sequence[Turn], turn_starts: Sequence[_TurnStart]
) -> bool:
    """Whether a speaker goes on below a heading or a rule within the talk."""
    begins = {turn.runs[0].start for turn in turns} | {turn_start.at for turn_start in turn_starts}
    runs = [run.start for turn in turns for run in turn.runs]
    for at, _ in page.breaks:
        if turn_starts[0].at < at <= turn_starts[-1].at:
            i = bisect_left(runs, at)
            if i < len(runs) and runs[i] not in begins:
                return True
    return False
