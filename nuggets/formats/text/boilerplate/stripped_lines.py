"""Lines after something that is not speech was taken out of them."""

from __future__ import annotations

from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.values import LeftOut


class StrippedLines(NamedTuple):
    """Lines without their numbers, times in words, initials or the like.

    Attributes:
        lines: What remains, in order.
        left_out: What was taken out, in order.
    """

    lines: list[Line]
    left_out: list[LeftOut]
