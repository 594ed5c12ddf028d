"""String literals are decoded as json decodes them, and every character keeps its offset."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.string_literals import (
    decode_literal,
    slice_pieces,
    split_literal,
    strip_pieces,
)
from nuggets.formats.turns import Piece

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, st.booleans())
def test_strings_are_decoded_as_json_does(text: str, ascii_only: bool) -> None:
    """Quotes, backslashes, controls and pairs come back."""
    raw = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    assert decode_literal(raw) == text
    pieces = split_literal(raw, 0, len(raw))
    assert "".join(piece.text for piece in pieces) == text.strip()
    for piece in pieces:
        assert json.loads(f'"{raw[piece.start : piece.end]}"') == piece.text


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDFFF", "\\udc00\\ud800"])
def test_half_of_a_pair_is_replaced(escape: str) -> None:
    """It could not be printed."""
    assert set(decode_literal(escape)) == {"\ufffd"}


@pytest.mark.parametrize("escape", ["\\x41", "\\u12", "\\", "\\u00g0", "\\ "])
def test_other_escapes_are_errors(escape: str) -> None:
    """JSON knows no others."""
    with pytest.raises(ValueError, match=r"escape|string"):
        decode_literal(f"a{escape}")


@given(TEXTS, st.lists(st.integers(1, 30), unique=True).map(sorted))
def test_parts_are_the_whole(text: str, cuts: list[int]) -> None:
    """Cut anywhere, pieces lose no character and keep their places."""
    raw = json.dumps(text)[1:-1]
    pieces = split_literal(raw, 0, len(raw))
    parts = list(slice_pieces(pieces, [0, *cuts]))
    assert len(parts) == len(cuts) + 1
    flat = [piece for part in parts for piece in part]
    assert "".join(piece.text for piece in flat) == text.strip()
    assert all(decode_literal(raw[piece.start : piece.end]) == piece.text for piece in flat)
    whole = text.strip()
    for part, (begin, end) in zip(parts, zip([0, *cuts], [*cuts, None], strict=True), strict=True):
        assert "".join(piece.text for piece in part) == whole[begin:end]


def test_white_space_around_pieces_goes() -> None:
    """Also where it is a piece of its own."""
    pieces = [Piece("", "\n", 0, 2), Piece("", " a b ", 2, 7), Piece("", "\t", 7, 9)]
    assert strip_pieces(pieces) == [Piece("", "a b", 3, 6)]
    assert strip_pieces(pieces[:1]) == []
