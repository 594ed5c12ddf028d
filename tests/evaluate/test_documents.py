"""Shares of spans that lie in the gold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.documents import gold_share
from nuggets.values import Span


@st.composite
def gold_spans(draw: st.DrawFn) -> list[Span]:
    """Draw spans in order that do not overlap, but may touch."""
    cuts = sorted(draw(st.lists(st.integers(0, 40), unique=True, max_size=8)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@given(gold_spans(), st.integers(0, 40), st.integers(1, 40))
def test_the_gold_share_counts_characters(gold: list[Span], start: int, length: int) -> None:
    """The share is that of the span's characters that lie in any gold span."""
    within = sum(any(a <= i < b for a, b in gold) for i in range(start, start + length))
    assert gold_share(start, start + length, gold) == within / length
