"""Build `models/ranker`: what editors print, learnt as whole numbers.

    python -m models.build.ranker --data EDITORS/train --measure EDITORS/val --out models/ranker

Learns from talks with editors' points. Two logistic regressions on the words and the shape of a
sentence: whether it is in a passage that makes a point, and whether it is litter rather than that.
Then one for a focus and one for whole talks, on the factors of every passage: whether it tells a
point. The factors of a talk come from sentence models that have not seen it. Prints F by
cross-validation: neither the sentence models that judge a talk nor the weights have learnt from it,
but the sentence models behind the weights' examples have, as folds are not nested.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from nuggets.embed.model_folder import MANIFEST
from nuggets.embed.talk_vectors import Models, load_models
from nuggets.evaluate.datasets import read_documents
from nuggets.evaluate.documents import Document
from nuggets.evaluate.points import VITAL_WEIGHT, FocusPoints, WordCounter, score_points
from nuggets.evaluate.told_points import count_shared_words, match_points
from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, describe_passages
from nuggets.pick.choose import FOCUS_FLOOR, LEAST, choose
from nuggets.pick.passage_scores import measure_for_focus, measure_for_talk, weigh
from nuggets.pick.passages import Passage, find_passages
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import (
    FILE,
    FOCUS_FACTORS,
    TALK_FACTORS,
    UNIT,
    SentenceModel,
    find_words,
    judged_sentences,
    load_ranker,
)
from nuggets.rank.scoring import Scores, score
from nuggets.rank.sentence_features import FEATURES, compute_features
from nuggets.values import Span
from nuggets.vectors import Matrix, Vector

FOLDS = 5
MIN_SENTENCES = 15  # of the training talks that hold a word which the models know; editors/train CV
SENTENCE_C, PASSAGE_C = 0.03, 0.05  # inverse strength of regularization; on editors/train CV
POSITIVE = 0.3  # from which share on a sentence is in a passage that makes a point; by eye
OKAY = 0.7  # weight of an example that tells no vital point; by eye
COVERAGE_WEIGHT = 1.0
"""What coverage adds to the log-odds of a passage that says all of a focus's words. Not learnt: by
likelihood it would be 0 beside "word". With 0, 1 and 1.5, F is .504, .511 and .507 (editors/train
CV and val together), and .67, .72 and .72 of what is printed says a word of the focus. 2026-11."""
SOURCE = "editors' points of 54 talks"

Weights: TypeAlias = Mapping[str, int]
SentenceModels: TypeAlias = tuple[SentenceModel, SentenceModel]


@dataclass(slots=True)
class Example:
    """A talk to learn from; `candidates` are set once sentence models have judged it."""

    talk: Talk
    features: Matrix
    words: list[frozenset[str]]
    judged: NDArray[np.bool_]
    points: Vector
    litter: NDArray[np.bool_]
    passages: Sequence[Passage]
    spans: Sequence[Span]
    counter: WordCounter
    foci: Sequence[tuple[FocusPoints, Scores | None]]
    candidates: Candidates | None = None
    questions: list[Question] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Question:
    """A focus with the factors of each passage.

    Attributes:
        target: What editors say of it.
        factors: Array of shape (m, k), of each passage.
        grades: Array of shape (m,), the weight of the best point that each passage tells.
    """

    target: FocusPoints
    factors: Matrix
    grades: Vector

    @property
    def is_focus(self) -> bool:
        """Whether it is a focus, and not the talk as a whole."""
        return self.target.kind != "whole"


def main() -> None:
    """Read the command line, learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of talks with points")
    parser.add_argument("--measure", type=Path, help="folder of other talks to measure on")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    asked = parser.parse_args()
    in_context, *_ = _learn("minilm", asked.data, asked.measure)
    focus, whole, telling, litter = _learn("static", asked.data, asked.measure)
    _write(asked.out, telling, litter, focus=focus, focus_in_context=in_context, talk=whole)
    load_ranker(asked.out)  # whole, and of this version


def _learn(model: str, data: Path, other: Path | None) -> tuple[Weights, Weights, *SentenceModels]:
    """Learn with an embedding model; prints how good it is.

    Returns:
        Weights of passages for a focus and for the talk as a whole, and the sentence models, which
        are the same with each embedding model.
    """
    models = load_models(model)
    train = [_read(one, models) for one in read_documents(data, "points")]
    for fold in range(FOLDS):
        seen = [one for i, one in enumerate(train) if i % FOLDS != fold]
        telling, litter = _learn_sentences(seen)
        for one in train[fold::FOLDS]:
            _judge(one, telling, litter)
    _print(f"{model}, cross-validation", train, folds=FOLDS)
    focus, whole = (_learn_weights(train, is_focus) for is_focus in (True, False))
    telling, litter = _learn_sentences(train)
    if other is not None:
        others = [_read(one, models) for one in read_documents(other, "points")]
        for one in others:
            _judge(one, telling, litter)
        _print(f"{model}, other talks", others, weights=(focus, whole))
    return focus, whole, telling, litter


