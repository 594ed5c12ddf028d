from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.talk_vectors import load_models
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.focus_discussed import (
    MAX_TOKENS,
    OK_FROM,
    SHORT_TERMS,
    UNSURE_FROM,
    Evidence,
    gather_evidence,
    judge,
    log_odds,
    match_vocabulary,
)
from nuggets.rank.indexed_talk import Talk
from tests.builders import talk

RANKS = {"not-discussed": 0, "unsure": 1, "ok": 2}
shares = st.floats(0, 1)
evidence = st.builds(Evidence, st.floats(-1, 1), shares, shares, st.booleans())


def harbor() -> Talk:
    """Index a short talk about a harbor."""
    script = "Ann: The harbor froze in January. | Ben: Ships waited outside the ice for weeks."
    return prepare(talk(script), load_models("static"))


def match(focus: str) -> float:
    """Match a focus to the vocabulary of the harbor."""
    return match_vocabulary(harbor(), parse_focus(focus, {}), load_models("static").sentences)


@given(evidence, st.sampled_from(["meaning", "vocabulary", "coverage"]), shares)
def test_more_evidence_never_speaks_against(one: Evidence, name: str, added: float) -> None:
    """More of any number never lowers the log-odds or the status."""
    more = replace(one, **{name: getattr(one, name) + added})
    assert log_odds(more) >= log_odds(one)
    assert RANKS[judge(more)] >= RANKS[judge(one)]


@given(evidence)
def test_a_longer_focus_is_never_refused_more_readily(one: Evidence) -> None:
    """With the same evidence a focus of many words is met by chance less often than a short one."""
    assert RANKS[judge(replace(one, is_short=False))] >= RANKS[judge(replace(one, is_short=True))]


@given(evidence)
def test_what_is_said_in_one_place_is_never_denied(one: Evidence) -> None:
    """A talk that says every word of a focus in one place is never told not to discuss it."""
    assert judge(replace(one, coverage=1.0)) != "not-discussed"


@given(evidence)
def test_the_thresholds_part_the_log_odds(one: Evidence) -> None:
    """Below the first a focus is refused, from the second on it is answered, in between unsure."""
    odds = log_odds(one)
    if one.coverage < 1:
        assert judge(one) == (
            "ok" if odds >= OK_FROM else "unsure" if odds >= UNSURE_FROM else "not-discussed"
        )


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30), st.randoms())
def test_the_order_of_sentences_does_not_matter(cosine: list[float], random: object) -> None:
    """The meaning is that of the nearest sentences, wherever in the talk they stand."""
    indexed, focus = harbor(), parse_focus("ice", {})
    tokens = load_models("static").sentences
    turned = [*cosine]
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert gather_evidence(indexed, focus, tokens, np.array(cosine)) == gather_evidence(
        indexed, focus, tokens, np.array(turned)
    )


@pytest.mark.parametrize(("focus", "is_short"), [("ice", True), ("ice of the harbor", True),
                                                 ("ships, ice and harbor", False)])  # fmt: skip
def test_a_focus_of_few_words_is_short(focus: str, is_short: bool) -> None:
    """Stop words do not count."""
    parsed = parse_focus(focus, {})
    found = gather_evidence(harbor(), parsed, load_models("static").sentences, np.zeros(2))
    assert found.is_short == is_short == (len(parsed.groups) <= SHORT_TERMS)


def test_words_that_are_said_match_the_vocabulary_whole() -> None:
    """What the talk says matches by 1, what is near in meaning by more than what is far."""
    assert match("harbor ice") == pytest.approx(1.0, abs=1e-3)
    assert match("harbor") > match("port") > match("trigonometry")
    assert 0 <= match("trigonometry") < 0.6


@given(st.text(max_size=20).filter(lambda text: any(map(str.isalnum, text))))
def test_any_focus_matches_by_a_share(text: str) -> None:
    """Whatever is asked, the match lies between 0 and 1, up to the rounding of the vectors."""
    assert 0 <= match(text) <= 1.001


def test_of_a_very_long_focus_the_beginning_is_matched() -> None:
    """Tokens beyond the limit are not looked up."""
    numbers = " ".join(f"{i}{i + 1}" for i in range(100, 100 + 2 * MAX_TOKENS))
    assert match(f"{numbers} harbor") == match(numbers)
