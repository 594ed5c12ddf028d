"""Ctrl-C: ends the process at once, where the process belongs to the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from nuggets.errors import EXIT_INTERRUPTED

ERASE_LINE = "\r" + " " * 40 + "\r"
"""Erases a line of progress on a terminal."""


@contextmanager
def exit_on_interrupt(*, owns_process: bool) -> Iterator[None]:
    """End the process on Ctrl-C within this block, whatever runs.

    A KeyboardInterrupt would be raised wherever Python happens to be: within the import of a
    compiled module it turns into another error, and within a callback it is lost.

    Args:
        owns_process: Whether the process may be ended; if not, this does nothing.
    """
    import signal

    default = signal.default_int_handler
    if not owns_process or signal.getsignal(signal.SIGINT) is not default:  # it may be ignored
        yield
        return

    def stop(*_: object) -> None:
        erase = ERASE_LINE if sys.stderr is not None and sys.stderr.isatty() else ""
        with suppress(OSError):  # not by print, which may be what is interrupted
            os.write(2, f"{erase}nuggets: interrupted\n".encode())
        os._exit(EXIT_INTERRUPTED)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, default)


def ignore_interrupts() -> None:
    """Ignore Ctrl-C from here on, as when nothing is left to be stopped."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