def _read(document: Document, models: Models) -> Example:
    """Prepare a talk, label its sentences and score them against each focus."""
    talk = prepare(document.transcript, models)
    counter = WordCounter(document.transcript.source)
    spans = [(sentence.start, sentence.end) for sentence in talk.sentences]
    lengths = np.array([max(1, counter.count(start, end)) for start, end in spans])
    targets = [(query.text, query.points) for query in document.queries if query.points]
    points = np.zeros(len(spans))
    for point in (point for _, target in targets for point in target.points):
        grade = 1.0 if point.is_vital else OKAY
        for answer in point.passages:
            shares = np.minimum(1.0, count_shared_words(spans, answer, counter) / lengths)
            points = np.maximum(points, shares * grade)
    litter = next((target.litter for _, target in targets), ())
    parse = partial(parse_focus, acronyms=talk.acronyms, speakers=document.transcript.speakers)
    return Example(
        talk,
        compute_features(talk),
        find_words(talk),
        judged_sentences(talk) > 0,
        points,
        count_shared_words(spans, litter, counter) > 0,
        find_passages(talk.sentences, talk.traits, max_sentences=Options().max_sentences),
        spans,
        counter,
        [
            (target, None if text is None else score(talk, parse(text), models))
            for text, target in targets
            if target.points
        ],
    )


def _learn_sentences(examples: Sequence[Example]) -> tuple[SentenceModel, SentenceModel]:
    """Learn what tells, and what is litter rather than that."""
    telling = [(one, one.judged, one.points > POSITIVE) for one in examples]
    litter = [
        (one, one.judged & ((one.points > POSITIVE) | one.litter), one.litter) for one in examples
    ]
    return _learn_sentence_model(telling), _learn_sentence_model(litter)


def _learn_sentence_model(
    labelled: Sequence[tuple[Example, NDArray[np.bool_], NDArray[np.bool_]]],
) -> SentenceModel:
    """Learn from the sentences that are chosen in each talk, with their labels."""
    words = [one.words[i] for one, chosen, _ in labelled for i in np.flatnonzero(chosen)]
    held = Counter(word for sentence in words for word in sentence)
    known = sorted(word for word, count in held.items() if count >= MIN_SENTENCES)
    columns = {word: j for j, word in enumerate(known)}
    rows = [[columns[word] for word in sorted(s) if word in columns] for s in words]
    ends = np.concatenate(([0], np.cumsum([len(row) for row in rows])))
    at = np.array([j for row in rows for j in row])
    said = sp.csr_matrix((np.ones(len(at)), at, ends), shape=(len(rows), len(known)))
    features = np.concatenate([one.features[chosen] for one, chosen, _ in labelled])
    mean, deviation = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(C=SENTENCE_C, max_iter=300, solver="liblinear", random_state=0).fit(
        sp.hstack([said, sp.csr_matrix((features - mean) / deviation)]).tocsr(),
        np.concatenate([labels[chosen] for _, chosen, labels in labelled]),
    )
    weights = model.coef_[0][len(known) :] / deviation
    base = float(model.intercept_[0] - weights @ mean)
    by_word = dict(zip(known, map(_to_steps, model.coef_[0]), strict=False))
    return SentenceModel(_to_steps(base), tuple(map(_to_steps, weights)), by_word)


def _judge(one: Example, telling: SentenceModel, litter: SentenceModel) -> None:
    """Find the candidates of a talk with sentence models, and their factors for each focus."""
    told = telling.predict(one.features, one.words) * one.judged
    worse = litter.predict(one.features, one.words) * one.judged
    one.candidates = describe_passages(one.talk, one.passages, told, worse)
    runs = [passage.picks for passage in one.candidates.passages]
    one.questions = []
    for target, scores in one.foci:
        tells = match_points(target.points, one.spans, runs, one.counter)
        weights = np.array([point.weight for point in target.points])
        factors = (
            measure_for_talk(one.candidates)
            if scores is None
            else measure_for_focus(one.talk, one.candidates, scores)
        )
        one.questions.append(Question(target, factors, (weights[:, None] * tells).max(axis=0)))


