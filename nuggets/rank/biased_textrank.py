"""Biased TextRank: how near each sentence is to a focus, on a graph of meaning and of time.

A walk starts where the focus is named or meant, and follows links to sentences that mean the same
and to those said just before and after. Where it often comes by, the talk is about the focus.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from nuggets.vectors import GRID, Vector, exact_sum

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# All chosen on editors/train (R2 of told points beside other factors, CV), 2026-11.
MEANING_SHARE = 0.15  # of the links in meaning; the rest are those in time
TIME_WIDTH = 6.0  # sentences, standard deviation of the Gaussian of the links in time
REACH = 18  # sentences at which it is cut off
DAMPING = 0.6  # chance of following a link rather than starting again
ROUNDS = 30  # each leaves DAMPING of the distance to the solution: at the end 2e-7

LINK_GRID = 2**20  # steps to the unit of the chance of following a link
MASS_GRID = 2**30  # steps to the unit of the scores, which sum to 1


def find_steps(links: csr_array) -> csr_array:
    """Turn the graph of the sentences into the chances of stepping from one to another.

    Args:
        links: From `textrank.link_sentences`, of n sentences; only meaning makes these links.

    Returns:
        Sparse array of shape (n, n) of whole numbers: at (j, i) the chance of stepping from i to
        j, `LINK_GRID` steps to the unit. `MEANING_SHARE` of it goes along the links, by the square
        of the cosine, the rest to sentences at most `REACH` away, whatever they say.
    """
    from scipy.sparse import coo_array, csr_array

    n = links.shape[0]
    meant = links.copy()
    meant.data = np.rint((meant.data / GRID**2) ** 2 * LINK_GRID)
    sums = meant.sum(axis=1)  # of whole numbers, so exact
    meant.data = MEANING_SHARE * (
        meant.data / np.repeat(np.maximum(1.0, sums), np.diff(meant.indptr))
    )
    bell = [round(math.exp(-0.5 * (d / TIME_WIDTH) ** 2) * LINK_GRID) for d in range(REACH + 1)]
    near = np.zeros(n)
    firsts, seconds, weights = [], [], []
    for distance in range(1, min(REACH, n - 1) + 1):
        here = np.arange(n - distance)
        firsts += [here, here + distance]
        seconds += [here + distance, here]
        weights += [np.full(n - distance, float(bell[distance]))] * 2
        near[:-distance] += bell[distance]
        near[distance:] += bell[distance]
    if not firsts:
        return csr_array((n, n))
    i, j, weight = np.concatenate(firsts), np.concatenate(seconds), np.concatenate(weights)
    timed = csr_array(coo_array(((1 - MEANING_SHARE) * (weight / near[i]), (i, j)), shape=(n, n)))
    steps = csr_array((meant + timed).T)
    steps.data = np.rint(steps.data * LINK_GRID)
    return steps


def biased_textrank(steps: csr_array, restart: Vector) -> Vector:
    """Score each sentence by how often a walk that starts at the focus comes by.

    Args:
        steps: From `find_steps`, of n sentences.
        restart: Array of shape (n,), not negative: where the walk starts, and starts again; all
            zeros: anywhere.

    Returns:
        Array of shape (n,): n times the share of the walk, so that 1 is the mean. Products and
        sums are of whole numbers under 2**53, so they are exact in whatever order.

    Source:
        Kazemi, Perez-Rosas and Mihalcea (2020), "Biased TextRank: Unsupervised Graph-Based Content
        Extraction". There only similarity makes links; here time does, too, and more so.
    """
    n = len(restart)
    total = exact_sum(restart)
    start = np.rint((restart / total if total > 0 else np.full(n, 1.0 / max(1, n))) * MASS_GRID)
    mass = start
    for _ in range(ROUNDS):
        mass = np.rint(DAMPING * ((steps @ mass) / LINK_GRID) + (1 - DAMPING) * start)
    return np.asarray(mass / MASS_GRID * n, dtype=np.float64)
