"""How sure a mean is: 95 % intervals by drawing documents again and again.

Queries of one meeting are not independent, so whole documents are drawn. The same draws serve
every system, which makes the differences between two systems paired ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.vectors import Matrix, Vector

DRAWS = 1000
SEED = 0
SHARE = 0.95  # of the draws that the interval holds
STEPS = 2.0**20
"""Sums are rounded to whole multiples of 1 / STEPS: their products with the draws are exact."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and how sure it is.

    Attributes:
        mean: Over all queries.
        low: Lower end of the interval; 95 % of the draws lie in it.
        high: Upper end.
    """

    mean: float
    low: float
    high: float


def draw_documents(count: int, *, draws: int = DRAWS, seed: int = SEED) -> Matrix:
    """Draw documents with replacement, as many as there are.

    Returns:
        Array of shape (draws, count): how often each document was drawn.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    drawn = generator.integers(0, count, size=(draws, count))
    times = np.zeros((draws, count))
    for row, documents in enumerate(drawn):
        times[row] = np.bincount(documents, minlength=count)
    return times


def bootstrap(values: Sequence[Sequence[float]], times: Matrix) -> Interval | None:
    """Average over queries, with the interval of the same average over drawn documents.

    Args:
        values: For each document the values of its queries.
        times: From `draw_documents`.

    Returns:
        None where no document has a value.
    """
    sums = np.rint(np.array([math.fsum(of_one) for of_one in values]) * STEPS)
    counts = np.array([float(len(of_one)) for of_one in values])
    if not counts.any():
        return None
    said = times @ counts
    means = (times @ sums)[said > 0] / (said[said > 0] * STEPS)
    tail = (1 - SHARE) / 2
    return Interval(
        mean=float(sums.sum() / (counts.sum() * STEPS)),
        low=_quantile(means, tail),
        high=_quantile(means, 1 - tail),
    )


def bootstrap_difference(
    ours: Sequence[Sequence[float]], theirs: Sequence[Sequence[float]], times: Matrix
) -> Interval | None:
    """Average the differences, query by query, with the interval over drawn documents.

    Args:
        ours: For each document the values of its queries.
        theirs: The values of the system that it is held against, on the same queries.
        times: From `draw_documents`.
    """
    pairs = [list(zip(a, b, strict=True)) for a, b in zip(ours, theirs, strict=True)]
    return bootstrap([[a - b for a, b in of_one] for of_one in pairs], times)


def _quantile(values: Vector, share: float) -> float:
    """Take the value below which a share lies, between two where it falls between them."""
    ordered = np.sort(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))


def intervals(
    rows: Sequence[Sequence[Mapping[str, float]]],
    first: Sequence[Sequence[Mapping[str, float]]],
    measures: Sequence[str],
    times: Matrix,
) -> tuple[dict[str, Interval], dict[str, Interval]]:
    """Sum up one system.

    Args:
        rows: For each document the measures of each of its queries.
        first: The same of the system that this one is held against, query by query.
        measures: Names; a query may lack one, which then is left out of its mean.
        times: From `draw_documents`.

    Returns:
        By measure, the means and the paired differences, for what both have.
    """
    means: dict[str, Interval] = {}
    differences: dict[str, Interval] = {}
    for measure in measures:
        own = [[row[measure] for row in of_one if measure in row] for of_one in rows]
        if (mean := bootstrap(own, times)) is not None:
            means[measure] = mean
        both = [
            [
                (a[measure], b[measure])
                for a, b in zip(ours, its, strict=True)
                if measure in a & b.keys()
            ]
            for ours, its in zip(rows, first, strict=True)
        ]
        difference = bootstrap_difference(
            [[a for a, _ in of_one] for of_one in both],
            [[b for _, b in of_one] for of_one in both],
            times,
        )
        if difference is not None:
            differences[measure] = difference
    return means, differences
