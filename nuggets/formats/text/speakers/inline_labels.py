"""Labels within a line, where turns were pasted onto one: `ANNA: Why? BEN: Because. ANNA: Oh`.

A label within a line counts after the end of a sentence, and where it recurs; one that does not, in
a file of such lines, leaves its words to nobody rather than to the speaker before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line, cut_line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names import (
    ABBREVIATIONS,
    is_cased,
    is_in_capitals,
    is_numbered,
    to_name,
)
from nuggets.formats.text.speakers.recurrence import count_recurring
from nuggets.timecode import CLOCK

_END_OF_LABEL = re.compile(  # a character class first, which is searched for faster
    rf"[:：\[(](?:(?<=:)(?=[\s*]|$)|(?<=：)|(?<=[\[(])(?={CLOCK}[\])]))"
)
_BREAK = re.compile(r"(?:[.?!…—–]|--)[\"”’')\]*]*\s+(?=\S)|[。？！][”’」』]*\s*(?=\S)")
_DIRECTIONS = re.compile(rf"(?:(?![\[(]\s*{CLOCK})(?:\[[^\[\]]*\]|\([^()]*\))\s+)*")
_STAMP = re.compile(rf"[\[(]\s*{CLOCK}\s*[\])]\s*|{CLOCK}\s+")
_ABBREVIATED = ABBREVIATIONS - frozenset("right chief the president minister judge general".split())
"""Words whose full stop ends no sentence; not those that are seldom abbreviated."""
_REACH = 80  # characters before a colon in which its label begins; by eye, as is the next
_MOST_WORDS = 6  # of a known name

UNKNOWN = "?"
"""The mark of a part of a line that another speaker may say, nobody knows who."""


class _InlineLabel(NamedTuple):
    """A label within a line: offsets of its beginning and of the end of its name, and the name."""

    begin: int
    end: int
    name: str


class SplitLines(NamedTuple):
    """Lines after those with several turns were split.

    Attributes:
        lines: The lines and their parts, in order.
        prefixes: The possible prefix of each line; None where there is none. A part that may be
            another speaker's has the mark `UNKNOWN`.
        is_complete: Whether labels within lines recur, if there are any; if not, no speaker is
            sure.
    """

    lines: list[Line]
    prefixes: list[LinePrefix | None]
    is_complete: bool = True


def split_at_inline_labels(lines: list[Line], prefixes: list[LinePrefix | None]) -> SplitLines:
    """Split lines before the labels within them.

    Where most labels are within lines, turns were pasted onto them, and any label there ends the
    words of the speaker before; elsewhere only a name that is known from the beginnings of lines.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    inside: dict[int, list[_InlineLabel]] = {}
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        label_end = prefix.label_end if prefix else 0
        if line.text.find(":", label_end) >= 0 or "：" in line.text:
            inside[i] = _labels_within(line.text, label_end)
    starts = Counter(prefix.name for prefix in prefixes if prefix is not None and prefix.name)
    within = Counter(label.name for found in inside.values() for label in found)
    total = starts + within
    are_pasted = within.total() >= max(1, starts.total())
    if are_pasted and (len(total) < 2 or 2 * count_recurring(total.elements()) < total.total()):
        return SplitLines(lines, prefixes, is_complete=not starts)
    known = {name for name, count in (total if are_pasted else starts).items() if count > 1}
    if are_pasted:
        known |= {name for name in total if _is_written_like_name(name)}
    new_lines: list[Line] = []
    new_prefixes: list[LinePrefix | None] = []
    for i, line in enumerate(lines):
        cuts = _find_cuts(line.text, prefixes[i], inside.get(i, ()), known, are_pasted=are_pasted)
        if i not in inside or not cuts:
            new_lines.append(line)
            new_prefixes.append(prefixes[i])
            continue
        for part in cut_line(line, sorted(cuts)):
            is_known = cuts.get(part.start - line.start, True)
            prefix = parse_prefix(part.text) if part.start > line.start else prefixes[i]
            new_lines.append(part)
            new_prefixes.append(prefix if is_known else EMPTY_PREFIX._replace(mark=UNKNOWN))
    return SplitLines(new_lines, new_prefixes)


def _is_written_like_name(name: str) -> bool:
    """Whether the writing of words shows that they are a name, even if they occur once."""
    return " " in name or is_in_capitals(name) or is_numbered(name) or not is_cased(name)


def _find_cuts(
    text: str,
    prefix: LinePrefix | None,
    labels: Sequence[_InlineLabel],
    known: Collection[str],
    *,
    are_pasted: bool,
) -> dict[int, bool]:
    """Find the offsets of a line before which another speaker begins, and whether he is known.

    A known name counts within a sentence, too: somebody is interrupted. Where it is a single word
    it may be one of what is said, and then the speaker is unknown.
    """
    cuts = {
        label.begin: label.name in known for label in labels if are_pasted or label.name in known
    }
    ends = {label.end for label in labels}
    at = prefix.label_end if prefix else 0
    while (at := text.find(": ", at)) >= 0:
        begin = None if at in ends else _find_known_before(text, at, known)
        if begin:
            name = text[begin:at]
            is_sure = _is_written_like_name(name)
            if is_sure or are_pasted:
                cuts[begin] = is_sure
        at += 2
    return cuts


def _find_known_before(text: str, end: int, known: Collection[str]) -> int | None:
    """Find the offset of a known name that ends at an offset and follows a blank."""
    begin = end
    for _ in range(_MOST_WORDS):
        begin = text.rfind(" ", 0, begin - 1) + 1 if begin > 1 else 0
        if begin == 0 or end - begin > _REACH:
            return None
        if text[begin:end] in known:
            return begin
    return None


def _labels_within(text: str, label_end: int) -> list[_InlineLabel]:
    """Find possible labels after sentence ends, behind the label at the beginning of a line."""
    found: list[_InlineLabel] = []
    for end in _END_OF_LABEL.finditer(text, label_end):
        begin = _begin_of_label(text, end.start())
        if begin is None:
            continue
        begin = _DIRECTIONS.match(text, begin, end.start()).end()  # type: ignore[union-attr]
        if found and begin <= found[-1].begin:
            continue
        stamp = _STAMP.match(text, begin, end.start())
        name = to_name(text[stamp.end() if stamp else begin : end.start()])
        if name:
            found.append(_InlineLabel(begin, end.start(), name))
    return found


def _begin_of_label(text: str, end: int) -> int | None:
    """Find the beginning of the sentence in which a label ends; `Dr.` ends no sentence."""
    for found in reversed(list(_BREAK.finditer(text, max(0, end - _REACH), end))):
        before = text[max(0, found.start() - 20) : found.start()].split()[-1:]
        word = "".join(before).lstrip("\"“‘'([*").casefold()
        is_short = text[found.start()] == "." and (word in _ABBREVIATED or len(word) == 1)
        if found.end() < end and not is_short:
            return found.end()
    return None
