"""What is computed once for a talk, and how its sentences score against a focus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.embed.chunks import split_into_chunks
from nuggets.embed.embedders import Embedder
from nuggets.english.traits import Traits, find_traits
from nuggets.english.words import fold, split_terms
from nuggets.errors import EmptyTranscriptError
from nuggets.rank.bm25 import Postings, bm25, index_terms
from nuggets.rank.features import Signals, gather_evidence
from nuggets.rank.focus import Focus, find_acronyms
from nuggets.rank.query_match import relevance
from nuggets.rank.smoothing import SPREAD, spread
from nuggets.rank.textrank import textrank
from nuggets.rank.tfidf_similarity import TfidfWeights, weigh_words
from nuggets.rank.trees import Ranker, move_field
from nuggets.sentences.splitter import join_halves, split_sentences
from nuggets.values import Sentence, Transcript
from nuggets.vectors import (
    STEP,
    Matrix,
    Vector,
    argsort_descending,
    cosines,
    exact_sum,
    quantize,
    scale_to_max,
    standardize,
    to_grid,
)

FEEDBACK = 8  # sentences that show how the talk speaks of the focus
FEEDBACK_WEIGHT = 0.5  # of their mean against the focus itself
CLOSEST = (3, 10)  # sentences whose mean cosines tell whether a talk touches a focus
CLOSE, CLOSE_SHORT = 0.37, 0.48  # what that and its words must come to; of one or two words, more
SAID = 0.24  # what all its words in one place count
PLACE = 2  # sentences to each side that count as one place
HOST = 1.5  # how much asking takes from a speaker's own statements
SHARP = 0.45  # weight of a sentence's own score against that of its neighbourhood
TOPICS = 12  # of a talk, so that its bells are narrower where it is short
SQRT_TAU = math.sqrt(2 * math.pi)  # sentences that a bell of width 1 stands for
GATHER = 20.0  # sentences around one that may hold the other words of a focus
EXCHANGE = 4.0  # sentences around one in which a speaker whom the focus names takes part


@dataclass(frozen=True, slots=True)
class Prepared:
    """A talk with all that does not depend on the focus.

    Attributes:
        sentences: All n, in order.
        texts: Their folded copies; of a sentence that a change of speaker cuts, each half has all.
        traits: One for each.
        vectors: Array of shape (n, dim) on the grid; zeros for litter.
        windows: Runs of sentences that a costly model reads as one; empty without one.
        readings: Array of shape (len(windows), dim of that model) on the grid.
        terms: The different terms of each; litter has none.
        postings: The inverted index of the terms.
        words: Sparse array of shape (n, words), from `weigh_words`.
        acronyms: What the talk's acronyms are short for.
        centrality: Array of shape (n,), TextRank as a share of the highest.
        temper: Array of shape (n,), how much the speaker's statements count, from `temper_hosts`.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    traits: tuple[Traits, ...]
    vectors: Matrix
    windows: tuple[range, ...]
    readings: Matrix
    terms: tuple[frozenset[str], ...]
    postings: Postings
    words: TfidfWeights
    acronyms: Mapping[str, str]
    centrality: Vector
    temper: Vector


@dataclass(frozen=True, slots=True)
class Scores:
    """How each sentence of a talk stands to a focus; arrays of shape (n,).

    Attributes:
        closeness: Cosine to the focus; zeros without a focus.
        wording: BM25 of the focus's words; zeros without a focus.
        sharp: Root of how much the sentence itself is about the focus, in [0, 1]; zeros without
            a focus.
        field: How much the talk around a sentence is about the focus, in [0, 1].
        relevance: Of the sentence itself and the field together, in [0, 1].
        discussed: Whether the talk touches the focus at all.
        evidence: Array of shape (n, len(EVIDENCE)), what a ranker weighs; no columns without a
            focus.
    """

    closeness: Vector
    wording: Vector
    sharp: Vector
    field: Vector
    relevance: Vector
    discussed: bool
    evidence: Matrix


