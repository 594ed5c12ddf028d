"""The one order of an evaluation: documents -> answers -> measures -> means with intervals."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from nuggets.embed.embedders import check_folder
from nuggets.errors import DatasetError, NuggetsError, OptionError
from nuggets.evaluate.bootstrap import draw_documents, intervals
from nuggets.evaluate.datasets import Document, Query, list_documents, read_document
from nuggets.evaluate.limits import WHOLE_WORDS, Kind, Limits, budget_for
from nuggets.evaluate.measures import cut_to_words, score_nuggets, score_ranking, share_touched
from nuggets.evaluate.outputs import Outputs, answer_all, read_outputs
from nuggets.evaluate.report import MEASURES, Report, Row, Standing
from nuggets.evaluate.rouge import score_rouge
from nuggets.evaluate.systems import SYSTEMS, choose_systems
from nuggets.evaluate.talk import Answer, Talk
from nuggets.evaluate.workers import work_through
from nuggets.pipeline import ALGORITHM

EVALUATION = "1"
"""Changes whenever the same input may give other figures; part of the fingerprint."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done with each document.

    Attributes:
        kind: Of queries.
        systems: Names of the systems.
        limits: How much a system may print.
        words: The budget that ROUGE is taken at.
        outputs: Answers of another system; None: no such.
    """

    kind: Kind
    systems: tuple[str, ...]
    limits: Limits
    words: int
    outputs: Outputs | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What one document gave.

    Attributes:
        sha256: Of the document.
        rows: By query and system.
        queries: Their texts.
    """

    sha256: str
    rows: tuple[Row, ...]
    queries: tuple[str | None, ...]


