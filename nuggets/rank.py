"""How much each sentence matters: to the talk (TextRank), to the focus (by meaning and by word)."""

from __future__ import annotations

import math
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nuggets.neighbours import find_neighbours
from nuggets.vectors import Matrix, Vector, settle, standardize, total

DAMPING = 0.85
NEIGHBOURS = 10
LEFT = 2.0**-42  # of the distance to the solution, after TextRank's last round
K1, B = 1.2, 0.75  # BM25's usual settings (Robertson and Zaragoza 2009)
SPREAD = 25.0  # sentences; a topic of talk lasts some dozens of them
REACH = 4  # standard deviations at which the bell ends


def textrank(vectors: Matrix, *, damping: float = DAMPING, neighbours: int = NEIGHBOURS) -> Vector:
    """Score each sentence by how many central sentences resemble it.

    Args:
        vectors: Array of shape (n, dim) on the grid; a row of zeros resembles nothing.
        damping: Chance of following a link rather than jumping anywhere; between 0 and 1.
        neighbours: Links that each sentence chooses; those that others choose are kept too.

    Returns:
        Array of shape (n,), not negative, summing to 1 but for rounding (empty when n is 0).

    Source:
        Mihalcea and Tarau (2004), section 2.2, with cosines for weights. There the scores sum
        to n and the graph is complete; here they sum to 1 and only near sentences are linked.
    """
    networkx = _import_networkx()
    n = len(vectors)
    if not n:
        return np.zeros(0)
    graph = networkx.Graph(backend="networkx")
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from(
        (i, j, strength) for (i, j), strength in find_neighbours(vectors, count=neighbours).items()
    )
    links = networkx.to_scipy_sparse_array(graph, dtype=np.float64, backend="networkx")
    out = links.sum(axis=1)  # of whole numbers, so exact
    alone = out == 0
    out[alone] = 1.0
    # Not networkx's pagerank: it stops where the scores move by less than a tolerance, which is
    # either coarse or, in a long talk, never reached. Each round leaves `damping` of the distance.
    scores = np.full(n, 1.0 / n)
    for _ in range(math.ceil(math.log(LEFT) / math.log(damping))):
        anywhere = damping * total(scores[alone]) + 1.0 - damping
        scores = damping * (links @ (scores / out)) + anywhere / n
    return np.rint(scores * 2.0**36) / 2.0**36


def _import_networkx() -> Any:
    """Import networkx as it is by itself.

    It takes names of other libraries to compute with from variables called NETWORKX_..., and
    cannot be imported where they name one that is not there. They are hidden from it, and are in
    the environment again after the import; a host that wants them imports networkx first.
    """
    names = () if "networkx" in sys.modules else tuple(os.environ)
    hidden = {name: os.environ.pop(name) for name in names if name.startswith("NETWORKX_")}
    try:
        import networkx
    finally:
        os.environ.update(hidden)
    return networkx


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


def relevance(closeness: Vector, wording: Vector, *others: Vector) -> Vector:
    """Put meaning and word together: what stands out from the talk, and strongly so.

    Args:
        closeness: Array of shape (n,), cosine of each sentence to the focus.
        wording: Array of shape (n,), BM25 of each sentence to the focus.
        *others: Arrays of shape (n,), what else tells how near each sentence is to the focus.

    Returns:
        Array of shape (n,), not negative: the square of the sum of the positive parts of
        all as standard scores. The square keeps a crowd of lukewarm sentences from outweighing one
        that says the thing.
    """
    together = np.zeros(len(closeness))
    for scores in (closeness, wording, *others):
        together += np.maximum(standardize(scores), 0.0)
    return settle(together * together)


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
    reach = round(REACH * width)
    bell = np.array([math.exp(-0.5 * (d / width) ** 2) for d in range(-reach, reach + 1)])
    # Whole numbers, so that the sums are exact in whatever order they are taken.
    weights = np.rint(bell * 2**16)
    whole = np.rint(scores * 2**16)
    return settle(np.convolve(whole, weights)[reach : reach + len(scores)] / 2**16 / weights.sum())
