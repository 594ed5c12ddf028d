"""Query match: how much each sentence itself is about the focus, by meaning and by word."""

from __future__ import annotations

import numpy as np

from nuggets.vectors import Vector, quantize, standardize


def relevance(closeness: Vector, wording: Vector, *others: Vector) -> Vector:
    """Put meaning and word together: what stands out from the talk, and strongly so.

    Args:
        closeness: Array of shape (n,), cosine of each sentence to the focus.
        wording: Array of shape (n,), BM25 of each sentence to the focus.
        *others: Arrays of shape (n,), what else tells how near each sentence is to the focus.

    Returns:
        Array of shape (n,), not negative: the square of the sum of the positive parts of
        all as standard scores. The square keeps a crowd of lukewarm sentences from outweighing one
        that says the thing.
    """
    together = np.zeros(len(closeness))
    for scores in (closeness, wording, *others):
        together += np.maximum(standardize(scores), 0.0)
    return quantize(together * together)
