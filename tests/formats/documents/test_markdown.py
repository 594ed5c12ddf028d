"""Markdown: structure is left out, marks are not quoted, names are found."""

from __future__ import annotations

import pytest

from nuggets.formats.documents import markdown_lines
from tests.formats.documents.reading import check_all_counted, read, told
from tests.formats.talks import check_runs

HEAD = "# Talk\n\n"
SAID = [
    ("Nora", "So why does the tide make sense as a source of energy?"),
    ("Samuel", "Because it is predictable, and you can plan a grid around that."),
    ("Nora", "And yet nobody builds it. What is the problem?"),
    ("Samuel", "The problem is salt. Every bearing was gone within eighteen months."),
]


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
        ("[inaudible](00:12)", "[inaudible](00:12)"),
        ("see [the *page*](<https://a.b/c d>), [b](#t 'x (y)').", "see the page, b."),
        ("see [the page](https://a.b/c_(d)_e(f)) now", "see the page now"),
        ("see [a [b] c](https://a.b) [![d](e.png)](https://f.g) now", "see a [b] c now"),
        ("see [the\npage](https://a.b) and\n[one](https://c.d\n'x').", "see the page and one."),
        ("see [the page][1], [b][], [c].\n\n[1]: /a\n[B]: /b", "see the page, b, [c]."),
        (f"see ![x](data:image/png;base64,{'A' * 5000}) now", "see now"),
        ("so[^1]\n\n[^1]: A note.\n    Which goes on.", "so"),
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
    turns = [("Anna Lee", "We go."), ("Ben", "we stay."), ("Anna Lee", "Oh."), ("Ben", "Yes.")]
    text = "\n\n".join(label.format(name, said) for name, said in turns)
    talk = read(f"---\ntitle: x\n---\n\n{HEAD}{text}\n")
    assert talk.format == "markdown"
    assert told(talk) == turns
    check_runs(talk)


LINKS = [
    *("[the page](https://a.b)", "[the page](../c.html)", "[the page](#t=12)"),
    *("[the page](c.html)", "[the page][1]\n\n[1]: https://a.b", "[the page](mailto:a@b.c)"),
]


@pytest.mark.parametrize("label", ["{}: {}", "**{}:** {}"])
@pytest.mark.parametrize("link", LINKS)
def test_links_tell_markdown(link: str, label: str) -> None:
    """Nobody else writes so: the words of a link are quoted, and its target is not."""
    turns = [("Anna", f"See {link}"), ("Ben", "Oh."), ("Anna", "So."), ("Ben", "Yes.")]
    talk = read("\n\n".join(label.format(name, said) for name, said in turns))
    assert talk.turns[0].text == "See the page"
    check_runs(talk)


@pytest.mark.parametrize(
    "rows",
    [
        "| Part | Cost |\n| --- | --- |\n| Wall | 5 |\n| Dam | 6 |",
        "A | B\n--|--\nWall | 5\nDam | 6",
    ],
)
def test_a_table_within_a_turn_is_said_by_who_speaks(rows: str) -> None:
    """Its rows are lines without bars, and the words of its first column are no speakers."""
    talk = read(f"{LABELLED}\n**Nora:** Look:\n\n{rows}\n\nSo it is.\n\n{LABELLED}")
    assert told(talk)[4] == ("Nora", "Look: Wall 5 Dam 6 So it is. " + SAID[0][1])
    assert talk.speakers == ("Nora", "Samuel")
    check_runs(talk)


@pytest.mark.parametrize(
    "label",
    [
        *("**{}** {}", "**{}**\n\n{}", "__{}__\n{}", "> **{}** {}"),
        *("### {}\n\n{}", "# {}:\n{}", "## **{}**\n\n{}"),
    ],
)
def test_names_without_anything_else_of_markdown(label: str) -> None:
    """Names that bold type or a heading sets off tell enough, where they recur in turn."""
    talk = read("\n\n".join(label.format(name, said) for name, said in SAID))
    assert talk.format == "markdown"
    assert told(talk) == SAID
    check_runs(talk)


