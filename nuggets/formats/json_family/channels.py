"""Recordings with a channel for each speaker, transcribed one by one: put in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nuggets.formats.cues import Cue
from nuggets.formats.format import Parsed
from nuggets.formats.json_family.collector import Reading
from nuggets.formats.json_family.words import open_cue
from nuggets.formats.lines import Piece

_ENDS = (".", "?", "!", "…", "。", "？", "！")
_CLOSERS = "\"'”’)]»"
_PAUSE_MS = 1000


def join_channels(channels: Mapping[str, Reading]) -> Parsed:
    """Join what was read in each channel.

    Where more than one is spoken in, each is a speaker of the channel's name; speakers that are
    told apart within a channel are counted anew in each, so that they are named after both.

    Args:
        channels: What was read, by the name of the channel; at least one.
    """
    readings = list(channels.values())
    joined = Reading(readings[0].tree)
    spoken: list[list[Cue]] = []
    for name, reading in channels.items():
        cues = [cue for cue in reading.cues if cue.pieces]
        if cues:
            spoken.append([cue._replace(speaker=_name(name, cue.speaker)) for cue in cues])
        joined.left_out += reading.left_out
        joined.timed_words = joined.timed_words or reading.timed_words
    if len(spoken) > 1:
        joined.cues = merge_channels(spoken)
    else:
        joined.cues = [cue for reading in readings for cue in reading.cues]
    joined.left_out.sort(key=lambda left: left.start)
    return joined.to_parsed()


def _name(channel: str, speaker: str | None) -> str:
    return channel if speaker is None else f"{channel}, speaker {speaker}"


def merge_channels(channels: Sequence[Sequence[Cue]]) -> list[Cue]:
    """Put the cues of channels in the order of time, cutting them only where somebody ends.

    That is at the end of a sentence or in a pause of a second, so that talk at the same time is
    not mixed word by word. What has no time stays behind what stands before it.
    """
    timed: list[tuple[int, Cue]] = []
    for cues in channels:
        last = 0
        for cue in _cut_at_ends(cues):
            start_ms = cue.pieces[0].start_ms
            last = last if start_ms is None else start_ms
            timed.append((last, cue))
    timed.sort(key=lambda pair: pair[0])
    return [cue for _, cue in timed]


def _cut_at_ends(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Cut the cues of one channel where a sentence ends or a pause is; join the others."""
    said: list[Piece] = []
    who: str | None = None
    for cue in cues:
        for i, piece in enumerate(cue.pieces):
            if said and (cue.speaker != who or (i == 0 and cue.opens) or _ends(said[-1], piece)):
                yield open_cue(who, said)
                said = []
            who = cue.speaker
            said.append(piece)
    if said:
        yield open_cue(who, said)


def _ends(last: Piece, following: Piece) -> bool:
    """Whether somebody may end between two pieces."""
    if not (following.blank or last.text[-1:].isspace()):
        return False
    if last.text.rstrip().rstrip(_CLOSERS).endswith(_ENDS):
        return True
    if last.end_ms is None or following.start_ms is None:
        return False
    return following.start_ms - last.end_ms >= _PAUSE_MS
