"""Pieces of a line of captions: splitting them moves no character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.captions.line_pieces import join_text, split_pieces
from nuggets.formats.turns import Piece

TEXTS = st.text(st.sampled_from("ab >"), min_size=1, max_size=6)


def make_line(texts: list[str]) -> tuple[str, list[Piece]]:
    """Make a source and a line of it in pieces; each `>` is a reference in the source."""
    source, pieces = "", []
    for text in texts:
        for char in text:
            written = char if char != ">" else "&gt;"
            pieces.append(Piece("", char, len(source), len(source) + len(written)))
            source += written
    return source, pieces


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_the_parts_are_the_line(texts: list[str], data: st.DataObject) -> None:
    """One part more than cuts; all characters but white space, in order, at their offsets."""
    source, pieces = make_line(texts)
    line = join_text(pieces)
    places = st.integers(0, len(line))
    cuts = sorted(data.draw(st.sets(places, max_size=3)))
    parts = split_pieces(pieces, cuts)
    assert len(parts) == len(cuts) + 1
    said = [join_text(part) for part in parts if part]
    assert all(text == text.strip() for text in said)
    assert "".join("".join(said).split()) == "".join(line.split())
    for part in parts:
        for piece in part:
            written = source[piece.start : piece.end]
            assert written == piece.text or (written, piece.text) == ("&gt;", ">")


@given(TEXTS.filter(str.strip), st.data())
def test_a_line_in_one_piece_is_split_alike(text: str, data: st.DataObject) -> None:
    """The fast path for a single piece gives what its characters one by one give."""
    cut = data.draw(st.integers(0, len(text)))
    whole = [Piece(" ", text, 0, len(text))]
    single = [Piece("", char, i, i + 1) for i, char in enumerate(text)]
    joined = [join_text(part) if part else "" for part in split_pieces(whole, [cut])]
    assert joined == [join_text(part) if part else "" for part in split_pieces(single, [cut])]
