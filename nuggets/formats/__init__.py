"""Recognises how a transcript is written, by its content alone, and reads it.

Bytes in, a Transcript out; files are opened by the doors.
"""

from __future__ import annotations

import hashlib

from nuggets.errors import EmptyTranscriptError, UnknownFormatError
from nuggets.formats.decoding import decode
from nuggets.formats.foreign import refuse_other_files, refuse_other_texts
from nuggets.formats.format import Format, Parsed
from nuggets.formats.plain import PLAIN
from nuggets.formats.prose import PROSE
from nuggets.formats.qmsum import QMSUM
from nuggets.values import Transcript

__all__ = ["FORMATS", "Format", "Parsed", "find_format", "parse_transcript", "recognise"]

FORMATS: tuple[Format, ...] = (QMSUM, PLAIN, PROSE)
"""All formats that are read, the most particular first."""

_NAMES = ", ".join(known.name for known in FORMATS)

_TEXTS = frozenset((PLAIN, PROSE))
"""Formats that any text would fit, so what is visibly something else is refused before them."""


def parse_transcript(
    data: bytes, *, name: str, format: str | None = None, encoding: str | None = None
) -> Transcript:
    """Read a transcript from the bytes of its file.

    Args:
        data: The whole file.
        name: Name of the file without its folder; it says nothing about the format.
        format: Name of the format to read it as; None: recognise it.
        encoding: Name of its encoding; None: find out.

    Raises:
        TranscriptError: It cannot be read, is of no known kind, breaks off, or holds no speech.
        OptionError: There is no such encoding.
    """
    chosen = None if format is None else find_format(format)
    if not data:
        raise EmptyTranscriptError("the file is empty")
    refuse_other_files(data)
    decoded = decode(data, encoding=encoding)
    if not decoded.text or decoded.text.isspace():
        raise EmptyTranscriptError("nothing but white space in the file")
    if chosen is None:
        chosen = recognise(decoded.text)
    parsed = chosen.parse(decoded.text)
    if not parsed.turns:
        raise EmptyTranscriptError(
            f"no words of a talk in the file (read as {chosen.name}): only labels, times or "
            "what a web page puts around them"
        )
    return Transcript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=chosen.name,
        encoding=decoded.encoding,
        source=decoded.text,
        turns=parsed.turns,
        left_out=parsed.left_out,
        warnings=(*decoded.warnings, *parsed.warnings),
    )


def find_format(name: str) -> Format:
    """Find a format by its name.

    Raises:
        UnknownFormatError: There is none of that name.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    raise UnknownFormatError(f"no format of that name; the formats that are read: {_NAMES}")


def recognise(source: str) -> Format:
    """Tell how a text is written, by its content alone.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    for known in FORMATS:
        if known in _TEXTS:
            refuse_other_texts(source, known=_NAMES)
        if known.looks_like(source):
            return known
    return PROSE
