"""Recurrence and alternation of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.text.speakers.recurrence import (
    count_changes,
    count_recurring,
    has_alternating_names,
    has_recurring_names,
)


@pytest.mark.parametrize(
    ("names", "recur", "alternate"),
    [
        ("ABAB", True, True),
        ("ABABC", True, True),
        ("AABBA", True, True),
        ("AAAA", True, False),
        ("ABCD", False, False),
        ("AABCD", False, False),
        ("AAAAAAAABB", True, False),
    ],
)
def test_names(names: str, recur: bool, alternate: bool) -> None:
    """Three in five must occur more than once; two names must take turns."""
    assert has_recurring_names(names) == recur
    assert has_alternating_names(names) == alternate


@given(st.lists(st.sampled_from("ABCDE")))
def test_counts_are_bounded(names: list[str]) -> None:
    """No more names recur than there are, and no more change than have one before."""
    assert 0 <= count_recurring(names) <= len(names)
    assert count_recurring(names) == sum(names.count(name) > 1 for name in names)
    assert 0 <= count_changes(names) <= max(0, len(names) - 1)