@pytest.mark.parametrize("head", ["", HEAD])
@pytest.mark.parametrize(
    "text",
    [
        "**Anna** will send the report.\n\n**Ben** agreed to read it.\n\n",
        "**Anna** We go.\n\n",
        "**Soil** We plant.\n\n**Water** It rains.\n\n**Air** It blows.\n\n",
    ],
)
def test_other_bold_words_name_nobody(text: str, head: str) -> None:
    """Not the subjects of sentences, as in minutes, nor what does not recur in turn."""
    times = 1 if "Soil" in text else 3
    assert {turn.speaker for turn in read(head + text * times).turns} == {None}


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


KEYS = """title: "Tidal power: the talk"
date: 2026-06-15
guests:
  - Samuel Okafor
tags: [tides, power]
description: >
  A long talk about the sea.
"""
PROSE = "\n\n".join(said for _, said in SAID) + "\n"
LABELLED = "\n\n".join(f"**{name}:** {said}" for name, said in SAID) + "\n"


@pytest.mark.parametrize("talk", [PROSE, LABELLED])
@pytest.mark.parametrize(
    "front",
    [
        f"---\n{KEYS}---\n\n",
        f"---\n{KEYS}...\n",
        f"---\n{KEYS}\n",
        f"{KEYS}---\n\n",
        f"--\n{KEYS}---\n\n",
        f"-x-\n{KEYS}---\n\n",
        f"---\n{KEYS}--\n\n",
        f"---\n{KEYS.replace('date: ', 'date ')}---\n\n",
        f"---\n{KEYS.replace('title', 'ttle')}---\n\n",
    ],
)
def test_front_matter_is_never_speech(front: str, talk: str) -> None:
    """Neither above prose without names, nor where a fence or a key is damaged."""
    read_talk = read(f"{front}{talk}")
    assert " ".join(said for _, said in told(read_talk)) == " ".join(said for _, said in SAID)
    check_all_counted(read_talk, ["Tidal power", "tags", "A long talk"])


@pytest.mark.parametrize("labels", ["Nora: {}\nSamuel: {}", "Nora: {}\nSamuel: {}\nNora: {}"])
def test_labels_between_rules_are_no_front_matter(labels: str) -> None:
    """Speakers' names are no keys, and what recurs is none."""
    part = labels.format(*(said for _, said in SAID))
    talk = read(f"---\n{part}\n---\n{part}\n---\n{part}\n")
    assert talk.turns[0].text == SAID[0][1]
    assert len(talk.turns) == 3 * part.count(": ")


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
    """A rule, a heading or a line of links ends it, if nobody goes on below one in its midst."""
    talk = read(f"{HEAD}{LABELLED}\n{below}\n")
    assert told(talk) == SAID
    check_all_counted(talk, [word for word in ("sails", "host", "Seals") if word in below])
    within = LABELLED.replace("**Nora:** And", "## Salt\n\nIt eats all.\n\n**Nora:** And")
    goes_on = read(f"{HEAD}{within}\n## The end\n\nNora sails.\n")
    assert goes_on.turns[-1].text.endswith("Nora sails.")


@pytest.mark.parametrize("named_from", [0, 1, 9])
def test_the_beginning_of_a_long_text_is_no_more_than_a_guess(
    named_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bold names are speakers whether the beginning of the text has them, or has them not."""
    monkeypatch.setattr(markdown_lines, "_BEGINNING", 120)
    said = "\n\n".join(f"**{'Anna Lee' if i % 2 else 'Ben Roe'}** We do it now." for i in range(20))
    source = "# A talk\n\n" + "Words of nobody.\n\n" * named_from + said
    parsed = markdown_lines.read_markdown_lines(source)
    assert parsed.kinds == {"bold"}
    assert parsed.visible.text.count("Anna Lee: ") == 10


@pytest.mark.parametrize("label", ["**{}:** {}", "**{}**: {}", "- **{}:** {}"])
@pytest.mark.parametrize("row", ["| {} | {} |", "{}|{}"])
def test_a_bold_label_with_a_colon_counts_though_it_stands_once(label: str, row: str) -> None:
    """Also below a table of who takes part, whose rows have no labels."""
    table = [("Name", "Role"), ("---", "---"), ("Ann", "CEO"), ("Ben", "CFO")]
    said = [("Ann", "We go."), ("Ben", "No."), ("Ann", "Oh.")]
    talk = read(
        "# Notes\n\n"
        + "\n".join(row.format(*cells) for cells in table)
        + "\n\n"
        + "\n\n".join(label.format(*one) for one in said)
    )
    assert told(talk) == said
    check_runs(talk)
