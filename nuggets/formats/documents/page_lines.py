"""A web page as a reader sees it: lines of text, and what the tags say about each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.documents.html_boilerplate import (
    BOILERPLATE,
    BOILERPLATE_TAGS,
    HEADING,
    HEADING_TAGS,
    is_boilerplate_class,
)
from nuggets.formats.documents.html_tags import VOID_TAGS, Token, write_text
from nuggets.formats.documents.names_in_markup import NUMBER
from nuggets.formats.documents.visible_text import VisibleText, VisibleTextBuilder
from nuggets.formats.lines import LINE_ENDS
from nuggets.timecode import CLOCK
from nuggets.values import LeftOut

_BLOCKS = HEADING_TAGS | frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figure "
    "footer form header hgroup html legend li main nav ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_PARAGRAPHS = (
    frozenset("p div section article blockquote table ul ol dl dt pre tr".split()) | HEADING_TAGS
)
_CLOSED_BY_LIKES = frozenset("p li dt dd tr td th option".split())
_MARKED = HEADING_TAGS | frozenset("b strong cite dt th td time".split())
_MARKING_WORDS = re.compile(r"speaker|timestamp|timecode|(?:\A|[\s_-])time(?:[\s_-]|\Z)")
_BLANKS = " \t" + LINE_ENDS  # a hard blank is a character of its own
_LONGEST_LEADING = 100
_LONGEST_CLOCK = 30
_LONGEST_NUMBER = 20
_CLOCK = re.compile(rf"\s*{CLOCK}\s*")
_NUMBER = re.compile(rf"\s*{NUMBER}(?=(?:<[^<>]{{0,300}}>){{1,9}}[^\W\d_a-z])")  # then a name


class PageLine(NamedTuple):
    """A line of the page.

    Attributes:
        at: Place of its first character in the visible text.
        tag: Name of the innermost block that it stands in.
        start: Place in the source where its text begins.
    """

    at: int
    tag: str
    start: int


class LeadingElement(NamedTuple):
    """What the tags set off near the beginning of a line: bold type, a table cell, a time.

    Attributes:
        tag: Name of the element; "" for a time between two tags that say nothing of it.
        text: What stands in it.
        before: What stands before it on its line.
        until: Place in the visible text after it.
        start: Place in the source where it begins, with its tag if it has one.
    """

    tag: str
    text: str
    before: str
    until: int
    start: int


class Insertions(NamedTuple):
    """What to write into the visible text that is not in the source.

    Attributes:
        within: Before the text of an element, by the place in the source where it begins.
        after: After the text of an element, by the same place.
    """

    within: dict[int, str]
    after: dict[int, str]


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen of a page.

    Attributes:
        visible: Its visible text.
        lines: Its lines, in order.
        leading: What lines begin with, in order.
        elements: Where each element that has ended begins and ends in the source.
        breaks: Rules, and headings that are not shown, each by the place in the visible text and
            that in the source.
        left_out: What is not shown because it is furniture of the page.
    """

    visible: VisibleText
    lines: list[PageLine]
    leading: list[LeadingElement]
    elements: list[tuple[int, int, str]]
    breaks: list[tuple[int, int]]
    left_out: list[LeftOut]


@dataclass(slots=True)
class _OpenElement:
    """An open element; `leading_at` is its offset in the visible text if it may lead a line."""

    name: str
    start: int
    skips: str
    leading_at: int | None


def extract_page(
    source: str,
    tokens: Sequence[Token],
    skipped: frozenset[str] = BOILERPLATE_TAGS,
    *,
    by_class: bool = True,
    insertions: Insertions | None = None,
) -> Page:
    """Put together what is seen of a page.

    Args:
        source: The page.
        tokens: Its tags and texts.
        skipped: Names of elements that are furniture or headings, with all that is in them.
        by_class: Whether what calls itself a comment, a sidebar and the like is furniture, too.
        insertions: What to write into the visible text that is not in the source.
    """
    extractor = _PageExtractor(source, skipped, insertions or Insertions({}, {}), by_class=by_class)
    for token in tokens:
        kind = token.kind
        if kind == "text":
            extractor.write(token.start, token.end)
        elif kind == "open":
            extractor.open(token)
        elif kind == "close":
            extractor.close(token)
    return extractor.finish()


@lru_cache(maxsize=1024)  # a page has few classes
def _mark(words: str) -> bool:
    """Whether the class of an element says that it holds a name or a time."""
    return _MARKING_WORDS.search(words) is not None


def _is_number(source: str, start: int, end: int) -> bool:
    """Whether a text is the number of a question, and a name follows in a tag of its own."""
    match = _NUMBER.match(source, start)
    return match is not None and match.end() == end


