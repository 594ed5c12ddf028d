"""Markdown: structure is left out, marks are not quoted, names are found."""

from __future__ import annotations

import pytest

from tests.formats.documents.told import check_all_counted, read, told
from tests.formats.talks import check_runs

HEAD = "# Talk\n\n"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("we **really** do", "we really do"),
        ("we *really* do, __so__ _it_ goes", "we really do, so it goes"),
        ("*laughs* Yes. *sighs* No.", "*laughs* Yes. *sighs* No."),
        ("a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"),
        ("see [the page](https://a.b/c_(d)) now", "see the page now"),
        ("see ![a picture](x.png)now <https://a.b> ok", "see now https://a.b ok"),
        (r"5 \* 3 \[x\] \_", "5 * 3 [x] _"),
        ("AT&amp;T &lt;x", "AT&T <x"),
        ("one<br>two <b>three</b>", "one two three"),
        ("`code` and ~~gone~~[^1]", "code and gone"),
        ("[laughter] (yes) [", "[laughter] (yes) ["),
        ("a [b](c", "a [b](c"),
    ],
)
def test_marks_are_not_quoted(said: str, text: str) -> None:
    """Emphasis, links, escapes and tags are markup; directions and other signs are words."""
    talk = read(f"{HEAD}**Anna:** {said}\n\n**Ben:** Oh.\n\n**Anna:** So.\n")
    assert talk.format == "markdown"
    assert told(talk)[0] == ("Anna", text)
    check_runs(talk)


@pytest.mark.parametrize(
    "label",
    [
        "**{}:** {}",
        "**{}**: {}",
        "{}: {}",
        "- **{}:** {}",
        "> **{}:** {}",
        "**{}**\n{}",
        "**{}** {}",
        "**{}** (00:01): {}",
        "**{}**\n\n> {}",
        "## {} (00:01)\n{}",
        "### {}\n\n{}",
        "| {} | {} |",
        "| 0:01 | {} | {} |",
        "__{}:__ {}",
    ],
)
def test_names(label: str) -> None:
    """Bold, in headings, in tables: wherever they recur, they are speakers."""
    turns = [("Anna Lee", "we go."), ("Ben", "we stay."), ("Anna Lee", "oh."), ("Ben", "yes.")]
    text = "\n\n".join(label.format(name, said) for name, said in turns)
    talk = read(f"---\ntitle: x\n---\n\n{HEAD}{text}\n")
    assert talk.format == "markdown"
    assert told(talk) == turns
    check_runs(talk)


def test_structure_is_left_out() -> None:
    """Front matter, headings, rules and the heads of tables are counted."""
    talk = read(
        "---\ntitle: Secret\n---\n# Chapter\nANNA: a\n\n---\n\n## Second\nBEN: b\n\n"
        "```\nANNA: c\n```\n"
    )
    assert told(talk) == [("ANNA", "a"), ("BEN", "b"), ("ANNA", "c")]
    assert [left.reason for left in talk.left_out] == [
        *("front matter", "heading", "markup", "heading", "markup", "markup")
    ]
    check_all_counted(talk, ["Secret", "Chapter", "Second"])


@pytest.mark.parametrize(
    "text",
    ["**ANNA**: a\n\n**BEN:**\n> c\n> d", "ANNA: a\nBEN: b # c\nANNA: d", "# Notes\nWe went.\n"],
)
def test_what_is_no_markdown(text: str) -> None:
    """Bold labels alone are plain text, and a heading alone is none of a talk."""
    assert read(text).format in ("plain", "prose")
