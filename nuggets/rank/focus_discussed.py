"""Whether a talk discusses a focus at all."""

from __future__ import annotations

import numpy as np

from nuggets.vectors import Vector, exact_sum

# All chosen on the topics of QMSum val, its own against those of other meetings, 2026-11
# (`make refusals`).
NEAREST = (3, 10)  # sentences whose mean cosines tell whether a talk discusses a focus
MIN_MEANING, MIN_MEANING_SHORT = 0.37, 0.48  # what the test must come to; higher up to two words
COVERAGE_WEIGHT = 0.24  # what all words of the focus in one place add
SURE_COVERAGE = 0.9  # coverage from which on the talk discusses the focus, whatever it means


def is_discussed(cosine: Vector, coverage: float, *, terms: int) -> bool:
    """Whether a talk discusses a focus: says all its words in one place, or means it.

    A short focus of which the talk says half ("black holes") must be meant the more clearly.

    Args:
        cosine: Array of shape (n,), cosine of each sentence to the focus.
        coverage: Share of the focus's words that stand in one place, from `term_coverage`.
        terms: How many different words the focus has.
    """
    nearest = np.sort(cosine)[::-1]
    means = [exact_sum(nearest[:count]) / min(count, len(nearest)) for count in NEAREST]
    enough = MIN_MEANING if terms > 2 else MIN_MEANING_SHORT
    meaning = exact_sum(means) / len(means) + COVERAGE_WEIGHT * coverage
    return coverage > SURE_COVERAGE or meaning >= enough