def _learn_weights(examples: Sequence[Example], is_focus: bool) -> Weights:
    """Learn what each factor adds to the log-odds that a passage tells a point.

    For a focus, that of coverage is given, and the base follows from it: the mean probability is
    the share of passages that tell a point.
    """
    names = FOCUS_FACTORS if is_focus else TALK_FACTORS
    given = {"coverage": COVERAGE_WEIGHT} if is_focus else {}
    learnt = [i for i, name in enumerate(names) if name not in given]
    asked = [q for e in examples for q in e.questions if q.is_focus == is_focus]
    every = np.concatenate([question.factors for question in asked])
    factors = every[:, learnt]
    grades = np.concatenate([question.grades for question in asked])
    mean, deviation = factors.mean(axis=0), factors.std(axis=0) + 1e-9
    counts = np.where((grades > 0) & (grades < VITAL_WEIGHT), OKAY, 1.0)
    model = LogisticRegression(C=PASSAGE_C, max_iter=300).fit(
        (factors - mean) / deviation, grades > 0, sample_weight=counts
    )
    found = dict(zip((names[i] for i in learnt), model.coef_[0] / deviation, strict=True)) | given
    weights = np.array([found[name] for name in names])
    base = _find_base(every @ weights, grades > 0, counts)
    return dict(zip(("base", *names), map(_to_steps, (base, *weights)), strict=True))


def _find_base(added: Vector, labels: NDArray[np.bool_], counts: Vector) -> float:
    """Find the log-odds to add so that the mean probability is the share of what is labelled.

    Args:
        added: Array of shape (m,), log-odds of each example without it.
        labels: Array of shape (m,).
        counts: Array of shape (m,), weight of each example.
    """

    def excess(base: float) -> float:
        return float(counts @ (expit(added + base) - labels))

    return float(brentq(excess, -50, 50))


def _to_steps(weight: float) -> int:
    return round(float(weight) * UNIT)


def _print(
    title: str,
    examples: Sequence[Example],
    *,
    folds: int = 1,
    weights: tuple[Weights, Weights] | None = None,
) -> None:
    """Print F, with given weights or with such as are learnt from the other folds."""
    measured: dict[bool, list[float]] = {True: [], False: []}
    for fold in range(folds):
        others = [one for i, one in enumerate(examples) if i % folds != fold]
        for is_focus in (True, False):
            steps = weights[not is_focus] if weights else _learn_weights(others, is_focus)
            units = {name: step / UNIT for name, step in steps.items()}
            for one in examples[fold::folds]:
                measured[is_focus] += _measure(one, units, is_focus)
    focus, whole = (float(np.mean(measured[is_focus])) for is_focus in (True, False))
    print(f"{title}: F focus {focus:.3f}, whole {whole:.3f} ({len(examples)} talks)", flush=True)


def _measure(one: Example, weights: Mapping[str, float], is_focus: bool) -> list[float]:
    """Give F of what is picked of a talk for each focus."""
    if one.candidates is None:
        return []
    options = Options()
    found = []
    for question in one.questions:
        if question.is_focus == is_focus:
            candidates = one.candidates if is_focus else one.candidates.for_talk()
            scores = weigh(question.factors, weights, candidates)
            floor, least = (FOCUS_FLOOR, LEAST) if is_focus else (0.0, 0.0)
            chosen, _ = choose(one.talk, candidates, scores, options, floor=floor, least=least)
            printed = [[one.spans[i] for i in choice.passage.picks] for choice in chosen]
            measures = score_points(printed, question.target, one.counter, count=options.count)
            found.append(measures["f"])
    return found


def _write(
    folder: Path,
    telling: SentenceModel,
    litter: SentenceModel,
    **weights: Weights,
) -> None:
    """Write the weights as whole numbers, a word on a line, and the manifest."""
    facts: dict[str, Any] = {"learned_from": SOURCE, **weights}
    for name, model in (("telling", telling), ("litter", litter)):
        features = dict(zip(FEATURES, model.features, strict=True))
        facts[name] = {"base": model.base, "features": features}
    words = {
        word: [telling.words.get(word, 0), litter.words.get(word, 0)]
        for word in sorted({*telling.words, *litter.words})
    }
    lines = ",\n  ".join(f"{json.dumps(w)}: {json.dumps(both)}" for w, both in words.items())
    head = json.dumps(facts, indent=1)[:-2]
    data = f'{head},\n "words": {{\n  {lines}\n }}\n}}\n'.encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(data)
    listed = {FILE: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}}
    manifest = {"files": listed, "license": "MIT", "name": "ranker", "source": SOURCE}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
