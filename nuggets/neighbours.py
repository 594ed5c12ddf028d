"""Which sentences resemble which: each sentence's strongest neighbours, exactly ordered."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nuggets.vectors import GRID, Matrix

LEAF = 2048
"""Sentences that are compared each with each. A talk of up to so many (three hours) is compared
whole; a longer one is cut into leaves, so that time grows as n log n and not as n squared."""

TREES = 3
"""Ways of cutting a long talk. What one cut parts, another leaves together."""


def find_neighbours(vectors: Matrix, *, count: int) -> dict[tuple[int, int], int]:
    """Link each sentence to those most like it.

    Args:
        vectors: Array of shape (n, dim) on the grid.
        count: Links that each sentence chooses, the strongest; of equals, the earliest. Only
            positive similarities make links.

    Returns:
        For each link (i, j) with i < j its strength, a whole number in (0, GRID**2]; a link is
        there if either end chose it.

    Source:
        Dasgupta and Freund (2008), "Random projection trees"; here a cut lies across the line
        between two sentences (as in Annoy), at the median.
    """
    n = len(vectors)
    links: dict[tuple[int, int], int] = {}
    best: list[list[tuple[int, int]]] = [[] for _ in range(n)]
    for members in _leaves(vectors):
        for i, chosen in _choose(vectors, members, count):
            best[i] += chosen
    for i, chosen in enumerate(best):
        for strength, j in sorted(set(chosen))[:count]:  # strength is negated: strongest first
            links[min(i, j), max(i, j)] = -strength
    return dict(sorted(links.items()))


def _leaves(vectors: Matrix) -> Iterator[NDArray[np.intp]]:
    """Cut the sentences into leaves of at most LEAF, in TREES ways (once if all fit into one)."""
    everything = np.arange(len(vectors))
    for tree in range(TREES if len(vectors) > LEAF else 1):
        waiting = [everything]
        while waiting:
            members = waiting.pop()
            if len(members) <= LEAF:
                yield members
                continue
            # Two sentences far apart in the talk, others in each tree: no random numbers.
            left, right = members[len(members) * (tree + 1) // (TREES + 2)], members[-1 - tree]
            along = vectors[members] @ (vectors[left] - vectors[right])  # exact
            ranked = members[np.argsort(along, kind="stable")]
            half = len(ranked) // 2
            waiting += [np.sort(ranked[:half]), np.sort(ranked[half:])]


def _choose(
    vectors: Matrix, members: NDArray[np.intp], count: int
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """For each member, its strongest neighbours among the members as (-strength, index)."""
    count = min(count, len(members) - 1)
    if count < 1:
        return
    rows = vectors[members]
    for first in range(0, len(members), 512):  # 8 MB of similarities at a time
        part = np.rint(rows[first : first + 512] @ rows.T).astype(np.int64)
        part[np.arange(len(part)), np.arange(first, first + len(part))] = -(GRID**2) * 2  # itself
        # One whole number holds strength and place, so that no two are equal.
        keys = -part * LEAF + np.arange(len(members))
        nearest = np.sort(np.partition(keys, count - 1, axis=1)[:, :count], axis=1)
        strengths, places = -(nearest // LEAF), nearest % LEAF
        for row in range(len(part)):
            yield (
                int(members[first + row]),
                [
                    (-int(strength), int(members[place]))
                    for strength, place in zip(strengths[row], places[row], strict=True)
                    if strength > 0
                ],
            )
