"""Transcripts in Markdown: headings, bold labels, quotations, links, tables, front matter.

The text is read as plain text is, once what is only markup is out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from nuggets.formats.collecting import uncollected
from nuggets.formats.documents.front_matter import FRONT_MATTER, end_of_front_matter
from nuggets.formats.documents.inline import BOLD, write_inline
from nuggets.formats.documents.leads import (
    NUMBER,
    are_in_sentences,
    names_alternate,
    names_recur,
    without_number,
)
from nuggets.formats.documents.shown import read_view
from nuggets.formats.documents.view import View, ViewBuilder, keep_within, to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.text.labels import read_head
from nuggets.formats.text.names import to_name
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.surroundings import AFTER, is_page_part
from nuggets.timecode import CLOCK
from nuggets.values import LeftOut

NAME = "markdown"
HEADING = "heading"
MARKUP = "markup"

_LINE = re.compile("[^\r\n]+|\r\n|\r|\n")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]{1,20}(?=\S)")
_CLOSING = re.compile(r"[ \t]{1,20}#{1,6}[ \t]{0,20}\Z")
_RULE = re.compile(r"[ \t]{0,20}(?P<mark>[-*_=])(?:[ \t]{0,3}(?P=mark)){2,200}[ \t]{0,20}\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,100}\]:[ \t]{1,10}(?:<|https?:|/|#)\S{0,2000}")
_LINKS = re.compile(
    r"[ \t]{0,8}(?:[-*+>][ \t]{1,4}|[0-9]{1,3}[.)][ \t]{1,4})?"
    r"(?:!?\[[^\[\]\r\n]{1,300}\]\([^()\s]{1,2000}\)[ \t|,·•/-]{0,10}){1,50}"
)
_QUOTE = re.compile(r" {0,3}(?:>(?!>) ?){1,5}")
_BULLET = re.compile(r"[ \t]{0,8}[-*+][ \t]{1,4}(?=\*\*|__|\[|\()")
_TABLE_RULE = re.compile(r"[ \t]{0,20}\|?(?:[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}(?:\||\Z)){1,20}\Z")
_TABLE_ROW = re.compile(r"[ \t]{0,20}\|.*\|[ \t]{0,20}\Z")
_CELL = re.compile(r"(?:[^|\\]++|\\.)*+")
_TIME = re.compile(rf"[\[(]?\s{{0,3}}{CLOCK}\s{{0,3}}[\])]?")
_BOLD_LABEL = re.compile(
    r"(?m)^[ \t]{0,8}(?:[>*+-] {0,3}){0,3}(?:\*\*|__)[^\s*_][^*_\r\n]{0,90}(?:\*\*|__)"
)
_NUMBER_BEFORE = re.compile(  # a bold name
    rf"(?:\*\*|__)?{NUMBER}(?:\*\*|__)?:?[ \t\xa0\u2000-\u200a]{{0,20}}(?=\*\*|__)"
)
_STRUCTURE = re.compile(
    r"(?m)^ {0,3}#{1,6}[ \t]+\S|\]\(https?://|\\[\[\]*_<>#]|^[ \t]{0,20}\|.{1,2000}\|[ \t]{0,20}$"
)
_MOST_BELOW = 0.2  # share of the talk that may stand below the last label and be something else
_SAMPLE = 300_000


@uncollected()
def looks_like_markdown(source: str) -> bool:
    """Whether a text has front matter, or Markdown's structure and marks of speakers or times."""
    sample = source[:_SAMPLE]
    front = end_of_front_matter(sample)
    is_structured = front > 0 or _STRUCTURE.search(sample) is not None
    has_bold = _BOLD_LABEL.search(sample) is not None
    if not (is_structured or has_bold):
        return False
    reader = _read(sample)
    text = reader.view.text
    if not text:
        return False
    if front:
        return True
    if not is_structured:
        has_bold = reader.has_numbers or (
            "bold" in reader.kinds and names_alternate(reader.names["bold"])
        )
    return PLAIN.looks_like(text) and (
        reader.has_headings or reader.has_rows or bool(reader.kinds) or has_bold
    )


@uncollected()
def parse_markdown(source: str, *, keep_noise: bool = False) -> Parsed:
    """Read the text without its markup; headings and front matter are left out.

    Args:
        source: The decoded text.
        keep_noise: Whether headings, and all else that may be speech, are read as speech.
    """
    reader = _read(source, keep_headings=keep_noise)
    shown = read_view(reader.view, source, format=NAME, keep_noise=keep_noise)
    parsed = to_source(shown, reader.view, reader.left_out)
    if keep_noise or not (parsed.turns and parsed.turns[-1].speaker):
        return parsed
    end = _find_end(source, parsed, reader.breaks)
    return parsed if end is None else keep_within(parsed, (0, end), AFTER)


