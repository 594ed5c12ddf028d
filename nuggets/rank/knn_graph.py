"""Nearest-neighbour graph of the sentences: the links that TextRank follows, exactly ordered."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nuggets.vectors import Matrix

LEAF = 2048
"""Sentences that are compared each with each. A talk of up to so many (three hours) is compared
whole; a longer one is cut into leaves, so that time grows as n log n and not as n squared."""

BLOCK = 256
"""Sentences that are compared with a leaf at a time: 4 MB of similarities (a size of caches)."""

TREES = 3
"""Random-projection trees of a long talk; what one parts, another leaves together. By eye."""


def link_neighbours(vectors: Matrix, *, count: int) -> dict[tuple[int, int], int]:
    """Link each sentence to those most like it.

    Args:
        vectors: Array of shape (n, dim) on the grid.
        count: Links that each sentence chooses, the strongest; of equals, the earliest. Only
            positive similarities make links.

    Returns:
        For each link (i, j) with i < j its strength, the positive whole number that is the dot
        product of the two rows (GRID**2 for a cosine of 1, but for the rounding of the rows), in
        ascending order of (i, j); a link is there if either end chose it.

    Source:
        Dasgupta and Freund (2008), "Random projection trees"; here a cut lies across the line
        between two sentences (as in Annoy), at the median.
    """
    n = len(vectors)
    chosen = [_choose(vectors, members, count) for members in _leaves(vectors)]
    ends, others, strengths = (np.concatenate(parts) for parts in zip(*chosen, strict=True))
    if len(chosen) > 1:  # several trees: the best of all that they chose, each once
        ranked = np.lexsort((others, -strengths, ends))
        ends, others, strengths = ends[ranked], others[ranked], strengths[ranked]
        fresh = np.ones(len(ends), dtype=bool)
        fresh[1:] = (ends[1:] != ends[:-1]) | (others[1:] != others[:-1])
        ends, others, strengths = ends[fresh], others[fresh], strengths[fresh]
        firsts = np.searchsorted(ends, np.arange(n))
        kept = np.arange(len(ends)) - firsts[ends] < count
        ends, others, strengths = ends[kept], others[kept], strengths[kept]
    # One whole number for a link, whichever of its ends chose it.
    links, places = np.unique(
        np.minimum(ends, others) * n + np.maximum(ends, others), return_index=True
    )
    pairs = zip((links // n).tolist(), (links % n).tolist(), strict=True)
    return dict(zip(pairs, strengths[places].tolist(), strict=True))


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
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int64]]:
    """For each member, its strongest neighbours among the members.

    Returns:
        Three arrays of one length: who chooses, whom, and the strength of the link.
    """
    count = min(count, len(members) - 1)
    if count < 1:
        return np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, np.int64)
    rows = vectors[members]
    places = np.arange(len(members), dtype=np.float64)
    nearest = np.empty((len(members), count), dtype=np.int64)
    for first in range(0, len(members), BLOCK):
        keys = rows[first : first + BLOCK] @ rows.T
        # One whole number (under 2**53) holds strength and place, so that no two are equal.
        keys *= -LEAF
        keys += places
        keys[np.arange(len(keys)), np.arange(first, first + len(keys))] = np.inf  # itself
        keys.partition(count - 1, axis=1)
        nearest[first : first + BLOCK] = keys[:, :count]
    strengths, found = -(nearest // LEAF), members[nearest % LEAF]
    linked = strengths > 0
    return np.repeat(members, linked.sum(axis=1)), found[linked], strengths[linked]
