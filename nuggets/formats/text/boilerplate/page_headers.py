"""Page headers and footers of a printed transcript.

LEE: We had been working on it for

Page 2 of 9                     recurs on a line of its own with a number that counts

ten years.

Such a line is not speech, and a sentence goes on across it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.sentence_marks import CLAUSE_ENDS
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading

PAGE = "head or foot of a page"

_NUMBERS = re.compile(r"(?<![0-9.,:/])[0-9]{1,4}(?![0-9.,:/]|\.?[0-9])")
_SAYS_PAGE = re.compile(
    r"\b(?:page|seite|p[aá]gina|pagina|strona|sida|side|p\.|pg\.?|s\.)\s{0,3}\x00"
    r"|\x00\s{0,2}(?:of|von|de|sur|di|van|/)\s{0,2}[0-9]"
    r"|[-–—]\s{0,2}\x00\s{0,2}[-–—]",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"[0-9]{1,3} (?=[^\W\d_])")
_MOST_CHARS = 100  # of such a line; by eye, as are the others
_LEAST_SURE = 2  # lines, where they say `page` or a form feed is beside each ...
_LEAST_ALIKE = 3  # ... and where they do not
_LEAST_BETWEEN = 3  # lines from one to the next
_LEAST_BESIDE = 0.8  # share of pages with the same title beside the number


def find_page_headers(text: ReadText) -> Iterator[int]:
    """Find lines that are the same but for a number that counts the pages."""
    source, lines, readings = text.source, text.lines, text.readings
    groups: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        if len(line.text) > _MOST_CHARS or readings[i].speaker or readings[i].start_ms is not None:
            continue
        if not (text.is_edge(i) or text.is_edge(i + 1)):
            continue
        for match in _NUMBERS.finditer(line.text):
            like = f"{line.text[: match.start()]}\0{line.text[match.end() :]}"
            groups.setdefault(" ".join(like.split()), []).append((i, int(match.group())))
    for like, places in groups.items():
        if _has_page_numbers(source, lines, like, places):
            at = [i for i, _ in places]
            yield from at
            yield from _find_titles(lines, readings, at)


def find_ruled_footnotes(text: ReadText) -> Iterator[int]:
    """Find footnotes with numbers below a line that is drawn with underscores."""
    for i in range(text.first, text.end - 1):
        if text.lines[i].text[0] == "_" and not text.lines[i].text.strip("_"):
            until = i + 1
            while until < text.end and _FOOTNOTE.match(text.lines[until].text):
                until += 1
                while until < text.end and text.has_words_only(until) and not text.is_edge(until):
                    until += 1
            yield from range(i, until) if until > i + 1 else ()


def _has_page_numbers(
    source: str, lines: Sequence[Line], like: str, places: Sequence[tuple[int, int]]
) -> bool:
    """Whether lines that differ only by a number are page headers or footers."""
    at = [i for i, _ in places]
    numbers = [number for _, number in places]
    if len(places) < _LEAST_SURE or numbers != sorted(set(numbers)):
        return False
    says_page = _SAYS_PAGE.search(like) is not None and like[-1] not in ".?!"
    if says_page and all(
        is_paragraph_edge(lines, i) and is_paragraph_edge(lines, i + 1) for i in at
    ):
        return True
    if like[-1] in CLAUSE_ENDS or numbers[-1] - numbers[0] != len(numbers) - 1:
        return False
    if all(_has_form_feed(source, lines, i) for i in at[1:]):
        return True
    sizes = [lines[j].start - lines[i].end for i, j in pairwise(at)]
    is_far = min(j - i for i, j in pairwise(at)) > _LEAST_BETWEEN
    return len(places) >= _LEAST_ALIKE and is_far and max(sizes) <= 2 * min(sizes)


def _find_titles(
    lines: Sequence[Line], readings: Sequence[LineReading], at: Sequence[int]
) -> list[int]:
    """Find the lines directly above or below that are the same on most pages."""
    beside: list[int] = []
    for step in (-1, 1):
        places = [
            i + step
            for i in at
            if 0 <= i + step < len(lines)
            and readings[i + step] is NO_PREFIX
            and lines[max(i, i + step)].blank == "\n"
        ]
        text, count = (
            Counter(lines[i].text for i in places).most_common(1)[0] if places else ("", 0)
        )
        if count >= max(_LEAST_SURE, _LEAST_BESIDE * len(at)) and len(text) <= _MOST_CHARS:
            beside.extend(i for i in places if lines[i].text == text)
    return beside


def _has_form_feed(source: str, lines: Sequence[Line], i: int) -> bool:
    """Whether a form feed is directly before or after a line."""
    before = source[lines[i - 1].end if i else 0 : lines[i].start]
    after = source[lines[i].end : lines[i + 1].start if i + 1 < len(lines) else len(source)]
    return "\f" in before or "\f" in after
