"""Tolerant JSON decoder: raw line breaks in strings, numbers of any length, and JSON Lines."""

from __future__ import annotations

import json
import re
from typing import Any

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.json_family.unrecognised import EXTRA_DATA, describe_syntax_error
from nuggets.formats.lines import line_number

TEXT_AFTER = "text after the end of the JSON; if the file holds several talks, part them"
"""The reason of an error."""

_BLANKS = re.compile(r"[ \t\r\n]*+")
_LINE_ENDS = frozenset("\r\n")
_LONG_LINE = 500  # characters after which an error names the column, too; by eye


def load_json(text: str, *, may_be_lines: bool) -> Any:
    """Parse JSON; a raw line break within a string is accepted.

    Args:
        text: The JSON.
        may_be_lines: Whether JSON Lines, one object below the other, are read as a list.

    Raises:
        json.JSONDecodeError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    try:
        return _decode(text, json.JSONDecoder(strict=False), may_be_lines=may_be_lines)
    except json.JSONDecodeError:
        raise
    except ValueError:
        decoder = json.JSONDecoder(strict=False, parse_int=_to_number)
        return _decode(text, decoder, may_be_lines=may_be_lines)


def _decode(text: str, decoder: json.JSONDecoder, *, may_be_lines: bool) -> Any:
    """Parse one JSON text, or JSON Lines as a list."""
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        if not may_be_lines or not error.msg.startswith(EXTRA_DATA):
            raise
    values: list[Any] = []
    at = _start_of(text, 0)
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        at = _start_of(text, end)
        is_parted = at == len(text) or not _LINE_ENDS.isdisjoint(text[end:at])
        if not isinstance(value, dict) or not is_parted:
            raise json.JSONDecodeError(EXTRA_DATA, text, end)
        values.append(value)
    return values


def _start_of(text: str, at: int) -> int:
    """Find the offset after the white space at an offset."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _to_number(digits: str) -> int | float:
    """Convert digits; more than Python converts to an integer become infinity."""
    try:
        return int(digits)
    except ValueError:
        return float(digits)


def error_at_offset(source: str, format: str, at: int, reason: str) -> MalformedTranscriptError:
    """Make an error about an offset; on a very long line it names the column, too."""
    before = source[max(0, at - _LONG_LINE) : at]
    if len(before) == _LONG_LINE and "\n" not in before:
        begin = source.rfind("\n", 0, at) + 1
        reason = f"{reason}; that is at character {at - begin + 1} of the line"
    return MalformedTranscriptError(format, line_number(source, at), reason)


def syntax_error(source: str, format: str, *, may_be_lines: bool) -> MalformedTranscriptError:
    """Make the error about a text that is not JSON, with the line."""
    try:
        load_json(source, may_be_lines=may_be_lines)
    except json.JSONDecodeError as error:
        reason = describe_syntax_error(error)
        if error.msg.startswith(EXTRA_DATA):
            reason = TEXT_AFTER
        return error_at_offset(source, format, error.pos, reason)
    except RecursionError:
        pass
    return MalformedTranscriptError(format, None, "the JSON breaks off, or is nested too deeply")
