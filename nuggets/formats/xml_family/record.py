"""Records of debates in XML: who says each paragraph, whatever the names of the elements are.

The reader of a kind of record tells, for each element that begins, what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Literal, NamedTuple, TypeAlias

from nuggets.formats.documents.visible_text import VisibleTextBuilder
from nuggets.formats.format import Parsed
from nuggets.formats.text.boilerplate.web_pages import HEADING
from nuggets.formats.turns import Piece, build_turn
from nuggets.formats.xml_family.caption_xml import warn_of_damage
from nuggets.formats.xml_family.xml_tokens import XmlToken, tokenize_xml, write_xml_text
from nuggets.values import LeftOut, Turn

PROCEEDINGS = "proceedings"
"""Reason to leave out what the record says of the sitting: votes, petitions, what happens."""

_BREAKS = {"br": "\n", "eol": "\n", "td": " ", "th": " "}
_DEEPEST = 200  # nested elements in which the one that a tag closes is looked for; by eye

What: TypeAlias = Literal["speech", "name", "paragraph", "left-out", "heading"]


class Part(NamedTuple):
    """What an element of a record is.

    Attributes:
        what: A speech, the name within it, a paragraph, or no speech at all.
        speaker: Of a speech; None if it has none, or if the name is within it.
        start_ms: When a speech begins; None if unknown.
    """

    what: What
    speaker: str | None = None
    start_ms: int | None = None


def parse_record(source: str, root: str, read_element: Callable[[XmlToken], Part | None]) -> Parsed:
    """Parse a record.

    Args:
        source: The decoded text.
        root: Name of the root, which tells whether the file is whole.
        read_element: Tells what an element is that begins; None for one of no meaning of its own.
    """
    reader = _Reader(source, read_element)
    is_whole = False
    for token in tokenize_xml(source):
        reader.read(token)
        is_whole = is_whole or (token.kind == "close" and token.name == root)
    reader.finish()
    warnings = warn_of_damage(source, is_whole=is_whole)
    return Parsed(tuple(reader.turns), tuple(reader.left_out), warnings)


class _Open(NamedTuple):
    name: str
    part: Part | None


class _Reader:
    """Follows the tags of a record.

    Attributes:
        turns: The speeches so far.
        left_out: What is no speech.
    """

    def __init__(self, source: str, read_element: Callable[[XmlToken], Part | None]) -> None:
        self.turns: list[Turn] = []
        self.left_out: list[LeftOut] = []
        self._source = source
        self._read_element = read_element
        self._open: list[_Open] = []
        self._depths = {"speech": 0, "name": 0, "left-out": 0, "heading": 0, "paragraph": 0}
        self._speaker: str | None = None
        self._start_ms: int | None = None
        self._pieces: list[Piece] = []
        self._builder = VisibleTextBuilder()
        self._name: list[str] = []

    def read(self, token: XmlToken) -> None:
        """Read the next token."""
        if token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.name)
        else:
            self._read_text(token)

    def finish(self) -> None:
        """End what is still open."""
        self._end_speech()

    def _start(self, token: XmlToken) -> None:
        part = self._read_element(token)
        self._open.append(_Open(token.name, part))
        if part is None:
            if token.name in _BREAKS:
                self._builder.separate(_BREAKS[token.name])
            return
        self._depths[part.what] += 1
        if part.what == "speech":
            self._end_speech()
            self._speaker, self._start_ms = part.speaker, part.start_ms
        elif part.what == "name":
            self._name = []
        elif part.what == "paragraph":
            self._end_paragraph()

    def _end(self, name: str) -> None:
        if not any(element.name == name for element in self._open[-_DEEPEST:]):
            return
        while True:
            element = self._open.pop()
            part = element.part
            if part is not None:
                self._depths[part.what] -= 1
                if part.what == "speech":
                    self._end_speech()
                elif part.what == "paragraph":
                    self._end_paragraph()
                elif part.what == "name" and self._name:
                    self._speaker = " ".join("".join(self._name).split()).rstrip(" :") or None
            if element.name == name:
                return

    def _read_text(self, token: XmlToken) -> None:
        depths = self._depths
        if self._source[token.start : token.end].isspace():
            self._builder.separate(" ")
        elif depths["name"] and not depths["left-out"]:
            self._name.append(unescape(self._source[token.start : token.end]))
        elif depths["heading"] or depths["left-out"] or not depths["speech"]:
            reason = HEADING if depths["heading"] else PROCEEDINGS
            text = self._source[token.start : token.end]
            start = token.start + len(text) - len(text.lstrip())
            self.left_out.append(LeftOut(start, start + len(text.strip()), reason))
        else:
            write_xml_text(self._source, token, self._builder)

    def _end_paragraph(self) -> None:
        visible = self._builder.build()
        self._builder = VisibleTextBuilder()
        at = 0
        for i, line in enumerate(visible.text.split("\n")):
            blank = "\n" if i else "\n\n"
            self._pieces += visible.pieces(at, at + len(line), blank, (self._start_ms, None))
            at += len(line) + 1

    def _end_speech(self) -> None:
        self._end_paragraph()
        if self._pieces:
            self.turns.append(build_turn(len(self.turns), self._speaker, self._pieces))
        self._pieces = []
        self._speaker = self._start_ms = None
