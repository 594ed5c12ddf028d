"""Where the talk begins and ends, in a file that holds more than a talk.

Here are 3 takeaways:         a summary, as a list
1. The dam is old.
Show notes                    the heading of another section of a page
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.read_text import ReadText

_ITEM = re.compile(r"([0-9]{1,2})[.)]\s")
_BULLET = re.compile(r"[-*•‣–]\s")
_SUMMARY = re.compile(
    r"\b(?:transcript|summary|takeaways?|nuggets?|key points|highlights|insights)\b", re.IGNORECASE
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


def find_first_speech(text: ReadText) -> int:
    """Find the first line of the talk: a label, a mark or a time; else the first not listed."""
    listed, lines, readings = text.first, text.lines, text.readings
    for i in range(listed, len(lines)):
        if readings[i].starts_turn or readings[i].start_ms is not None:
            before = lines[i].start - (lines[listed].start if listed else 0)
            if any(reading.starts_turn for reading in readings[i:]):
                speaks_before = before > max(_LONG_PREAMBLE, _MOST_OF_TALK * len(text.source))
            else:
                speaks_before = before > _MOST_UNTIMED * len(text.source)
            return listed if speaks_before else i
    return listed


def find_other_section(text: ReadText) -> int:
    """Find the line after the talk, where something else fills the file after the last label.

    It is another section of a page under its heading, such as `Show notes`; or a summary of the
    talk: a paragraph that ends in a colon, and below it paragraphs 1., 2., 3. and so on, or, where
    it says that it is a summary, paragraphs with bullets.
    """
    lines = text.lines
    last = len(lines)
    while last and not text.readings[last - 1].starts_turn:
        last -= 1
    if not last:
        return len(lines)
    edges = [i for i in range(last, len(lines) - 1) if lines[i].has_blank_line_above]
    for i in edges:
        if i < len(lines) - _LEAST_ITEMS and lines[i].text[-1] in ":：" and _has_list(lines, i):
            return i
    return next((i for i in edges if is_page_section_heading(lines[i].text)), len(lines))


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
