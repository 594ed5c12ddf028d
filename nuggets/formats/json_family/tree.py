"""JSON parsing with source offsets for strings and objects, which Python's json does not give.

The source is scanned once: each string that is a value is replaced by its number, and each object
gets one more member, its offset. Python's json then parses this at full speed, and the text and
the offsets of a string are looked up by its number when they are needed.
"""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from nuggets.errors import MalformedTranscriptError, OptionError
from nuggets.formats.json_family.json_decoder import error_at_offset, load_json, syntax_error
from nuggets.formats.json_family.string_literals import decode_literal, split_literal
from nuggets.formats.json_family.unrecognised import NESTED_TOO_DEEPLY
from nuggets.formats.turns import Piece
from nuggets.timecode import parse_clock

Node: TypeAlias = dict[str, Any]
"""A JSON object in which the strings are replaced by their numbers."""

_OFFSET = "{"  # key of the member that holds the offset of an object
_TOKEN = re.compile(
    r'"(?:[^"\\]++|\\.)*+(?:"|\\?+\Z)([ \t\r\n]*+:)?+|\{([ \t\r\n]*+\})?+', re.DOTALL
)
_ISO_DURATION = re.compile(  # PT1H2M3.5S
    r"PT(?:([0-9]{1,4})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,9}(?:\.[0-9]{1,12})?)S)?"
)
_BELOW_MS = re.compile(r"(?<=[.,][0-9]{3})[0-9]{1,6}\Z")  # digits finer than milliseconds
MAX_MS = 10**12  # thirty years; a larger number is no time of a recording


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed JSON text.

    Values are Python's, but a string is the number of a string literal; `text` decodes it, `span`
    gives its offsets. The `get_` methods raise MalformedTranscriptError for a value of another
    type.

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

    def error_at(self, node: Any, reason: str) -> MalformedTranscriptError:
        """Make an error about a value, with its line."""
        at = self.offset(node)
        if at is None and node is self.root:
            at = len(self.source) - len(self.source.lstrip())
        if at is None:
            return MalformedTranscriptError(self.format, None, reason)
        return error_at_offset(self.source, self.format, at, reason)

    def offset(self, node: Any) -> int | None:
        """Return the offset of an object, a string, or the first of them in a list; else None."""
        within = [node]
        while within:
            node = within.pop()
            if isinstance(node, list):
                within += reversed(node)
            elif isinstance(node, str):
                return self._starts[int(node)]
            elif isinstance(node, dict):
                at = node.get(_OFFSET)  # the source may have such a key, too
                if isinstance(at, int) and 0 <= at < len(self.source):
                    return at
        return None

    def span(self, value: str) -> tuple[int, int]:
        """Return the offsets of a string literal, quotation marks included."""
        return self._starts[int(value)], self._ends[int(value)]

    def root_object(self) -> Node:
        """Return the root, which must be an object."""
        if not isinstance(self.root, dict):
            raise self.error_at(self.root, "expected an object around all of the JSON")
        return self.root

    def root_with(self, key: str) -> Node:
        """Return the root, which must be an object with a key."""
        root = self.root_object()
        if key not in root:
            raise self.error_at(root, f'expected "{key}" at the top of the JSON')
        return root

    def get_list(self, node: Node, key: str) -> list[Any]:
        """Return the list of a key; empty where it is missing or null."""
        value = node.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error_at(node, f'"{key}" must be a list')
        return value

    def get_objects(self, node: Node, key: str) -> list[Node]:
        """Return the list of objects of a key; empty where it is missing or null."""
        return self.as_objects(self.get_list(node, key), key, node)

    def as_objects(self, values: list[Any], what: str, around: Any) -> list[Node]:
        """Make sure that a list holds only objects; `what` and `around` are for the error."""
        before = around
        for value in values:
            if not isinstance(value, dict):
                place = before if self.offset(value) is None else value
                raise self.error_at(place, f'"{what}" must be a list of objects')
            before = value
        return values

    def get_string(self, node: Node, key: str) -> str | None:
        """Return the string of a key, as its number; None where it is missing or null."""
        value = node.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.error_at(node, f'"{key}" must be a text')

    def get_text(self, node: Node, key: str) -> str | None:
        """Return the decoded string of a key; None where it is missing or null."""
        value = self.get_string(node, key)
        return None if value is None else self.text(value)

    def get_name(self, node: Node, key: str) -> str | None:
        """Return a speaker's name, white space folded, or number as digits; None if blank."""
        value = node.get(key)
        if isinstance(value, str):
            return " ".join(self.text(value).split()) or None
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.error_at(node, f'"{key}" must be a text or a whole number')
        return str(value)

    def get_ms(self, node: Node, key: str, *, unit_ms: float = 1000) -> int | None:
        """Return the time of a key in milliseconds.

        Args:
            node: The object.
            key: Of a number, of a string that holds one (perhaps with an `s`), or of a clock.
            unit_ms: Milliseconds in one unit of the number.

        Returns:
            None where it is missing, null, blank, negative, NaN or beyond any recording.
        """
        return self.as_ms(node.get(key), node, key, unit_ms=unit_ms)

    def as_ms(self, value: Any, node: Node, key: str, *, unit_ms: float = 1000) -> int | None:
        """Convert a value to a time, as `get_ms` does; `node` and `key` are for the error."""
        if value is None:
            return None
        if isinstance(value, str):
            text = self.text(value).strip()
            if not text:
                return None
            try:
                if ":" in text:
                    return parse_clock(_BELOW_MS.sub("", text))
                if duration := _ISO_DURATION.fullmatch(text):
                    hours, minutes, seconds = (float(part or 0) for part in duration.groups())
                    return round(((hours * 60 + minutes) * 60 + seconds) * 1000)
                if text.endswith("ms"):
                    value, unit_ms = float(text[:-2]), 1.0
                else:
                    value = float(text.removesuffix("s"))
            except (ValueError, OptionError) as error:
                raise self.error_at(node, f'"{key}" must be a time') from error
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error_at(node, f'"{key}" must be a time')
        if not 0 <= value <= MAX_MS / unit_ms:  # compared before it is multiplied: it may be 1e999
            return None
        return round(value * unit_ms)

    def text(self, value: str) -> str:
        """Decode a string, given by its number."""
        i = int(value)
        try:
            return decode_literal(self.source[self._starts[i] + 1 : self._ends[i] - 1])
        except ValueError as error:
            raise self._bad_escape(value) from error

    def pieces(
        self,
        value: str,
        blank: str = " ",
        start_ms: int | None = None,
        end_ms: int | None = None,
    ) -> list[Piece]:
        """Return the text of a string as pieces, without white space around it; none if blank.

        Args:
            value: The number of the string.
            blank: The separator before the first piece.
            start_ms: Start time of all pieces.
            end_ms: End time of all pieces.
        """
        i = int(value)
        try:
            return split_literal(
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
        return self.error_at(value, "a text with an escape that JSON does not know")


def read_tree(source: str, format: str, *, may_be_lines: bool = False) -> Tree:
    """Parse a JSON text.

    Args:
        source: The text.
        format: Name of the format that it is read as, for errors.
        may_be_lines: Whether JSON Lines, one object below the other, are read as a list.

    Raises:
        MalformedTranscriptError: It is not JSON, neither an object nor a list, or nested too
            deeply.
    """
    starts, ends = array("q"), array("q")

    def number(match: re.Match[str]) -> str:
        token = match.group()
        if token[0] == "{":
            return f'{{"{_OFFSET}":{match.start()}{"," if match[2] is None else "}"}'
        if match[1] is not None:
            return token
        starts.append(match.start())
        ends.append(match.end())
        return f'"{len(starts) - 1}"'

    numbered = _TOKEN.sub(number, source)
    try:
        root = load_json(numbered, may_be_lines=may_be_lines)
    except json.JSONDecodeError as error:
        raise syntax_error(source, format, may_be_lines=may_be_lines) from error
    except RecursionError as error:
        raise MalformedTranscriptError(format, None, NESTED_TOO_DEEPLY) from error
    if not isinstance(root, dict | list):
        raise MalformedTranscriptError(format, 1, "expected a JSON object or list")
    return Tree(format, source, root, starts, ends)
