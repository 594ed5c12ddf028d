"""Labels of more words than a name has."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

BISHOP = "The Lord Bishop of St Edmundsbury and Ipswich"
MINISTER = "The Minister of State, Department for Energy Security and Net Zero (Lord Lee) (Lab)"


@pytest.mark.parametrize("name", [BISHOP, MINISTER, f"**{BISHOP}**", BISHOP.upper()])
@pytest.mark.parametrize("stamp", ["", "[00:01:02] "])
def test_a_long_label_that_recurs_is_a_speaker(name: str, stamp: str) -> None:
    """A label of many words begins a turn of its own."""
    talk = read(f"{stamp}Dr Moss: So.\n\n{stamp}{name}: Why?\n\n" * 3)
    assert spoken(talk) == [("Dr Moss", "So."), (name.strip("*"), "Why?")] * 3
    check_places(talk)


def test_a_long_label_with_a_title_is_a_speaker_once() -> None:
    """A long label that begins with a title counts even if it occurs once."""
    talk = read(
        "The Chair: So.\n\nDr Moss: No.\nMore.\n\n" * 5 + f"{BISHOP}: Why?\n\nDr Moss: So.\n"
    )
    assert spoken(talk)[-2:] == [(BISHOP, "Why?"), ("Dr Moss", "So.")]


def test_a_long_label_that_may_be_none_is_nobodys() -> None:
    """Where all lines have labels, other words before a colon begin an unknown speaker's turn."""
    line = "Man near the third door: Why?"
    talk = read(f"ANNA: So.\nBEN: No.\nANNA: Yes.\nBEN: Oh.\nANNA: Now.\n{line}\n" * 3)
    assert spoken(talk)[5] == (None, line)
    assert talk.speakers == ("ANNA", "BEN")
    assert len(talk.warnings) == 1
    assert talk.warnings[0].startswith("line 6: words that may name somebody (and 2 more)")
    check_nothing_lost(talk)


@pytest.mark.parametrize(
    "line",
    [
        "The thing about the old dam is this: it leaks.",
        "The Thing About the Old Dam and the Lake: it leaks.",
        "Here Is the Thing About the Old Dam: it leaks.",
    ],
)
def test_a_sentence_with_a_colon_is_no_label(line: str) -> None:
    """Words before a colon that occur once, or among unlabelled paragraphs, stay in the turn."""
    talk = read("ANNA: So.\nBEN: No.\n" * 3 + f"ANNA: Well.\n{line}\nBEN: Oh.\n")
    assert talk.turns[-2].text == f"Well.\n{line}"
    talk = read(f"ANNA: Well.\n{line.lower().capitalize()}\nBEN: Oh.\nYes.\n" * 3)
    assert talk.turns[0].text == f"Well.\n{line.lower().capitalize()}"
    assert talk.warnings == ()
