"""The bytes of a file to a Transcript: unpack, decode, detect the format, parse."""

from __future__ import annotations

import hashlib

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError, UnknownFormatError
from nuggets.formats.archives import describe_chosen_file, unpack
from nuggets.formats.containers.container import Container, Extracted
from nuggets.formats.containers.finding import find_container
from nuggets.formats.containers.page_messages import relocate, to_page
from nuggets.formats.decoding import decode
from nuggets.formats.documents.visible_text import to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.format_detection import detect_document_format, detect_format, find_format
from nuggets.formats.unsupported import refuse_other_files
from nuggets.values import Transcript


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
    container = find_container(content)
    extracted = _extract(content, container, encoding)
    text = extracted.read_text
    if not text or text.isspace():
        raise EmptyTranscriptError("nothing but white space in the file")
    if chosen is None and container and container.is_document:
        chosen = detect_document_format(text, container.name)
    chosen = chosen or detect_format(text)
    parsed = _parse(chosen, extracted, keep_noise=keep_noise)
    if not parsed.turns:
        raise EmptyTranscriptError(
            f"no words of a talk in the file (read as {chosen.name}): only labels, times or "
            "what a web page puts around them"
        )
    return Transcript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=chosen.name,
        encoding=extracted.encoding or (container.name if container else ""),
        source=extracted.text,
        turns=parsed.turns,
        left_out=parsed.left_out,
        warnings=(*describe_chosen_file(data), *extracted.warnings, *parsed.warnings),
        keeps_noise=keep_noise,
        page_lines=extracted.page_lines,
        names_read_as=parsed.names_read_as,
    )


def _extract(content: bytes, container: Container | None, encoding: str | None) -> Extracted:
    """Take the text out of a file: decode it, or extract it from its container."""
    if container is None:
        decoded = decode(content, encoding=encoding)
        return Extracted(decoded.text, decoded.warnings, encoding=decoded.encoding)
    extracted = container.extract(content)
    if encoding is None:
        return extracted
    unused = f"{container.title} says itself how it is encoded, so --encoding is left out"
    return extracted.with_warning(unused)


def _parse(chosen: Format, extracted: Extracted, *, keep_noise: bool) -> Parsed:
    """Parse what is read of a text; places are those in the whole text."""
    parse = chosen.parse_all if keep_noise and chosen.parse_all else chosen.parse
    visible = extracted.visible
    if visible is None:
        return parse(extracted.text)
    try:
        parsed = to_source(parse(visible.text), visible, extracted.left_out)
    except MalformedTranscriptError as error:
        line, page = to_page(error.line, extracted)
        raise MalformedTranscriptError(error.format, line, page + error.reason) from error
    except UnknownFormatError as error:
        raise UnknownFormatError(relocate(str(error), extracted)) from error
    warnings = tuple(relocate(warning, extracted) for warning in parsed.warnings)
    return Parsed(parsed.turns, parsed.left_out, warnings, parsed.names_read_as)
