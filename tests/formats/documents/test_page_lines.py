"""Visible lines of a page, its leading elements, and what is left out of it."""

from __future__ import annotations

from nuggets.formats.documents.html_boilerplate import BOILERPLATE_TAGS
from nuggets.formats.documents.html_tags import tokenize
from nuggets.formats.documents.page import Insertions, Page
from nuggets.formats.documents.page_lines import extract_page
from nuggets.formats.format import WEB_PAGE_BOILERPLATE
from nuggets.formats.text.boilerplate.web_pages import HEADING


def extract(source: str, *, insertions: Insertions | None = None) -> Page:
    """Extract a page without boilerplate and without second-level headings."""
    skipped = BOILERPLATE_TAGS | {"h2"}
    return extract_page(source, list(tokenize(source)), skipped, insertions=insertions)


def test_blocks_are_lines_and_paragraphs() -> None:
    """Paragraphs have a blank line between, other blocks and breaks a line break."""
    page = extract("<p>one <i>two</i></p><p>three<br>four</p><ul><li>five<li>six</ul>")
    assert page.visible.text == "one two\n\nthree\nfour\n\nfive\nsix"
    assert [line.tag for line in page.lines] == ["p", "p", "p", "li", "li"]
    assert page.visible.text[page.lines[2].at :].startswith("four")


def test_leading_elements_are_near_the_beginning_of_their_line() -> None:
    """Bold type and times are found with the text before them."""
    page = extract(f"<p>Q1 <b>Anna</b> goes. {'So on. ' * 40}<b>Ben</b></p><p><span>0:05</span>")
    found = [(element.tag, element.text, element.before) for element in page.leading]
    assert found == [("b", "Anna", "Q1"), ("", "0:05", "")]


def test_boilerplate_and_headings_are_left_out() -> None:
    """By tag and by class, with the reason; headings and rules are breaks."""
    source = "<nav>Home</nav><p>one</p><h2>Two</h2><hr><div class=sidebar>ads</div><p>three</p>"
    page = extract(source)
    assert page.visible.text == "one\n\nthree"
    left = [(source[one.start : one.end], one.reason) for one in page.left_out]
    assert left == [
        ("<nav>Home</nav>", WEB_PAGE_BOILERPLATE),
        ("<h2>Two</h2>", HEADING),
        ("<div class=sidebar>ads</div>", WEB_PAGE_BOILERPLATE),
    ]
    assert [source[start:].startswith(("<h2", "<hr")) for _, start in page.breaks] == [True, True]


def test_preformatted_lines_are_kept() -> None:
    """Line breaks of the source end lines within `<pre>` only."""
    assert extract("<pre>one\ntwo\n\nthree</pre>").visible.text == "one\ntwo\n\nthree"
    assert extract("<p>one\ntwo</p>").visible.text == "one two"


def test_insertions_make_labels() -> None:
    """Characters are written before and after the text of an element."""
    source = "<p><b>Anna</b> we go</p>"
    at = source.index("<b>")
    page = extract(source, insertions=Insertions({}, {at: ": "}))
    assert page.visible.text == "Anna:  we go"
