"""Maximal marginal relevance (MMR): what matters and does not repeat what was picked before."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nuggets.vectors import Vector, argsort_descending, quantize

REPEAT = 0.86
"""Similarity from which on a passage says again what an earlier pick has said; by eye."""


def diversify(
    values: Vector,
    similarity: Callable[[int], Vector],
    *,
    count: int,
    diversity: float,
    excludes: Callable[[int], NDArray[np.bool_]],
    sizes: Vector | None = None,
    room: int | None = None,
) -> list[tuple[int, float]]:
    """Pick greedily what is valuable and unlike what was picked before.

    Args:
        values: Array of shape (n,), not negative; 0 is never picked.
        similarity: Index of a pick -> array of shape (n,), the similarity of all to it, at most 1.
        count: At most so many picks. The first k of n picks are those of `count=k`.
        diversity: Share of its value that a candidate loses which is the same as a pick, in [0, 1];
            0 takes the most valuable.
        excludes: Index of a pick -> array of shape (n,), which cannot stand beside it, such as
            those that overlap it.
        sizes: Array of shape (n,), how much of the room each takes.
        room: How much all picks may take; None: as much as they like.

    Returns:
        Indices of the picks in the order of picking, each with its similarity to the most similar
        earlier pick, in [0, 1]; of equals, the earlier candidate.

    Source:
        Carbonell and Goldstein (1998), maximal marginal relevance. There the similarity is taken
        from the relevance; here it takes a share of it, so that a value stays what it is a share
        of. A candidate that is all but a repeat (`REPEAT`) is passed over.
    """
    picks: list[tuple[int, float]] = []
    nearest = np.zeros(len(values))
    waiting = values > 0
    while len(picks) < count:
        if room is not None and sizes is not None:
            waiting &= sizes <= room
        if diversity > 0:
            waiting &= nearest < REPEAT
        if not waiting.any():
            break
        marginal = quantize(values * (1 - diversity * nearest))
        best = argsort_descending(np.where(waiting, marginal, -np.inf))[0]
        picks.append((best, float(nearest[best])))
        waiting[best] = False
        waiting &= ~excludes(best)
        nearest = np.maximum(nearest, np.minimum(1.0, similarity(best)))
        if room is not None and sizes is not None:
            room -= int(sizes[best])
    return picks
