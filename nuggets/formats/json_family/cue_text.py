"""Text of JSON segments, cleaned as that of captions is, and the labels within it.

Fetchers of captions write them as they stand there: with `&amp;#39;`, `<i>`, `>>`, line breaks and
`ANNA:` before the words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from nuggets.formats.captions.cue_markup import MARKUP, CueLine, decode_reference
from nuggets.formats.captions.line_pieces import are_too_dense, join_text, split_pieces
from nuggets.formats.captions.speaker_assignment import (
    Assigned,
    assign_speakers,
    repeated_label_end,
)
from nuggets.formats.json_family.string_literals import slice_pieces, strip_pieces
from nuggets.formats.turns import Cue, Piece

WORD_MARK = "\u2581"
"""Begins a word in tokens of SentencePiece (NeMo, ESPnet)."""

_MAY_BE_MARKUP = re.compile(r"[&<{\\]|\[(?:br\]|[0-9]{1,2}:)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"[ \t]*\n\s*")


def clean_pieces(pieces: list[Piece]) -> list[Piece]:
    """Remove tags from the text of a segment, and decode its character references.

    Args:
        pieces: The text, without separators within.
    """
    text = pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    if _MAY_BE_MARKUP.search(text) is None:
        return pieces
    found = list(MARKUP.finditer(text))
    if not found:
        return pieces
    cuts = [0, *(cut for match in found for cut in match.span())]
    parts = list(slice_pieces(pieces, cuts))
    cleaned = parts[0]
    for i, match in enumerate(found):
        mark, rest = parts[2 * i + 1], parts[2 * i + 2]
        shown = decode_reference(match["escape"]) if match["escape"] else ""
        if match["break"] or match["blank"]:
            shown = "\n" if match["break"] else " "
        if shown and mark:
            first, last = mark[0], mark[-1]
            cleaned.append(Piece("", shown, first.start, last.end, first.start_ms, first.end_ms))
        cleaned += [piece._replace(blank="") if piece.blank else piece for piece in rest]
    cleaned = strip_pieces(cleaned)
    if cleaned:
        cleaned[0] = cleaned[0]._replace(blank=pieces[0].blank)
    return cleaned


def clean_word(text: str) -> str:
    """Decode the character references of a word, and show SentencePiece's mark as a blank."""
    text = html.unescape(html.unescape(text)) if "&" in text else text
    return text.replace(WORD_MARK, " ") if WORD_MARK in text else text


def drop_word_mark(pieces: list[Piece]) -> list[Piece]:
    """Remove the mark with which SentencePiece begins a word."""
    if not pieces or pieces[0].text[0] != WORD_MARK:
        return pieces
    rest = strip_pieces(list(slice_pieces(pieces, [0, 1]))[1])
    return [rest[0]._replace(blank=pieces[0].blank), *rest[1:]] if rest else []


def read_labels_within(cues: Sequence[Cue]) -> Assigned:
    """Read the marks and labels in texts of nobody known, as those of captions are read."""
    lines = list(_to_lines(cues))
    return assign_speakers(lines) if lines else Assigned([], [])


def drop_own_labels(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Remove `>>`, and labels that only repeat who speaks, from texts whose speaker is known."""
    for cue in cues:
        if cue.pieces and cue.speaker is not None:
            text = cue.pieces[0].text
            if text[0] == ">" or text.startswith(cue.speaker[:1]) or text[0] in "[(":
                end = repeated_label_end(join_text(cue.pieces), cue.speaker)
                if end:
                    yield cue._replace(pieces=split_pieces(cue.pieces, [end])[1])
                    continue
        yield cue


def _to_lines(cues: Sequence[Cue]) -> Iterator[CueLine]:
    """Make lines of cues, which line breaks in their text divide."""
    for i, cue in enumerate(cues):
        if not cue.pieces:
            continue
        text = join_text(cue.pieces)
        timed = len({piece.start_ms for piece in cue.pieces}) > 1
        if "\n" not in text or are_too_dense(text.count("\n"), len(text)):
            yield CueLine(i, 0, None, text, cue.pieces, timed)
            continue
        cuts = [match.end() for match in _LINE_BREAK.finditer(text)]
        for row, pieces in enumerate(split_pieces(cue.pieces, cuts)):
            if pieces:
                yield CueLine(i, row, None, join_text(pieces), pieces, timed)
