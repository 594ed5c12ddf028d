"""Names in headings, tables and bold type of Markdown."""

from __future__ import annotations

import pytest

from nuggets.formats.documents import markdown_lines
from tests.formats.documents.markdown_talk import HEAD, LABELLED, SAID
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs


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
    """Names in bold type, headings and tables are speakers where they recur."""
    turns = [("Anna Lee", "We go."), ("Ben", "we stay."), ("Anna Lee", "Oh."), ("Ben", "Yes.")]
    text = "\n\n".join(label.format(name, said) for name, said in turns)
    talk = read(f"---\ntitle: x\n---\n\n{HEAD}{text}\n")
    assert talk.format == "markdown"
    assert dialogue(talk) == turns
    check_runs(talk)


@pytest.mark.parametrize(
    "rows",
    [
        "| Part | Cost |\n| --- | --- |\n| Wall | 5 |\n| Dam | 6 |",
        "A | B\n--|--\nWall | 5\nDam | 6",
    ],
)
def test_a_table_within_a_turn_is_said_by_who_speaks(rows: str) -> None:
    """A table within a turn is speech, and its first column has no speakers."""
    talk = read(f"{LABELLED}\n**Nora:** Look:\n\n{rows}\n\nSo it is.\n\n{LABELLED}")
    assert dialogue(talk)[4] == ("Nora", "Look: Wall 5 Dam 6 So it is. " + SAID[0][1])
    assert talk.speakers == ("Nora", "Samuel")
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
    """Bold subjects of sentences, and bold words that do not alternate, are no speakers."""
    times = 1 if "Soil" in text else 3
    assert {turn.speaker for turn in read(head + text * times).turns} == {None}


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
    """A bold label with a colon counts once, also below a table of participants."""
    table = [("Name", "Role"), ("---", "---"), ("Ann", "CEO"), ("Ben", "CFO")]
    said = [("Ann", "We go."), ("Ben", "No."), ("Ann", "Oh.")]
    talk = read(
        "# Notes\n\n"
        + "\n".join(row.format(*cells) for cells in table)
        + "\n\n"
        + "\n\n".join(label.format(*one) for one in said)
    )
    assert dialogue(talk) == said
    check_runs(talk)


def test_a_picture_on_a_line_of_its_own_is_left_out() -> None:
    """The description of a slide is no speech, be it with a time."""
    talk = read("# Gates\n\n![0:01:09 Waiting](a.jpg)\n\nWe wait.\n\n![0:02:00 On](b.jpg)\n\nOn.\n")
    assert [turn.text for turn in talk.turns] == ["We wait.\n\nOn."]
    assert [left.reason for left in talk.left_out].count("picture and its description") == 2
