"""Arithmetic on vectors and scores: exact, and the same in any order."""

from __future__ import annotations

import statistics
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.vectors import (
    GRID,
    STEP,
    argsort_descending,
    cosines,
    exact_sum,
    quantize,
    standardize,
    to_grid,
)
from tests.arrays import grids

numbers = st.floats(-1e6, 1e6, allow_nan=False)


@given(grids())
def test_cosines_equal_integer_arithmetic(rows: np.ndarray) -> None:
    """Every cosine is the integer dot product, as Python's integers compute it."""
    whole = [[int(x) for x in row] for row in rows]
    exact = [[sum(a * b for a, b in zip(r, s, strict=True)) for s in whole] for r in whole]
    similarity = cosines(rows, rows)
    for i, line in enumerate(exact):
        for j, dot in enumerate(line):
            assert similarity[i, j] == dot / GRID**2


@given(grids(least=1), st.randoms(use_true_random=False), st.integers(1, 7))
def test_cosines_do_not_depend_on_order_or_blocks(
    rows: np.ndarray, random: Random, block: int
) -> None:
    """The same bits come out whatever the order of the rows and the size of the blocks."""
    similarity = cosines(rows, rows)
    shuffled = list(range(len(rows)))
    random.shuffle(shuffled)
    again = cosines(np.ascontiguousarray(rows[shuffled]), rows[shuffled])
    assert again.tobytes() == similarity[np.ix_(shuffled, shuffled)].tobytes()
    parts = [cosines(rows[at : at + block], rows) for at in range(0, len(rows), block)]
    assert np.concatenate(parts).tobytes() == similarity.tobytes()


@given(grids())
def test_to_grid_gives_integers_of_unit_length(rows: np.ndarray) -> None:
    """Rows are integers; their length is GRID up to rounding, or 0 for a row of zeros."""
    assert (rows == np.rint(rows)).all()
    lengths = np.sqrt((rows**2).sum(axis=1))
    slack = np.sqrt(rows.shape[1]) / 2
    assert all(length == 0 or abs(length - GRID) <= slack for length in lengths)


@given(grids(), st.sampled_from([0.5, 2.0, 1024.0]))
def test_to_grid_ignores_length(rows: np.ndarray, scale: float) -> None:
    """Scaling a row does not change its quantized direction."""
    np.testing.assert_array_equal(to_grid(rows * scale), to_grid(rows))


def test_to_grid_of_zeros_and_of_no_rows() -> None:
    """A row of zeros stays one; no rows give no rows."""
    assert not to_grid(np.zeros((2, 3))).any()
    assert to_grid(np.zeros((0, 3))).shape == (0, 3)
    assert cosines(np.zeros((0, 3)), np.zeros((2, 3))).shape == (0, 2)


@given(st.lists(numbers, min_size=1, max_size=40))
def test_standardize_agrees_with_statistics(values: list[float]) -> None:
    """Mean and deviation are those of the standard library."""
    deviation = statistics.pstdev(values)
    standard = standardize(np.array(values))
    if deviation <= 1e-5:
        return
    mean = statistics.fmean(values)
    np.testing.assert_allclose(standard, [(v - mean) / deviation for v in values], atol=1e-5)


@given(st.lists(numbers, max_size=40), st.randoms(use_true_random=False))
def test_standardize_does_not_depend_on_order(values: list[float], random: Random) -> None:
    """Reordered values give the same scores, reordered, to the bit."""
    shuffled = list(range(len(values)))
    random.shuffle(shuffled)
    one, other = standardize(np.array(values)), standardize(np.array(values)[shuffled])
    assert other.tobytes() == one[shuffled].tobytes()


def test_standardize_of_constants() -> None:
    """Constant values have z-scores of 0; an empty array gives an empty one."""
    assert standardize(np.full(5, 0.1)).tolist() == [0.0] * 5
    assert standardize(np.zeros(0)).tolist() == []


@given(st.lists(st.sampled_from([0.0, -0.0, 0.25, 0.5, 1.0]), max_size=30))
def test_argsort_descending_prefers_the_earlier_of_equals(values: list[float]) -> None:
    """The order is by score from the top, then by index."""
    assert argsort_descending(np.array(values)) == sorted(
        range(len(values)), key=lambda i: (-values[i], i)
    )


@given(st.lists(numbers, max_size=30))
def test_quantize_rounds_to_steps(values: list[float]) -> None:
    """Quantized scores are multiples of STEP, at most half a step away, and do not change again."""
    quantized = quantize(np.array(values))
    assert (quantized / STEP == np.rint(quantized / STEP)).all()
    assert np.abs(quantized - np.array(values)).max(initial=0.0) <= STEP / 2
    assert quantize(quantized).tobytes() == quantized.tobytes()


@given(st.lists(numbers, max_size=30), st.randoms(use_true_random=False))
def test_exact_sum_does_not_depend_on_order(values: list[float], random: Random) -> None:
    """A sum is the same in whatever order it is computed."""
    shuffled = list(values)
    random.shuffle(shuffled)
    assert exact_sum(shuffled) == exact_sum(values)
