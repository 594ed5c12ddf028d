"""Question and paragraph numbers before labels, in official records.

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
from nuggets.formats.text.boilerplate.cuts import CutLines, cut_out
from nuggets.formats.text.speakers.labels import REACH, parse_prefix
from nuggets.formats.text.speakers.names import bare_name, to_long_label
from nuggets.formats.text.speakers.recurrence import has_recurring_names
from nuggets.formats.text.speakers.timestamps import LEAST_RISING

QUESTION = "question number"
PARAGRAPH = "paragraph number"

_NUMBER_STARTS = frozenset("Q*_[0123456789")
_QUESTION = re.compile(r"[*_]{0,3}Q ?(?P<number>[0-9]{1,4})[.:)]?[*_]{0,3}(?:\s+|\Z)")
_PARAGRAPHS = (
    re.compile(r"\[(?P<number>[0-9]{1,4})\]\s+(?=\S)"),
    re.compile(r"(?P<number>[0-9]{1,4})[.)]?\s+(?=\S)"),
)
_LEAST_QUESTIONS = 2  # by eye, as are the others
_LEAST_PARAGRAPHS = 6
_LEAST_NAMED = 0.8  # share of numbers with a label behind
_LEAST_ANSWERED = 0.6  # share of questions that somebody answers before the next one


class _Number(NamedTuple):
    """A number before the words of a line.

    Attributes:
        number: The number.
        end: Offset of its end in the line, with the white space behind.
        name: What could be a speaker's name behind or below it; None if there is none.
    """

    number: int
    end: int
    name: str | None


def strip_question_numbers(lines: Sequence[Line]) -> CutLines | None:
    """Strip the numbers before speaker labels; None if there are none.

    Args:
        lines: Those of the file that are not blank.
    """
    candidates = [i for i, line in enumerate(lines) if line.text[0] in _NUMBER_STARTS]
    questions = _keep_questions(lines, _find(lines, candidates, _QUESTION))
    if questions:
        return cut_out(lines, {i: (0, one.end) for i, one in questions.items()}, QUESTION)
    for pattern in _PARAGRAPHS:
        paragraphs = _find(lines, candidates, pattern)
        if _has_paragraph_numbers(paragraphs):
            return cut_out(lines, {i: (0, one.end) for i, one in paragraphs.items()}, PARAGRAPH)
    listed = _keep_known(lines, _find(lines, candidates, _PARAGRAPHS[-1]))
    if listed:
        return cut_out(lines, {i: (0, one.end) for i, one in listed.items()}, QUESTION)
    return None


def _find(
    lines: Sequence[Line], candidates: Sequence[int], pattern: re.Pattern[str]
) -> dict[int, _Number]:
    """Find the numbers that a pattern matches, and the names behind or below them."""
    found: dict[int, _Number] = {}
    for i in candidates:
        match = pattern.match(lines[i].text)
        if match:
            behind = lines[i].text[match.end() :]
            below = lines[i + 1].text if i + 1 < len(lines) else ""
            found[i] = _Number(int(match["number"]), match.end(), _name_in(behind or below))
    return found


def _name_in(text: str) -> str | None:
    """Read what could be a speaker's name at the beginning of a line."""
    prefix = parse_prefix(text) if text else None
    if prefix is None or prefix.name or not prefix.has_colon:
        return prefix.name if prefix is not None else None
    return to_long_label(text[:REACH].partition(":")[0])


def _keep_questions(lines: Sequence[Line], found: dict[int, _Number]) -> dict[int, _Number]:
    """Keep the numbers that number questions.

    They rise, and somebody answers without one; else they are the quarters of a year or the like,
    and one is left out only before a name that also occurs without a number.
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
        and rising >= LEAST_RISING * (len(found) - 1)
        and answered >= _LEAST_ANSWERED * len(found)
    ):
        return found
    known = Counter(name for name in names.values() if name)
    return {i: number for i, number in found.items() if known[number.name or ""]}


def _keep_known(lines: Sequence[Line], found: dict[int, _Number]) -> dict[int, _Number]:
    """Keep the numbers before the name of somebody who also speaks without one, if they rise.

    So a parliament numbers the questions that were lodged: `3. Tomas Orwin (Selby) (Con): To ask`.
    """
    named = {i: one for i, one in found.items() if one.name}
    numbers = [one.number for one in named.values()]
    if not named or numbers != sorted(set(numbers)):
        return {}
    names = (_name_in(line.text) for i, line in enumerate(lines) if i not in found)
    known = {bare_name(name) for name in names if name}
    asked = {
        i: one
        for i, one in named.items()
        if "(" in (one.name or "") or bare_name(one.name or "") in known
    }
    return asked if any(bare_name(one.name or "") in known for one in asked.values()) else {}


def _has_paragraph_numbers(found: Mapping[int, _Number]) -> bool:
    """Whether numbers count the paragraphs of a record, one by one, each before a speaker."""
    names = [number.name for number in found.values() if number.name]
    if len(names) < max(_LEAST_PARAGRAPHS, _LEAST_NAMED * len(found)):
        return False
    steps = sum(one.number + 1 == other.number for one, other in pairwise(found.values()))
    return (
        steps >= LEAST_RISING * (len(found) - 1)
        and sum(count > 1 for count in Counter(names).values()) > 1
        and has_recurring_names(names)
    )
