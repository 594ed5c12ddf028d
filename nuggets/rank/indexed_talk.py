"""A talk as it is ranked: all that is computed once, whatever the focus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nuggets.embed.talk_vectors import TalkVectors
from nuggets.english.annotate import Annotation
from nuggets.english.lexicons import ENGLISH
from nuggets.english.traits import Traits
from nuggets.languages.words import Lexicon
from nuggets.rank.acronyms import find_acronyms
from nuggets.rank.biased_textrank import find_steps
from nuggets.rank.bm25 import Postings, index_terms
from nuggets.rank.textrank import link_sentences, textrank
from nuggets.values import Sentence
from nuggets.vectors import Vector, scale_to_max

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with all that does not depend on the focus.

    Attributes:
        sentences: All n, in order (from `sentences`).
        texts: The folded copy of each (from `english`).
        traits: One for each (from `english`).
        vectors: Of the sentences (from `embed`).
        terms: The different terms of each; filler has none.
        postings: The inverted index of the terms.
        acronyms: Long form of each acronym of the talk.
        centrality: Array of shape (n,), TextRank as a share of the highest.
        steps: Sparse array of shape (n, n), chances of a walk on the graph of the sentences, from
            `find_steps`.
        lexicon: Words of its language.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    traits: tuple[Traits, ...]
    vectors: TalkVectors
    terms: tuple[frozenset[str], ...]
    postings: Postings
    acronyms: Mapping[str, str]
    centrality: Vector
    steps: csr_array
    lexicon: Lexicon = ENGLISH


def index_talk(
    sentences: tuple[Sentence, ...],
    annotation: Annotation,
    vectors: TalkVectors,
    lexicon: Lexicon = ENGLISH,
) -> Talk:
    """Put the talk's sentences, their annotation and vectors together, and index its words.

    Args:
        sentences: All n, in order.
        annotation: Of these sentences.
        vectors: Of these sentences.
        lexicon: Words of the language of the talk; acronyms are looked up in English alone.
    """
    texts, traits = annotation.texts, annotation.traits
    links = link_sentences(vectors.sentences)
    # Filler has no links, so it takes the same from all others and nothing from their order.
    is_speech = np.array([count > 0 for count in annotation.word_counts])
    central = np.where(is_speech, textrank(links), 0.0)
    terms = [
        lexicon.split_terms(text) if trait.is_speech else []
        for text, trait in zip(texts, traits, strict=True)
    ]
    return Talk(
        sentences=sentences,
        texts=texts,
        traits=traits,
        vectors=vectors,
        terms=tuple(map(frozenset, terms)),
        postings=index_terms(terms),
        acronyms=find_acronyms(texts) if lexicon is ENGLISH else {},
        centrality=scale_to_max(central),
        steps=find_steps(links),
        lexicon=lexicon,
    )
