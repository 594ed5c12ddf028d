"""TF-IDF cosines and redundancy against their formulas."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.tfidf import TfidfSpace

WORDS = ("rubber", "case", "battery", "kinetic", "voice")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1)


def by_hand(texts: list[str], one: str, other: str) -> float:
    """Cosine of two texts with idf = 1 + ln((1 + n) / (1 + df)), as scikit-learn documents it."""
    split = [text.split() for text in texts]
    known = {word for text in split for word in text}

    def weigh(text: str) -> dict[str, float]:
        return {
            word: text.split().count(word)
            * (1 + math.log((1 + len(split)) / (1 + sum(word in text for text in split))))
            for word in known
        }

    a, b = weigh(one), weigh(other)
    norm = math.hypot(*a.values()) * math.hypot(*b.values())
    return sum(a[word] * b[word] for word in known) / norm if norm else 0.0


@given(TEXTS, TEXTS)
def test_redundancy_is_the_mean_cosine_of_all_pairs(texts: list[str], nuggets: list[str]) -> None:
    """Redundancy averages the cosines of all pairs in the space of the talk's sentences."""
    pairs = [by_hand(texts, a, b) for i, a in enumerate(nuggets) for b in nuggets[i + 1 :]]
    expected = sum(pairs) / len(pairs) if pairs else 0.0
    assert TfidfSpace(texts, keeps_stop_words=True).redundancy(nuggets) == pytest.approx(
        expected, abs=1e-4
    )


def test_redundancy_of_equal_and_of_unrelated_nuggets() -> None:
    """Two equal nuggets have 1, two without a common word 0, a single one 0."""
    space = TfidfSpace(["rubber case", "kinetic battery"], keeps_stop_words=True)
    assert space.redundancy(["rubber case"] * 2) == pytest.approx(1, abs=1e-4)
    assert space.redundancy(["rubber case", "kinetic battery"]) == 0
    assert space.redundancy(["rubber case"]) == 0


def test_a_talk_of_stop_words_has_no_similarity() -> None:
    """With an empty vocabulary all similarities are 0 or None."""
    space = TfidfSpace(["it is", "so it is"])
    assert space.similarity() is None
    assert not space.compare([0, 1]).any()
    assert space.redundancy(["it is", "it is"]) == 0


def test_no_sentence_resembles_itself_in_the_graph() -> None:
    """The similarity of all has an empty diagonal, and agrees with that of some."""
    space = TfidfSpace(["rubber case", "rubber battery", "voice"])
    similarity = space.similarity().toarray()
    assert not similarity.diagonal().any()
    some = space.compare([0, 1])
    assert some[0, 1] == similarity[0, 1] > 0
    assert np.allclose(some.diagonal(), 1, atol=1e-4)
