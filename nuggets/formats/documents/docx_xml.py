r"""Parser of the XML of a Word document (.docx): its paragraphs, and what is bold in them.

Insertions are kept; deletions, hidden text, page numbers and the table of contents are not, nor are
text boxes beside the talk. No entity, DTD or reference is ever followed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from nuggets.errors import MalformedTranscriptError, TranscriptError
from nuggets.formats.documents.names_in_markup import strip_question_number

CONTAINER = "docx"
"""Stands for the encoding of a text that comes out of a Word document."""

_W = frozenset(
    f"{name}}}"
    for name in (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict variant
    )
)
_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(  # deleted, moved away, or repeated for older programs
    "del moveFrom pPr rPr sectPr tblPr tblGrid trPr tcPr Fallback instrText".split()
)
_SIGNS = {
    **{"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t"},
    **{"noBreakHyphen": "\u2011", "softHyphen": ""},
}
_BLANKS = re.compile(r"[\t\r\n]")
_OFF = frozenset(("0", "false", "off"))
_FIELDS = frozenset(  # fields whose results no author wrote
    "PAGE NUMPAGES PAGEREF SECTIONPAGES TOC INDEX TOA FILENAME PRINTDATE SAVEDATE".split()
)
_CHUNK = 1 << 20  # bytes of XML between checks of the size
_MAX_LINES = 500_000  # by eye, as is the next: more than any talk has
_MAX_TEXT = 25_000_000
_BOLD = frozenset(("b", "rStyle"))
_HIDING = frozenset(("vanish", "webHidden"))


def parse_paragraphs(xml: bytes, *, with_boxes: bool) -> ParagraphParser:
    """Parse the paragraphs of the part of the file that holds the text.

    Args:
        xml: The part.
        with_boxes: Whether the text in boxes is taken, too.

    Raises:
        TranscriptError: It is damaged or too large, or holds a DTD or entities.
    """
    target = ParagraphParser(with_boxes=with_boxes)
    parser = XMLParser(target=target, forbid_dtd=True)
    expat = parser.parser  # calls the target's own handlers, which halves the time
    expat.ordered_attributes = False
    expat.StartElementHandler, expat.EndElementHandler = target.start, target.end
    expat.CharacterDataHandler = target.data
    try:
        for at in range(0, len(xml), _CHUNK):
            parser.feed(xml[at : at + _CHUNK])
            if target.lines > _MAX_LINES or target.size > _MAX_TEXT:
                raise TranscriptError("more text in the Word document than any talk has; split it")
        parser.close()
    except DefusedXmlException as error:
        raise MalformedTranscriptError(
            CONTAINER, None, "the document holds a DTD or entities, which no Word writes"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise MalformedTranscriptError(
            CONTAINER, None, "the document is damaged; open it in Word and save it again"
        ) from error
    return target


class ParagraphParser:
    """Collects the paragraphs of a document while its XML is parsed; a target of XMLParser.

    Attributes:
        paragraphs: Those that have ended, in order; of a table, its rows.
        boxes: How many text boxes were left out.
        boxed: How many characters are in them.
        hidden: How many pieces of hidden text were left out.
        lines: How many paragraphs, breaks and tabs there are.
        size: How many characters of text.
        bold: Where bold type ends at the beginning of a paragraph that goes on, by its index.
    """

    def __init__(self, *, with_boxes: bool) -> None:
        self.boxes = self.boxed = self.hidden = self.lines = self.size = 0
        self._skipped = _SKIPPED if with_boxes else _SKIPPED | {"txbxContent"}
        self._in_box = False
        self.bold: dict[int, int] = {}
        self._is_hidden = self._is_bold = False  # the run that is open
        self._bold_end = 0  # of the bold type with which the paragraph that is open begins
        self._follows_bold = False  # whether other text follows it
        self._fields: list[
            bool | None
        ] = []  # of open fields, whether each is left out; None: no code
        self._left_out_fields = 0  # how many of them are
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []  # texts of open paragraphs, the innermost last
        self._cells: list[
            list[list[str]]
        ] = []  # texts in the cells of open rows, the innermost last
        self._skipping = 0  # depth within an element that is no text
        self._text: list[str] | None = None
        self._keeps_blanks = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """Note that an element begins."""
        name = _local(tag)
        if self._skipping or name in self._skipped or (name == "fldSimple" and _is_code(attrs)):
            if not self._skipping:
                self._in_box = name == "txbxContent"
                self.boxes += self._in_box
            elif name in _HIDING and _attribute(attrs, "}val").lower() not in _OFF:
                self._is_hidden = True
            elif name in _BOLD and _is_bold(name, _attribute(attrs, "}val").lower()):
                self._is_bold = True
            self._text = [] if name == "instrText" and not self._in_box else None
            self._skipping += 1
        elif name == "r":
            self._is_hidden = self._is_bold = False
        elif name == "fldChar":
            self._follow_field(
                next((v for k, v in attrs.items() if k.endswith("}fldCharType")), "")
            )
        elif name == "p":
            self.lines += 1
            self._open.append([])
            self._bold_end, self._follows_bold = 0, False
        elif name == "t":
            self._text = []
            self._keeps_blanks = attrs.get(_SPACE) == "preserve"
        elif name in _SIGNS and self._open:
            self.lines += 1
            self._open[-1].append(_SIGNS[name])
            if not self._follows_bold:  # a line or a cell of its own: not by bold type alone
                self._bold_end, self._follows_bold = 0, True
        elif name == "tr":
            self._cells.append([])
        elif name == "tc" and self._cells:
            self._cells[-1].append([])

    def data(self, data: str) -> None:
        """Note characters."""
        if self._in_box:
            self.boxed += len(data.strip())
        elif self._text is not None:
            self.size += len(data)
            self._text.append(data)

    def end(self, tag: str) -> None:
        """Note that an element ends."""
        name = _local(tag)
        if self._skipping:
            self._skipping -= 1
            if name == "instrText" and self._text is not None and self._fields:
                self._read_code("".join(self._text))
            self._text = None
            self._in_box = self._in_box and self._skipping > 0
            return
        if name == "t" and self._text is not None:
            text = _BLANKS.sub(" ", "".join(self._text))
            if self._is_hidden:
                self.hidden += bool(text.strip())
            elif self._open and not self._left_out_fields:
                text = text if self._keeps_blanks else text.strip(" ")
                self._open[-1].append(text)
                self._follow_bold(text)
            self._text = None
        elif name == "p" and self._open:
            if self._bold_end and self._follows_bold and not self._cells:
                self.bold[len(self.paragraphs)] = self._bold_end
            self._bold_end = 0
            self._add("".join(self._open.pop()))
        elif name == "tr" and self._cells:
            self._add("\t".join("\n".join(cell) for cell in self._cells.pop()))

    def close(self) -> None:
        """Note the end of the document."""

    def _follow_bold(self, text: str) -> None:
        """Note how far the bold type reaches with which a paragraph begins."""
        if self._follows_bold:
            return
        is_number = not self._bold_end and text[:1] == "Q" and not strip_question_number(text)
        if self._is_bold or not text.strip() or is_number:
            self._bold_end += len(text)
        else:
            self._follows_bold = True

    def _follow_field(self, kind: str) -> None:
        """Note that a field begins or ends."""
        if kind == "begin":
            self._fields.append(None)
        elif kind == "end" and self._fields:
            self._left_out_fields -= bool(self._fields.pop())

    def _read_code(self, code: str) -> None:
        """Note the first piece of the code of the innermost field."""
        if self._fields[-1] is None:
            is_left_out = _is_left_out(code)
            self._fields[-1] = is_left_out
            self._left_out_fields += is_left_out

    def _add(self, text: str) -> None:
        """Put a paragraph into its cell, or below the others."""
        if not (self._cells and self._cells[-1]):
            self.paragraphs.append(text)
        elif text.strip():
            self._cells[-1][-1].append(text)


def _is_bold(name: str, value: str) -> bool:
    """Whether a property makes a run bold: its own, or the style that is named so."""
    return value == "strong" if name == "rStyle" else value not in _OFF


def _is_left_out(code: str) -> bool:
    """Whether the result of a field is none of the author's words, as that of `PAGE` is."""
    return any(word.upper() in _FIELDS for word in code.split(None, 1)[:1])


def _is_code(attrs: dict[str, str]) -> bool:
    """Whether a field that is one element has a result that is left out."""
    return _is_left_out(_attribute(attrs, "}instr"))


def _attribute(attrs: dict[str, str], end: str) -> str:
    """Give an attribute by the end of its name; "" where there is none."""
    return next((value for name, value in attrs.items() if name.endswith(end)), "")


@lru_cache(maxsize=1024)  # a document repeats few names
def _local(tag: str) -> str:
    """Name an element of Word's without its namespace; others only where they matter."""
    space, brace, name = tag.rpartition("}")
    return name if space + brace in _W or name == "Fallback" else ""
