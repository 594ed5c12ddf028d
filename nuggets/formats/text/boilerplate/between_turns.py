"""Headings, chapters and advertisements between turns; not speech.

THE STORM OF 1953             a heading in capitals, above the next speaker

ADVERTISEMENT

This show is brought to you by Acme.

(00:10:12) – The dam          a chapter with its time, where names with times have their own lines

A paragraph without a label is otherwise read as speech of the speaker before, so one sign of
being a heading is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.advertisements import is_sponsor_read
from nuggets.formats.format import WEB_PAGE_BOILERPLATE
from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.sentence_marks import CLAUSE_ENDS
from nuggets.formats.text.boilerplate.web_pages import HEADING
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading
from nuggets.timecode import CLOCK, parse_clock

_ADVERTISEMENT = re.compile(
    r"[^\w\s]{0,3} ?(?:advertise?ments?|advertising|sponsored(?: content| message)?|anzeige|werbung"
    r"|publicit[eé]|publicidade?|pubblicit[aà]|advertentie) ?[^\w\s.?!…,;]{0,3}",
    re.IGNORECASE,
)
_MOST_WORDS = 12  # of a heading; by eye, as are the others
_LEAST_WORDS = 2
_LEAST_LOWER = 0.5  # share of lower-case letters, in a file where capitals make a heading
_CHAPTER = re.compile(rf"[\[(]?(?P<clock>{CLOCK})[\])]?\s{{0,3}}[-–—]\s{{1,3}}(?P<words>\S.*)")
_LEAST_ALONE = 0.9  # share of names that are with their times on lines of their own
_MOST_IN_CHAPTER = 14  # words
_SAMPLE = 200  # lines, and characters of each, whose letters are counted
_LEAST_HEADINGS = 2  # one alone may be shouted


def find_between_turns(
    lines: Sequence[Line], readings: Sequence[LineReading], first: int, end: int
) -> dict[int, str]:
    """Find lines between the turns that are not speech.

    Args:
        lines: All lines of the file.
        readings: How each line is read.
        first: Index of the first line of the talk.
        end: Index after its last one.

    Returns:
        The reason to leave each out, by its index.
    """
    names = [i for i in range(first, end) if readings[i].speaker is not None]
    if len(names) < 2:
        return {}
    unlabelled = [
        i for i in range(names[0], end) if readings[i] is NO_PREFIX and is_paragraph_edge(lines, i)
    ]
    reasons: dict[int, str] = dict.fromkeys(
        _find_chapters(lines, readings, names, first, end), HEADING
    )
    has_lower_case = _has_lower_case(lines[first:end])
    for i in unlabelled:
        if not _ADVERTISEMENT.fullmatch(lines[i].text):
            continue
        reasons[i] = WEB_PAGE_BOILERPLATE
        text = lines[i + 1].text if i + 1 < end and readings[i + 1] is NO_PREFIX else ""
        if text and is_sponsor_read(text):
            reasons[i + 1] = WEB_PAGE_BOILERPLATE
    headings = [
        i
        for i in unlabelled
        if i + 1 < end
        and readings[i + 1].speaker is not None
        and is_paragraph_edge(lines, i + 1)
        and _is_heading(lines[i].text)
    ]
    if has_lower_case and len({lines[i].text for i in headings}) >= _LEAST_HEADINGS:
        reasons.update(dict.fromkeys(headings, HEADING))
    return reasons


def _find_chapters(
    lines: Sequence[Line],
    readings: Sequence[LineReading],
    names: Sequence[int],
    first: int,
    end: int,
) -> list[int]:
    """Find chapters with times, where speakers' names and times are on lines of their own."""
    alone = sum(
        readings[i].start_ms is not None and readings[i].text_at >= len(lines[i].text)
        for i in names
    )
    if alone < _LEAST_ALONE * len(names):
        return []
    found: list[int] = []
    last_ms = -1
    for i in range(first, end - 1):
        reading = readings[i]
        if reading.speaker is not None:
            last_ms = reading.start_ms if reading.start_ms is not None else last_ms
            continue
        if readings[i + 1].speaker is None or not (i == first or is_paragraph_edge(lines, i)):
            continue
        match = _CHAPTER.fullmatch(lines[i].text)
        until_ms = readings[i + 1].start_ms
        if match is None or until_ms is None or len(match["words"].split()) > _MOST_IN_CHAPTER:
            continue
        if last_ms <= parse_clock(match["clock"]) <= until_ms:
            found.append(i)
    return found


def _is_heading(text: str) -> bool:
    """Whether a line is a few words in capitals without a mark at the end."""
    return (
        text[0].isalpha()
        and text.isupper()
        and text[-1] not in CLAUSE_ENDS
        and _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS
    )


def _has_lower_case(lines: Sequence[Line]) -> bool:
    """Whether a file is mostly in lower case, so that capitals stand out."""
    text = "".join(line.text[:_SAMPLE] for line in lines[:_SAMPLE])
    lower = sum(char.islower() for char in text)
    return lower >= _LEAST_LOWER * sum(char.isalpha() for char in text)
