"""Smoothing along the talk: a sentence shares its score with those around it."""

from __future__ import annotations

import math

import numpy as np

from nuggets.vectors import Vector, quantize

SPREAD = 25.0  # sentences; a topic of talk lasts some dozens of them
REACH = 4  # standard deviations at which the bell ends


def spread(scores: Vector, *, width: float = SPREAD) -> Vector:
    """Let each sentence share its score with those around it, since talk stays on its topic.

    Args:
        scores: Array of shape (n,), in the order of the talk.
        width: Standard deviation of the bell, in sentences.

    Returns:
        Array of shape (n,): weighted means over the neighbourhood, the weights summing to 1
        wherever the talk is long enough for the whole bell.
    """
    if not len(scores):
        return scores
    reach = round(REACH * width)
    bell = np.array([math.exp(-0.5 * (d / width) ** 2) for d in range(-reach, reach + 1)])
    # Whole numbers, so that the sums are exact in whatever order they are taken.
    weights = np.rint(bell * 2**16)
    whole = np.rint(scores * 2**16)
    return quantize(
        np.convolve(whole, weights)[reach : reach + len(scores)] / 2**16 / weights.sum()
    )
