"""Smoothing along the talk: what is said at a sentence counts around it, too."""

from __future__ import annotations

import math

import numpy as np

from nuggets.vectors import Vector, quantize

REACH = 4  # standard deviations at which the Gaussian is cut off
TOPICS = 12  # topics that a short talk has, so that its Gaussians are narrower; by eye


def gaussian_smooth(scores: Vector, *, width: float) -> Vector:
    """Smooth scores along the talk with a Gaussian.

    Args:
        scores: Array of shape (n,), in the order of the talk.
        width: Standard deviation of the Gaussian, in sentences.

    Returns:
        Array of shape (n,): weighted means over the neighbourhood, the weights summing to 1
        wherever the talk is long enough for the whole Gaussian.
    """
    if not len(scores):
        return scores
    reach = round(REACH * width)
    bell = np.array([math.exp(-0.5 * (d / width) ** 2) for d in range(-reach, reach + 1)])
    # Whole numbers, so that the sums are exact in whatever order they are taken.
    weights = np.rint(bell * 2**16)
    whole = np.rint(scores * 2**16)
    smooth = np.convolve(whole, weights)[reach : reach + len(scores)]
    return quantize(smooth / 2**16 / weights.sum())


def limit_width(n: int, width: float) -> float:
    """Narrow a Gaussian in a short talk, which has topics too.

    Args:
        n: Sentences of the talk.
        width: Standard deviation in a long one, in sentences.
    """
    return min(width, max(1.0, n / TOPICS))