class _PageExtractor:
    """Follows the tags of a page and writes what is seen."""

    def __init__(
        self, source: str, skipped: frozenset[str], insertions: Insertions, *, by_class: bool
    ) -> None:
        self._source = source
        self._insertions = insertions
        self._skipped = skipped
        self._by_class = by_class
        self._builder = VisibleTextBuilder()
        self._lines: list[PageLine] = []
        self._leading: list[LeadingElement] = []
        self._elements: list[tuple[int, int, str]] = []
        self._breaks: list[tuple[int, int]] = []
        self._left_out: list[LeftOut] = []
        self._stack: list[_OpenElement] = []
        self._counts = Counter(pre=0)  # of the names on the stack
        self._blocks = ["body"]
        self._skips = ""  # why nothing is shown, if nothing is
        self._skips_from = 0
        self._skips_text = False

    def write(self, start: int, end: int) -> None:
        """Write a text, unless it is furniture."""
        if self._skips:
            self._skips_text = self._skips_text or not self._source[start:end].isspace()
        elif self._counts["pre"]:
            self._write_as_it_is(start, end)
        elif end - start < _LONGEST_LEADING and not self._source[start:end].strip(_BLANKS):
            self._builder.separate(" ")
        elif end - start < _LONGEST_CLOCK and _CLOCK.fullmatch(self._source, start, end):
            self._write_clock(start, end)
        elif end - start > _LONGEST_NUMBER or "Q" not in self._source[start:end]:
            self._write(start, end)
        else:
            is_number = self._builder.begins_line and _is_number(self._source, start, end)
            self._write(start, end)
            if is_number:
                self._builder.separate(" ")

    def open(self, token: Token) -> None:
        """Note that an element begins."""
        name = token.name
        if name in VOID_TAGS:
            if name in ("br", "hr"):
                self._builder.separate("\n" if name == "br" else "\n\n")
                if name == "hr" and not self._skips:
                    self._breaks.append((self._builder.at, token.start))
            return
        top = self._stack[-1].name if self._stack else ""
        if (top == "p" and name in _BLOCKS) or (
            top in _CLOSED_BY_LIKES and name in _CLOSED_BY_LIKES and top[0] == name[0]
        ):
            self._pop(token.start)
        if name in _BLOCKS:
            self._builder.separate("\n\n" if name in _PARAGRAPHS else "\n")
            self._blocks.append(name)
        elif name in ("td", "th"):
            self._builder.separate(" ")
        element = _OpenElement(name, token.start, "", None)
        if name in _MARKED or (token.classes and _mark(token.classes)):
            element.leading_at = self._builder.at
        if not self._skips and self._is_skipped(token):
            element.skips = HEADING if name in HEADING_TAGS else BOILERPLATE
            self._skips, self._skips_from, self._skips_text = element.skips, token.start, False
            if name in HEADING_TAGS:
                self._breaks.append((self._builder.at, token.start))
        insertion = self._insertions.within.get(token.start)
        if insertion and not self._skips:
            self._builder.insert(insertion, after_blank=True)
        self._stack.append(element)
        self._counts[name] += 1

    def close(self, token: Token) -> None:
        """Close an element and all that was left open in it; what closes nothing is no tag."""
        if not self._counts[token.name]:
            if token.name == "p":
                self._builder.separate("\n\n")
            return
        while self._stack[-1].name != token.name:
            self._pop(token.start)
        self._pop(token.end)

    def finish(self) -> Page:
        """Close what is still open."""
        while self._stack:
            self._pop(len(self._source))
        visible = self._builder.build()
        return Page(
            visible, self._lines, self._leading, self._elements, self._breaks, self._left_out
        )

    def _is_skipped(self, token: Token) -> bool:
        if token.name in self._skipped:
            return True
        if not (self._by_class and token.classes) or token.name in ("html", "body", "main"):
            return False
        return is_boilerplate_class(token.classes)

    def _write_clock(self, start: int, end: int) -> None:
        """Write a time that is all that stands between two tags; it may be a leading element."""
        within, after = (kind.get(start) for kind in self._insertions)
        if within:
            self._builder.insert(within, after_blank=True)
        at = self._builder.at
        self._write(start, end)
        if after:
            self._builder.insert(after)
        else:
            self._add_leading(_OpenElement("", start, "", at), at)

    def _write_as_it_is(self, start: int, end: int) -> None:
        """Write preformatted text, in which lines end where they end in the source."""
        at = start
        while at < end:
            line_end = self._source.find("\n", at, end)
            until = end if line_end < 0 else line_end
            self._write(at, until)
            if line_end >= 0:
                is_blank = not self._source[at:until].strip()
                self._builder.separate("\n\n" if is_blank else "\n")
            at = until + 1

    def _write(self, start: int, end: int) -> None:
        builder, lines = self._builder, self._lines
        before = builder.at
        write_text(self._source, start, end, builder)
        if builder.at > before and (not lines or lines[-1].at != builder.line_at):
            lines.append(PageLine(builder.line_at, self._blocks[-1], start))

    def _pop(self, end: int) -> None:
        """Close the inmost element."""
        element = self._stack.pop()
        self._counts[element.name] -= 1
        insertion = self._insertions.after.get(element.start)
        if insertion and not self._skips:
            self._builder.insert(insertion)
        if element.skips:
            if self._skips_text:
                self._left_out.append(LeftOut(self._skips_from, end, element.skips))
            self._skips = ""
        elif element.leading_at is not None:
            self._add_leading(element, element.leading_at)
        if element.name in _BLOCKS:
            self._builder.separate("\n\n" if element.name in _PARAGRAPHS else "\n")
            self._blocks.pop()
            self._elements.append((element.start, end, element.name))

    def _add_leading(self, element: _OpenElement, at: int) -> None:
        """Note an element as a leading one, if it is short and near the beginning of its line."""
        builder = self._builder
        if not at < builder.at <= min(at, builder.line_at) + 2 * _LONGEST_LEADING:
            return
        raw = builder.since(at)
        text = raw.strip()
        before = builder.since(builder.line_at)[: -len(raw.lstrip())].strip()
        if text and "\n" not in text and len(text) <= _LONGEST_LEADING:
            self._leading.append(
                LeadingElement(element.name, text, before, builder.at, element.start)
            )