def _find_end(source: str, parsed: Parsed, breaks: Sequence[int]) -> int | None:
    """Find where something else begins below the last label: a part of a page, notes, links.

    A heading, a rule or a line of links ends the talk where what it begins is short, and nobody
    goes on below such a line in the midst of the talk.
    """
    first, last = (parsed.turns[i].runs[0].start for i in (0, -1))
    for left in parsed.left_out:
        if left.reason == HEADING and left.start > last:
            words = source[left.start : left.end].strip("# \t")
            if is_page_part(words):  # as in plain text
                return left.start
    below = next((place for place in breaks if place > last), None)
    if below is None or sum(end - start for start, end in _runs_from(parsed, below)) > (
        _MOST_BELOW * sum(len(turn.text) for turn in parsed.turns)
    ):
        return None
    begins = {turn.runs[0].start for turn in parsed.turns}
    runs = [run.start for turn in parsed.turns for run in turn.runs]
    for place in breaks:
        if first < place <= last and runs[bisect_left(runs, place)] not in begins:
            return None
    return below


def _runs_from(parsed: Parsed, place: int) -> list[tuple[int, int]]:
    """Give the places of what the last turn says from a place on."""
    return [(run.start, run.end) for run in parsed.turns[-1].runs if run.start >= place]


def _read(source: str, *, keep_headings: bool = False) -> _Reader:
    """Read a text twice where headings or bold words turn out to be names."""
    reader = _Reader(source, frozenset(), keep_headings=keep_headings)
    reader.read()
    kinds = frozenset(
        kind for kind, names in reader.names.items() if kind == "timed" or names_recur(names)
    )
    if are_in_sentences(reader.followers):
        kinds -= {"bold"}
    if kinds:
        reader = _Reader(source, kinds, keep_headings=keep_headings)
        reader.read()
    return reader


