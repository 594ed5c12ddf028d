from __future__ import annotations

import pytest

from nuggets.embed.talk_vectors import load_models
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.term_proximity import term_coverage, term_proximity, weigh_terms
from tests.builders import spoken

NEUTRAL = "The weather in the mountains was lovely during all of last summer."


def talk_of(places: dict[int, str], *, length: int = 120) -> Talk:
    """Build a talk of neutral sentences, a turn each, with others at some places."""
    turns = [("Ann", places.get(i, NEUTRAL)) for i in range(length)]
    return prepare(spoken(turns), load_models("static"))


def test_words_in_one_place_are_covered_together() -> None:
    """All words of a focus side by side are a whole; far apart each is only its own share."""
    focus = parse_focus("heat pump", {})
    together = talk_of({10: "The heat came late.", 11: "The pump came first."})
    apart = talk_of({10: "The heat came late.", 90: "The pump came first."})
    assert term_coverage(together, focus) == 1.0
    assert 0.4 < term_coverage(apart, focus) < 0.6
    assert term_coverage(talk_of({}), focus) == 0.0


def test_weights_of_terms_add_up_to_what_is_said() -> None:
    """All words said weigh 1 together, the rare one more; what the talk never says, nothing."""
    focus = parse_focus("heat pump", {})
    both = weigh_terms(talk_of({5: "The heat.", 10: "The heat came late.", 90: "A pump."}), focus)
    assert sum(both.values()) == pytest.approx(1, abs=1e-6)
    assert both["pump"] > both["heat"] > 0
    assert 0 < sum(weigh_terms(talk_of({10: "The heat came late."}), focus).values()) < 1
    assert not weigh_terms(talk_of({}), focus)


def test_a_place_with_all_words_comes_before_one_that_repeats_a_word() -> None:
    """Saying one word over and over counts for less than saying both words once."""
    repeated = dict.fromkeys(range(8, 12), "The heat is the heat of the heat.")
    talk = talk_of({**repeated, 89: "The heat came late.", 90: "The pump came first."})
    proximity = term_proximity(talk, parse_focus("heat pump", {}))
    assert proximity[90] > proximity[10] > proximity[50]
    assert proximity.min() >= 0
    assert proximity.max() < 1
