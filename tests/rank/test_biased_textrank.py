"""Biased TextRank solves its definition, and stays near where it starts."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.biased_textrank import (
    DAMPING,
    LINK_GRID,
    MEANING_SHARE,
    REACH,
    TIME_WIDTH,
    biased_textrank,
    find_steps,
)
from nuggets.rank.textrank import link_sentences
from nuggets.vectors import GRID
from tests.arrays import clustered, grids


def chances_by_definition(rows: np.ndarray) -> np.ndarray:
    """Mix the rows of the links in meaning and in time."""
    n = len(rows)
    meant = (link_sentences(rows).toarray() / GRID**2) ** 2
    apart = np.abs(np.arange(n)[:, None] - np.arange(n)[None, :])
    timed = np.where((apart > 0) & (apart <= REACH), np.exp(-0.5 * (apart / TIME_WIDTH) ** 2), 0)
    meant, timed = (
        links / np.maximum(links.sum(axis=1, keepdims=True), 1e-12) for links in (meant, timed)
    )
    return np.asarray(MEANING_SHARE * meant + (1 - MEANING_SHARE) * timed)


@given(grids(least=1), st.data())
def test_it_solves_its_definition(rows: np.ndarray, data: st.DataObject) -> None:
    """It is the solution of x = (1 - d) r + d x P, n times, where r is the restart."""
    n = len(rows)
    drawn = data.draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))
    restart = np.array(drawn, dtype=np.float64)
    share = restart / restart.sum() if restart.any() else np.full(n, 1 / n)
    chances = chances_by_definition(rows)
    expected = np.linalg.solve(np.eye(n) - DAMPING * chances.T, (1 - DAMPING) * share) * n
    found = biased_textrank(find_steps(link_sentences(rows)), restart)
    np.testing.assert_allclose(found, expected, atol=1e-3)


def test_no_more_than_all_leaves_a_sentence() -> None:
    """The chances of leaving a sentence add up to 1, but for rounding; sums stay exact."""
    steps = find_steps(link_sentences(clustered(200)))
    leaving = np.asarray(steps.sum(axis=0)).ravel() / LINK_GRID
    assert (np.abs(leaving - 1) < 1e-3).all()
    assert (steps.data == np.rint(steps.data)).all()


def test_what_stands_near_the_start_comes_before_what_does_not() -> None:
    """Of sentences that mean nothing in common, those said next to the start score most."""
    steps = find_steps(link_sentences(np.zeros((100, 4))))
    found = biased_textrank(steps, np.eye(100)[40])
    assert list(np.argsort(-found, kind="stable")[:3]) == [40, 39, 41]
    assert found[80] < found[50] < found[41]
    assert math.isclose(found.sum(), 100, rel_tol=0.2)
