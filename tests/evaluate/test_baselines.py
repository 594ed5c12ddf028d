"""Baselines against their definitions."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import split_terms
from nuggets.evaluate.baselines import (
    extend_to_nuggets,
    pick_oracle,
    rank_by_length,
    rank_by_mmr,
    rank_by_tenths,
    rank_randomly,
    score_by_textrank,
    smooth_over_window,
)
from nuggets.evaluate.tfidf import TfidfSpace
from nuggets.sentences.splitter import split_sentences
from tests.builders import talk

SCORES = st.lists(st.integers(0, 64).map(lambda n: n / 16), min_size=1, max_size=40)
WORDS = ("rubber", "case", "battery", "kinetic", "voice", "button")
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=9
)


@given(SCORES)
def test_the_window_is_the_sum_of_its_definition(values: list[float]) -> None:
    """Own score times .3 plus the one smoothed with 1 / (1 + distance), both by their maximum."""
    n = len(values)
    smooth = [
        sum(values[j] / (1 + abs(i - j)) for j in range(n) if abs(i - j) <= 10) for i in range(n)
    ]
    top, peak = max(values) or 1, max(smooth) or 1
    expected = [0.3 * own / top + around / peak for own, around in zip(values, smooth, strict=True)]
    np.testing.assert_allclose(smooth_over_window(np.array(values)), expected, atol=1e-4)


@given(TEXTS)
def test_textrank_solves_its_definition(texts: list[str]) -> None:
    """TextRank is the fixed point of the random walk over TF-IDF cosines."""
    space = TfidfSpace(texts)
    weights = space.similarity().toarray()
    out = weights.sum(axis=1, keepdims=True)
    step = np.where(out > 0, weights / np.where(out > 0, out, 1), 1 / len(texts))
    walk = np.eye(len(texts)) - 0.85 * step.T
    solved = np.linalg.solve(walk, np.full(len(texts), 0.15 / len(texts)))
    np.testing.assert_allclose(score_by_textrank(space), solved, atol=1e-6)


def rouge(picked: list[int], texts: list[str], reference: str) -> float:
    """Sum the F1 of unigrams and bigrams of stems, counted anew."""
    score = 0.0
    for n in (1, 2):

        def grams(text: str, n: int = n) -> Counter[tuple[str, ...]]:
            terms = split_terms(text)
            return Counter(tuple(terms[i : i + n]) for i in range(len(terms) - n + 1))

        said: Counter[tuple[str, ...]] = sum((grams(texts[i]) for i in picked), Counter())
        total = said.total() + grams(reference).total()
        score += 2 * (said & grams(reference)).total() / total if total else 0
    return score


@given(TEXTS, st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.integers(0, 4))
def test_the_oracle_is_greedy(texts: list[str], reference: str, count: int) -> None:
    """Each pick is the earliest of those that add the most ROUGE, and it stops when none does."""
    expected: list[int] = []
    while len(expected) < count:
        scores = [rouge([*expected, i], texts, reference) for i in range(len(texts))]
        left = [i for i in range(len(texts)) if i not in expected]
        best = max(left, key=lambda i: (round(scores[i], 9), -i), default=None)
        if best is None or scores[best] <= rouge(expected, texts, reference) + 1e-9:
            break
        expected.append(best)
    assert pick_oracle(texts, reference, count=count) == expected


def test_a_nugget_is_a_sentence_and_those_after_it_in_its_turn() -> None:
    """Nuggets stay in the turn, begin with five words or more, and share no sentence."""
    sentences = split_sentences(
        talk(
            "Dana: Rubber is what we should use. It is soft to touch. It is cheap. It lasts. | "
            "Lee: No. | Lee: Wood looks better than rubber does."
        )
    )
    words = [len(sentence.text.split()) for sentence in sentences]
    assert words == [6, 5, 3, 2, 1, 6]
    made = extend_to_nuggets([4, 2, 1, 0, 5], sentences, words, count=10, max_sentences=3)
    assert made == [[1, 2, 3], [0], [5]]
    assert extend_to_nuggets([1, 0, 5], sentences, words, count=1, max_sentences=2) == [[1, 2]]


def test_the_random_ranking_is_reproducible() -> None:
    """The same key gives the same order, another key another, each a permutation."""
    one = rank_randomly(50, key="Bed002\nbattery")
    assert one == rank_randomly(50, key="Bed002\nbattery") != rank_randomly(50, key="x")
    assert sorted(one) == list(range(50))


def test_of_equal_length_the_earlier_is_first() -> None:
    """The longest come first; of equals, the earlier."""
    assert rank_by_length([3, 5, 5, 1]) == [1, 2, 0, 3]


def test_the_best_of_each_tenth_leads() -> None:
    """The best sentence of each tenth that can begin a nugget comes first, these by score."""
    scores = np.arange(40.0)
    ranking = rank_by_tenths(scores, [9] * 39 + [2])
    assert ranking[:10] == [38, 35, 31, 27, 23, 19, 15, 11, 7, 3]
    assert sorted(ranking) == list(range(40))


def test_mmr_ranks_repeats_lower() -> None:
    """A near copy of the best sentence comes after a new one, and every sentence is ranked."""
    scores = np.array([1.0, 0.98, 0.7])
    same = np.array([[1, 0.8, 0], [0.8, 1, 0], [0, 0, 1]])
    ranking = rank_by_mmr(scores, lambda indices: same[np.ix_(indices, indices)])
    assert ranking == [0, 2, 1]


@pytest.mark.parametrize("texts", [["it is"], ["so it is", "it is"]])
def test_textrank_of_stop_words_is_zero(texts: list[str]) -> None:
    """With an empty vocabulary every score is 0."""
    assert not score_by_textrank(TfidfSpace(texts)).any()
