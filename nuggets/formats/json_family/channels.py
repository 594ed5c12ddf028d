"""Merges the channels of a recording, transcribed one by one, into one talk in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nuggets.formats.json_family.word_alignment import make_cue
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.turns import Cue, Piece

_CLOSERS = "\"'”’)]»"
_PAUSE_MS = 1000  # after which somebody else may speak; by eye


def merge_channels(channels: Mapping[str, Sequence[Cue]]) -> list[Cue]:
    """Merge the cues of all channels.

    Where more than one channel holds speech, each channel is a speaker with the channel's name.
    Services number the speakers within each channel from 0 again, so these are named by both.

    Args:
        channels: The cues of each channel, by the channel's name.
    """
    spoken: list[list[Cue]] = []
    for name, cues in channels.items():
        said = [cue for cue in cues if cue.pieces]
        if said:
            spoken.append([cue._replace(speaker=_name(name, cue.speaker)) for cue in said])
    if len(spoken) > 1:
        return order_by_time(spoken)
    return [cue for cues in channels.values() for cue in cues]


def _name(channel: str, speaker: str | None) -> str:
    return channel if speaker is None else f"{channel}, speaker {speaker}"


def order_by_time(channels: Sequence[Sequence[Cue]]) -> list[Cue]:
    """Order the cues of several channels by time, in stretches that are not interrupted.

    Stretches end at the end of a sentence or in a pause of a second, so that simultaneous speech
    is not interleaved word by word. A stretch without time follows the one before it.
    """
    timed: list[tuple[int, Cue]] = []
    for cues in channels:
        last = 0
        for cue in _split_at_breaks(cues):
            start_ms = cue.pieces[0].start_ms
            last = last if start_ms is None else start_ms
            timed.append((last, cue))
    timed.sort(key=lambda pair: pair[0])
    return [cue for _, cue in timed]


def _split_at_breaks(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Split the cues of one channel at ends of sentences and pauses; join all others."""
    stretch: list[Piece] = []
    speaker: str | None = None
    for cue in cues:
        for i, piece in enumerate(cue.pieces):
            if stretch and (
                cue.speaker != speaker or (i == 0 and cue.opens) or _is_break(stretch[-1], piece)
            ):
                yield make_cue(speaker, stretch)
                stretch = []
            speaker = cue.speaker
            stretch.append(piece)
    if stretch:
        yield make_cue(speaker, stretch)


def _is_break(last: Piece, following: Piece) -> bool:
    """Whether a stretch ends between two pieces: at the end of a sentence, or in a pause."""
    if not (following.blank or last.text[-1:].isspace()):
        return False
    if last.text.rstrip().rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS:
        return True
    if last.end_ms is None or following.start_ms is None:
        return False
    return following.start_ms - last.end_ms >= _PAUSE_MS
