"""ROUGE against a reference summary, with the settings of the field (rouge_score)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from nuggets.evaluate.answers import split_summary

ROUGE_TYPES = {"rouge1": "rouge1", "rouge2": "rouge2", "rougeLsum": "rouge_lsum"}
"""The library's names, and the names of our measures."""


def score_rouge(sentences: Sequence[str], reference: str) -> dict[str, float]:
    """Compute ROUGE of a summary.

    Args:
        sentences: The summary, truncated to the length that is scored.
        reference: The annotators' summary.

    Returns:
        `rouge1`, `rouge2` and `rouge_lsum`: F1 of stemmed words, in [0, 1].

    Source:
        Lin (2004), by Google's rouge-score 0.1.2 with `use_stemmer=True` and one sentence a line.

    >>> score_rouge(["The cat sat."], "The cat sat down.")["rouge_lsum"]
    0.8571428571428571
    """
    scores = _scorer()("\n".join(split_summary(reference)), "\n".join(sentences))
    return {ours: float(scores[theirs].fmeasure) for theirs, ours in ROUGE_TYPES.items()}


@lru_cache(maxsize=1)
def _scorer() -> Callable[[str, str], Mapping[str, Any]]:
    from rouge_score.rouge_scorer import RougeScorer

    score: Callable[[str, str], Mapping[str, Any]] = RougeScorer(
        list(ROUGE_TYPES), use_stemmer=True
    ).score
    return score
