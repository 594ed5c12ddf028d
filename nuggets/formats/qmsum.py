"""QMSum's JSON: meetings with speakers and no times (Zhong et al. 2021).

    {"meeting_transcripts": [{"speaker": "PhD A", "content": "Nice . {vocalsound}"}, ...], ...}

Python's json module does not say where a string stands, so the objects around the speech are
walked here; every value inside them is still read by that module.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Piece, build_turn, line_number
from nuggets.values import LeftOut

NAME = "qmsum"
EMPTY = "entry without words"

_KEY = "meeting_transcripts"
_LOOK = re.compile(rf'"{_KEY}"\s*:')
_BLANKS = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
_HALF_PAIR = re.compile("[\ud800-\udfff]")

_DECODER = json.JSONDecoder(
    strict=False,  # a line break within a string is plain enough
    parse_int=float,  # numbers are never used, but may be too long for an int
)


class _Value(NamedTuple):
    """A value of the JSON text and where it stands; of an object, `value` is not read."""

    value: object
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the meeting.

    Attributes:
        number: Its position in `meeting_transcripts`, from 0; what the spans of QMSum refer to.
        speaker: Who speaks; None if nobody is named.
        start: Place of its opening brace in the source.
        end: Place after its closing brace.
        pieces: The words, without white space around them; empty if there are none.
    """

    number: int
    speaker: str | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


def looks_like_qmsum(source: str) -> bool:
    """Whether a text is a JSON object with the key of QMSum's transcripts."""
    return source.lstrip()[:1] == "{" and _LOOK.search(source) is not None


def parse_qmsum(source: str) -> Parsed:
    """Read each entry that has words as a turn, also where one speaker has several in a row."""
    spoken: list[Entry] = []
    left_out: list[LeftOut] = []
    for entry in read_entries(source):
        if entry.pieces:
            spoken.append(entry)
        else:
            left_out.append(LeftOut(entry.start, entry.end, EMPTY))
    turns = tuple(build_turn(i, entry.speaker, entry.pieces) for i, entry in enumerate(spoken))
    return Parsed(turns, tuple(left_out))


def entry_numbers(source: str) -> tuple[int, ...]:
    """Tell for each turn, in order, which entry of `meeting_transcripts` it is, from 0."""
    return tuple(entry.number for entry in read_entries(source) if entry.pieces)


def read_entries(source: str) -> tuple[Entry, ...]:
    """Read all entries of the meeting, those without words too.

    Raises:
        MalformedTranscriptError: The text is not JSON, or not shaped like QMSum's.
    """
    found: tuple[Entry, ...] | None = None

    def read_member(key: str, at: int) -> int:
        nonlocal found
        if key != _KEY:
            return _read_value(source, at).end
        entries, end = _read_transcripts(source, at)
        found = tuple(entries)
        return end

    end = _walk_object(source, _skip_blanks(source, 0), read_member)
    if _skip_blanks(source, end) < len(source):
        raise _malformed(source, end, "text after the end of the JSON")
    if found is None:
        raise MalformedTranscriptError(NAME, None, f'no "{_KEY}" in the JSON')
    return found


def _read_transcripts(source: str, at: int) -> tuple[list[Entry], int]:
    """Read the array of entries that begins at a place."""
    if source[at : at + 1] != "[":
        raise _malformed(source, at, f'"{_KEY}" must be a list of entries')
    entries: list[Entry] = []
    at = _skip_blanks(source, at + 1)
    while source[at : at + 1] != "]":
        if entries:
            at = _skip_blanks(source, _expect(source, at, ","))
        entry = _read_entry(source, at, len(entries))
        entries.append(entry)
        at = _skip_blanks(source, entry.end)
    return entries, at + 1


def _read_entry(source: str, at: int, number: int) -> Entry:
    """Read the entry that begins at a place."""
    members: dict[str, _Value] = {}

    def read_member(key: str, at: int) -> int:
        members[key] = _read_value(source, at)  # of equal keys the last counts, as in json
        return members[key].end

    end = _walk_object(source, at, read_member)
    speaker = members["speaker"].value if "speaker" in members else None
    content = members.get("content")
    if content is None or not isinstance(content.value, str | None):
        raise _malformed(source, at, f'entry {number} needs a text as its "content"')
    if not isinstance(speaker, str | None):
        raise _malformed(source, at, f'entry {number} needs a text as its "speaker"')
    name = _whole(" ".join(speaker.split())) if speaker else ""
    pieces = tuple(_read_pieces(source, content)) if content.value else ()
    return Entry(number, name or None, at, end, pieces)


def _read_pieces(source: str, content: _Value) -> Iterator[Piece]:
    """Cut a string of the source at its escapes, each of which is a piece of its own."""
    pieces: list[Piece] = []
    at, end = content.start + 1, content.end - 1  # within the quotation marks
    for match in _ESCAPE.finditer(source, at, end):
        if match.start() > at:
            pieces.append(Piece("", source[at : match.start()], at, match.start()))
        char = _whole(str(json.loads(f'"{match.group()}"')))
        pieces.append(Piece("", char, match.start(), match.end()))
        at = match.end()
    if at < end:
        pieces.append(Piece("", source[at:end], at, end))
    while pieces and not pieces[-1].text.strip():
        del pieces[-1]
    while pieces and not pieces[0].text.strip():
        del pieces[0]
    for i, piece in enumerate(pieces):
        text, start = piece.text, piece.start
        if i == 0:
            text = text.lstrip()
            start += len(piece.text) - len(text)
        stripped = text.rstrip() if i == len(pieces) - 1 else text
        yield Piece("", stripped, start, piece.end - (len(text) - len(stripped)))


def _whole(text: str) -> str:
    """Put the replacement character for half of a surrogate pair, which cannot be printed."""
    return _HALF_PAIR.sub("\ufffd", text)


def _walk_object(source: str, at: int, read_member: Callable[[str, int], int]) -> int:
    """Walk the object that begins at a place; `read_member` gives the end of each value."""
    at = _skip_blanks(source, _expect(source, at, "{"))
    first = True
    while source[at : at + 1] != "}":
        if not first:
            at = _skip_blanks(source, _expect(source, at, ","))
        first = False
        key = _read_value(source, at)
        if not isinstance(key.value, str):
            raise _malformed(source, at, "expected a key in double quotes")
        at = _skip_blanks(source, _expect(source, _skip_blanks(source, key.end), ":"))
        at = _skip_blanks(source, read_member(key.value, at))
    return at + 1


def _read_value(source: str, at: int) -> _Value:
    """Read the value that begins at a place."""
    try:
        value, end = _DECODER.raw_decode(source, at)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        raise _malformed(source, error.pos, f"the JSON breaks off here: {reason}") from error
    except RecursionError as error:
        raise _malformed(source, at, "the JSON is nested too deeply") from error
    return _Value(value, at, end)


def _expect(source: str, at: int, char: str) -> int:
    """Go past a character that must stand at a place."""
    if source[at : at + 1] != char:
        raise _malformed(source, at, f"the JSON breaks off here: expected `{char}`")
    return at + 1


def _skip_blanks(source: str, at: int) -> int:
    match = _BLANKS.match(source, at)
    return match.end() if match else at


def _malformed(source: str, at: int, reason: str) -> MalformedTranscriptError:
    return MalformedTranscriptError(NAME, line_number(source, at), reason)


QMSUM = Format(NAME, looks_like_qmsum, parse_qmsum)
