"""A talk as it is ranked: all that is computed once, whatever the focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.embed.talk_vectors import TalkVectors
from nuggets.english.annotate import Annotation
from nuggets.english.traits import Traits
from nuggets.english.words import split_terms
from nuggets.rank.acronyms import find_acronyms
from nuggets.rank.bm25 import Postings, index_terms
from nuggets.rank.textrank import textrank
from nuggets.rank.tfidf_similarity import TfidfWeights, tfidf_weights
from nuggets.values import Sentence
from nuggets.vectors import Vector, quantize, scale_to_max

HOST_WEIGHT = 1.5  # how much the share of questions takes from a speaker's statements; by eye
MIN_HOST_DISCOUNT = 0.3  # what the statements of somebody who only asks keep; by eye


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with all that does not depend on the focus.

    Attributes:
        sentences: All n, in order (from `sentences`).
        texts: The folded copy of each (from `english`).
        traits: One for each (from `english`).
        vectors: Of sentences and chunks (from `embed`).
        terms: The different terms of each; filler has none.
        postings: The inverted index of the terms.
        tfidf: Sparse array of shape (n, words), from `tfidf_weights`.
        acronyms: Long form of each acronym of the talk.
        centrality: Array of shape (n,), TextRank as a share of the highest.
        host_discount: Array of shape (n,), factor for each speaker's statements, from
            `discount_hosts`.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    traits: tuple[Traits, ...]
    vectors: TalkVectors
    terms: tuple[frozenset[str], ...]
    postings: Postings
    tfidf: TfidfWeights
    acronyms: Mapping[str, str]
    centrality: Vector
    host_discount: Vector


def index_talk(
    sentences: tuple[Sentence, ...], annotation: Annotation, vectors: TalkVectors
) -> Talk:
    """Put the talk's sentences, their annotation and vectors together, and index its words.

    Args:
        sentences: All n, in order.
        annotation: Of these sentences.
        vectors: Of these sentences.
    """
    texts, traits = annotation.texts, annotation.traits
    speech = [i for i, count in enumerate(annotation.word_counts) if count]
    central = np.zeros(len(sentences))
    central[speech] = textrank(vectors.sentences[speech])
    terms = [
        split_terms(text) if trait.is_speech else []
        for text, trait in zip(texts, traits, strict=True)
    ]
    return Talk(
        sentences=sentences,
        texts=texts,
        traits=traits,
        vectors=vectors,
        terms=tuple(map(frozenset, terms)),
        postings=index_terms(terms),
        tfidf=tfidf_weights(texts),
        acronyms=find_acronyms(texts),
        centrality=scale_to_max(central),
        host_discount=discount_hosts(sentences, traits),
    )


def discount_hosts(sentences: Sequence[Sentence], traits: Sequence[Traits]) -> Vector:
    """Discount the statements of hosts, who are known by asking a lot.

    Returns:
        Array of shape (n,): 1 for the speaker who asks least; less for others, by the share of
        questions among what they say.
    """
    asked: Counter[str | None] = Counter()
    spoken: Counter[str | None] = Counter()
    for sentence, trait in zip(sentences, traits, strict=True):
        if trait.is_speech:
            spoken[sentence.speaker] += 1
            asked[sentence.speaker] += trait.is_question
    shares = {speaker: asked[speaker] / count for speaker, count in spoken.items()}
    least = min(shares.values(), default=0.0)
    return quantize(
        np.array(
            [
                max(MIN_HOST_DISCOUNT, 1.0 - HOST_WEIGHT * (shares.get(s.speaker, 0.0) - least))
                for s in sentences
            ]
        )
    )
