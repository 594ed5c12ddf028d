"""Word documents of all other kinds: their text is read like plain text.

    ANNA: text        in paragraphs of their own
    ANNA   text       separated by a tab, or in two cells of a table
0:12   ANNA  text           with a time before or after the name, or a start and an end time, and
ANNA   0:12  text           with or without the number of the row

A tab after a name counts as a colon where names recur.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from nuggets.formats.documents.as_text import parse_text
from nuggets.formats.documents.names_in_markup import looks_like_speakers, strip_question_number
from nuggets.formats.documents.visible_text import AlignedSpan, VisibleText, to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import Line, split_lines
from nuggets.formats.text.labelled_lines import SAMPLE
from nuggets.formats.text.speakers.names import to_name
from nuggets.timecode import CLOCK

_NAME = re.compile(
    rf"(?P<number>[0-9]{{1,5}}[.)]?[ ]{{0,5}}\t[ ]{{0,5}})?"
    rf"(?:(?P<clock>[\[(]?{CLOCK}[\])]?)[ \t]{{0,5}}(?P<to>\t)(?P<until>{CLOCK}[ ]{{0,5}}\t)?)?"
    r"[ ]{0,5}(?P<name>[^\t:]{1,80})(?P<tab>\t+)"
    rf"(?P<after>{CLOCK}(?=[ ]{{0,5}}\t))?(?P<end>[ ]{{0,5}}\t+)?(?=[^\s])"
)
_COLUMN_HEADERS = frozenset(
    "speaker speakers name names who sprecher sprecherin person locuteur intervenant hablante "
    "orador falante oratore spreker talare 话者 说话人 発言者 話者".split()
)
_MIN_ROWS = 0.3  # share of lines that begin with a name and a tab; by eye


@gc_paused()
def parse_docx(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the text of a Word document: with labels, or as prose where nobody is named.

    Args:
        source: The text that was extracted from it.
        keep_noise: Whether all that may be speech is read as speech.
    """
    visible = _replace_tabs(source)
    if visible is not None:
        return to_source(parse_text(visible.text, keep_noise=keep_noise), visible)
    return parse_text(source, keep_noise=keep_noise)


def has_named_rows(source: str) -> bool:
    """Whether lines of a text begin with recurring names and tabs, as rows of a table do."""
    return _replace_tabs(source[:SAMPLE]) is not None


def _replace_tabs(source: str) -> VisibleText | None:
    """Replace the tab after each name by a colon; None if the text has no such lines."""
    if "\t" not in source:
        return None
    lines = list(split_lines(source))
    matches = [_NAME.match(line.text) for line in lines]
    texts = [strip_question_number(match["name"].strip()) for match in matches if match]
    names = [name for text in texts if text and (name := to_name(text))]
    if len(names) < _MIN_ROWS * len(lines) or not looks_like_speakers(names):
        return None
    return _insert_colons(source, lines, matches)


def _insert_colons(
    source: str, lines: Sequence[Line], matches: Sequence[re.Match[str] | None]
) -> VisibleText:
    parts: list[str] = []
    spans: list[AlignedSpan] = []
    at = last = 0

    def copy(until: int) -> None:
        nonlocal at, last
        if until > last:
            parts.append(source[last:until])
            spans.append(AlignedSpan(at, at + until - last, last, until))
            at, last = at + until - last, until

    def insert(text: str, place: int) -> None:
        nonlocal at, last
        parts.append(text)
        at, last = at + len(text), place

    for line, match in zip(lines, matches, strict=True):
        if match is None or not to_name(match["name"]) or _is_column_header(match["name"]):
            continue
        if match["number"]:
            copy(line.start)
            last = line.start + match.end("number")
        if match["until"]:
            copy(line.start + match.start("to"))
            insert(" - ", line.start + match.start("until"))
        copy(line.start + match.end("name"))
        if match["after"]:
            insert(" (", line.start + match.start("after"))
            copy(line.start + match.end("after"))
            insert("): ", line.start + match.end())
        else:
            insert(": ", line.start + match.end())
    copy(len(source))
    return VisibleText("".join(parts), tuple(spans))


def _is_column_header(name: str) -> bool:
    """Whether a cell is the header of the column of names."""
    return name.strip().casefold() in _COLUMN_HEADERS


def is_never_recognised(_: str) -> bool:
    """Whether a text is a Word document: never, as its container shows that, not its text."""
    return False


def _describe(name: str, origin: str, special: str) -> Format:
    return Format(
        name,
        origin=origin,
        speakers="where named",
        times="turn",
        looks_like=is_never_recognised,
        parse=parse_docx,
        parse_all=partial(parse_docx, keep_noise=True),
        special=special,
    )


DOCX = _describe(
    "docx",
    "Word documents",
    "offsets are those in the text taken from it; deletions are left out",
)
ODT = _describe(
    "odt",
    "OpenDocument texts (LibreOffice, Google Docs)",
    "as Word documents; deletions, notes and comments are left out",
)
RTF = _describe(
    "rtf",
    "rich text (TextEdit, WordPad, older Word)",
    "as Word documents; deletions, notes and hidden text are left out",
)
PDF = _describe(
    "pdf",
    "PDF (with the extra `nuggets[pdf]`)",
    "page and line are given; page heads, line numbers and word indexes are left out",
)
