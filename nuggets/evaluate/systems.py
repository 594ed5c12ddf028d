"""Systems under evaluation: this program and the baselines, each from a query to an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from nuggets.errors import OptionError
from nuggets.evaluate import baselines
from nuggets.evaluate.answers import Answer, LocatedNugget
from nuggets.evaluate.documents import RELEVANT_SHARE, Query
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.evaluate.points import FocusPoints
from nuggets.evaluate.settings import OutputLimits, QueryKind
from nuggets.evaluate.told_points import match_points, pick_most_points
from nuggets.values import Nugget
from nuggets.vectors import Matrix, Vector, argsort_descending, cosines

AnswerFunction: TypeAlias = Callable[[EvaluatedTalk, Query, OutputLimits], Answer]
RankFunction: TypeAlias = Callable[[EvaluatedTalk, Query], Sequence[int]]
"""Ranks the sentences of a talk for a query: their indices, the best first."""


@dataclass(frozen=True, slots=True)
class System:
    """A way from a query to nuggets.

    Attributes:
        answer: Answers a query to a talk within limits.
        needs_query: Whether it cannot answer for the whole talk without a query.
        needs_points: Whether it can answer only where editors have said what is worth telling.
        models: Embedding models that it uses.
    """

    answer: AnswerFunction
    needs_query: bool = False
    needs_points: bool = False
    models: tuple[str, ...] = ()


def choose_systems(names: Sequence[str] | None, kind: QueryKind) -> tuple[str, ...]:
    """Check the names of systems; None chooses the default ones.

    Raises:
        OptionError: There is no name, or one is unknown, occurs twice, or cannot answer queries of
            this kind.
    """
    if names is None:
        return _DEFAULT_SYSTEMS_BY_KIND.get(kind, DEFAULT_SYSTEMS)
    usable = [
        name
        for name, one in SYSTEMS.items()
        if (kind != "whole" or not one.needs_query) and (kind == "points" or not one.needs_points)
    ]
    listed = ", ".join(usable)
    if not names:
        raise OptionError(f"no system is named; there are: {listed}")
    for name in names:
        if name not in SYSTEMS:
            raise OptionError(f"no system {name!r}; there are: {listed}")
        if name not in usable and SYSTEMS[name].needs_points:
            raise OptionError(f"{name} needs a data set with points; here there are: {listed}")
        if name not in usable:
            raise OptionError(f"{name} needs a query; for the whole talk there are: {listed}")
    if len(set(names)) < len(names):
        raise OptionError("a system is named twice")
    return tuple(names)


def _this_program(model: str) -> AnswerFunction:
    """Make the answer function of this program with an embedding model."""

    def answer(talk: EvaluatedTalk, query: Query, limits: OutputLimits) -> Answer:
        index = talk.index(model)
        summary = index.summarize(
            query.text,
            count=limits.count,
            max_sentences=limits.max_sentences,
            max_words=limits.max_words,
            order="rank",
        )
        (result,) = summary.results
        return Answer(
            tuple(_locate(talk, nugget) for nugget in result.nuggets),
            None
            if query.points  # nothing about points is measured on a ranking
            else tuple(ranked.sentence.index for ranked in index.rank(query.text)),
            status=result.status,
        )

    return answer


def _locate(talk: EvaluatedTalk, nugget: Nugget) -> LocatedNugget:
    """Locate a nugget of this program; a question before it is read, but tells no point."""
    located = talk.to_nugget([sentence.index for sentence in nugget.sentences])
    spans = tuple(
        (sentence.start, sentence.end)
        for sentence, role in zip(nugget.sentences, nugget.roles, strict=True)
        if role == "pick"
    )
    return replace(located, spans=spans)


def _by_ranking(rank: RankFunction) -> AnswerFunction:
    """Make the answer function of a baseline that ranks sentences."""

    def answer(talk: EvaluatedTalk, query: Query, limits: OutputLimits) -> Answer:
        ranking = tuple(rank(talk, query))
        nuggets = baselines.extend_to_nuggets(
            ranking,
            talk.sentences,
            talk.word_counts,
            count=limits.count,
            max_sentences=limits.max_sentences,
        )
        fitting = _within_word_limit(nuggets, talk.word_counts, limits.max_words)
        return Answer(tuple(talk.to_nugget(nugget) for nugget in fitting), ranking)

    return answer


def _within_word_limit(
    nuggets: Sequence[Sequence[int]], word_counts: Sequence[int], max_words: int | None
) -> Sequence[Sequence[int]]:
    """Keep, in order, each nugget that still fits into so many words in all."""
    if max_words is None:
        return nuggets
    kept = []
    for nugget in nuggets:
        words = sum(word_counts[i] for i in nugget)
        if words <= max_words:
            kept.append(nugget)
            max_words -= words
    return kept


def _editor(_talk: EvaluatedTalk, query: Query, limits: OutputLimits) -> Answer:
    """Answer with the passages that an editor would print; with nothing where none are listed."""
    if query.points is None or query.points.best is None:
        return Answer(None)
    best = query.points.best[: limits.count]
    return Answer(tuple(LocatedNugget((), (), spans) for spans in best))


def _points_oracle(
    talk: EvaluatedTalk, points: FocusPoints, limits: OutputLimits
) -> tuple[LocatedNugget, ...]:
    """Pick of the passages that this program may print those that tell the most points."""
    passages = talk.passages(limits.max_sentences)
    spans = [(sentence.start, sentence.end) for sentence in talk.sentences]
    told = match_points(points.points, spans, passages, talk.words)
    picks = pick_most_points(told, points.points, count=limits.count)
    return tuple(talk.to_nugget(passages[i]) for i in picks)


def _oracle(talk: EvaluatedTalk, query: Query, limits: OutputLimits) -> Answer:
    """Answer with the passages that tell the most points; on other data sets by sentences.

    There with single sentences that match the reference; without one, with gold sentences.
    """
    if query.points is not None:
        return Answer(_points_oracle(talk, query.points, limits))
    reference = query.reference
    if reference is None:
        gold = query.gold or [span for topic in query.topics for span in topic]
        shares = talk.gold_shares(gold)
        relevant = [
            t for t, share in zip(talk.texts, shares, strict=True) if share >= RELEVANT_SHARE
        ]
        reference = "\n".join(relevant)
    picks = baselines.pick_oracle(talk.texts, reference, count=limits.count)
    fitting = _within_word_limit([[i] for i in picks], talk.word_counts, limits.max_words)
    return Answer(tuple(talk.to_nugget(nugget) for nugget in fitting))


def _text(query: Query) -> str:
    return query.text or ""


def _bm25(talk: EvaluatedTalk, query: Query) -> Vector:
    return baselines.score_by_bm25(talk.postings, _text(query))


def _cosine(talk: EvaluatedTalk, query: Query, model: str) -> Vector:
    embedder, vectors = talk.embed(model)
    return np.asarray(cosines(vectors, embedder.encode([_text(query)]))[:, 0])


def _rank_by_bm25(talk: EvaluatedTalk, query: Query) -> list[int]:
    return argsort_descending(_bm25(talk, query))


def _rank_by_bm25_window(talk: EvaluatedTalk, query: Query) -> list[int]:
    return argsort_descending(baselines.smooth_over_window(_bm25(talk, query)))


def _rank_by_textrank(talk: EvaluatedTalk, _query: Query) -> list[int]:
    return argsort_descending(talk.centrality)


def _rank_by_textrank_tenths(talk: EvaluatedTalk, _query: Query) -> list[int]:
    return baselines.rank_by_tenths(talk.centrality, talk.word_counts)


def _rank_by_textrank_mmr(talk: EvaluatedTalk, _query: Query) -> list[int]:
    return baselines.rank_by_mmr(talk.centrality, talk.tfidf.compare)


def _rank_by_cosine(model: str) -> RankFunction:
    return lambda talk, query: argsort_descending(_cosine(talk, query, model))


def _rank_by_mmr(model: str) -> RankFunction:
    def rank(talk: EvaluatedTalk, query: Query) -> list[int]:
        def compare(indices: Sequence[int]) -> Matrix:
            rows = talk.embed(model)[1][list(indices)]
            return cosines(rows, rows)

        return baselines.rank_by_mmr(_cosine(talk, query, model), compare)

    return rank


def _lead(talk: EvaluatedTalk, _query: Query) -> Sequence[int]:
    return range(len(talk.texts))


def _rank_by_length(talk: EvaluatedTalk, _query: Query) -> list[int]:
    return baselines.rank_by_length(talk.word_counts)


def _rank_randomly(talk: EvaluatedTalk, query: Query) -> list[int]:
    return baselines.rank_randomly(len(talk.texts), key=f"{talk.document.name}\n{_text(query)}")


SYSTEMS: Mapping[str, System] = {
    "nuggets": System(_this_program("static"), models=("static",)),
    "nuggets-minilm": System(_this_program("minilm"), models=("minilm",)),
    "bm25": System(_by_ranking(_rank_by_bm25), needs_query=True),
    "bm25-window": System(_by_ranking(_rank_by_bm25_window), needs_query=True),
    "textrank": System(_by_ranking(_rank_by_textrank)),
    "textrank-tenths": System(_by_ranking(_rank_by_textrank_tenths)),
    "textrank-mmr": System(_by_ranking(_rank_by_textrank_mmr)),
    "cosine": System(_by_ranking(_rank_by_cosine("static")), needs_query=True, models=("static",)),
    "cosine-minilm": System(
        _by_ranking(_rank_by_cosine("minilm")), needs_query=True, models=("minilm",)
    ),
    "mmr": System(_by_ranking(_rank_by_mmr("static")), needs_query=True, models=("static",)),
    "lead": System(_by_ranking(_lead)),
    "longest": System(_by_ranking(_rank_by_length)),
    "random": System(_by_ranking(_rank_randomly)),
    "editor": System(_editor, needs_points=True),
    "oracle": System(_oracle),
}
"""Every system by its name on the command line."""

DEFAULT_SYSTEMS = ("nuggets", "bm25", "bm25-window", "textrank", "lead", "random", "oracle")
DEFAULT_SYSTEMS_WHOLE = (
    *("nuggets", "textrank", "textrank-tenths", "textrank-mmr", "lead", "random", "oracle"),
)
DEFAULT_SYSTEMS_POINTS = (
    *("nuggets", "cosine", "bm25", "bm25-window", "textrank", "lead", "random"),
    *("editor", "oracle"),
)
_DEFAULT_SYSTEMS_BY_KIND: Mapping[QueryKind, tuple[str, ...]] = {
    "whole": DEFAULT_SYSTEMS_WHOLE,
    "points": DEFAULT_SYSTEMS_POINTS,
}
