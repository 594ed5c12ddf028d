"""Building turns: from pieces of the source, and from consecutive cues of one speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nuggets.values import Run, TimeSource, Turn


class Piece(NamedTuple):
    """A contiguous part of the source that becomes part of a turn.

    It has no place in a turn yet; `build_turn` gives it one, as a `Run`.

    Attributes:
        blank: The separator before it in the text of the turn; the first of a turn has none.
        text: Its characters.
        start: Offset of its first character in the source.
        end: Offset after its last character.
        start_ms: When it begins; None if the source does not say.
        end_ms: When it ends; None if the source does not say.
    """

    blank: str
    text: str
    start: int
    end: int
    start_ms: int | None = None
    end_ms: int | None = None


class Cue(NamedTuple):
    """Words of one speaker that have a common time, or times of their own.

    Attributes:
        speaker: Who speaks; None if the source names nobody.
        pieces: The words, in order; may be empty.
        opens: Whether a new turn begins here even if the speaker is the same (or unknown).
    """

    speaker: str | None
    pieces: Sequence[Piece]
    opens: bool = False


def build_turn(
    index: int, speaker: str | None, pieces: Sequence[Piece], *, time_source: TimeSource = "turn"
) -> Turn:
    """Join pieces into one turn.

    Args:
        index: Index of the turn in the transcript.
        speaker: Who speaks; None if the source names nobody.
        pieces: In order; at least one.
        time_source: How exact the times are; the turn has "none" where no piece has a time.
    """
    if len(pieces) == 1:  # as in most turns
        _, text, start, end, start_ms, end_ms = pieces[0]
        source: TimeSource = "none" if start_ms is None else time_source
        run = Run(0, len(text), start, end, start_ms, end_ms)
        return Turn(index, speaker, text, (run,), source)
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    timed = False
    for blank, text, start, end, start_ms, end_ms in pieces:
        if parts:
            parts.append(blank)
            at += len(blank)
        parts.append(text)
        until = at + len(text)
        runs.append(Run(at, until, start, end, start_ms, end_ms))
        at = until
        timed = timed or start_ms is not None
    return Turn(index, speaker, "".join(parts), tuple(runs), time_source if timed else "none")


def join_cues(cues: Iterable[Cue], *, time_source: TimeSource) -> tuple[Turn, ...]:
    """Join consecutive cues of one speaker into turns, so that sentences may span cues.

    Args:
        cues: In order; those without pieces have no effect. The separator between two cues is
            the `blank` of the later one's first piece.
        time_source: How exact the times are.
    """
    turns: list[Turn] = []
    pieces: list[Piece] = []
    speaker: str | None = None
    for cue in cues:
        if not cue.pieces:
            continue
        if pieces and (cue.opens or cue.speaker != speaker):
            turns.append(build_turn(len(turns), speaker, pieces, time_source=time_source))
            pieces = []
        speaker = cue.speaker
        pieces.extend(cue.pieces)
    if pieces:
        turns.append(build_turn(len(turns), speaker, pieces, time_source=time_source))
    return tuple(turns)
