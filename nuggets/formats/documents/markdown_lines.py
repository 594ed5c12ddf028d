"""Markdown parsed line by line: its visible text, and the names in headings, rows and bold type."""

from __future__ import annotations

import re

from nuggets.formats.documents.front_matter import FRONT_MATTER, end_of_front_matter
from nuggets.formats.documents.markdown_inline import BOLD, LINE_BELOW, end_of_link, write_inline
from nuggets.formats.documents.markdown_keys import reason_of_key
from nuggets.formats.documents.names_in_markup import (
    QUESTION_NUMBER,
    has_sentence_subjects,
    looks_like_speakers,
    strip_question_number,
)
from nuggets.formats.documents.visible_text import VisibleText, VisibleTextBuilder
from nuggets.formats.format import MARKUP
from nuggets.formats.text.boilerplate.web_pages import HEADING, NOTE
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import to_name
from nuggets.timecode import CLOCK
from nuggets.values import LeftOut

PICTURE = "picture and its description"

_LINE = re.compile("[^\r\n]+|\r\n|\r|\n")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]{1,20}(?=\S)")
_CLOSING = re.compile(r"[ \t]{1,20}#{1,6}[ \t]{0,20}\Z")
_RULE = re.compile(r"[ \t]{0,20}(?P<mark>[-*_=])(?:[ \t]{0,3}(?P=mark)){2,200}[ \t]{0,20}\Z")
_PICTURE = re.compile(r"[ \t]{0,8}!\[[^\[\]\r\n]{0,300}\]\([^()\s]{1,2000}\)[ \t]{0,20}\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,100}\]:[ \t]{1,10}(?:<|https?:|/|#)\S{0,2000}")
_LINKS = re.compile(
    r"[ \t]{0,8}(?:[-*+>][ \t]{1,4}|[0-9]{1,3}[.)][ \t]{1,4})?"
    r"(?:!?\[[^\[\]\r\n]{1,300}\]\([^()\s]{1,2000}\)[ \t|,·•/-]{0,10}){1,50}"
)
_DEFINITIONS = re.compile(r"(?m)^ {0,3}\[(?!\^)([^\[\]\r\n]{1,100})\]:[ \t]{1,10}(?:<|https?:|/|#)")
_NOTE_TEXT = re.compile(r" {0,3}\[\^[^\[\]\s]{1,50}\]:")
_BEGINNING = 100_000  # characters by which is guessed where speakers are named; by eye
_QUOTE = re.compile(r" {0,3}(?:>(?!>) ?){1,5}")
_BULLET = re.compile(r"[ \t]{0,8}[-*+][ \t]{1,4}(?=\*\*|__|\[|\()")
_BRACKETED = re.compile(  # a name in brackets that is no link
    r"[ \t]{0,20}(?:[-*+][ \t]{1,4})?\[(?P<name>[^\[\]\s][^\[\]]{0,40})\](?![\[(:])[ \t]{1,4}(?=\S)"
)
_TABLE_RULE = re.compile(r"[ \t]{0,20}\|?(?:[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}(?:\||\Z)){1,20}\Z")
_TABLE_ROW = re.compile(r"[ \t]{0,20}\|.*\|[ \t]{0,20}\Z")
_CELL = re.compile(r"(?:[^|\\]++|\\.)*+")
_TIME = re.compile(rf"[\[(]?\s{{0,3}}{CLOCK}\s{{0,3}}[\])]?")
_NUMBER_BEFORE = re.compile(  # a bold name
    rf"(?:\*\*|__)?{QUESTION_NUMBER}(?:\*\*|__)?:?[ \t\xa0\u2000-\u200a]{{0,20}}(?=\*\*|__)"
)


def read_markdown_lines(source: str, *, keep_headings: bool = False) -> MarkdownLines:
    """Parse a text, twice where headings or bold words turn out to be names.

    The beginning of a long text is used to guess whether they are; where the guess is right, the
    text is parsed once.
    """
    kinds = frozenset[str]()
    if len(source) > 2 * _BEGINNING:
        kinds = _find_kinds(_read(source[:_BEGINNING], kinds, keep_headings=keep_headings))
    reader = _read(source, kinds, keep_headings=keep_headings)
    found = _find_kinds(reader)
    return reader if found == kinds else _read(source, found, keep_headings=keep_headings)


def _read(source: str, kinds: frozenset[str], *, keep_headings: bool) -> MarkdownLines:
    """Parse a text in which names of some kinds are speakers."""
    reader = MarkdownLines(source, kinds, keep_headings=keep_headings)
    reader.read()
    return reader


