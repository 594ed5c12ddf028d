"""Times in the marks of f4, MAXQDA and NVivo, which end a paragraph or begin one; not speech.

I: How long have you kept sheep? #00:00:07-3#     when the paragraph ends, and the next begins
#00:00:07-3# B: Since I was nine.                 or when it begins
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix
from nuggets.timecode import PADDED_CLOCK, parse_clock
from nuggets.values import LeftOut

MARK = "time mark"
F4 = "f4"
"""How such a time is written, as in `LinePrefix.stamp`."""

_MARK = re.compile(rf"#(?P<clock>{PADDED_CLOCK})[-.,](?P<fraction>[0-9]{{1,3}})#")
_LEAST = 2  # marks; by eye


class MarkedLines(NamedTuple):
    """Lines without their marks.

    Attributes:
        lines: What remains, cut where a mark was.
        left_out: The marks, in order.
        times: Start and end of lines in milliseconds, by their offset; None if not known.
    """

    lines: list[Line]
    left_out: list[LeftOut]
    times: Mapping[int, tuple[int, int | None]]

    def set_times(self, prefixes: list[LinePrefix | None]) -> list[LinePrefix | None]:
        """Put the times of the lines into their prefixes."""
        return [
            (prefix or EMPTY_PREFIX)._replace(
                stamp=F4,
                start_ms=self.times[line.start][0],
                end_ms=self.times[line.start][1],
            )
            if line.start in self.times
            else prefix
            for line, prefix in zip(self.lines, prefixes, strict=True)
        ]


def strip_f4_marks(lines: Sequence[Line]) -> MarkedLines | None:
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
    return MarkedLines(kept, left_out, times)


def _read(mark: re.Match[str]) -> int:
    return parse_clock(f"{mark['clock']}.{mark['fraction']}")
