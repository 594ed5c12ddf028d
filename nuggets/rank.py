"""How much each sentence matters: to the talk (TextRank), to the focus (by meaning and by word)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.neighbours import find_neighbours
from nuggets.vectors import GRID, Matrix, Vector, settle, standardize

DAMPING = 0.85
NEIGHBOURS = 10
K1, B = 1.2, 0.75  # BM25's usual settings (Robertson and Zaragoza 2009)
SPREAD = 12.0  # sentences; a topic of talk lasts some dozens of them
REACH = 48  # where the bell ends


def textrank(vectors: Matrix, *, damping: float = DAMPING, neighbours: int = NEIGHBOURS) -> Vector:
    """Score each sentence by how many central sentences resemble it.

    Args:
        vectors: Array of shape (n, dim) on the grid; a row of zeros resembles nothing.
        damping: Chance of following a link rather than jumping anywhere; below 1.
        neighbours: Links that each sentence chooses; those that others choose are kept too.

    Returns:
        Array of shape (n,), not negative, summing to 1 but for rounding (empty when n is 0).

    Source:
        Mihalcea and Tarau (2004), section 2.2, with cosines for weights. There the scores sum
        to n and the graph is complete; here they sum to 1 and only near sentences are linked.
    """
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(len(vectors)))
    graph.add_weighted_edges_from(
        (i, j, strength / GRID**2)
        for (i, j), strength in find_neighbours(vectors, count=neighbours).items()
    )
    # The tolerance is far below STEP / n, so that rounding settles what is left of noise.
    scores = networkx.pagerank(graph, alpha=damping, tol=1e-13, max_iter=10_000)
    return np.rint(np.array([scores[i] for i in range(len(vectors))]) * 2.0**36) / 2.0**36


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

    def prominence(self, term: str) -> float:
        """Weigh a term as a name for what is talked about: rare, but said more than once."""
        return self.idf(term) * math.sqrt(min(4, len(self.places.get(term, ()))))


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
        scores[places] += settle(weight * postings.idf(term) * tf * (K1 + 1) / (tf + norm))
    return scores


def relevance(closeness: Vector, wording: Vector) -> Vector:
    """Put meaning and word together: what stands out from the talk, and strongly so.

    Args:
        closeness: Array of shape (n,), cosine of each sentence to the focus.
        wording: Array of shape (n,), BM25 of each sentence to the focus.

    Returns:
        Array of shape (n,), not negative: the square of the positive part of the sum of both, each
        as standard scores. The square keeps a crowd of lukewarm sentences from outweighing one
        that says the thing.
    """
    both = np.maximum(standardize(closeness), 0.0) + np.maximum(standardize(wording), 0.0)
    return settle(both * both)


def spread(scores: Vector, *, width: float = SPREAD) -> Vector:
    """Let each sentence share its score with those around it, since talk stays on its topic.

    Args:
        scores: Array of shape (n,), in the order of the talk.
        width: Standard deviation of the bell, in sentences.

    Returns:
        Array of shape (n,): weighted means over the neighbourhood, the weights summing to 1
        wherever the talk is long enough for the whole bell.
    """
    if not len(scores):
        return scores
    bell = np.array([math.exp(-0.5 * (d / width) ** 2) for d in range(-REACH, REACH + 1)])
    # Whole numbers, so that the sums are exact in whatever order they are taken.
    weights = np.rint(bell * 2**16)
    whole = np.rint(scores * 2**16)
    return settle(np.convolve(whole, weights)[REACH : REACH + len(scores)] / 2**16 / weights.sum())
