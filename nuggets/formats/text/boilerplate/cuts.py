"""Cutting what is not speech out of lines: whole lines, or their beginning or end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.values import LeftOut

Span = tuple[int, int]
"""Offsets in a line from which and up to which something is cut out."""


class CutLines(NamedTuple):
    """Lines without their numbers, times in words, initials or the like.

    Attributes:
        lines: What remains, in order.
        left_out: What was cut out, in order.
        times: Start and end of lines in milliseconds, by their offset in the source; an end is None
            where it is not known.
    """

    lines: list[Line]
    left_out: list[LeftOut]
    times: Mapping[int, tuple[int, int | None]] = {}


def cut_out(
    lines: Sequence[Line], spans: Mapping[int, Span], reason: str, *, blank: str | None = None
) -> CutLines:
    """Cut the beginning or the end of lines out, or the whole of them.

    Args:
        lines: Those of a file that are not blank.
        spans: What is cut out of each line, by its index.
        reason: Why.
        blank: Separator of what remains of a line from the line before; None: as it was.
    """
    kept: list[Line] = []
    left_out: list[LeftOut] = []
    for i, line in enumerate(lines):
        if i not in spans:
            kept.append(line)
            continue
        begin, until = spans[i]
        text = line.text
        shown = len(text[:until].rstrip())
        left_out.append(LeftOut(line.start + begin, line.start + shown, reason))
        rest = text[:begin].rstrip() or text[until:]
        if rest:
            at = line.start + (until if not begin else 0)
            kept.append(Line(at, at + len(rest), blank or line.blank, rest))
    return CutLines(kept, left_out)
