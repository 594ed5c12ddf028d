"""Gaussian smoothing: linear, symmetrical, exact."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.smoothing import REACH, gaussian_smooth
from nuggets.vectors import STEP

WIDTH = 25.0  # sentences
scores = st.lists(st.integers(0, 2**20), min_size=1, max_size=250)


@given(scores, st.integers(1, 9))
def test_spread_is_linear(values: list[int], factor: int) -> None:
    """Scores that are so many times as high spread as high, and sums spread as sums."""
    one = np.array(values, dtype=np.float64) / 2**16
    other = one[::-1].copy()
    slack = STEP * (factor + 2)
    np.testing.assert_allclose(
        gaussian_smooth(one * factor, width=WIDTH),
        gaussian_smooth(one, width=WIDTH) * factor,
        atol=slack,
    )
    np.testing.assert_allclose(
        gaussian_smooth(one + other, width=WIDTH),
        gaussian_smooth(one, width=WIDTH) + gaussian_smooth(other, width=WIDTH),
        atol=slack,
    )


@given(scores)
def test_spread_is_symmetrical(values: list[int]) -> None:
    """A talk told backwards spreads backwards, to the bit."""
    forth = np.array(values, dtype=np.float64) / 2**16
    assert (
        gaussian_smooth(forth[::-1].copy(), width=WIDTH).tobytes()
        == gaussian_smooth(forth, width=WIDTH)[::-1].tobytes()
    )


@given(scores)
def test_spread_sums_in_any_order(values: list[int]) -> None:
    """Every sum is exact: Python's whole numbers give the same bits."""
    found = gaussian_smooth(np.array(values, dtype=np.float64) / 2**16, width=WIDTH)
    reach = round(REACH * WIDTH)
    bell = [round(math.exp(-0.5 * (d / WIDTH) ** 2) * 2**16) for d in range(-reach, reach + 1)]
    for i in range(0, len(values), 17):
        near = range(max(0, i - reach), min(len(values), i + reach + 1))
        exact = sum(values[j] * bell[j - i + reach] for j in near)
        assert found[i] == round(exact / 2**16 / sum(bell) / STEP) * STEP


def test_spread_keeps_constants_in_the_middle() -> None:
    """Where everything scores alike it stays so, but at both ends, where there is less around."""
    reach = round(REACH * WIDTH)
    found = gaussian_smooth(np.full(3 * reach, 0.5), width=WIDTH)
    assert found[reach : 2 * reach].tolist() == [0.5] * reach
    assert found[0] == found[-1] < 0.5
    assert gaussian_smooth(np.zeros(0), width=WIDTH).tolist() == []
    assert gaussian_smooth(np.array([1.0]), width=WIDTH).shape == (1,)
