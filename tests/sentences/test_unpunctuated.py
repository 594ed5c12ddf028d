"""Unpunctuated talk is told from talk with marks."""

from __future__ import annotations

import pytest

from nuggets.sentences.splitter import main_boundary, split_sentences
from nuggets.sentences.unpunctuated import is_finished
from tests.builders import talk

CLAUSE = "we took the old machine apart in the yard behind the shop and looked at it "


@pytest.mark.parametrize(
    ("script", "boundary"),
    [
        ("Dana: We ship. | Lee: Yes.", "punctuation"),
        ("Dana: We ship. Then we rest. | Lee: yes", "punctuation"),
        ("Dana: We ship — | Lee: In May? | Dana: Sure [laughter]", "punctuation"),
        ("Dana: we ship | Lee: yes in may", "heuristic"),
        (f"Dana: {CLAUSE * 20} | Lee: Yes. That is so.", "heuristic"),
        ("今天我们讨论人工智能。| 好。", "punctuation"),
    ],
)
def test_the_boundary_is_what_ends_most_sentences(script: str, boundary: str) -> None:
    """By characters: turns that end without a mark, or segments that nobody could speak."""
    assert main_boundary(split_sentences(talk(script))) == boundary


def test_one_endless_turn_does_not_change_the_others() -> None:
    """A long turn without marks in a talk with marks is cut by itself; the others stay."""
    script = (
        f"Dana: Hello there. It is so good. | Lee: {CLAUSE * 12} | " + f"Dana: {CLAUSE}. | " * 20
    )
    sentences = split_sentences(talk(script.strip(" |")))
    assert main_boundary(sentences) == "punctuation"
    assert {one.boundary for one in sentences if one.speaker == "Lee"} == {"heuristic"}
    assert {one.boundary for one in sentences if one.speaker == "Dana"} == {"punctuation"}


@pytest.mark.parametrize("text", ["We.", 'We."', "We?)", "We —", "We --", "We.[1]", "We. (laughs)"])
def test_finished_texts(text: str) -> None:
    """Marks, dashes, and what may follow them."""
    assert is_finished(text)


@pytest.mark.parametrize("text", ["", "We", "We,", "We (laughs)", "[laughter]", "“We”"])
def test_unfinished_texts(text: str) -> None:
    """A comma goes on, and a direction ends nothing."""
    assert not is_finished(text)
