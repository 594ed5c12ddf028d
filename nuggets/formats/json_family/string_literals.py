r"""JSON string literals with source offsets: decoded, each run of escapes a piece of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nuggets.formats.turns import Piece

_ESCAPES = re.compile(
    r"(?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})++"
    r"|(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})++"
    r"|\\u[0-9a-fA-F]{4}|(?:\\[^u])++|\\",
    re.DOTALL,
)
_JSON = json.JSONDecoder(strict=False)
_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")
_SHORT = 24  # characters of escapes that are likely to recur: two pairs of surrogates


def decode_literal(raw: str) -> str:
    """Decode the characters between the quotation marks of a literal.

    An unpaired surrogate becomes U+FFFD.

    Raises:
        ValueError: It holds an escape that JSON does not have.
    """
    if "\\" not in raw:
        return raw
    text: str = _JSON.decode(f'"{raw}"')
    return _HALF_OF_A_PAIR.sub("\ufffd", text)


_decode_short = lru_cache(maxsize=1024)(decode_literal)


def split_literal(
    source: str,
    start: int,
    end: int,
    *,
    blank: str = "",
    start_ms: int | None = None,
    end_ms: int | None = None,
) -> list[Piece]:
    """Split a string literal where its escapes begin and end.

    Args:
        source: The source.
        start: Offset after the opening quotation mark.
        end: Offset of the closing one.
        blank: The separator before the first piece.
        start_ms: Start time of all pieces.
        end_ms: End time of all pieces.

    Returns:
        The pieces, without white space around them all; none where the string is blank. Within a
        piece of escapes, each takes the same number of characters of the source.

    Raises:
        ValueError: It holds an escape that JSON does not have.
    """
    if source.find("\\", start, end) < 0:
        raw = source[start:end]
        text = raw.strip()
        if not text:
            return []
        start += len(raw) - len(raw.lstrip())
        return [Piece(blank, text, start, start + len(text), start_ms, end_ms)]
    pieces: list[Piece] = []
    at = start
    for match in _ESCAPES.finditer(source, start, end):
        begin, until = match.span()
        if begin > at:
            pieces.append(Piece("", source[at:begin], at, begin, start_ms, end_ms))
        decode = _decode_short if until - begin <= _SHORT else decode_literal
        pieces.append(Piece("", decode(match.group()), begin, until, start_ms, end_ms))
        at = until
    if at < end:
        pieces.append(Piece("", source[at:end], at, end, start_ms, end_ms))
    pieces = strip_pieces(pieces)
    if pieces:
        pieces[0] = pieces[0]._replace(blank=blank)
    return pieces


def slice_pieces(pieces: Sequence[Piece], cuts: Sequence[int]) -> Iterator[list[Piece]]:
    """Split pieces that have no separators between them.

    Args:
        pieces: In order.
        cuts: Offset in their joined text at which each part begins; the first is 0.

    Yields:
        The pieces of each part; a piece across a cut is split in two.
    """
    i = within = at = 0
    for until in (*cuts[1:], None):
        part: list[Piece] = []
        while i < len(pieces) and (until is None or at < until):
            piece = pieces[i]
            rest = len(piece.text) - within
            take = rest if until is None else min(rest, until - at)
            if take == len(piece.text):
                part.append(piece)
            else:
                part.append(_slice_piece(piece, within, within + take))
            at += take
            within += take
            if take == rest:
                i, within = i + 1, 0
        yield part


def strip_pieces(pieces: list[Piece]) -> list[Piece]:
    """Remove the white space around pieces, with the pieces that hold nothing else."""
    first, last = 0, len(pieces)
    while last > first and pieces[last - 1].text.isspace():
        last -= 1
    while first < last and pieces[first].text.isspace():
        first += 1
    kept = pieces[first:last]
    if kept:
        text = kept[0].text
        if text[0].isspace():
            kept[0] = _slice_piece(kept[0], len(text) - len(text.lstrip()), len(text))
        text = kept[-1].text
        if text[-1].isspace():
            kept[-1] = _slice_piece(kept[-1], 0, len(text.rstrip()))
    return kept


def _slice_piece(piece: Piece, begin: int, until: int) -> Piece:
    """Slice a piece by offsets in its text."""
    blank, text, start, end, start_ms, end_ms = piece
    width = (end - start) // len(text)
    end, start = start + until * width, start + begin * width
    return Piece(blank, text[begin:until], start, end, start_ms, end_ms)
