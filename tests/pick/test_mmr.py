from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.pick.mmr import REPEAT, diversify
from nuggets.vectors import argsort_descending, cosines
from tests.arrays import grids


@st.composite
def candidates(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Passages with their relevance and how similar they are."""
    rows = draw(grids(most=12))
    chances = st.integers(0, 8)
    relevance = draw(st.lists(chances, min_size=len(rows), max_size=len(rows)))
    return np.array(relevance, dtype=np.float64) / 8, cosines(rows, rows)


def pick_slowly(relevance: np.ndarray, similarity: np.ndarray, diversity: float) -> list[int]:
    """Take, as long as any is left, the best by the formula; of equals the earlier."""
    left, picked = list(range(len(relevance))), list[int]()
    while left:
        near = {i: max([0.0, *(min(1.0, similarity[i, j]) for j in picked)]) for i in left}
        value = {
            i: round(((1 - diversity) * relevance[i] - diversity * near[i]) * 2**20) for i in left
        }
        best = max(left, key=lambda i: (value[i], -i))
        left.remove(best)
        if near[best] < REPEAT:
            picked.append(best)
    return picked


@given(candidates(), st.sampled_from([0.25, 0.5, 0.75, 1.0]))
def test_picks_are_those_of_the_formula(
    drawn: tuple[np.ndarray, np.ndarray], diversity: float
) -> None:
    """The greedy choice is the one that the paper defines, leaving out what repeats."""
    picks = diversify(*drawn, count=len(drawn[0]), diversity=diversity)
    assert [pick.index for pick in picks] == pick_slowly(*drawn, diversity)


@given(candidates(), st.integers(0, 12), st.sampled_from([0.0, 0.35, 1.0]))
def test_more_picks_extend_fewer(
    drawn: tuple[np.ndarray, np.ndarray], count: int, diversity: float
) -> None:
    """The first n of n + 1 picks are the n picks."""
    fewer = diversify(*drawn, count=count, diversity=diversity)
    more = diversify(*drawn, count=count + 1, diversity=diversity)
    assert more[: len(fewer)] == fewer
    assert len(fewer) <= count
    assert len({pick.index for pick in more}) == len(more)


@given(candidates(), st.integers(1, 12))
def test_no_diversity_is_plain_top_n(drawn: tuple[np.ndarray, np.ndarray], count: int) -> None:
    """With diversity 0 the most relevant are taken, repeats and all, in the order of relevance."""
    picks = diversify(*drawn, count=count, diversity=0)
    assert [pick.index for pick in picks] == argsort_descending(drawn[0])[:count]


@given(candidates())
def test_novelty_is_the_distance_to_earlier_picks(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    """Novelty is 1 for the first, then what is left of 1 next to the most similar earlier pick."""
    picks = diversify(*drawn, count=99, diversity=0.35)
    for rank, pick in enumerate(picks):
        near = [drawn[1][pick.index, earlier.index] for earlier in picks[:rank]]
        assert pick.novelty == 1 - min(1.0, max([0.0, *near]))
        assert pick.novelty > 1 - REPEAT


@given(candidates(), st.integers(0, 3))
def test_what_excludes_each_other_is_not_picked_together(
    drawn: tuple[np.ndarray, np.ndarray], gap: int
) -> None:
    """No two picks exclude each other, and whoever was left out stood beside an earlier pick."""
    picks = diversify(*drawn, count=99, diversity=0, excludes=lambda i, j: abs(i - j) <= gap)
    places = [pick.index for pick in picks]
    assert all(abs(i - j) > gap for i in places for j in places if i != j)
    assert all(any(abs(i - j) <= gap for j in places) for i in range(len(drawn[0])))


@given(candidates(), st.integers(0, 20))
def test_picks_fit_together(drawn: tuple[np.ndarray, np.ndarray], room: int) -> None:
    """What does not fit any more is passed over; smaller ones after it still get in."""
    sizes = [1 + i % 5 for i in range(len(drawn[0]))]
    picks = diversify(
        *drawn, count=99, diversity=0, fits=lambda chosen: sum(sizes[i] for i in chosen) <= room
    )
    used = sum(sizes[pick.index] for pick in picks)
    rest = set(range(len(sizes))) - {pick.index for pick in picks}
    assert used <= room
    assert all(used + sizes[i] > room for i in rest)


def test_picks_come_in_the_order_of_picking() -> None:
    """An answer is not sorted by place or by relevance."""
    similarity = np.array([[1, 0.8, 0], [0.8, 1, 0], [0, 0, 1.0]])
    picks = diversify(np.array([0.9, 1.0, 0.7]), similarity, count=3, diversity=0.5)
    assert [pick.index for pick in picks] == [1, 2, 0]


def test_of_what_is_all_the_same_one_is_picked() -> None:
    """Identical candidates give one pick, the earliest; with diversity 0, as many as asked for."""
    relevance, similarity = np.full(4, 0.5), np.ones((4, 4))
    assert [pick.index for pick in diversify(relevance, similarity, count=3, diversity=0.35)] == [0]
    plain = diversify(relevance, similarity, count=3, diversity=0)
    assert [pick.index for pick in plain] == [0, 1, 2]


def test_nothing_to_pick_from() -> None:
    """No candidates, no picks; nor any where none fits."""
    assert diversify(np.zeros(0), np.zeros((0, 0)), count=3, diversity=0) == ()
    assert diversify(np.ones(2), np.eye(2), count=3, diversity=0, fits=lambda _chosen: False) == ()
