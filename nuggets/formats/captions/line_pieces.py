"""Splitting and joining a line of captions that is made of pieces of the source.

Character references such as `&amp;` are pieces of their own, shorter than in the source, and are
never split. Escapes of JSON are split, as each takes the same number of characters of the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.turns import Piece

_WIDTHS = frozenset((1, 2, 6, 12))  # of a character, and of those of JSON that are escaped

_MANY = 1_000  # marks in one text; by eye, as is the next: words and a label take more
_MIN_SPACING = 16  # characters from one of so many marks to the next, on average


def are_too_dense(marks: int, length: int) -> bool:
    """Whether marks stand too near to each other in a text of a length to part what is said.

    No talk has such a text; it is read whole, which bounds the time.
    """
    return marks > _MANY and marks * _MIN_SPACING > length


def join_text(pieces: Sequence[Piece]) -> str:
    """Join the text of pieces, without the separator before the first."""
    return "".join(piece.blank + piece.text for piece in pieces)[len(pieces[0].blank) :]


def split_pieces(pieces: Sequence[Piece], cuts: Sequence[int]) -> list[list[Piece]]:
    """Split a line at offsets of its text.

    Args:
        pieces: The line; separators between its pieces count as text.
        cuts: Where to split, ascending. A character reference is never split.

    Returns:
        One part more than there are cuts, without white space at the edges; some may be empty.
    """
    if len(pieces) == len(cuts) == 1 and _width(pieces[0]) == 1:
        return _cut_piece(pieces[0], cuts[0])
    if len(pieces) == 1 and _width(pieces[0]) == 1:
        return _cut_often(pieces[0], cuts)
    parts: list[list[Piece]] = [[]]
    at = done = 0
    for i, whole in enumerate(pieces):
        rest = whole
        at += len(rest.blank) if i else 0
        while done < len(cuts) and cuts[done] < at + len(rest.text):
            width = cuts[done] - at
            if width > 0:
                if not (unit := _width(rest)):
                    break
                middle = rest.start + unit * width
                parts[-1].append(rest._replace(text=rest.text[:width], end=middle))
                rest = rest._replace(blank="", text=rest.text[width:], start=middle)
                at += width
            parts.append([])
            done += 1
        parts[-1].append(rest)
        at += len(rest.text)
    parts += [[] for _ in cuts[done:]]
    return [trim_pieces(part) for part in parts]


def _cut_piece(piece: Piece, cut: int) -> list[list[Piece]]:
    """Split a single piece in two: the fast path for a label before words."""
    _, text, start, end, start_ms, end_ms = piece
    head, tail = text[:cut].strip(), text[cut:].strip()
    parts: list[list[Piece]] = [[], []]
    if head:
        at = start + text.index(head[0])
        parts[0] = [Piece(" ", head, at, at + len(head), start_ms, end_ms)]
    if tail:
        at = end - len(text[cut:].lstrip())
        parts[1] = [Piece(" ", tail, at, at + len(tail), start_ms, end_ms)]
    return parts


def _cut_often(piece: Piece, cuts: Sequence[int]) -> list[list[Piece]]:
    """Split a single piece at many offsets."""
    _, text, start, _, start_ms, end_ms = piece
    parts: list[list[Piece]] = []
    for begin, until in pairwise((0, *cuts, len(text))):
        part = text[begin:until]
        bare = part.strip()
        at = start + begin + len(part) - len(part.lstrip())
        parts.append([Piece(" ", bare, at, at + len(bare), start_ms, end_ms)] if bare else [])
    return parts


def trim_pieces(pieces: list[Piece]) -> list[Piece]:
    """Remove the white space around a line; the separator before it becomes a blank."""
    first, last = 0, len(pieces)
    while first < last and pieces[first].text.isspace():
        first += 1
    while last > first and pieces[last - 1].text.isspace():
        last -= 1
    if first == last:
        return []
    if last - first < len(pieces):
        pieces = pieces[first:last]
    head = pieces[0]
    if head.text[0].isspace() and (unit := _width(head)):
        text = head.text.lstrip()
        head = head._replace(text=text, start=head.end - unit * len(text))
    pieces[0] = Piece(" ", head.text, head.start, head.end, head.start_ms, head.end_ms)
    tail = pieces[-1]
    if tail.text[-1].isspace() and (unit := _width(tail)):
        text = tail.text.rstrip()
        pieces[-1] = tail._replace(text=text, end=tail.start + unit * len(text))
    return pieces


def _width(piece: Piece) -> int:
    """Return the characters of the source for each of a piece; 0 of a character reference."""
    width, rest = divmod(piece.end - piece.start, len(piece.text))
    return width if rest == 0 and width in _WIDTHS else 0
