"""The definition of the measures of points, written as plainly as can be: an oracle for tests.

Words are counted by a regular expression on each slice of the text, for each pair of spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.evaluate.points import FocusPoints
from nuggets.values import Span


def tells(nugget: Sequence[Span], passage: Sequence[Span], text: str) -> bool:
    """Tell whether a nugget holds half of the words of a passage."""
    shared = sum(
        len(re.findall(r"\w+", text[max(a, c) : min(b, d)]))
        for a, b in nugget
        for c, d in passage
        if min(b, d) > max(a, c)
    )
    return shared >= 0.5 * sum(len(re.findall(r"\w+", text[c:d])) for c, d in passage)


def score(
    nuggets: Sequence[Sequence[Span]], target: FocusPoints, text: str, count: int
) -> dict[str, float]:
    """Score the first `count` nuggets."""
    read = nuggets[:count]
    weights = [1.0 if point.is_vital else 0.5 for point in target.points]
    told: set[int] = set()
    new = 0
    for nugget in read:
        here = {
            i
            for i, point in enumerate(target.points)
            if any(tells(nugget, passage, text) for passage in point.passages)
        }
        new += bool(here - told)
        told |= here
    ideal = sum(sorted(weights, reverse=True)[:count])
    points = min(1.0, sum(weights[i] for i in told) / ideal) if ideal else 0.0
    telling = new / len(read) if read else 0.0
    vital = [i for i, weight in enumerate(weights) if weight == 1]
    return {
        "f": 2 * points * telling / (points + telling) if points + telling else 0.0,
        "points": points,
        "vital": len(told & set(vital)) / max(1, len(vital)),
        "telling": telling,
        "nuggets": float(len(read)),
        "words": float(sum(len(re.findall(r"\w+", text[a:b])) for one in read for a, b in one)),
        "litter": float(
            sum(
                any(min(b, d) > max(a, c) for a, b in one for c, d in target.litter) for one in read
            )
        ),
    }
