"""Lines of a source: where they begin and end, and what separates them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.lines import LINE_ENDS, cut_line, line_bounds, line_number, split_lines

SOURCES = st.text(st.sampled_from("ab >\r\n\x0b\u2028"))


@given(SOURCES)
def test_lines_are_slices_of_the_source(source: str) -> None:
    """Each line is where it says, in order, with no white space around it; no word is lost."""
    lines = list(split_lines(source))
    assert [source[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert all(line.text == line.text.strip() != "" for line in lines)
    assert [line.start for line in lines] == sorted({line.start for line in lines})
    assert "".join("".join(line.text.split()) for line in lines) == "".join(source.split())


@given(SOURCES)
def test_the_number_of_a_line_gives_its_bounds(source: str) -> None:
    """Every line lies within the bounds of the line of its number."""
    for line in split_lines(source):
        begin, end = line_bounds(source, line_number(source, line.start))
        assert begin <= line.start < line.end <= end
        assert not set(source[begin:end]) & set(LINE_ENDS)


def test_the_separator_tells_a_new_line_from_a_new_paragraph() -> None:
    """One line end is a new line, be it CR and LF; more are a new paragraph."""
    lines = split_lines("a\r\nb\n\nc\n \nd")
    assert [(line.blank, line.text) for line in lines][1:] == [
        *(("\n", "b"), ("\n\n", "c"), ("\n\n", "d")),
    ]


def test_lines_are_split_at_marks_of_a_new_speaker() -> None:
    """Before each `>>` between words, if asked for; a comparison is none."""
    source = "So it was. >> Yes. >>> No, a>>b."
    assert [line.text for line in split_lines(source)] == [source]
    parts = list(split_lines(source, at_chevrons=True))
    assert [part.text for part in parts] == ["So it was.", ">> Yes.", ">>> No, a>>b."]
    assert [part.blank for part in parts[1:]] == [" ", " "]
    assert [source[part.start : part.end] for part in parts] == [part.text for part in parts]


def test_a_line_is_split_at_offsets() -> None:
    """Without the white space before a cut, and without empty parts."""
    (line,) = split_lines("  one two three")
    assert [part.text for part in cut_line(line, [0, 4, 8])] == ["one", "two", "three"]
