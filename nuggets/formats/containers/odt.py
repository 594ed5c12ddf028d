"""OpenDocument text (.odt): its paragraphs and tables, with what is bold, as of a Word document.

Headers, footers, notes, comments, deletions, hidden text, tables of contents and text boxes are not
read. No entity, DTD or reference is ever followed.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from nuggets.errors import MalformedTranscriptError, TranscriptError
from nuggets.formats.archives import has_member, mimetype_of, read_member
from nuggets.formats.containers.container import Extracted
from nuggets.formats.containers.paragraphs import ParagraphBuilder

NAME = "odt"

_TYPES = frozenset(
    f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "text-template")
)
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_SKIPPED = frozenset(
    "annotation note tracked-changes table-of-content alphabetical-index bibliography "
    "illustration-index table-index user-index page-number page-count text-box sequence-decls "
    "hidden-text hidden-paragraph file-name print-date forms event-listeners title desc "
    "ruby-text".split()
)
_PARAGRAPHS = frozenset(("p", "h"))
_STYLES = frozenset(("style", "default-style"))
_MAX_BLANKS = 100  # that one element stands for; by eye
_BLANKS = re.compile(r"[ \t\r\n]+")
_CHUNK = 1 << 20  # bytes of XML at a time


def is_odt(data: bytes) -> bool:
    """Whether bytes are an OpenDocument text."""
    return mimetype_of(data) in _TYPES


def extract_odt(data: bytes) -> Extracted:
    """Extract the text of an OpenDocument text.

    Raises:
        TranscriptError: It is damaged, encrypted, suspiciously large when unpacked, or holds no
            text.
    """
    if has_member(data, _MANIFEST) and b"encryption-data" in read_member(data, _MANIFEST):
        raise TranscriptError("the document is encrypted; save it without a password")
    xml = read_member(data, _CONTENT)
    target = _Target()
    parser = XMLParser(target=target, forbid_dtd=True)
    try:
        for at in range(0, len(xml), _CHUNK):
            parser.feed(xml[at : at + _CHUNK])
        parser.close()
    except DefusedXmlException as error:
        raise MalformedTranscriptError(
            NAME, None, "the document holds a DTD or entities, which no office program writes"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise MalformedTranscriptError(
            NAME, None, "the document is damaged; open it and save it again"
        ) from error
    boxes = f"text boxes in the document, left out: {target.boxes}"
    return target.builder.extract("the OpenDocument file", (boxes,) if target.boxes else ())


class _Target:
    """Collects paragraphs while the XML is parsed; a target of XMLParser.

    Attributes:
        builder: The paragraphs so far.
        boxes: How many text boxes were left out.
    """

    def __init__(self) -> None:
        self.builder = ParagraphBuilder()
        self.boxes = 0
        self._skipping = 0
        self._style = ""  # whose definition is open
        self._bold: dict[str, bool] = {}  # styles that make text bold, or not
        self._is_bold = [False]  # of the open paragraphs and spans, the innermost last
        self._in_text = 0  # depth of open paragraphs
        self._ends_blank = True

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """Note that an element begins."""
        name = tag.rpartition("}")[2]
        if self._skipping or name in _SKIPPED:
            self.boxes += not self._skipping and name == "text-box"
            self._skipping += 1
        elif name in _STYLES:
            self._style = _attribute(attrs, "name")
            parent = self._bold.get(_attribute(attrs, "parent-style-name"), False)
            self._bold[self._style] = parent or self._style == "Strong_20_Emphasis"
        elif name == "text-properties" and self._style:
            weight = _attribute(attrs, "font-weight")
            if weight:
                self._bold[self._style] = weight not in ("normal", "400")
        elif name in _PARAGRAPHS or name == "span":
            style = _attribute(attrs, "style-name")
            self._is_bold.append(self._bold.get(style, style == "Strong_20_Emphasis"))
            if name != "span":
                self._in_text += 1
                self._ends_blank = True
        elif name == "table-row":
            self.builder.open_row()
        elif self._in_text:
            self._write_sign(name, attrs)

    def data(self, data: str) -> None:
        """Note characters; white space is folded, as the specification says."""
        if self._skipping or not self._in_text:
            return
        text = _BLANKS.sub(" ", data)
        if self._ends_blank:
            text = text.removeprefix(" ")
        if text:
            self.builder.write(text, bold=self._is_bold[-1])
            self._ends_blank = text.endswith(" ")

    def end(self, tag: str) -> None:
        """Note that an element ends."""
        name = tag.rpartition("}")[2]
        if self._skipping:
            self._skipping -= 1
        elif name in _STYLES:
            self._style = ""
        elif name in _PARAGRAPHS or name == "span":
            self._is_bold.pop()
            if name != "span":
                self._in_text -= 1
                self.builder.end_paragraph()
        elif name in ("table-cell", "covered-table-cell"):
            self.builder.end_cell()
        elif name == "table-row":
            self.builder.end_row()

    def close(self) -> None:
        """Note the end of the document."""

    def _write_sign(self, name: str, attrs: dict[str, str]) -> None:
        """Write what an empty element stands for."""
        bold = self._is_bold[-1]
        if name == "s":
            count = _attribute(attrs, "c")
            number = int(count) if count.isdecimal() and len(count) < 5 else 1
            self.builder.write(" " * min(number, _MAX_BLANKS), bold=bold)
        elif name == "tab":
            self.builder.write("\t")
            self._ends_blank = True
        elif name == "line-break":
            self.builder.write("\n")
            self._ends_blank = True


def _attribute(attrs: dict[str, str], name: str) -> str:
    return next((value for key, value in attrs.items() if key.rpartition("}")[2] == name), "")
