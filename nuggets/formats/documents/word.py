r"""Word documents (.docx): the text that is taken from them, which then is the source.

A paragraph is a line; where the writer parts paragraphs by empty ones those are blank lines, else
a blank line is put between each two. Breaks within a paragraph end a line, too. Table cells are
parted by tabs. Insertions are kept, deletions are not; headers, footers, notes and comments are
other parts of the file and are not looked at. No entity, DTD or reference is ever followed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from nuggets.formats.archives import document_name, read_part
from nuggets.formats.decoding import Decoded

CONTAINER = "docx"
"""What stands for the encoding of a text that comes out of a Word document."""

_W = frozenset(
    f"{{{name}}}"
    for name in (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict variant
    )
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(  # deleted, moved away, or the same once more for older programs
    "del moveFrom pPr rPr sectPr tblPr tblGrid trPr tcPr Fallback instrText".split()
)
_SIGNS = {
    **{"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t"},
    **{"noBreakHyphen": "\u2011", "softHyphen": ""},
}
_BLANKS = re.compile(r"[\t\r\n]")
_LEAST_EMPTY = 0.1  # share of paragraphs that are empty where those part the others


def decode_word(data: bytes) -> Decoded:
    """Take the text out of a Word document.

    Raises:
        TranscriptError: It is damaged, swells suspiciously, or holds no text.
    """
    xml = read_part(data, document_name(data))
    taker = _TextTaker()
    parser = XMLParser(target=taker, forbid_dtd=True)
    try:
        parser.feed(xml)
        parser.close()
    except DefusedXmlException as error:
        raise MalformedTranscriptError(
            CONTAINER, None, "the document holds a DTD or entities, which no Word writes"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise MalformedTranscriptError(
            CONTAINER, None, "the document is damaged; open it in Word and save it again"
        ) from error
    if not any(taker.paragraphs):
        raise EmptyTranscriptError("no text in the Word document")
    return Decoded(_join(taker.paragraphs), CONTAINER)


def _join(paragraphs: list[str]) -> str:
    """Put paragraphs below one another."""
    empty = sum(not paragraph.strip() for paragraph in paragraphs)
    if empty >= _LEAST_EMPTY * len(paragraphs):
        return "\n".join(paragraphs)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


class _TextTaker:
    """Gathers the paragraphs of a document while its XML is read; a target of XMLParser.

    Attributes:
        paragraphs: Those that have ended, in order; of a table, its rows.
    """

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []  # texts of the paragraphs that are open, the inmost last
        self._cells: list[list[str]] = []  # of the rows that are open, the inmost last
        self._skipping = 0  # depth within an element that is no text
        self._text: list[str] | None = None
        self._keeps_blanks = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """Note that an element begins."""
        name = _local(tag)
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "p":
            self._open.append([])
        elif name == "t":
            self._text = []
            self._keeps_blanks = attrs.get(_SPACE) == "preserve"
        elif name in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[name])
        elif name == "tr":
            self._cells.append([])
        elif name == "tc" and self._cells:
            self._cells[-1].append("")

    def data(self, data: str) -> None:
        """Note characters."""
        if self._text is not None and not self._skipping:
            self._text.append(data)

    def end(self, tag: str) -> None:
        """Note that an element ends."""
        if self._skipping:
            self._skipping -= 1
            return
        name = _local(tag)
        if name == "t" and self._text is not None:
            text = _BLANKS.sub(" ", "".join(self._text))
            if self._open:
                self._open[-1].append(text if self._keeps_blanks else text.strip(" "))
            self._text = None
        elif name == "p" and self._open:
            self._add("".join(self._open.pop()))
        elif name == "tr" and self._cells:
            self._add("\t".join(self._cells.pop()))

    def close(self) -> None:
        """Note the end of the document."""

    def _add(self, text: str) -> None:
        """Put a paragraph into its cell, or below the others."""
        if not (self._cells and self._cells[-1]):
            self.paragraphs.append(text)
        elif text.strip():
            cells = self._cells[-1]
            cells[-1] = f"{cells[-1]}\n{text}" if cells[-1] else text


@lru_cache(maxsize=1024)  # the same few names stand in a document a million times
def _local(tag: str) -> str:
    """Name an element of Word's without its namespace; others only where they matter."""
    space, brace, name = tag.rpartition("}")
    return name if space + brace in _W or name == "Fallback" else ""
