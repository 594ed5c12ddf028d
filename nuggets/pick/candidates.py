"""Candidates: the passages that may be printed, with what does not depend on the focus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nuggets.english.lexicons import ENGLISH
from nuggets.english.words import split_words
from nuggets.pick.passages import Passage, find_passages, restrict
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import Ranker
from nuggets.rank.sentence_features import turn_words
from nuggets.vectors import Matrix, Vector, log, quantize

MIN_REPEAT_WORDS = 4  # of a sentence that counts as a repeat where it is said again; by eye
REPEATED_RUN = 10
"""Words in a row by which a sentence repeats another, such as a podcast's teaser that begins in the
midst of one; by eye (people share turns of phrase of up to eight words)."""

LITTER_SHARE = 0.2
"""Share of the passages that are left out, those most like litter; chosen on editors/train CV and
val, 2026-11. A share of those that the options allow, since probabilities differ between kinds of
talk, and a host is more like litter than a guest."""

WINDOW = 20  # sentences to each side that are the surroundings; editors/train CV, 2026-11
MAX_TELLING = 0.95  # of one sentence, so that none is certain; by eye
TELLING_BOUNDS = (0.02, 0.98)  # of a passage, so that its log-odds are finite; by eye
CENTRALITY_OFFSET = 0.02  # so that it has a logarithm; chosen on editors/train CV, 2026-11
_BLOCK = 4096  # passages whose lengths are taken at a time, so that memory is bounded


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages of a talk that may be printed; arrays have a row for each of the m.

    Attributes:
        passages: By place, shorter before longer.
        allowed: Which of them may be printed; the others count for the scale of scores only.
        firsts: Index of the first sentence of each, not counting the question.
        ends: Index after the last sentence of each.
        lengths: Length of the sum of the vectors of its sentences, at least 1.
        meaning_lengths: The same of their `TalkVectors.meaning`.
        window_lengths: Array of shape (n,), the same of the sentences at most `WINDOW` away from
            each sentence of the talk.
        telling: Log-odds that it tells something.
        litter: How likely the worst of its sentences is litter and tells nothing.
        length: Logarithm of its words.
        turn_length: Logarithm of the words of the turn that it begins in.
        centrality: Logarithm of the mean TextRank of its sentences.
        readability: How well it can be read alone, in [0, 1].
        words: How many it has, with its question.
        repeats: Sentences of the talk that share what `repeated_keys` gives, two of them at least.
    """

    passages: Sequence[Passage]
    allowed: NDArray[np.bool_]
    firsts: NDArray[np.intp]
    ends: NDArray[np.intp]
    lengths: Vector
    meaning_lengths: Vector
    window_lengths: Vector
    telling: Vector
    litter: Vector
    length: Vector
    turn_length: Vector
    centrality: Vector
    readability: Vector
    words: Vector
    repeats: Mapping[tuple[str, ...], Sequence[int]]

    def allow(self, allowed: Sequence[bool]) -> Candidates:
        """Allow those of which all sentences may be printed (or all but the question), less litter.

        Args:
            allowed: For each sentence of the talk whether it may be printed.
        """
        if all(allowed):
            return self
        left = [restrict(passage, allowed) for passage in self.passages]
        passages = [now or was for now, was in zip(left, self.passages, strict=True)]
        return replace(
            self,
            passages=passages,
            allowed=leave_out_litter(
                self.litter, np.array([passage is not None for passage in left], dtype=np.bool_)
            ),
            readability=np.array([passage.readability for passage in passages]),
            words=np.array([passage.words for passage in passages], dtype=np.float64),
        )

    def keep(self, kept: NDArray[np.bool_]) -> Candidates:
        """Keep of those that may be printed the ones that are true in an array of shape (m,)."""
        return replace(self, allowed=np.asarray(self.allowed & kept, dtype=np.bool_))

    def for_talk(self) -> Candidates:
        """Return the same candidates as they are scored for a talk as a whole.

        There an opening that refers back costs nothing: F is .553 so, and .534 with the cost that
        a focus has (editors/train CV and val together, 2026-11).
        """
        return replace(self, readability=np.ones(len(self.passages)))

    def mean(self, scores: Vector) -> Vector:
        """Average scores of sentences over each passage.

        Args:
            scores: Array of shape (n,) of multiples of 2**-30 of up to n, so that sums are exact.
        """
        return _means(scores, self.firsts, self.ends)

    def cover(self, talk: Talk, weights: Mapping[str, float]) -> Vector:
        """Measure what share of the focus's terms each passage says itself, weighed by rarity.

        Args:
            talk: The talk.
            weights: Of the terms, multiples of `vectors.STEP`, so that sums are exact.
        """
        covered = np.zeros(len(self.passages))
        for term, weight in weights.items():
            said = np.zeros(len(talk.sentences))
            said[talk.postings.places[term]] = 1.0
            covered += weight * (_sums(said, self.firsts, self.ends) > 0)
        return covered

    def compare(self, talk: Talk, vector: Matrix) -> Vector:
        """Take the cosine of each passage's meaning to a vector.

        Args:
            talk: The talk.
            vector: Array of shape (1, dim) of whole numbers, embedded as `TalkVectors.meaning`.
        """
        along = _sums((talk.vectors.meaning @ vector.T)[:, 0], self.firsts, self.ends)
        return quantize(along / (self.meaning_lengths * _lengths(vector)))

    def resemble(self, talk: Talk, index: int) -> Vector:
        """Take the cosine of each passage to one of them, by the vectors of sentences alone.

        In their context, sentences that stand side by side are alike whatever they say. In a
        language that the vectors do not know all sentences are alike, so there it is the cosine
        of the different terms.
        """
        if talk.lexicon is not ENGLISH:
            return self._share_terms(talk, index)
        part = slice(self.firsts[index], self.ends[index])
        vector = talk.vectors.sentences[part].sum(axis=0)
        along = _sums(talk.vectors.sentences @ vector, self.firsts, self.ends)
        return quantize(along / (self.lengths * self.lengths[index]))

    def _share_terms(self, talk: Talk, index: int) -> Vector:
        """Take the cosine of the different terms of each passage to those of one of them."""
        terms = [
            frozenset[str]().union(*(talk.terms[i] for i in passage.picks))
            for passage in self.passages
        ]
        shared = np.array([len(one & terms[index]) for one in terms], dtype=np.float64)
        sizes = np.array([max(1, len(one)) for one in terms], dtype=np.float64)
        return quantize(shared / np.sqrt(sizes * sizes[index]))

    def compare_window(self, talk: Talk, vector: Matrix) -> Vector:
        """Take the cosine of what is said around each passage to a vector; see `compare`."""
        along = window_sums((talk.vectors.meaning @ vector.T)[:, 0])
        return quantize(along / (self.window_lengths * _lengths(vector)))[self.middles]

    @property
    def middles(self) -> NDArray[np.intp]:
        """Index of the sentence in the middle of each."""
        return (self.firsts + self.ends - 1) // 2


