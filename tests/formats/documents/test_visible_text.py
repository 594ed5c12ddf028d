"""Visible text: white space is folded, and each character keeps its offset in the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.documents.visible_text import VisibleTextBuilder, keep_within, to_source
from nuggets.formats.format import Parsed
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut

SOURCES = st.text(alphabet="ab \n\t", max_size=30)


@given(SOURCES)
def test_written_text_is_folded_and_aligned(source: str) -> None:
    """Single blanks are kept, others become one, and every word is found in the source."""
    builder = VisibleTextBuilder()
    builder.write(source, 0, len(source))
    visible = builder.build()
    assert visible.text == " ".join(source.split())
    for span in visible.spans:
        assert visible.text[span.at : span.until] == source[span.start : span.end]


def test_an_escape_is_one_span() -> None:
    """The characters that it stands for have the offsets of the whole escape."""
    source = "a &amp; b"
    builder = VisibleTextBuilder()
    builder.write(source, 0, 2)
    builder.write_escape("&", 2, 7)
    builder.write(source, 7, 9)
    visible = builder.build()
    assert visible.text == "a & b"
    assert visible.locate(2, 3) == (2, 7)
    assert visible.locate(0, 5) == (0, 9)


def test_inserted_characters_are_not_in_the_source() -> None:
    """They are in the text, and no span covers them."""
    builder = VisibleTextBuilder()
    builder.write("Anna Hi", 0, 4)
    builder.insert(": ")
    builder.write("Anna Hi", 5, 7)
    visible = builder.build()
    assert visible.text == "Anna: Hi"
    assert visible.locate(4, 6) is None
    assert [piece.text for piece in visible.pieces(0, 8, "")] == ["Anna", "Hi"]


def test_turns_are_mapped_back_and_cut() -> None:
    """Offsets are those of the source, and what is outside of a part is left out."""
    source = "one  two"
    builder = VisibleTextBuilder()
    builder.write(source, 0, len(source))
    visible = builder.build()
    turn = build_turn(0, None, [Piece("", "one", 0, 3), Piece(" ", "two", 4, 7)])
    parsed = to_source(Parsed((turn,)), visible)
    assert [(run.start, run.end) for run in parsed.turns[0].runs] == [(0, 3), (5, 8)]
    kept = keep_within(parsed, (0, 4), "rest")
    assert kept.turns[0].text == "one"
    assert kept.left_out == (LeftOut(5, 8, "rest"),)
