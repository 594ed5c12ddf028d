"""Scores of every sentence against a focus: by TextRank, by meaning and by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nuggets.embed.embedders import Embedder
from nuggets.embed.talk_vectors import Models
from nuggets.embed.token_vectors import TokenVectors
from nuggets.rank.biased_textrank import biased_textrank
from nuggets.rank.bm25 import bm25
from nuggets.rank.focus import Focus
from nuggets.rank.focus_discussed import judge_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.query_match import match_query, match_tokens
from nuggets.rank.term_proximity import term_proximity
from nuggets.values import Status
from nuggets.vectors import (
    Matrix,
    Vector,
    argsort_descending,
    cosines,
    quantize,
    standardize,
    to_grid,
)

FEEDBACK = 8  # sentences that show how the talk speaks of the focus; by eye on QMSum val
FEEDBACK_WEIGHT = 0.5  # of their mean against the focus itself; by eye on QMSum val


@dataclass(frozen=True, slots=True)
class Scores:
    """How each sentence of a talk stands to a focus; arrays of shape (n,) but for `query`.

    Attributes:
        cosine: Cosine to the focus.
        bm25: BM25 of the focus's words.
        textrank: Biased TextRank; 1 is the mean.
        word: How many of the focus's words are said around it, weighed by rarity, in [0, 1).
        query: Array of shape (1, dim) on the grid: the focus, moved towards how the talk speaks
            of it.
        chunk_cosine: Cosine to the focus of the chunk that it stands in; None without a
            transformer.
        status: Whether the talk discusses the focus.
    """

    cosine: Vector
    bm25: Vector
    textrank: Vector
    word: Vector
    query: Matrix
    chunk_cosine: Vector | None
    status: Status


def score(talk: Talk, focus: Focus, models: Models, *, by_tokens: bool = True) -> Scores:
    """Score every sentence against a focus.

    Args:
        talk: From `index_talk`, embedded by the same models.
        focus: From `parse_focus`.
        models: Embed the focus.
        by_tokens: Whether TextRank starts where tokens are like those of the focus, too.
    """
    words = bm25(talk.postings, focus.terms)
    own = _embed(focus, models.sentences)
    cosine = cosines(talk.vectors.sentences, own)[:, 0]
    status = judge_focus(talk, focus, models.sentences, cosine)
    query = _expand_query(talk, own, words)
    meaning = standardize(cosines(talk.vectors.sentences, query)[:, 0])
    chunk_cosine = _compare_chunks(talk, focus, models)
    if chunk_cosine is not None:
        meaning = (meaning + standardize(chunk_cosine)) / 2
    tokens = (
        match_tokens(talk.vectors, focus, models.sentences) if by_tokens else np.zeros_like(words)
    )
    match = match_query(tokens, meaning)
    is_speech = np.array([trait.is_speech for trait in talk.traits], dtype=np.float64)
    by_named = np.array([s.speaker in focus.speakers for s in talk.sentences], dtype=np.float64)
    return Scores(
        cosine=cosine,
        bm25=words,
        textrank=biased_textrank(talk.steps, match * is_speech * (1 + by_named)),
        word=term_proximity(talk, focus),
        query=query,
        chunk_cosine=chunk_cosine,
        status=status,
    )


def _embed(focus: Focus, embedder: Embedder | TokenVectors) -> Matrix:
    """Embed a focus: array of shape (1, dim) on the grid."""
    return to_grid(embedder.encode(focus.meanings).sum(axis=0, keepdims=True))


def _compare_chunks(talk: Talk, focus: Focus, models: Models) -> Vector | None:
    """Give each sentence the cosine of its chunk to the focus, if a transformer embeds chunks."""
    if models.chunks is None or not talk.vectors.chunks:
        return None
    near = cosines(talk.vectors.chunk_vectors, _embed(focus, models.chunks))[:, 0]
    return quantize(np.repeat(near, [len(chunk) for chunk in talk.vectors.chunks]))


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
