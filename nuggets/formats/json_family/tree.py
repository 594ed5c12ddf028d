"""JSON as Python values that know where they stand in the source.

Python's json module does not say where a string stands. So the source is scanned once: each
string that is a value is replaced by its number, and each object gets its place as a member more.
What json then reads is as fast as ever, and a string's text and place are looked up when asked for.
"""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from nuggets.errors import MalformedTranscriptError, OptionError
from nuggets.formats.json_family.escapes import cut_string, decode_string
from nuggets.formats.lines import Piece, line_number
from nuggets.timecode import parse_clock

Node: TypeAlias = dict[str, Any]
"""An object of JSON; a string in it is the number of a string of the source."""

_PLACE = "{"  # the member that tells where an object stands
_TOKEN = re.compile(
    r'"(?:[^"\\]++|\\.)*+(?:"|\\?+\Z)([ \t\r\n]*+:)?+|\{([ \t\r\n]*+\})?+', re.DOTALL
)
_BLANKS = re.compile(r"[ \t\r\n]*+")
_FINER = re.compile(r"(?<=[.,][0-9]{3})[0-9]{1,6}\Z")  # than a millisecond
_LINE_ENDS = frozenset("\r\n")
_MORE = "Extra data"  # as json calls it
TEXT_AFTER = "text after the end of the JSON; if the file holds several talks, part them"
_LONG_LINE = 500  # characters, after which a line alone is no place to look at
MOST_MS = 10**12  # thirty years; more is no time of a recording


@dataclass(frozen=True, slots=True)
class Tree:
    """A JSON text that was read.

    Attributes:
        format: Name of the format, for errors.
        source: The text.
        root: Its value: an object or a list.
    """

    format: str
    source: str
    root: Any
    _starts: array[int] = field(repr=False)
    _ends: array[int] = field(repr=False)

    def malformed(self, node: Any, reason: str) -> MalformedTranscriptError:
        """Make the error that says what is wrong with a value, and on which line it stands."""
        at = self.place(node)
        if at is None and node is self.root:
            at = len(self.source) - len(self.source.lstrip())
        if at is None:
            return MalformedTranscriptError(self.format, None, reason)
        return _malformed_at(self.source, self.format, at, reason)

    def place(self, node: Any) -> int | None:
        """Tell where an object, a string, or the first of them in a list begins."""
        within = [node]
        while within:
            node = within.pop()
            if isinstance(node, list):
                within += reversed(node)
            elif isinstance(node, str):
                return self._starts[int(node)]
            elif isinstance(node, dict):
                at = node.get(_PLACE)  # which the source may call something else so
                if isinstance(at, int) and 0 <= at < len(self.source):
                    return at
        return None

    def span(self, value: str) -> tuple[int, int]:
        """Tell where a string begins and ends, its quotation marks included."""
        return self._starts[int(value)], self._ends[int(value)]

    def top(self) -> Node:
        """Give the object that all of the text is."""
        if not isinstance(self.root, dict):
            raise self.malformed(self.root, "expected an object around all of the JSON")
        return self.root

    def get_list(self, node: Node, key: str) -> list[Any]:
        """Give a list; empty where it is missing or null."""
        value = node.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.malformed(node, f'"{key}" must be a list')
        return value

    def get_objects(self, node: Node, key: str) -> list[Node]:
        """Give a list of objects; empty where it is missing or null."""
        return self.as_objects(self.get_list(node, key), key, node)

    def as_objects(self, values: list[Any], what: str, around: Any) -> list[Node]:
        """Take a list as one of objects."""
        before = around
        for value in values:
            if not isinstance(value, dict):
                place = before if self.place(value) is None else value
                raise self.malformed(place, f'"{what}" must be a list of objects')
            before = value
        return values

    def get_object(self, node: Node, key: str) -> Node | None:
        """Give an object; None where it is missing or null."""
        value = node.get(key)
        if value is None or isinstance(value, dict):
            return value
        raise self.malformed(node, f'"{key}" must be an object')

    def get_string(self, node: Node, key: str) -> str | None:
        """Give the number of a string; None where it is missing or null."""
        value = node.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.malformed(node, f'"{key}" must be a text')

    def get_text(self, node: Node, key: str) -> str | None:
        """Give the text of a string; None where it is missing or null."""
        value = self.get_string(node, key)
        return None if value is None else self.text(value)

    def get_name(self, node: Node, key: str) -> str | None:
        """Give a speaker as the source writes it, a number in its digits; None if it is blank."""
        value = node.get(key)
        if isinstance(value, str):
            return " ".join(self.text(value).split()) or None
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.malformed(node, f'"{key}" must be a text or a whole number')
        return str(value)

    def get_ms(self, node: Node, key: str, *, unit_ms: float = 1000) -> int | None:
        """Give a time in milliseconds.

        Args:
            node: The object.
            key: Its member: a number, alone or as a text (perhaps with an `s`), or a clock.
            unit_ms: Milliseconds in one unit of the number.

        Returns:
            None where it is missing, null, blank, negative or no number (NaN).
        """
        return self.as_ms(node.get(key), node, key, unit_ms=unit_ms)

    def as_ms(self, value: Any, node: Node, key: str, *, unit_ms: float = 1000) -> int | None:
        """Take a value as a time, as `get_ms` does; `node` and `key` are for the error."""
        if value is None:
            return None
        if isinstance(value, str):
            text = self.text(value).strip()
            if not text:
                return None
            try:
                if ":" in text:
                    return parse_clock(_FINER.sub("", text))
                value = float(text.removesuffix("s"))
            except (ValueError, OptionError) as error:
                raise self.malformed(node, f'"{key}" must be a time') from error
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.malformed(node, f'"{key}" must be a time')
        if not 0 <= value <= MOST_MS / unit_ms:  # compared before it is multiplied: it may be 1e999
            return None
        return round(value * unit_ms)

    def text(self, value: str) -> str:
        """Give the text of a string."""
        i = int(value)
        try:
            return decode_string(self.source[self._starts[i] + 1 : self._ends[i] - 1])
        except ValueError as error:
            raise self._bad_escape(value) from error

    def pieces(
        self,
        value: str,
        blank: str = " ",
        start_ms: int | None = None,
        end_ms: int | None = None,
    ) -> list[Piece]:
        """Give the words of a string, without white space around them; none if it is blank.

        Args:
            value: The number of the string.
            blank: What stands before them in the text of the turn.
            start_ms: Their time.
            end_ms: When they end.
        """
        i = int(value)
        try:
            return cut_string(
                self.source,
                self._starts[i] + 1,
                self._ends[i] - 1,
                blank=blank,
                start_ms=start_ms,
                end_ms=end_ms,
            )
        except ValueError as error:
            raise self._bad_escape(value) from error

    def _bad_escape(self, value: str) -> MalformedTranscriptError:
        return self.malformed(value, "a text with an escape that JSON does not know")


