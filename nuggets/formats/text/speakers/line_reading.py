"""How the style of a file reads one line."""

from __future__ import annotations

from typing import NamedTuple


class LineReading(NamedTuple):
    """How the style of the file reads one line: what is opened by it, and where its words begin.

    Attributes:
        starts_turn: Whether somebody else speaks from here on.
        speaker_unknown: Whether it is not known who speaks from here on.
        speaker: Who, if the line says so.
        text_at: Where the words begin, counted from the beginning of the line.
        start_ms: The time; None if the line gives none.
        end_ms: The time at which it ends; None if the line does not say.
    """

    starts_turn: bool
    speaker: str | None
    text_at: int
    start_ms: int | None
    end_ms: int | None
    speaker_unknown: bool = False


NO_PREFIX = LineReading(starts_turn=False, speaker=None, text_at=0, start_ms=None, end_ms=None)
