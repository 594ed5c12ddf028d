"""Pick what matters and does not repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.vectors import Matrix, Vector, argsort_descending, quantize

REPEAT = 0.86
"""Similarity from which on a passage says again what an earlier pick has said."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice.

    Attributes:
        index: Into the candidates.
        novelty: 1 minus the similarity to the most similar earlier pick, in [0, 1].
    """

    index: int
    novelty: float


def diversify(
    relevance: Vector,
    similarity: Matrix,
    *,
    count: int,
    diversity: float,
    picked: Sequence[int] = (),
    excludes: Callable[[int, int], bool] = lambda _candidate, _picked: False,
    fits: Callable[[Sequence[int]], bool] = lambda _picked: True,
) -> tuple[Pick, ...]:
    """Pick greedily what is relevant and unlike what was picked before.

    Args:
        relevance: Array of shape (n,), in [0, 1].
        similarity: Symmetric array of shape (n, n), in [-1, 1].
        count: At most so many picks, with those made before. The first k of n picks are those of
            `count=k`, as long as `fits` holds.
        diversity: Weight of being different, in [0, 1]; 0 takes the most relevant.
        picked: Choices that were made before, which count; they are not given back.
        excludes: Whether a candidate cannot stand beside a pick, such as one that overlaps it.
        fits: Whether picks can stand together, such as within a number of words.

    Returns:
        Picks in the order of picking; of equals, the earlier candidate.

    Source:
        Carbonell and Goldstein (1998), maximal marginal relevance; their lambda is 1 - diversity.
        There a similarity to what was picked may be negative, and nothing is refused. Here it
        counts from 0 on, a candidate that is all but a repeat (`REPEAT`) or does not fit is passed
        over, and marginal values are rounded, so that of equals the earlier wins.
    """
    picks: list[Pick] = []
    picked = list(picked)
    nearest = np.zeros(len(relevance))
    waiting = np.ones(len(relevance), dtype=bool)

    def settle_with(pick: int) -> None:
        """Let a pick count against those that wait."""
        waiting[pick] = False
        np.maximum(nearest, np.clip(similarity[pick], 0.0, 1.0), out=nearest)
        for i in np.flatnonzero(waiting):
            if excludes(int(i), pick):
                waiting[i] = False

    for earlier in picked:
        settle_with(earlier)
    while waiting.any() and len(picked) < count:
        marginal = quantize((1 - diversity) * relevance - diversity * nearest)
        best = argsort_descending(np.where(waiting, marginal, -np.inf))[0]
        waiting[best] = False
        repeats = diversity > 0 and nearest[best] >= REPEAT
        if repeats or not fits([*picked, best]):
            continue
        picks.append(Pick(best, 1.0 - float(nearest[best])))
        picked.append(best)
        settle_with(best)
    return tuple(picks)
