"""Chats and logs whose lines begin with a date and the time of day.

[03/06/2026, 10:07:11] Anna Lee: We go.           WhatsApp on a telephone by Apple
6/3/26, 10:08 AM - Anna Lee: We go.               and on others
2026-06-03 10:08:11 Anna Lee: We go.              a log, with or without brackets and a `T`

Whatever stands before the colon is a name, as people call themselves what they please. The time of
day is copied as it stands where all is of one day; over several days it would tell nothing. A line
with a date and without a name is the chat's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.labels import Head
from nuggets.values import LeftOut

DATE = "date and time"
NOTICE = "notice of the chat"

_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_STAMP = re.compile(
    rf"[{_MARKS}]*(?P<open>\[)?"
    r"(?P<date>[0-9]{1,4}(?P<dot>[./-])[0-9]{1,2}(?P=dot)[0-9]{1,4}|[0-9]{4}[0-9]{2}[0-9]{2})"
    r"(?:,? |T)(?P<hour>[0-9]{1,2})(?P<colon>[:.])(?P<minute>[0-5][0-9])"
    r"(?:(?P=colon)(?P<second>[0-5][0-9])(?:[.,][0-9]{1,6})?)?"
    r"(?:[ \u202f\xa0]?(?P<half>[AaPp])\.?[ \u202f\xa0]?[Mm]\.?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    r"(?(open)\])(?:(?: [-–—]|:)? )"
)
_NAME = re.compile(
    rf"[{_MARKS}~ ]*(?P<name>[^:：\s{_MARKS}][^:：]{{0,79}}?)[{_MARKS} ]*[:：](?:\s+|\Z)"
)
_WITHOUT_WORDS = re.compile(
    rf"[{_MARKS}]*<?(?:(?:media|image|video|audio|sticker|gif|document|contact card|video note)"
    r" omitted|this message was deleted\.?|you deleted this message\.?|null)>?",
    re.IGNORECASE,
)
_LEAST_DATED = 2
_LEAST_SHARE = 0.3  # of lines with a date; messages may have several lines
_LEAST_NAMED = 0.6  # share of those with a name
_MOST_BEFORE = 10  # lines above the first


class Dated(NamedTuple):
    """A chat without its dates.

    Attributes:
        lines: What was said, each with who said it where a message begins.
        heads: What stands before the words of each.
        left_out: The dates, and what the chat itself says.
    """

    lines: list[Line]
    heads: list[Head | None]
    left_out: list[LeftOut]


def read_dated(lines: Sequence[Line]) -> Dated | None:
    """Read the dates, times and names before messages; None if it is no chat.

    Args:
        lines: All lines of the file.
    """
    if not any(_STAMP.match(line.text[:100]) for line in lines[:_MOST_BEFORE]):
        return None
    stamps = [_STAMP.match(line.text[:100]) for line in lines]
    names = [
        _NAME.match(line.text, stamp.end()) if stamp else None
        for line, stamp in zip(lines, stamps, strict=True)
    ]
    dated = sum(stamp is not None for stamp in stamps)
    named = sum(name is not None for name in names)
    if dated < max(_LEAST_DATED, _LEAST_SHARE * len(lines)) or named < _LEAST_NAMED * dated:
        return None
    is_one_day = len({stamp["date"] for stamp in stamps if stamp}) == 1
    read = Dated([], [], [])
    for line, stamp, name in zip(lines, stamps, names, strict=True):
        if stamp is None:
            read.lines.append(line)
            read.heads.append(None)
        elif name is None or _WITHOUT_WORDS.fullmatch(line.text, name.end()):
            read.left_out.append(LeftOut(line.start, line.end, NOTICE))
        else:
            at = name.start("name")
            end = line.start + len(line.text[:at].rstrip())
            read.left_out.append(LeftOut(line.start, end, DATE))
            read.lines.append(Line(line.start + at, line.end, line.blank, line.text[at:]))
            start_ms = _to_ms(stamp) if is_one_day else None
            read.heads.append(
                Head(
                    name=" ".join(name["name"].split()),
                    emphasis=False,
                    stamp="header" if is_one_day else "",
                    start_ms=start_ms,
                    end_ms=None,
                    mark="",
                    quote_end=0,
                    stamp_end=0,
                    mark_end=0,
                    label_end=name.end() - at,
                    has_colon=True,
                )
            )
    return read


def _to_ms(stamp: re.Match[str]) -> int:
    """Read the time of day; 12:05 AM is five past midnight."""
    hour = int(stamp["hour"])
    if stamp["half"]:
        hour = hour % 12 + (12 if stamp["half"] in "Pp" else 0)
    return ((hour * 60 + int(stamp["minute"])) * 60 + int(stamp["second"] or 0)) * 1000
