"""Build `models/ranker`: boosted trees that predict whether a sentence answers a focus.

    python models/build/ranker.py --data QMSUM/train --out models/ranker
    python models/build/ranker.py --data QMSUM/train --across

Learns from meetings whose queries and topics come with the turns that people marked: each sentence
is an example, positive where at least half of it is marked, and all queries weigh the same. Small
trees, many examples in a leaf: what is learnt should hold for other talk. `--across` checks that:
it learns from two kinds of meetings (product design, research, committees) and measures on the
third, against the topic density alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from nuggets.embed.model_folder import MANIFEST
from nuggets.embed.talk_vectors import Models, load_models
from nuggets.evaluate.datasets import list_documents, read_document
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.pipeline import prepare
from nuggets.rank.boosted_trees import FILE, UNIT, blend, load_trees
from nuggets.rank.features import FEATURES
from nuggets.rank.focus import parse_focus
from nuggets.rank.scoring import score
from nuggets.vectors import STEP, Matrix, Vector

# Hyperparameters by eye, with the measures of `--across` in view.
EVERY = 3  # one sentence in so many is a training example; neighbours are much alike
TREES = 40
LEAVES = 10  # of a tree at most
LEARNING_RATE = 0.2
MIN_SAMPLES_LEAF = 500
L2_REGULARIZATION = 10.0
BINS = 128
SOURCE = "the training part of QMSum (Zhong et al. 2021, MIT)"


@dataclass(frozen=True, slots=True)
class Example:
    """One query to one meeting.

    Attributes:
        domain: "product", "research" or "committee".
        kind: "queries" or "topics".
        features: Array of shape (n, len(FEATURES)).
        density: Array of shape (n,), the topic density before anything is learnt.
        marked: Array of shape (n,), whether at least half of each sentence is marked.
    """

    domain: str
    kind: str
    features: Matrix
    density: Vector
    marked: NDArray[np.bool_]


def main() -> None:
    """Read the command line, build or measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of QMSum meetings")
    parser.add_argument("--out", type=Path, help="folder to write")
    parser.add_argument(
        "--across", action="store_true", help="learn on two kinds, test on the third"
    )
    asked = parser.parse_args()
    models = load_models("static")
    examples = [one for path in list_documents(asked.data) for one in _read(path, models)]
    if asked.across:
        _measure_across(examples)
    if asked.out is not None:
        _write(_learn(examples), models, asked.out)
        load_trees(asked.out)  # whole, and of this version


def _read(path: Path, models: Models) -> Iterator[Example]:
    """Read what is asked of one meeting."""
    indexed = None
    for kind in ("queries", "topics"):
        talk = EvaluatedTalk(read_document(path, kind))
        indexed = indexed or prepare(talk.document.transcript, models)
        for query in talk.document.queries:
            if query.text is None or query.gold is None:
                continue
            focus = parse_focus(query.text, indexed.acronyms, talk.document.transcript.speakers)
            scores = score(indexed, focus, models)
            marked = np.array(talk.gold_shares(query.gold)) >= 0.5
            yield Example(_domain(path.stem), kind, scores.features, scores.topic_density, marked)


def _domain(name: str) -> str:
    """Tell the kind of a meeting by its name, as AMI, ICSI and the parliaments give it."""
    if name[:2] in {"ES", "IS", "TS"}:
        return "product"
    return "research" if name[0] == "B" else "committee"


def _learn(examples: Sequence[Example]) -> HistGradientBoostingClassifier:
    """Learn from every third sentence of each query."""
    parts = [slice(i % EVERY, None, EVERY) for i in range(len(examples))]
    features = [one.features[part] for one, part in zip(examples, parts, strict=True)]
    weights = [np.full(len(rows), 1 / max(1, len(rows))) for rows in features]
    weight = np.concatenate(weights)
    return HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=LEARNING_RATE,
        min_samples_leaf=MIN_SAMPLES_LEAF,
        l2_regularization=L2_REGULARIZATION,
        max_bins=BINS,
        early_stopping=False,
        random_state=0,
    ).fit(
        np.concatenate(features),
        np.concatenate([one.marked[part] for one, part in zip(examples, parts, strict=True)]),
        sample_weight=weight * (len(weight) / weight.sum()),
    )


def _write(model: HistGradientBoostingClassifier, models: Models, folder: Path) -> None:
    """Write the trees as whole numbers, one on a line, and the manifest.

    scikit-learn has no public way to its trees; these names are those of 1.9.
    """
    trees = [_write_tree(predictors[0].nodes) for predictors in model._predictors]
    facts = {
        "learned_from": SOURCE,
        "model": models.sentences.sha256,
        "evidence": list(FEATURES),
        "base": round(float(model._baseline_prediction[0, 0]) * UNIT),
    }
    head = json.dumps(facts, indent=1)[:-2]
    lines = ",\n  ".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    data = f'{head},\n "trees": [\n  {lines}\n ]\n}}\n'.encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(data)
    listed = {FILE: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}}
    manifest = {"files": listed, "license": "MIT", "name": "ranker", "source": SOURCE}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", "utf-8")


def _write_tree(nodes: NDArray[np.void]) -> list[list[int]]:
    """Turn a tree into rows of [column, most, left, right, value]; leaves lead to themselves."""
    values = np.array(nodes["value"], dtype=np.float64)
    for i in reversed(range(len(nodes))):  # scikit-learn shrinks the values of leaves alone
        if not nodes["is_leaf"][i]:
            below = [int(nodes["left"][i]), int(nodes["right"][i])]
            values[i] = np.average(values[below], weights=nodes["count"][below])
    return [
        [0, 0, i, i, round(float(values[i]) * UNIT)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]),
            int(np.floor(node["num_threshold"] / STEP)),
            int(node["left"]),
            int(node["right"]),
            round(float(values[i]) * UNIT),
        ]
        for i, node in enumerate(nodes)
    ]


def _measure_across(examples: Sequence[Example]) -> None:
    """Print average precision on each kind of meeting of what was learnt on the others."""
    print("| measured on | asked | density | trees of the others | both |")
    print("| --- | --- | --- | --- | --- |")
    for domain in ("product", "research", "committee"):
        model = _learn([one for one in examples if one.domain != domain])
        for kind in ("queries", "topics"):
            rows = []
            for one in examples:
                if one.domain == domain and one.kind == kind and one.marked.any():
                    odds = model.decision_function(one.features)
                    both = blend(one.density, odds)
                    rows.append([_precision(s, one.marked) for s in (one.density, odds, both)])
            means = " | ".join(f"{mean:.3f}" for mean in np.mean(rows, axis=0))
            print(f"| {domain} | {kind} | {means} |", flush=True)


def _precision(scores: Vector, marked: NDArray[np.bool_]) -> float:
    """Average the precision at each marked sentence, best scores first."""
    found = np.flatnonzero(marked[np.argsort(-scores, kind="stable")])
    return float(np.mean(np.arange(1, len(found) + 1) / (found + 1)))


if __name__ == "__main__":
    main()
