"""A label style, and the search for the lines that begin with one of its labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.known_names import find_short_names
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, read_time
from nuggets.timecode import to_24_hours

NameReader: TypeAlias = Callable[[str], str | None]

_REACH = 160  # characters of a line in which its label must end; by eye
_SHOWN = re.compile(r"[0-9]:[0-5][0-9]")


class LabelStyle(NamedTuple):
    """A way of naming who speaks.

    Attributes:
        example: As a person sees it, in a file with that style.
        regex: The label at the beginning of a line; its groups are `name`, and perhaps `clock`
            and `until`.
        needs: Characters of which a line with such a label has one; none if it may have any.
        least: Least share of the paragraphs that begin so, in a file that has the style.
        read: Reads the words of the group `name` as a name.
        is_strong: Whether its typography is hardly ever that of words: such labels count beside
            those of another style, and need not be many.
        starts: Characters of which one begins such a label; "" if a letter or a digit does.
        announced: What a file with the style says at its head, where a single label is enough.
    """

    example: str
    regex: re.Pattern[str]
    needs: tuple[str, ...]
    least: float
    read: NameReader
    is_strong: bool = False
    starts: str = ""
    announced: re.Pattern[str] | None = None


class LineHeads:
    """The beginnings of lines behind their time and mark, sorted by their first character.

    A file may repeat a line very often, so equal heads are looked at once.

    Attributes:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """

    def __init__(self, lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> None:
        self.lines = lines
        self.prefixes = prefixes
        places: dict[str, list[int]] = {}
        for i, (line, prefix) in enumerate(zip(lines, prefixes, strict=True)):
            at = 0 if prefix is None else prefix.label_start
            places.setdefault(line.text[at : at + _REACH], []).append(i)
        self._by_first: dict[str, list[tuple[str, list[int]]]] = {}
        for head, at_lines in places.items():
            self._by_first.setdefault(head[:1], []).append((head, at_lines))

    def beginning_with(self, chars: str) -> Iterator[tuple[str, Sequence[int]]]:
        """Give the heads that begin with one of some characters, and the lines that have each.

        Args:
            chars: The characters; "" for any letter or digit.
        """
        for char, heads in self._by_first.items():
            if char in chars if chars and char else char.isalnum():
                yield from heads


def find_labels(style: LabelStyle, heads: LineHeads) -> dict[int, LinePrefix]:
    """Find the lines that begin with a label of a style without a time."""
    found: dict[int, LinePrefix] = {}
    needs, regex = style.needs, style.regex
    for head, at_lines in heads.beginning_with(style.starts):
        if needs and not any(map(head.__contains__, needs)):
            continue
        match = regex.match(head.replace("\xa0", " ") if "\xa0" in head else head)
        name = _read(style.read, match["name"]) if match else None
        if not match or not name:
            continue
        for i in at_lines:
            prefix = heads.prefixes[i] or EMPTY_PREFIX
            label_end = prefix.label_start + match.end()
            if prefix.name and (
                prefix.stamp or not style.is_strong or label_end >= prefix.label_end
            ):
                continue  # but `Mr. LEE. I say: no`
            found[i] = prefix._replace(name=name, label_end=label_end, mark="", has_colon=True)
    found = dict(sorted(found.items()))
    short = find_short_names(prefix.name or "" for prefix in found.values())
    if not short:
        return found
    return {
        i: prefix._replace(name=short.get(prefix.name or "", prefix.name))
        for i, prefix in found.items()
    }


@lru_cache(maxsize=4096)  # a file repeats few names
def _read(read: NameReader, text: str) -> str | None:
    return read(text.replace("\xa0", " "))


def find_near_times(lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> Sequence[int]:
    """Find the lines near whose beginning is a time that was not read yet."""
    return [
        i
        for i, line in enumerate(lines)
        if (line.text[0].isalnum() or line.text[0] in "[*")
        and ":" in line.text
        and _SHOWN.search(line.text, 0, _REACH)
        and ((prefix := prefixes[i]) is None or not (prefix.stamp or prefix.stamp_end))
    ]


def find_timed_labels(
    style: LabelStyle, lines: Sequence[Line], near: Sequence[int]
) -> dict[int, LinePrefix]:
    """Find the lines with a label of a style with a time, among those near whose start one is.

    A time of day, as before messages, is kept where all are of one day; otherwise it means nothing.
    """
    found: dict[int, LinePrefix] = {}
    dates: set[str] = set()
    for i in near:
        match = style.regex.match(lines[i].text[:_REACH])
        name = _read(style.read, match["name"]) if match else None
        if match and name:
            part = match.groupdict()
            is_of_day = "dated" in part  # hours and minutes
            start_ms = read_time((part["clock"] or part["dated"]) + ":00" * is_of_day)
            if part.get("half"):
                start_ms = to_24_hours(start_ms, part["half"])
            dates.add(part.get("date") or "")
            found[i] = LinePrefix(
                name,
                stamp="header",
                start_ms=start_ms,
                end_ms=read_time(part["until"]) if part["until"] else None,
                label_end=match.end(),
                has_colon=True,
            )
    if len(dates) > 1:
        found = {i: prefix._replace(start_ms=None) for i, prefix in found.items()}
    return found
