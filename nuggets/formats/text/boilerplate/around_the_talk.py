"""Boilerplate of a whole file: before and after the talk, tables of contents, headings.

Gives the reason to leave out each line; the kinds that need more rules are in files of their own.

Table of contents             0:00 – Introduction
Here are 3 takeaways:         1. The dam is old.
## Chapter 3: The dam
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.boilerplate.beside_the_talk import find_beside_the_talk
from nuggets.formats.text.boilerplate.between_turns import find_between_turns
from nuggets.formats.text.boilerplate.constituencies import CONSTITUENCY, find_constituencies
from nuggets.formats.text.boilerplate.court import find_court_boilerplate
from nuggets.formats.text.boilerplate.key_values import end_of_metadata
from nuggets.formats.text.boilerplate.page_headers import find_page_headers
from nuggets.formats.text.boilerplate.web_pages import (
    FOOTER,
    HEADING,
    count_footers,
    find_noise,
    is_footer,
)
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading
from nuggets.formats.text.speakers.timestamps import is_unfinished
from nuggets.timecode import CLOCK, parse_clock

BEFORE = "before the first speaker"
AFTER = "after the talk"
CONTENTS = "table of contents"

_ITEM = re.compile(r"([0-9]{1,2})[.)]\s")
_BULLET = re.compile(r"[-*•‣–]\s")
_SUMMARY = re.compile(
    r"\b(?:transcript|summary|takeaways?|nuggets?|key points|highlights|insights)\b", re.IGNORECASE
)
_ENTRY = re.compile(
    rf"[-*•\s]{{0,3}}[\[(]?(?P<clock>{CLOCK})[\])]?[-–—:|•\s]{{1,3}}(?P<words>[^\s–—:|•-].*)"
)
_PAGE_SECTION = re.compile(
    r"[#*_\s]{0,6}(?:show ?notes|(?:links|resources|people|books)"
    r"(?: (?:mentioned|discussed)\b.{0,40})?|references|footnotes|credits|sponsors?|tags|comments"
    r"|chat(?: log)?|attendees|participants|call participants|apologies|regrets"
    r"|action items|next meeting"
    r"|leave a reply|further reading|related (?:posts|episodes|articles|stories|content)"
    r"|about the (?:authors?|show|podcast|guests?|hosts?|speakers?))[*_]{0,3}:?[*_]{0,3}\Z",
    re.IGNORECASE,
)
_LEAST_ITEMS = 3  # by eye, as are the others
_LONG_PREAMBLE = 2000  # characters before the first label that may be most of the talk ...
_MOST_OF_TALK = 0.8  # ... and their share of the file
_MOST_UNTIMED = 0.2  # the same share before the first time, where nobody is named
_MOST_WORDS = 14  # of an entry in a table of contents
_MOST_ENTRIES = 200
_LEAST_SAID = 8  # lines with words, in which most must have a time
_MOST_HEADINGS = 0.2  # share of lines with words that have no time, in a file of timed lines
_LEAST_ENDED = 0.8  # share of the others that end in the mark of a sentence's end
_STATEMENT_ENDS = SENTENCE_ENDS - frozenset("?？")  # a chapter's title may be a question


def find_boilerplate(
    source: str, lines: Sequence[Line], readings: Sequence[LineReading]
) -> list[str | None]:
    """Find the reason to leave out each line of a file; None where it is speech.

    Args:
        source: The decoded text.
        lines: Its lines.
        readings: How each line is read.
    """
    contents = _find_contents(lines, readings)
    listed = max(contents.stop, end_of_metadata(lines, readings))
    first = _first_speech(source, lines, readings, listed)
    in_court, first, end = find_court_boilerplate(lines, readings, first)
    end = min(end, _end_of_talk(lines, readings))
    matches = (_ENTRY.match(lines[i].text) for i in contents)
    entries = {entry["words"] for entry in matches if entry}
    reasons: list[str | None] = []
    reasons.extend([BEFORE] * contents.start + [CONTENTS] * len(contents))
    reasons.extend([BEFORE] * (first - len(reasons)))
    reasons.extend(_find_noise(lines[first:end], readings[first:end], entries))
    for i in _find_headings(lines[:end], readings[:end], first):
        reasons[i] = reasons[i] or HEADING
    reasons.extend([AFTER] * (len(lines) - end))
    others = in_court | dict.fromkeys(find_constituencies(lines, readings), CONSTITUENCY)
    others |= find_between_turns(lines, readings, first, end)
    others |= find_beside_the_talk(lines, readings, first, end)
    others |= find_page_headers(source, lines, readings)
    for i, reason in others.items():
        reasons[i] = reasons[i] or reason
    footers = count_footers(
        [
            line.text if reading is NO_PREFIX else ""
            for line, reading in zip(lines, readings, strict=True)
        ],
        [
            line.has_blank_line_above or reason is not None
            for line, reason in zip(lines, [None, *reasons], strict=False)
        ],
        reasons,
    )
    for i in range(len(lines) - footers, len(lines)):
        if reasons[i] is None or is_footer(lines[i].text):
            reasons[i] = FOOTER
    return reasons


def _find_contents(lines: Sequence[Line], readings: Sequence[LineReading]) -> range:
    """Find the table of contents above the talk: the lines of chapters with their times.

    Its entries are short and name nobody; after them the times begin anew, or there are none.
    """
    first_named = next((i for i, reading in enumerate(readings) if reading.starts_turn), len(lines))
    begin = 0
    until = min(first_named, _MOST_ENTRIES)
    while begin < until and _ENTRY.match(lines[begin].text) is None:
        if readings[begin].start_ms is not None:
            return range(0)  # the talk begins
        begin += 1
    at = begin
    last_ms = -1
    while at < until and (entry := _ENTRY.match(lines[at].text)):
        start_ms = parse_clock(entry["clock"])
        if start_ms < last_ms:
            break
        if not _to_entry(entry):
            return range(0)
        last_ms = start_ms
        at += 1
    named = first_named < len(lines)
    if at - begin < (2 if named else _LEAST_ITEMS):
        return range(0)
    next_ms = next((one.start_ms for one in readings[at:] if one.start_ms is not None), None)
    begins_anew = named if next_ms is None else next_ms < last_ms
    return range(begin, at) if begins_anew else range(0)


def _to_entry(entry: re.Match[str]) -> str:
    """Read an entry of a table of contents; "" if the words cannot be one."""
    text = entry["words"]
    return "" if text[-1] in _STATEMENT_ENDS or len(text.split()) > _MOST_WORDS else text


def _first_speech(
    source: str, lines: Sequence[Line], readings: Sequence[LineReading], listed: int
) -> int:
    """Find the first line of the talk: a label, a mark or a time; else the first not listed."""
    for i in range(listed, len(lines)):
        if readings[i].starts_turn or readings[i].start_ms is not None:
            before = lines[i].start - (lines[listed].start if listed else 0)
            if any(reading.starts_turn for reading in readings[i:]):
                speaks_before = before > _LONG_PREAMBLE and before > _MOST_OF_TALK * len(source)
            else:
                speaks_before = before > _MOST_UNTIMED * len(source)
            return listed if speaks_before else i
    return listed


def _end_of_talk(lines: Sequence[Line], readings: Sequence[LineReading]) -> int:
    """Find the index after the talk, where something else fills the file after the last label.

    It is another section of a page under its heading, such as `Show notes`; or a summary of the
    talk: a paragraph that ends in a colon, and below it paragraphs 1., 2., 3. and so on, or, where
    it says that it is a summary, paragraphs with bullets.
    """
    last = len(lines)
    while last and not readings[last - 1].starts_turn:
        last -= 1
    if not last:
        return len(lines)
    for i in range(last, len(lines) - _LEAST_ITEMS):
        if lines[i].has_blank_line_above and lines[i].text[-1] in ":：" and _has_list(lines, i):
            return i
    for i in range(last, len(lines) - 1):
        if lines[i].has_blank_line_above and is_page_section_heading(lines[i].text):
            return i
    return len(lines)


def is_page_section_heading(text: str) -> bool:
    """Whether a line is the heading of another section of a page, such as `Show notes`."""
    return _PAGE_SECTION.match(text.replace("\xa0", " ")) is not None


def _has_list(lines: Sequence[Line], i: int) -> bool:
    """Whether a list follows line `i`."""
    if _BULLET.match(lines[i + 1].text) and _SUMMARY.search(lines[i].text):
        return sum(_BULLET.match(line.text) is not None for line in lines[i:]) >= _LEAST_ITEMS
    item = _ITEM.match(lines[i + 1].text)
    if not item or item[1] != "1":
        return False
    items = (_ITEM.match(line.text) for line in lines[i + 1 :])
    numbers = [int(item[1]) for item in items if item]
    return numbers[:_LEAST_ITEMS] == list(range(1, _LEAST_ITEMS + 1))


def _find_headings(
    lines: Sequence[Line], readings: Sequence[LineReading], first: int
) -> Sequence[int]:
    """Find headings above speakers, in a file in which all speech has times.

    There a short line without a time is a heading, if it has no mark of a sentence's end and the
    others have.
    """
    said = [i for i in range(first, len(lines)) if readings[i].text_at < len(lines[i].text)]
    untimed = [i for i in said if readings[i] is NO_PREFIX]
    if not untimed or len(said) < _LEAST_SAID or len(untimed) > _MOST_HEADINGS * len(said):
        return ()
    ended = sum(not is_unfinished(lines[i].text) for i in said)
    timed = sum(readings[i].start_ms is not None for i in said)
    if ended < _LEAST_ENDED * (len(said) - len(untimed)):
        return ()
    if timed + len(untimed) < len(said):
        return ()
    return [
        i
        for i in untimed
        if i + 1 < len(lines)
        and readings[i + 1].starts_turn
        and readings[i + 1].speaker is not None
        and is_unfinished(lines[i].text)
        and not lines[i].text[0].islower()
        and len(lines[i].text.split()) <= _MOST_WORDS
    ]


def _find_noise(
    lines: Sequence[Line], readings: Sequence[LineReading], entries: set[str]
) -> list[str | None]:
    """Find web-page boilerplate and headings within the talk; None for lines of speech."""
    reasons: list[str | None] = [None] * len(lines)
    begin = 0
    while begin < len(lines):
        until = begin + 1
        while (
            until < len(lines)
            and not lines[until].has_blank_line_above
            and readings[until] is NO_PREFIX
        ):
            until += 1
        after_label = readings[begin] is not NO_PREFIX
        block = [line.text for line in lines[begin + after_label : until]]
        if len(block) == 1 and not after_label and block[0] in entries:
            reasons[begin] = HEADING
        elif block:
            found = find_noise(block, after_label=after_label)
            if after_label and readings[begin].text_at >= len(lines[begin].text) and all(found):
                found = [None] * len(block)  # a link below a label is what the speaker sends
            reasons[begin + after_label : until] = found
        begin = until
    return reasons