def evaluate(
    folder: Path,
    *,
    kind: Kind = "queries",
    systems: Sequence[str] | None = None,
    limits: Limits | None = None,
    words: int | None = None,
    outputs: Path | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Measure systems on a data set.

    Args:
        folder: With QMSum's JSON, or with dialogue acts of AMI or ICSI; or one such file.
        kind: Of queries: "queries", "topics" or "whole".
        systems: Names from `SYSTEMS`; differences are taken to the first. None: a usual choice.
        limits: How much a system may print; None: as much as the program does by itself, of the
            whole talk at most `WHOLE_WORDS`.
        words: The budget that ROUGE is taken at; None: that of `budget_for`.
        outputs: A file with answers of another system, which is then measured, too.
        workers: Processes; any number gives the same report.
        progress: Told how many documents are done, and how many there are.

    Raises:
        DatasetError: The data set cannot be read, or has no such queries.
        OutputsError: The answers cannot be read.
        OptionError: A setting is out of range, a system cannot answer such queries, or the file
            of answers is called like a system.
        ModelError: A model that a system needs cannot be used.
    """
    if kind == "whole":
        limits = limits or Limits(max_words=WHOLE_WORDS)
    words = budget_for(kind, words)
    for name, value in (("words", words), ("workers", workers)):
        if value < 1:
            raise OptionError(f"{name} must be 1 or more, not {value}")
    given = None if outputs is None else read_outputs(outputs)
    if given is not None and given.name in SYSTEMS:
        raise OptionError(f"{outputs} is called like a system of ours; rename the file")
    names = choose_systems(systems, kind)
    plan = Plan(kind, names, limits or Limits(), words, given)
    models = sorted({model for name in names for model in SYSTEMS[name].models})
    hashes = {model: check_folder(model).sha256 for model in models}
    paths = list_documents(folder)
    tasks = [partial(_measure_file, path, _of(plan, path.stem)) for path in paths]
    measured = work_through(_call, tasks, workers=workers, progress=progress)
    queries = sum(len(one.queries) for one in measured)
    if not queries:
        raise DatasetError(f"{folder}: nothing is asked in it as --queries {kind}")
    return Report(
        fingerprint=_fingerprint(plan, hashes, measured),
        dataset=folder.resolve().name,
        kind=kind,
        count=plan.limits.count,
        max_sentences=plan.limits.max_sentences,
        max_words=plan.limits.max_words,
        words=words,
        documents=sum(bool(one.queries) for one in measured),
        queries=queries,
        standings=_sum_up(plan, measured),
        rows=tuple(row for one in measured for row in one.rows),
        notes=tuple(_notes(given, [path.stem for path in paths], measured)),
    )


def measure_document(document: Document, plan: Plan) -> Measured:
    """Measure every system on every query of a document."""
    talk = Talk(document)
    texts = tuple(query.text for query in document.queries)
    given: list[Answer] = []
    if plan.outputs is not None:
        given = answer_all(talk, plan.outputs, texts, count=plan.limits.count)
    rows = []
    for number, query in enumerate(document.queries):
        inside = None if query.gold is None else talk.shares(query.gold)
        answers = {name: _answer(talk, query, name, plan) for name in plan.systems}
        if plan.outputs is not None:
            answers[plan.outputs.name] = given[number]
        for name, answer in answers.items():
            values = measure_answer(talk, query, answer, inside=inside, words=plan.words)
            rows.append(Row(document.name, number, query.text, name, values))
    return Measured(document.sha256, tuple(rows), texts)


def _answer(talk: Talk, query: Query, name: str, plan: Plan) -> Answer:
    """Ask a system; of the whole talk it fills the words for ROUGE, with however many nuggets."""
    answer = SYSTEMS[name].answer(talk, query, plan.limits)
    if plan.kind != "whole":
        return answer
    limits = replace(plan.limits, count=plan.words, max_words=plan.words)
    longer = SYSTEMS[name].answer(talk, query, limits)
    return replace(answer, summary=_texts(longer))


def _texts(answer: Answer) -> tuple[str, ...]:
    """List the sentences of all nuggets, the best nugget first."""
    return tuple(text for one in answer.printed or () for text in one.texts)


def measure_answer(
    talk: Talk, query: Query, answer: Answer, *, inside: Sequence[float] | None, words: int
) -> dict[str, float]:
    """Take every measure that there is for an answer.

    Args:
        talk: The talk that was asked.
        query: What it was asked.
        answer: What a system gave.
        inside: Share of each sentence that lies in the gold; None where there is no gold.
        words: The budget that ROUGE is taken at.
    """
    values: dict[str, float] = {}
    if answer.printed is not None:
        nuggets = [one.words for one in answer.printed]
        shares = [0.0] * talk.starts[-1] if inside is None else talk.by_word(inside)
        found = score_nuggets(nuggets, shares)
        values |= found if inside is not None else {n: found[n] for n in ("nuggets", "words")}
        said_in_each = [" ".join(one.texts) for one in answer.printed]
        values["redundancy"] = talk.plain_space.redundancy(said_in_each)
        if query.topics:
            topics = [talk.by_word(talk.shares(topic)) for topic in query.topics]
            values["topics"] = share_touched(nuggets, topics)
    if answer.ranking is not None and inside is not None:
        values |= score_ranking(answer.ranking, inside)
    if query.reference is not None:
        said = _texts(answer) if answer.summary is None else answer.summary
        values |= score_rouge(cut_to_words(said, words), query.reference)
    if answer.located is not None:
        values["located"] = answer.located
    return {name: values[name] for name in MEASURES if name in values}


def _call(task: Callable[[], Measured]) -> Measured:
    return task()


def _measure_file(path: Path, plan: Plan) -> Measured:
    document = read_document(path, plan.kind)
    try:
        return measure_document(document, plan)
    except NuggetsError as error:
        error.add_note(str(path))  # the file that the message is about
        raise


def _of(plan: Plan, document: str) -> Plan:
    """Keep of a plan what one document needs."""
    outputs = None if plan.outputs is None else plan.outputs.of(document)
    return replace(plan, outputs=outputs)


def _sum_up(plan: Plan, measured: Sequence[Measured]) -> tuple[Standing, ...]:
    """Take means, intervals and differences to the first system."""
    names = [*plan.systems, *([] if plan.outputs is None else [plan.outputs.name])]
    asked = [one for one in measured if one.queries]
    times = draw_documents(len(asked))
    values = {
        name: [[row.values for row in one.rows if row.system == name] for one in asked]
        for name in names
    }
    standings = []
    for name in names:
        means, differences = intervals(values[name], values[names[0]], tuple(MEASURES), times)
        standings.append(Standing(name, means, {} if name == names[0] else differences))
    return tuple(standings)


def _notes(
    outputs: Outputs | None, documents: Sequence[str], measured: Sequence[Measured]
) -> Iterator[str]:
    """Say what of somebody else's answers is missing or of no use."""
    if outputs is None:
        return
    asked = [
        (document, None if query is None else " ".join(query.split()))
        for document, one in zip(documents, measured, strict=True)
        for query in one.queries
    ]
    missing = sum(key not in outputs.given for key in asked)
    if missing:
        yield f"{outputs.name}: no line for {missing} of {len(asked)} queries; they count as empty"
    unused = Counter(key in set(asked) for key in outputs.given)[False]
    if unused:
        yield f"{outputs.name}: {unused} of {len(outputs.given)} lines are about no query of these"


def _fingerprint(plan: Plan, models: dict[str, str], measured: Sequence[Measured]) -> str:
    """Hash all that the figures depend on."""
    facts = {
        "evaluation": EVALUATION,
        "algorithm": ALGORITHM,
        "documents": [one.sha256 for one in measured],
        "kind": plan.kind,
        "systems": plan.systems,
        "limits": asdict(plan.limits),
        "words": plan.words,
        "outputs": None if plan.outputs is None else plan.outputs.sha256,
        "models": models,
    }
    text = json.dumps(facts, sort_keys=True, ensure_ascii=True)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
