from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.pick.explain import NAMES, explain
from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS

PARTS = ("relevance", "novelty")
shares = st.fixed_dictionaries({part: st.floats(0, 1) for part in PARTS})


@given(shares, st.none() | st.text(min_size=1), st.lists(st.text(min_size=1), max_size=3))
def test_every_score_is_said(scores: dict[str, float], focus: str | None, said: list[str]) -> None:
    """Each score stands in the sentence with two digits, in the same order."""
    why = explain(scores, focus=focus, said=said if focus is not None else [])
    places = [why.index(f"({part} {scores[part]:.2f}") for part in PARTS]
    assert places == sorted(places)


@given(shares)
def test_without_a_focus_no_words_are_claimed(scores: dict[str, float]) -> None:
    """What was picked for the whole talk says nothing about a focus."""
    why = explain(scores, focus=None, said=[])
    assert "focus" not in why
    assert 'says "' not in why


@pytest.mark.parametrize(
    ("relevance", "said", "start"),
    [
        (0.9, ["agi"], 'right on the focus (relevance 0.90; says "agi")'),
        (
            0.5,
            [],
            "about the focus (relevance 0.50; "
            "says none of its words, but is near in meaning or place)",
        ),
        (0.1, ["a", "b"], 'near the focus (relevance 0.10; says "a", "b")'),
    ],
)
def test_how_relevance_is_said(relevance: float, said: list[str], start: str) -> None:
    """The words of the focus are named; where there are none, so is that."""
    scores = dict.fromkeys(PARTS, 0.5) | {"relevance": relevance}
    assert explain(scores, focus="AGI", said=said).startswith(start)


def test_grades_rise() -> None:
    """A higher score is said in stronger words."""
    words = [
        re.sub(r"[\d.]+", "", explain(dict.fromkeys(PARTS, share), focus=None, said=[]))
        for share in (0.1, 0.5, 0.9)
    ]
    assert len(set(words)) == 3
    assert "tells a little" in words[0]
    assert "tells a lot" in words[2]


def test_why_it_stands_above_what_was_left_out_comes_last() -> None:
    """The factors that decided are named with what they add; without any, nothing is."""
    scores = dict.fromkeys(PARTS, 0.5)
    why = explain(scores, focus="AGI", said=[], reasons={"textrank": 1.25, "word": 0.5})
    end = "; above the best passage left out: TextRank (+1.25), words of the focus nearby (+0.50)"
    assert why.endswith(end)
    assert "left out" not in explain(scores, focus="AGI", said=[])


def test_every_factor_has_a_name_for_people() -> None:
    """Whatever decides can be named."""
    assert {*FOCUS_FACTORS, *TALK_FACTORS, "readability"} == set(NAMES)
