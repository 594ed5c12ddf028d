"""A label style, and the search for the lines that begin with one of its labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.known_names import find_short_names
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, read_time

NameReader: TypeAlias = Callable[[str], str | None]

_REACH = 160  # characters of a line in which its label must end; by eye
_SHOWN = re.compile(r"[0-9]:[0-5][0-9]")


class LabelStyle(NamedTuple):
    """A way of naming who speaks.

    Attributes:
        example: As a person sees it, in a file with that style.
        regex: The label at the beginning of a line; its groups are `name`, and perhaps `clock`
            and `until`.
        needs: Characters without which no line has such a label.
        least: Least share of the paragraphs that begin so, in a file that has the style.
        read: Reads the words of the group `name` as a name.
        is_strong: Whether its typography is hardly ever that of words: such labels count beside
            those of another style, and need not be many.
        starts: Characters of which one begins such a label; "" if it may be any.
        announced: What a file with the style says at its head, where a single label is enough.
    """

    example: str
    regex: re.Pattern[str]
    needs: str
    least: float
    read: NameReader
    is_strong: bool = False
    starts: str = ""
    announced: re.Pattern[str] | None = None

    @property
    def is_timed(self) -> bool:
        """Whether a time belongs to the label."""
        return "clock" in self.regex.groupindex


def find_labels(
    style: LabelStyle, lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find the lines that begin with a label of a style.

    Args:
        style: The style.
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    if style.is_timed:
        return _find_timed(style, lines, prefixes)
    found: dict[int, LinePrefix] = {}
    needs, starts, regex = style.needs, style.starts, style.regex
    for i, line in enumerate(lines):
        text = line.text
        prefix = prefixes[i]
        at = prefix.label_start if prefix is not None else 0
        if starts and text[at : at + 1] not in starts:
            continue
        if needs and text.find(needs, at, at + _REACH) < 0:
            continue
        match = regex.match(text[: at + _REACH].replace("\xa0", " "), at)
        name = _read(style.read, match["name"]) if match else None
        if match and name:
            if prefix is not None and prefix.name and not _is_within(match, prefix, style):
                continue
            found[i] = (prefix or EMPTY_PREFIX)._replace(
                name=name, label_end=match.end(), mark="", has_colon=True
            )
    short = find_short_names(prefix.name or "" for prefix in found.values())
    return {
        i: prefix._replace(name=short.get(prefix.name or "", prefix.name))
        for i, prefix in found.items()
    }


def _is_within(match: re.Match[str], prefix: LinePrefix, style: LabelStyle) -> bool:
    """Whether a label ends before one with a colon does: `Mr. LEE. I say: no`."""
    return style.is_strong and not prefix.stamp and match.end() < prefix.label_end


@lru_cache(maxsize=4096)  # a file repeats few names
def _read(read: NameReader, text: str) -> str | None:
    return read(text.replace("\xa0", " "))


def _find_timed(
    style: LabelStyle, lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find the lines with a name and a time beside it, where no time was read yet."""
    found: dict[int, LinePrefix] = {}
    for i, line in enumerate(lines):
        text = line.text
        if not (text[0].isalnum() or text[0] in "[*") or ":" not in text:
            continue
        prefix = prefixes[i]
        if prefix is not None and (prefix.stamp or prefix.stamp_end):
            continue
        match = style.regex.match(text[:_REACH]) if _SHOWN.search(text, 0, _REACH) else None
        name = _read(style.read, match["name"]) if match else None
        if match and name:
            found[i] = LinePrefix(
                name,
                stamp="header",
                start_ms=read_time(match["clock"]),
                end_ms=read_time(match["until"]) if match["until"] else None,
                label_end=match.end(),
                has_colon=True,
            )
    return found
