"""Heading tags whose headings are all titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.documents import html
from nuggets.formats.documents.html_boilerplate import HEADING_TAGS
from nuggets.formats.documents.html_headings import find_titles
from nuggets.formats.documents.html_tags import tokenize
from nuggets.formats.format import Parsed

PAGES = st.lists(
    st.sampled_from(
        [
            *("<h2>Ann Lee</h2>", "<h2>Bob Ray</h2>", "<h2>Ann Lee:</h2>", "<h2>Bob Ray 0:05</h2>"),
            *(
                "<h3>Seeds</h3>",
                "<h3>Ann <a>Lee</a></h3>",
                "<h3>A &amp; B</h3>",
                "<h3>Part 1: x</h3>",
            ),
            *(
                "<h4>00:01:02</h4>",
                "<h4>0:05</h4>",
                "<p><b>Ann Lee</b> 0:09 Hm.</p>",
                "<h4>So</h4>",
            ),
            *("<h3><span class='share'>0:01</span>Bob</h3>", "<p>We went home.</p>", "<hr>"),
            *("<p><b>Ann Lee:</b> So.</p>", "<p>Bob Ray: No.</p>", "<div class='share'>", "</div>"),
            "<p><b>Bob Ray</b> Yes.</p>",
        ]
    ),
    min_size=3,
    max_size=12,
)


def kinds(page: str) -> set[str]:
    """The heading tags that may hold speakers."""
    return set(HEADING_TAGS - find_titles(page, list(tokenize(page))))


@pytest.mark.parametrize(
    ("page", "unsure"),
    [
        ("<h1>Episode 12: Seeds</h1><h2>Transcript</h2><h2>Part 2: Soil</h2><p>x</p>", set()),
        ("<h2>Ann</h2><h3>Soil</h3><h2>Bob</h2><h2>Ann</h2>", {"h2"}),
        ("<h2>Ann: x</h2><h2>Ann: y</h2>", {"h2"}),
        ("<h4>Ann 0:03</h4>", {"h4"}),
        ("<h2><span class='name'>Ann</span></h2><h3>A &amp; B</h3><h5>Soil", {"h2", "h3", "h5"}),
    ],
)
def test_kinds_of_headings(page: str, unsure: set[str]) -> None:
    """A heading that recurs, has a time or is not plain text may be a speaker."""
    assert kinds(page) == unsure


@given(PAGES)
def test_a_page_reads_the_same_without_this_shortcut(blocks: list[str]) -> None:
    """A page is read the same without finding titles first."""

    def read() -> Parsed:
        return html.parse_html(f"<html><body>{''.join(blocks)}</body></html>")

    with pytest.MonkeyPatch.context() as patch:
        quick = read()
        patch.setattr(html, "find_titles", lambda *_: frozenset())
        assert read() == quick
