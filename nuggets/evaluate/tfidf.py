"""TF-IDF vector space of a talk's sentences (scikit-learn)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from nuggets.vectors import Matrix, quantize


class TfidfSpace:
    """The n sentences of a talk as TF-IDF vectors of length 1.

    Args:
        texts: n sentences in `fold`'s normal form; inverse document frequencies are theirs.
        keeps_stop_words: Whether to take scikit-learn's defaults: all words, and raw term
            frequency. Otherwise English stop words are left out and term frequency is sublinear,
            1 + log(tf).

    Attributes:
        count: n.
    """

    def __init__(self, texts: Sequence[str], *, keeps_stop_words: bool = False) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer(
            stop_words=None if keeps_stop_words else "english", sublinear_tf=not keeps_stop_words
        )
        try:
            self._rows: Any = _quantize_rows(self._vectorizer.fit_transform(texts))
        except ValueError:  # an empty vocabulary
            self._rows = None
        self.count = len(texts)

    def similarity(self) -> Any:
        """Compute the cosine similarity of all sentences, with a diagonal of zeros.

        Returns:
            Sparse array of shape (n, n); None where the vocabulary is empty.
        """
        if self._rows is None:
            return None
        similarity = self._rows @ self._rows.T
        similarity.setdiag(0)
        similarity.eliminate_zeros()
        return similarity

    def compare(self, indices: Sequence[int]) -> Matrix:
        """Compute the cosine similarity of m of the sentences.

        Returns:
            Array of shape (m, m), values in [0, 1]; zeros where the vocabulary is empty.
        """
        if self._rows is None:
            return np.zeros((len(indices), len(indices)))
        rows = self._rows[list(indices)]
        return np.asarray((rows @ rows.T).toarray(), dtype=np.float64)

    def redundancy(self, nuggets: Sequence[str]) -> float:
        """Compute how much the nuggets of a list repeat each other.

        Args:
            nuggets: The text of each, in `fold`'s normal form.

        Returns:
            Mean cosine similarity of all pairs, in [0, 1]; 0 for fewer than two.
        """
        pairs = len(nuggets) * (len(nuggets) - 1)
        if self._rows is None or not pairs:
            return 0.0
        rows = _quantize_rows(self._vectorizer.transform(nuggets))
        products = rows @ rows.T
        products.setdiag(0)
        return float(products.sum()) / pairs


def _quantize_rows(rows: Any) -> Any:  # SciPy's sparse arrays, which have no types
    """Round the weights, so that sums of their products are exact on any machine."""
    rows.data = quantize(rows.data)
    return rows
