"""Recognises how a transcript is written, by its content alone, and reads it.

Bytes in, a Transcript out; files are opened by the doors.
"""

from __future__ import annotations

import hashlib

from nuggets.errors import EmptyTranscriptError, OptionError
from nuggets.formats.archives import is_word, tell_chosen, unpack
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.decoding import decode
from nuggets.formats.documents import DOCUMENTS
from nuggets.formats.documents.docx import DOCX, has_named_rows
from nuggets.formats.documents.markdown import MARKDOWN
from nuggets.formats.documents.teams import TEAMS_DOCX
from nuggets.formats.documents.word import decode_word
from nuggets.formats.foreign import (
    refuse_other_captions,
    refuse_other_files,
    refuse_other_texts,
)
from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family import JSON_FAMILY
from nuggets.formats.text import TEXTS
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.prose import PROSE
from nuggets.formats.text.rows import WHISPER_TEXT
from nuggets.formats.text.table import CSV
from nuggets.formats.text.zoom import ZOOM
from nuggets.values import Transcript

__all__ = ["FORMATS", "Format", "Parsed", "find_format", "parse_transcript", "recognise"]

FORMATS: tuple[Format, ...] = (*JSON_FAMILY, TEAMS_DOCX, *CAPTIONS, *DOCUMENTS, *TEXTS)
"""All formats that are read, the most particular first.

Teams' older documents have times with an arrow between, as captions do, and a name below each.
"""

_ENCODED = ("a Word document says itself how it is encoded, so --encoding is left out",)
_NAMES = ", ".join(known.name for known in FORMATS)


def parse_transcript(
    data: bytes,
    *,
    name: str,
    format: str | None = None,
    encoding: str | None = None,
    keep_noise: bool = False,
) -> Transcript:
    """Read a transcript from the bytes of its file.

    Args:
        data: The whole file.
        name: Name of the file without its folder; it says nothing about the format.
        format: Name of the format to read it as; None: recognise it.
        encoding: Name of its encoding; None: find out.
        keep_noise: Whether lines that look like page noise are read as speech.

    Raises:
        TranscriptError: It cannot be read, is of no known kind, breaks off, or holds no speech.
        OptionError: There is no such format or encoding.
    """
    chosen = None if format is None else find_format(format)
    if not data:
        raise EmptyTranscriptError("the file is empty")
    content = unpack(data)
    refuse_other_files(content)
    word = is_word(content)
    decoded = decode_word(content) if word else decode(content, encoding=encoding)
    if not decoded.text or decoded.text.isspace():
        raise EmptyTranscriptError("nothing but white space in the file")
    if chosen is None:
        chosen = recognise_word(decoded.text) if word else recognise(decoded.text)
    parse = chosen.parse_all if keep_noise and chosen.parse_all else chosen.parse
    parsed = parse(decoded.text)
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
        warnings=(
            *tell_chosen(data),
            *(_ENCODED if word and encoding else ()),
            *decoded.warnings,
            *parsed.warnings,
        ),
        keeps_noise=keep_noise,
    )


def find_format(name: str) -> Format:
    """Find a format by its name.

    Raises:
        OptionError: There is none of that name.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    raise OptionError(f"no format of that name; the formats that are read: {_NAMES}")


def recognise(source: str) -> Format:
    """Tell how a text is written, by its content alone.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    refuse_other_captions(source)
    for known in FORMATS:
        if known is WHISPER_TEXT:  # any text fits all but a table, so what is none is refused first
            refuse_other_texts(source)
        if known.looks_like(source):
            return known
    return PROSE


def recognise_word(source: str) -> Format:
    """Tell how the text of a Word document is written; a tab in it is the edge of a table's cell.

    Raises:
        TranscriptError: It is visibly of a kind that is not read.
    """
    found = recognise(source)
    is_table = found in (ZOOM, MARKDOWN) and has_named_rows(source)
    return DOCX if is_table or found in (PLAIN, PROSE, CSV) else found
