r"""Word documents (.docx): the text that is taken from them, which then is the source.

A paragraph is a line; where the writer parts paragraphs by empty ones those are blank lines, else
a blank line is put between each two. Breaks within a paragraph end a line, too. Table cells are
parted by tabs. A name above the words of a paragraph stays with them;
names in bold type alone before them are parted by tabs, too, where they recur. Insertions are kept;
deletions, hidden text, page numbers and the table of contents are not, nor are text boxes beside
the talk; headers, footers, notes and comments are other parts of the file and are not looked at.
No entity, DTD or reference is ever followed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError, TranscriptError
from nuggets.formats.archives import docx_part_name, read_member
from nuggets.formats.decoding import Decoded
from nuggets.formats.documents.names_in_markup import names_recur, strip_question_number
from nuggets.formats.text.speakers.names import to_name

CONTAINER = "docx"
"""What stands for the encoding of a text that comes out of a Word document."""

_W = frozenset(
    f"{name}}}"
    for name in (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict variant
    )
)
_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(  # deleted, moved away, or the same once more for older programs
    "del moveFrom pPr rPr sectPr tblPr tblGrid trPr tcPr Fallback instrText".split()
)
_SIGNS = {
    **{"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t"},
    **{"noBreakHyphen": "\u2011", "softHyphen": ""},
}
_BLANKS = re.compile(r"[\t\r\n]")
_OFF = frozenset(("0", "false", "off"))
_FIELDS = frozenset(  # those whose results no author wrote
    "PAGE NUMPAGES PAGEREF SECTIONPAGES TOC INDEX TOA FILENAME PRINTDATE SAVEDATE".split()
)
_LONGEST_NAME = 60
_CHUNK = 1 << 20  # bytes of XML after which is seen whether it holds too much
_MOST_LINES = 500_000
_MOST_TEXT = 25_000_000
_BOLD = frozenset(("b", "rStyle"))
_HIDING = frozenset(("vanish", "webHidden"))
_LEAST_ABOVE = 0.2  # share of paragraphs that are names above the words of the next
_LEAST_BOLD = 0.3  # share of paragraphs that begin with a name in bold type
_LEAST_EMPTY = 0.1  # share of paragraphs that are empty where those part the others


def decode_docx(data: bytes) -> Decoded:
    """Take the text out of a Word document.

    Raises:
        TranscriptError: It is damaged, swells suspiciously, or holds no text.
    """
    xml = read_member(data, docx_part_name(data))
    parser_target = _take(xml, with_boxes=False)
    if parser_target.boxed > sum(map(len, parser_target.paragraphs)):  # then they are the document
        parser_target = _take(xml, with_boxes=True)
    if not any(parser_target.paragraphs):
        raise EmptyTranscriptError("no text in the Word document")
    warnings = []
    if parser_target.hidden:
        warnings.append(
            f"pieces of hidden text in the Word document, left out: {parser_target.hidden}"
        )
    if parser_target.boxes:
        warnings.append(f"text boxes in the Word document, left out: {parser_target.boxes}")
    return Decoded(_join(_part_names(parser_target)), CONTAINER, tuple(warnings))


def _take(xml: bytes, *, with_boxes: bool) -> _ParagraphParser:
    """Take the paragraphs out of the part that holds the text."""
    parser_target = _ParagraphParser(with_boxes=with_boxes)
    parser = XMLParser(target=parser_target, forbid_dtd=True)
    expat = (
        parser.parser
    )  # its handlers are the parser_target's own: half the time goes by the way there
    expat.ordered_attributes = False
    expat.StartElementHandler, expat.EndElementHandler = parser_target.start, parser_target.end
    expat.CharacterDataHandler = parser_target.data
    try:
        for at in range(0, len(xml), _CHUNK):
            parser.feed(xml[at : at + _CHUNK])
            if parser_target.lines > _MOST_LINES or parser_target.size > _MOST_TEXT:
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
    return parser_target


def _part_names(parser_target: _ParagraphParser) -> list[str]:
    """Write tabs behind names that only bold type sets off, if they recur."""
    paragraphs = parser_target.paragraphs
    ends: dict[int, int] = {}
    for i, end in parser_target.bold.items():
        name, after = paragraphs[i][:end].rstrip(), paragraphs[i][end:].lstrip()
        is_parted = len(name) < end or paragraphs[i][end] == " "
        is_said = after != "" and not after[0].islower() and after[0] not in ":：([0123456789"
        if is_parted and is_said and _to_name(strip_question_number(name)):
            ends[i] = end
    names = [strip_question_number(paragraphs[i][:end].strip()) for i, end in ends.items()]
    if len(names) < _LEAST_BOLD * sum(map(bool, paragraphs)) or not names_recur(names):
        return paragraphs
    return [
        f"{text[: ends[i]].rstrip()}\t{text[ends[i] :].lstrip()}" if i in ends else text
        for i, text in enumerate(paragraphs)
    ]


def _join(paragraphs: list[str]) -> str:
    """Put paragraphs below one another."""
    empty = sum(not paragraph.strip() for paragraph in paragraphs)
    if empty >= _LEAST_EMPTY * len(paragraphs):
        return "\n".join(paragraphs)
    said = [paragraph for paragraph in paragraphs if paragraph.strip()]
    names = [_to_name(paragraph) for paragraph in said]
    above = [name for name in names if name]
    if not above or len(above) < _LEAST_ABOVE * len(said) or not names_recur(above):
        return "\n\n".join(said)
    return "".join(
        paragraph + ("\n" if name else "\n\n") for paragraph, name in zip(said, names, strict=True)
    ).rstrip("\n")


def _to_name(paragraph: str) -> str | None:
    """Take a paragraph as a name, if it can be one and is no sentence."""
    text = paragraph.strip()
    if not text or len(text) > _LONGEST_NAME or text[-1] in ".?!…,;:" or not text[0].isalpha():
        return None
    return to_name(text)


class _ParagraphParser:
    """Gathers the paragraphs of a document while its XML is read; a target of XMLParser.

    Attributes:
        paragraphs: Those that have ended, in order; of a table, its rows.
        boxes: How many text boxes were left out.
        boxed: How many characters are in them.
        hidden: How many pieces of hidden text were left out.
        lines: How many paragraphs, breaks and tabs there are.
        size: How many characters of text.
        bold: Where bold type ends with which a paragraph begins, by its index, if more follows.
    """

    def __init__(self, *, with_boxes: bool) -> None:
        self.boxes = self.boxed = self.hidden = self.lines = self.size = 0
        self._skipped = _SKIPPED if with_boxes else _SKIPPED | {"txbxContent"}
        self._in_box = False
        self.bold: dict[int, int] = {}
        self._is_hidden = self._is_bold = False  # the run that is open
        self._bold_end = 0  # of the bold type with which the paragraph that is open begins
        self._follows_bold = False  # whether other text stands behind it
        self._fields: list[list[str]] = []  # codes of the fields that are open, the inmost last
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []  # texts of the paragraphs that are open, the inmost last
        self._cells: list[list[str]] = []  # of the rows that are open, the inmost last
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
            self._cells[-1].append("")

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
                self._fields[-1].append("".join(self._text))
            self._text = None
            self._in_box = self._in_box and self._skipping > 0
            return
        if name == "t" and self._text is not None:
            text = _BLANKS.sub(" ", "".join(self._text))
            if self._is_hidden:
                self.hidden += bool(text.strip())
            elif self._open and not (
                self._fields and any(code and _is_left_out(code[0]) for code in self._fields)
            ):
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
            self._add("\t".join(self._cells.pop()))

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
        """Note that a field begins or ends; its result stands between the other two marks."""
        if kind == "begin":
            self._fields.append([])
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str) -> None:
        """Put a paragraph into its cell, or below the others."""
        if not (self._cells and self._cells[-1]):
            self.paragraphs.append(text)
        elif text.strip():
            cells = self._cells[-1]
            cells[-1] = f"{cells[-1]}\n{text}" if cells[-1] else text


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


@lru_cache(maxsize=1024)  # the same few names stand in a document a million times
def _local(tag: str) -> str:
    """Name an element of Word's without its namespace; others only where they matter."""
    space, brace, name = tag.rpartition("}")
    return name if space + brace in _W or name == "Fallback" else ""
