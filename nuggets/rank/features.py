"""What speaks for a place of the talk being about a focus: numbers that the ranker weighs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nuggets.rank.smoothing import spread
from nuggets.vectors import Matrix, Vector, cosines, exact_sum, quantize, scale_to_max, to_grid

WIDTHS = (5, 25, 60)  # of the bell, in sentences: an answer, a topic, a part of the talk
LIKENESS_WIDTHS = (8, 20)

EVIDENCE = {
    "own": "the sentence itself",
    **{f"own_{width}": f"what is said some {width} sentences around" for width in WIDTHS},
    "wording": "its words",
    **{f"wording_{width}": f"words some {width} sentences around" for width in WIDTHS},
    "closeness": "its meaning",
    **{f"closeness_{width}": f"meaning some {width} sentences around" for width in WIDTHS},
    **{f"likeness_{width}": f"talk as where the focus is most, some {width} sentences around"
       for width in LIKENESS_WIDTHS},
    "gathering": "all words of the focus close by",
    "presence": "the speaker whom the focus names",
    "field": "the talk around it",
    "distance": "how far it is from where the focus is most",
}  # fmt: skip
"""Names of the columns, in order, with what they mean."""


@dataclass(frozen=True, slots=True)
class Signals:
    """How each sentence of a talk stands to a focus, before anything is learnt.

    All arrays of shape (n,), multiples of `vectors.STEP`.

    Attributes:
        own: How much it is about the focus by itself, not negative.
        wording: BM25 of the focus's words.
        closeness: Cosine to the focus.
        gathering: How much of the focus is said around it, in [0, 1).
        presence: Share of the words around it by speakers whom the focus names.
        field: How much the talk around it is about the focus, in [0, 1].
    """

    own: Vector
    wording: Vector
    closeness: Vector
    gathering: Vector
    presence: Vector
    field: Vector


def gather_evidence(signals: Signals, vectors: Matrix) -> Matrix:
    """Describe every sentence and its neighbourhood by numbers that compare between talks.

    Args:
        signals: Of n sentences.
        vectors: Array of shape (n, dim) on the grid; rows of zeros for litter.

    Returns:
        Array of shape (n, len(EVIDENCE)) of multiples of `vectors.STEP`.
    """
    held = np.minimum(signals.wording, signals.wording.max(initial=0.0) / 2)
    positive = np.maximum(signals.closeness, 0.0)
    likeness = _liken(signals.field, vectors)
    peak = int(np.argmax(signals.field)) if len(signals.field) else 0
    columns = {
        "own": scale_to_max(signals.own),
        "wording": scale_to_max(signals.wording),
        "closeness": signals.closeness,
        "gathering": signals.gathering,
        "presence": signals.presence,
        "field": signals.field,
        "distance": np.arange(len(signals.field), dtype=np.float64) - peak,
    }
    for width in WIDTHS:
        columns[f"own_{width}"] = scale_to_max(spread(signals.own, width=width))
        columns[f"wording_{width}"] = scale_to_max(spread(held, width=width))
        columns[f"closeness_{width}"] = spread(positive, width=width)
    for width in LIKENESS_WIDTHS:
        columns[f"likeness_{width}"] = spread(likeness, width=width)
    return np.stack([columns[name] for name in EVIDENCE], axis=1)


def _liken(field: Vector, vectors: Matrix) -> Vector:
    """Compare each sentence with how the talk speaks where the focus is most.

    Returns:
        Array of shape (n,): cosines to the mean of the sentences, weighed by the fourth power of
        the field, less their own mean, so that what is common to the whole talk does not count.
    """
    squared = quantize(field * field)
    weights = np.rint(squared * squared * 2**16)  # whole, so that the sums are exact
    towards = to_grid((weights @ vectors)[None, :])
    near = cosines(vectors, towards)[:, 0]
    return quantize(near - exact_sum(near) / max(1, len(near)))
