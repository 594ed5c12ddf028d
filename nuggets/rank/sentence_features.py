"""Features of a sentence whatever the focus, from which sentence models predict what it does."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from nuggets.rank.indexed_talk import Talk
from nuggets.vectors import GRID, Matrix, Vector, cosines, log, quantize, to_grid

EDGE = 0.03  # share of a talk that is its opening, and its closing; by eye
MIN_EDGE = 0.01  # added to the distance from the edges, so that it has a logarithm; by eye

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "length": "logarithm of its words",
        "length_squared": "square of it",
        "content": "logarithm of its content words",
        "rarity": "logarithm of the idf of its terms",
        "letters": "letters a word",
        "informativeness": "of english/",
        "prominence": "tf-idf in the whole talk of its terms",
        "centroid": "cosine to the mean of the talk",
        "cohesion": "cosine to the sentence before it",
        "turn_length": "logarithm of the words of its turn",
        "place_in_turn": "logarithm of the sentences before it in its turn",
        "speaker_share": "share of the talk's words that its speaker says",
        "edge": "logarithm of the distance from the nearer end of the talk",
        "opening": "is among the first of the talk",
        "closing": "is among the last of the talk",
        "question": "asks",
        "context_dependent": "begins with what was said before",
        "fragment": "is less than a sentence",
    }
)
"""Names of the columns, in order, as in `models/ranker/weights.json`, and what each is."""


def compute_features(talk: Talk) -> Matrix:
    """Describe every sentence by numbers that compare between talks.

    Returns:
        Array of shape (n, len(FEATURES)) of multiples of `vectors.STEP`.
    """
    n, traits = len(talk.sentences), talk.traits
    vectors = talk.vectors.sentences
    words = np.array([max(1, trait.words) for trait in traits], dtype=np.float64)
    length = log(1 + words)
    weights = {term: talk.postings.idf(term) for term in talk.postings.places}
    rarity = np.array([math.fsum(weights[term] for term in one) for one in talk.terms])
    frequent = {term: weights[term] * len(at) for term, at in talk.postings.places.items()}
    prominence = np.array([math.fsum(frequent[term] for term in one) for one in talk.terms])
    turns = np.array([sentence.turn_index for sentence in talk.sentences], dtype=np.intp)
    begins = np.concatenate(([True], turns[1:] != turns[:-1]))
    firsts = np.maximum.accumulate(np.where(begins, np.arange(n), 0))
    spoken: dict[str | None, float] = {}
    for sentence, count in zip(talk.sentences, words.tolist(), strict=True):
        spoken[sentence.speaker] = spoken.get(sentence.speaker, 0.0) + count
    shares = [spoken[sentence.speaker] for sentence in talk.sentences]
    place = np.arange(n) / n
    cohesion = np.zeros(n)
    cohesion[1:] = np.einsum("ij,ij->i", vectors[1:], vectors[:-1]) / GRID**2
    columns = {
        "length": length,
        "length_squared": length * length,
        "content": log(1 + np.array([trait.content for trait in traits], dtype=np.float64)),
        "rarity": log(1 + rarity),
        "letters": np.array([_mean_letters(text) for text in talk.texts]),
        "informativeness": np.array([trait.informativeness for trait in traits]),
        "prominence": prominence / max(1.0, float(prominence.max())),
        "centroid": cosines(vectors, to_grid(vectors.sum(axis=0, keepdims=True)))[:, 0],
        "cohesion": cohesion,
        "turn_length": log(1 + turn_words(talk)),
        "place_in_turn": log(1.0 + (np.arange(n) - firsts).astype(np.float64)),
        "speaker_share": np.array(shares) / words.sum(),
        "edge": log(np.asarray(np.minimum(place, 1 - place) + MIN_EDGE, dtype=np.float64)),
        "opening": place < EDGE,
        "closing": place > 1 - EDGE,
        "question": np.array([trait.is_question for trait in traits]),
        "context_dependent": np.array([trait.is_context_dependent for trait in traits]),
        "fragment": np.array([trait.is_fragment for trait in traits]),
    }
    return quantize(np.stack([columns[name].astype(np.float64) for name in FEATURES], axis=1))


def turn_words(talk: Talk) -> Vector:
    """Count the words of the turn of each sentence, array of shape (n,)."""
    words = [max(1, trait.words) for trait in talk.traits]
    turns = np.array([sentence.turn_index for sentence in talk.sentences], dtype=np.intp)
    return np.asarray(np.bincount(turns, weights=words)[turns], dtype=np.float64)


def _mean_letters(text: str) -> float:
    words = text.split()
    return sum(map(len, words)) / max(1, len(words))
