"""How one line is read once the style of its file is known: who speaks, when, and the text."""

from __future__ import annotations

from typing import NamedTuple


class LineReading(NamedTuple):
    """How one line is read.

    Attributes:
        starts_turn: Whether another speaker begins here.
        speaker: Name of the speaker, if the line has a label.
        text_at: Where the words begin, as an offset from the beginning of the line.
        start_ms: Start time in milliseconds; None if the line gives none.
        end_ms: End time in milliseconds; None if the line gives none.
        speaker_unknown: Whether the speaker is unknown from here on.
    """

    starts_turn: bool
    speaker: str | None
    text_at: int
    start_ms: int | None
    end_ms: int | None
    speaker_unknown: bool = False


NO_PREFIX = LineReading(starts_turn=False, speaker=None, text_at=0, start_ms=None, end_ms=None)
"""A line that is nothing but words; compared by identity."""
