"""Parts of a page that its tags tell apart from the talk around them, and what becomes of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.format import Parsed
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut, Turn


class PagePart(NamedTuple):
    """A part of the source that is not what the labels around it say.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        reason: Why it is left out; "" where it is speech.
        speaker: Who says it; None: nobody known.
    """

    start: int
    end: int
    reason: str = ""
    speaker: str | None = None


def set_apart(parsed: Parsed, parts: Sequence[PagePart]) -> Parsed:
    """Leave parts of a source out, or give them to those who say them.

    What follows a part that somebody else says is said by nobody known, up to the next label.

    Args:
        parsed: What was read.
        parts: The parts; the first of those that overlap counts.
    """
    parts = sorted(parts)
    starts = [part.start for part in parts]
    if not parts:
        return parsed
    turns: list[Turn] = []
    left_out = list(parsed.left_out)
    for turn in parsed.turns:
        pieces: list[Piece] = []
        speaker, inside = turn.speaker, None
        last, source = 0, turn.time_source
        for run in turn.runs:
            i = bisect_right(starts, run.start) - 1
            part = parts[i] if i >= 0 and run.start < parts[i].end else None
            text, blank = turn.text[run.at : run.until], turn.text[last : run.at]
            last = run.until
            if part is not None and part.reason:
                left_out.append(LeftOut(run.start, run.end, part.reason))
                continue
            if part is not inside:
                if pieces:
                    turns.append(build_turn(len(turns), speaker, pieces, time_source=source))
                pieces, speaker, inside = [], part.speaker if part else None, part
            pieces.append(Piece(blank, text, run.start, run.end, run.start_ms, run.end_ms))
        if pieces:
            turns.append(build_turn(len(turns), speaker, pieces, time_source=source))
    left_out.sort(key=lambda left: left.start)
    return Parsed(tuple(turns), tuple(left_out), parsed.warnings)
