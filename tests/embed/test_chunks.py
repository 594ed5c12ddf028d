"""Chunks of a talk, by their definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.chunks import split_into_chunks


@given(st.lists(st.integers(0, 60), max_size=40), st.integers(1, 100))
def test_chunks_are_consecutive_and_as_short_as_can_be(
    word_counts: list[int], min_words: int
) -> None:
    """Every sentence is in one chunk, and no chunk but the last could do without a sentence."""
    chunks = split_into_chunks(word_counts, min_words=min_words)
    assert [i for chunk in chunks for i in chunk] == list(range(len(word_counts)))
    for chunk in chunks[:-1]:
        words = [word_counts[i] for i in chunk]
        assert sum(words) >= min_words > sum(words[:-1])
