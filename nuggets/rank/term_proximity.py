"""Term proximity: how many of the focus's words are said near each sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from nuggets.rank.focus import Focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.smoothing import gaussian_smooth, limit_width
from nuggets.vectors import Vector, quantize

# Sentences around one in which a word of the focus counts; chosen on editors/train CV, 2026-11.
PROXIMITY_WIDTH = 6.0
SPAN = 2  # sentences to each side that count as one place; by eye
SQRT_TAU = math.sqrt(2 * math.pi)  # sentences that a Gaussian of width 1 adds up to


def term_coverage(talk: Talk, focus: Focus) -> float:
    """Measure what share of the focus's words, weighed by rarity, stands in one place of the talk.

    Returns:
        The share at the place that has most of them, in [0, 1].
    """
    n = len(talk.sentences)
    held = np.zeros(n + 2 * SPAN)
    everything = 0.0
    for group in focus.groups:
        weight = max(talk.postings.idf(term) for term in sorted(group))
        everything += weight
        here = np.zeros(n + 2 * SPAN)
        for term in sorted(group):
            for i in talk.postings.places.get(term, ()):
                here[i : i + 2 * SPAN + 1] = weight
        held += here
    return float(held.max()) / everything if everything > 0 else 0.0


def weigh_terms(talk: Talk, focus: Focus) -> Mapping[str, float]:
    """Weigh the terms of a focus by rarity; those of an acronym's long form count less.

    Returns:
        A weight for each term that the talk says, a multiple of `vectors.STEP`; with those of the
        terms that it does not say they would add up to 1, up to rounding.
    """
    weights = {term: talk.postings.idf(term) * weight for term, weight in focus.terms.items()}
    everything = math.fsum(weights.values()) or 1.0
    said = [term for term in weights if term in talk.postings.places]
    shares = quantize(np.array([weights[term] / everything for term in said]))
    return dict(zip(said, shares.tolist(), strict=True))


def term_proximity(talk: Talk, focus: Focus) -> Vector:
    """Measure how many of the focus's words, weighed by rarity, are said around each sentence.

    A word said over and over counts little more than once, so a place that has all the words of
    a focus comes before one that repeats a single one.

    Returns:
        Array of shape (n,), in [0, 1).
    """
    n = len(talk.sentences)
    held, everything = np.zeros(n), 0.0
    width = limit_width(n, PROXIMITY_WIDTH)
    for group in focus.groups:
        weight = max(talk.postings.idf(term) for term in sorted(group))
        everything += weight
        said = np.zeros(n)
        for term in sorted(group):
            said[talk.postings.places.get(term, [])] = 1.0
        times = gaussian_smooth(said, width=width) * (width * SQRT_TAU)
        held += quantize(weight * times / (1 + times))
    return quantize(held / everything) if everything > 0 else held
