"""Readers of plain text, applied to the visible text of a document; messages name source lines."""

from __future__ import annotations

import re

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.documents.visible_text import VisibleText
from nuggets.formats.format import Parsed
from nuggets.formats.lines import line_bounds, line_number
from nuggets.formats.text.labelled_lines import parse_labelled
from nuggets.formats.text.plain import NAME, PLAIN
from nuggets.formats.text.prose import parse_prose

_LINE = re.compile(r"line (?P<number>[0-9]+): ")
_LONG_LINE = 2000  # characters, above which errors also name the character; by eye


def parse_text(text: str, *, keep_noise: bool, is_labelled: bool | None = None) -> Parsed:
    """Parse a text with labels, or as prose where it has none.

    Args:
        text: The visible text of a document.
        keep_noise: Whether all that may be speech is read as speech.
        is_labelled: Whether it has labels or times; None to find out.
    """
    if PLAIN.looks_like(text) if is_labelled is None else is_labelled:
        return parse_labelled(text, format=NAME, keep_noise=keep_noise)
    return parse_prose(text, keep_noise=keep_noise)


def parse_visible_text(
    visible: VisibleText,
    source: str,
    *,
    format: str,
    keep_noise: bool,
    is_labelled: bool | None = None,
) -> Parsed:
    """Parse a visible text; errors and warnings name the lines of its source.

    Args:
        visible: The visible text of a document.
        source: The document.
        format: Name of the format that it is read as, for errors.
        keep_noise: Whether all that may be speech is read as speech.
        is_labelled: Whether it has labels or times; None to find out.

    Raises:
        TranscriptError: As the readers of plain text do.
    """
    try:
        parsed = parse_text(visible.text, keep_noise=keep_noise, is_labelled=is_labelled)
    except MalformedTranscriptError as error:
        if error.line is None:
            raise
        line, within = _to_line(error.line, visible, source)
        raise MalformedTranscriptError(format, line, within + error.reason) from error
    except UnknownFormatError as error:
        raise UnknownFormatError(_relocate(str(error), visible, source)) from error
    warnings = tuple(_relocate(warning, visible, source) for warning in parsed.warnings)
    return Parsed(parsed.turns, parsed.left_out, warnings, parsed.names_read_as)


def _relocate(message: str, visible: VisibleText, source: str) -> str:
    """Replace the line number of the visible text in a message by that of the source."""
    match = _LINE.match(message)
    if match is None:
        return message
    line, within = _to_line(int(match["number"]), visible, source)
    return f"line {line}: {within}{message[match.end() :]}"


def _to_line(number: int, visible: VisibleText, source: str) -> tuple[int, str]:
    """Find a line of the visible text in the source.

    Returns:
        Its number there, and words for the place in it, if it is very long; else "".
    """
    start, end = line_bounds(visible.text, number)
    place = visible.locate(start, end)
    at = place[0] if place else 0
    line = line_number(source, at)
    begin, until = line_bounds(source, line)
    if until - begin <= _LONG_LINE:
        return line, ""
    return line, f"from its character {at - begin + 1} on, "
