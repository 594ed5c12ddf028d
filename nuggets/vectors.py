"""Arrays that stand beside the sentences: row i belongs to sentence i. And the exact grid.

Sums of floating-point numbers depend on their order, so on threads and instruction sets. Here
every vector is rounded once to integers (`GRID` steps to the unit); products of integers and
their sums stay far below 2**53, so BLAS may add them in any order and gets the same bits.
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
"""Steps to the unit. Coarse enough that the noise of a transformer in float64 (1e-15) moves one of
a million numbers over a rounding edge with a chance of 1 in 60,000; fine enough for cosines to be
right to 1e-4."""

STEP = 2.0**-20
"""Every score is a multiple of this."""


def to_grid(rows: Matrix) -> Matrix:
    """Scale rows to unit length and round them to whole steps of the grid.

    Args:
        rows: Array of shape (n, dim).

    Returns:
        Array of shape (n, dim) of whole numbers in [-GRID, GRID], kept as float64; a row of zeros
        stays one.
    """
    # einsum adds in an order that may differ between machines: where the squares' sum stays under
    # 2**53 norms of whole rows are exact, others have noise of 1e-16 of the norm, far below a step.
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    norms[norms == 0] = 1.0
    return np.asarray(np.rint(rows * (GRID / norms)[:, None]), dtype=np.float64)


def cosines(left: Matrix, right: Matrix) -> Matrix:
    """Take the cosines between rows on the grid, exactly the same on every machine.

    Args:
        left: Array of shape (n, dim), from `to_grid`.
        right: Array of shape (m, dim), from `to_grid`.

    Returns:
        Array of shape (n, m), values in [-1, 1] but for the rounding of the rows.
    """
    return np.asarray((left @ right.T) * (1.0 / GRID**2), dtype=np.float64)


def settle(values: Vector) -> Vector:
    """Round scores to multiples of STEP, where a number is made and before it is compared."""
    return np.asarray(np.rint(values / STEP) * STEP, dtype=np.float64)


def to_share(values: Vector) -> Vector:
    """Scale so that the highest is 1; all zeros where nothing is above 0."""
    highest = float(values.max(initial=0.0))
    return settle(values / highest) if highest > 0 else np.zeros_like(values)


def standardize(values: Vector) -> Vector:
    """Subtract the mean and divide by the standard deviation; all zeros where that is 0.

    The sums are `math.fsum`'s, which are exact and so know no order.
    """
    if not len(values):
        return values
    mean = total(values) / len(values)
    deviation = math.sqrt(total((values - mean) ** 2) / len(values))
    return settle((values - mean) / deviation) if deviation > STEP else np.zeros_like(values)


def total(values: Iterable[float]) -> float:
    """Add up, exactly rounded whatever the order."""
    return math.fsum(values)


def order(scores: Vector) -> list[int]:
    """List the indices by score, best first; of equals, the earlier."""
    return [int(i) for i in np.argsort(-scores, kind="stable")]
