"""Candidates: all passages that can be read on their own, and what both ways of picking share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.pick.passages import Passage, find_passages, restrict
from nuggets.rank.indexed_talk import Talk
from nuggets.vectors import Vector, exact_sum, quantize

MIN_REPEAT_WORDS = 4  # of a sentence that counts as a repeat where it is said again; by eye


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages of a talk that may be printed.

    Attributes:
        passages: All m, by place, shorter before longer.
        topicality: Array of shape (m,), how much each says of what the whole talk keeps coming
            back to; not negative.
    """

    passages: Sequence[Passage]
    topicality: Vector

    def allow(self, talk: Talk, allowed: Sequence[bool]) -> Candidates:
        """Keep those of which all sentences may be printed (or all but the question).

        Args:
            talk: The talk.
            allowed: For each sentence of the talk whether it may be printed.
        """
        if all(allowed):
            return self
        left = [restrict(passage, talk.traits, allowed) for passage in self.passages]
        kept = [i for i, passage in enumerate(left) if passage is not None]
        return Candidates([one for one in left if one is not None], self.topicality[kept])


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage that was chosen.

    Attributes:
        passage: The passage.
        score: How much it matters, in [0, 1].
        relevance: How much it is about the focus (without one: central to the talk), in [0, 1].
        novelty: 1 minus the similarity to the most similar better choice, in [0, 1].
    """

    passage: Passage
    score: float
    relevance: float
    novelty: float


def find_candidates(talk: Talk, *, max_sentences: int) -> Candidates:
    """Find the passages of at most so many sentences, and measure their topicality."""
    passages = find_passages(talk.sentences, talk.traits, max_sentences=max_sentences)
    return Candidates(passages, measure_topicality(talk, passages))


def measure_topicality(talk: Talk, passages: Sequence[Passage]) -> Vector:
    """Add up the tf-idf weights in the whole talk of the words of each passage, each word once.

    Args:
        talk: The talk.
        passages: Those of it that are looked at; m of them.

    Returns:
        Array of shape (m,), not negative.
    """
    weights = {
        term: len(places) * talk.postings.idf(term) for term, places in talk.postings.places.items()
    }
    terms = (frozenset().union(*(talk.terms[i] for i in p.picks)) for p in passages)
    # The order within a set is another one each time; the exactly rounded sum knows no order.
    return quantize(np.array([exact_sum(weights[term] for term in one) for one in terms]))


def readability_factor(talk: Talk, passages: Sequence[Passage], weight: float) -> Vector:
    """Multiply the readability of passages with the discount for hosts.

    Args:
        talk: The talk.
        passages: m of its passages.
        weight: How much of the factor is readability; the rest is 1.

    Returns:
        Array of shape (m,), in [0, 1].
    """
    readability = np.array([passage.readability for passage in passages])
    discount = np.array([talk.host_discount[passage.first] for passage in passages])
    return np.asarray((1 - weight + weight * readability) * discount)


def long_sentences(talk: Talk, passage: Passage) -> frozenset[str]:
    """Give the sentences of a passage that are too long to be said twice by chance, folded."""
    return frozenset(
        talk.texts[i] for i in passage.picks if talk.traits[i].words >= MIN_REPEAT_WORDS
    )