class _Reader:
    """Reads Markdown line by line.

    Attributes:
        view: The text without markup.
        left_out: Headings, front matter and lines that are only markup.
        names: What could be a speaker's name: in a "heading" of each level, in "bold" type at the
            beginning of a line without a colon; "timed" for headings with a time.
        followers: What comes behind each of the bold ones on its line: a character or nothing.
        kinds: Those that are speakers.
        has_numbers: Whether the number of a question stands before a bold name, or in it.
        has_headings: Whether there is a heading that is none but a name.
        has_rows: Whether there is a row of a table.
        breaks: Where rules, headings that are none but names, and lines of nothing but links begin.
    """

    def __init__(self, source: str, kinds: frozenset[str], *, keep_headings: bool) -> None:
        self.view = View("", ())
        self.left_out: list[LeftOut] = []
        self.names: dict[str, list[str]] = {}
        self.followers: list[str] = []
        self.has_numbers = False
        self.has_headings = False
        self.has_rows = False
        self.breaks: list[int] = []
        self._source = source
        self.kinds = kinds
        self._keep_headings = keep_headings
        self._builder = ViewBuilder()
        self._in_fence = False

    def read(self) -> None:
        """Read all lines."""
        source = self._source
        at = end_of_front_matter(source)
        if at:
            self.left_out.append(LeftOut(0, at, FRONT_MATTER))
        ends = 0
        for match in _LINE.finditer(source, at):
            start, end = match.span()
            if source[start] in "\r\n":
                ends += 1
                continue
            if source[start:end].isspace():
                continue
            self._builder.separate("\n\n" if ends > 1 else "\n")
            ends = 0
            self._read_line(start, end)
        self.view = self._builder.build()

    def _read_line(self, start: int, end: int) -> None:
        line = self._source[start:end]
        if _FENCE.match(line):
            self._in_fence = not self._in_fence
            self._leave_out(start, end, MARKUP)
        elif self._in_fence:
            self._builder.write(self._source, start, end)
        elif heading := _HEADING.match(line):
            self._read_heading(start + heading.end(), end, start)
        elif _is_markup(line):
            self.breaks.append(start)
            self._leave_out(start, end, MARKUP)
        elif _TABLE_ROW.match(line):
            self.has_rows = True
            below = _LINE.search(self._source, self._source.find("\n", end) + 1 or end)
            is_head = below is not None and _TABLE_RULE.match(below.group()) is not None
            if is_head and not self._keep_headings:
                self._leave_out(start, end, HEADING)
                return
            self._read_row(start, end)
        else:
            self._read_text(start, end)

    def _read_heading(self, at: int, end: int, start: int) -> None:
        closing = _CLOSING.search(self._source, at, end)
        until = closing.start() if closing and closing.start() > at else end
        text = self._source[at:until].strip(" \t*_")
        head = read_head(text) if text else None
        if head is not None and head.name and head.stamp:
            self.names.setdefault("timed", []).append(head.name)
            kind, after = "timed", ""
        else:
            name = to_name(without_number(text).rstrip(":")) if text else None
            level = f"heading {self._source[start:at].count('#')}"
            self.names.setdefault(level, []).append(name or "")
            kind, after = (level, "" if text.endswith(":") else ": ") if name else ("", "")
        self.has_headings = self.has_headings or kind == "timed" or kind not in self.kinds
        if kind not in self.kinds:
            if self._keep_headings and text:
                self._builder.separate("\n\n")
                write_inline(self._source, at, until, self._builder)
                self._builder.separate("\n\n")
            else:
                self.breaks.append(start)
                self._leave_out(start, end, HEADING)
            return
        write_inline(self._source, at, until, self._builder)
        if after:
            self._builder.insert(after)
        self._builder.separate("\n")

    def _read_row(self, start: int, end: int) -> None:
        """Read a row of a table: a colon after a name that stands first or after a time."""
        at = self._source.index("|", start) + 1
        may_be_name = True
        while at < end:
            match = _CELL.match(self._source, at, end)
            until = match.end() if match else end
            before = self._builder.at
            write_inline(self._source, at, until, self._builder)
            text = self._builder.since(before).strip()
            if may_be_name and without_number(text) and not _TIME.fullmatch(text):
                may_be_name = False
                if (
                    to_name(without_number(text).rstrip(":"))
                    and until < end - 1
                    and not text.endswith(":")
                ):
                    self._builder.insert(": ")
            self._builder.separate(" ")
            at = until + 1

    def _read_text(self, start: int, end: int) -> None:
        if self._source.find("](", start, end) >= 0 and _LINKS.fullmatch(self._source, start, end):
            self.breaks.append(start)
        quote = _QUOTE.match(self._source, start, end)
        at = quote.end() if quote else start
        bullet = _BULLET.match(self._source, at, end)
        at = bullet.end() if bullet else at
        number = _NUMBER_BEFORE.match(self._source, at, end)
        if number is not None:
            self.has_numbers = True
            write_inline(self._source, at, number.end(), self._builder)
            self._builder.separate(" ")
            at = number.end()
        bold = BOLD.match(self._source, at, end)
        if bold is not None:
            at = self._read_bold(bold, at, end)
        write_inline(self._source, at, end, self._builder)

    def _read_bold(self, bold: re.Match[str], at: int, end: int) -> int:
        """Read what a line begins with in bold type: perhaps a name; say where the text goes on."""
        inner = bold["text"].strip()
        after = self._source[bold.end() : min(bold.end() + 2, end)].strip(" ")[:1]
        bare = without_number(inner)
        name = to_name(bare) if bare else None
        self.has_numbers = self.has_numbers or (name is not None and bare != inner)
        if not name or inner[-1] in ":：)]" or after in tuple(":：(["):
            return at
        self.names.setdefault("bold", []).append(name)
        self.followers.append(after)
        if "bold" not in self.kinds:
            return at
        write_inline(self._source, at, bold.end(), self._builder)
        self._builder.insert(": ")
        return bold.end()

    def _leave_out(self, start: int, end: int, reason: str) -> None:
        self.left_out.append(LeftOut(start, end, reason))
        self._builder.separate("\n\n")


def _is_markup(line: str) -> bool:
    """Whether a line is a rule, the rule of a table, or where a link is defined."""
    return bool(
        _RULE.match(line) or _DEFINITION.match(line) or ("|" in line and _TABLE_RULE.match(line))
    )


MARKDOWN = Format(
    NAME,
    origin="transcripts in Markdown",
    speakers="where named",
    times="turn",
    looks_like=looks_like_markdown,
    parse=parse_markdown,
    parse_all=partial(parse_markdown, keep_noise=True),
    special="headings and front matter are left out; marks of emphasis are not quoted",
)
