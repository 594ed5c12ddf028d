"""What is computed once for a talk, and how its sentences score against a focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nuggets.embed import Embedder
from nuggets.errors import EmptyTranscriptError
from nuggets.focus import Focus, find_acronyms
from nuggets.passages import Traits, find_traits
from nuggets.rank import Postings, bm25, index_terms, relevance, spread, textrank
from nuggets.sentences import split_sentences
from nuggets.values import Sentence, Transcript
from nuggets.vectors import Matrix, Vector, cosines, order, settle, standardize, to_grid, total
from nuggets.words import fold, split_terms

FEEDBACK = 8  # sentences that show how the talk speaks of the focus
FEEDBACK_WEIGHT = 0.5  # of their mean against the focus itself
CLOSEST = 10  # sentences whose mean cosine tells whether a talk touches a focus
CLOSE, HALF_CLOSE = 0.28, 0.22  # that mean, without a word of the focus and with half of them
PLACE = 2  # sentences to each side that count as one place
HOST = 0.6  # how much asking takes from a speaker's own statements
SHARP = 0.3  # weight of a sentence's own score against that of its neighbourhood


@dataclass(frozen=True, slots=True)
class Prepared:
    """A talk with all that does not depend on the focus.

    Attributes:
        sentences: All n, in order.
        texts: Their folded copies.
        traits: One for each.
        vectors: Array of shape (n, dim) on the grid; zeros for litter, and for what a
            costly embedder leaves out since it cannot be printed.
        postings: The inverted index of their terms; litter has none.
        acronyms: What the talk's acronyms are short for.
        centrality: Array of shape (n,), TextRank as a share of the highest.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    traits: tuple[Traits, ...]
    vectors: Matrix
    postings: Postings
    acronyms: Mapping[str, str]
    centrality: Vector


@dataclass(frozen=True, slots=True)
class Scores:
    """How each sentence of a talk stands to a focus; arrays of shape (n,).

    Attributes:
        closeness: Cosine to the focus; zeros without a focus.
        wording: BM25 of the focus's words; zeros without a focus.
        field: How much the talk around a sentence is about the focus, in [0, 1].
        relevance: Of the sentence itself and the field together, in [0, 1].
        discussed: Whether the talk touches the focus at all.
    """

    closeness: Vector
    wording: Vector
    field: Vector
    relevance: Vector
    discussed: bool


def prepare(transcript: Transcript, embedder: Embedder) -> Prepared:
    """Do once what every focus needs.

    Raises:
        EmptyTranscriptError: The transcript has no sentence.
    """
    sentences = split_sentences(transcript)
    if not sentences:
        raise EmptyTranscriptError("nothing is said in it")
    texts = tuple(fold(sentence.text) for sentence in sentences)
    traits = find_traits(texts)
    speech = [
        i
        for i, trait in enumerate(traits)
        if (trait.may_be_printed if embedder.is_costly else trait.is_speech)
    ]
    rows = embedder.encode([texts[i] for i in speech])
    vectors = np.zeros((len(texts), rows.shape[1]))
    vectors[speech] = rows
    central = np.zeros(len(texts))
    central[speech] = textrank(rows)
    return Prepared(
        sentences=sentences,
        texts=texts,
        traits=traits,
        vectors=vectors,
        postings=index_terms(
            [
                split_terms(text) if trait.is_speech else []
                for text, trait in zip(texts, traits, strict=True)
            ]
        ),
        acronyms=find_acronyms(texts),
        centrality=_share(central),
    )


def score(prepared: Prepared, focus: Focus | None, embedder: Embedder) -> Scores:
    """Score every sentence against a focus; without one, against the talk as a whole."""
    n = len(prepared.sentences)
    if focus is None:
        standing = np.maximum(standardize(prepared.centrality), 0.0)
        if not standing.any():  # all are equally central
            standing = prepared.centrality
        field = _share(spread(standing))
        own = prepared.centrality
        both = settle(SHARP * own + (1 - SHARP) * field)
        return Scores(np.zeros(n), np.zeros(n), field, both, discussed=True)
    wording = bm25(prepared.postings, focus.terms)
    asked = to_grid(embedder.encode(focus.meanings).sum(axis=0, keepdims=True))
    plain = cosines(prepared.vectors, asked)[:, 0]
    covered = _coverage(prepared, focus)
    near = total(np.sort(plain)[-CLOSEST:]) / min(CLOSEST, n)
    discussed = covered > 0.9 or near >= CLOSE or (covered >= 0.5 and near >= HALF_CLOSE)
    closeness = cosines(prepared.vectors, _feed_back(prepared, asked, wording))[:, 0]
    own = relevance(closeness, wording)
    if not own.any():  # all say the same, so none stands out
        own = np.where((wording > 0) | (closeness >= CLOSE), 1.0, 0.0)
    field = _share(spread(own))
    both = settle(SHARP * _share(np.sqrt(own)) + (1 - SHARP) * field)
    return Scores(plain, wording, field, both, discussed)


def temper_hosts(prepared: Prepared) -> list[float]:
    """Say for each sentence how much its speaker's statements count: who asks a lot, hosts.

    Returns:
        1 for the speaker who asks least; less for others, by the share of questions among what
        they say.
    """
    asked: Counter[str | None] = Counter()
    spoken: Counter[str | None] = Counter()
    for sentence, trait in zip(prepared.sentences, prepared.traits, strict=True):
        if trait.is_speech:
            spoken[sentence.speaker] += 1
            asked[sentence.speaker] += trait.is_question
    share = {speaker: asked[speaker] / count for speaker, count in spoken.items()}
    least = min(share.values(), default=0.0)
    return [
        1.0 - HOST * (share.get(sentence.speaker, 0.0) - least) for sentence in prepared.sentences
    ]


def _feed_back(prepared: Prepared, asked: Matrix, wording: Vector) -> Matrix:
    """Move the focus towards the sentences that name it, as the talk itself speaks of it.

    Source:
        Rocchio (1971), with the best by BM25 for the relevant ones.
    """
    best = [i for i in order(wording)[:FEEDBACK] if wording[i] > 0]
    if not best:
        return asked
    shown = to_grid(prepared.vectors[best].sum(axis=0, keepdims=True))
    return to_grid(asked + FEEDBACK_WEIGHT * shown)


def _coverage(prepared: Prepared, focus: Focus) -> float:
    """Say what share of the focus's words, weighed by rarity, stands in one place of the talk."""
    n = len(prepared.sentences)
    held = np.zeros(n + 2 * PLACE)
    everything = 0.0
    for group in focus.groups:
        weight = max(prepared.postings.idf(term) for term in sorted(group))
        everything += weight
        here = np.zeros(n + 2 * PLACE)
        for term in sorted(group):
            for i in prepared.postings.places.get(term, ()):
                here[i : i + 2 * PLACE + 1] = weight
        held += here
    return float(held.max()) / everything if everything > 0 else 0.0


def _share(values: Vector) -> Vector:
    """Scale so that the highest is 1."""
    highest = float(values.max(initial=0.0))
    return settle(values / highest) if highest > 0 else np.zeros_like(values)
