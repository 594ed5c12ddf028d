"""Visible lines of a web page, with their tags, and the elements that begin them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from nuggets.formats.documents.html_boilerplate import (
    BOILERPLATE_TAGS,
    HEADING_TAGS,
    is_boilerplate_class,
)
from nuggets.formats.documents.html_tags import VOID_TAGS, Token, write_text
from nuggets.formats.documents.names_in_markup import QUESTION_NUMBER
from nuggets.formats.documents.page import Insertions, LeadingElement, Page, PageLine
from nuggets.formats.documents.visible_text import VisibleTextBuilder
from nuggets.formats.format import WEB_PAGE_BOILERPLATE
from nuggets.formats.lines import LINE_ENDS
from nuggets.formats.text.boilerplate.web_pages import HEADING
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
_CLOSED_BY_SAME_KIND = frozenset("p li dt dd tr td th option".split())
_MARKED = HEADING_TAGS | frozenset("b strong cite dt th td time".split())
_MARKING_CLASS = re.compile(r"speaker|timestamp|timecode|(?:\A|[\s_-])time(?:[\s_-]|\Z)")
_BLANKS = " \t" + LINE_ENDS  # not the no-break space, which is kept
_MAX_LEADING_CHARS = 100  # by eye, as are the next two
_MAX_CLOCK_CHARS = 30
_MAX_NUMBER_CHARS = 20
_CLOCK = re.compile(rf"\s*{CLOCK}\s*")
_NUMBER = re.compile(
    rf"\s*{QUESTION_NUMBER}(?=(?:<[^<>]{{0,300}}>){{1,9}}[^\W\d_a-z])"
)  # then a name


@dataclass(slots=True)
class _OpenElement:
    """An open element; `leading_at` is its offset in the visible text if it may lead a line."""

    name: str
    start: int
    skips: str  # the reason, if it is left out
    leading_at: int | None


def extract_page(
    source: str,
    tokens: Sequence[Token],
    skipped: frozenset[str] = BOILERPLATE_TAGS,
    *,
    by_class: bool = True,
    insertions: Insertions | None = None,
    links: Mapping[int, str] = MappingProxyType({}),
) -> Page:
    """Extract the visible text and lines of a page, without boilerplate.

    Args:
        source: The page.
        tokens: Its tags and texts.
        skipped: Names of the elements to leave out, with all that is in them.
        by_class: Whether to leave out elements by their classes, too, such as `sidebar`.
        insertions: Characters to write that are not in the source.
        links: The reason to leave out each link or note, by its offset in the source.
    """
    extractor = _PageExtractor(
        source, skipped, insertions or Insertions({}, {}), links, by_class=by_class
    )
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
def _has_marking_class(classes: str) -> bool:
    """Whether a class of an element is one for names or times."""
    return _MARKING_CLASS.search(classes) is not None


def _is_number(source: str, start: int, end: int) -> bool:
    """Whether a text is a question's number and an element with a name follows."""
    match = _NUMBER.match(source, start)
    return match is not None and match.end() == end


class _PageExtractor:
    """Follows the tags of a page and writes the visible text."""

    def __init__(
        self,
        source: str,
        skipped: frozenset[str],
        insertions: Insertions,
        links: Mapping[int, str],
        *,
        by_class: bool,
    ) -> None:
        self._source = source
        self._links = links
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
        self._counts = Counter(pre=0)  # of names on the stack
        self._blocks = ["body"]
        self._skips = ""  # the reason, within an element that is left out
        self._skips_from = 0
        self._skips_text = False

    def write(self, start: int, end: int) -> None:
        """Write a text, unless it is within an element that is left out."""
        if self._skips:
            self._skips_text = self._skips_text or not self._source[start:end].isspace()
        elif self._counts["pre"]:
            self._write_preformatted(start, end)
        elif end - start < _MAX_LEADING_CHARS and not self._source[start:end].strip(_BLANKS):
            self._builder.separate(" ")
        elif end - start < _MAX_CLOCK_CHARS and _CLOCK.fullmatch(self._source, start, end):
            self._write_clock(start, end)
        elif end - start > _MAX_NUMBER_CHARS or "Q" not in self._source[start:end]:
            self._write(start, end)
        else:
            is_number = self._builder.is_at_line_start and _is_number(self._source, start, end)
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
            top in _CLOSED_BY_SAME_KIND and name in _CLOSED_BY_SAME_KIND and top[0] == name[0]
        ):
            self._pop(token.start)
        if name in _BLOCKS:
            self._builder.separate("\n\n" if name in _PARAGRAPHS else "\n")
            self._blocks.append(name)
        elif name in ("td", "th"):
            self._builder.separate(" ")
        element = _OpenElement(name, token.start, "", None)
        if name in _MARKED or (token.classes and _has_marking_class(token.classes)):
            element.leading_at = self._builder.at
        if not self._skips and (reason := self._links.get(token.start) or self._skip(token)):
            element.skips = reason
            self._skips, self._skips_from, self._skips_text = element.skips, token.start, False
            if name in HEADING_TAGS:
                self._breaks.append((self._builder.at, token.start))
        insertion = self._insertions.within.get(token.start)
        if insertion and not self._skips:
            self._builder.insert(insertion, after_blank=True)
        self._stack.append(element)
        self._counts[name] += 1

    def close(self, token: Token) -> None:
        """Close an element and all that is open in it; a tag that closes nothing is ignored."""
        if not self._counts[token.name]:
            if token.name == "p":
                self._builder.separate("\n\n")
            return
        while self._stack[-1].name != token.name:
            self._pop(token.start)
        self._pop(token.end)

    def finish(self) -> Page:
        """Close what is still open, and return the page."""
        while self._stack:
            self._pop(len(self._source))
        visible = self._builder.build()
        return Page(
            visible, self._lines, self._leading, self._elements, self._breaks, self._left_out
        )

    def _skip(self, token: Token) -> str:
        """Return the reason to leave an element out by its name or class; "" if there is none."""
        if token.name in self._skipped:
            return HEADING if token.name in HEADING_TAGS else WEB_PAGE_BOILERPLATE
        if not (self._by_class and token.classes) or token.name in ("html", "body", "main"):
            return ""
        return WEB_PAGE_BOILERPLATE if is_boilerplate_class(token.classes) else ""

    def _write_clock(self, start: int, end: int) -> None:
        """Write a text between two tags that is a time; it may be a leading element."""
        within, after = (kind.get(start) for kind in self._insertions)
        if within:
            self._builder.insert(within, after_blank=True)
        at = self._builder.at
        self._write(start, end)
        if after:
            self._builder.insert(after)
        else:
            self._add_leading(_OpenElement("", start, "", at), at)

    def _write_preformatted(self, start: int, end: int) -> None:
        """Write preformatted text, whose line breaks are kept."""
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
        """Close the innermost element."""
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
        if not at < builder.at <= min(at, builder.line_at) + 2 * _MAX_LEADING_CHARS:
            return
        raw = builder.text_since(at)
        text = raw.strip()
        before = builder.text_since(builder.line_at)[: -len(raw.lstrip())].strip()
        if text and "\n" not in text and len(text) <= _MAX_LEADING_CHARS:
            self._leading.append(
                LeadingElement(element.name, text, before, builder.at, element.start)
            )
