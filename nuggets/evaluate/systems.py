"""What is measured: the program itself and the baselines, each from a query to an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from nuggets.errors import OptionError
from nuggets.evaluate import baselines
from nuggets.evaluate.datasets import Query
from nuggets.evaluate.limits import Kind, Limits
from nuggets.evaluate.measures import HALF
from nuggets.evaluate.talk import Answer, Talk
from nuggets.vectors import Matrix, Vector, argsort_descending, cosines

Answering: TypeAlias = Callable[[Talk, Query, Limits], Answer]


@dataclass(frozen=True, slots=True)
class System:
    """One way from a query to nuggets.

    Attributes:
        answer: Gets the talk, the query and what it may print.
        needs_query: Whether it has nothing to say about the whole talk.
        models: What it embeds with.
    """

    answer: Answering
    needs_query: bool = False
    models: tuple[str, ...] = ()


def choose_systems(names: Sequence[str] | None, kind: Kind) -> tuple[str, ...]:
    """Check the names of systems; without any, take those that a first look wants.

    Raises:
        OptionError: There is no name, or one is unknown, stands twice, or cannot answer such
            queries.
    """
    if names is None:
        return DEFAULT_WHOLE if kind == "whole" else DEFAULT
    known = [name for name, one in SYSTEMS.items() if kind != "whole" or not one.needs_query]
    offer = ", ".join(known)
    if not names:
        raise OptionError(f"no system is named; there are: {offer}")
    for name in names:
        if name not in SYSTEMS:
            raise OptionError(f"no system {name!r}; there are: {offer}")
        if name not in known:
            raise OptionError(f"{name} needs a query; for the whole talk there are: {offer}")
    if len(set(names)) < len(names):
        raise OptionError("a system is named twice")
    return tuple(names)


def _nuggets(model: str) -> Answering:
    def answer(talk: Talk, query: Query, limits: Limits) -> Answer:
        index = talk.index(model)
        summary = index.summarize(
            query.text,
            count=limits.count,
            max_sentences=limits.max_sentences,
            max_words=limits.max_words,
            order="rank",
        )
        return Answer(
            tuple(
                talk.print_sentences([sentence.index for sentence in nugget.sentences])
                for nugget in summary.results[0].nuggets
            ),
            tuple(ranked.sentence.index for ranked in index.rank(query.text)),
        )

    return answer


def _by_ranking(rank: Callable[[Talk, Query], Sequence[int]]) -> Answering:
    def answer(talk: Talk, query: Query, limits: Limits) -> Answer:
        ranking = tuple(rank(talk, query))
        nuggets = baselines.to_nuggets(
            ranking,
            talk.sentences,
            talk.words,
            count=limits.count,
            max_sentences=limits.max_sentences,
        )
        fitting = _fit(nuggets, talk.words, limits.max_words)
        return Answer(tuple(talk.print_sentences(nugget) for nugget in fitting), ranking)

    return answer


def _fit(
    nuggets: Sequence[Sequence[int]], words: Sequence[int], most: int | None
) -> Sequence[Sequence[int]]:
    """Keep the nuggets that fit into so many words, in order."""
    if most is None:
        return nuggets
    kept = []
    for nugget in nuggets:
        said = sum(words[i] for i in nugget)
        if said <= most:
            kept.append(nugget)
            most -= said
    return kept


def _oracle(talk: Talk, query: Query, limits: Limits) -> Answer:
    """Look at the answer that people wrote, else at the gold, and print single sentences."""
    reference = query.reference
    if reference is None:
        shares = talk.shares(query.gold or [span for topic in query.topics for span in topic])
        marked = [text for text, share in zip(talk.texts, shares, strict=True) if share >= HALF]
        reference = "\n".join(marked)
    picked = baselines.rank_by_reference(talk.texts, reference, count=limits.count)
    fitting = _fit([[i] for i in picked], talk.words, limits.max_words)
    return Answer(tuple(talk.print_sentences(nugget) for nugget in fitting))


def _asked(query: Query) -> str:
    return query.text or ""


def _cosine(talk: Talk, query: Query, model: str) -> Vector:
    embedder, rows = talk.vectors(model)
    return np.asarray(cosines(rows, embedder.encode([_asked(query)]))[:, 0])


def _bm25(talk: Talk, query: Query) -> Vector:
    return baselines.score_by_words(talk.postings, _asked(query))


def _mmr(talk: Talk, query: Query, model: str) -> list[int]:
    def compare(indices: Sequence[int]) -> Matrix:
        rows = talk.vectors(model)[1][list(indices)]
        return cosines(rows, rows)

    return baselines.rank_by_mmr(_cosine(talk, query, model), compare)


def _key(talk: Talk, query: Query) -> str:
    return f"{talk.document.name}\n{_asked(query)}"


SYSTEMS: Mapping[str, System] = {
    "nuggets": System(_nuggets("static"), models=("static",)),
    "nuggets-minilm": System(_nuggets("minilm"), models=("minilm",)),
    "bm25": System(
        _by_ranking(lambda talk, query: argsort_descending(_bm25(talk, query))), needs_query=True
    ),
    "bm25-window": System(
        _by_ranking(
            lambda talk, query: argsort_descending(baselines.score_by_window(_bm25(talk, query)))
        ),
        needs_query=True,
    ),
    "textrank": System(_by_ranking(lambda talk, _query: argsort_descending(talk.centrality))),
    "textrank-tenths": System(
        _by_ranking(lambda talk, _query: baselines.rank_by_tenths(talk.centrality, talk.words))
    ),
    "textrank-mmr": System(
        _by_ranking(lambda talk, _query: baselines.rank_by_mmr(talk.centrality, talk.space.compare))
    ),
    "cosine": System(
        _by_ranking(lambda talk, query: argsort_descending(_cosine(talk, query, "static"))),
        needs_query=True,
        models=("static",),
    ),
    "cosine-minilm": System(
        _by_ranking(lambda talk, query: argsort_descending(_cosine(talk, query, "minilm"))),
        needs_query=True,
        models=("minilm",),
    ),
    "mmr": System(
        _by_ranking(lambda talk, query: _mmr(talk, query, "static")),
        needs_query=True,
        models=("static",),
    ),
    "lead": System(_by_ranking(lambda talk, _query: range(len(talk.texts)))),
    "longest": System(_by_ranking(lambda talk, _query: baselines.rank_by_length(talk.words))),
    "random": System(
        _by_ranking(
            lambda talk, query: baselines.rank_randomly(len(talk.texts), key=_key(talk, query))
        )
    ),
    "oracle": System(_oracle),
}
"""Every system by its name."""

DEFAULT = ("nuggets", "bm25", "bm25-window", "textrank", "lead", "random", "oracle")
DEFAULT_WHOLE = (
    *("nuggets", "textrank", "textrank-tenths", "textrank-mmr", "lead", "random", "oracle"),
)
