"""Times in the marks of f4, MAXQDA and NVivo, which end a paragraph or begin one; not speech.

I: How long have you kept sheep? #00:00:07-3#     when the paragraph ends, and the next begins
#00:00:07-3# B: Since I was nine.                 or when it begins
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.cuts import CutLines
from nuggets.timecode import PADDED_CLOCK, parse_clock
from nuggets.values import LeftOut

MARK = "time mark"
_MARK = re.compile(rf"#(?P<clock>{PADDED_CLOCK})[-.,](?P<fraction>[0-9]{{1,3}})#")
_LEAST = 2  # marks; by eye


def strip_f4_marks(lines: Sequence[Line]) -> CutLines | None:
    """Strip the marks, and read the times in them; None if there are hardly any.

    Args:
        lines: Those of the file that are not blank.
    """
    marks = {
        i: found
        for i, line in enumerate(lines)
        if "#" in line.text and (found := list(_MARK.finditer(line.text)))
    }
    if sum(map(len, marks.values())) < _LEAST:
        return None
    behind = sum(found[-1].end() == len(lines[i].text) for i, found in marks.items())
    ends_paragraph = 2 * behind > len(marks)
    kept: list[Line] = []
    left_out: list[LeftOut] = []
    times: dict[int, tuple[int, int | None]] = {}
    last_ms = 0
    for i, line in enumerate(lines):
        at = 0
        blank = line.blank
        for mark in (*marks.get(i, ()), None):
            until = mark.start() if mark else len(line.text)
            words = line.text[at:until].strip()
            if words:
                start = line.start + line.text.index(words, at)
                kept.append(Line(start, start + len(words), blank, words))
                blank = " "
                if i in marks and (mark or not ends_paragraph):
                    end_ms = _read(mark) if mark and ends_paragraph else None
                    times[start] = (last_ms, end_ms)
            if mark:
                at = mark.end()
                last_ms = _read(mark)
                left_out.append(LeftOut(line.start + until, line.start + at, MARK))
    return CutLines(kept, left_out, times)


def _read(mark: re.Match[str]) -> int:
    return parse_clock(f"{mark['clock']}.{mark['fraction']}")
