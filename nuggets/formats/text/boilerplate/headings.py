"""Headings, chapters and advertisements between turns; not speech.

THE STORM OF 1953             a heading in capitals, above the next speaker
INT. KITCHEN - NIGHT          the place of a scene
2. The storm                  a heading with a number that counts them
Questions and Answers         in words with a capital, right above a name on a line of its own
(00:10:12) – The dam          a chapter with its time, where names with times have their own lines

ADVERTISEMENT

This show is brought to you by Acme.

A paragraph without a label is otherwise read as speech of the speaker before, so one sign of
being a heading is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nuggets.formats.advertisements import is_sponsor_read
from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import CLAUSE_ENDS
from nuggets.formats.text.boilerplate.contents import MOST_WORDS
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.speakers.timestamps import is_unfinished
from nuggets.timecode import CLOCK, parse_clock

_ADVERTISEMENT = re.compile(
    r"[^\w\s]{0,3} ?(?:advertise?ments?|advertising|sponsored(?: content| message)?|anzeige|werbung"
    r"|publicit[eé]|publicidade?|pubblicit[aà]|advertentie) ?[^\w\s.?!…,;]{0,3}",
    re.IGNORECASE,
)
_CHAPTER = re.compile(rf"[\[(]?(?P<clock>{CLOCK})[\])]?\s{{0,3}}[-–—]\s{{1,3}}(?P<words>\S.*)")
_PLACE = re.compile(r"(?:INT|EXT|INT\./EXT|I/E)[./] ?[A-ZÀ-Þ0-9][^a-z]{2,80}\Z")
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,2})[.)]\s+(?P<words>[^\W\d_].*)")
_PARTICLES = frozenset("and of the for in on a to und et y de".split())
_MOST_IN_CAPITALS = 12  # words of a heading in capitals; by eye, as are the others
_MOST_IN_TITLE = 8  # words of a heading right above a name
_LEAST_LOWER = 0.5  # share of lower-case letters, in a file where capitals make a heading
_LEAST_ALONE = 0.9  # share of names that are with their times on lines of their own
_SAMPLE = 200  # lines, and characters of each, whose letters are counted
_LEAST_HEADINGS = 2  # one alone may be shouted
_LEAST_SAID = 8  # lines with words, in which most must have a time
_MOST_UNTIMED = 0.2  # share of lines with words that have no time, in a file of timed lines
_LEAST_ENDED = 0.8  # share of the others that end in the mark of a sentence's end


def find_untimed_headings(text: ReadText) -> Sequence[int]:
    """Find headings above speakers, in a file in which all speech has times.

    There a short line without a time is a heading, if it has no mark of a sentence's end and the
    others have.
    """
    lines, readings = text.lines, text.readings
    said = [i for i in range(text.first, text.end) if not text.is_prefix_alone(i)]
    untimed = [i for i in said if text.has_words_only(i)]
    if not untimed or len(said) < _LEAST_SAID or len(untimed) > _MOST_UNTIMED * len(said):
        return ()
    ended = sum(not is_unfinished(lines[i].text) for i in said)
    timed = sum(readings[i].start_ms is not None for i in said)
    if ended < _LEAST_ENDED * (len(said) - len(untimed)) or timed + len(untimed) < len(said):
        return ()
    return [
        i
        for i in untimed
        if i + 1 < text.end
        and readings[i + 1].speaker is not None
        and is_unfinished(lines[i].text)
        and not lines[i].text[0].islower()
        and len(lines[i].text.split()) <= MOST_WORDS
    ]


def find_titles(text: ReadText) -> list[int]:
    """Find headings such as `Questions and Answers` right above a name on a line of its own."""
    above = (i - 1 for i in text.named if i and text.is_prefix_alone(i))
    return [
        i
        for i in above
        if not text.readings[i].starts_turn
        and text.readings[i].start_ms is None
        and text.lines[i].text[-1] not in CLAUSE_ENDS
        and 1 < len(words := text.lines[i].text.split()) <= _MOST_IN_TITLE
        and all(word[0].isupper() or word in _PARTICLES for word in words)
    ]


def find_headings_in_capitals(text: ReadText) -> Sequence[int]:
    """Find headings in capitals on a paragraph of their own, above the next speaker."""
    headings: list[int] = []
    for i in reversed(_find_paragraphs(text)):
        if _is_in_capitals(text.lines[i].text) and _is_above_turn(text, i, headings):
            headings.append(i)
    is_told_apart = _has_lower_case(text.lines[text.first : text.end])
    are_many = len({text.lines[i].text for i in headings}) >= _LEAST_HEADINGS
    return headings if is_told_apart and are_many else ()


def find_places(text: ReadText) -> list[int]:
    """Find the places of scenes, as in a screenplay: `INT. KITCHEN - NIGHT`."""
    return [i for i in _find_paragraphs(text) if _PLACE.match(text.lines[i].text)]


def find_numbered_headings(text: ReadText) -> Sequence[int]:
    """Find headings with numbers that count them, such as the items of an agenda."""
    matches = {
        i: match
        for i in _find_paragraphs(text)
        if (match := _NUMBERED.fullmatch(text.lines[i].text))
        and _is_above_turn(text, i, ())
        and text.lines[i].text[-1] not in CLAUSE_ENDS
        and len(match["words"].split()) <= _MOST_IN_CAPITALS
    }
    numbers = [int(match["number"]) for match in matches.values()]
    counts = all(other == one + 1 for one, other in pairwise(numbers))
    return list(matches) if counts and len(numbers) >= _LEAST_HEADINGS else ()


def find_advertisements(text: ReadText) -> Iterator[int]:
    """Find `ADVERTISEMENT` on a paragraph of its own, and the sponsor's words below."""
    for i in _find_paragraphs(text):
        if _ADVERTISEMENT.fullmatch(text.lines[i].text):
            yield i
            has_more = i + 1 < text.end and text.has_words_only(i + 1)
            if has_more and is_sponsor_read(text.lines[i + 1].text):
                yield i + 1


