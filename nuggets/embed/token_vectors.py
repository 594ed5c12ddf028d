"""Token vectors: the vector of each token of a vocabulary, and texts as tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.vectors import Matrix, Vector, to_grid

Tokens = NDArray[np.intp]
"""Array of the tokens of a text, in order: rows of the array of token vectors."""

_GATHER_BATCH = 50_000  # token vectors gathered before they are summed: 50 MB at 256 dimensions


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """A vocabulary with a vector for each token.

    Attributes:
        rows: Array of whole numbers of shape (vocabulary, dim).
        tokenize: n texts -> n arrays of tokens.
    """

    rows: NDArray[np.signedinteger]
    tokenize: Callable[[Sequence[str]], list[Tokens]]

    def sum(self, texts: Sequence[Tokens]) -> Matrix:
        """Embed texts: the sums of their tokens' vectors on the grid, array of shape (n, dim)."""
        sums = np.zeros((len(texts), self.rows.shape[1]), dtype=np.float64)
        for i, tokens in enumerate(texts):
            for start in range(0, len(tokens), _GATHER_BATCH):
                rows = self.rows[tokens[start : start + _GATHER_BATCH]]
                sums[i] += rows.sum(axis=0, dtype=np.int64)
        return to_grid(sums)

    def direct(self, tokens: Tokens) -> Matrix:
        """Give the vectors of tokens on the grid, array of shape (len(tokens), dim)."""
        return to_grid(self.rows[tokens].astype(np.float64))

    def lengths(self, tokens: Tokens) -> Vector:
        """Give the lengths of the vectors of tokens: training made those long that tell much."""
        rows = self.rows[tokens].astype(np.float64)
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", rows, rows)), dtype=np.float64)
