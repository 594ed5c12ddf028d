"""Chunks of a talk: runs of sentences that are long enough to be embedded as one text."""

from __future__ import annotations

from collections.abc import Sequence

CHUNK_WORDS = 80
"""Words that a chunk has at least, some 110 tokens: by eye, close to the 128 tokens of the longest
texts that all-MiniLM-L6-v2 was trained on."""


def split_into_chunks(
    word_counts: Sequence[int], *, min_words: int = CHUNK_WORDS
) -> tuple[range, ...]:
    """Split a talk into consecutive chunks, each as short as it can be.

    Args:
        word_counts: How many words each sentence has.
        min_words: Words that a chunk has at least; the last one may have fewer.

    Returns:
        Ranges of indices of sentences, none empty, that cover all sentences in order.

    >>> split_into_chunks([50, 40, 90, 3])
    (range(0, 2), range(2, 3), range(3, 4))
    """
    chunks = []
    first = words = 0
    for i, count in enumerate(word_counts):
        words += count
        if words >= min_words or i == len(word_counts) - 1:
            chunks.append(range(first, i + 1))
            first, words = i + 1, 0
    return tuple(chunks)
