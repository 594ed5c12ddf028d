from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.neighbours import find_neighbours
from nuggets.rank import (
    DAMPING,
    K1,
    NEIGHBOURS,
    REACH,
    SPREAD,
    B,
    bm25,
    index_terms,
    relevance,
    spread,
    textrank,
)
from nuggets.vectors import STEP, to_grid
from tests.arrays import clustered, grids

talks = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6), max_size=12)
scores = st.lists(st.integers(0, 2**20), min_size=1, max_size=250)


def by_definition(vectors: np.ndarray, damping: float) -> np.ndarray:
    """Solve x = (1 - d) / n + d (x P), where who has no link jumps anywhere."""
    n = len(vectors)
    weights = np.zeros((n, n))
    for (i, j), strength in find_neighbours(vectors, count=NEIGHBOURS).items():
        weights[i, j] = weights[j, i] = strength
    out = weights.sum(axis=1, keepdims=True)
    chances = np.where(out > 0, weights / np.where(out > 0, out, 1), 1 / n)
    return np.linalg.solve(np.eye(n) - damping * chances.T, np.full(n, (1 - damping) / n))


@given(grids(least=1), st.sampled_from([DAMPING, 0.5, 0.95]))
def test_textrank_solves_its_definition(rows: np.ndarray, damping: float) -> None:
    """TextRank is the solution of the linear system in the paper."""
    found = textrank(rows, damping=damping)
    np.testing.assert_allclose(found, by_definition(rows, damping), atol=1e-9)
    assert found.sum() == pytest.approx(1.0, abs=1e-8)
    assert (found >= 0).all()


def test_textrank_of_a_talk_solves_its_definition() -> None:
    """So it does for a talk of some length, where only near sentences are linked."""
    rows = clustered(300)
    np.testing.assert_allclose(textrank(rows), by_definition(rows, DAMPING), atol=1e-10)


def test_textrank_follows_a_new_order() -> None:
    """Reordering sentences reorders scores."""
    rows = clustered(80)
    shuffled = np.random.default_rng(1).permutation(80)
    np.testing.assert_array_equal(textrank(rows[shuffled]), textrank(rows)[shuffled])


@given(grids(least=1, most=5), st.data())
def test_textrank_scores_equals_equally(rows: np.ndarray, data: st.DataObject) -> None:
    """The same sentence said twice gets the same score twice."""
    i = data.draw(st.integers(0, len(rows) - 1))
    found = textrank(np.concatenate([rows, rows[i : i + 1]]))
    assert found[i] == pytest.approx(found[-1], abs=2.0**-35)


def test_textrank_at_the_edges() -> None:
    """Nothing, one sentence, zeros alone: no link, no difference."""
    assert textrank(np.zeros((0, 4))).tolist() == []
    assert textrank(to_grid(np.ones((1, 4)))).tolist() == [1.0]
    assert textrank(np.zeros((4, 4))).tolist() == [0.25] * 4


def score_slowly(terms: list[list[str]], query: dict[str, float]) -> list[float]:
    """BM25 as the formula reads, sentence by sentence."""
    n = len(terms)
    mean = max(1.0, sum(len(sentence) for sentence in terms) / max(1, n))
    found = []
    for sentence in terms:
        score = 0.0
        for term, weight in query.items():
            df = sum(term in other for other in terms)
            idf = math.log(1 + (n - df + 0.5) / (df + 0.5))
            tf = sentence.count(term)
            norm = K1 * (1 - B + B * len(sentence) / mean)
            score += weight * idf * tf * (K1 + 1) / (tf + norm) if tf else 0.0
        found.append(score)
    return found


@given(talks, st.dictionaries(st.sampled_from("abcxyz"), st.sampled_from([0.5, 1.0]), max_size=4))
def test_bm25_is_its_formula(terms: list[list[str]], query: dict[str, float]) -> None:
    """The inverted index gives what the formula gives, but for the rounding of the logarithm."""
    found = bm25(index_terms(terms), query)
    np.testing.assert_allclose(found, score_slowly(terms, query), atol=0.01)
    turned = dict(reversed(query.items()))
    assert bm25(index_terms(terms), turned).tobytes() == found.tobytes()


def test_prominence_asks_for_rare_but_repeated() -> None:
    """A term said three times names more than one said once, and than one said everywhere."""
    postings = index_terms([["a", "b"], ["a", "b"], ["a", "b", "c"], *[["a"]] * 20])
    assert postings.prominence("b") > postings.prominence("c") > postings.prominence("a")
    assert postings.prominence("z") == 0


@given(scores, st.integers(1, 9))
def test_spread_is_linear(values: list[int], factor: int) -> None:
    """Scores that are so many times as high spread as high, and sums spread as sums."""
    one = np.array(values, dtype=np.float64) / 2**16
    other = one[::-1].copy()
    slack = STEP * (factor + 2)
    np.testing.assert_allclose(spread(one * factor), spread(one) * factor, atol=slack)
    np.testing.assert_allclose(spread(one + other), spread(one) + spread(other), atol=slack)


@given(scores)
def test_spread_is_symmetrical(values: list[int]) -> None:
    """A talk told backwards spreads backwards, to the bit."""
    forth = np.array(values, dtype=np.float64) / 2**16
    assert spread(forth[::-1].copy()).tobytes() == spread(forth)[::-1].tobytes()


@given(scores)
def test_spread_sums_in_any_order(values: list[int]) -> None:
    """Every sum is exact: Python's whole numbers give the same bits."""
    found = spread(np.array(values, dtype=np.float64) / 2**16)
    bell = [round(math.exp(-0.5 * (d / SPREAD) ** 2) * 2**16) for d in range(-REACH, REACH + 1)]
    for i in range(0, len(values), 17):
        near = range(max(0, i - REACH), min(len(values), i + REACH + 1))
        exact = sum(values[j] * bell[j - i + REACH] for j in near)
        assert found[i] == round(exact / 2**16 / sum(bell) / STEP) * STEP


def test_spread_keeps_constants_in_the_middle() -> None:
    """Where everything scores alike it stays so, but at both ends, where there is less around."""
    found = spread(np.full(3 * REACH, 0.5))
    assert found[REACH : 2 * REACH].tolist() == [0.5] * REACH
    assert found[0] == found[-1] < 0.5
    assert spread(np.zeros(0)).tolist() == []
    assert spread(np.array([1.0])).shape == (1,)


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 9)), max_size=30))
def test_relevance_rises_with_meaning_and_word(pairs: list[tuple[float, float]]) -> None:
    """Who is above another by meaning and by word is not below it by relevance."""
    closeness = np.array([pair[0] for pair in pairs])
    wording = np.array([pair[1] for pair in pairs])
    found = relevance(closeness, wording)
    assert (found >= 0).all()
    for i in range(len(pairs)):
        for j in range(len(pairs)):
            if closeness[i] >= closeness[j] and wording[i] >= wording[j]:
                assert found[i] >= found[j]
