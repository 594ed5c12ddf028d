"""Parallel map: results, errors and progress in one process or several."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from nuggets.errors import NuggetsError, OptionError
from nuggets.evaluate.workers import map_in_processes


def double(number: int) -> int:
    """Double a number; a negative one raises an error, a large one ends the process."""
    if number < 0:
        raise OptionError("less than nothing")
    if number > 99:
        os._exit(7)
    return 2 * number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_in_the_order_of_the_items(workers: int) -> None:
    """Results are in the order of the items, and progress counts up to all."""
    told: list[tuple[int, int]] = []
    made = map_in_processes(
        double, [3, 1, 2], workers=workers, progress=lambda done, count: told.append((done, count))
    )
    assert made == [6, 2, 4]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_function_is_raised(workers: int) -> None:
    """An error in a worker is raised as it is, and no worker is left."""
    with pytest.raises(OptionError, match="less than nothing"):
        map_in_processes(double, [1, -1, 2], workers=workers, progress=lambda _done, _all: None)
    deadline = time.monotonic() + 60  # the pool's own thread may be in the midst of reaping them
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


def test_a_killed_worker_is_an_error() -> None:
    """A worker that is killed is an error that says what to do."""
    with pytest.raises(NuggetsError, match="--workers 1"):
        map_in_processes(double, [1, 100], workers=2, progress=lambda _done, _all: None)