def read_tree(source: str, format: str, *, may_be_lines: bool = False) -> Tree:
    """Read a JSON text.

    Args:
        source: The text.
        format: Name of the format that it is read as, for errors.
        may_be_lines: Whether several objects, one below the other, are read as a list of them.

    Raises:
        MalformedTranscriptError: It is not JSON, or nested too deeply.
    """
    starts, ends = array("q"), array("q")

    def number(match: re.Match[str]) -> str:
        token = match.group()
        if token[0] == "{":
            return f'{{"{_PLACE}":{match.start()}{"," if match[2] is None else "}"}'
        if match[1] is not None:
            return token
        starts.append(match.start())
        ends.append(match.end())
        return f'"{len(starts) - 1}"'

    numbered = _TOKEN.sub(number, source)
    try:
        root = _loads(numbered, may_be_lines=may_be_lines)
    except json.JSONDecodeError as error:
        raise _broken(source, format, may_be_lines=may_be_lines) from error
    except RecursionError as error:
        raise MalformedTranscriptError(format, None, "the JSON is nested too deeply") from error
    if not isinstance(root, dict | list):
        raise MalformedTranscriptError(format, 1, "expected a JSON object or list")
    return Tree(format, source, root, starts, ends)


def _loads(text: str, *, may_be_lines: bool) -> Any:
    """Read JSON; a line break within a string is plain enough."""
    try:
        return _decode(text, json.JSONDecoder(strict=False), may_be_lines=may_be_lines)
    except json.JSONDecodeError:
        raise
    except ValueError:
        decoder = json.JSONDecoder(strict=False, parse_int=_to_number)
        return _decode(text, decoder, may_be_lines=may_be_lines)


def _decode(text: str, decoder: json.JSONDecoder, *, may_be_lines: bool) -> Any:
    """Read one JSON text, or several objects as a list."""
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        if not may_be_lines or not error.msg.startswith(_MORE):
            raise
    values: list[Any] = []
    at = _start_of(text, 0)
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        at = _start_of(text, end)
        is_parted = at == len(text) or not _LINE_ENDS.isdisjoint(text[end:at])
        if not isinstance(value, dict) or not is_parted:
            raise json.JSONDecodeError(_MORE, text, end)
        values.append(value)
    return values


def _start_of(text: str, at: int) -> int:
    """Find where the white space of JSON at a place ends."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _to_number(digits: str) -> int | float:
    """Read a whole number; one that is too long to be exact is infinite."""
    try:
        return int(digits)
    except ValueError:
        return float(digits)


def _malformed_at(source: str, format: str, at: int, reason: str) -> MalformedTranscriptError:
    """Make an error about a place; on a very long line its character is told, too."""
    before = source[max(0, at - _LONG_LINE) : at]
    if len(before) == _LONG_LINE and "\n" not in before:
        begin = source.rfind("\n", 0, at) + 1
        reason = f"{reason}; that is at character {at - begin + 1} of the line"
    return MalformedTranscriptError(format, line_number(source, at), reason)


def _broken(source: str, format: str, *, may_be_lines: bool) -> MalformedTranscriptError:
    """Say where a JSON text breaks off."""
    try:
        _loads(source, may_be_lines=may_be_lines)
    except json.JSONDecodeError as error:
        reason = f"the JSON breaks off here: {error.msg[:1].lower()}{error.msg[1:]}"
        if error.msg.startswith(_MORE):
            reason = TEXT_AFTER
        return _malformed_at(source, format, error.pos, reason)
    except RecursionError:
        pass
    return MalformedTranscriptError(format, None, "the JSON breaks off, or is nested too deeply")
