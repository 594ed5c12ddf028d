"""Scores of every sentence against a focus: by TextRank, by meaning and by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nuggets.embed.embedders import Embedder
from nuggets.embed.talk_vectors import Models
from nuggets.embed.token_vectors import TokenVectors
from nuggets.english.lexicons import ENGLISH
from nuggets.rank.biased_textrank import biased_textrank
from nuggets.rank.bm25 import bm25
from nuggets.rank.focus import Focus
from nuggets.rank.focus_discussed import judge_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.other_languages import judge_by_words
from nuggets.rank.query_match import match_query, match_tokens
from nuggets.rank.term_proximity import term_proximity, weigh_terms
from nuggets.values import Status
from nuggets.vectors import (
    Matrix,
    Vector,
    argsort_descending,
    cosines,
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
        term_weights: How much each of the focus's words counts, by its rarity; they add up to 1.
        query: Array of shape (1, dim) on the grid: the focus, as `TalkVectors.meaning` is embedded.
        status: Whether the talk discusses the focus.
    """

    cosine: Vector
    bm25: Vector
    textrank: Vector
    word: Vector
    term_weights: Mapping[str, float]
    query: Matrix
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
    if talk.lexicon is ENGLISH:
        status = judge_focus(talk, focus, models.sentences, cosine)
    else:
        status = judge_by_words(talk, focus)
    query = _embed_for_meaning(talk, focus, models, own, words)
    meaning = cosines(talk.vectors.meaning, query)[:, 0]
    tokens = (
        match_tokens(talk.vectors, focus, models.sentences) if by_tokens else np.zeros_like(words)
    )
    match = match_query(tokens, meaning)
    if talk.lexicon is not ENGLISH and words.any():
        match = words  # the vectors know English alone
    is_speech = np.array([trait.is_speech for trait in talk.traits], dtype=np.float64)
    by_named = np.array([s.speaker in focus.speakers for s in talk.sentences], dtype=np.float64)
    return Scores(
        cosine=cosine,
        bm25=words,
        textrank=biased_textrank(talk.steps, match * is_speech * (1 + by_named)),
        word=term_proximity(talk, focus),
        term_weights=weigh_terms(talk, focus),
        query=query,
        status=status,
    )


def _embed(focus: Focus, embedder: Embedder | TokenVectors) -> Matrix:
    """Embed a focus: array of shape (1, dim) on the grid."""
    return to_grid(embedder.encode(focus.meanings).sum(axis=0, keepdims=True))


def _embed_for_meaning(
    talk: Talk, focus: Focus, models: Models, own: Matrix, words: Vector
) -> Matrix:
    """Embed a focus as `TalkVectors.meaning` is: array of shape (1, dim) on the grid."""
    transformer = models.transformer
    if transformer is None or transformer.encode_in_context is None:
        return _expand_query(talk, own, words)
    rows = [transformer.encode_in_context([text]) for text in focus.meanings]
    return to_grid(np.concatenate(rows).sum(axis=0, keepdims=True))


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
