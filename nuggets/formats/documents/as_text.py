"""The visible text of a document, read as plain text is: with labels, or as prose without."""

from __future__ import annotations

import re

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.documents.visible_text import View
from nuggets.formats.format import Parsed
from nuggets.formats.lines import line_bounds, line_number
from nuggets.formats.text.labelled_lines import parse_marked
from nuggets.formats.text.plain import NAME, PLAIN
from nuggets.formats.text.prose import PROSE, parse_all

_LINE = re.compile(r"line (?P<number>[0-9]+): ")
_LONG_LINE = 2000  # characters, above which the number of a line says little


def read_shown(text: str, *, keep_noise: bool, is_marked: bool | None = None) -> Parsed:
    """Read a visible text.

    Args:
        text: What a reader sees of a document.
        keep_noise: Whether all that may be speech is read as speech.
        is_marked: Whether it marks speakers or times; None: find out.
    """
    if PLAIN.looks_like(text) if is_marked is None else is_marked:
        return parse_marked(text, format=NAME, keep_noise=keep_noise)
    return parse_all(text) if keep_noise else PROSE.parse(text)


def read_view(
    view: View, source: str, *, format: str, keep_noise: bool, is_marked: bool | None = None
) -> Parsed:
    """Read a visible text; errors and warnings name the lines of its source.

    Args:
        view: What a reader sees of a document.
        source: The document.
        format: Name of the format that it is read as, for errors.
        keep_noise: Whether all that may be speech is read as speech.
        is_marked: Whether it marks speakers or times; None: find out.

    Raises:
        TranscriptError: As readers of plain text do.
    """
    try:
        parsed = read_shown(view.text, keep_noise=keep_noise, is_marked=is_marked)
    except MalformedTranscriptError as error:
        if error.line is None:
            raise
        line, within = _to_line(error.line, view, source)
        raise MalformedTranscriptError(format, line, within + error.reason) from error
    except UnknownFormatError as error:
        raise UnknownFormatError(_relocate(str(error), view, source)) from error
    warnings = tuple(_relocate(warning, view, source) for warning in parsed.warnings)
    return Parsed(parsed.turns, parsed.left_out, warnings)


def _relocate(message: str, view: View, source: str) -> str:
    """Write the line of the source in place of that of the visible text."""
    match = _LINE.match(message)
    if match is None:
        return message
    line, within = _to_line(int(match["number"]), view, source)
    return f"line {line}: {within}{message[match.end() :]}"


def _to_line(number: int, view: View, source: str) -> tuple[int, str]:
    """Find a line of the visible text in the source.

    Returns:
        Its number there, and where in it, if it is so long that the number says little.
    """
    start, end = line_bounds(view.text, number)
    place = view.place(start, end)
    at = place[0] if place else 0
    line = line_number(source, at)
    begin, until = line_bounds(source, line)
    if until - begin <= _LONG_LINE:
        return line, ""
    return line, f"from its character {at - begin + 1} on, "
