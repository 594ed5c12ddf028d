"""Runs an evaluation: documents -> answers -> scores -> means with intervals -> report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from nuggets.embed.embedders import check_folder
from nuggets.errors import DatasetError, NuggetsError, OptionError
from nuggets.evaluate.answers import Answer
from nuggets.evaluate.datasets import (
    choose_kind,
    document_name,
    list_documents,
    read_document,
)
from nuggets.evaluate.documents import Document, Query
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.evaluate.external_outputs import (
    ExternalOutputs,
    locate_outputs,
    output_key,
    read_outputs,
)
from nuggets.evaluate.report import MEASURES, QueryScores, Report
from nuggets.evaluate.scoring import score_answer, score_answer_by_points
from nuggets.evaluate.settings import ROUGE_WORDS_WHOLE, OutputLimits, QueryKind, rouge_length
from nuggets.evaluate.summary import summarize_groups
from nuggets.evaluate.systems import SYSTEMS, choose_systems
from nuggets.evaluate.workers import map_in_processes
from nuggets.pipeline import ALGORITHM

EVALUATION = "2"
"""Raised whenever the same input may give other scores; part of the fingerprint."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured on each document.

    Attributes:
        kind: Of queries.
        systems: Names of the systems.
        limits: How much a system may return.
        rouge_words: Words of a summary that ROUGE reads.
        outputs: Of another system; None: of no other.
    """

    kind: QueryKind
    systems: tuple[str, ...]
    limits: OutputLimits
    rouge_words: int
    outputs: ExternalOutputs | None


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """Scores of all systems for the queries of one document.

    Attributes:
        sha256: Of the document.
        query_scores: In the order of queries and systems.
        queries: Texts of the queries.
    """

    sha256: str
    query_scores: tuple[QueryScores, ...]
    queries: tuple[str | None, ...]


def evaluate(
    folder: Path,
    *,
    kind: QueryKind | None = None,
    systems: Sequence[str] | None = None,
    limits: OutputLimits | None = None,
    rouge_words: int | None = None,
    outputs: Path | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Evaluate systems on a data set.

    Args:
        folder: With talks and their points, with QMSum's JSON, or with dialogue acts of AMI or
            ICSI; or one such file.
        kind: Of queries: "queries", "topics" or "whole"; None: "points" where there are some, else
            "queries" where there are some, else "topics".
        systems: Names from `SYSTEMS`; differences are taken to the first. None: the default ones.
        limits: How much a system may return; None: the program's own defaults, and for the whole
            talk of a data set without points at most `ROUGE_WORDS_WHOLE` words.
        rouge_words: Words of a summary that ROUGE reads; None: the default of `rouge_length`.
        outputs: A file with outputs of another system, which is then evaluated, too.
        workers: Processes; any number gives the same report.
        progress: Told how many documents are done, and how many there are.

    Raises:
        DatasetError: The data set cannot be read, or has no such queries.
        OutputsError: The outputs cannot be read.
        OptionError: A setting is out of range, a system cannot answer such queries, or the file
            of outputs has the name of a system.
        ModelError: A model that a system needs cannot be used.
    """
    paths = list_documents(folder)
    kind = choose_kind(paths, kind)
    if kind == "whole":
        limits = limits or OutputLimits(max_words=ROUGE_WORDS_WHOLE)
    if kind == "points" and rouge_words is not None:
        raise OptionError("points have no summaries for ROUGE; leave out --words")
    rouge_words = rouge_length(kind, rouge_words)
    for name, value in (("words", rouge_words), ("workers", workers)):
        if value < 1:
            raise OptionError(f"{name} must be 1 or more, not {value}")
    names_of_documents = [document_name(path) for path in paths]
    external = None
    if outputs is not None:
        aliases = {path.name: path.stem for path in paths}
        if kind == "points":
            aliases = {Path(name).stem: name for name in names_of_documents}
        external = read_outputs(outputs).rename(aliases)
    if external is not None and external.name in SYSTEMS:
        raise OptionError(f"{outputs} is called like a system of ours; rename the file")
    names = choose_systems(systems, kind)
    plan = Plan(kind, names, limits or OutputLimits(), rouge_words, external)
    models = sorted({model for name in names for model in SYSTEMS[name].models})
    model_hashes = {model: check_folder(model).sha256 for model in models}
    tasks = [
        partial(_score_file, path, _plan_for_document(plan, name))
        for path, name in zip(paths, names_of_documents, strict=True)
    ]
    scored = map_in_processes(_call, tasks, workers=workers, progress=progress)
    query_count = sum(len(one.queries) for one in scored)
    if not query_count:
        raise DatasetError(f"{folder}: nothing is asked in it as --queries {kind}")
    return Report(
        fingerprint=_fingerprint(plan, model_hashes, scored),
        dataset=folder.resolve().name,
        kind=kind,
        count=plan.limits.count,
        max_sentences=plan.limits.max_sentences,
        max_words=plan.limits.max_words,
        rouge_words=None if kind == "points" else rouge_words,
        documents=sum(bool(one.queries) for one in scored),
        queries=query_count,
        groups=summarize_groups(
            kind,
            (*names, *([] if external is None else [external.name])),
            [one.query_scores for one in scored],
        ),
        query_scores=tuple(row for one in scored for row in one.query_scores),
        notes=tuple(_notes(external, names_of_documents, scored)),
    )


