"""Lines and columns by the places of words."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.containers.pdf_lines import (
    Word,
    find_line_numbers,
    group_lines,
    number_lines,
    split_columns,
)


def row(text: str, x: float, y: float, size: float = 10.0) -> list[Word]:
    """Words of a line in Courier."""
    words = []
    for word in text.split():
        end = x + len(word) * 0.6 * size
        words.append(Word(word, x, y, end, size))
        x = end + 0.6 * size
    return words


def texts(words: list[Word]) -> list[str]:
    """The lines of words."""
    return [line.text for line in group_lines(words)]


@given(st.randoms(use_true_random=False))
def test_the_order_of_words_in_the_file_does_not_matter(rnd: random.Random) -> None:
    """Lines are found by place alone."""
    words = [word for i in range(9) for word in row(f"line {i} goes on here", 50, 100 + 13 * i)]
    shuffled = list(words)
    rnd.shuffle(shuffled)
    assert group_lines(shuffled) == group_lines(words)


def test_superscripts_and_wide_gaps() -> None:
    """A small raised sign belongs to its line; words apart have three blanks between."""
    words = [*row("Q. Where", 50, 100), Word("1", 104, 96, 108, 6), *row("were you?", 150, 100)]
    assert texts(words) == ["Q. Where 1   were you?"]


def test_a_word_printed_twice_is_read_once() -> None:
    """Some programs make bold type so."""
    assert texts([*row("Anna", 50, 100), *row("Anna", 50.4, 100)]) == ["Anna"]


def two_columns(left: str, right: str, rows: int = 12) -> list[Word]:
    """Words of two columns."""
    return [
        word
        for i in range(rows)
        for word in (*row(f"{left} {i}", 50, 100 + 13 * i), *row(f"{right} {i}", 330, 100 + 13 * i))
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """With a heading across both above them."""
    words = two_columns("a column of some words goes on", "and another one of words is here")
    blocks = split_columns(
        [*row("A heading that goes across both of the columns of it", 150, 60), *words]
    )
    assert [group_lines(block)[0].text.split()[0] for block in blocks] == ["A", "a", "and"]


def test_a_table_is_read_row_by_row() -> None:
    """Names on the left, words on the right."""
    words = two_columns("Anna", "and another one of words is here")
    assert len(split_columns(words)) == 1


def test_line_numbers_begin_anew() -> None:
    """They count from 1, page by page; a blank one has no line."""
    words = [
        word
        for page in range(2)
        for n in range(1, 11)
        for word in (
            *row(str(n), 50 + 6 * (n < 10), 100 + 200 * page + 13 * n),
            *(row("some words", 90, 100 + 200 * page + 13 * n) if n != 4 else ()),
        )
    ]
    numbers = find_line_numbers(group_lines(words))
    assert [int(number.text) for number in numbers] == [*range(1, 11), *range(1, 11)]
    first = [word for word in words if word.y < 250]
    lines = number_lines(first, numbers[:10])
    assert [line.number for line in lines] == [1, 2, 3, 5, 6, 7, 8, 9, 10]


def test_numbers_in_speech_are_no_line_numbers() -> None:
    """Years and lists do not count lines."""
    words = [word for i in range(12) for word in row(f"{90 - 7 * i} sheep", 50, 100 + 13 * i)]
    assert find_line_numbers(group_lines(words)) == []
