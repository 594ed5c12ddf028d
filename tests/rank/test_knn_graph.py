from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank import knn_graph as neighbours
from nuggets.rank.knn_graph import link_neighbours
from nuggets.vectors import GRID, to_grid
from tests.arrays import clustered, grids


def compare_all(vectors: np.ndarray, count: int) -> dict[tuple[int, int], int]:
    """Link by comparing each with each, in Python's whole numbers."""
    rows = [[int(x) for x in row] for row in vectors]
    links = {}
    for i, row in enumerate(rows):
        others = [
            (-sum(a * b for a, b in zip(row, other, strict=True)), j)
            for j, other in enumerate(rows)
            if j != i
        ]
        for negative, j in sorted(others)[:count]:
            if negative < 0:
                links[min(i, j), max(i, j)] = -negative
    return links


@given(grids(), st.integers(1, 12))
def test_neighbours_are_those_of_comparing_each_with_each(rows: np.ndarray, count: int) -> None:
    """A talk that fits into one leaf is compared whole: the links are exactly the strongest."""
    links = link_neighbours(rows, count=count)
    assert links == compare_all(rows, count)
    assert list(links) == sorted(links)


@given(grids(least=2), st.integers(1, 4))
def test_neighbours_of_a_cut_talk_are_true(rows: np.ndarray, count: int) -> None:
    """However small the leaves: links are of two sentences, positive, and as strong as they say."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "LEAF", 4)
        links = link_neighbours(rows, count=count)
        assert link_neighbours(rows.copy(), count=count) == links
    for (i, j), strength in links.items():
        assert i < j
        assert strength == int(rows[i] @ rows[j]) > 0
    assert len(links) <= count * len(rows)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of sentences compared at a time does not show."""
    rows = clustered(100)
    whole = link_neighbours(rows, count=5)
    monkeypatch.setattr(neighbours, "BLOCK", 7)
    assert link_neighbours(rows, count=5) == whole


def test_cut_talk_keeps_most_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting a long talk into leaves of a fifth loses less than a quarter of the links."""
    rows = clustered(1200)
    whole = link_neighbours(rows, count=10)
    monkeypatch.setattr(neighbours, "LEAF", 240)
    cut = link_neighbours(rows, count=10)
    assert len(cut.keys() & whole.keys()) > 0.75 * len(whole)


@pytest.mark.parametrize("rows", [clustered(3000, dim=8), np.zeros((3000, 4)), np.ones((3000, 4))])
def test_work_grows_as_n_log_n(rows: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    """No leaf is larger than LEAF and each tree holds each sentence once, even if all are alike."""
    monkeypatch.setattr(neighbours, "LEAF", 64)
    leaves = list(neighbours._leaves(to_grid(rows)))
    assert max(len(leaf) for leaf in leaves) <= 64
    assert min(len(leaf) for leaf in leaves) >= 16
    everyone = np.sort(np.concatenate(leaves))
    assert (everyone == np.repeat(np.arange(len(rows)), neighbours.TREES)).all()


def test_equals_link_to_the_earliest() -> None:
    """Where all sentences are alike, each links to the first ones."""
    links = link_neighbours(to_grid(np.ones((6, 4))), count=2)
    assert set(links) == {(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (0, 4), (1, 4), (0, 5), (1, 5)}
    assert set(links.values()) == {GRID**2}


def test_what_a_duplicate_does() -> None:
    """A sentence said twice links to itself and takes the same other neighbours as once."""
    rows = clustered(60)
    links = link_neighbours(np.concatenate([rows, rows[7:8]]), count=61)
    alone = link_neighbours(rows, count=61)
    assert {pair: strength for pair, strength in links.items() if 60 not in pair} == alone
    assert links[7, 60] == int(rows[7] @ rows[7])
    for i in range(60):
        if i != 7:
            assert links.get((i, 60)) == alone.get((min(i, 7), max(i, 7)))


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_is_near_nobody(n: int) -> None:
    """No sentence and a single one have no links."""
    assert link_neighbours(np.full((n, 3), 100.0), count=3) == {}


def test_zeros_and_opposites_are_never_linked() -> None:
    """A sentence without known words resembles nothing, nor do opposites each other."""
    rows = to_grid(np.array([[1.0, 0], [0, 0], [-1, 0], [0, 0], [0, 1]]))
    assert link_neighbours(rows, count=4) == {}
