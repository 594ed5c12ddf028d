from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import nuggets
from nuggets.embed.talk_vectors import load_models
from nuggets.pick.candidates import find_candidates, long_sentences, readability_factor
from nuggets.pick.passages import Passage
from nuggets.pipeline import prepare
from nuggets.rank.indexed_talk import Talk
from tests.builders import talk
from tests.processes import SAMPLE


@cache
def sample() -> Talk:
    """The sample talk, split and embedded once."""
    return prepare(nuggets.read(SAMPLE), load_models("static"))


@settings(max_examples=15)
@given(st.integers(0, 2**16), st.floats(0, 1))
def test_what_is_not_allowed_is_in_no_candidate(seed: int, share: float) -> None:
    """Each candidate that is left has only allowed sentences, and its own topicality."""
    chances = np.random.default_rng(seed).random(len(sample().sentences))
    allowed = (chances < share).tolist()
    every = find_candidates(sample(), max_sentences=2)
    left = every.allow(sample(), allowed)
    assert len(left.passages) == len(left.topicality)
    assert all(allowed[i] for passage in left.passages for i in passage.indices)
    by_place = {(p.first, p.last): t for p, t in zip(every.passages, every.topicality, strict=True)}
    for passage, topicality in zip(left.passages, left.topicality, strict=True):
        assert by_place[passage.first, passage.last] == topicality


def test_where_all_is_allowed_nothing_changes() -> None:
    """No limit leaves the candidates as they are."""
    every = find_candidates(sample(), max_sentences=3)
    assert every.allow(sample(), [True] * len(sample().sentences)) is every


def test_longer_passages_say_no_less() -> None:
    """A passage that holds another one has at least its topicality."""
    every = find_candidates(sample(), max_sentences=2)
    found = list(zip(every.passages, every.topicality, strict=True))
    for passage, topicality in found:
        for other, more in found:
            if other.first <= passage.first and passage.last <= other.last:
                assert more >= topicality


def test_readability_weighs_as_much_as_asked() -> None:
    """With weight 0 only the discount for hosts is left; with 1 it is multiplied in full."""
    passages = find_candidates(sample(), max_sentences=1).passages
    discount = np.array([sample().host_discount[p.first] for p in passages])
    readability = np.array([p.readability for p in passages])
    assert np.array_equal(readability_factor(sample(), passages, 0.0), discount)
    assert np.allclose(readability_factor(sample(), passages, 1.0), readability * discount)


def test_short_sentences_may_be_said_twice() -> None:
    """Only sentences of some length count as repeats."""
    words = "The harbor was dammed in 1931 and the salmon never came back. I regret it."
    found = prepare(talk(f"Ann: {words}"), load_models("static"))
    passage = Passage(first=0, last=1, question=None, readability=1.0, words=15)
    assert long_sentences(found, passage) == {found.texts[0]}
