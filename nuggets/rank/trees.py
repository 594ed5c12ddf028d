"""The learned part of the ranking: boosted trees that weigh the evidence, in whole numbers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from nuggets.embed.model_folder import read_verified
from nuggets.errors import ModelNotWholeError
from nuggets.rank.features import EVIDENCE
from nuggets.rank.smoothing import spread
from nuggets.vectors import STEP, Matrix, Vector, quantize, scale_to_max

FILE = "trees.json"
UNIT = 2**16
"""Steps to the unit of log-odds in the file."""

OUTSIDE = 0.02  # added to the field, so that trees may find what is outside of it
WIDTH = 4.0  # sentences over which what the trees say is spread: they judge each by itself

Tree: TypeAlias = tuple[tuple[int, int, int, int, int], ...]
"""Nodes, the root first: which evidence it looks at, the highest that goes left (in steps of
`vectors.STEP`), where it goes on to the left and to the right (a leaf to itself), and what the
sentences that come by it are worth on average (in steps of 1 / UNIT)."""


@dataclass(frozen=True, slots=True)
class Ranker:
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

    def judge(self, evidence: Matrix) -> Vector:
        """Say how likely each sentence answers the focus.

        Args:
            evidence: Array of shape (n, len(EVIDENCE)), from `evidence.gather_evidence`.

        Returns:
            Array of shape (n,): log-odds; sums of whole numbers, so the same in any order.

        Source:
            Friedman (2001), "Greedy function approximation: a gradient boosting machine".
        """
        columns = np.ascontiguousarray(np.rint(evidence / STEP).astype(np.int64).T)
        sums = np.full(len(evidence), self.base, dtype=np.int64)
        for tree in self.trees:
            waiting = [(0, np.arange(len(evidence)))]
            while waiting:
                at, rows = waiting.pop()
                column, most, left, right, value = tree[at]
                if left == at:
                    sums[rows] += value
                    continue
                goes_left = columns[column][rows] <= most
                waiting += [(left, rows[goes_left]), (right, rows[~goes_left])]
        return sums / UNIT

    def explain(self, evidence: Vector) -> dict[str, float]:
        """Say what each kind of evidence adds to the log-odds of one sentence.

        Args:
            evidence: Array of shape (len(EVIDENCE),).

        Returns:
            For each name of `EVIDENCE` the sum of the steps in value at the nodes that look at it.
            With the base and the values at the roots they add up to what `judge` gives.

        Source:
            Saabas (2014), "Interpreting random forests".
        """
        steps = np.rint(evidence / STEP).astype(np.int64).tolist()
        names = tuple(EVIDENCE)
        added = dict.fromkeys(names, 0)
        for tree in self.trees:
            at, below = -1, 0
            while below != at:
                at = below
                column, most, left, right, value = tree[at]
                below = left if steps[column] <= most else right
                added[names[column]] += tree[below][4] - value
        return {name: value / UNIT for name, value in added.items()}


def move_field(field: Vector, odds: Vector) -> Vector:
    """Move the field towards where the ranker finds answers.

    The geometric mean of both, since trees that learnt from one kind of meeting are right on
    another kind only together with what was not learnt (`models/build/ranker.py --across`).

    Args:
        field: Array of shape (n,), how much the talk around each sentence is about the focus.
        odds: Array of shape (n,), log-odds of each sentence, from `Ranker.judge`; n is not 0.

    Returns:
        Array of shape (n,), in [0, 1].
    """
    highest = float(odds.max())
    likely = quantize(np.array([math.exp(one - highest) for one in odds.tolist()]))
    return scale_to_max(spread(scale_to_max(np.sqrt(likely * (field + OUTSIDE))), width=WIDTH))


def load_ranker(folder: Path) -> Ranker:
    """Read the trees of a folder, checked against its manifest.

    Raises:
        ModelNotWholeError: The file is missing, changed, or learnt from other evidence.
    """
    data, sha256 = read_verified("ranker", folder, FILE)
    facts = json.loads(data)
    if facts["evidence"] != list(EVIDENCE):
        raise ModelNotWholeError(f"ranker: {FILE} is of another version; install nuggets again")
    trees = tuple(tuple(tuple(node) for node in tree) for tree in facts["trees"])
    return Ranker(facts["model"], sha256, facts["base"], trees)
