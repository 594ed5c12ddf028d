"""Line numbers of court transcripts, whose pages number their lines from 1 to 25 or so.

 7  BY MS. DOE:
 8       Q.   Good morning. Where were you
 9  on the night of the fire?

The numbers are not speech. Nor are the lines without one: page numbers, headers, footers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.cuts import CutLines
from nuggets.values import LeftOut

NUMBER = "line number"
PAGE = "page header or footer"

_NUMBER = re.compile(r"([0-9]{1,2})(?:\s+|$)")
# Limits by eye, on the records of courts.
_LEAST_NUMBERED = 0.6  # share of lines whose number follows on the one before
_LEAST_STEPS = 0.8  # share of those that follow on the number before, a few missing, or are 1
_LEAST_LINES = 10
_MOST_NUMBER = 60  # lines of a page
_MOST_MISSING = 5  # numbers that may be missing between two, or at the top of a page


def strip_line_numbers(lines: Sequence[Line], *, keep_noise: bool = False) -> CutLines | None:
    """Strip the line numbers; None if the lines have none.

    Args:
        lines: Those of the file that are not blank.
        keep_noise: Whether lines without a number stay.
    """
    if not lines or not any(line.text[0].isdigit() for line in lines[:50]):
        return None
    matches = [_NUMBER.match(line.text) if line.text[0].isdigit() else None for line in lines]
    numbers = [int(match[1]) if match else 0 for match in matches]
    ends: list[int] = []  # of the number of each line, with the white space behind; 0: none
    last = steps = 0
    for i, (line, match, number) in enumerate(zip(lines, matches, numbers, strict=True)):
        if match is None or not number:
            ends.append(0)
            continue
        missing = 1 if match.end() == len(line.text) else _MOST_MISSING  # a page's number
        goes_on = last < number <= min(last + missing, _MOST_NUMBER)
        is_known = goes_on or 0 < number <= min(missing, last)  # or the page begins
        if is_known or _has_next_numbers(numbers, i):  # the last, where part of a page is missing
            ends.append(match.end())
            steps += number == 1 or goes_on
            last = number
        else:
            ends.append(0)
    numbered = sum(end > 0 for end in ends)
    if (
        numbered < max(_LEAST_LINES, _LEAST_NUMBERED * len(lines))
        or steps < _LEAST_STEPS * numbered
    ):
        return None
    kept: list[Line] = []
    left_out: list[LeftOut] = []
    for line, end in zip(lines, ends, strict=True):
        if end:
            left_out.append(LeftOut(line.start, line.start + len(line.text[:end].rstrip()), NUMBER))
            if end < len(line.text):
                kept.append(Line(line.start + end, line.end, "\n", line.text[end:]))
        elif keep_noise:
            kept.append(line)
        else:
            left_out.append(LeftOut(line.start, line.end, PAGE))
    return CutLines(kept, left_out)


def _has_next_numbers(numbers: Sequence[int], i: int) -> bool:
    """Whether the next two lines have the next two numbers."""
    number = numbers[i]
    return number <= _MOST_NUMBER and numbers[i + 1 : i + 3] == [number + 1, number + 2]
