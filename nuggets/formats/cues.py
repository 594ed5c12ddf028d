"""Cues to turns: what captions and speech recognisers give, put together as it was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Piece, build_turn
from nuggets.values import TimeSource, Turn


class Cue(NamedTuple):
    """Words of one speaker that the source times together.

    Attributes:
        speaker: Who speaks; None if the source names nobody.
        pieces: The words, in order, each with its time; may be empty.
        opens: Whether a new turn begins here though the speaker is the same (or unknown).
    """

    speaker: str | None
    pieces: Sequence[Piece]
    opens: bool = False


def join_cues(cues: Iterable[Cue], *, time_source: TimeSource) -> tuple[Turn, ...]:
    """Join consecutive cues of one speaker into turns, so that a sentence may run over cues.

    Cues without words join nothing and part nothing. The `blank` of a cue's first piece is what
    stands between it and the cue before.
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