def find_chapters(text: ReadText) -> Iterator[int]:
    """Find chapters with times, where speakers' names and times are on lines of their own."""
    lines, readings = text.lines, text.readings
    named = [i for i in text.named if text.first <= i < text.end]
    alone = sum(readings[i].start_ms is not None and text.is_prefix_alone(i) for i in named)
    if len(named) < 2 or alone < _LEAST_ALONE * len(named):
        return
    last_ms = -1
    for i in range(text.first, text.end - 1):
        reading = readings[i]
        if reading.speaker is not None:
            last_ms = reading.start_ms if reading.start_ms is not None else last_ms
            continue
        if readings[i + 1].speaker is None or not (i == text.first or text.is_edge(i)):
            continue
        match = _CHAPTER.fullmatch(lines[i].text)
        until_ms = readings[i + 1].start_ms
        if match is None or until_ms is None or len(match["words"].split()) > MOST_WORDS:
            continue
        if last_ms <= parse_clock(match["clock"]) <= until_ms:
            yield i


def _find_paragraphs(text: ReadText) -> list[int]:
    """Find the paragraphs without a label below the first one, where several have one."""
    named = [i for i in text.named if text.first <= i < text.end]
    return [
        i
        for i in (range(named[0], text.end) if len(named) > 1 else ())
        if text.has_words_only(i) and text.is_edge(i)
    ]


def _is_above_turn(text: ReadText, i: int, headings: Sequence[int]) -> bool:
    """Whether the next paragraph has a label, or is a heading above one."""
    if i + 1 >= text.end or not text.is_edge(i + 1):
        return False
    return text.readings[i + 1].speaker is not None or i + 1 in headings[-1:]


def _is_in_capitals(text: str) -> bool:
    """Whether a line is a few words in capitals without a mark at the end."""
    return (
        text[0].isalpha()
        and text.isupper()
        and text[-1] not in CLAUSE_ENDS
        and 2 <= len(text.split()) <= _MOST_IN_CAPITALS
    )


def _has_lower_case(lines: Sequence[Line]) -> bool:
    """Whether a file is mostly in lower case, so that capitals stand out."""
    text = "".join(line.text[:_SAMPLE] for line in lines[:_SAMPLE])
    lower = sum(char.islower() for char in text)
    return lower >= _LEAST_LOWER * sum(char.isalpha() for char in text)
