"""Chat logs, such as WhatsApp's, whose lines begin with a date and the time of day.

[03/06/2026, 10:07:11] Anna Lee: We go.           WhatsApp on a telephone by Apple
6/3/26, 10:08 AM - Anna Lee: We go.               and on others
2026-06-03 10:08:11 Anna Lee: We go.              a log, with or without brackets and a `T`

Whatever is before the colon is a name, as people call themselves what they please. The time of day
is kept where all messages are of one day; over several days it would mean nothing. A line with a
date and without a name is a notice of the chat itself; so is one whose colon is within the notice
(`Anna changed the subject from “A” to “Plan: B”`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.timecode import to_24_hours, to_ms
from nuggets.values import LeftOut

DATE = "date and time"
NOTICE = "notice of the chat"

_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_STAMP = re.compile(
    rf"[{_MARKS}]*(?P<open>\[)?"
    r"(?P<date>[0-9]{1,4}(?P<dot>[./-])[0-9]{1,2}(?P=dot)[0-9]{1,4}|[0-9]{4}[0-9]{2}[0-9]{2})"
    r"(?:,? |T)(?P<hour>[0-9]{1,2})(?P<colon>[:.])(?P<minute>[0-9]{2})"
    r"(?:(?P=colon)(?P<second>[0-9]{2})(?:[.,][0-9]{1,6})?)?"
    r"(?:[ \u202f\xa0]?(?P<half>[AaPp])\.?[ \u202f\xa0]?[Mm]\.?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    r"(?(open)\])(?:(?: [-–—]|:)? )"
)
_NAME = re.compile(rf"[{_MARKS}~ ]*+(?P<name>[^:：\s{_MARKS}][^:：]{{0,149}}+)[:：](?:\s++|\Z)")
_AROUND = " \t\xa0\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_LONGEST_NAME = 80  # characters; by eye, as are the other limits
_WITHOUT_WORDS = re.compile(
    rf"[{_MARKS}]*+(?:<?(?:(?:media|image|video|audio|sticker|gif|document|contact card|video note)"
    r" omitted|this message was deleted\.?|you deleted this message\.?)>?|<null>)",
    re.IGNORECASE,
)
_WRITTEN_BY_CHAT = re.compile(r"[ \t]?\u200e\S")  # in any language; by whoever is named
_EDITED = re.compile(r"\s*(?P<mark>\u200e<[^<>]{2,80}>)\Z")
_LEAST_DATED = 2
_LEAST_SHARE = 0.3  # of lines with a date; messages may have several lines
_LEAST_NAMED = 0.4  # share of those with a name
_MOST_BEFORE = 10  # lines above the first
_MOST_WORDS = 4  # of a name that occurs once and is written like a sentence
_LEAST_BEHIND = 3  # words behind a name, where both together occur once
_OPEN_QUOTATION = re.compile(
    r'(?:\s|\A)(?:"[^"]*+|“[^”]*+|„[^“”]*+|«[^»]*+|‚[^‘’]*+|[「『][^」』]*+)\Z'
)


class ChatLog(NamedTuple):
    """A chat log without its dates.

    Attributes:
        lines: The messages; the first line of each begins with its name.
        prefixes: The prefix of each line; None where a message goes on.
        left_out: The dates and the notices.
        impossible_at: Offset of a line whose time no clock shows; None if there is none.
    """

    lines: list[Line]
    prefixes: list[LinePrefix | None]
    left_out: list[LeftOut]
    impossible_at: int | None


def parse_chat_log(lines: Sequence[Line], *, keep_noise: bool = False) -> ChatLog | None:
    """Read the dates, times and names before messages; None if the file is no chat log.

    Args:
        lines: All lines of the file.
        keep_noise: Whether notices are read as speech of an unknown speaker.
    """
    if not any(_read_stamp(line.text) for line in lines[:_MOST_BEFORE]):
        return None
    stamps = [_read_stamp(line.text) for line in lines]
    labels = [
        _NAME.match(line.text, stamp.end()) if stamp else None
        for line, stamp in zip(lines, stamps, strict=True)
    ]
    names = [_to_name(label["name"]) if label else "" for label in labels]
    dated = sum(stamp is not None for stamp in stamps)
    named = sum(bool(name) for name in names)
    if dated < max(_LEAST_DATED, _LEAST_SHARE * len(lines)) or not _has_names(named, dated):
        return None
    writes = [
        _WRITTEN_BY_CHAT.match(line.text, label.end("name") + 1) is not None if label else False
        for line, label in zip(lines, labels, strict=True)
    ]
    counts = Counter(name for name in names if name)
    notices = {name for name in counts if _is_notice(name, counts)}
    if 2 * len(notices) > named:
        return None
    is_one_day = len({stamp["date"] for stamp in stamps if stamp}) == 1
    header = "header" if is_one_day else ""
    impossible = (
        line.start
        for line, stamp in zip(lines, stamps, strict=True)
        if stamp and not _is_possible(stamp)
    )
    log = ChatLog([], [], [], next(impossible, None))
    for whole, stamp, label, name, is_by_chat in zip(
        lines, stamps, labels, names, writes, strict=True
    ):
        line = whole
        edited = _EDITED.search(line.text) if line.text[-1] == ">" and not keep_noise else None
        if edited and edited.start() > 0:
            text = line.text[: edited.start()]
            line = Line(line.start, line.start + len(text), line.blank, text)
            left = LeftOut(line.start + edited.start("mark"), whole.end, NOTICE)
            log.left_out.append(left)
        if stamp is None:
            log.lines.append(line)
            log.prefixes.append(None)
            continue
        is_named = label is not None and bool(name) and name not in notices
        is_empty = label is None or _WITHOUT_WORDS.fullmatch(line.text, label.end()) is not None
        is_empty = is_empty or is_by_chat
        if (is_empty or not is_named) and not keep_noise:
            log.left_out.append(LeftOut(line.start, line.end, NOTICE))
            continue
        at = label.start("name") if label is not None and is_named else stamp.end()
        end = line.start + len(line.text[:at].rstrip())
        log.left_out.append(LeftOut(line.start, end, DATE))
        log.lines.append(Line(line.start + at, line.end, line.blank, line.text[at:]))
        log.prefixes.append(
            LinePrefix(
                name=name if is_named else None,
                stamp=header,
                start_ms=_time_of_day(stamp) if is_one_day else None,
                mark="" if is_named else NOTICE,
                label_end=label.end() - at if label is not None and is_named else 0,
                has_colon=True,
            )
        )
    log.left_out.sort(key=lambda left: left.start)
    return log


def _has_names(named: int, dated: int) -> bool:
    """Whether enough of the lines with a date have a name; the others are notices of the chat."""
    return named >= _LEAST_NAMED * dated and (named > 1 or named == dated)


def _read_stamp(text: str) -> re.Match[str] | None:
    """Match the date and time before a line; with a point between they may be other numbers."""
    stamp = _STAMP.match(text[:100])
    return stamp if stamp and (stamp["colon"] == ":" or _is_possible(stamp)) else None


def _to_name(text: str) -> str:
    """Read the words before the colon as a name; "" if they are too long."""
    name = " ".join(text.strip(_AROUND).split())
    return name if len(name) <= _LONGEST_NAME else ""


def _is_notice(name: str, counts: Mapping[str, int]) -> bool:
    """Whether words that are once before a colon are a notice of what somebody did.

    Rule: a quotation begins in them and does not end, or they are as many as a sentence has and
    most are in lower case, or they are another name and such words.
    """
    if counts[name] > 1:
        return False
    words = name.split()
    if _OPEN_QUOTATION.search(name):
        return True
    lower = sum(word[0].islower() for word in words)
    if len(words) > _MOST_WORDS and 2 * lower >= len(words):
        return True
    others = (" ".join(words[:i]) for i in range(1, len(words) - _LEAST_BEHIND + 1))
    return any(other in counts and words[i][0].islower() for i, other in enumerate(others, start=1))


def _is_possible(stamp: re.Match[str]) -> bool:
    """Whether a clock shows such a time of day."""
    return int(stamp["hour"]) < 24 and int(stamp["minute"]) < 60 and int(stamp["second"] or 0) < 60


def _time_of_day(stamp: re.Match[str]) -> int:
    """Read the time of day; 12:05 AM is five past midnight."""
    hour_ms = to_ms(int(stamp["hour"]), 0, 0)
    if stamp["half"]:
        hour_ms = to_24_hours(hour_ms, stamp["half"])
    return hour_ms + to_ms(0, int(stamp["minute"]), int(stamp["second"] or 0))
