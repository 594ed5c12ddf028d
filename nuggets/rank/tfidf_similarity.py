"""Similarity by words: tf-idf cosines, since readers notice repeated words whatever vectors say.

All words count, small ones too: weights are whole numbers, so that sums are exact in any order.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from nuggets.english.words import split_words
from nuggets.vectors import Matrix, quantize

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TfidfWeights: TypeAlias = "csr_array"
"""Sparse array of shape (n, words) of whole numbers: count times idf of each word."""

WEIGHT_GRID = 64
"""Steps to the unit of a word's weight."""


def tfidf_weights(texts: Sequence[str]) -> TfidfWeights:
    """Count the words of each sentence, weighed by their rarity among the sentences.

    Args:
        texts: Folded texts of n sentences.

    Returns:
        Sparse array of shape (n, words) of whole numbers: count times idf, in steps of the grid.

    Source:
        Salton and Buckley (1988), with scikit-learn's smoothed idf.
    """
    from scipy.sparse import csr_array

    counts = [Counter(split_words(text)) for text in texts]
    held = Counter(word for count in counts for word in count)
    columns = {word: i for i, word in enumerate(held)}
    weights = {
        word: round((math.log((1 + len(texts)) / (1 + df)) + 1) * WEIGHT_GRID)
        for word, df in held.items()
    }
    data = [times * weights[word] for count in counts for word, times in count.items()]
    at = [columns[word] for count in counts for word in count]
    ends = np.concatenate(([0], np.cumsum([len(count) for count in counts], dtype=np.int64)))
    return csr_array(
        (np.array(data, dtype=np.float64), np.array(at, dtype=np.int64), ends),
        shape=(len(texts), len(columns)),
    )


def tfidf_cosines(weights: TfidfWeights, runs: Iterable[Sequence[int]]) -> Matrix:
    """Take the cosines between runs of sentences.

    Args:
        weights: From `tfidf_weights`.
        runs: Indices of the sentences of each of m runs.

    Returns:
        Array of shape (m, m), in [0, 1].
    """
    from scipy.sparse import csr_array

    picks = [list(run) for run in runs]
    ends = np.concatenate(([0], np.cumsum([len(run) for run in picks], dtype=np.int64)))
    at = np.array([i for run in picks for i in run], dtype=np.int64)
    chosen = csr_array((np.ones(len(at)), at, ends), shape=(len(picks), weights.shape[0]))
    rows = chosen @ weights
    products = (rows @ rows.T).toarray()
    norms = np.sqrt(products.diagonal())
    norms[norms == 0] = 1.0
    return quantize(products / (norms[:, None] * norms[None, :]))
