"""Features of a sentence's place in the talk, from which the trees predict whether it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from nuggets.rank.smoothing import gaussian_smooth
from nuggets.vectors import (
    Matrix,
    Vector,
    cosines,
    exact_sum,
    quantize,
    scale_to_max,
    to_grid,
)

WIDTHS = (
    5,
    25,
    60,
)  # of the Gaussian, in sentences: an answer, a topic, a part; by eye
SIMILARITY_WIDTHS = (8, 20)  # sentences; by eye

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "own": "match of the sentence itself",
        **{f"own_{width}": f"match within about {width} sentences" for width in WIDTHS},
        "wording": "BM25 of its words",
        **{f"wording_{width}": f"BM25 within about {width} sentences" for width in WIDTHS},
        "closeness": "cosine to the focus",
        **{f"closeness_{width}": f"cosine within about {width} sentences" for width in WIDTHS},
        **{
            f"likeness_{width}": f"similarity to the densest place within about {width} sentences"
            for width in SIMILARITY_WIDTHS
        },
        "gathering": "all words of the focus nearby",
        "presence": "the speaker named in the focus",
        "field": "surrounding talk",
        "distance": "distance from the densest place",
    }
)
"""Names of the columns, in order, with what each is called for people.

The names are those of `models/ranker/trees.json`, whose hash is part of every fingerprint; they
change when the trees are next learnt.
"""


@dataclass(frozen=True, slots=True)
class Signals:
    """How each sentence of a talk stands to a focus, before anything is learnt.

    All arrays of shape (n,), multiples of `vectors.STEP`.

    Attributes:
        match: How much the sentence itself is about the focus, not negative.
        bm25: BM25 of the focus's words.
        cosine: Cosine to the focus.
        proximity: How many of the focus's words are said around it, in [0, 1).
        presence: Share of the words around it by speakers whom the focus names.
        density: How much the talk around it is about the focus, in [0, 1].
    """

    match: Vector
    bm25: Vector
    cosine: Vector
    proximity: Vector
    presence: Vector
    density: Vector


def compute_features(signals: Signals, vectors: Matrix) -> Matrix:
    """Describe every sentence and its neighbourhood by numbers that compare between talks.

    Args:
        signals: Of n sentences.
        vectors: Array of shape (n, dim) on the grid; rows of zeros for filler.

    Returns:
        Array of shape (n, len(FEATURES)) of multiples of `vectors.STEP`.
    """
    # Half of the highest BM25 is enough: one sentence with a rare word must not outweigh a place.
    capped = np.minimum(signals.bm25, signals.bm25.max(initial=0.0) / 2)
    positive = np.maximum(signals.cosine, 0.0)
    similarity = _compare_with_peak(signals.density, vectors)
    peak = int(np.argmax(signals.density)) if len(signals.density) else 0
    columns = {
        "own": scale_to_max(signals.match),
        "wording": scale_to_max(signals.bm25),
        "closeness": signals.cosine,
        "gathering": signals.proximity,
        "presence": signals.presence,
        "field": signals.density,
        "distance": np.arange(len(signals.density), dtype=np.float64) - peak,
    }
    for width in WIDTHS:
        columns[f"own_{width}"] = scale_to_max(gaussian_smooth(signals.match, width=width))
        columns[f"wording_{width}"] = scale_to_max(gaussian_smooth(capped, width=width))
        columns[f"closeness_{width}"] = gaussian_smooth(positive, width=width)
    for width in SIMILARITY_WIDTHS:
        columns[f"likeness_{width}"] = gaussian_smooth(similarity, width=width)
    return np.stack([columns[name] for name in FEATURES], axis=1)


def _compare_with_peak(density: Vector, vectors: Matrix) -> Vector:
    """Compare each sentence with how the talk speaks where it is densest about the focus.

    Returns:
        Array of shape (n,): cosines to the mean of the sentences, weighed by the fourth power of
        the density, less their own mean, so that what is common to the whole talk does not count.
    """
    squared = quantize(density * density)
    weights = np.rint(squared * squared * 2**16)  # whole, so that the sums are exact
    centroid = to_grid((weights @ vectors)[None, :])
    near = cosines(vectors, centroid)[:, 0]
    return quantize(near - exact_sum(near) / max(1, len(near)))
