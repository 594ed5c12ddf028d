"""The same function on many things, in one process or several."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from nuggets.errors import NuggetsError, OptionError
from nuggets.evaluate.workers import map_in_processes


def double(number: int) -> int:
    """Do as told, or fail as told."""
    if number < 0:
        raise OptionError("less than nothing")
    if number > 99:
        os._exit(7)
    return 2 * number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_in_the_order_of_the_things(workers: int) -> None:
    """Each thing's result stands at its place, and progress counts up to all."""
    told: list[tuple[int, int]] = []
    made = map_in_processes(
        double, [3, 1, 2], workers=workers, progress=lambda done, count: told.append((done, count))
    )
    assert made == [6, 2, 4]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_is_that_of_the_function(workers: int) -> None:
    """An error passes from a worker as it is, and no worker is left."""
    with pytest.raises(OptionError, match="less than nothing"):
        map_in_processes(double, [1, -1, 2], workers=workers, progress=lambda _done, _all: None)
    late = time.monotonic() + 60  # the pool's own thread may be in the midst of reaping them
    while multiprocessing.active_children() and time.monotonic() < late:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_ended_is_told() -> None:
    """A worker that dies is one line with a way out, not a traceback."""
    with pytest.raises(NuggetsError, match="--workers 1"):
        map_in_processes(double, [1, 100], workers=2, progress=lambda _done, _all: None)
