"""Pages as they were printed: heads, feet, numbers, notes, index, condensed sheets."""

from __future__ import annotations

from nuggets.formats.containers.pdf_lines import Word
from nuggets.formats.containers.pdf_pages import FOOTNOTE, HEAD, WORD_INDEX, find_pages
from nuggets.formats.containers.pdf_text import build_text
from tests.formats.containers.test_pdf_lines import row


def sheet(i: int, *, head: str = "", foot: str = "", lines: int = 30) -> list[Word]:
    """A page of different lines."""
    words = [*row(head, 50, 40), *row(foot, 50, 760)]
    for n in range(lines):
        words += row(f"words {'abcdefgh'[(i * 5 + n) % 8] * 5} that go on", 50, 100 + 14 * n)
    return words


def body(pages: list[list[Word]]) -> list[list[str]]:
    """The lines of each page that are read."""
    return [[line.text for block in page.blocks for line in block] for page in find_pages(pages)]


def test_heads_and_feet_that_recur_are_outside() -> None:
    """With or without a number that counts; the number is that of the page."""
    sheets = [sheet(i, head=f"Oral history {31 + i}", foot="Carrow 2031") for i in range(5)]
    pages = find_pages(sheets)
    assert [page.number for page in pages] == [31, 32, 33, 34, 35]
    assert all([reason for _, reason in page.outside] == [HEAD, HEAD] for page in pages)
    assert all(len(lines) == 30 for lines in body(sheets))


def test_titles_beside_a_number_that_counts_change() -> None:
    """A running head may differ on each page."""
    titles = ("Gates", "Sheep", "The dredge", "Winter", "Hinges", "Barges")
    sheets = [sheet(i, head=f"{title} {7 + i}") for i, title in enumerate(titles)]
    assert all(len(lines) == 30 for lines in body(sheets))
    assert find_pages(sheets)[0].number == 7


def test_text_that_begins_pages_stays() -> None:
    """The first and the last lines of a page are text where they do not recur."""
    sheets = [sheet(i) for i in range(5)]
    assert [len(lines) for lines in body(sheets)] == [30] * 5
    assert [page.number for page in find_pages(sheets)] == [1, 2, 3, 4, 5]


def test_notes_in_small_type_are_outside() -> None:
    """They begin with a mark, at the foot of a page."""
    sheets = [
        [*sheet(i), *row(f"1 See {w} there.", 50, 600, 7), *row(f"It is {w}.", 50, 609, 7)]
        for i, w in enumerate(("one", "two", "three"))
    ]
    pages = find_pages(sheets)
    assert [reason for _, reason in pages[1].outside].count(FOOTNOTE) == 2
    assert all(len(lines) == 30 for lines in body(sheets))


def test_a_word_index_is_left_out() -> None:
    """Pages of words with page and line, in columns."""
    index = [
        word
        for i in range(120)
        for word in row(
            f"word{i} 12:{i % 25 + 1},4 3:{i % 7 + 1}", 50 + 200 * (i // 60), 50 + 11 * (i % 60)
        )
    ]
    extracted = build_text(find_pages([sheet(0), sheet(1), index]))
    assert {left.reason for left in extracted.left_out} == {WORD_INDEX}
    assert "word7 " in extracted.text
    assert "word7 " not in extracted.read_text


def test_pages_on_a_sheet_are_ordered_by_their_numbers() -> None:
    """Two above two, each with its own line numbers, whichever way they go."""
    for places in ([(0, 0), (0, 1), (1, 0), (1, 1)], [(0, 0), (1, 0), (0, 1), (1, 1)]):
        words: list[Word] = []
        for k, (column, below) in enumerate(places):
            x, y = 40 + 290 * column, 50 + 360 * below
            words += row(f"Page {k + 5}", x + 150, y, 7)
            for n in range(1, 26):
                words += row(str(n), x + 4.2 * (n < 10), y + 13 * n, 7)
                words += row(f"page {k + 5} has words on line {n}", x + 20, y + 13 * n, 7)
        pages = find_pages([words])
        assert [page.number for page in pages] == [5, 6, 7, 8]
        assert [page.blocks[0][24].text for page in pages] == [
            f"page {k} has words on line 25" for k in (5, 6, 7, 8)
        ]
        assert [page.blocks[0][24].number for page in pages] == [25] * 4
