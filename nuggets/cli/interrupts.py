"""Ctrl-C: it ends the process at once where the process is ours, whatever it is at."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from nuggets.errors import EXIT_INTERRUPTED

WIPE = "\r" + " " * 40 + "\r"
"""What takes a line of progress off a terminal."""


@contextmanager
def stopping_at_once(owns: bool) -> Iterator[None]:
    """End the process on Ctrl-C within this block, whatever it is at.

    A KeyboardInterrupt would be raised wherever Python happens to be; within the import of a
    compiled module it becomes another error, and within a callback it is lost.

    Args:
        owns: Whether the process is ours to end.
    """
    import signal

    default = signal.default_int_handler
    if not owns or signal.getsignal(signal.SIGINT) is not default:  # it may be told to ignore it
        yield
        return

    def stop(*_: object) -> None:
        wipe = WIPE if sys.stderr is not None and sys.stderr.isatty() else ""
        with suppress(OSError):  # not by print, which may be what is interrupted
            os.write(2, f"{wipe}nuggets: interrupted\n".encode())
        os._exit(EXIT_INTERRUPTED)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, default)


def ignore_interrupts() -> None:
    """Let the process end in peace when nothing is left to be stopped."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
