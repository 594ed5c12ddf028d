"""What is cut out of lines before their labels are read, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.avatars import strip_avatar_initials
from nuggets.formats.text.boilerplate.cuts import CutLines
from nuggets.formats.text.boilerplate.f4_marks import strip_f4_marks
from nuggets.formats.text.boilerplate.line_numbers import strip_line_numbers
from nuggets.formats.text.boilerplate.question_numbers import strip_question_numbers
from nuggets.formats.text.boilerplate.spelled_times import strip_spelled_times
from nuggets.formats.text.boilerplate.word_index import strip_word_index

Strip = Callable[[Sequence[Line]], CutLines | None]


class Cut(NamedTuple):
    """Something that stands in the way of labels.

    Attributes:
        name: What it is.
        strip: Cuts it out; returns None where the lines do not have it.
        strip_syntax: The same where all that may be speech is kept; None if it may be.
    """

    name: str
    strip: Strip
    strip_syntax: Strip | None


CUTS: tuple[Cut, ...] = (
    Cut("word index of a court", strip_word_index, None),
    Cut("line numbers", strip_line_numbers, partial(strip_line_numbers, keep_noise=True)),
    Cut("question numbers", strip_question_numbers, strip_question_numbers),
    Cut("times in words", strip_spelled_times, strip_spelled_times),
    Cut("initials of avatars", strip_avatar_initials, None),
    Cut("time marks of f4", strip_f4_marks, strip_f4_marks),
)


def cut_lines(lines: list[Line], *, keep_noise: bool) -> CutLines:
    """Cut out of the lines of a file what stands in the way of their labels."""
    left_out = []
    times: Mapping[int, tuple[int, int | None]] = {}
    for cut in CUTS:
        strip = cut.strip_syntax if keep_noise else cut.strip
        found = strip(lines) if strip else None
        if found is not None:
            lines = found.lines
            left_out += found.left_out
            times = found.times or times
    return CutLines(lines, left_out, times)
