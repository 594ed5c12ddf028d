"""Data types of a web page that was read: its lines, leading elements and visible text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from nuggets.formats.documents.visible_text import VisibleText
from nuggets.values import LeftOut


class PageLine(NamedTuple):
    """A line of the page.

    Attributes:
        at: Offset of its first character in the visible text.
        tag: Name of the innermost block element around it.
        start: Offset of its text in the source.
    """

    at: int
    tag: str
    start: int


class LeadingElement(NamedTuple):
    """An element near the beginning of a line that may hold a name or a time, such as bold type.

    Attributes:
        tag: Name of the element; "" for a time between two tags that do not mark it as one.
        text: Its text.
        before: The text before it on its line.
        until: Offset after it in the visible text.
        start: Offset in the source, of its tag if it has one.
    """

    tag: str
    text: str
    before: str
    until: int
    start: int


class Insertions(NamedTuple):
    """Characters to write into the visible text that are not in the source.

    Attributes:
        within: Those before the text of an element, by its offset in the source.
        after: Those after the text of an element, by the same offset.
    """

    within: dict[int, str]
    after: dict[int, str]


@dataclass(frozen=True, slots=True)
class Page:
    """The visible part of a page.

    Attributes:
        visible: Its visible text.
        lines: Its lines, in order.
        leading: The leading elements, in order.
        elements: Begin and end of each block element in the source, and its name; inner ones first.
        breaks: Rules, and headings left out, by their offsets in the visible text and the source.
        left_out: What was left out as boilerplate.
    """

    visible: VisibleText
    lines: list[PageLine]
    leading: list[LeadingElement]
    elements: list[tuple[int, int, str]]
    breaks: list[tuple[int, int]]
    left_out: list[LeftOut]
