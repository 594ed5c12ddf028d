"""Candidates: what both ways of picking need to know of a passage, and the value they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.pick.passages import Passage
from nuggets.rank.scoring import Prepared
from nuggets.vectors import Vector, exact_sum, quantize

SAME_WORDS = 4  # of a sentence that counts as a repeat where it is said again


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


def tell_prominence(prepared: Prepared, passages: Sequence[Passage]) -> Vector:
    """Add up how telling of the whole talk the words of each passage are, each word once.

    Args:
        prepared: The talk.
        passages: Those of it that are looked at; m of them.

    Returns:
        Array of shape (m,), not negative.
    """
    telling = {
        term: len(places) * prepared.postings.idf(term)
        for term, places in prepared.postings.places.items()
    }
    terms = (frozenset().union(*(prepared.terms[i] for i in p.picks)) for p in passages)
    # The order within a set is another one each time; the exactly rounded sum knows no order.
    return quantize(np.array([exact_sum(telling[term] for term in one) for one in terms]))


def readability(prepared: Prepared, passages: Sequence[Passage], weight: float) -> Vector:
    """Say how well passages read, and whether it is a guest who speaks."""
    worth = np.array([passage.worth for passage in passages])
    temper = np.array([prepared.temper[passage.first] for passage in passages])
    return np.asarray((1 - weight + weight * worth) * temper)


def say(prepared: Prepared, passage: Passage) -> frozenset[str]:
    """Give what a passage says that nobody says twice by chance."""
    return frozenset(
        prepared.texts[i] for i in passage.picks if prepared.traits[i].words >= SAME_WORDS
    )
