"""Label styles with a time beside the name that is not in brackets of its own.

Speaker 0    00:00:03    text      Rev.ai: blanks or tabs between
[Anna Lee 00:00:03] text           both in one pair of brackets
Anna Lee | 00:03 | text            a row of a table
Anna Lee: 00:03 text               the time behind the colon, or alone with it, the words below
Anna Lee 00:00:03                  one blank between, the words below
Speaker 1 00:03 text               or behind
Anna Lee  9:03 AM                  the time of day of a chat, perhaps with a date
"""

from __future__ import annotations

import re

from nuggets.formats.text.speakers.label_search import LabelStyle
from nuggets.formats.text.speakers.labels import RANGE
from nuggets.formats.text.speakers.names import to_name, to_timed_name

_TIMED = r"(?P<name>[^\W_][^\[\](){}<>:：\t]{0,59}?)"
_GAP = r"(?:[ \xa0]{2,20}|[ \xa0]?\t[ \t\xa0]{0,20})"


def _to_any_name(text: str) -> str | None:
    return to_name(text) or to_timed_name(text)


BEHIND_COLON = LabelStyle(
    "NAME: 0:03 text",
    re.compile(rf"(?:\*\*)?{_TIMED}\s?:(?:\*\*)?[ \t\xa0]{{1,8}}{RANGE}(?:\s+[-–—|]\s+|\s+|\Z)"),
    (":",),
    0.05,
    _to_any_name,
)
ONE_BLANK = LabelStyle(
    "Name 0:03 text",
    re.compile(rf"{_TIMED}[ \xa0]{RANGE}\s?:?\s+"),
    (":",),
    0.5,
    to_name,
)
_DATE = (
    r"(?P<date>(?:[Tt]oday|[Yy]esterday|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}"
    r"|[A-Z][a-zé]{2,8}\.? [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?),?(?: at)? ?)"
)
OF_CHAT = LabelStyle(
    "Name  9:03 AM",
    re.compile(
        rf"(?P<name>[^\W_][^\[\](){{}}<>:：\t]{{0,59}}?)\s{{1,3}}(?:[|•·—–-]\s{{0,2}})?[\[(]?"
        rf"(?:{_DATE}(?P<dated>[0-9]{{1,2}}:[0-5][0-9])|(?P<clock>[0-9]{{1,2}}:[0-5][0-9])"
        r"(?=[ \u202f]?[AaPp]))(?P<until>\Z^)?(?:[ \u202f]?(?P<half>[AaPp])\.?[Mm]\.?)?[\])]?"
        r"(?: \(edited\))?\Z"
    ),
    (":",),
    0.1,
    _to_any_name,
)
TIMED_STYLES: tuple[LabelStyle, ...] = (
    BEHIND_COLON,
    LabelStyle(
        "Name    0:03    text",
        re.compile(rf"{_TIMED}{_GAP}{RANGE}(?:{_GAP}|\Z)"),
        (":",),
        0.05,
        _to_any_name,
    ),
    LabelStyle(
        "Name | 0:03 | text",
        re.compile(rf"{_TIMED}\s{{0,3}}\|\s{{0,3}}{RANGE}\s{{0,3}}\|\s{{0,3}}"),
        ("|",),
        0.05,
        _to_any_name,
    ),
    LabelStyle(
        "[Name 0:03] text",
        re.compile(rf"\[{_TIMED}(?:\s?[,|•–-])?\s{{1,8}}{RANGE}\]\s?:?\s{{0,8}}"),
        ("]",),
        0.05,
        _to_any_name,
    ),
    LabelStyle(
        "Name 0:03",
        re.compile(rf"{_TIMED}(?:\s?[,|•–-])?[ \xa0]{RANGE}\s?:?\Z"),
        (":",),
        0.05,
        to_name,
    ),
    ONE_BLANK,
    OF_CHAT,
    LabelStyle(
        "[date 9:03 AM] name",
        re.compile(
            r"\[(?P<date>[0-9A-Za-z./-]{6,12}) (?:(?P<clock>\Z^)|(?P<dated>[0-9]{1,2}:[0-5][0-9]))"
            r"(?::[0-5][0-9])?(?P<until>\Z^)?(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?\] "
            r"(?P<name>[^\[\]<>:]{1,60})\Z"
        ),
        ("]",),
        0.1,
        _to_any_name,
    ),
)
"""Names with a time beside them that is not in brackets of its own."""
