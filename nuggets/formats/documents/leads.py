"""When names that only markup sets off (bold type, a heading, a table cell) are speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_LEAST_RECURRING = 0.6  # share of them that occur more than once
_LEAST = 3


def names_recur(names: Sequence[str]) -> bool:
    """Whether most names recur, and not all at a stretch."""
    counts = Counter(names)
    recurring = sum(count for count in counts.values() if count > 1)
    changes = any(one != other for one, other in pairwise(names))
    return changes and recurring >= max(_LEAST, _LEAST_RECURRING * len(names))
