"""Recurrence of names, which distinguishes speakers from headings, list items and other words.

Speakers come back and take turns; the keys of a list and the headings of a page do not. How large
a share must recur depends on how much else supports a reading, so some callers have shares of
their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

LEAST_RECURRING = 0.6  # share of the names that occur more than once; by eye
LEAST_CHANGES = 0.3  # share of the names that differ from the one before; by eye


def count_recurring(names: Iterable[str]) -> int:
    """Count the names that occur more than once, each as often as it occurs.

    >>> count_recurring(["Anna", "Ben", "Anna"])
    2
    """
    return sum(count for count in Counter(names).values() if count > 1)


def count_changes(names: Sequence[str]) -> int:
    """Count the names that differ from the one before.

    >>> count_changes(["Anna", "Anna", "Ben"])
    1
    """
    return sum(one != other for one, other in pairwise(names))


def has_recurring_names(names: Sequence[str]) -> bool:
    """Whether most names occur more than once; true of no names at all."""
    return count_recurring(names) >= LEAST_RECURRING * len(names)


def has_alternating_names(names: Sequence[str]) -> bool:
    """Whether most names recur, two of them or more, and take turns."""
    return (
        sum(count > 1 for count in Counter(names).values()) > 1
        and has_recurring_names(names)
        and count_changes(names) >= LEAST_CHANGES * len(names)
    )
