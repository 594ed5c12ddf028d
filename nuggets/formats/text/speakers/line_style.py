"""How the style of a file reads one line."""

from __future__ import annotations

from typing import NamedTuple


class Opening(NamedTuple):
    """How the style of the file reads one line: what is opened by it, and where its words begin.

    Attributes:
        opens: Whether somebody else speaks from here on.
        closes: Whether it is not known who speaks from here on.
        name: Who, if the line says so.
        text_at: Where the words begin, counted from the beginning of the line.
        start_ms: The time; None if the line gives none.
        end_ms: The time at which it ends; None if the line does not say.
    """

    opens: bool
    name: str | None
    text_at: int
    start_ms: int | None
    end_ms: int | None
    closes: bool = False


NOTHING = Opening(opens=False, name=None, text_at=0, start_ms=None, end_ms=None)
