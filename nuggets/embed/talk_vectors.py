"""Vectors of a talk: each sentence by token vectors and, with a transformer, each chunk, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.embed.chunks import split_into_chunks
from nuggets.embed.embedders import Embedder, load_embedder
from nuggets.vectors import Matrix


@dataclass(frozen=True, slots=True)
class Models:
    """The models that embed a talk and its foci.

    Attributes:
        asked: The model that the user named.
        sentences: Embeds sentences: token vectors, which cost nothing.
        chunks: The transformer that embeds chunks of the talk, if one was asked for; else None.
    """

    asked: Embedder
    sentences: Embedder
    chunks: Embedder | None


@dataclass(frozen=True, slots=True)
class TalkVectors:
    """Where a talk stands in the vector space of each model.

    Attributes:
        sentences: Array of shape (n, dim) on the grid; rows of zeros for filler.
        chunks: Runs of sentences that a transformer embeds as one; empty without one.
        chunk_vectors: Array of shape (len(chunks), dim of the transformer) on the grid.
    """

    sentences: Matrix
    chunks: tuple[range, ...]
    chunk_vectors: Matrix


def load_models(model: str) -> Models:
    """Load what a model needs; arguments and errors as in `load_embedder`.

    A transformer embeds chunks of the talk, which say more than single sentences do; sentences are
    always embedded by the token vectors that ship with the package.
    """
    asked = load_embedder(model)
    if asked.is_transformer:
        return Models(asked, load_embedder("static"), asked)
    return Models(asked, asked, None)


def embed_talk(texts: Sequence[str], word_counts: Sequence[int], models: Models) -> TalkVectors:
    """Embed the sentences of a talk.

    Args:
        texts: Folded copies of the n sentences.
        word_counts: Words of each; 0 for filler, which is not embedded.
        models: From `load_models`.
    """
    speech = [i for i, count in enumerate(word_counts) if count]
    rows = models.sentences.encode([texts[i] for i in speech])
    sentences = np.zeros((len(texts), rows.shape[1]))
    sentences[speech] = rows
    if models.chunks is None:
        return TalkVectors(sentences, (), np.zeros((0, 0)))
    chunks = split_into_chunks(word_counts)
    spoken = [" ".join(texts[i] for i in chunk if word_counts[i]) for chunk in chunks]
    return TalkVectors(sentences, chunks, models.chunks.encode(spoken))
