"""Numbers of questions and paragraphs before labels, as official records have them.

Q19  Chair: Why is it late?               a committee's questions, numbered from sitting to sitting
Dr Lee: Because it rained.
[37] Ann Jones: Thank you.                paragraphs, each with a label
38. Dr Lee: It did rain.

The numbers are neither speech nor part of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.line_numbers import Unnumbered
from nuggets.formats.text.speakers.labels import REACH, parse_prefix
from nuggets.formats.text.speakers.names import to_long_label
from nuggets.values import LeftOut

QUESTION = "question number"
PARAGRAPH = "paragraph number"

_BEGINS = frozenset("Q*_[0123456789")
_QUESTION = re.compile(r"[*_]{0,3}Q ?(?P<number>[0-9]{1,4})[.:)]?[*_]{0,3}(?:\s+|\Z)")
_PARAGRAPHS = (
    re.compile(r"\[(?P<number>[0-9]{1,4})\]\s+(?=\S)"),
    re.compile(r"(?P<number>[0-9]{1,4})[.)]?\s+(?=\S)"),
)
_LEAST_QUESTIONS = 2
_LEAST_PARAGRAPHS = 6
_LEAST_RISING = 0.8  # share of numbers that come after the one before
_LEAST_NAMED = 0.8  # share of numbers with a label behind
_LEAST_ANSWERED = 0.6  # share of questions that somebody answers before the next one
_LEAST_RECURRING = 0.6  # share of numbered labels whose name recurs


class _Number(NamedTuple):
    """A number before the words of a line.

    Attributes:
        number: The number.
        end: Where it ends, with the white space behind.
        name: What could be a speaker's name behind or below it; None if nothing could.
    """

    number: int
    end: int
    name: str | None


def strip_question_numbers(lines: Sequence[Line]) -> Unnumbered | None:
    """Take away the numbers before the labels of who speaks; None if there are none.

    Args:
        lines: Those of the file that are not blank.
    """
    candidates = [i for i, line in enumerate(lines) if line.text[0] in _BEGINS]
    questions = _sure(lines, _find(lines, candidates, _QUESTION))
    if questions:
        return _without(lines, questions, QUESTION)
    for pattern in _PARAGRAPHS:
        paragraphs = _find(lines, candidates, pattern)
        if _are_paragraphs(paragraphs):
            return _without(lines, paragraphs, PARAGRAPH)
    return None


def _find(
    lines: Sequence[Line], candidates: Sequence[int], pattern: re.Pattern[str]
) -> dict[int, _Number]:
    """Find the numbers of one way of writing them, and the names behind or below."""
    found: dict[int, _Number] = {}
    for i in candidates:
        match = pattern.match(lines[i].text)
        if match:
            behind = lines[i].text[match.end() :]
            below = lines[i + 1].text if i + 1 < len(lines) else ""
            found[i] = _Number(int(match["number"]), match.end(), _name_in(behind or below))
    return found


def _name_in(text: str) -> str | None:
    """Give what could be a speaker's name at the beginning of a line."""
    prefix = parse_prefix(text) if text else None
    if prefix is None or prefix.name or not prefix.has_colon:
        return prefix.name if prefix is not None else None
    return to_long_label(text[:REACH].partition(":")[0])


def _sure(lines: Sequence[Line], found: dict[int, _Number]) -> dict[int, _Number]:
    """Give those numbers that are of questions.

    They is_rising, and somebody answers without one; else they are the quarters of a year or the like,
    and one is left out only before a name that stands without a number, too.
    """
    if not found:
        return {}
    names = {i: _name_in(line.text) for i, line in enumerate(lines) if i not in found}
    labels = [i in found for i in range(len(lines)) if i in found or names[i]]
    asked = [number for number in found.values() if number.name]
    answered = sum(one and not other for one, other in pairwise(labels)) + labels[-1]
    rising = sum(one.number < other.number for one, other in pairwise(found.values()))
    if (
        len(found) >= _LEAST_QUESTIONS
        and len(asked) >= _LEAST_NAMED * len(found)
        and rising >= _LEAST_RISING * (len(found) - 1)
        and answered >= _LEAST_ANSWERED * len(found)
    ):
        return found
    known = Counter(name for name in names.values() if name)
    return {i: number for i, number in found.items() if known[number.name or ""]}


def _are_paragraphs(found: Mapping[int, _Number]) -> bool:
    """Whether numbers count the paragraphs of a record: one by one, each before a speaker."""
    names = [number.name for number in found.values() if number.name]
    if len(names) < max(_LEAST_PARAGRAPHS, _LEAST_NAMED * len(found)):
        return False
    steps = sum(one.number + 1 == other.number for one, other in pairwise(found.values()))
    recurring = [count for count in Counter(names).values() if count > 1]
    return (
        steps >= _LEAST_RISING * (len(found) - 1)
        and len(recurring) > 1
        and sum(recurring) >= _LEAST_RECURRING * len(names)
    )


def _without(lines: Sequence[Line], cuts: Mapping[int, _Number], reason: str) -> Unnumbered:
    """Leave the numbers out of the lines."""
    kept: list[Line] = []
    left_out: list[LeftOut] = []
    for i, line in enumerate(lines):
        if i not in cuts:
            kept.append(line)
            continue
        end = cuts[i].end
        left_out.append(LeftOut(line.start, line.start + len(line.text[:end].rstrip()), reason))
        if end < len(line.text):
            kept.append(Line(line.start + end, line.end, line.blank, line.text[end:]))
    return Unnumbered(kept, left_out)
