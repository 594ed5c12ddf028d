"""Bootstrap confidence intervals of means and of paired differences, resampling documents.

Queries of one meeting are not independent, so whole documents are resampled (a cluster bootstrap).
All systems share the same resamples, so that the differences of two systems are paired.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.evaluate.settings import SEED
from nuggets.vectors import STEP, Matrix, Vector

RESAMPLES = 1000  # by eye
CONFIDENCE = 0.95  # by eye, as is usual


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with its 95 % percentile interval.

    Attributes:
        mean: Over all queries.
        low: Lower end.
        high: Upper end.
    """

    mean: float
    low: float
    high: float


def resample_documents(count: int, *, resamples: int = RESAMPLES, seed: int = SEED) -> Matrix:
    """Draw documents with replacement, as many as there are, again and again.

    Returns:
        Array of shape (resamples, count): how often each document was drawn.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    drawn = generator.integers(0, count, size=(resamples, count))
    draw_counts = np.zeros((resamples, count))
    for row, documents in enumerate(drawn):
        draw_counts[row] = np.bincount(documents, minlength=count)
    return draw_counts


def bootstrap_mean(values: Sequence[Sequence[float]], draw_counts: Matrix) -> Interval | None:
    """Average over queries, with the interval of the same average over resampled documents.

    Args:
        values: For each document the values of its queries.
        draw_counts: From `resample_documents`.

    Returns:
        None where no document has a value.
    """
    # Whole numbers of steps, whose products with the counts are exact.
    sums = np.rint(np.array([math.fsum(of_document) for of_document in values]) / STEP)
    counts = np.array([float(len(of_document)) for of_document in values])
    if not counts.any():
        return None
    sizes = draw_counts @ counts
    means = (draw_counts @ sums)[sizes > 0] * STEP / sizes[sizes > 0]
    tail = (1 - CONFIDENCE) / 2
    return Interval(
        mean=float(sums.sum() * STEP / counts.sum()),
        low=_quantile(means, tail),
        high=_quantile(means, 1 - tail),
    )


def bootstrap_difference(
    ours: Sequence[Sequence[float]], theirs: Sequence[Sequence[float]], draw_counts: Matrix
) -> Interval | None:
    """Average the differences, query by query, with the interval over resampled documents.

    Args:
        ours: For each document the values of its queries.
        theirs: The values of the reference system, on the same queries.
        draw_counts: From `resample_documents`.

    Returns:
        None where no document has a value.
    """
    pairs = [list(zip(a, b, strict=True)) for a, b in zip(ours, theirs, strict=True)]
    return bootstrap_mean([[a - b for a, b in of_document] for of_document in pairs], draw_counts)


def bootstrap_measures(
    ours: Sequence[Sequence[Mapping[str, float]]],
    theirs: Sequence[Sequence[Mapping[str, float]]],
    measures: Sequence[str],
    draw_counts: Matrix,
) -> tuple[dict[str, Interval], dict[str, Interval]]:
    """Summarize the scores of one system, and its differences to a reference system.

    Args:
        ours: For each document the measures of each of its queries.
        theirs: The same of the reference system, query by query.
        measures: Names; a query that lacks one is left out of its mean.
        draw_counts: From `resample_documents`.

    Returns:
        By measure, the means, and the paired differences over queries where both systems have it.
    """
    means: dict[str, Interval] = {}
    differences: dict[str, Interval] = {}
    for measure in measures:
        own = [[row[measure] for row in rows if measure in row] for rows in ours]
        if (mean := bootstrap_mean(own, draw_counts)) is not None:
            means[measure] = mean
        both = [
            [
                (a[measure], b[measure])
                for a, b in zip(our_rows, their_rows, strict=True)
                if measure in a and measure in b
            ]
            for our_rows, their_rows in zip(ours, theirs, strict=True)
        ]
        difference = bootstrap_difference(
            [[a for a, _ in of_document] for of_document in both],
            [[b for _, b in of_document] for of_document in both],
            draw_counts,
        )
        if difference is not None:
            differences[measure] = difference
    return means, differences


def _quantile(values: Vector, share: float) -> float:
    """Compute a quantile, interpolating linearly between the two values that it falls between."""
    ordered = np.sort(values)
    position = share * (len(ordered) - 1)
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (position - below) * (ordered[above] - ordered[below]))