def prepare(transcript: Transcript, embedder: Embedder, reader: Embedder | None = None) -> Prepared:
    """Do once what every focus needs.

    Args:
        transcript: The talk.
        embedder: Places sentences.
        reader: A costly model that reads stretches of the talk instead; None: none does.

    Raises:
        EmptyTranscriptError: The transcript has no sentence.
    """
    sentences = split_sentences(transcript)
    if not sentences:
        raise EmptyTranscriptError("nothing is said in it")
    texts = tuple(map(fold, join_halves(sentences)))
    traits = find_traits(
        texts,
        [sentence.opens_paragraph and not sentence.continues for sentence in sentences],
        {sentence.index for sentence in sentences if sentence.boundary != "punctuation"},
    )
    speech = [i for i, trait in enumerate(traits) if trait.is_speech]
    rows = embedder.encode([texts[i] for i in speech])
    vectors = np.zeros((len(texts), rows.shape[1]))
    vectors[speech] = rows
    central = np.zeros(len(texts))
    central[speech] = textrank(rows)
    terms = [
        split_terms(text) if trait.is_speech else []
        for text, trait in zip(texts, traits, strict=True)
    ]
    windows = (
        () if reader is None else split_into_chunks([t.words if t.is_speech else 0 for t in traits])
    )
    return Prepared(
        sentences=sentences,
        texts=texts,
        traits=traits,
        vectors=vectors,
        windows=windows,
        readings=_read(windows, texts, speech, reader),
        terms=tuple(map(frozenset, terms)),
        postings=index_terms(terms),
        words=weigh_words(texts),
        acronyms=find_acronyms(texts),
        centrality=scale_to_max(central),
        temper=temper_hosts(sentences, traits),
    )


def _read(
    windows: Sequence[range],
    texts: Sequence[str],
    speech: Sequence[int],
    reader: Embedder | None,
) -> Matrix:
    """Let a costly model read each window, litter left out."""
    if reader is None:
        return np.zeros((0, 0))
    said = frozenset(speech)
    return reader.encode([" ".join(texts[i] for i in window if i in said) for window in windows])


def score(
    prepared: Prepared,
    focus: Focus | None,
    embedder: Embedder,
    reader: Embedder | None = None,
    ranker: Ranker | None = None,
) -> Scores:
    """Score every sentence against a focus; without one, against the talk as a whole.

    Args:
        prepared: From `prepare`, with the same models.
        focus: From `read_focus`; None: the whole talk.
        embedder: Places sentences.
        reader: The costly model that has read the windows; None: none has.
        ranker: Weighs the evidence for a focus; None: the field is as it is before that.
    """
    n = len(prepared.sentences)
    if focus is None:
        standing = np.maximum(standardize(prepared.centrality), 0.0)
        if not standing.any():  # all are equally central
            standing = prepared.centrality
        field = scale_to_max(spread(standing))
        own = prepared.centrality
        both = quantize(SHARP * own + (1 - SHARP) * field)
        nothing = np.zeros(n)
        return Scores(nothing, nothing, nothing, field, both, True, np.zeros((n, 0)))
    wording = bm25(prepared.postings, focus.terms)
    asked = to_grid(embedder.encode(focus.meanings).sum(axis=0, keepdims=True))
    plain = cosines(prepared.vectors, asked)[:, 0]
    discussed = _is_discussed(plain, _coverage(prepared, focus), terms=len(focus.groups))
    closeness = cosines(prepared.vectors, _feed_back(prepared, asked, wording))[:, 0]
    own = relevance(closeness, wording, *_recall(prepared, focus, reader))
    if not own.any():  # all say the same, so none stands out
        own = np.where((wording > 0) | (closeness >= CLOSE_SHORT), 1.0, 0.0)
    by_named = np.array([s.speaker in focus.speakers for s in prepared.sentences], dtype=np.float64)
    own = quantize(own * (1 + by_named))
    around = spread(own, width=_reach(n, SPREAD))
    gathering, presence = _gathering(prepared, focus), _presence(prepared, by_named)
    field = scale_to_max(quantize(around * (1 + gathering) * (1 + presence)))
    signals = Signals(own, wording, closeness, gathering, presence, field)
    evidence = gather_evidence(signals, prepared.vectors)
    if ranker is not None:
        field = move_field(field, ranker.judge(evidence))
    sharp = scale_to_max(np.sqrt(own))
    both = quantize(SHARP * sharp + (1 - SHARP) * field)
    return Scores(plain, wording, sharp, field, both, discussed, evidence)


