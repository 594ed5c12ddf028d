"""Scores of every sentence: against a focus, or against the talk as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nuggets.embed.embedders import Embedder
from nuggets.embed.talk_vectors import Models
from nuggets.embed.token_vectors import TokenVectors
from nuggets.rank.bm25 import bm25
from nuggets.rank.boosted_trees import BoostedTrees, blend
from nuggets.rank.features import Signals, compute_features
from nuggets.rank.focus import Focus
from nuggets.rank.focus_discussed import judge_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.query_match import match_query
from nuggets.rank.smoothing import TOPIC_WIDTH, gaussian_smooth, limit_width
from nuggets.rank.term_proximity import speaker_presence, term_proximity
from nuggets.values import Status
from nuggets.vectors import (
    Matrix,
    Vector,
    argsort_descending,
    cosines,
    quantize,
    scale_to_max,
    standardize,
    to_grid,
)

FEEDBACK = 8  # sentences that show how the talk speaks of the focus; by eye on QMSum val
FEEDBACK_WEIGHT = 0.5  # of their mean against the focus itself; by eye on QMSum val
MIN_MEANING = 0.48  # cosine that makes a match in a talk that says only one thing; by eye
OWN_WEIGHT = 0.45  # of a sentence's own score against its neighbourhood's; by eye on QMSum val


@dataclass(frozen=True, slots=True)
class Scores:
    """How each sentence of a talk stands to a focus; arrays of shape (n,).

    Attributes:
        cosine: Cosine to the focus; zeros without a focus.
        bm25: BM25 of the focus's words; zeros without a focus.
        query_match: Root of how much the sentence itself is about the focus, in [0, 1]; zeros
            without a focus.
        topic_density: How much the talk around a sentence is about the focus (without one: how
            central it is), in [0, 1].
        relevance: Of the sentence itself and its surroundings together, in [0, 1].
        status: Whether the talk discusses the focus.
        features: Array of shape (n, len(FEATURES)), what the trees weigh; no columns without a
            focus.
    """

    cosine: Vector
    bm25: Vector
    query_match: Vector
    topic_density: Vector
    relevance: Vector
    status: Status
    features: Matrix


def score(talk: Talk, focus: Focus, models: Models, trees: BoostedTrees | None = None) -> Scores:
    """Score every sentence against a focus.

    Args:
        talk: From `index_talk`, embedded by the same models.
        focus: From `parse_focus`.
        models: Embed the focus.
        trees: Move the topic density to where they expect answers; None: it stays.
    """
    n = len(talk.sentences)
    words = bm25(talk.postings, focus.terms)
    query = _embed(focus, models.sentences)
    cosine = cosines(talk.vectors.sentences, query)[:, 0]
    status = judge_focus(talk, focus, models.sentences, cosine)
    meaning = cosines(talk.vectors.sentences, _expand_query(talk, query, words))[:, 0]
    match = match_query(meaning, words, *_match_chunks(talk, focus, models))
    if not match.any():  # all say the same, so none stands out
        match = np.where((words > 0) | (meaning >= MIN_MEANING), 1.0, 0.0)
    by_named = np.array([s.speaker in focus.speakers for s in talk.sentences], dtype=np.float64)
    match = quantize(match * (1 + by_named))
    around = gaussian_smooth(match, width=limit_width(n, TOPIC_WIDTH))
    proximity, presence = term_proximity(talk, focus), speaker_presence(talk, by_named)
    density = scale_to_max(quantize(around * (1 + proximity) * (1 + presence)))
    signals = Signals(match, words, meaning, proximity, presence, density)
    features = compute_features(signals, talk.vectors.sentences)
    if trees is not None:
        density = blend(density, trees.predict_log_odds(features))
    query_match = scale_to_max(np.sqrt(match))
    relevance = quantize(OWN_WEIGHT * query_match + (1 - OWN_WEIGHT) * density)
    return Scores(cosine, words, query_match, density, relevance, status, features)


def score_whole_talk(talk: Talk) -> Scores:
    """Score every sentence against the talk as a whole, by TextRank."""
    n = len(talk.sentences)
    central = np.maximum(standardize(talk.centrality), 0.0)
    if not central.any():  # all are equally central
        central = talk.centrality
    density = scale_to_max(gaussian_smooth(central))
    relevance = quantize(OWN_WEIGHT * talk.centrality + (1 - OWN_WEIGHT) * density)
    nothing = np.zeros(n)
    return Scores(nothing, nothing, nothing, density, relevance, "ok", np.zeros((n, 0)))


def _embed(focus: Focus, embedder: Embedder | TokenVectors) -> Matrix:
    """Embed a focus: array of shape (1, dim) on the grid."""
    return to_grid(embedder.encode(focus.meanings).sum(axis=0, keepdims=True))


def _match_chunks(talk: Talk, focus: Focus, models: Models) -> Iterator[Vector]:
    """Give each sentence the cosine of its chunk to the focus, if a transformer embeds chunks."""
    if models.chunks is None or not talk.vectors.chunks:
        return
    query = _embed(focus, models.chunks)
    near = cosines(talk.vectors.chunk_vectors, query)[:, 0]
    yield np.repeat(near, [len(chunk) for chunk in talk.vectors.chunks])


def _expand_query(talk: Talk, query: Matrix, words: Vector) -> Matrix:
    """Move the focus towards the sentences that name it, as the talk itself speaks of it.

    Source:
        Rocchio (1971), with the best by BM25 for the relevant ones.
    """
    best = [i for i in argsort_descending(words)[:FEEDBACK] if words[i] > 0]
    if not best:
        return query
    shown = to_grid(talk.vectors.sentences[best].sum(axis=0, keepdims=True))
    return to_grid(query + FEEDBACK_WEIGHT * shown)
