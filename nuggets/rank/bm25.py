"""BM25: how much of a query's words each sentence says, from an inverted index."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.vectors import Vector, quantize

K1, B = 1.2, 0.75  # BM25's usual settings (Robertson and Zaragoza 2009)


@dataclass(frozen=True, slots=True)
class Postings:
    """Which sentence holds which term how often: an inverted index.

    Attributes:
        places: For each term, the indices of the sentences that hold it, ascending.
        counts: For each term, how often it stands in each of these.
        lengths: Array of shape (n,), terms in each sentence.
    """

    places: Mapping[str, NDArray[np.intp]]
    counts: Mapping[str, Vector]
    lengths: Vector

    def idf(self, term: str) -> float:
        """Weigh a term by its rarity: the logarithm of odds, never negative.

        Source:
            Robertson and Sparck Jones (1976), with Lucene's 1 + inside the logarithm.
        """
        n, df = len(self.lengths), len(self.places.get(term, ()))
        # math.log is the same on every machine to an ulp; the grid takes care of that
        return round(math.log(1 + (n - df + 0.5) / (df + 0.5)) * 1024) / 1024


def index_terms(terms: Sequence[Sequence[str]]) -> Postings:
    """Build the inverted index of sentences given as lists of terms."""
    places: dict[str, list[int]] = {}
    counts: dict[str, list[int]] = {}
    for i, sentence in enumerate(terms):
        for term, count in Counter(sentence).items():
            places.setdefault(term, []).append(i)
            counts.setdefault(term, []).append(count)
    return Postings(
        {term: np.array(found, dtype=np.intp) for term, found in places.items()},
        {term: np.array(found, dtype=np.float64) for term, found in counts.items()},
        np.array([len(sentence) for sentence in terms], dtype=np.float64),
    )


def bm25(postings: Postings, query: Mapping[str, float]) -> Vector:
    """Score each sentence by the words of a query.

    Args:
        postings: Of n sentences.
        query: Terms with their weights.

    Returns:
        Array of shape (n,): the sum over terms of weight * idf * tf * (k1 + 1) /
        (tf + k1 * (1 - b + b * length / mean length)).

    Source:
        Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework".
    """
    scores = np.zeros(len(postings.lengths))
    mean = max(1.0, float(postings.lengths.sum()) / max(1, len(postings.lengths)))
    for term, weight in query.items():
        if term not in postings.places:
            continue
        places, tf = postings.places[term], postings.counts[term]
        norm = K1 * (1 - B + B * postings.lengths[places] / mean)
        scores[places] += quantize(weight * postings.idf(term) * tf * (K1 + 1) / (tf + norm))
    return scores
