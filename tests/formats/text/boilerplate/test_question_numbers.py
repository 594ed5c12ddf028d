"""Question and paragraph numbers before speaker labels."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

FORMS = [
    "Q{}             Chair: ",
    "Q{}\tChair: ",
    "**Q{}** **Chair:** ",
    "Q{} Chair: ",
    "Q{}\nChair: ",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("step", [1, 3])
def test_numbers_of_questions_are_no_part_of_the_name(form: str, step: int) -> None:
    """Numbers of questions are stripped, with and without gaps."""
    parts = [f"{form.format(i)}Why {i}?\n\nDr. Lee: Because.\n" for i in range(98, 113, step)]
    talk = read("\n".join(parts))
    assert talk.speakers == ("Chair", "Dr. Lee")
    assert talk.turns[0].text == "Why 98?"
    assert {left.reason for left in talk.left_out} == {"question number"}
    assert len(talk.left_out) == len(parts)
    check_places(talk)
    check_nothing_lost(talk)


def test_a_number_stands_before_a_long_label_too() -> None:
    """Numbers are stripped before labels of many words, too."""
    bishop = "The Lord Bishop of St Edmundsbury and Ipswich"
    talk = read("".join(f"Q{i} {bishop}: Why?\n\nDr. Lee: So.\n\n" for i in range(1, 5)))
    assert talk.speakers == (bishop, "Dr. Lee")


def test_a_number_before_a_known_name_is_none_of_it() -> None:
    """A single number is stripped where the name also occurs without one."""
    talk = read("Chair: Why?\nDr. Lee: So.\nQ7 Chair: How?\nDr. Lee: Oh.\n")
    assert talk.speakers == ("Chair", "Dr. Lee")
    assert [left.reason for left in talk.left_out] == ["question number"]


@pytest.mark.parametrize("form", ["[{}] {}: ", "{}. {}: ", "{} {}: "])
def test_numbers_of_paragraphs_are_no_part_of_the_name(form: str) -> None:
    """Numbers of paragraphs, one for each speech, are stripped."""
    names = ["Ann Jones", "Dr. Lee"] * 5
    text = "\n\n".join(form.format(i, name) + f"Point {i}." for i, name in enumerate(names, 37))
    talk = read(text)
    assert spoken(talk) == [(name, f"Point {i}.") for i, name in enumerate(names, 37)]
    check_nothing_lost(talk)


def test_quarters_of_a_year_are_no_questions() -> None:
    """A numbered list within a turn keeps its numbers."""
    listed = "Q1 Revenue: 5.\nQ2 Revenue: 6.\nQ3 Revenue: 7."
    talk = read("ANNA: Why?\nBEN: So.\nNo.\n" * 5 + f"ANNA: Here:\n{listed}\nBEN: Oh.\n")
    assert talk.turns[10].text == f"Here:\n{listed}"
    assert "Q1" in read("Q1 results: good.\nQ2 was late.\n").turns[0].text
    points = "\n".join(f"{i}. Rule {i}: never." for i in range(1, 9))
    talk = read("ANNA: Why?\nBEN: So.\nNo.\n" * 5 + f"ANNA: Here:\n{points}\nBEN: Oh.\n")
    assert talk.turns[10].text == f"Here:\n{points}"
