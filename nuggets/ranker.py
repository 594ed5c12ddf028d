"""The learned part of the ranking: boosted trees that weigh the evidence, in whole numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nuggets.errors import ModelNotWholeError
from nuggets.evidence import EVIDENCE
from nuggets.manifests import read_listed
from nuggets.rank import spread
from nuggets.vectors import STEP, Matrix, Vector, settle, to_share

FILE = "trees.json"
UNIT = 2**16
"""Steps to the unit of log-odds in the file."""

OUTSIDE = 0.02  # added to the field, so that trees may find what is outside of it
WIDTH = 4.0  # sentences over which what the trees say is spread: they judge each by itself

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Boosted trees; arrays of shape (trees, nodes). A leaf leads to itself.

    Attributes:
        model: sha256 of the embedding model whose cosines it has learnt from.
        sha256: Of the file.
        base: Log-odds before any tree, in steps of 1 / UNIT.
        columns: Which evidence each node looks at.
        most: The highest that goes left, in steps of `vectors.STEP`.
        left, right: Where it goes on.
        values: What the sentences that come by a node are worth on average, in steps of 1 / UNIT.
    """

    model: str
    sha256: str
    base: int
    columns: Numbers
    most: Numbers
    left: Numbers
    right: Numbers
    values: Numbers

    def judge(self, evidence: Matrix) -> Vector:
        """Say how likely each sentence answers the focus.

        Args:
            evidence: Array of shape (n, len(EVIDENCE)), from `evidence.gather_evidence`.

        Returns:
            Array of shape (n,): log-odds; sums of whole numbers, so the same in any order.

        Source:
            Friedman (2001), "Greedy function approximation: a gradient boosting machine".
        """
        steps = np.rint(evidence / STEP).astype(np.int64)
        sums = np.full(len(steps), self.base, dtype=np.int64)
        for tree in range(len(self.columns)):
            sums += self.values[tree][self._descend(steps, tree)[-1]]
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
        steps = np.rint(evidence[None, :] / STEP).astype(np.int64)
        added = dict.fromkeys(EVIDENCE, 0)
        names = tuple(EVIDENCE)
        for tree in range(len(self.columns)):
            way = [int(node[0]) for node in self._descend(steps, tree)]
            for here, there in pairwise(way):
                name = names[self.columns[tree, here]]
                added[name] += int(self.values[tree, there] - self.values[tree, here])
        return {name: value / UNIT for name, value in added.items()}

    def _descend(self, steps: Numbers, tree: int) -> list[Numbers]:
        """List by which nodes each row comes, from the root on, until all are at leaves."""
        rows = np.arange(len(steps))
        node = np.zeros(len(steps), dtype=np.int64)
        way = [node]
        while True:
            goes_left = steps[rows, self.columns[tree][node]] <= self.most[tree][node]
            below = np.where(goes_left, self.left[tree][node], self.right[tree][node])
            if (below == node).all():
                return way
            node = below
            way.append(node)


def move_field(field: Vector, odds: Vector) -> Vector:
    """Move the field towards where the ranker finds answers.

    The geometric mean of both, since trees that learnt from one kind of meeting are right on
    another kind only together with what was not learnt (`models/build_ranker.py --across`).

    Args:
        field: Array of shape (n,), how much the talk around each sentence is about the focus.
        odds: Array of shape (n,), log-odds of each sentence, from `Ranker.judge`; n is not 0.

    Returns:
        Array of shape (n,), in [0, 1].
    """
    highest = float(odds.max())
    likely = settle(np.array([math.exp(one - highest) for one in odds.tolist()]))
    return to_share(spread(to_share(np.sqrt(likely * (field + OUTSIDE))), width=WIDTH))


def load_ranker(folder: Path) -> Ranker:
    """Read the trees of a folder, checked against its manifest.

    Raises:
        ModelNotWholeError: The file is missing, changed, or learnt from other evidence.
    """
    data, sha256 = read_listed("ranker", folder, FILE)
    facts = json.loads(data)
    if facts["evidence"] != list(EVIDENCE):
        raise ModelNotWholeError(f"ranker: {FILE} is of another version; install nuggets again")
    return Ranker(facts["model"], sha256, facts["base"], **_stack(facts["trees"]))


def _stack(trees: list[list[list[int]]]) -> Mapping[str, Numbers]:
    """Lay trees of [column, most, left, right, value] side by side, short ones filled up."""
    nodes = max(map(len, trees))
    table = np.zeros((5, len(trees), nodes), dtype=np.int64)
    table[2:4] = np.arange(nodes)
    for i, tree in enumerate(trees):
        table[:, i, : len(tree)] = np.array(tree, dtype=np.int64).T
    return dict(zip(("columns", "most", "left", "right", "values"), table, strict=True))
