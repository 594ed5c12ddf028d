"""The text of a PDF: the source, what is read of it, and words that line ends cut."""

from __future__ import annotations

import pytest

from nuggets.formats.containers.pdf_pages import find_pages
from nuggets.formats.containers.pdf_text import build_text
from tests.formats.containers.test_pdf_lines import row


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("it was expec-", "ted to hold"), "it was expected to hold"),
        (("a self-", "made man made himself by self"), "a self-made man made himself by self"),
        (("it was exp-", "Ted said so"), "it was exp-\nTed said so"),
        (("pages 12-", "14 of it"), "pages 12-\n14 of it"),
        (("I was at the -", "and then"), "I was at the -\nand then"),
        (("one", "two"), "one\ntwo"),
    ],
)
def test_words_that_line_ends_cut_are_joined(lines: tuple[str, ...], read: str) -> None:
    """The hyphen goes unless its parts are words; what is read stands in the source."""
    words = [word for i, line in enumerate(lines) for word in row(line, 50, 100 + 14 * i)]
    extracted = build_text(find_pages([words]))
    assert extracted.read_text == read
    assert extracted.text == "\n".join(lines)
    assert extracted.visible is not None
    for at, until, start, end in extracted.visible.spans:
        assert extracted.read_text[at:until] == extracted.text[start:end]


def test_lines_that_stand_apart_are_paragraphs() -> None:
    """A wide gap is a blank line; a page ends in a form feed."""
    ys = (100, 114, 128, 160, 174)
    page = [word for i, y in enumerate(ys) for word in row(f"words {'abcde'[i]}", 50, y)]
    extracted = build_text(find_pages([page, page]))
    one = "words a\nwords b\nwords c\n\nwords d\nwords e"
    assert extracted.text == f"{one}\f{one}"
    assert [(line.page, line.line) for line in extracted.page_lines] == [
        (page, line) for page in (1, 2) for line in range(1, 6)
    ]
