"""Unpunctuated talk: which transcripts and turns have no sentence-end marks, as auto-captions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from nuggets.formats.stage_directions import strip_stage_directions
from nuggets.sentences.punctuation import CLOSERS, MARKS, MAX_WORDS, UNIT
from nuggets.values import Boundary, Span, Turn

_ENDLESS = 2 * MAX_WORDS  # words without any mark, by eye: nobody speaks such a sentence
_TAIL = 80  # characters that are searched for the last mark of a segment
_CLOSERS = CLOSERS.replace("\\", "")
_DIRECTION_ENDS = frozenset("])}>*♪")
_FINAL_MARKS = frozenset(f"{MARKS}:-—–")  # a colon or dash breaks a sentence off

_BOUNDARY_SOURCES: dict[str, Boundary] = {"word": "pause", "cue": "cue"}


def find_unpunctuated(
    turns: Sequence[Turn], segments: Sequence[Sequence[Span]]
) -> tuple[bool, frozenset[int]]:
    """Find out whether a talk has no punctuation, and which of its turns have none.

    A talk has none where more than half of its characters stand in segments that have no mark at
    their end, or more words than anybody speaks in a sentence; of its turns those have none of
    which the same is true. In a talk with punctuation it is a turn that is mostly endless.

    Args:
        turns: Of the talk.
        segments: For each turn the spans between its sentence-end marks.

    Returns:
        Whether the talk as a whole has none; indices of the turns that have none.
    """
    said = [sum(end - start for start, end in spans) for spans in segments]
    unmarked = [
        sum(end - start for start, end in spans if _is_unpunctuated(turn.text, start, end))
        for turn, spans in zip(turns, segments, strict=True)
    ]
    if 2 * sum(unmarked) > sum(said):
        return True, frozenset(i for i in range(len(turns)) if 2 * unmarked[i] > said[i])
    endless = [
        sum(end - start for start, end in spans if _has_more_words(turn.text, start, end, _ENDLESS))
        for turn, spans in zip(turns, segments, strict=True)
    ]
    return False, frozenset(i for i in range(len(turns)) if 2 * endless[i] > said[i])


def boundary_source(turn: Turn) -> Boundary:
    """Name what sentence boundaries are found by in a turn without punctuation."""
    return _BOUNDARY_SOURCES.get(turn.time_source, "heuristic")


def is_finished(text: str) -> bool:
    """Whether a text ends with a mark that ends a sentence or breaks it off.

    >>> is_finished('We ship." [laughter]'), is_finished("We --"), is_finished("We ship, then")
    (True, True, False)
    """
    tail = text[-_TAIL:].rstrip()
    if tail[-1:] in _DIRECTION_ENDS:
        tail = strip_stage_directions(tail)
    return tail.rstrip(_CLOSERS).rstrip()[-1:] in _FINAL_MARKS


def _is_unpunctuated(text: str, start: int, end: int) -> bool:
    """Whether a segment has no mark at its end, or is too long for a sentence."""
    tail = text[max(start, end - _TAIL) : end]
    return not is_finished(tail) or _has_more_words(text, start, end, MAX_WORDS)


def _has_more_words(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a segment has more words than `limit`."""
    if end - start <= limit:
        return False
    return next(islice(UNIT.finditer(text, start, end), limit, None), None) is not None
