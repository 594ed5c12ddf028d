"""Texts as TF-IDF vectors: the only file that imports scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from nuggets.vectors import Matrix

STEPS = 2.0**20
"""Weights are whole multiples of 1 / STEPS, so that their products add up the same anywhere."""


class Tfidf:
    """A space made from the sentences of one talk.

    Args:
        texts: n folded sentences; words are weighed by their rarity among them.
        plain: Whether all is as scikit-learn has it by itself. Otherwise English stop words count
            nothing, and a word that stands k times in a text counts 1 + log(k) times.

    Attributes:
        count: n.
    """

    def __init__(self, texts: Sequence[str], *, plain: bool = False) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer(
            stop_words=None if plain else "english", sublinear_tf=not plain
        )
        try:
            self._rows: Any = _round(self._vectorizer.fit_transform(texts))
        except ValueError:  # nothing but stop words
            self._rows = None
        self.count = len(texts)

    def similarity(self) -> Any:
        """Compare all sentences with each other, none with itself.

        Returns:
            Sparse array of shape (n, n); None where no sentence has a word that counts.
        """
        if self._rows is None:
            return None
        similarity = self._rows @ self._rows.T
        similarity.setdiag(0)
        similarity.eliminate_zeros()
        return similarity

    def compare(self, indices: Sequence[int]) -> Matrix:
        """Compare some of the sentences; array of shape (m, m), cosines in [0, 1]."""
        if self._rows is None:
            return np.zeros((len(indices), len(indices)))
        rows = self._rows[list(indices)]
        return np.asarray((rows @ rows.T).toarray(), dtype=np.float64)

    def redundancy(self, nuggets: Sequence[str]) -> float:
        """Say how much the nuggets of a list repeat each other.

        Args:
            nuggets: The folded text of each.

        Returns:
            Mean of the cosines of all pairs, in [0, 1]; 0 for fewer than two.
        """
        pairs = len(nuggets) * (len(nuggets) - 1)
        if self._rows is None or not pairs:
            return 0.0
        rows = _round(self._vectorizer.transform(nuggets))
        products = rows @ rows.T
        products.setdiag(0)
        return float(products.sum()) / pairs


def _round(rows: Any) -> Any:  # SciPy's sparse arrays, which have no types
    rows.data = np.rint(rows.data * STEPS) / STEPS
    return rows
