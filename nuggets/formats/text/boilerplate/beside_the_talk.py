"""What people write beside the talk, between its turns: minutes, chat, who comes and goes.

ACTION 61.1: Ilka to write to the council.           actions, decisions, resolutions of minutes
08:58:20 From Mara Kestle to Everyone: what for?     the chat of a meeting, below its transcript
ptrell has joined #marsh                             who comes and goes, in the log of a chat
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import CLAUSE_ENDS
from nuggets.formats.text.boilerplate.web_pages import HEADING
from nuggets.formats.text.speakers.line_reading import LineReading
from nuggets.timecode import HOURS_CLOCK

MINUTES = "action or decision"
CHAT = "chat beside the talk"
COMINGS = "notice of the chat"


class _Rule(NamedTuple):
    """A kind of line beside the talk.

    Attributes:
        reason: Why it is left out.
        regex: What the line begins with, behind the marks of a list or a quotation.
        is_labelled: Whether a speaker's label may be before it.
        goes_on: Whether the lines below it are of the same kind, up to a blank line or a label.
    """

    reason: str
    regex: re.Pattern[str]
    is_labelled: bool = False
    goes_on: bool = False


_RULES = (
    _Rule(
        MINUTES,
        re.compile(
            r"(?:[@\w]{1,30}[*_]{0,2} )?(?:PROPOSED |Proposed )?(?:ACTION|Action|DECISION|Decision"
            r"|RESOLUTION|Resolution|RESOLVED|AGREED|PROPOSAL|SUMMARY|ISSUE|TOPIC|Topic)"
            r"(?: ITEMS?| [Ii]tems?)?[ #]{0,2}[0-9.-]{0,9}[*_]{0,2}\s?:"
        ),
        goes_on=True,
    ),
    _Rule(
        CHAT,
        re.compile(
            rf"{HOURS_CLOCK}\s{{1,4}}From\s{{1,4}}\S.{{0,100}}?(?:\s(?:to|To)\s.{{1,100}})?:"
        ),
        goes_on=True,
    ),
    _Rule(
        COMINGS,
        re.compile(
            r"(?:-!-|\*{1,3}|-->|<--)?\s?\S{1,30} (?:\S{1,60} )?(?:(?:has )?(?:joined|left|quit)\b"
            r"|is now known as|(?:has )?(?:changed|set) the topic)[^.?!]{0,100}\Z"
        ),
        is_labelled=True,
    ),
)
_MARKS = re.compile(r"[\s>*•_-]{0,8}")
_NICKNAMES = "<"  # begins the labels of a chat's log
_MOST_WORDS = 8  # of a heading right above a name; by eye
_PARTICLES = frozenset("and of the for in on a to und et y de".split())


def find_beside_the_talk(
    lines: Sequence[Line], readings: Sequence[LineReading], first: int, end: int
) -> dict[int, str]:
    """Find what is written beside the talk, from its first line to its last one.

    Args:
        lines: All lines of the file.
        readings: How each line is read.
        first: Index of the first line of the talk.
        end: Index after its last one.

    Returns:
        The reason to leave each out, by its index; empty where nobody is named.
    """
    named = [i for i, reading in enumerate(readings) if reading.speaker is not None]
    if not named:
        return {}
    is_log = any(lines[i].text[:12].find(_NICKNAMES) >= 0 for i in named[:3])
    reasons: dict[int, str] = {}
    goes_on = ""
    for i in range(first, end):
        text = lines[i].text
        if goes_on and not (lines[i].has_blank_line_above or readings[i].speaker):
            reasons[i] = goes_on
            continue
        goes_on = ""
        for rule in _RULES:
            at = readings[i].text_at if rule.is_labelled else 0
            if (readings[i].speaker and not rule.is_labelled) or (rule.is_labelled and not is_log):
                continue
            if rule.regex.match(text, at or _MARKS.match(text).end()):  # type: ignore[union-attr]
                reasons[i] = rule.reason
                goes_on = rule.reason if rule.goes_on else ""
                break
    reasons |= dict.fromkeys(_find_titles(lines, readings, named), HEADING)
    return reasons


def _find_titles(
    lines: Sequence[Line], readings: Sequence[LineReading], named: Sequence[int]
) -> list[int]:
    """Find headings such as `Questions and Answers` right above a name on a line of its own."""
    above = [i - 1 for i in named if i and readings[i].text_at >= len(lines[i].text)]
    return [
        i
        for i in above
        if not readings[i].starts_turn
        and readings[i].start_ms is None
        and lines[i].text[-1] not in CLAUSE_ENDS
        and 1 < len(words := lines[i].text.split()) <= _MOST_WORDS
        and all(word[0].isupper() or word in _PARTICLES for word in words)
    ]
