"""Vectors of a talk: each sentence by token vectors and, with a transformer, in its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.embed.embedders import Embedder, check_folder, load_embedder
from nuggets.embed.token_vectors import TokenVectors, load_token_vectors
from nuggets.vectors import Matrix


@dataclass(frozen=True, slots=True)
class Models:
    """The models that embed a talk and its foci.

    Attributes:
        asked: The model that the user named.
        sentences: Token vectors, which embed sentences and cost nothing.
        transformer: Embeds sentences in their context, if one was asked for; else None.
    """

    asked: Embedder
    sentences: TokenVectors
    transformer: Embedder | None


@dataclass(frozen=True, slots=True)
class TalkVectors:
    """Where a talk stands in the vector space of each model.

    Attributes:
        sentences: Array of shape (n, dim) on the grid; rows of zeros for filler.
        meaning: Array of shape (n, dim of the transformer) on the grid, of each sentence in its
            context; without a transformer the same as `sentences`.
        is_contextual: Whether a transformer made `meaning`.
        vocabulary: Array of shape (v, dim) on the grid, the vectors of the different tokens of the
            talk; they point the way their rows of the model do.
        tokens: Array of the tokens of all sentences one after the other, as rows of `vocabulary`.
        ends: Array of shape (n + 1,): sentence i has `tokens[ends[i] : ends[i + 1]]`; none where it
            is filler.
    """

    sentences: Matrix
    meaning: Matrix
    is_contextual: bool
    vocabulary: Matrix
    tokens: NDArray[np.intp]
    ends: NDArray[np.intp]


def load_models(model: str) -> Models:
    """Load what a model needs; arguments and errors as in `load_embedder`.

    Token vectors of the package always embed the sentences, whatever the model: a transformer
    embeds them once more, in their context, for their meaning.
    """
    asked = load_embedder(model)
    sentences = asked.tokens or load_token_vectors(check_folder("static"))
    return Models(asked, sentences, asked if asked.tokens is None else None)


def embed_talk(texts: Sequence[str], word_counts: Sequence[int], models: Models) -> TalkVectors:
    """Embed the sentences of a talk.

    Args:
        texts: Folded copies of the n sentences.
        word_counts: Words of each; 0 for filler, which is not embedded.
        models: From `load_models`.
    """
    speech = [i for i, count in enumerate(word_counts) if count]
    tokenized = models.sentences.tokenize([texts[i] for i in speech])
    rows = models.sentences.add_up(tokenized)
    sentences = np.zeros((len(texts), rows.shape[1]))
    sentences[speech] = rows
    counts = np.zeros(len(texts) + 1, dtype=np.intp)
    counts[[i + 1 for i in speech]] = [len(tokens) for tokens in tokenized]
    flat = np.concatenate([np.zeros(0, dtype=np.intp), *tokenized])
    different, tokens = np.unique(flat, return_inverse=True)
    words = models.sentences.direct(different), tokens.astype(np.intp), np.cumsum(counts)
    if models.transformer is None or models.transformer.encode_in_context is None:
        return TalkVectors(sentences, sentences, False, *words)
    meaning = models.transformer.encode_in_context(texts)  # a "Right." is context, too
    meaning[[i for i, count in enumerate(word_counts) if not count]] = 0.0
    return TalkVectors(sentences, meaning, True, *words)
