"""Words of a PDF with their places, extracted in a process of its own: PDFium with limits.

`pdf` starts this file as a program; nothing imports it. PDFium is a large library in C++ that reads
whatever strangers send, so it runs where it can neither take all memory and time nor crash more
than itself. The PDF comes on standard input, what is found goes to standard output as JSON:

{"pages": [[width, height, texts, places], ...]}     places: x, y, end, size of each word, in points
{"fault": "encrypted"}                               or "damaged", "long", "memory"
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from typing import Any

MAX_MEMORY = 2 << 30  # bytes of address space; by eye, as is the next
MAX_SECONDS = 40  # of CPU
MAX_PAGES = 5_000
MAX_WORDS = 1_000_000  # as many as in 100 hours of speech
MAX_CHARS = 10_000_000  # ten for each of these words

_HYPHEN = frozenset(("\ufffe", "\x02"))  # PDFium's marks of a hyphen at the end of a line
_UPRIGHT = math.radians(10)  # text that is turned further is a watermark or a stamp; by eye
_SIDEWAYS = (90, 270)
_LEAST_HEIGHT, _USUAL_HEIGHT, _MOST_HEIGHT = 0.7, 1.15, 2.0  # of a line, in sizes of its font


def limit_process() -> None:
    """Limit memory and time of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows; there the time is limited from outside
        return
    for kind, most in ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CPU, MAX_SECONDS)):
        hard = resource.getrlimit(kind)[1]
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (limit, hard))
        except (ValueError, OSError):  # macOS refuses to limit the address space
            continue


def extract_words(data: bytes) -> dict[str, Any]:
    """Extract the words of all pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        number = len(document)
    except pypdfium2.PdfiumError as error:
        return {"fault": "encrypted" if "password" in str(error).lower() else "damaged"}
    if not number:
        return {"fault": "damaged"}
    if number > MAX_PAGES:
        return {"fault": "long"}
    pages: list[Any] = []
    words = chars = 0
    for i in range(number):
        try:
            page = document[i]
            texts, places, count = _read_words(page, MAX_CHARS - chars)
            width, height = page.get_size()
        except pypdfium2.PdfiumError:
            return {"fault": "damaged"}
        words += len(texts)
        chars += count
        if words > MAX_WORDS or chars > MAX_CHARS:
            return {"fault": "long"}
        pages.append([round(width, 1), round(height, 1), texts, places])
        page.close()
    return {"pages": pages}


def _read_words(page: Any, most: int) -> tuple[list[str], list[float], int]:
    """Read the words of a page, and where each stands, from the top left corner of the page.

    Args:
        page: The page.
        most: Characters that it may have; of a page with more nothing is read.

    Returns:
        The words, four numbers for each, and how many characters the page has.
    """
    import pypdfium2.raw as pdfium

    words = _Words(page, pdfium)
    raw = words.raw
    letters: list[str] = []
    begin = high = 0  # of the word; the first half of a character beyond the first plane
    count = pdfium.FPDFText_CountChars(raw)
    if count > most:
        words.close()
        return [], [], count
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        letter = chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
        is_cut = letter in _HYPHEN
        if letter.isspace() or (code < 32 and not is_cut):
            words.add(letters, begin, i - 1)
            letters = []
            continue
        if not letters:
            begin = i
        letters.append("-" if is_cut else letter)
        if is_cut:
            words.add(letters, begin, i)
            letters = []
    words.add(letters, begin, count - 1)
    words.close()
    return words.texts, words.places, count


_FARTHEST = 20_000  # points; PDF allows pages of up to 14,400 (ISO 32000-1, Annex C)


class _Words:
    """The words of a page and where they stand.

    Attributes:
        raw: The text of the page, as PDFium's functions take it.
        texts: The words.
        places: Of each, where it begins and its base line, where it ends, and the size.
    """

    def __init__(self, page: Any, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._textpage = page.get_textpage()
        self.raw = self._textpage.raw
        self.texts: list[str] = []
        self.places: list[float] = []
        self._rotation = page.get_rotation()
        self._edges = page.get_cropbox()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()

    def add(self, letters: list[str], first: int, last: int) -> None:
        """Add a word; one that is turned is left out.

        Args:
            letters: Of the word.
            first: Index of its first character in the text of the page.
            last: Index of its last.
        """
        pdfium, rotation, edges, box = self._pdfium, self._rotation, self._edges, self._box
        if not letters:
            return
        angle = 0.0 if rotation else pdfium.FPDFText_GetCharAngle(self.raw, first)
        if _UPRIGHT < angle < 2 * math.pi - _UPRIGHT:
            return
        if not pdfium.FPDFText_GetCharOrigin(self.raw, first, self._x, self._y):
            return
        pdfium.FPDFText_GetLooseCharBox(self.raw, last, box)
        at, line = _turn(self._x.value, self._y.value, rotation, edges)
        corners = (box.left, box.bottom), (box.right, box.top)
        end = max(at, *(_turn(*corner, rotation, edges)[0] for corner in corners))
        height = abs(box.right - box.left if rotation in _SIDEWAYS else box.top - box.bottom)
        size = pdfium.FPDFText_GetFontSize(self.raw, first)
        if not _LEAST_HEIGHT * size < height < _MOST_HEIGHT * size:  # a scaled font
            size = height / _USUAL_HEIGHT
        if not all(abs(value) < _FARTHEST for value in (at, line, end, size)):
            return  # off any page, or not a number
        self.texts.append("".join(letters))
        self.places.extend(round(value, 1) for value in (at, line, end, size))

    def close(self) -> None:
        """Give the text of the page back to PDFium."""
        self._textpage.close()


def _turn(
    x: float, y: float, rotation: int, box: tuple[float, float, float, float]
) -> tuple[float, float]:
    """Turn a point of a page as the page is shown; the result counts from the top left corner."""
    left, bottom, right, top = box
    if rotation == 90:
        return y - bottom, x - left
    if rotation == 180:
        return right - x, y - bottom
    if rotation == 270:
        return top - y, right - x
    return x - left, top - y


if __name__ == "__main__":
    sys.path[:] = json.loads(sys.argv[1])
    limit_process()
    try:
        sys.stdout.write(json.dumps(extract_words(sys.stdin.buffer.read())))
    except MemoryError:
        sys.stdout.write('{"fault": "memory"}')
