"""The bytes of a file to a Transcript: unpack, decode, detect the format, parse."""

from __future__ import annotations

import hashlib

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.archives import describe_chosen_file, is_docx, unpack
from nuggets.formats.decoding import decode
from nuggets.formats.documents.docx_text import decode_docx
from nuggets.formats.format_detection import detect_docx_format, detect_format, find_format
from nuggets.formats.unsupported import refuse_other_files
from nuggets.values import Transcript

_ENCODING_NOT_USED = ("a Word document says itself how it is encoded, so --encoding is left out",)


def parse_transcript(
    data: bytes,
    *,
    name: str,
    format: str | None = None,
    encoding: str | None = None,
    keep_noise: bool = False,
) -> Transcript:
    """Parse a transcript from the bytes of its file.

    Args:
        data: The whole file.
        name: Name of the file without its folder; has no influence on the format.
        format: Name of the format to parse it as; None: detect it.
        encoding: Name of its encoding; None: detect it.
        keep_noise: Whether lines that look like noise of a page are kept as speech.

    Raises:
        TranscriptError: It cannot be read, is of an unknown format, breaks off, or holds no
            speech.
        OptionError: There is no such format or encoding.
    """
    chosen = None if format is None else find_format(format)
    if not data:
        raise EmptyTranscriptError("the file is empty")
    content = unpack(data)
    refuse_other_files(content)
    word = is_docx(content)
    decoded = decode_docx(content) if word else decode(content, encoding=encoding)
    if not decoded.text or decoded.text.isspace():
        raise EmptyTranscriptError("nothing but white space in the file")
    if chosen is None:
        chosen = detect_docx_format(decoded.text) if word else detect_format(decoded.text)
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
            *describe_chosen_file(data),
            *(_ENCODING_NOT_USED if word and encoding else ()),
            *decoded.warnings,
            *parsed.warnings,
        ),
        keeps_noise=keep_noise,
        names_read_as=parsed.names_read_as,
    )
