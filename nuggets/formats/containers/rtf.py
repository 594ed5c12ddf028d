r"""RTF: the text of its paragraphs and tables, with what is bold, as of a Word document.

Not by `striprtf`, which drops bold type (which names may stand in), keeps deleted and hidden text
and knows no code page of a font. Headers, footers, notes, comments, pictures and text boxes are not
read.

{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}{\b Anna:} Yes, at the lock.\par}
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.containers.container import Extracted
from nuggets.formats.containers.paragraphs import ParagraphBuilder

NAME = "rtf"

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?[0-9]{1,10})?[ ]?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])|(?P<brace>[{}])"
    r"|(?P<end>[\r\n\0]+)|(?P<text>[^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr "
    "footerf footnote annotation fldinst xe tc txe object shp shptxt listtext pntext nonshppict "
    "bkmkstart bkmkend listtable revtbl rsidtbl generator themedata datastore latentstyles "
    "colorschememapping filetbl template private do mmathPr atnid atnauthor atrfstart atrfend "
    "listoverridetable fontemb fontfile".split()
)
_READ_THOUGH_STARRED = frozenset(("ud", "shppict"))
_WORDS = {
    **{"line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’"},
    **{"ldblquote": "“", "rdblquote": "”", "bullet": "•", "enspace": " ", "emspace": " "},
    **{"qmspace": " ", "softline": "\n", "zwj": "\u200d", "zwnj": "\u200c"},
}
_SIGNS = {"~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_ENDS = frozenset(("par", "sect", "page", "column"))
_CHARSETS = {  # of fonts, to code pages: RTF 1.9.1, \fcharset
    **{0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253},
    **{162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250},
}
_CODECS = {10000: "mac_roman", 1361: "johab", 65001: "utf-8"}
_MAX_DEPTH = 5000  # groups within each other; by eye


class _State(NamedTuple):
    """What holds until the end of a group."""

    skips: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    after_unicode: int = 1
    codec: str = ""
    in_table: bool = False
    starred: bool = False
    in_fonts: bool = False


def is_rtf(data: bytes) -> bool:
    """Whether bytes are RTF."""
    return data[:20].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf")


def extract_rtf(data: bytes) -> Extracted:
    """Extract the text of RTF.

    Raises:
        TranscriptError: It is damaged, too large, or holds no text.
    """
    reader = _Reader()
    reader.read(data.decode("latin-1"))
    hidden = f"pieces of hidden text in the RTF file, left out: {reader.hidden}"
    return reader.builder.extract("the RTF file", (hidden,) if reader.hidden else ())


class _Reader:
    """Follows the groups and control words.

    Attributes:
        builder: The paragraphs so far.
        hidden: How many pieces of hidden text were left out.
    """

    def __init__(self) -> None:
        self.builder = ParagraphBuilder()
        self.hidden = 0
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0  # whose entry in the table of fonts is read
        self._default = "cp1252"
        self._bytes = bytearray()  # characters of a code page that are not decoded yet
        self._to_skip = 0  # characters for programs without Unicode
        self._high = 0  # the first half of a character beyond the first plane
        self._in_row = False

    def read(self, source: str) -> None:
        """Read all of a file."""
        at = 0
        while match := _TOKEN.match(source, at):
            at = match.end()
            if match["text"] is not None:
                self._read_bytes(match["text"].encode("latin-1"))
            elif match["byte"]:
                self._read_bytes(bytes([int(match["byte"], 16)]))
            elif match["brace"]:
                self._flush()
                self._read_brace(match["brace"])
            elif match["word"]:
                number = int(match["number"]) if match["number"] else None
                if match["word"] == "bin":
                    at += max(0, number or 0)
                    continue
                self._read_word(match["word"], number)
            elif match["sign"]:
                self._read_sign(match["sign"])
        self._flush()

    def _read_brace(self, brace: str) -> None:
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= _MAX_DEPTH:
                raise MalformedTranscriptError(NAME, None, "groups are nested too deeply")
            self._stack.append(self._state)
            self._state = self._state._replace(starred=False)
        elif self._stack:
            self._state = self._stack.pop()

    def _read_bytes(self, data: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if not self._state.skips:
            self._bytes += data

    def _read_sign(self, sign: str) -> None:
        if sign == "*":
            self._state = self._state._replace(starred=True)
        elif sign in "\r\n":
            self._end_paragraph()
        elif self._to_skip:
            self._to_skip -= 1
        else:
            self._write(_SIGNS.get(sign, ""))

    def _read_word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "u" and number is not None:
            self._read_unicode(number % 65536)
            return
        if state.starred:
            self._state = state = state._replace(starred=False)
            if word not in _READ_THOUGH_STARRED:
                self._state = state._replace(skips=True)
                return
        if word == "fonttbl":
            self._state = state._replace(skips=True, in_fonts=True)
        elif state.in_fonts:
            if word == "f":
                self._font = number or 0
            elif word == "fcharset" and number in _CHARSETS:
                self._fonts[self._font] = _codec_of(_CHARSETS[number])
        elif word in _SKIPPED:
            self._flush()
            self._state = self._state._replace(skips=True)
        elif word == "ansicpg":
            self._default = _codec_of(number or 1252)
        elif word in ("mac", "pc", "pca"):
            self._default = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif not state.skips:
            self._read_layout(word, number)

    def _read_layout(self, word: str, number: int | None) -> None:
        """Read a control word within text."""
        on = number != 0
        if word in _WORDS:
            self._write(_WORDS[word])
        elif word in _ENDS:
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._flush()
            if not self._in_row:
                self.builder.open_row()
                self._in_row = True
            self.builder.end_cell()
        elif word in ("row", "nestrow"):
            self._flush()
            self.builder.end_row()
            self._in_row = False
        elif word in ("b", "v", "deleted", "f", "plain", "pard", "intbl", "uc"):
            self._flush()
            state = self._state
            changes: dict[str, _State] = {
                "b": state._replace(bold=on),
                "v": state._replace(hidden=on),
                "deleted": state._replace(deleted=on),
                "f": state._replace(codec=self._fonts.get(number or 0, "")),
                "plain": state._replace(bold=False, hidden=False, deleted=False),
                "pard": state._replace(in_table=False),
                "intbl": state._replace(in_table=True),
                "uc": state._replace(after_unicode=max(0, min(number or 0, 100))),
            }
            self._state = changes[word]
            if word == "intbl" and not self._in_row:
                self.builder.open_row()
                self._in_row = True

    def _read_unicode(self, code: int) -> None:
        self._flush()
        self._to_skip = self._state.after_unicode
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        self._write(chr(code))

    def _end_paragraph(self) -> None:
        self._flush()
        if self._state.skips:
            return
        if self._in_row and not self._state.in_table:
            self.builder.end_row()  # a table that is cut off
            self._in_row = False
        self.builder.end_paragraph()

    def _flush(self) -> None:
        """Decode the characters of a code page that were gathered."""
        if self._bytes:
            text = bytes(self._bytes).decode(self._state.codec or self._default, "replace")
            self._bytes.clear()
            self._put(text)

    def _write(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.skips or state.deleted:
            return
        if state.hidden:
            self.hidden += bool(text.strip())
            return
        self.builder.write(text, bold=state.bold)


def _codec_of(page: int) -> str:
    """Name the codec of a code page; Windows-1252 where Python has none."""
    name = _CODECS.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