def _find_kinds(reader: MarkdownLines) -> frozenset[str]:
    """Find the kinds of names that are speakers, whatever kinds the text was parsed with."""
    kinds = frozenset(
        kind
        for kind, names in reader.names.items()
        if kind == "timed" or looks_like_speakers(names)
    )
    if has_sentence_subjects(reader.followers):
        kinds -= {"bold"}
    if len(reader.names.get("row", ())) > reader.texts:  # the talk itself is a table
        kinds |= {"row"}
    return kinds


class MarkdownLines:
    """Parses Markdown line by line.

    Attributes:
        visible: The text without markup.
        left_out: Headings, front matter and lines that are only markup.
        names: Possible names of speakers, by kind: "heading 1" and so on, "bold" at the beginning
            of a line without a colon, "bracket" for names in brackets, "row" of a table (each ""
            if it cannot be a name); "timed" for headings and bold labels with a time.
        followers: The character behind each of the bold ones on its line; "" if there is none.
        kinds: The kinds that are speakers.
        has_numbers: Whether the number of a question is before a bold name, or in it.
        has_headings: Whether there is a heading that is not only a name.
        has_rows: Whether there is a row of a table.
        texts: Number of lines that are none of these.
        pictures: Number of lines that are nothing but a picture.
        breaks: Offsets of rules, of headings left out, and of lines of nothing but links.
    """

    def __init__(self, source: str, kinds: frozenset[str], *, keep_headings: bool) -> None:
        self.visible = VisibleText("", ())
        self.left_out: list[LeftOut] = []
        self.names: dict[str, list[str]] = {}
        self.followers: list[str] = []
        self.has_numbers = False
        self.has_headings = False
        self.has_rows = False
        self.texts = 0
        self.pictures = 0
        self.breaks: list[int] = []
        self._source = source
        self.kinds = kinds
        self._keep_headings = keep_headings
        self._builder = VisibleTextBuilder()
        self._in_fence = self._in_table = self._in_note = False
        self._has_text = False  # a paragraph so far
        found = _DEFINITIONS.findall(source) if "]:" in source else ()
        self._defined = frozenset(" ".join(name.split()).casefold() for name in found)

    def read(self) -> None:
        """Read all lines."""
        source = self._source
        at = end_of_front_matter(source)
        if at:
            self.left_out.append(LeftOut(0, at, FRONT_MATTER))
        ends = until = 0
        for match in _LINE.finditer(source, at):
            start, end = match.span()
            if start < until:
                continue  # read with the line above
            if source[start] in "\r\n":
                ends += 1
                continue
            line = match.group()
            if line.isspace():
                continue
            if ends > 1:
                self._builder.separate("\n\n")
                self._in_table = False
            else:
                self._builder.separate("\n")
            ends = 0
            if "[" in line and not self._in_fence:
                end = until = end_of_link(source, start, end)
            self._read_line(start, end)
        self.visible = self._builder.build()

    def _read_line(self, start: int, end: int) -> None:
        line = self._source[start:end]
        if line[0].isalpha() and line[0] != "Q" and "|" not in line and not self._in_fence:
            self._in_note = False  # no markup at its beginning, as in most lines
            self._has_text = True
            self.texts += 1
            self._write(start, end)
            return
        self._in_note = self._in_note and line[0] in " \t"
        if _FENCE.match(line):
            self._in_fence = not self._in_fence
            self._leave_out(start, end, MARKUP)
        elif self._in_fence:
            self._write(start, end)
        elif heading := _HEADING.match(line):
            self._read_heading(start + heading.end(), end, start)
        elif _PICTURE.match(line):
            self.pictures += 1
            self.breaks.append(start)
            self._leave_out(start, end, PICTURE)
        elif self._in_note or _NOTE_TEXT.match(line):
            self._in_note = True
            self._leave_out(start, end, NOTE)
        elif _is_markup(line):
            self._in_table = "|" in line
            self.breaks.append(start)
            self._leave_out(start, end, MARKUP)
        elif "|" in line and (self._in_table or self._is_table_row(line, end)):
            self.has_rows = True
            if self._is_table_header(end) and not self._keep_headings:
                self._leave_out(start, end, HEADING)
                return
            self._read_row(start, end)
        elif not self._keep_headings and (
            reason := reason_of_key(line, is_head=not self._has_text)
        ):
            self._leave_out(start, end, reason)
        else:
            self.texts += 1
            self._read_text(start, end)

    def _is_table_row(self, line: str, end: int) -> bool:
        """Whether a line is a row: between bars, or the header of a table."""
        return _TABLE_ROW.match(line) is not None or self._is_table_header(end)

    def _is_table_header(self, end: int) -> bool:
        """Whether the rule of a table is below the line that ends at an offset."""
        below = LINE_BELOW.match(self._source, end)
        return (
            below is not None
            and "|" in below["line"]
            and _TABLE_RULE.match(below["line"]) is not None
        )

    def _read_heading(self, at: int, end: int, start: int) -> None:
        closing = _CLOSING.search(self._source, at, end)
        until = closing.start() if closing and closing.start() > at else end
        text = self._source[at:until].strip(" \t*_")
        prefix = parse_prefix(text) if text else None
        if prefix is not None and prefix.name and prefix.stamp:
            self.names.setdefault("timed", []).append(prefix.name)
            kind, after = "timed", ""
        else:
            name = to_name(strip_question_number(text).rstrip(":")) if text else None
            level = f"heading {self._source[start:at].count('#')}"
            self.names.setdefault(level, []).append(name or "")
            kind, after = (level, "" if text.endswith(":") else ": ") if name else ("", "")
        self.has_headings = self.has_headings or kind == "timed" or kind not in self.kinds
        if kind not in self.kinds:
            if self._keep_headings and text:
                self._builder.separate("\n\n")
                self._write(at, until)
                self._builder.separate("\n\n")
            else:
                self.breaks.append(start)
                self._leave_out(start, end, HEADING)
            return
        self._write(at, until)
        if after:
            self._builder.insert(after)
        self._builder.separate("\n")

    def _read_row(self, start: int, end: int) -> None:
        """Read a row of a table: a colon after a name that is first or after a time."""
        at = start + len(self._source[start:end]) - len(self._source[start:end].lstrip(" \t"))
        at += self._source[at] == "|"
        name: str | None = None
        while at < end:
            match = _CELL.match(self._source, at, end)
            until = match.end() if match else end
            before = self._builder.at
            self._write(at, until)
            text = strip_question_number(self._builder.text_since(before).strip())
            if name is None and text and not _TIME.fullmatch(text):
                name = (to_name(text.rstrip(":")) or "") if until < end - 1 else ""
                if name and "row" in self.kinds and not text.endswith(":"):
                    self._builder.insert(": ")
            self._builder.separate(" ")
            at = until + 1
        self.names.setdefault("row", []).append(name or "")

    def _read_text(self, start: int, end: int) -> None:
        if self._source.find("](", start, end) >= 0 and _LINKS.fullmatch(self._source, start, end):
            self.breaks.append(start)
        quote = _QUOTE.match(self._source, start, end)
        at = quote.end() if quote else start
        bracketed = _BRACKETED.match(self._source, at, end)
        if bracketed is not None and to_name(bracketed["name"].capitalize()):
            self.names.setdefault("bracket", []).append(bracketed["name"])
            if "bracket" in self.kinds:
                self._write(*bracketed.span("name"))
                self._builder.insert(": ")
                self._write(bracketed.end(), end)
                return
        bullet = _BULLET.match(self._source, at, end)
        at = bullet.end() if bullet else at
        number = _NUMBER_BEFORE.match(self._source, at, end)
        if number is not None:
            self.has_numbers = True
            self._write(at, number.end())
            self._builder.separate(" ")
            at = number.end()
        bold = BOLD.match(self._source, at, end)
        if bold is not None:
            at = self._read_bold(bold, at, end)
        self._write(at, end)

    def _read_bold(self, bold: re.Match[str], at: int, end: int) -> int:
        """Read bold type at the beginning of a line, perhaps a name; return the offset after it."""
        inner = bold["text"].strip()
        after = self._source[bold.end() : min(bold.end() + 2, end)].strip(" ")[:1]
        bare = strip_question_number(inner)
        name = to_name(bare) if bare else None
        self.has_numbers = self.has_numbers or (name is not None and bare != inner)
        self._has_text = self._has_text or name is not None
        prefix = parse_prefix(inner) if inner[0] in "[(0123456789" else None
        if prefix is not None and prefix.name and prefix.stamp:
            self.names.setdefault("timed", []).append(prefix.name)
            return at
        if name and (inner[-1] in ":：" or after in tuple(":：")):
            self._builder.insert("**", after_blank=True)  # a label in bold type counts for more
        if not name or inner[-1] in ":：)]" or after in tuple(":：(["):
            return at
        self.names.setdefault("bold", []).append(name)
        self.followers.append(after)
        if "bold" not in self.kinds:
            return at
        self._write(at, bold.end())
        self._builder.insert(": ")
        return bold.end()

    def _write(self, at: int, until: int) -> None:
        if self._in_fence:
            self._builder.write(self._source, at, until)
        else:
            write_inline(self._source, at, until, self._builder, self._defined)

    def _leave_out(self, start: int, end: int, reason: str) -> None:
        self.left_out.append(LeftOut(start, end, reason))
        self._builder.separate("\n\n")


def _is_markup(line: str) -> bool:
    """Whether a line is a rule, the rule of a table, or the definition of a link."""
    return bool(
        _RULE.match(line) or _DEFINITION.match(line) or ("|" in line and _TABLE_RULE.match(line))
    )
