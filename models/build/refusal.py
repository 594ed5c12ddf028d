"""Learn whether a talk discusses a focus: the weights and thresholds of `rank/focus_discussed.py`.

    python models/build/refusal.py --train EDITORS/train --measure EDITORS/val

Reads folders of talks that editors have read whole: beside each `NAME` lies `NAME.points.json` with
foci that the talk discusses and foci ("absent") that it does not. A logistic regression learns the
weights. The thresholds come from log-odds by cross-validation over talks, repeated with other
folds: what a model says of talks that it has not seen. Prints the lines to put into the program.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nuggets.embed.talk_vectors import Models, load_models
from nuggets.evaluate.datasets import read_documents
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.focus_discussed import UNIT, Evidence, gather_evidence
from nuggets.vectors import cosines, to_grid

FOLDS, REPEATS = 5, 20
C = 0.3  # inverse strength of the regularisation; .1 to 3 gave the same area under the ROC curve
OWN_BELOW = 0.015  # share of the own foci that may be refused; the bar is .02
ABSENT_BELOW = 0.955  # share of the absent foci that are not answered without a warning; bar .95

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A focus that a talk is asked for.

    Attributes:
        talk: Name of the talk.
        is_own: Whether the talk discusses it.
        evidence: What speaks for that.
    """

    talk: str
    is_own: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """What is put into the program, in steps of 1 / UNIT.

    Attributes:
        base: Log-odds without evidence.
        weights: Of meaning, vocabulary, coverage and of a short focus.
        unsure_from: Log-odds from which on a focus is not refused.
        ok_from: Log-odds from which on it is answered without a warning.
    """

    base: int
    weights: tuple[int, ...]
    unsure_from: int
    ok_from: int


def main() -> None:
    """Read the command line, learn, print and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path, required=True, help="folder of talks with points")
    parser.add_argument("--measure", type=Path, help="another one, to measure on")
    asked = parser.parse_args()
    models = load_models("static")
    train = list(read_examples(asked.train, models))
    learnt = learn(train)
    meaning, vocabulary, coverage, short = learnt.weights
    print(f"BASE = {learnt.base}")
    print("MEANING, VOCABULARY, COVERAGE, SHORT = ", end="")
    print(f"{meaning}, {vocabulary}, {coverage}, {short}")
    print(f"UNSURE_FROM = {learnt.unsure_from}")
    print(f"OK_FROM = {learnt.ok_from}")
    measure("train", train, learnt)
    if asked.measure is not None:
        measure("measured", list(read_examples(asked.measure, models)), learnt)


def read_examples(folder: Path, models: Models) -> Iterator[Example]:
    """Read a folder of talks with points, and measure the evidence for each of their foci."""
    for document in read_documents(folder, "points"):
        talk = prepare(document.transcript, models)
        for query in document.queries:
            if query.text is None or query.points is None:
                continue
            focus = parse_focus(query.text, talk.acronyms, document.transcript.speakers)
            asked = to_grid(models.sentences.encode(focus.meanings).sum(axis=0, keepdims=True))
            cosine = cosines(talk.vectors.sentences, asked)[:, 0]
            evidence = gather_evidence(talk, focus, models.sentences, cosine)
            yield Example(document.name, query.points.kind != "absent", evidence)


def learn(examples: Sequence[Example]) -> Weights:
    """Learn the weights from all examples, and the thresholds by cross-validation."""
    rows, own = to_rows(examples), np.array([one.is_own for one in examples])
    means, deviations = rows.mean(axis=0), rows.std(axis=0)
    scaled = (rows - means) / deviations
    model = LogisticRegression(C=C).fit(scaled, own)
    weights = model.coef_[0] / deviations
    base = float(model.intercept_[0] - weights @ means)
    unseen = predict_unseen(scaled, own, [one.talk for one in examples])
    said = np.array([one.evidence.coverage >= 1 for one in examples])  # these are not refused
    refusable = np.where(said, np.inf, unseen)
    return Weights(
        base=round(base * UNIT),
        weights=tuple(round(float(weight) * UNIT) for weight in weights),
        unsure_from=round(float(np.quantile(refusable[:, own], OWN_BELOW, method="lower")) * UNIT),
        ok_from=round(float(np.quantile(unseen[:, ~own], ABSENT_BELOW)) * UNIT),
    )


def predict_unseen(rows: Array, own: NDArray[np.bool_], talks: Sequence[str]) -> Array:
    """Give each example log-odds by models that have not seen its talk: (REPEATS, examples)."""
    names = sorted(set(talks))
    number = np.array([names.index(talk) for talk in talks])
    odds = np.zeros((REPEATS, len(rows)))
    for repeat in range(REPEATS):
        fold = np.random.RandomState(repeat).permutation(len(names))[number] % FOLDS
        for held in range(FOLDS):
            model = LogisticRegression(C=C).fit(rows[fold != held], own[fold != held])
            odds[repeat, fold == held] = model.decision_function(rows[fold == held])
    return odds


def measure(name: str, examples: Sequence[Example], learnt: Weights) -> None:
    """Print how often each status is given; on what was learnt from it flatters a little."""
    odds = to_rows(examples) @ np.array(learnt.weights) + learnt.base
    said = np.array([one.evidence.coverage >= 1 for one in examples])
    own = np.array([one.is_own for one in examples])
    refused = (odds < learnt.unsure_from) & ~said
    unsure = (odds < learnt.ok_from) & ~refused
    for kind, which in (("absent", ~own), ("own", own)):
        print(
            f"# {name}, {which.sum()} {kind} foci: not discussed {refused[which].mean():.3f}, "
            f"unsure {unsure[which].mean():.3f}"
        )


def to_rows(examples: Sequence[Example]) -> Array:
    """Put the evidence into an array of shape (examples, 4)."""
    evidence = [one.evidence for one in examples]
    return np.array(
        [[one.meaning, one.vocabulary, one.coverage, float(one.is_short)] for one in evidence]
    )


if __name__ == "__main__":
    main()
