"""What people write beside the talk, between its turns: minutes, keys, chat, who comes and goes.

ACTION 61.1: Ilka to write to the council.           actions, decisions, resolutions of minutes
SCENE 2: The cellar                                  keys: notes, scenes, items, captions, lists
08:58:20 From Mara Kestle to Everyone: what for?     the chat of a meeting, below its transcript
ptrell has joined #marsh                             who comes and goes, in the log of a chat
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.speakers.names import fold_label, is_key_beside
from nuggets.timecode import HOURS_CLOCK


class Phrase(NamedTuple):
    """A kind of line beside the talk, known by how it begins.

    Attributes:
        regex: What the line begins with, behind the marks of a list or a quotation.
        is_in_logs: Whether it stands in the logs of chats alone, behind a time or a label, too.
        goes_on: Whether the lines below it are of the same kind, up to a blank line or a label.
    """

    regex: re.Pattern[str]
    is_in_logs: bool = False
    goes_on: bool = False


MINUTES = Phrase(
    re.compile(
        r"(?:[@\w]{1,30}[*_]{0,2} )?(?:PROPOSED |Proposed )?(?:ACTION|Action|DECISION|Decision"
        r"|RESOLUTION|Resolution|RESOLVED|AGREED|PROPOSAL|SUMMARY|ISSUE|TOPIC|Topic)"
        r"(?: ITEMS?| [Ii]tems?)?[ #]{0,2}[0-9.-]{0,9}[*_]{0,2}\s?:"
    ),
    goes_on=True,
)
CHAT = Phrase(
    re.compile(rf"{HOURS_CLOCK}\s{{1,4}}From\s{{1,4}}\S.{{0,100}}?(?:\s(?:to|To)\s.{{1,100}})?:"),
    goes_on=True,
)
COMINGS = Phrase(
    re.compile(
        r"(?:-!-|\*{1,3}|-->|<--)?\s?\S{1,30} (?:\S{1,60} )?(?:(?:has )?(?:joined|left|quit)\b"
        r"|is now known as|(?:has )?(?:changed|set) the topic)[^.?!]{0,100}\Z"
        r"|(?:-!-|\*{1,3}) \S{1,30} \S"
    ),
    is_in_logs=True,
)
_MARKS = re.compile(r"[\s>*•_-]{0,8}")
_NICKNAMES = "<"  # begins the labels of a chat's log
_KEY = re.compile(r"[\s>*•_-]{0,8}(?P<key>[^\W\d_][^:：*_]{0,40}?)[*_]{0,3}\s?[:：]")
_LEAST_LABELLED = (
    0.75  # share of lines with a label or a key, where a line is a turn; by eye, as is
)
_LEAST_EDGES = 0.3  # the share of lines below a blank one, where paragraphs are


def find_phrases(text: ReadText, phrase: Phrase) -> Iterator[int]:
    """Find the lines of a kind from the first line of the talk to its last, where people are named.

    Args:
        text: The lines.
        phrase: The kind.
    """
    lines, readings, regex = text.lines, text.readings, phrase.regex
    is_log = any(_NICKNAMES in lines[i].text[:12] for i in text.named[:3])
    if not text.named or (phrase.is_in_logs and not is_log):
        return
    goes_on = False
    for i in range(text.first, text.end):
        if goes_on and not (lines[i].has_blank_line_above or readings[i].speaker):
            yield i
            continue
        goes_on = False
        if readings[i].speaker and not phrase.is_in_logs:
            continue
        at = readings[i].text_at if phrase.is_in_logs else 0
        if regex.match(lines[i].text, at or _MARKS.match(lines[i].text).end()):  # type: ignore[union-attr]
            yield i
            goes_on = phrase.goes_on


def find_keys(text: ReadText) -> Iterator[int]:
    """Find the lines that begin with a key, where a label would stand, and what goes on with them.

    That is at the beginning of a paragraph; or anywhere in a file in which each line is a turn.
    """
    keys = {
        i
        for i in (range(text.first, text.end) if text.named else ())
        if text.readings[i].speaker is None and _has_key(text, i)
    }
    if not keys:
        return
    named = set(text.named)
    within = [i for i in range(text.first, text.end) if not text.is_edge(i)]
    labelled = sum(i in named or i in keys for i in within)
    is_turn_a_line = labelled >= _LEAST_LABELLED * len(within)
    for i in sorted(keys):
        if not (is_turn_a_line or text.is_edge(i) or i - 1 in keys):
            continue
        yield i
        until = i + 1
        while (
            until < text.end
            and not is_turn_a_line
            and text.has_words_only(until)
            and not (text.is_edge(until) or until in keys)
        ):
            yield until
            until += 1


def _has_key(text: ReadText, i: int) -> bool:
    """Whether a line begins with a key, behind its time if it has one."""
    line = text.lines[i].text
    if ":" not in line and "：" not in line:
        return False
    match = _KEY.match(line, text.readings[i].text_at)
    return match is not None and is_key_beside(fold_label(match["key"]))
