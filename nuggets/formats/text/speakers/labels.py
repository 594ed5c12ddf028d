"""Speaker labels and the rest of a line's prefix: quotation mark, time, change mark, label.

One line is read at a time, and what it *could* be; `file_style` decides for the whole file which of
these are labels and times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.names import PARENTHESES, fold_label, to_name, to_timed_name
from nuggets.timecode import CLOCK, parse_clock, to_ms

_CONTROL = re.compile(  # of terminals, of direction and without width; not what joins letters
    r"\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"
    r"\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_NEEDS_FULL_PARSE = re.compile(rf"[()\[\]：]|{_CONTROL.pattern}")
_STAMP_STARTS = frozenset("[(@0123456789")
_MARK_STARTS = frozenset(">-–—")

REACH = 200  # characters of a line in which a label must end; by eye

_ARROW = r"\s*(?:--?>|[-–—→]|to)\s*"
_SECONDS = r"[0-9]{1,6}\.[0-9]{1,3}(?![0-9.:])"
_FRAMES = r"[0-9]{2}:[0-5][0-9]:[0-5][0-9][:;][0-9]{2}(?![0-9:])"  # of an editor of films
_FROM = rf"(?:{CLOCK}|{_FRAMES}|{_SECONDS}(?=s?(?:{_ARROW}{_SECONDS}|\s*\])))"
RANGE = rf"(?P<clock>{_FROM})s?(?:{_ARROW}(?P<until>{CLOCK}|{_FRAMES}|{_SECONDS})s?)?"
"""Pattern of a time, or of a start and an end time with an arrow or a dash between; numbers of
seconds are times only as a start and an end, or alone in square brackets."""

CHEVRONS = re.compile(r">{2,3}\s*")
"""Pattern of `>>`, which marks that another speaker begins."""

_BRACKETED = re.compile(rf"(?P<open>[\[(])\s*{RANGE}\s*[\])]")
_AFTER_LABEL = re.compile(rf"\s*[\[(]\s*{RANGE}\s*[\])]")
_STAMP = re.compile(rf"(?:(?P<open>[\[(])\s*{RANGE}\s*[\])](?:\s*[:|](?=\s|$))?)\s*")
_BARE_STAMP = re.compile(rf"@?{RANGE}(?:\s*[:|](?=\s)|(?=\s|$))\s*")
_QUOTE = re.compile(r"(?:>\s+)+(?!>)|>$")
_DASH = re.compile(r"[-–—]\s+|[–—](?=\w)")
_BOLD = re.compile(r"\*{1,3}|__")
_OPENS_BOLD = re.compile(r"(?:\*{1,3}|__)(?!\s)")  # `* ` is the mark of a list

_UP_TO_COLON = re.compile(rf"(?P<name>[^:：()\[\]]*(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,3}})[:：]")
_UP_TO_STAMP = re.compile(
    rf"(?P<name>[^:：()\[\]]{{1,80}}(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,2}}?)(?=[\[(]\s*{_FROM})"
)
_NAME_AND_CLOCK = re.compile(
    rf"(?P<name>[^:：()\[\]]{{1,80}}?(?:{PARENTHESES})?)(?:\s{{2,}}|\s{{0,3}}[•·|]\s{{0,3}}){RANGE}$"
)
_STAMP_AT_END = re.compile(rf"\s*(?:[\[(]\s*{RANGE}\s*[\])])\s*$")
_CLOSING = re.compile(r"\s*(?:\*{1,3}|__)?\s*[:：]?(?:\*{1,3}|__)?\s*")  # after a name and its time
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[\"”’')\]]{0,2}[.?!…][\"”’')\]]{0,2}\s")
_AFTER_COLON = re.compile(r"\s|$|\*|__|[^\x00-\x7f]|[\"'(\[A-Z]")


class LinePrefix(NamedTuple):
    """The possible prefix of a line; all ends are offsets from its beginning.

    Attributes:
        name: The words that could be a speaker's name; None if there are none.
        emphasis: Whether the name is in bold type, or set off as clearly.
        stamp: How a time is written: "", "bare", "bare short", "bracket", "bracket short" (short:
            without hours) or "header" (after the name).
        start_ms: Start time in milliseconds; None if there is none.
        end_ms: End time; None if there is none.
        mark: The change mark, which says that another speaker begins: ">>", "-" or "".
        quote_end: Where the markup of a quotation ends.
        stamp_end: Where the time ends, if it comes first.
        mark_end: Where the mark ends.
        label_end: Where the label ends, with the time that belongs to it.
        has_colon: Whether there are words before a colon, a name or not.
        is_sure: Whether the style of the file alone shows that the name is a speaker's.
    """

    name: str | None = None
    emphasis: bool = False
    stamp: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    mark: str = ""
    quote_end: int = 0
    stamp_end: int = 0
    mark_end: int = 0
    label_end: int = 0
    has_colon: bool = False
    is_sure: bool = False

    @property
    def label_start(self) -> int:
        """Where a label begins, or would: behind the quotation mark, the time and the mark."""
        return max(self.stamp_end, self.mark_end, self.quote_end)


EMPTY_PREFIX = LinePrefix()
"""The prefix of a line that begins with its words."""


def find_nameless_labels(
    prefixes: Sequence[LinePrefix | None],
) -> Iterator[tuple[int, LinePrefix]]:
    """Find the lines with words before a colon that are not shaped like a name."""
    for i, prefix in enumerate(prefixes):
        if prefix is not None and prefix.name is None and prefix.has_colon:
            yield i, prefix


def match_nameless_labels(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    regex: re.Pattern[str],
    read: Callable[[str], str | None],
) -> dict[int, LinePrefix]:
    """Match the words before a colon that are not shaped like a name with a kind of label.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
        regex: The label; its group `name` is read.
        read: Reads the words as a name; None if they cannot be one.
    """
    found: dict[int, LinePrefix] = {}
    for i, prefix in find_nameless_labels(prefixes):
        text, at = lines[i].text, prefix.label_start
        match = regex.match(text[:REACH], at)
        name = read(match["name"]) if match else None
        if match and name:
            is_bold = text[at] in "*_"
            found[i] = prefix._replace(name=name, label_end=match.end(), emphasis=is_bold)
    return found


def merge_prefixes(
    prefixes: Sequence[LinePrefix | None], found: Mapping[int, LinePrefix]
) -> list[LinePrefix | None]:
    """Put prefixes that were found, by the index of their line, in place of others."""
    return [found.get(i, prefix) for i, prefix in enumerate(prefixes)]


class _PrefixLabel(NamedTuple):
    """A label at the beginning of a text; `clock` is the time inside or after it."""

    name: str | None
    emphasis: bool
    end: int
    clock: re.Match[str] | None


class _BeforeLabel(NamedTuple):
    """What stands before a label that begins at `at`; the others as in `LinePrefix`."""

    at: int
    is_bold: bool
    clock: re.Match[str] | None = None
    stamp: str = ""
    stamp_end: int = 0
    mark: str = ""
    mark_end: int = 0


@lru_cache(maxsize=4096)  # a file may repeat a line
def parse_prefix(line: str) -> LinePrefix | None:
    """Parse the possible prefix of a line.

    Args:
        line: Without white space around it; not empty.

    Returns:
        The prefix; None if there is none.
    """
    colon = line.find(":", 0, REACH)
    if colon < 0 and line[0] not in ">-–—" and "：" not in line[:REACH]:
        return None  # most lines
    before = line[:colon] if line[0].isalpha() and line[colon + 1 : colon + 2] == " " else ""
    if before and line[colon + 2 : colon + 3] not in "([* \t":
        is_simple, prefix = _parse_simple(before)
        if is_simple:  # as nearly all of the others
            return prefix
    line = line[:REACH]
    if not line.isprintable() and _CONTROL.search(line):  # rare, so looked for last
        return _parse_without_controls(line)
    quote = _QUOTE.match(line)
    at = quote_end = quote.end() if quote else 0
    ahead = _read_before_label(line, at)
    at, clock, stamp = ahead.at, ahead.clock, ahead.stamp
    has_colon = line.find(":", at) >= 0 or "：" in line
    label = _read_label(line, at, is_bold=ahead.is_bold) if has_colon else None
    if label and label.clock and not clock:
        clock, stamp = label.clock, "header"
    if not (quote or clock or ahead.mark or label):
        return None
    return LinePrefix(
        name=label.name if label else None,
        emphasis=label.emphasis if label else False,
        stamp=stamp,
        start_ms=_read_clock(clock, "clock"),
        end_ms=_read_clock(clock, "until"),
        mark=ahead.mark,
        quote_end=quote_end,
        stamp_end=ahead.stamp_end,
        mark_end=ahead.mark_end,
        label_end=label.end if label and label.name else 0,
        has_colon=label is not None,
    )


def _read_before_label(line: str, at: int) -> _BeforeLabel:
    """Read the time and the mark before a label, in either order: `[0:01] >> ANNA:`.

    Bold type may be around both, as in `**[0:01] ANNA:**`.
    """
    stamp, clock, stamp_end = "", None, 0
    mark, mark_end = "", 0
    bold = _OPENS_BOLD.match(line, at) if line[at : at + 1] in ("*", "_") else None
    is_bold = bold is not None and line[bold.end() : bold.end() + 1] in _STAMP_STARTS
    begin, at = at, bold.end() if bold and is_bold else at
    for _ in range(2):
        if not clock and line[at : at + 1] in _STAMP_STARTS:
            clock = _STAMP.match(line, at) or _BARE_STAMP.match(line, at)
            if clock:
                at = stamp_end = clock.end()
                stamp = "bracket" if "open" in clock.re.groupindex else "bare"
                stamp += "" if _is_long(clock["clock"]) else " short"
        if not mark and line[at : at + 1] in _MARK_STARTS:
            found = CHEVRONS.match(line, at) or _DASH.match(line, at)
            if found:
                mark = ">>" if found.group().startswith(">") else "-"
                at = mark_end = found.end()
    if is_bold and not clock:
        return _BeforeLabel(begin, is_bold=False)
    return _BeforeLabel(at, is_bold, clock, stamp, stamp_end, mark, mark_end)


def parse_known_label(line: str, known: Collection[str]) -> LinePrefix | None:
    """Parse a label whose name is known from elsewhere in the file, whatever its shape.

    Args:
        line: Without white space around it.
        known: Names beside times elsewhere in the file.

    Returns:
        The prefix; None if the line does not begin with a known name and a colon.
    """
    colon = line.find(":", 0, REACH)
    name = fold_label(line[: max(colon, 0)])
    if name not in known:
        return None
    closing = _CLOSING.match(line, colon)
    end = closing.end() if closing else colon + 1
    return LinePrefix(name, line[0] in "*_", label_end=end, has_colon=True)


def _parse_without_controls(line: str) -> LinePrefix | None:
    """Parse a prefix that control characters interrupt: `DA`, ESC, `[31mNA:` is DANA."""
    shown = re.finditer(rf"(?:{_CONTROL.pattern})|(?P<shown>.)", line, re.DOTALL)
    kept = [found.start() for found in shown if found["shown"] is not None]
    clean = "".join(line[i] for i in kept)
    begin = len(clean) - len(clean.lstrip())
    prefix = parse_prefix(clean[begin:]) if clean.strip() else None
    if prefix is None:
        return None
    ends = (prefix.quote_end, prefix.stamp_end, prefix.mark_end, prefix.label_end)
    quote, stamp, mark, label = (kept[begin + end - 1] + 1 if end else 0 for end in ends)
    return prefix._replace(quote_end=quote, stamp_end=stamp, mark_end=mark, label_end=label)


@lru_cache(maxsize=4096)  # a file repeats few labels
def _parse_simple(before: str) -> tuple[bool, LinePrefix | None]:
    """Parse a prefix that is these words, a colon and one blank.

    Returns:
        Whether the words are so plain that this is all of it, and the prefix.
    """
    if _NEEDS_FULL_PARSE.search(before):
        return False, None
    name = to_name(before)
    if not name and _SENTENCE_WITHIN.search(before):
        return True, None
    end = len(before) + 2 if name else 0
    return True, LinePrefix(name, label_end=end, has_colon=True)


def _read_clock(match: re.Match[str] | None, group: str) -> int | None:
    """Read the start (`clock`) or the end (`until`) of a time."""
    return read_time(match[group]) if match and match[group] else None


def _is_long(clock: str) -> bool:
    """Whether a time is not written as other numbers are: with hours, or as a range of seconds."""
    return clock.count(":") != 1


def read_time(text: str) -> int:
    """Convert a time that `RANGE` matches, a clock or seconds, to milliseconds."""
    if ":" in text:
        return parse_clock(text[:8] if text.count(":") + text.count(";") == 3 else text)
    whole, _, fraction = text.partition(".")
    return to_ms(0, 0, int(whole), fraction)


def _read_label(line: str, at: int, *, is_bold: bool) -> _PrefixLabel | None:
    """Read a label at an offset of a line; its name is None where the words cannot be one."""
    bold = _OPENS_BOLD.match(line, at)
    begin = bold.end() if bold else at
    is_bold = is_bold or bold is not None
    before_stamp = _UP_TO_STAMP.match(line, begin) if "(" in line or "[" in line else None
    if before_stamp:
        name = to_name(before_stamp["name"])
        clock = _BRACKETED.match(line, before_stamp.end())
        closing = _CLOSING.match(line, clock.end()) if clock else None
        if closing and not name and (":" in closing.group() or closing.end() == len(line)):
            name = to_timed_name(before_stamp["name"])
        if name and clock and closing:
            end = closing.end()
            return _PrefixLabel(name, is_bold, end, clock)
    whole = _NAME_AND_CLOCK.match(line, begin) if line[-1].isdigit() else None
    if whole:
        name = to_name(whole["name"])
        if name:
            return _PrefixLabel(name, is_bold, len(line), whole)
    match = _UP_TO_COLON.match(line, begin)
    if not match or not match["name"].strip():
        return None
    end = match.end()
    if line[end - 1] == ":" and not _AFTER_COLON.match(line, end):
        return None  # 10:30, https://
    text = match["name"]
    clock = _STAMP_AT_END.search(text) if text.rstrip()[-1] in ")]" else None
    if clock:
        text = text[: clock.start()]
    closing = _BOLD.match(line, end) if is_bold else None
    end = closing.end() if closing else end
    after = None if clock else _AFTER_LABEL.match(line, end)
    name = to_name(text) or (to_timed_name(text) if clock or after else None)
    if not name:
        return None if _SENTENCE_WITHIN.search(text) else _PrefixLabel(None, False, 0, None)
    if after:
        clock, end = after, after.end()
    return _PrefixLabel(name, is_bold, end, clock)
