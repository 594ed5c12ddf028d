"""Progress bar of `nuggets evaluate`, for a terminal (rich)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


@contextmanager
def progress_bar(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar that disappears at the end.

    Args:
        stream: A terminal.

    Yields:
        A function that updates the bar: takes how many documents are done, and how many there are.
    """
    columns = (TextColumn("nuggets: measuring"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(done: int, count: int) -> None:
            bar.update(task, completed=done, total=count)

        yield show
