"""A web page as a reader sees it: lines of text, and what the tags say about each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.documents.boilerplate import (
    FURNITURE,
    HEADING,
    HEADINGS,
    SKIPPED,
    is_furniture,
)
from nuggets.formats.documents.html_tags import VOID, Token, write_text
from nuggets.formats.documents.set_off_names import NUMBER
from nuggets.formats.documents.visible_text import View, ViewBuilder
from nuggets.formats.lines import LINE_ENDS
from nuggets.timecode import CLOCK
from nuggets.values import LeftOut

_BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figure "
    "footer form header hgroup html legend li main nav ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_PARAGRAPHS = (
    frozenset("p div section article blockquote table ul ol dl dt pre tr".split()) | HEADINGS
)
_CLOSED_BY_LIKES = frozenset("p li dt dd tr td th option".split())
_MARKED = HEADINGS | frozenset("b strong cite dt th td time".split())
_MARKING_WORDS = re.compile(r"speaker|timestamp|timecode|(?:\A|[\s_-])time(?:[\s_-]|\Z)")
_BLANKS = " \t" + LINE_ENDS  # a hard blank is a character of its own
_LONGEST_LEAD = 100
_LONGEST_CLOCK = 30
_LONGEST_NUMBER = 20
_CLOCK = re.compile(rf"\s*{CLOCK}\s*")
_NUMBER = re.compile(rf"\s*{NUMBER}(?=(?:<[^<>]{{0,300}}>){{1,9}}[^\W\d_a-z])")  # then a name


class Row(NamedTuple):
    """A line of the page.

    Attributes:
        at: Place of its first character in the visible text.
        tag: Name of the innermost block that it stands in.
        start: Place in the source where its text begins.
    """

    at: int
    tag: str
    start: int


class Lead(NamedTuple):
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


class Inserts(NamedTuple):
    """What to write into the view that is not in the source.

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
        view: Its visible text.
        rows: Its lines, in order.
        leads: What lines begin with, in order.
        elements: Where each element that has ended begins and ends in the source.
        breaks: Rules, and headings that are not shown, each by the place in the visible text and
            that in the source.
        left_out: What is not shown because it is furniture of the page.
    """

    view: View
    rows: list[Row]
    leads: list[Lead]
    elements: list[tuple[int, int, str]]
    breaks: list[tuple[int, int]]
    left_out: list[LeftOut]


@dataclass(slots=True)
class _Open:
    """An element that is open; `lead_at` is where it begins in the view if it may be a lead."""

    name: str
    start: int
    skips: str
    lead_at: int | None


def show(
    source: str,
    tokens: Sequence[Token],
    skipped: frozenset[str] = SKIPPED,
    *,
    by_words: bool = True,
    inserts: Inserts | None = None,
) -> Page:
    """Put together what is seen of a page.

    Args:
        source: The page.
        tokens: Its tags and texts.
        skipped: Names of elements that are furniture or headings, with all that is in them.
        by_words: Whether what calls itself a comment, a sidebar and the like is furniture, too.
        inserts: What to write into the view that is not in the source.
    """
    shower = _Shower(source, skipped, inserts or Inserts({}, {}), by_words=by_words)
    for token in tokens:
        kind = token.kind
        if kind == "text":
            shower.write(token.start, token.end)
        elif kind == "open":
            shower.open(token)
        elif kind == "close":
            shower.close(token)
    return shower.finish()


@lru_cache(maxsize=1024)  # a page has few classes
def _mark(words: str) -> bool:
    """Whether the class of an element says that it holds a name or a time."""
    return _MARKING_WORDS.search(words) is not None


def _is_number(source: str, start: int, end: int) -> bool:
    """Whether a text is the number of a question, and a name follows in a tag of its own."""
    match = _NUMBER.match(source, start)
    return match is not None and match.end() == end


class _Shower:
    """Follows the tags of a page and writes what is seen."""

    def __init__(
        self, source: str, skipped: frozenset[str], inserts: Inserts, *, by_words: bool
    ) -> None:
        self._source = source
        self._inserts = inserts
        self._skipped = skipped
        self._by_words = by_words
        self._builder = ViewBuilder()
        self._rows: list[Row] = []
        self._leads: list[Lead] = []
        self._elements: list[tuple[int, int, str]] = []
        self._breaks: list[tuple[int, int]] = []
        self._left_out: list[LeftOut] = []
        self._stack: list[_Open] = []
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
        elif end - start < _LONGEST_LEAD and not self._source[start:end].strip(_BLANKS):
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
        if name in VOID:
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
        element = _Open(name, token.start, "", None)
        if name in _MARKED or (token.words and _mark(token.words)):
            element.lead_at = self._builder.at
        if not self._skips and self._is_skipped(token):
            element.skips = HEADING if name in HEADINGS else FURNITURE
            self._skips, self._skips_from, self._skips_text = element.skips, token.start, False
            if name in HEADINGS:
                self._breaks.append((self._builder.at, token.start))
        insert = self._inserts.within.get(token.start)
        if insert and not self._skips:
            self._builder.insert(insert, after_blank=True)
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
        view = self._builder.build()
        return Page(view, self._rows, self._leads, self._elements, self._breaks, self._left_out)

    def _is_skipped(self, token: Token) -> bool:
        if token.name in self._skipped:
            return True
        if not (self._by_words and token.words) or token.name in ("html", "body", "main"):
            return False
        return is_furniture(token.words)

    def _write_clock(self, start: int, end: int) -> None:
        """Write a time that is all that stands between two tags; it may be a lead."""
        within, after = (kind.get(start) for kind in self._inserts)
        if within:
            self._builder.insert(within, after_blank=True)
        at = self._builder.at
        self._write(start, end)
        if after:
            self._builder.insert(after)
        else:
            self._add_lead(_Open("", start, "", at), at)

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
        builder, rows = self._builder, self._rows
        before = builder.at
        write_text(self._source, start, end, builder)
        if builder.at > before and (not rows or rows[-1].at != builder.line_at):
            rows.append(Row(builder.line_at, self._blocks[-1], start))

    def _pop(self, end: int) -> None:
        """Close the inmost element."""
        element = self._stack.pop()
        self._counts[element.name] -= 1
        insert = self._inserts.after.get(element.start)
        if insert and not self._skips:
            self._builder.insert(insert)
        if element.skips:
            if self._skips_text:
                self._left_out.append(LeftOut(self._skips_from, end, element.skips))
            self._skips = ""
        elif element.lead_at is not None:
            self._add_lead(element, element.lead_at)
        if element.name in _BLOCKS:
            self._builder.separate("\n\n" if element.name in _PARAGRAPHS else "\n")
            self._blocks.pop()
            self._elements.append((element.start, end, element.name))

    def _add_lead(self, element: _Open, at: int) -> None:
        """Take an element as a lead, if it is short and near the beginning of its line."""
        builder = self._builder
        if not at < builder.at <= min(at, builder.line_at) + 2 * _LONGEST_LEAD:
            return
        raw = builder.since(at)
        text = raw.strip()
        before = builder.since(builder.line_at)[: -len(raw.lstrip())].strip()
        if text and "\n" not in text and len(text) <= _LONGEST_LEAD:
            lead = Lead(element.name, text, before, builder.at, element.start)
            self._leads.append(lead)
