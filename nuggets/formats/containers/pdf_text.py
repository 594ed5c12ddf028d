"""Text of a PDF, from the lines of its pages: the source, and what is read of it.

Lines end in line ends, pages in form feeds. Page heads and feet, line numbers, footnotes and a word
index stay in the source and are left out. A word that a line end cuts is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from nuggets.formats.containers.container import Extracted
from nuggets.formats.containers.pdf_lines import PrintedLine
from nuggets.formats.containers.pdf_pages import WORD_INDEX, PrintedPage
from nuggets.formats.documents.visible_text import AlignedSpan, VisibleText
from nuggets.values import LeftOut, PageLine

LINE_NUMBER = "line number"

_PARAGRAPH = 1.4  # usual line spacings between paragraphs; by eye
_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"([^\W\d_]+)-\Z")
_REST = re.compile(r"[^\W\d_]+")


def build_text(pages: Sequence[PrintedPage]) -> Extracted:
    """Build the text of a PDF from its pages."""
    builder = _TextBuilder(_vocabulary(pages))
    for page in pages:
        builder.add_page(page)
    return builder.build()


def _vocabulary(pages: Sequence[PrintedPage]) -> frozenset[str]:
    """List the words of a document that no line end cuts."""
    words: set[str] = set()
    for page in pages:
        for block in page.blocks:
            for line in block:
                text = line.text
                words.update(_WORD.findall(_CUT.sub("", text).casefold()))
    return frozenset(words)


class _TextBuilder:
    """Writes the source and, beside it, what is read."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._source: list[str] = []
        self._visible: list[str] = []
        self._spans: list[AlignedSpan] = []
        self._left_out: list[LeftOut] = []
        self._page_lines: list[PageLine] = []
        self._at = self._visible_at = 0
        self._last = ""  # the last line that is read

    def add_page(self, page: PrintedPage) -> None:
        """Add the lines of a page."""
        if self._source:
            self._write("\f")
        first = page.blocks[0][0].y if page.blocks and page.blocks[0] else 0.0
        above = [pair for pair in page.outside if pair[0].y <= first]
        for line, reason in above:
            self._leave_out(line.text, reason)
        for count, (line, is_apart) in enumerate(_lines_of(page.blocks), 1):
            if page.is_index:
                self._leave_out(line.text, WORD_INDEX)
            else:
                number = line.number if page.is_numbered else count
                self._page_lines.append(PageLine(self._at, page.number, number or count))
                self._add_line(line, is_apart=is_apart)
        for line, reason in page.outside:
            if (line, reason) not in above:
                self._leave_out(line.text, reason)

    def build(self) -> Extracted:
        """Return what was written."""
        visible = VisibleText("".join(self._visible), tuple(self._spans))
        return Extracted(
            "".join(self._source),
            visible=visible,
            left_out=tuple(self._left_out),
            page_lines=tuple(self._page_lines),
        )

    def _write(self, text: str) -> None:
        self._source.append(text)
        self._at += len(text)

    def _leave_out(self, text: str, reason: str) -> None:
        self._end_line()
        self._left_out.append(LeftOut(self._at, self._at + len(text), reason))
        self._write(text)

    def _end_line(self) -> None:
        if self._source and self._source[-1] not in ("\n", "\f"):
            self._write("\n")

    def _add_line(self, line: PrintedLine, *, is_apart: bool) -> None:
        self._end_line()
        text = line.text
        if is_apart and self._source and self._source[-1] != "\f":
            self._write("\n")
        if line.number is not None:
            number = str(line.number)
            self._left_out.append(LeftOut(self._at, self._at + len(number), LINE_NUMBER))
            self._write(f"{number}   ")
        joined = self._join_word(text)
        if joined is None and self._visible:
            self._show("\n\n" if is_apart else "\n", None)
        elif joined:
            self._drop_hyphen()
        self._show(text, self._at)
        self._write(text)
        self._last = text

    def _show(self, text: str, place: int | None) -> None:
        """Write text to what is read; it is in the source where a place is given."""
        if place is not None:
            end = self._visible_at + len(text)
            self._spans.append(AlignedSpan(self._visible_at, end, place, place + len(text)))
        self._visible.append(text)
        self._visible_at += len(text)

    def _drop_hyphen(self) -> None:
        """Take the hyphen at the end of the last line back from what is read."""
        self._visible[-1] = self._visible[-1][:-1]
        self._visible_at -= 1
        at, until, start, end = self._spans[-1]
        self._spans[-1] = AlignedSpan(at, until - 1, start, end - 1)

    def _join_word(self, text: str) -> bool | None:
        """Whether a word goes on that the last line end cut, and its hyphen is to be dropped.

        None where no word goes on. The hyphen stays where only the parts of the word are words.
        """
        cut = _CUT.search(self._last)
        rest = _REST.match(text)
        if cut is None or rest is None or not text[0].islower():
            return None
        head, tail = cut[1].casefold(), rest.group().casefold()
        known = self._vocabulary
        return head + tail in known or not (head in known and tail in known)


def _lines_of(blocks: Sequence[Sequence[PrintedLine]]) -> Iterator[tuple[PrintedLine, bool]]:
    """List the lines, and whether each stands apart from the one above in its column."""
    for block in blocks:
        gaps = [b.y - a.y for a, b in pairwise(block)]
        usual = median(gaps) if gaps else 0.0
        for i, line in enumerate(block):
            yield line, i > 0 and gaps[i - 1] > _PARAGRAPH * usual
