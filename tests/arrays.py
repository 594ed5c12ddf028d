"""Vectors of sentences for tests: drawn by Hypothesis, or clustered as those of a talk are."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from nuggets.vectors import to_grid


@st.composite
def grids(draw: st.DrawFn, *, least: int = 0, most: int = 20, dim: int | None = None) -> np.ndarray:
    """Rows as embeddings are: unit length on the grid, some of them equal, some zero."""
    width = dim or draw(st.integers(1, 6))
    row = st.lists(st.integers(-9, 9), min_size=width, max_size=width)
    rows = draw(st.lists(row, min_size=least, max_size=most))
    return to_grid(np.array(rows, dtype=np.float64).reshape(len(rows), width))


def clustered(n: int, *, dim: int = 32, clusters: int = 12, seed: int = 0) -> np.ndarray:
    """Many rows that gather around a few directions, as sentences of a talk do."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(clusters, dim))
    rows = centres[rng.integers(0, clusters, n)] + 0.7 * rng.normal(size=(n, dim))
    return to_grid(rows)
