"""TextRank: how central each sentence is to the talk, on a graph of its nearest neighbours."""

from __future__ import annotations

import math
import os
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from nuggets.rank.knn_graph import link_neighbours
from nuggets.vectors import Matrix, Vector, exact_sum

if TYPE_CHECKING:
    from scipy.sparse import csr_array

DAMPING = 0.85  # Mihalcea and Tarau (2004), after Brin and Page (1998)
NEIGHBOURS = 10  # by eye on QMSum val
TOLERANCE = 2.0**-42  # share of the distance to the solution that the last round leaves


def link_sentences(vectors: Matrix, *, neighbours: int = NEIGHBOURS) -> csr_array:
    """Build the graph of the sentences: each linked to those nearest in meaning.

    Args:
        vectors: Array of shape (n, dim) on the grid; a row of zeros resembles nothing.
        neighbours: Links that each sentence chooses; those that others choose are kept too.

    Returns:
        Symmetric sparse array of shape (n, n): dot products of the rows, whole numbers.
    """
    networkx = _import_networkx()
    graph = networkx.Graph(backend="networkx")
    graph.add_nodes_from(range(len(vectors)))
    graph.add_weighted_edges_from(
        (i, j, strength) for (i, j), strength in link_neighbours(vectors, count=neighbours).items()
    )
    return networkx.to_scipy_sparse_array(graph, dtype=np.float64, backend="networkx")


def textrank(links: csr_array, *, damping: float = DAMPING) -> Vector:
    """Score each sentence by how many central sentences resemble it.

    Args:
        links: From `link_sentences`, of n sentences, n above 0.
        damping: Chance of following a link rather than jumping anywhere; between 0 and 1.

    Returns:
        Array of shape (n,), not negative, summing to 1 but for rounding.

    Source:
        Mihalcea and Tarau (2004), section 2.2, with cosines for weights. There the scores sum
        to n and the graph is complete; here they sum to 1 and only near sentences are linked.
    """
    n = links.shape[0]
    out = links.sum(axis=1)  # of whole numbers, so exact
    alone = out == 0
    out[alone] = 1.0
    # Not networkx's pagerank: it stops where the scores move by less than a tolerance, which is
    # either coarse or, in a long talk, never reached. Each round leaves `damping` of the distance.
    scores = np.full(n, 1.0 / n)
    for _ in range(math.ceil(math.log(TOLERANCE) / math.log(damping))):
        anywhere = damping * exact_sum(scores[alone]) + 1.0 - damping
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
