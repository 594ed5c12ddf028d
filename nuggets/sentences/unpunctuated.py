"""Which talk was written down without punctuation, as auto-captions are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeAlias

from nuggets.formats.stage_directions import strip_stage_directions
from nuggets.sentences.punctuation import CLOSERS, MARKS, MAX_WORDS, UNIT
from nuggets.values import Boundary, Turn

Span: TypeAlias = tuple[int, int]

_ENDLESS = 2 * MAX_WORDS  # words without any mark: nobody speaks such a sentence
_TAIL = 80  # characters in which the last mark of a stretch stands, and what follows it
_CLOSERS = CLOSERS.replace("\\", "")
_BRACKETS = frozenset("])}>*♪")
_FINAL = frozenset(f"{MARKS}:-—–")

_CLUES: dict[str, Boundary] = {"word": "pause", "cue": "cue"}


def find_unpunctuated(
    turns: Sequence[Turn], stretches: Sequence[Sequence[Span]]
) -> tuple[bool, frozenset[int]]:
    """Tell whether a talk, or which of its turns, was written down without punctuation.

    A talk is, where more than half of its characters stand in stretches that have no mark at
    their end, or more words than anybody speaks in a sentence; and so is each turn of it of which
    the same is true. In a talk with punctuation it is a turn that is mostly one endless stretch.

    Args:
        turns: Of the talk.
        stretches: For each turn what stands between its marks.

    Returns:
        Whether the talk as a whole is; positions of the turns that are.
    """
    said = [sum(end - start for start, end in spans) for spans in stretches]
    bare = [
        sum(end - start for start, end in spans if _is_bare(turn.text, start, end))
        for turn, spans in zip(turns, stretches, strict=True)
    ]
    if 2 * sum(bare) > sum(said):
        return True, frozenset(i for i in range(len(turns)) if 2 * bare[i] > said[i])
    endless = [
        sum(end - start for start, end in spans if _has_more(turn.text, start, end, _ENDLESS))
        for turn, spans in zip(turns, stretches, strict=True)
    ]
    return False, frozenset(i for i in range(len(turns)) if 2 * endless[i] > said[i])


def clue_of(turn: Turn) -> Boundary:
    """Name what tells where sentences end in a turn without punctuation."""
    return _CLUES.get(turn.time_source, "heuristic")


def is_finished(text: str) -> bool:
    """Tell whether a text ends with a mark that ends a sentence or breaks it off.

    >>> is_finished('We ship." [laughter]'), is_finished("We --"), is_finished("We ship, then")
    (True, True, False)
    """
    tail = text[-_TAIL:].rstrip()
    if tail[-1:] in _BRACKETS:
        tail = strip_stage_directions(tail)
    return tail.rstrip(_CLOSERS).rstrip()[-1:] in _FINAL


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a stretch has no mark at its end, or is too long for a sentence."""
    tail = text[max(start, end - _TAIL) : end]
    return not is_finished(tail) or _has_more(text, start, end, MAX_WORDS)


def _has_more(text: str, start: int, end: int, most: int) -> bool:
    """Whether a stretch has more words than that."""
    if end - start <= most:
        return False
    return next(islice(UNIT.finditer(text, start, end), most, None), None) is not None
