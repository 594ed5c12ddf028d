"""Talks that editors read whole, with the points worth telling: read and measured.

For `make ranker`, which learns from them, and `make ablate`. A folder holds `NAME.points.json` for
each talk NAME: foci, the points that the talk makes about each, the passages that make a point, and
litter.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import nuggets
from nuggets.values import Sentence, Span, Transcript

MIN_TOLD = 0.5  # share of the words of a point's passage that a nugget must hold to tell the point
OKAY_WEIGHT = 0.5  # of a point that is not vital
MOST = 10  # nuggets that are measured


@dataclass(frozen=True, slots=True)
class EditedFocus:
    """A focus, with what the talk says about it that is worth telling.

    Attributes:
        text: The focus; None: the whole talk.
        kind: "broad", "narrow", "name", "question", "whole" or "absent".
        weights: Of its points.
        passages: For each passage that makes a point the index of the point and its spans.
    """

    text: str | None
    kind: str
    weights: tuple[float, ...]
    passages: tuple[tuple[int, tuple[Span, ...]], ...]


@dataclass(frozen=True, slots=True)
class EditedTalk:
    """A talk with its foci, and spans that must never be printed."""

    name: str
    transcript: Transcript
    foci: tuple[EditedFocus, ...]
    litter: tuple[Span, ...]


def read_talks(folder: Path) -> list[EditedTalk]:
    """Read all talks of a folder, by name."""
    talks = []
    for path in sorted(folder.glob("*.points.json")):
        facts = json.loads(path.read_text("utf-8"))
        foci = tuple(
            EditedFocus(
                focus["focus"],
                focus["kind"],
                tuple(1.0 if p["grade"] == "vital" else OKAY_WEIGHT for p in focus["points"]),
                tuple(
                    (i, tuple((a, b) for a, b in passage["answer"]))
                    for i, point in enumerate(focus["points"])
                    for passage in point["passages"]
                ),
            )
            for focus in facts["foci"]
        )
        transcript = nuggets.read(folder / facts["source"])
        litter = tuple((a, b) for a, b in facts["litter"])
        talks.append(EditedTalk(facts["source"], transcript, foci, litter))
    return talks


class WordCounter:
    """Counts the words of a source that its sentences share with spans of it."""

    def __init__(self, transcript: Transcript, sentences: Sequence[Sentence]) -> None:
        self._starts = [word.start() for word in re.finditer(r"\w+", transcript.source)]
        self._spans = [(sentence.start, sentence.end) for sentence in sentences]
        self._firsts = [start for start, _ in self._spans]

    def count(self, start: int, end: int) -> int:
        """Count the words that begin between two offsets."""
        return max(0, bisect_left(self._starts, end) - bisect_left(self._starts, start))

    def share(self, spans: Sequence[Span]) -> dict[int, int]:
        """Count the words that each sentence shares with spans."""
        shared: dict[int, int] = {}
        for start, end in spans:
            at = max(0, bisect_left(self._firsts, start) - 1)
            while at < len(self._spans) and self._spans[at][0] < end:
                first, last = self._spans[at]
                if count := self.count(max(start, first), min(end, last)):
                    shared[at] = shared.get(at, 0) + count
                at += 1
        return shared

    def told(self, focus: EditedFocus, runs: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
        """Say which points each run of sentences tells: array of shape (points, len(runs))."""
        told = np.zeros((len(focus.weights), len(runs)), dtype=np.bool_)
        for point, spans in focus.passages:
            shared = self.share(spans)
            enough = MIN_TOLD * sum(self.count(start, end) for start, end in spans)
            for j, run in enumerate(runs):
                if run[0] in shared or run[-1] in shared or len(shared) < len(run):
                    told[point, j] |= sum(shared.get(i, 0) for i in run) >= enough
        return told


def measure(weights: Sequence[float], told: NDArray[np.bool_]) -> float:
    """Give F, the harmonic mean of the points told and of the nuggets that tell a new one.

    Args:
        weights: Of the points.
        told: Array of shape (points, nuggets): which points each nugget tells, the best first.
    """
    told = told[:, :MOST]
    if not told.any():
        return 0.0
    worth = np.array(weights)
    ideal = float(np.sort(worth)[::-1][:MOST].sum())
    points = min(1.0, float(worth[told.any(axis=1)].sum()) / ideal)
    before = np.cumsum(told, axis=1) - told > 0
    telling = float((told & ~before).any(axis=0).mean())
    return 2 * points * telling / (points + telling)
