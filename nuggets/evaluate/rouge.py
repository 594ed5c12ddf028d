"""ROUGE, as the field reports it: the only file that imports rouge_score."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

MEASURES = {"rouge1": "rouge1", "rouge2": "rouge2", "rougeLsum": "rouge_lsum"}
"""Names of the library, and ours."""

_BOUNDARY = re.compile(r"(?<=[.!?])\s+|\n+")


def score_rouge(sentences: Sequence[str], reference: str) -> dict[str, float]:
    """Hold sentences against what people wrote.

    Args:
        sentences: What is measured, cut to the budget of words.
        reference: What people wrote; its sentences end at `.`, `!` or `?` before a blank, and at
            the ends of lines.

    Returns:
        `rouge1`, `rouge2` and `rouge_lsum`: F1 of stemmed words, in [0, 1].

    Source:
        Lin (2004), by Google's rouge-score 0.1.2 with `use_stemmer=True` and one sentence a line.

    >>> score_rouge(["The cat sat."], "The cat sat down.")["rouge_lsum"]
    0.8571428571428571
    """
    scores = _scorer()("\n".join(split_reference(reference)), "\n".join(sentences))
    return {ours: float(scores[theirs].fmeasure) for theirs, ours in MEASURES.items()}


def split_reference(text: str) -> list[str]:
    """Cut what people wrote into sentences.

    >>> split_reference("It works. Does it ?  Yes !")
    ['It works.', 'Does it ?', 'Yes !']
    """
    return [sentence for part in _BOUNDARY.split(text) if (sentence := part.strip())]


@lru_cache(maxsize=1)
def _scorer() -> Callable[[str, str], Mapping[str, Any]]:
    from rouge_score.rouge_scorer import RougeScorer

    score: Callable[[str, str], Mapping[str, Any]] = RougeScorer(
        list(MEASURES), use_stemmer=True
    ).score
    return score
