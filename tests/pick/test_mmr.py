from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.pick.mmr import REPEAT, diversify
from nuggets.vectors import argsort_descending, cosines
from tests.arrays import grids


@st.composite
def candidates(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Passages with their values and how similar they are."""
    rows = draw(grids(most=12))
    chances = st.integers(1, 8)
    values = draw(st.lists(chances, min_size=len(rows), max_size=len(rows)))
    return np.array(values, dtype=np.float64) / 8, cosines(rows, rows)


def no_exclusion(n: int) -> Callable[[int], np.ndarray]:
    """Let all stand beside each other."""
    return lambda _pick: np.zeros(n, dtype=np.bool_)


def pick(values: np.ndarray, similarity: np.ndarray, **settings: Any) -> list[int]:
    """Pick, and leave out how near each is."""
    settings.setdefault("excludes", no_exclusion(len(values)))
    return [i for i, _ in diversify(values, lambda i: similarity[i], **settings)]


def pick_slowly(values: np.ndarray, similarity: np.ndarray, diversity: float) -> list[int]:
    """Take, as long as any is left, the best by the formula; of equals the earlier."""
    left, picked = list(range(len(values))), list[int]()
    while left:
        near = {i: max([0.0, *(min(1.0, similarity[i, j]) for j in picked)]) for i in left}
        left = [i for i in left if near[i] < REPEAT]
        if left:
            worth = {i: round(values[i] * (1 - diversity * near[i]) * 2**20) for i in left}
            picked.append(max(left, key=lambda i: (worth[i], -i)))
            left.remove(picked[-1])
    return picked


@given(candidates(), st.sampled_from([0.25, 0.5, 0.75]))
def test_picks_are_those_of_the_formula(
    drawn: tuple[np.ndarray, np.ndarray], diversity: float
) -> None:
    """The greedy choice is the one that the docstring defines, leaving out what repeats."""
    picks = pick(*drawn, count=len(drawn[0]), diversity=diversity)
    assert picks == pick_slowly(*drawn, diversity)


@given(candidates(), st.integers(0, 12), st.sampled_from([0.0, 0.35, 1.0]))
def test_more_picks_extend_fewer(
    drawn: tuple[np.ndarray, np.ndarray], count: int, diversity: float
) -> None:
    """The first n of n + 1 picks are the n picks."""
    fewer = pick(*drawn, count=count, diversity=diversity)
    more = pick(*drawn, count=count + 1, diversity=diversity)
    assert more[: len(fewer)] == fewer
    assert len(fewer) <= count
    assert len(set(more)) == len(more)


@given(candidates(), st.integers(1, 12))
def test_no_diversity_is_plain_top_n(drawn: tuple[np.ndarray, np.ndarray], count: int) -> None:
    """With diversity 0 the most valuable are taken, repeats and all, in the order of value."""
    assert pick(*drawn, count=count, diversity=0) == argsort_descending(drawn[0])[:count]


@given(candidates(), st.integers(0, 3))
def test_what_excludes_each_other_is_not_picked_together(
    drawn: tuple[np.ndarray, np.ndarray], gap: int
) -> None:
    """No two picks exclude each other, and whoever was left out stood beside a pick."""
    n = len(drawn[0])
    picks = pick(*drawn, count=99, diversity=0, excludes=lambda i: np.abs(np.arange(n) - i) <= gap)
    assert all(abs(i - j) > gap for i in picks for j in picks if i != j)
    assert all(any(abs(i - j) <= gap for j in picks) for i in range(n))


@given(candidates(), st.integers(0, 20))
def test_picks_fit_together(drawn: tuple[np.ndarray, np.ndarray], room: int) -> None:
    """What does not fit any more is passed over; smaller ones after it still get in."""
    sizes = np.array([1.0 + i % 5 for i in range(len(drawn[0]))])
    picks = pick(*drawn, count=99, diversity=0, sizes=sizes, room=room)
    used = sum(sizes[i] for i in picks)
    assert used <= room
    assert all(used + sizes[i] > room for i in set(range(len(sizes))) - set(picks))


def test_picks_come_in_the_order_of_picking_with_how_near_they_are() -> None:
    """An answer is not sorted by place or by value; the first is near to nothing."""
    similarity = np.array([[1, 0.8, 0], [0.8, 1, 0], [0, 0, 1.0]])
    values = np.array([0.9, 1.0, 0.7])
    picks = diversify(
        values, lambda i: similarity[i], count=3, diversity=0.5, excludes=no_exclusion(3)
    )
    assert picks == [(1, 0.0), (2, 0.0), (0, 0.8)]


def test_of_what_is_all_the_same_one_is_picked() -> None:
    """Identical candidates give one pick, the earliest; with diversity 0, as many as asked for."""
    values, similarity = np.full(4, 0.5), np.ones((4, 4))
    assert pick(values, similarity, count=3, diversity=0.35) == [0]
    assert pick(values, similarity, count=3, diversity=0) == [0, 1, 2]


def test_what_is_worth_nothing_is_not_picked() -> None:
    """No candidates, no picks; nor any of value 0, nor where none fits."""
    assert pick(np.zeros(0), np.zeros((0, 0)), count=3, diversity=0) == []
    assert pick(np.array([0.0, 1.0]), np.eye(2), count=3, diversity=0) == [1]
    assert pick(np.ones(2), np.eye(2), count=3, diversity=0, sizes=np.ones(2), room=0) == []
