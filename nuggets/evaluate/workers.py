"""Parallel map over worker processes; results in the order of the items.

Imports nothing heavy: a worker must know its number of threads before its libraries load.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from nuggets.errors import NuggetsError

Item = TypeVar("Item")
Result = TypeVar("Result")

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_KILL_SECONDS = 5.0  # to wait for a killed process; by eye


def map_in_processes(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    workers: int,
    progress: Callable[[int, int], None],
) -> list[Result]:
    """Call a function with each item, in several processes.

    Args:
        function: At the top of a module, so that it can be pickled.
        items: What it is called with; each can be pickled, too.
        workers: Processes; with one, all is done in this process.
        progress: Told how many items are done, and how many there are.

    Returns:
        The results, in the order of the items.

    Raises:
        NuggetsError: A call raised it, or a worker process was killed.
    """
    results: list[Result] = []
    progress(0, len(items))
    if min(workers, len(items)) <= 1:
        for item in items:
            results.append(function(item))
            progress(len(results), len(items))
        return results
    with _pool(min(workers, len(items))) as pool:
        futures = [pool.submit(function, item) for item in items]
        done: list[Future[Result]] = []
        try:
            for future in as_completed(futures):
                future.result()
                done.append(future)
                progress(len(done), len(items))
        except BrokenProcessPool as error:
            raise NuggetsError(
                "a worker was ended from outside, perhaps for want of memory; use --workers 1"
            ) from error
    return [future.result() for future in futures]


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Start worker processes; kill them at once where an exception is raised."""
    before = {child.pid for child in multiprocessing.active_children()}
    pool = ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_initialize_worker
    )
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        ours = [child for child in multiprocessing.active_children() if child.pid not in before]
        for child in ours:
            child.kill()  # SIGTERM could come while it is still starting, and be lost
        for child in ours:
            child.join(_KILL_SECONDS)
        raise
    pool.shutdown()


def _initialize_worker() -> None:
    """Use one thread, since every core has a worker; end at once on Ctrl-C."""
    for name in _THREAD_VARIABLES:
        os.environ.setdefault(name, "1")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from nuggets.sentences.splitter import import_spacy_lightly

    import_spacy_lightly()
