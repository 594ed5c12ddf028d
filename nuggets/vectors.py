"""Arithmetic on vectors and scores that gives the same bits on every machine: quantization.

Sums of floating-point numbers depend on the order of the terms, and that on the number of threads
and the instruction set. So every embedding is rounded once to integers (`GRID` steps to the unit).
Products of such integers and sums of them stay far below 2**53 and are exact in float64: BLAS may
add them in any order and gets the same bits. Row i of an array belongs to sentence i.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
"""Array of shape (n,)."""
Matrix: TypeAlias = NDArray[np.float64]
"""Array of shape (n, dim) or (n, n)."""

GRID = 2**14
"""Integer steps of an embedding to the unit. Coarse enough that the noise of a transformer in
float64 (1e-15) moves one of a million numbers over a rounding edge with a chance of 1 in 60,000;
fine enough that cosines are right to 1e-4."""

STEP = 2.0**-20
"""Quantization step of scores: every score is a multiple of it. By eye: far above the noise of
float64 (1e-16), far below any difference that matters."""


def to_grid(rows: Matrix) -> Matrix:
    """Scale rows to unit length and quantize them to integers, `GRID` steps to the unit.

    Args:
        rows: Array of shape (n, dim).

    Returns:
        Array of shape (n, dim) of integers in [-GRID, GRID], kept as float64; a row of zeros stays
        a row of zeros.
    """
    # einsum adds in an order that may differ between machines. Norms of integer rows are exact
    # while their sum of squares is under 2**53; others have noise of 1e-16, far below a step.
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    norms[norms == 0] = 1.0
    return np.asarray(np.rint(rows * (GRID / norms)[:, None]), dtype=np.float64)


def cosines(left: Matrix, right: Matrix) -> Matrix:
    """Compute cosine similarities between quantized rows, the same bits on every machine.

    Args:
        left: Array of shape (n, dim), from `to_grid`.
        right: Array of shape (m, dim), from `to_grid`.

    Returns:
        Array of shape (n, m), values in [-1, 1] up to the rounding of the rows.
    """
    return np.asarray((left @ right.T) * (1.0 / GRID**2), dtype=np.float64)


def quantize(values: Vector) -> Vector:
    """Round scores to multiples of `STEP`: where a score is computed, before it is compared."""
    return np.asarray(np.rint(values / STEP) * STEP, dtype=np.float64)


def scale_to_max(values: Vector) -> Vector:
    """Divide by the maximum, so that the highest is 1; all zeros where no value is above 0."""
    highest = float(values.max(initial=0.0))
    return quantize(values / highest) if highest > 0 else np.zeros_like(values)


def standardize(values: Vector) -> Vector:
    """Compute z-scores: subtract the mean, divide by the population standard deviation.

    Returns:
        Array of the same shape; all zeros where the deviation is at most `STEP`. Its sums are
        exact, so reordered values give the same scores, reordered.
    """
    if not len(values):
        return values
    mean = exact_sum(values) / len(values)
    deviation = math.sqrt(exact_sum((values - mean) ** 2) / len(values))
    return quantize((values - mean) / deviation) if deviation > STEP else np.zeros_like(values)


def exact_sum(values: Iterable[float]) -> float:
    """Add up with one rounding at the end (`math.fsum`): the same in whatever order."""
    return math.fsum(values)


def argsort_descending(scores: Vector) -> list[int]:
    """List the indices that sort scores in descending order; of equal scores, the earlier first."""
    return [int(i) for i in np.argsort(-scores, kind="stable")]


def log(values: Vector) -> Vector:
    """Take natural logarithms element by element with `math.log`, quantized.

    NumPy's own differ by one ulp between instruction sets.

    Args:
        values: Array of shape (n,), all above 0.
    """
    return quantize(np.array([math.log(value) for value in values.tolist()], dtype=np.float64))


def logistic(log_odds: Vector) -> Vector:
    """Turn log-odds into probabilities with `math.exp`, quantized.

    Args:
        log_odds: Array of shape (n,), each between -700 and 700.
    """
    return quantize(
        np.array([1 / (1 + math.exp(-one)) for one in log_odds.tolist()], dtype=np.float64)
    )