def score_document(document: Document, plan: Plan) -> DocumentScores:
    """Score every system on every query of a document."""
    talk = EvaluatedTalk(document)
    texts = tuple(query.text for query in document.queries)
    located: list[Answer] = []
    if plan.outputs is not None:
        located = locate_outputs(talk, plan.outputs, texts, count=plan.limits.count)
    rows = []
    for number, query in enumerate(document.queries):
        gold_shares = None if query.gold is None else talk.gold_shares(query.gold)
        answers = {name: _ask(talk, query, name, plan) for name in plan.systems}
        if plan.outputs is not None:
            answers[plan.outputs.name] = located[number]
        for name, answer in answers.items():
            if query.points is not None:
                found = score_answer_by_points(talk, query.points, answer, count=plan.limits.count)
            else:
                found = score_answer(
                    talk, query, answer, gold_shares=gold_shares, rouge_words=plan.rouge_words
                )
            values = {measure: found[measure] for measure in MEASURES if measure in found}
            kind = plan.kind if query.points is None else query.points.kind
            rows.append(QueryScores(document.name, number, query.text, name, values, kind))
    return DocumentScores(document.sha256, tuple(rows), texts)


def _ask(talk: EvaluatedTalk, query: Query, name: str, plan: Plan) -> Answer:
    """Ask a system; for the whole talk its summary gets as many nuggets as ROUGE's length holds.

    A system that needs a query does not answer for the whole talk.
    """
    if query.text is None and SYSTEMS[name].needs_query:
        return Answer(None)
    answer = SYSTEMS[name].answer(talk, query, plan.limits)
    if plan.kind != "whole":
        return answer
    limits = replace(plan.limits, count=plan.rouge_words, max_words=plan.rouge_words)
    longer = SYSTEMS[name].answer(talk, query, limits)
    return replace(answer, summary=longer.sentences)


def _call(task: Callable[[], DocumentScores]) -> DocumentScores:
    return task()


def _score_file(path: Path, plan: Plan) -> DocumentScores:
    document = read_document(path, plan.kind)
    try:
        return score_document(document, plan)
    except NuggetsError as error:
        error.add_note(str(path))  # the file that the message is about
        raise


def _plan_for_document(plan: Plan, document: str) -> Plan:
    """Keep of a plan what one document needs, so that less is sent to a worker."""
    outputs = None if plan.outputs is None else plan.outputs.for_document(document)
    return replace(plan, outputs=outputs)


def _notes(
    outputs: ExternalOutputs | None, documents: Sequence[str], scored: Sequence[DocumentScores]
) -> Iterator[str]:
    """Note how many queries another system has no output for, and how many outputs are unused."""
    if outputs is None:
        return
    asked = [
        output_key(document, query)
        for document, one in zip(documents, scored, strict=True)
        for query in one.queries
    ]
    missing = sum(key not in outputs.by_query for key in asked)
    if missing:
        yield f"{outputs.name}: no line for {missing} of {len(asked)} queries; they count as empty"
    lines, unused = len(outputs.by_query), len(outputs.by_query.keys() - set(asked))
    if unused:
        yield f"{outputs.name}: {unused} of {lines} lines are about no query of these"


def _fingerprint(plan: Plan, model_hashes: dict[str, str], scored: Sequence[DocumentScores]) -> str:
    """Hash all that the scores depend on."""
    facts = {
        "evaluation": EVALUATION,
        "algorithm": ALGORITHM,
        "documents": [one.sha256 for one in scored],
        "kind": plan.kind,
        "systems": plan.systems,
        "limits": asdict(plan.limits),
        "words": plan.rouge_words,
        "outputs": None if plan.outputs is None else plan.outputs.sha256,
        "models": model_hashes,
    }
    text = json.dumps(facts, sort_keys=True, ensure_ascii=True)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
