"""Points: what editors say is worth telling about a focus, and how much of it a list tells.

In the tradition of TREC's nugget evaluation: a point is `vital` or `okay`, and each comes with the
passages of the talk that make it. A list is scored by the passages that it shows, so that no person
has to read it.

Source:
    Voorhees (2003), Overview of the TREC 2003 Question Answering Track, for vital and okay; Lin and
    Demner-Fushman (2006), Will Pyramids Built of Nuggets Topple Over?, for weights instead of vital
    ones alone. There an assessor matches answers with points; here half of a passage's words do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nuggets.values import Span

FocusKind: TypeAlias = Literal["broad", "narrow", "name", "question", "whole", "absent"]
FOCUS_KINDS: tuple[FocusKind, ...] = ("broad", "narrow", "name", "question", "whole", "absent")
"""A field of subjects, one subject, a name, a question; the whole talk; not discussed."""

POINT_GROUPS: Mapping[str, tuple[FocusKind, ...]] = {
    "focus": ("broad", "narrow", "name", "question"),
    "whole": ("whole",),
    "broad": ("broad",),
    "narrow": ("narrow",),
    "name": ("name",),
    "question": ("question",),
    "absent": ("absent",),
}
"""Groups of foci over which means are taken, the headlines first."""

VITAL_WEIGHT = 1.0
OKAY_WEIGHT = 0.5
TOLD_SHARE = 0.5
"""A nugget tells a point from this share of the words of one of its passages on; with the weights,
part of the definition of the measure in the data set."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a talk says about a focus.

    Attributes:
        is_vital: Whether a reader must be told; else it is good to know.
        passages: Each alone makes the point: the spans of its answer, without the question.
    """

    is_vital: bool
    passages: tuple[tuple[Span, ...], ...]

    @property
    def weight(self) -> float:
        """What telling it counts."""
        return VITAL_WEIGHT if self.is_vital else OKAY_WEIGHT


@dataclass(frozen=True, slots=True)
class FocusPoints:
    """What editors say about a focus of a talk.

    Attributes:
        kind: Of focus.
        points: Empty where it is not discussed.
        best: The passages that the editor would print, the best first; None where not listed.
        litter: Sentences of the talk that must never be printed.
    """

    kind: FocusKind
    points: tuple[Point, ...]
    best: tuple[tuple[Span, ...], ...] | None = None
    litter: tuple[Span, ...] = ()


class WordCounter:
    r"""Counts the words (`\w+`) of any slice of a text in logarithmic time.

    A word that an end of the slice cuts counts as one.
    """

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def count(self, start: int, end: int) -> int:
        """Count the words of `text[start:end]`.

        >>> WordCounter("It works well.").count(4, 14)
        2
        """
        if start >= end:
            return 0
        return bisect_left(self._starts, end) - bisect_left(self._ends, start + 1)

    def count_all(self, spans: Sequence[Span]) -> int:
        """Count the words of several slices."""
        return sum(self.count(start, end) for start, end in spans)

    def count_shared(self, spans: Sequence[Span], others: Sequence[Span]) -> int:
        """Count the words that lie in a span of either list."""
        return sum(
            self.count(max(start, other_start), min(end, other_end))
            for start, end in spans
            for other_start, other_end in others
        )


def find_told(
    nugget: Sequence[Span], points: Sequence[Point], counter: WordCounter
) -> frozenset[int]:
    """Find the points that a nugget tells: it holds half of the words of one of their passages.

    Args:
        nugget: Its spans in the source.
        points: Of a focus.
        counter: Of the source.

    Returns:
        Indices into `points`.
    """
    return frozenset(
        i
        for i, point in enumerate(points)
        if any(
            counter.count_shared(nugget, passage) >= TOLD_SHARE * counter.count_all(passage)
            for passage in point.passages
        )
    )


def score_points(
    nuggets: Sequence[Sequence[Span]], target: FocusPoints, counter: WordCounter, *, count: int
) -> dict[str, float]:
    """Score a list of nuggets for a focus that is discussed.

    Args:
        nuggets: The best first, each as its spans in the source; only the first `count` are read.
        target: What the editors say.
        counter: Of the source.
        count: Nuggets at most, which is also how many points a perfect list tells at least.

    Returns:
        `points`: weight of the points told, as a share of the weight of the `count` heaviest (at
        most 1); `vital`: share of the vital points told; `telling`: share of the nuggets that tell
        a point which none before them told; `f`: harmonic mean of points and telling; `nuggets`:
        how many are printed; `words`: how many words in them; `litter`: how many touch a sentence
        that must not be printed. All are 0 for an empty list.
    """
    read = nuggets[:count]
    told: set[int] = set()
    telling = 0
    for nugget in read:
        here = find_told(nugget, target.points, counter)
        telling += not here <= told
        told |= here
    ideal = sum(sorted((point.weight for point in target.points), reverse=True)[:count])
    weight = sum(target.points[i].weight for i in told)
    vital = sum(point.is_vital for point in target.points)
    points_share = min(1.0, weight / ideal) if ideal else 0.0
    telling_share = telling / len(read) if read else 0.0
    return {
        "f": harmonic_mean(points_share, telling_share),
        "points": points_share,
        "vital": sum(target.points[i].is_vital for i in told) / max(1, vital),
        "telling": telling_share,
        "nuggets": float(len(read)),
        "words": float(sum(counter.count_all(nugget) for nugget in read)),
        "litter": float(sum(_touches(nugget, target.litter) for nugget in read)),
    }


def harmonic_mean(one: float, other: float) -> float:
    """Compute the harmonic mean of two shares; 0 where both are 0.

    >>> harmonic_mean(0.5, 1.0)
    0.6666666666666666
    """
    return 2 * one * other / (one + other) if one + other else 0.0


def _touches(nugget: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether any span of a nugget shares a character with one of the others."""
    return any(
        max(start, other_start) < min(end, other_end)
        for start, end in nugget
        for other_start, other_end in others
    )
