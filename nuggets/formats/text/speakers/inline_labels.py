"""Labels within a line, where turns were pasted onto one: `ANNA: Why? BEN: Because. ANNA: Oh`.

A label within a line counts only after the end of a sentence, and where it recurs. If some of them
may be missed, nobody is named: a missed label would give its words to the speaker before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line, cut_line
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names import TITLES, is_in_capitals, is_numbered, to_name
from nuggets.formats.text.speakers.recurrence import count_recurring
from nuggets.timecode import CLOCK

_END_OF_LABEL = re.compile(  # a character class first, which is searched for faster
    rf"[:：\[(](?:(?<=:)(?=[\s*]|$)|(?<=：)|(?<=[\[(])(?={CLOCK}[\])]))"
)
_BREAK = re.compile(r"(?:[.?!…—–]|--)[\"”’')\]*]*\s+(?=\S)|[。？！][”’」』]*\s*(?=\S)")
_DIRECTIONS = re.compile(rf"(?:(?![\[(]\s*{CLOCK})(?:\[[^\[\]]*\]|\([^()]*\))\s+)*")
_STAMP = re.compile(rf"[\[(]\s*{CLOCK}\s*[\])]\s*|{CLOCK}\s+")
_REACH = 80  # characters before a colon in which its label begins; by eye, as is the next
_MOST_NAMES = 50  # more than so many different ones are no speakers


class _InlineLabel(NamedTuple):
    """A label within a line: offsets of its beginning and of the end of its name, and the name."""

    begin: int
    end: int
    name: str


class SplitLines(NamedTuple):
    """Lines after those with several turns were split.

    Attributes:
        lines: The lines and their parts, in order.
        prefixes: The possible prefix of each line; None where there is none.
        is_complete: Whether every label within a line was found; if not, no speaker is sure.
    """

    lines: list[Line]
    prefixes: list[LinePrefix | None]
    is_complete: bool = True


def split_at_inline_labels(lines: list[Line], prefixes: list[LinePrefix | None]) -> SplitLines:
    """Split lines before the labels within them.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    inside: dict[int, list[_InlineLabel]] = {}
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        label_end = prefix.label_end if prefix else 0
        if line.text.find(":", label_end) >= 0 or "：" in line.text:
            found = _labels_within(line.text, label_end)
            if found:
                inside[i] = found
    if not inside:
        return SplitLines(lines, prefixes)
    starts = Counter(prefix.name for prefix in prefixes if prefix is not None and prefix.name)
    within = Counter(label.name for found in inside.values() for label in found)
    if within.total() >= starts.total():  # else a list in somebody's words
        total = starts + within
        recurring = count_recurring(total.elements())
        if len(total) < 2 or 2 * recurring < total.total() or len(total) > _MOST_NAMES:
            return SplitLines(lines, prefixes, is_complete=not starts)
        known = set(total)
        if not _add_interruptions(lines, prefixes, inside, known):
            return SplitLines(lines, prefixes, is_complete=False)
    else:
        known = {name for name, count in starts.items() if count > 1}
    new_lines: list[Line] = []
    new_prefixes: list[LinePrefix | None] = []
    for i, line in enumerate(lines):
        cuts = [label.begin for label in inside.get(i, ()) if label.name in known]
        if cuts:
            parts = list(cut_line(line, cuts))
            new_lines.extend(parts)
            new_prefixes.extend(parse_prefix(part.text) for part in parts)
        else:
            new_lines.append(line)
            new_prefixes.append(prefixes[i])
    return SplitLines(new_lines, new_prefixes)


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
        is_short = text[found.start()] == "." and (word in TITLES or len(word) == 1)
        if found.end() < end and not is_short:
            return found.end()
    return None


def _add_interruptions(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    inside: dict[int, list[_InlineLabel]],
    names: set[str],
) -> bool:
    """Add known labels within a sentence.

    Returns:
        Whether all are sure; false if one may be words of what is said.
    """
    known = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<=\s)(?:{known})(?=:\s)")
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        labels = inside.get(i, [])
        taken = {label.end for label in labels}
        more: list[_InlineLabel] = []
        for match in pattern.finditer(line.text, prefix.label_end if prefix else 0):
            name = match.group()
            if match.end() in taken:
                continue
            if not (" " in name or is_in_capitals(name) or is_numbered(name)):
                return False
            more.append(_InlineLabel(match.start(), match.end(), name))
        if more:
            inside[i] = sorted((*labels, *more))
    return True
