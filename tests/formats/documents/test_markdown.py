"""Markdown: recognition, structure that is left out, and the end of the talk."""

from __future__ import annotations

import pytest

from tests.formats.documents.markdown_talk import HEAD, LABELLED, SAID
from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

LINKS = [
    *("[the page](https://a.b)", "[the page](../c.html)", "[the page](#t=12)"),
    *("[the page](c.html)", "[the page][1]\n\n[1]: https://a.b", "[the page](mailto:a@b.c)"),
]


@pytest.mark.parametrize("label", ["{}: {}", "**{}:** {}"])
@pytest.mark.parametrize("link", LINKS)
def test_links_tell_markdown(link: str, label: str) -> None:
    """Links show that a text is Markdown; their words are read, their targets are not."""
    turns = [("Anna", f"See {link}"), ("Ben", "Oh."), ("Anna", "So."), ("Ben", "Yes.")]
    talk = read("\n\n".join(label.format(name, said) for name, said in turns))
    assert talk.turns[0].text == "See the page"
    check_runs(talk)


@pytest.mark.parametrize(
    "label",
    [
        *("**{}** {}", "**{}**\n\n{}", "__{}__\n{}", "> **{}** {}"),
        *("### {}\n\n{}", "# {}:\n{}", "## **{}**\n\n{}"),
    ],
)
def test_names_without_anything_else_of_markdown(label: str) -> None:
    """Names in bold type or headings that alternate show that a text is Markdown."""
    talk = read("\n\n".join(label.format(name, said) for name, said in SAID))
    assert talk.format == "markdown"
    assert dialogue(talk) == SAID
    check_runs(talk)


def test_structure_is_left_out() -> None:
    """Front matter, headings, rules and table headers are left out."""
    talk = read(
        "---\ntitle: Secret\n---\n# Chapter\nANNA: a\n\n---\n\n## Second\nBEN: b\n\n"
        "```\nANNA: c\n```\n"
    )
    assert dialogue(talk) == [("ANNA", "a"), ("BEN", "b"), ("ANNA", "c")]
    assert [left.reason for left in talk.left_out] == [
        *("front matter", "heading", "markup", "heading", "markup", "markup")
    ]
    check_all_counted(talk, ["Secret", "Chapter", "Second"])


@pytest.mark.parametrize(
    "text",
    ["**ANNA**: a\n\n**BEN:**\n> c\n> d", "ANNA: a\nBEN: b # c\nANNA: d", "# Notes\nWe went.\n"],
)
def test_what_is_no_markdown(text: str) -> None:
    """Bold labels alone are plain text, and a heading alone is not a transcript."""
    assert read(text).format in ("plain", "prose")


@pytest.mark.parametrize(
    "below",
    [
        "---\n\n*Nora is the host of the show.*",
        "## The host\n\nNora sails.",
        "- [Orkney](https://a.b/c)\n- [Seals](https://d.e)\n",
        "[Apple](https://a.b) | [RSS](https://d.e)\n\nNora sails.",
        "![Cover](c.png)\n\nNora sails.",
    ],
)
def test_what_stands_below_the_talk_is_left_out(below: str) -> None:
    """A rule, a heading or a line of links ends the talk, if no speaker goes on below one."""
    talk = read(f"{HEAD}{LABELLED}\n{below}\n")
    assert dialogue(talk) == SAID
    check_all_counted(talk, [word for word in ("sails", "host", "Seals") if word in below])
    within = LABELLED.replace("**Nora:** And", "## Salt\n\nIt eats all.\n\n**Nora:** And")
    goes_on = read(f"{HEAD}{within}\n## The end\n\nNora sails.\n")
    assert goes_on.turns[-1].text.endswith("Nora sails.")
