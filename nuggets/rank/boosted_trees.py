"""Boosted trees, the learned part of the ranking: log-odds of an answer, in whole numbers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from nuggets.embed.model_folder import read_verified
from nuggets.errors import ModelNotWholeError
from nuggets.rank.features import FEATURES
from nuggets.rank.smoothing import gaussian_smooth
from nuggets.vectors import STEP, Matrix, Vector, quantize, scale_to_max

FILE = "trees.json"
UNIT = 2**16
"""Steps to the unit of log-odds in the file."""

MIN_DENSITY = 0.02  # added to the density, so that trees may find what is outside of it; by eye
WIDTH = 4.0  # sentences over which the predictions, one for each sentence, are smoothed; by eye

Tree: TypeAlias = tuple[tuple[int, int, int, int, int], ...]
"""Nodes, the root first: index of the feature, its highest value that goes left (in steps of
`vectors.STEP`), index of the node to the left and to the right (a leaf's own), and the mean value
of the sentences that come by it (in steps of 1 / UNIT)."""


@dataclass(frozen=True, slots=True)
class BoostedTrees:
    """Boosted trees.

    Attributes:
        model: sha256 of the embedding model whose cosines it has learnt from.
        sha256: Of the file.
        base: Log-odds before any tree, in steps of 1 / UNIT.
        trees: What they add.
    """

    model: str
    sha256: str
    base: int
    trees: tuple[Tree, ...]

    def predict_log_odds(self, features: Matrix) -> Vector:
        """Predict how likely each sentence answers the focus.

        Args:
            features: Array of shape (n, len(FEATURES)), from `compute_features`.

        Returns:
            Array of shape (n,): log-odds; sums of whole numbers, so the same in any order.

        Source:
            Friedman (2001), "Greedy function approximation: a gradient boosting machine".
        """
        columns = np.ascontiguousarray(np.rint(features / STEP).astype(np.int64).T)
        sums = np.full(len(features), self.base, dtype=np.int64)
        for tree in self.trees:
            waiting = [(0, np.arange(len(features)))]
            while waiting:
                at, rows = waiting.pop()
                column, most, left, right, value = tree[at]
                if left == at:
                    sums[rows] += value
                    continue
                goes_left = columns[column][rows] <= most
                waiting += [(left, rows[goes_left]), (right, rows[~goes_left])]
        return sums / UNIT

    def explain(self, features: Vector) -> dict[str, float]:
        """Split the log-odds of one sentence into what each feature adds.

        Args:
            features: Array of shape (len(FEATURES),).

        Returns:
            For each name of `FEATURES` the sum of the steps in value at the nodes that look at it.
            With the base and the values at the roots they add up to what `predict_log_odds` gives.

        Source:
            Saabas (2014), "Interpreting random forests".
        """
        steps = np.rint(features / STEP).astype(np.int64).tolist()
        names = tuple(FEATURES)
        added = dict.fromkeys(names, 0)
        for tree in self.trees:
            at, below = -1, 0
            while below != at:
                at = below
                column, most, left, right, value = tree[at]
                below = left if steps[column] <= most else right
                added[names[column]] += tree[below][4] - value
        return {name: value / UNIT for name, value in added.items()}


def blend(density: Vector, log_odds: Vector) -> Vector:
    """Blend the topic density with the predictions of the trees.

    The geometric mean of both, since trees that learnt from one kind of meeting are right on
    another kind only together with what was not learnt (`models/build/ranker.py --across`).

    Args:
        density: Array of shape (n,), how much the talk around each sentence is about the focus.
        log_odds: Array of shape (n,), of each sentence, from `predict_log_odds`; n is not 0.

    Returns:
        Array of shape (n,), in [0, 1].
    """
    highest = float(log_odds.max())
    likely = quantize(np.array([math.exp(one - highest) for one in log_odds.tolist()]))
    mean = scale_to_max(np.sqrt(likely * (density + MIN_DENSITY)))
    return scale_to_max(gaussian_smooth(mean, width=WIDTH))


def load_trees(folder: Path) -> BoostedTrees:
    """Read the trees of a folder, checked against its manifest.

    Raises:
        ModelNotWholeError: The file is missing, changed, or learnt from other features.
    """
    data, sha256 = read_verified("ranker", folder, FILE)
    facts = json.loads(data)
    if facts["evidence"] != list(FEATURES):  # the old name of the key, until trees are learnt anew
        raise ModelNotWholeError(f"ranker: {FILE} is of another version; install nuggets again")
    trees = tuple(tuple(tuple(node) for node in tree) for tree in facts["trees"])
    return BoostedTrees(facts["model"], sha256, facts["base"], trees)
