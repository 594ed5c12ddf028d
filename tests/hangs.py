"""Stops what uses the CPU for too long, so that its test fails and does not block the suite."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

HANG_SECONDS = 40.0  # what is linear takes a few at most, what is quadratic takes minutes


class HangsError(Exception):
    """What runs is stopped here, even within a regex."""


@contextlib.contextmanager
def stopped_if_it_hangs(seconds: float = HANG_SECONDS) -> Iterator[None]:
    """Stop what runs within once it has used the CPU for too long, however busy the machine is.

    Args:
        seconds: Of CPU of this process.

    Raises:
        HangsError: It was stopped.
    """

    def stop(*_: object) -> None:
        raise HangsError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
