"""Stretches of a talk that a model of meaning reads as one: long enough to say what it is about."""

from __future__ import annotations

from collections.abc import Sequence

WINDOW_WORDS = 80
"""Words of a window, some 110 tokens; models of sentences were trained on texts of such length."""


def find_windows(words: Sequence[int], *, size: int = WINDOW_WORDS) -> tuple[range, ...]:
    """Cut a talk into runs of sentences, each as short as it can be with so many words.

    Args:
        words: How many each sentence has.
        size: Words of a window, at least; the last may have fewer.

    Returns:
        Ranges of indices that follow on each other and cover all sentences, none empty.

    >>> find_windows([50, 40, 90, 3])
    (range(0, 2), range(2, 3), range(3, 4))
    """
    windows = []
    first = said = 0
    for i, count in enumerate(words):
        said += count
        if said >= size or i == len(words) - 1:
            windows.append(range(first, i + 1))
            first, said = i + 1, 0
    return tuple(windows)
