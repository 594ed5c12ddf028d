"""Pages of a PDF as they were printed: their heads, feet, notes, line numbers and page numbers.

A sheet may hold several pages of a transcript, as condensed ones do: each begins where the line
numbers begin anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from nuggets.formats.containers.pdf_lines import (
    PrintedLine,
    Word,
    find_line_numbers,
    group_lines,
    number_lines,
    split_columns,
)
from nuggets.formats.sentence_marks import SENTENCE_ENDS

HEAD = "head or foot of a page"
FOOTNOTE = "footnote"
WORD_INDEX = "word index"

_EDGE_LINES = 4  # at the top and at the bottom that may be heads and feet; by eye, as are all
_SAME_PLACE = 5.0  # points by which they differ from page to page
_MIN_RECURRING = 0.3  # share of pages that have one
_MIN_PAGES = 3  # ... or so many of few
_MIN_COUNTED = 0.5  # share of pages with a number that counts them
_ISOLATED = 1.8  # usual line spacings between a head and the text
_SMALL = 0.89  # of the usual size: the size of footnotes
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"(?<![0-9.,:/])[0-9]{1,5}(?![0-9:/]|[.,][0-9])")
_NOTE_MARK = re.compile(r"[*†‡§]|\(?[0-9a-z]{1,3}[).]?(?=\s|[A-Z“‘\"'(])")
_ENTRY = re.compile(
    r"(?:\[[0-9]{1,4}\]|\([0-9]{1,4}\))|[0-9]{1,4}:[0-9]{1,2}(?:[,;–-][0-9]{1,2})*[,;]?"
)
_MIN_ENTRIES = 20  # of a word index on a page ...
_MIN_ENTRY_SHARE = 0.25  # ... and share of its words
_MOST_ENTRY_SHARE = 0.4  # the share from which on fewer do


@dataclass(slots=True)
class PrintedPage:
    """A page of the transcript.

    Attributes:
        sheet: Index of the page of the PDF that it is on.
        blocks: Its lines, by column, from top to bottom.
        outside: Its lines that are no text, and why; those above the text first.
        number: Its number, as printed if the pages are numbered.
        is_index: Whether it is a page of a word index.
        is_numbered: Whether its lines have numbers.
    """

    sheet: int
    blocks: list[list[PrintedLine]]
    outside: list[tuple[PrintedLine, str]] = field(default_factory=list)
    number: int = 0
    is_index: bool = False
    is_numbered: bool = False


def find_pages(sheets: Sequence[Sequence[Word]]) -> list[PrintedPage]:
    """Find the pages that were printed on the sheets of a PDF, in the order of reading."""
    rows = [group_lines(words) for words in sheets]
    edges = _find_heads(rows)
    pages: list[PrintedPage] = []
    for i, (lines, heads) in enumerate(zip(rows, edges, strict=True)):
        is_index = _is_index(lines)
        outside = [(lines[j], HEAD) for j in sorted(heads)]
        body = [word for j, line in enumerate(lines) if j not in heads for word in line.words]
        if is_index:
            blocks = [group_lines(block) for block in split_columns(body)]
            pages.append(PrintedPage(i, blocks, outside, is_index=True))
            continue
        found = _split_sheet(i, split_columns(body))
        if found:
            found[0].outside[:0] = outside
        elif outside:
            found = [PrintedPage(i, [], outside)]
        pages += found
    _number_pages(pages)
    if not any(page.is_numbered for page in pages):
        _leave_out_footnotes(pages)
    return pages


def _split_sheet(sheet: int, blocks: Sequence[Sequence[Word]]) -> list[PrintedPage]:
    """Split a sheet into the pages on it: one, or several whose lines are numbered."""
    pages: list[PrintedPage] = []
    plain: list[list[PrintedLine]] = []
    for block in blocks:
        lines = group_lines(block)
        numbers = find_line_numbers(lines)
        if not numbers:
            plain.append(lines)
            continue
        restarts = [
            i for i, (a, b) in enumerate(pairwise(numbers), 1) if int(b.text) <= int(a.text)
        ]
        bounds = [0, *restarts, len(numbers)]
        cuts = [
            (numbers[i - 1].y + numbers[i].y) / 2
            if numbers[i].y - numbers[i - 1].y < 1
            else _find_cut(lines, numbers[i - 1].y, numbers[i].y)
            for i in restarts
        ]
        tops = [float("-inf"), *cuts, float("inf")]
        for part, (top, bottom) in enumerate(pairwise(tops)):
            mine = numbers[bounds[part] : bounds[part + 1]]
            if len(mine) < 2:
                continue
            words = [word for word in block if top <= word.y < bottom]
            pages.append(_numbered_page(sheet, words, mine))
    if not pages:
        return [PrintedPage(sheet, plain)] if plain else []
    pages[0].outside[:0] = [(line, HEAD) for lines in plain for line in lines]
    return _in_order(pages)


def _find_cut(lines: Sequence[PrintedLine], above: float, below: float) -> float:
    """Find the widest gap between the last line of a page and the first of the next."""
    ys = [line.y for line in lines if above <= line.y <= below]
    gaps = [(b - a, a) for a, b in pairwise(ys)]
    width, at = max(gaps, default=(0.0, above))
    return at + width / 2


def _numbered_page(sheet: int, words: Sequence[Word], numbers: Sequence[Word]) -> PrintedPage:
    lines = number_lines(words, numbers)
    page = PrintedPage(sheet, [[]], is_numbered=True)
    for line in lines:
        if line.number is None and not numbers[0].y < line.y < numbers[-1].y:
            page.outside.append((line, HEAD))
        else:
            page.blocks[0].append(line)
    return page


def _in_order(pages: list[PrintedPage]) -> list[PrintedPage]:
    """Order the pages of a condensed sheet by their numbers, if each has one."""
    numbers = [
        [int(found) for line, _ in page.outside for found in _PAGE_NUMBER.findall(line.text)]
        for page in pages
    ]
    if len(pages) < 2 or not all(numbers):
        return pages
    first = [found[0] for found in numbers]
    if len(set(first)) < len(first) or max(first) - min(first) >= 2 * len(first):
        return pages
    return [page for _, page in sorted(zip(first, pages, strict=True), key=lambda pair: pair[0])]


def _find_heads(sheets: Sequence[Sequence[PrintedLine]]) -> list[set[int]]:
    """Find the lines at the top and the bottom of sheets that recur, or count the sheets."""
    keys: Counter[tuple[str, int]] = Counter()
    counts: Counter[tuple[int, int, int]] = Counter()
    for i, lines in enumerate(sheets):
        for edge, line in _edge_lines(lines):
            for key in _keys_of(edge, line):
                keys[key] += 1
            for step in (1, 2):
                offsets = {(edge, step, n - step * i) for n in _numbers_in(line.text)}
                counts.update(offsets)
    least = max(min(_MIN_PAGES, len(sheets)), _MIN_RECURRING * len(sheets))
    if len(sheets) < 2:
        return [_find_heads_of_one(lines) for lines in sheets]
    counted = {key for key, count in counts.items() if count >= _MIN_COUNTED * len(sheets)}
    numbers_at = [{id(word) for word in find_line_numbers(lines)} for lines in sheets]
    heads: list[set[int]] = []
    for i, lines in enumerate(sheets):
        found: set[int] = set()
        for step in (1, -1):
            places = range(len(lines)) if step > 0 else range(len(lines) - 1, -1, -1)
            for depth, j in enumerate(places):
                edge = (depth + 1) * step
                line = lines[j]
                if depth >= _EDGE_LINES or j in found or id(line.words[0]) in numbers_at[i]:
                    break
                recurs = any(keys[key] >= least for key in _keys_of(edge, line))
                numbers = _numbers_in(line.text)
                is_counted = any((edge, k, n - k * i) in counted for n in numbers for k in (1, 2))
                if not (recurs or (is_counted and _is_apart(lines, j, step))):
                    break
                found.add(j)
        heads.append(found if len(found) < len(lines) or len(lines) < _EDGE_LINES else set())
    return heads


def _find_heads_of_one(lines: Sequence[PrintedLine]) -> set[int]:
    """Find the head and the foot of the only sheet: with a number, apart, and no sentence."""
    found: set[int] = set()
    for j, step in ((0, 1), (len(lines) - 1, -1)):
        if len(lines) > _EDGE_LINES and _numbers_in(lines[j].text):
            text = lines[j].text
            if ":" not in text and text[-1] not in SENTENCE_ENDS and _is_apart(lines, j, step):
                found.add(j)
    return found - {j for j in found if find_line_numbers(lines)}


def _edge_lines(lines: Sequence[PrintedLine]) -> Iterable[tuple[int, PrintedLine]]:
    """List the first lines by 1, 2, ..., the last ones by -1, -2, ..."""
    yield from ((depth + 1, line) for depth, line in enumerate(lines[:_EDGE_LINES]))
    yield from ((-depth - 1, line) for depth, line in enumerate(lines[::-1][:_EDGE_LINES]))


def _keys_of(edge: int, line: PrintedLine) -> Iterable[tuple[str, int]]:
    """Name a line by its words without numbers and by its place, rounded in both ways."""
    text = f"{edge > 0}{_DIGITS.sub('0', ' '.join(line.text.split())).casefold()}"
    return {(text, round(line.y / _SAME_PLACE)), (text, int(line.y / _SAME_PLACE) + 10**6)}


def _numbers_in(text: str) -> set[int]:
    return {int(number) for number in _PAGE_NUMBER.findall(text)}


def _is_apart(lines: Sequence[PrintedLine], j: int, step: int) -> bool:
    """Whether a line stands further from the text than lines do, or is a number alone."""
    if not 0 <= j + step < len(lines) or not re.search(r"[^\W\d_]{2}", lines[j].text):
        return True
    gaps = [b.y - a.y for a, b in pairwise(lines)]
    return abs(lines[j + step].y - lines[j].y) >= _ISOLATED * median(gaps)


def _number_pages(pages: Sequence[PrintedPage]) -> None:
    """Give each page the number that is printed on it, or else that of its sheet."""
    told = [
        {
            number
            for line, reason in page.outside
            if reason == HEAD
            for number in _numbers_in(line.text)
        }
        for page in pages
    ]
    (offset, count), (_, by_column) = (
        Counter(n - step * i for i, numbers in enumerate(told) for n in numbers).most_common(1)[0]
        if any(told)
        else (1, 0)
        for step in (1, 2)
    )
    is_counted = count >= max(min(2, len(pages)), _MIN_COUNTED * len(pages), by_column)
    for i, page in enumerate(pages):
        page.number = i + offset if is_counted and i + offset > 0 else page.sheet + 1


def _leave_out_footnotes(pages: Sequence[PrintedPage]) -> None:
    """Move the notes in small type at the foot of pages out of the text."""
    sizes = Counter(
        round(line.size, 1) for page in pages for block in page.blocks for line in block
    )
    if not sizes:
        return
    small = _SMALL * sizes.most_common(1)[0][0]
    for page in pages:
        for block in page.blocks:
            first = len(block)
            while first and block[first - 1].size <= small:
                first -= 1
            while first < len(block) and not _NOTE_MARK.match(block[first].text):
                first += 1
            if 0 < first < len(block):
                page.outside += [(line, FOOTNOTE) for line in block[first:]]
                del block[first:]


def _is_index(lines: Sequence[PrintedLine]) -> bool:
    """Whether a page is one of a word index: words, each with pages and lines."""
    words = [word.text for line in lines for word in line.words]
    entries = sum(_ENTRY.fullmatch(word) is not None for word in words)
    share = _MIN_ENTRY_SHARE if entries >= _MIN_ENTRIES else _MOST_ENTRY_SHARE
    return entries > 1 and entries >= share * len(words)
