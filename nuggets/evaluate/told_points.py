"""Told points: which passages of a talk tell which points, found for all of them at once.

For whatever compares all passages that may be printed: the oracle, and what learns from points.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nuggets.evaluate.points import TOLD_SHARE, Point, WordCounter
from nuggets.values import Span


def count_shared_words(
    sentences: Sequence[Span], spans: Sequence[Span], counter: WordCounter
) -> NDArray[np.int64]:
    """Count the words that each sentence shares with spans.

    Args:
        sentences: The span of each, in whatever order.
        spans: Of a passage, not overlapping.
        counter: Of the source.

    Returns:
        Array of shape (len(sentences),).
    """
    ends = np.array(sentences, dtype=np.intp).reshape(-1, 2)
    shared = np.zeros(len(ends), dtype=np.int64)
    for start, end in spans:
        touched = np.flatnonzero((ends[:, 0] < end) & (ends[:, 1] > start))
        for i in touched.tolist():
            first, last = sentences[i]
            shared[i] += counter.count(max(start, first), min(end, last))
    return shared


def match_points(
    points: Sequence[Point],
    sentences: Sequence[Span],
    passages: Sequence[Sequence[int]],
    counter: WordCounter,
) -> NDArray[np.bool_]:
    """Find which points each passage tells; of one passage, `points.find_told` says the same.

    Args:
        points: Of a focus.
        sentences: The span of each sentence of the talk.
        passages: Indices of the sentences of each; none is empty.
        counter: Of the source.

    Returns:
        Array of shape (len(points), len(passages)).
    """
    told = np.zeros((len(points), len(passages)), dtype=np.bool_)
    if not passages:
        return told
    lengths = [len(passage) for passage in passages]
    members = np.concatenate([np.array(passage, dtype=np.intp) for passage in passages])
    firsts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    for i, point in enumerate(points):
        for spans in point.passages:
            shared = count_shared_words(sentences, spans, counter)
            held = np.add.reduceat(shared[members], firsts)
            told[i] |= held >= TOLD_SHARE * counter.count_all(spans)
    return told


def pick_most_points(told: NDArray[np.bool_], points: Sequence[Point], *, count: int) -> list[int]:
    """Pick greedily the passages that add the most weight of points: an upper bound.

    Args:
        told: Array of shape (len(points), m), from `match_points`.
        points: Of a focus.
        count: Picks at most.

    Returns:
        Indices in picking order; fewer than `count` where no passage tells anything new; of equals,
        the earlier.
    """
    left = np.array([point.weight for point in points])
    picks: list[int] = []
    while len(picks) < count:
        gains = left @ told  # of halves, so exact
        best = int(np.argmax(gains)) if gains.size else 0
        if not gains.size or gains[best] == 0:
            break
        picks.append(best)
        left[told[:, best]] = 0.0
    return picks
