"""Talks whose turns were pasted onto one line, as in `ANNA: Why? BEN: Because. ANNA: Oh`.

A label within a line counts only after the end of a sentence, and where it recurs; otherwise all
that follows would be given to whoever speaks first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line, cut_line
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names import TITLES, is_in_capitals, is_numbered, to_name
from nuggets.timecode import CLOCK

_END_OF_LABEL = re.compile(  # a set first, which is sought faster
    rf"[:：\[(](?:(?<=:)(?=[\s*]|$)|(?<=：)|(?<=[\[(])(?={CLOCK}[\])]))"
)
_BREAK = re.compile(r"(?:[.?!…—–]|--)[\"”’')\]*]*\s+(?=\S)|[。？！][”’」』]*\s*(?=\S)")
_STAMP = re.compile(rf"[\[(]\s*{CLOCK}\s*[\])]\s*|{CLOCK}\s+")
_REACH = 80  # characters before a colon in which its label begins
_MOST_NAMES = 50


class _Label(NamedTuple):
    """A label within a line: where it begins, where its name ends, and the name."""

    begin: int
    end: int
    name: str


class SplitLines(NamedTuple):
    """Lines after the pasted ones were cut.

    Attributes:
        lines: The lines and their parts, in order.
        prefixes: What could stand before the words of each.
        is_complete: Whether each label within a line was found; if not, nobody is known to speak.
    """

    lines: list[Line]
    prefixes: list[LinePrefix | None]
    is_complete: bool = True


def split_at_inline_labels(lines: list[Line], prefixes: list[LinePrefix | None]) -> SplitLines:
    """SplitLines lines before the labels that stand within them.

    Args:
        lines: All lines of the file.
        prefixes: What could stand before the words of each.
    """
    inside: dict[int, list[_Label]] = {}
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
    if within.total() >= starts.total():  # pasted, rather than a list in somebody's words
        total = starts + within
        recurring = sum(count for count in total.values() if count > 1)
        if len(total) < 2 or 2 * recurring < total.total() or len(total) > _MOST_NAMES:
            return SplitLines(lines, prefixes, is_complete=not starts)
        known = set(total)
        if not _add_interruptions(lines, prefixes, inside, known):
            return SplitLines(lines, prefixes, is_complete=False)
    else:
        known = {name for name, count in starts.items() if count > 1}
    new_lines: list[Line] = []
    new_heads: list[LinePrefix | None] = []
    for i, line in enumerate(lines):
        cuts = [label.begin for label in inside.get(i, ()) if label.name in known]
        if cuts:
            parts = list(cut_line(line, cuts))
            new_lines.extend(parts)
            new_heads.extend(parse_prefix(part.text) for part in parts)
        else:
            new_lines.append(line)
            new_heads.append(prefixes[i])
    return SplitLines(new_lines, new_heads)


def _labels_within(text: str, label_end: int) -> list[_Label]:
    """Find what could be labels after the ends of sentences, behind the one at the beginning."""
    found: list[_Label] = []
    for end in _END_OF_LABEL.finditer(text, label_end):
        begin = _begin_of_label(text, end.start())
        if begin is None or (found and begin <= found[-1].begin):
            continue
        stamp = _STAMP.match(text, begin, end.start())
        name = to_name(text[stamp.end() if stamp else begin : end.start()])
        if name:
            found.append(_Label(begin, end.start(), name))
    return found


def _begin_of_label(text: str, end: int) -> int | None:
    """Find where the sentence begins in which a label ends; `Dr.` ends none."""
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
    inside: dict[int, list[_Label]],
    names: set[str],
) -> bool:
    """Add known labels in the midst of a sentence; False if one may be words of somebody."""
    known = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<=\s)(?:{known})(?=:\s)")
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        labels = inside.get(i, [])
        taken = {label.end for label in labels}
        more: list[_Label] = []
        for match in pattern.finditer(line.text, prefix.label_end if prefix else 0):
            name = match.group()
            if match.end() in taken:
                continue
            if not (" " in name or is_in_capitals(name) or is_numbered(name)):
                return False
            more.append(_Label(match.start(), match.end(), name))
        if more:
            inside[i] = sorted((*labels, *more))
    return True