def temper_hosts(sentences: Sequence[Sentence], traits: Sequence[Traits]) -> Vector:
    """Say for each sentence how much its speaker's statements count: who asks a lot, hosts.

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
        np.array([max(0.3, 1.0 - HOST * (shares.get(s.speaker, 0.0) - least)) for s in sentences])
    )


def _recall(prepared: Prepared, focus: Focus, reader: Embedder | None) -> Iterator[Vector]:
    """Give each sentence the cosine of its window to the focus, as the costly model sees them."""
    if reader is None or not prepared.windows:
        return
    asked = to_grid(reader.encode(focus.meanings).sum(axis=0, keepdims=True))
    near = cosines(prepared.readings, asked)[:, 0]
    yield np.repeat(near, [len(window) for window in prepared.windows])


def _is_discussed(closeness: Vector, covered: float, *, terms: int) -> bool:
    """Tell whether a talk touches a focus: it says all its words in one place, or means it.

    A short focus of which the talk says half ("black holes") must be meant the more clearly.

    Args:
        closeness: Cosine of each sentence to the focus.
        covered: From `_coverage`.
        terms: How many different words the focus has.
    """
    nearest = np.sort(closeness)[::-1]
    means = [exact_sum(nearest[:count]) / min(count, len(nearest)) for count in CLOSEST]
    enough = CLOSE if terms > 2 else CLOSE_SHORT
    return covered > 0.9 or exact_sum(means) / len(means) + SAID * covered >= enough


def _feed_back(prepared: Prepared, asked: Matrix, wording: Vector) -> Matrix:
    """Move the focus towards the sentences that name it, as the talk itself speaks of it.

    Source:
        Rocchio (1971), with the best by BM25 for the relevant ones.
    """
    best = [i for i in argsort_descending(wording)[:FEEDBACK] if wording[i] > 0]
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


def _gathering(prepared: Prepared, focus: Focus) -> Vector:
    """Say how much of the focus's words, weighed by rarity, is said around each sentence.

    A word said over and over counts little more than once, so a place that has all the words of
    a focus comes before one that repeats a single one.

    Returns:
        Array of shape (n,), in [0, 1).
    """
    n = len(prepared.sentences)
    held, everything = np.zeros(n), 0.0
    width = _reach(n, GATHER)
    for group in focus.groups:
        weight = max(prepared.postings.idf(term) for term in sorted(group))
        everything += weight
        said = np.zeros(n)
        for term in sorted(group):
            said[prepared.postings.places.get(term, [])] = 1.0
        times = spread(said, width=width) * (width * SQRT_TAU)
        held += quantize(weight * times / (1 + times))
    return quantize(held / everything) if everything > 0 else held


def _reach(n: int, width: float) -> float:
    """Say how far around a sentence to look: less far in a short talk, which has topics too.

    Args:
        n: Sentences of the talk.
        width: Standard deviation of the bell in a long one, in sentences.
    """
    return min(width, max(1.0, n / TOPICS))


def _presence(prepared: Prepared, by_named: Vector) -> Vector:
    """Say what share of the words around each sentence is by speakers whom the focus names."""
    if not by_named.any():
        return by_named
    words = np.array([trait.words for trait in prepared.traits], dtype=np.float64)
    said = spread(words, width=EXCHANGE)
    theirs = spread(words * by_named, width=EXCHANGE)
    return quantize(theirs / np.maximum(said, STEP))
