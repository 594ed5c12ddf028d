"""What may stand before the words of a line: a time, a mark of change, a speaker's label.

This file reads one line at a time and says what it *could* be; `style.py` decides for the whole
file what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.text.speakers.names import PARENTHESES, to_name, to_timed_name
from nuggets.timecode import CLOCK, has_hours, parse_clock

_CONTROL = re.compile(  # of terminals, of direction and without width; not what joins letters
    r"\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"
    r"\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_UNUSUAL = re.compile(rf"[()\[\]：]|{_CONTROL.pattern}")
_BEGINS_STAMP = frozenset("[(@0123456789")
_BEGINS_MARK = frozenset(">-–—")

REACH = 200  # characters of a line in which a label must end

RANGE = rf"(?P<clock>{CLOCK})(?:\s*(?:-->|[-–—→]|to)\s*(?P<until>{CLOCK}))?"
"""Pattern of a time, or of two with an arrow or a dash between."""

_BRACKETED = re.compile(rf"(?P<open>[\[(])\s*{RANGE}\s*[\])]")
_AFTER_LABEL = re.compile(rf"\s*[\[(]\s*{RANGE}\s*[\])]")
_STAMP = re.compile(rf"(?:(?P<open>[\[(])\s*{RANGE}\s*[\])](?:\s*[:|](?=\s|$))?)\s*")
_BARE_STAMP = re.compile(rf"@?{RANGE}(?:\s*[:|](?=\s)|(?=\s|$))\s*")
_QUOTE = re.compile(r"(?:>\s+)+(?!>)|>$")
_CHEVRONS = re.compile(r">{2,3}\s*")
_DASH = re.compile(r"[-–—]\s+|[–—](?=\w)")
_BOLD = re.compile(r"\*{1,3}|__")

_UP_TO_COLON = re.compile(rf"(?P<name>[^:：()\[\]]*(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,3}})[:：]")
_UP_TO_STAMP = re.compile(
    rf"(?P<name>[^:：()\[\]]{{1,80}}(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,2}}?)(?=[\[(]\s*{CLOCK})"
)
_NAME_AND_CLOCK = re.compile(
    rf"(?P<name>[^:：()\[\]]{{1,80}}?(?:{PARENTHESES})?)(?:\s{{2,}}|\s{{0,3}}[•·|]\s{{0,3}}){RANGE}$"
)
_STAMP_AT_END = re.compile(rf"\s*(?:[\[(]\s*{RANGE}\s*[\])])\s*$")
_CLOSING = re.compile(r"\s*(?:\*{1,3}|__)?\s*[:：]?(?:\*{1,3}|__)?\s*")  # after a name and its time
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[\"”’')\]]{0,2}[.?!…][\"”’')\]]{0,2}\s")
_AFTER_COLON = re.compile(r"\s|$|\*|__|[^\x00-\x7f]|[\"'(\[A-Z]")


class LinePrefix(NamedTuple):
    """What could stand before the words of a line; the ends count from the line's beginning.

    Attributes:
        name: What could be a speaker's name; None if nothing could.
        emphasis: Whether the name is set off by bold type.
        stamp: How a time is written: "", "bare", "bare short", "bracket", "bracket short" (short:
            without hours) or "header" (after the name).
        start_ms: The time; None if there is none.
        end_ms: The time at which it ends; None if the line does not say.
        mark: ">>", "-" or "".
        quote_end: Where the markup of a quotation ends.
        stamp_end: Where the time ends, if it comes first.
        mark_end: Where the mark ends.
        label_end: Where the label ends, with the time that belongs to it.
        has_colon: Whether words stand before a colon, be they a name or not.
    """

    name: str | None
    emphasis: bool
    stamp: str
    start_ms: int | None
    end_ms: int | None
    mark: str
    quote_end: int
    stamp_end: int
    mark_end: int
    label_end: int
    has_colon: bool


class _Label(NamedTuple):
    """A label as it stands at the beginning of a text; `clock` is the time inside or after it."""

    name: str | None
    emphasis: bool
    end: int
    clock: re.Match[str] | None


def parse_prefix(line: str) -> LinePrefix | None:
    """Read what could stand before the words of a line; None if nothing does.

    Args:
        line: Without white space around it.
    """
    colon = line.find(":", 0, REACH)
    if colon < 0 and line[0] not in ">-–—" and "：" not in line[:REACH]:
        return None  # most lines
    before = line[:colon] if line[0].isalpha() and line[colon + 1 : colon + 2] == " " else ""
    if before and line[colon + 2 : colon + 3] not in "([* \t":
        is_usual, prefix = _read_simple(before)
        if is_usual:  # as nearly all of the others
            return prefix
    line = line[:REACH]
    if not line.isprintable() and _CONTROL.search(line):  # what is not printable is rare
        return _read_around_controls(line)
    quote = _QUOTE.match(line)
    at = quote_end = quote.end() if quote else 0
    stamp, clock, stamp_end = "", None, 0
    mark, mark_end = "", 0
    for _ in range(2):  # `[0:01] >> ANNA:` and `>> [0:01] ANNA:`
        if not clock and line[at : at + 1] in _BEGINS_STAMP:
            clock = _STAMP.match(line, at) or _BARE_STAMP.match(line, at)
            if clock:
                at = stamp_end = clock.end()
                stamp = "bracket" if "open" in clock.re.groupindex else "bare"
                stamp += "" if has_hours(clock["clock"]) else " short"
        if not mark and line[at : at + 1] in _BEGINS_MARK:
            found = _CHEVRONS.match(line, at) or _DASH.match(line, at)
            if found:
                mark = ">>" if found.group().startswith(">") else "-"
                at = mark_end = found.end()
    label = _read_label(line, at) if line.find(":", at) >= 0 or "：" in line else None
    if label and label.clock and not clock:
        clock, stamp = label.clock, "header"
    if not (quote or clock or mark or label):
        return None
    return LinePrefix(
        name=label.name if label else None,
        emphasis=label.emphasis if label else False,
        stamp=stamp,
        start_ms=_read_clock(clock, "clock"),
        end_ms=_read_clock(clock, "until"),
        mark=mark,
        quote_end=quote_end,
        stamp_end=stamp_end,
        mark_end=mark_end,
        label_end=label.end if label and label.name else 0,
        has_colon=label is not None,
    )


def parse_known_label(line: str, known: Collection[str]) -> LinePrefix | None:
    """Read a label whose name is known, however it is written; None if there is none.

    Args:
        line: Without white space around it.
        known: Names that stand beside times elsewhere in the file.
    """
    colon = line.find(":", 0, REACH)
    name = " ".join(line[: max(colon, 0)].strip("*_ \t").split())
    if name not in known:
        return None
    closing = _CLOSING.match(line, colon)
    end = closing.end() if closing else colon + 1
    return LinePrefix(name, line[0] in "*_", "", None, None, "", 0, 0, 0, end, True)


def _read_around_controls(line: str) -> LinePrefix | None:
    """Read a prefix as if there were no control characters in it: `DA`, ESC, `[31mNA:` is DANA."""
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


@lru_cache(maxsize=4096)  # the same few names stand before thousands of lines
def _read_simple(before: str) -> tuple[bool, LinePrefix | None]:
    """Read the prefix of a line in which nothing but a colon and one blank follows these words.

    Returns:
        Whether there is nothing unusual about the words, so that this is all, and the prefix.
    """
    if _UNUSUAL.search(before):
        return False, None
    name = to_name(before)
    if not name and _SENTENCE_WITHIN.search(before):
        return True, None
    end = len(before) + 2 if name else 0
    return True, LinePrefix(name, False, "", None, None, "", 0, 0, 0, end, True)


def _read_clock(match: re.Match[str] | None, group: str) -> int | None:
    """Read one clock of a time that was found."""
    return parse_clock(match[group]) if match and match[group] else None


def _read_label(line: str, at: int) -> _Label | None:
    """Read a label that begins at a place of a line; its name is None where it cannot be one."""
    bold = _BOLD.match(line, at)
    begin = bold.end() if bold else at
    before_stamp = _UP_TO_STAMP.match(line, begin) if "(" in line or "[" in line else None
    if before_stamp:
        name = to_name(before_stamp["name"])
        clock = _BRACKETED.match(line, before_stamp.end())
        closing = _CLOSING.match(line, clock.end()) if clock else None
        if closing and not name and (":" in closing.group() or closing.end() == len(line)):
            name = to_timed_name(before_stamp["name"])
        if name and clock and closing:
            end = closing.end()
            return _Label(name, bold is not None, end, clock)
    whole = _NAME_AND_CLOCK.match(line, begin) if line[-1].isdigit() else None
    if whole:
        name = to_name(whole["name"])
        if name:
            return _Label(name, bold is not None, len(line), whole)
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
    closing = _BOLD.match(line, end) if bold else None
    end = closing.end() if closing else end
    after = None if clock else _AFTER_LABEL.match(line, end)
    name = to_name(text) or (to_timed_name(text) if clock or after else None)
    if not name:
        return None if _SENTENCE_WITHIN.search(text) else _Label(None, False, 0, None)
    if after:
        clock, end = after, after.end()
    return _Label(name, bold is not None, end, clock)
