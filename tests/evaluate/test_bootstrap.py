"""Bootstrap: means, intervals and paired differences against a plain loop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.bootstrap import bootstrap_difference, bootstrap_mean, resample_documents

VALUES = st.lists(st.lists(st.floats(0, 1), max_size=4), min_size=1, max_size=6)


def bootstrap_by_loop(values: list[list[float]]) -> tuple[float, float, float] | None:
    """Draw documents one by one, pool the queries of those drawn, average, sort."""
    if not any(values):
        return None
    drawn = np.random.Generator(np.random.PCG64(0)).integers(
        0, len(values), size=(1000, len(values))
    )
    pools = [[value for i in row for value in values[i]] for row in drawn]
    means = [sum(pool) / len(pool) for pool in pools if pool]
    every = [value for of_one in values for value in of_one]
    low, high = np.percentile(means, [2.5, 97.5])
    return sum(every) / len(every), float(low), float(high)


@given(VALUES)
def test_the_bootstrap_equals_a_loop_over_resamples(values: list[list[float]]) -> None:
    """Mean and ends are those of drawing whole documents a thousand times."""
    found, expected = (
        bootstrap_mean(values, resample_documents(len(values))),
        bootstrap_by_loop(values),
    )
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found.mean, found.low, found.high) == pytest.approx(expected, abs=1e-5)


@given(VALUES)
def test_differences_are_paired_by_query(values: list[list[float]]) -> None:
    """Against itself a system differs by 0; 0.125 more on every query is exactly 0.125."""
    draw_counts = resample_documents(len(values))
    more = [[value + 0.125 for value in of_one] for of_one in values]
    same, gap = (bootstrap_difference(one, values, draw_counts) for one in (values, more))
    if any(values):
        assert same is not None and (same.mean, same.low, same.high) == (0, 0, 0)
        assert gap is not None
        assert (gap.mean, gap.low, gap.high) == pytest.approx((0.125,) * 3, abs=1e-5)


def test_resampling_is_reproducible() -> None:
    """A thousand draws of as many documents as there are, the same every time."""
    draw_counts = resample_documents(7)
    assert draw_counts.shape == (1000, 7)
    assert set(draw_counts.sum(axis=1)) == {7}
    assert np.array_equal(draw_counts, resample_documents(7))


def test_one_document_has_a_degenerate_interval() -> None:
    """With a single document the interval is the mean."""
    found = bootstrap_mean([[0.5, 1.0]], resample_documents(1))
    assert found is not None
    assert (found.low, found.mean, found.high) == (0.75, 0.75, 0.75)
