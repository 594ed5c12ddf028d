"""PDF: the words of its pages, extracted in a process with limits, and put into lines.

Page heads, feet, line numbers, footnotes and a word index are left out; condensed sheets and
columns are read in their order. Each place is known by page and line, as lawyers cite it.
"""

from __future__ import annotations

import importlib.util
import json
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nuggets.errors import EmptyTranscriptError, TranscriptError, UnknownFormatError
from nuggets.formats.containers.container import Extracted
from nuggets.formats.containers.pdf_lines import Word
from nuggets.formats.containers.pdf_pages import find_pages
from nuggets.formats.containers.pdf_text import build_text

NAME = "pdf"

_LIBRARY = "pypdfium2"
_CHILD = Path(__file__).with_name("pdf_child.py")
_MAX_SECONDS = 120  # that the process may take; by eye, as are the others
_BEGIN = 1024  # bytes in which the signature may stand, as readers of PDF agree
_MIN_CHARS = 25  # per page; a scanned page has a stamp at most
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x1f]")
_MAX_UNREADABLE = 0.2  # share of such characters
_SPLIT = "split it, or print the pages of the talk to a new PDF"
_REPAIR = "open it in a viewer and print it to a new PDF"
_FAULTS = {
    "encrypted": "the PDF is encrypted; open it with its password and print it to a new PDF",
    "damaged": f"the PDF is damaged; {_REPAIR}, or copy it again",
    "long": f"the PDF holds more pages or characters than any talk has; {_SPLIT}",
    "time": f"reading the PDF takes too much time; {_SPLIT}",
    "memory": f"reading the PDF takes too much memory; {_SPLIT}",
    "killed": "what reads the PDF was killed, as a system does that is short of memory; close "
    f"other programs, or {_SPLIT}",
}


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF."""
    return b"%PDF-" in data[:_BEGIN] and (data.startswith(b"%PDF-") or b"\0" in data)


def extract_pdf(data: bytes) -> Extracted:
    """Extract the text of a PDF.

    Raises:
        TranscriptError: The library is missing; the PDF is damaged, encrypted, too large, or has
            no text.
    """
    if importlib.util.find_spec(_LIBRARY) is None:
        raise UnknownFormatError(
            "looks like a PDF; what reads PDFs is not installed: `pip install 'nuggets[pdf]'`"
        )
    sheets = _read_sheets(data)
    _refuse_without_text(sheets)
    extracted = build_text(find_pages(sheets))
    empty = sum(not words for words in sheets)
    if not empty:
        return extracted
    warning = f"of the PDF's {len(sheets)} pages {empty} have no text; they may be scanned"
    return extracted.with_warning(warning)


def _read_sheets(data: bytes) -> list[list[Word]]:
    """Read the words of each page in a process of its own."""
    command = [sys.executable, "-E", "-s", str(_CHILD), json.dumps(sys.path)]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and a file beside this one
            command, input=data, capture_output=True, timeout=_MAX_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TranscriptError(_FAULTS["time"]) from error
    if done.returncode:
        raise TranscriptError(_describe_end(done.returncode))
    found: dict[str, Any] = json.loads(done.stdout)
    if "fault" in found:
        raise TranscriptError(_FAULTS[found["fault"]])
    return [_to_words(texts, places) for _, _, texts, places in found["pages"]]


def _describe_end(code: int) -> str:
    """Describe why the process ended before it was done, by its exit code.

    Args:
        code: Negative where a signal ended it, as `subprocess` has it.
    """
    if code > 0:  # Python's own; Windows has codes for what are signals elsewhere
        return f"what reads PDFs failed (exit code {code}); {_REPAIR}"
    name = next((known.name for known in signal.Signals if known == -code), f"signal {-code}")
    if name == "SIGXCPU":  # its limit of CPU
        return _FAULTS["time"]
    if name in ("SIGKILL", "SIGTERM"):
        return _FAULTS["killed"]
    return (
        f"what reads PDFs broke down ({name}): the PDF is damaged, or takes too much memory; "
        f"{_REPAIR}"
    )


def _to_words(texts: Sequence[str], places: Sequence[float]) -> list[Word]:
    values = iter(places)
    return [
        Word(text, *place)
        for text, place in zip(texts, zip(values, values, values, values, strict=True), strict=True)
    ]


def _refuse_without_text(sheets: Sequence[Sequence[Word]]) -> None:
    """Refuse a PDF of pictures, or one whose letters have no meaning."""
    text = "".join(word.text for words in sheets for word in words)
    pages = f"{len(sheets)} page{'s' if len(sheets) > 1 else ''}"
    if len(text) < _MIN_CHARS * len(sheets) and len(text) < 10 * _MIN_CHARS:
        raise EmptyTranscriptError(
            f"looks like a scanned PDF: {pages} without text, only pictures of it; have the text "
            "recognised first (OCR), as with `ocrmypdf scan.pdf text.pdf`"
        )
    if len(_UNREADABLE.findall(text)) > _MAX_UNREADABLE * len(text):
        raise TranscriptError(
            "the PDF does not say what its letters mean; print it to a new PDF and have the text "
            "recognised (OCR)"
        )