def window_sums(values: Vector) -> Vector:
    """Add up what is at most `WINDOW` sentences away from each; exact for whole numbers.

    Args:
        values: Array of shape (n,) or (n, dim).
    """
    n = len(values)
    sums = np.concatenate((np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)))
    at = np.arange(n)
    return np.asarray(
        sums[np.minimum(n, at + WINDOW + 1)] - sums[np.maximum(0, at - WINDOW)], dtype=np.float64
    )


def find_candidates(talk: Talk, ranker: Ranker, *, max_sentences: int) -> Candidates:
    """Find the passages of at most so many sentences; all are allowed but those most like litter.

    Args:
        talk: The talk.
        ranker: Judges its sentences.
        max_sentences: At most so many in a passage, with its question.
    """
    passages = find_passages(talk.sentences, talk.traits, max_sentences=max_sentences)
    return describe_passages(talk, passages, *ranker.judge(talk))


def leave_out_litter(litter: Vector, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Leave out the share of the allowed passages that are most like litter; of equals all stay.

    Args:
        litter: Array of shape (m,), how much each passage is like litter.
        allowed: Array of shape (m,), which of them the options allow.

    Returns:
        Array of shape (m,), those that are still allowed.
    """
    worst = np.sort(litter[allowed])
    if not len(worst):
        return allowed
    most = worst[len(worst) - int(LITTER_SHARE * len(worst)) - 1]
    return np.asarray(allowed & (litter <= most), dtype=np.bool_)


def describe_passages(
    talk: Talk, passages: Sequence[Passage], telling: Vector, litter: Vector
) -> Candidates:
    """Measure all of passages that does not depend on the focus.

    Args:
        talk: The talk.
        passages: Of it.
        telling: Array of shape (n,), how likely each sentence tells something.
        litter: Array of shape (n,), how likely each sentence is litter.
    """
    firsts = np.array([passage.first for passage in passages], dtype=np.intp)
    ends = np.array([passage.last + 1 for passage in passages], dtype=np.intp)
    own = _passage_lengths(talk.vectors.sentences, firsts, ends)
    meant = own
    if talk.vectors.is_contextual:
        meant = _passage_lengths(talk.vectors.meaning, firsts, ends)
    untold = quantize(litter * (1 - telling)).tolist()
    worst = np.array([max(untold[i] for i in passage.picks) for passage in passages])
    tells = np.array([_any(telling[list(passage.picks)].tolist()) for passage in passages])
    return Candidates(
        passages=passages,
        allowed=leave_out_litter(worst, np.ones(len(passages), dtype=np.bool_)),
        firsts=firsts,
        ends=ends,
        lengths=own,
        meaning_lengths=meant,
        window_lengths=_lengths(window_sums(talk.vectors.meaning)),
        telling=log(tells / (1 - tells)),
        litter=worst,
        length=log(np.array([passage.own_words for passage in passages], dtype=np.float64)),
        turn_length=log(1 + turn_words(talk)[firsts]),
        centrality=log(CENTRALITY_OFFSET + _means(talk.centrality, firsts, ends)),
        readability=np.array([passage.readability for passage in passages]),
        words=np.array([passage.words for passage in passages], dtype=np.float64),
        repeats=find_repeats(talk.texts),
    )


def _passage_lengths(vectors: Matrix, firsts: NDArray[np.intp], ends: NDArray[np.intp]) -> Vector:
    """Give the lengths of the sums of the vectors of runs of sentences; see `_lengths`."""
    sums = np.concatenate((np.zeros((1, vectors.shape[1])), np.cumsum(vectors, axis=0)))
    lengths = np.ones(len(firsts))
    for start in range(0, len(firsts), _BLOCK):
        part = slice(start, start + _BLOCK)
        lengths[part] = _lengths(sums[ends[part]] - sums[firsts[part]])
    return lengths


def find_repeats(texts: Sequence[str]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """List what is said more than once, each with the sentences that say it, in order.

    Args:
        texts: Folded copies of the sentences of a talk.
    """
    said: dict[tuple[str, ...], list[int]] = {}
    for i, text in enumerate(texts):
        for key in repeated_keys(text):
            places = said.setdefault(key, [])
            if not places or places[-1] != i:
                places.append(i)
    return {key: places for key, places in said.items() if len(places) > 1}


def repeated_keys(text: str) -> Iterator[tuple[str, ...]]:
    """Give all by which a sentence may repeat another: its words, and each long run of them.

    >>> list(repeated_keys("We fill the tank at night."))
    [('we', 'fill', 'the', 'tank', 'at', 'night')]
    """
    words = tuple(split_words(text))
    if len(words) >= MIN_REPEAT_WORDS:
        yield words
    for at in range(len(words) - REPEATED_RUN + 1):
        yield words[at : at + REPEATED_RUN]


def _sums(values: Vector, firsts: NDArray[np.intp], ends: NDArray[np.intp]) -> Vector:
    """Add up values of sentences over runs of them; exact for multiples of one step."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    return np.asarray(sums[ends] - sums[firsts], dtype=np.float64)


def _means(values: Vector, firsts: NDArray[np.intp], ends: NDArray[np.intp]) -> Vector:
    return quantize(_sums(values, firsts, ends) / np.maximum(1, ends - firsts))


def _lengths(rows: Matrix) -> Vector:
    """Give the lengths of rows of whole numbers, at least 1; array of shape (len(rows),)."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(np.maximum(1.0, lengths), dtype=np.float64)


def _any(chances: Sequence[float]) -> float:
    """Give the chance that any of the sentences tells something, within `TELLING_BOUNDS`."""
    none = 1.0
    for chance in chances:
        none *= 1 - min(chance, MAX_TELLING)
    return min(TELLING_BOUNDS[1], max(TELLING_BOUNDS[0], 1 - none))
