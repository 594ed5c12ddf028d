"""Output of the command line: results to stdout or a file, notes and progress to stderr.

The only file that prints.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from nuggets.cli.interrupts import ERASE_LINE
from nuggets.errors import OptionError

_PROGRESS_DELAY_S = 0.5  # a shorter wait needs no progress; by eye


def write_result(text: str, path: str | None = None) -> None:
    """Write a result, all at once and as UTF-8 in any locale.

    Args:
        text: The result.
        path: A file; None or "-" for standard output.

    Raises:
        OptionError: It cannot be written.
        BrokenPipeError: The reader of standard output has closed it.
    """
    if path not in (None, "-"):
        from nuggets.files import write_whole

        write_whole(path, text)
        return
    if sys.stdout is None:
        raise OptionError("standard output is closed; name a file with -o")
    sys.stdout.flush()
    with _output_errors():
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


def flush_stdout() -> None:
    """Write what argparse has printed now, so that an error is caught and reported.

    Raises:
        OptionError: It cannot be written.
    """
    if sys.stdout is not None:
        with _output_errors():
            sys.stdout.flush()


@contextmanager
def _output_errors() -> Iterator[None]:
    """Turn an error of standard output, such as a full disk, into an OptionError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from nuggets.files import describe_os_error

        discard_stdout()
        raise OptionError(
            f"standard output cannot be written: {describe_os_error(error)}"
        ) from error


def discard_stdout() -> None:
    """Send what is left in the buffer to the null device, since Python flushes it at exit."""
    with suppress(OSError, ValueError, AttributeError):  # closed, or replaced by a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_note(text: str) -> None:
    """Print one line to stderr, without characters that a terminal would obey."""
    line = " ".join(text.split())
    if not line.isprintable():
        from nuggets.render.control_characters import printable

        line = printable(line)
    if sys.stderr is not None:
        with suppress(OSError):  # stderr is closed
            print(f"nuggets: {line}", file=sys.stderr, flush=True)


@contextmanager
def show_progress(step: str) -> Iterator[None]:
    """Show a step while it runs: on a terminal, and only if it takes longer than half a second."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    import threading

    def show() -> None:
        print(f"nuggets: {step} ...", end="\r", file=sys.stderr, flush=True)
        is_shown.set()

    is_shown = threading.Event()
    timer = threading.Timer(_PROGRESS_DELAY_S, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if is_shown.is_set():
            print(ERASE_LINE, end="", file=sys.stderr, flush=True)
