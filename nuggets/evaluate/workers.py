"""The same function on many things, in several processes; results in the order of the things.

Imports nothing heavy: a worker is told how many threads to use before its libraries load.
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

Thing = TypeVar("Thing")
Made = TypeVar("Made")

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PATIENCE = 5.0  # seconds in which a process that was killed is gone


def work_through(
    function: Callable[[Thing], Made],
    things: Sequence[Thing],
    *,
    workers: int,
    progress: Callable[[int, int], None],
) -> list[Made]:
    """Call a function with each thing.

    Args:
        function: Of a module, so that another process can find it.
        things: What it is called with.
        workers: Processes; with one everything happens in this one.
        progress: Told how many things are done, and how many there are.

    Raises:
        NuggetsError: What a call raised, or a process was ended from outside.
    """
    made: list[Made] = []
    progress(0, len(things))
    if min(workers, len(things)) <= 1:
        for thing in things:
            made.append(function(thing))
            progress(len(made), len(things))
        return made
    with _pool(min(workers, len(things))) as pool:
        futures = [pool.submit(function, thing) for thing in things]
        done: list[Future[Made]] = []
        try:
            for future in as_completed(futures):
                future.result()
                done.append(future)
                progress(len(done), len(things))
        except BrokenProcessPool as error:
            raise NuggetsError(
                "a worker was ended from outside, perhaps for want of memory; use --workers 1"
            ) from error
    return [future.result() for future in futures]


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes, and end them at once where something goes wrong."""
    before = {child.pid for child in multiprocessing.active_children()}
    pool = ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_settle_in
    )
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        ours = [child for child in multiprocessing.active_children() if child.pid not in before]
        for child in ours:
            child.kill()  # SIGTERM could come while it is still starting, and be lost
        for child in ours:
            child.join(_PATIENCE)
        raise
    pool.shutdown()


def _settle_in() -> None:
    """Use one thread, since every core has a worker; end at once on Ctrl-C."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from nuggets.sentences.splitter import import_spacy_lightly

    import_spacy_lightly()
