"""Lines and columns of a page of a PDF, from the places of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

_LEVEL = 0.5  # sizes by which words of one line may stand above one another; by eye, as are all
_WIDE = 1.5  # sizes between words that are apart, as in `Q.    Where were you?`
_BRIDGED = 0.8  # sizes between words that are surely not in different columns
_STEP = 2.0  # points; the places in which a gap between columns is looked for
_MIN_GUTTER = 6.0  # points
_MAX_CROSSING = 0.15  # share of lines that may cross it, such as headings
_MIDDLE = (0.2, 0.8)  # shares of the width of the text between which it stands
_MIN_LINES = 5  # of a column
_MIN_WORDS = 4  # of its median line: in tables of names or times there are fewer
_MIN_FILLED = 0.5  # share of its width that its lines fill
_MAX_RATIO = 1.7  # of the widths of two columns
_NUMBER = re.compile(r"[0-9]{1,2}")
_MIN_NUMBERS = 6  # line numbers of a page ...
_MIN_STEPS = 0.8  # ... share of them that follow on the one above
_MIN_NUMBERED = 0.6  # share of lines that have one
_EDGE = 4.0  # points by which the edges of numbers in one column differ
_MOST_NUMBER = 60


class Word(NamedTuple):
    """A word on a page, in points from its top left corner.

    Attributes:
        text: Its characters.
        x: Where it begins.
        y: Its base line.
        end: Where it ends.
        size: Of its font.
    """

    text: str
    x: float
    y: float
    end: float
    size: float


class PrintedLine(NamedTuple):
    """Words on one base line, from left to right.

    Attributes:
        y: The base line.
        words: At least one.
        number: The line number printed beside it; None if there is none.
    """

    y: float
    words: tuple[Word, ...]
    number: int | None = None

    @property
    def text(self) -> str:
        """The words, with three blanks where they stand apart."""
        parts = [self.words[0].text]
        for before, word in pairwise(self.words):
            is_apart = word.x - before.end > _WIDE * max(before.size, word.size)
            parts.append(("   " if is_apart else " ") + word.text)
        return "".join(parts)

    @property
    def size(self) -> float:
        """The size of most of its font."""
        return median(word.size for word in self.words)


def group_lines(words: Sequence[Word]) -> list[PrintedLine]:
    """Group words by their base lines, from top to bottom; superscripts belong to their line."""
    lines: list[PrintedLine] = []
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.y, word.x)):
        if row and word.y - row[0].y > _LEVEL * max(row[0].size, word.size):
            lines.append(_to_line(row))
            row = []
        row.append(word)
    if row:
        lines.append(_to_line(row))
    return lines


def _to_line(row: Sequence[Word]) -> PrintedLine:
    words: list[Word] = []
    for word in sorted(row, key=lambda word: word.x):
        if words and word.text == words[-1].text and abs(word.x - words[-1].x) < 1:
            continue  # printed twice, to look bold
        words.append(word)
    return PrintedLine(median(word.y for word in words), tuple(words))


def split_columns(words: Sequence[Word]) -> list[list[Word]]:
    """Split the words of a page into blocks, in the order of reading: columns, headings above."""
    lines = group_lines(words)
    gutter = _find_gutter(lines)
    if gutter is None:
        return [list(words)]
    blocks: list[list[Word]] = []
    for is_across, group in groupby(lines, key=lambda line: _crosses(line, gutter)):
        inside = [word for line in group for word in line.words]
        if is_across:
            blocks.append(inside)
            continue
        for side in (
            [word for word in inside if word.x < gutter],
            [word for word in inside if word.x >= gutter],
        ):
            if side:
                blocks.extend(split_columns(side))
    return blocks


def _find_gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Find a place between two columns; None if there is no such place."""
    if len(lines) < _MIN_LINES:
        return None
    left = min(line.words[0].x for line in lines)
    width = max(word.end for line in lines for word in line.words) - left
    covered = [0] * (int(width / _STEP) + 2)
    for line in lines:
        for start, end in _stretches(line):
            for i in range(int((start - left) / _STEP), int((end - left) / _STEP) + 1):
                covered[min(i, len(covered) - 1)] += 1
    most = _MAX_CROSSING * len(lines)
    first, last = (int(share * width / _STEP) for share in _MIDDLE)
    gaps: list[tuple[int, int]] = []
    for is_free, group in groupby(range(first, last + 1), key=lambda i: covered[i] <= most):
        places = list(group)
        if is_free and len(places) * _STEP >= _MIN_GUTTER:
            least = min(covered[i] for i in places)
            free = [i for i in places if covered[i] == least]
            gaps.append((len(places), free[len(free) // 2]))
    words = [word for line in lines for word in line.words]
    for _, i in sorted(gaps, reverse=True):
        gutter = left + i * _STEP
        if _are_columns(words, gutter):
            return gutter
    return None


def _stretches(line: PrintedLine) -> Iterator[tuple[float, float]]:
    """List the stretches of a line that have no wide gap."""
    start, end = line.words[0].x, line.words[0].end
    for word in line.words[1:]:
        if word.x - end > _BRIDGED * word.size:
            yield start, end
            start = word.x
        end = max(end, word.end)
    yield start, end


def _crosses(line: PrintedLine, gutter: float) -> bool:
    return any(start < gutter < end for start, end in _stretches(line))


def _are_columns(words: Sequence[Word], gutter: float) -> bool:
    """Whether the text on both sides of a place is columns, not cells of one table."""
    sides = [
        group_lines([word for word in words if word.end <= gutter]),
        group_lines([word for word in words if word.x >= gutter]),
    ]
    if min(map(len, sides)) < _MIN_LINES:
        return False
    if all(find_line_numbers(side) for side in sides):
        return True
    widths = []
    for side in sides:
        width = max(line.words[-1].end for line in side) - min(line.words[0].x for line in side)
        filled = sum(line.words[-1].end - line.words[0].x for line in side)
        if filled < _MIN_FILLED * width * len(side):
            return False
        if median(len(line.words) for line in side) < _MIN_WORDS:
            return False
        widths.append(width)
    return max(widths) <= _MAX_RATIO * min(widths)


def find_line_numbers(lines: Sequence[PrintedLine]) -> list[Word]:
    """Find the line numbers at the left edge, from top to bottom; they may begin anew at 1.

    Returns:
        Their words; none if too few lines have one or they do not count.
    """
    firsts = [
        line.words[0]
        for line in lines
        if _NUMBER.fullmatch(line.words[0].text)
        and (
            len(line.words) == 1
            or line.words[1].x - line.words[0].end > _LEVEL * line.words[0].size
        )
    ]
    if len(firsts) < _MIN_NUMBERS:
        return []
    best: list[Word] = []
    for edge in (median(word.end for word in firsts), median(word.x for word in firsts)):
        for side in ("end", "x"):
            column = [word for word in firsts if abs(getattr(word, side) - edge) <= _EDGE]
            best = max(best, column, key=len)
    numbers = [int(word.text) for word in best]
    steps = sum(b == a + 1 or b == 1 for a, b in pairwise(numbers))
    if len(best) < _MIN_NUMBERS or steps < _MIN_STEPS * (len(best) - 1):
        return []
    if max(numbers) > _MOST_NUMBER:
        return []
    between = [line for line in lines if best[0].y - 1 <= line.y <= best[-1].y + 1]
    return best if len(best) >= _MIN_NUMBERED * len(between) else []


def number_lines(words: Sequence[Word], numbers: Sequence[Word]) -> list[PrintedLine]:
    """Group words into lines, each with the number beside it; None where none is near."""
    taken = set(map(id, numbers))
    spacing = median(b.y - a.y for a, b in pairwise(numbers) if b.y > a.y)
    lines: list[PrintedLine] = []
    i = 0
    for line in group_lines([word for word in words if id(word) not in taken]):
        while i + 1 < len(numbers) and abs(numbers[i + 1].y - line.y) <= abs(numbers[i].y - line.y):
            i += 1
        is_near = abs(numbers[i].y - line.y) <= _MIN_NUMBERED * spacing
        lines.append(line._replace(number=int(numbers[i].text) if is_near else None))
    return lines
