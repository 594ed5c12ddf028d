"""Choosing: the best passages, diverse, as many as are worth printing, the best first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, repeated_keys
from nuggets.pick.mmr import diversify
from nuggets.pick.passage_scores import PassageScores
from nuggets.pick.passages import Passage
from nuggets.rank.indexed_talk import Talk
from nuggets.vectors import argsort_descending

DIVERSITY = 0.3
"""Share of its score that a passage loses beside one like it; chosen on editors/train CV and val,
2026-11."""

FOCUS_FLOOR = 0.35
"""Share of the best score under which a passage is not worth printing for a focus; chosen on
editors/train CV and val, 2026-11."""

LEAST = 0.2
"""Score under which no passage but the best is worth printing for a focus; chosen on editors/train
CV and val, 2026-11."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage that was chosen.

    Attributes:
        index: Which of the candidates it is.
        passage: The passage.
        score: How likely an editor would print it, in [0, 1].
        novelty: 1 minus the similarity to the most similar better choice, in [0, 1].
    """

    index: int
    passage: Passage
    score: float
    novelty: float


def choose(
    talk: Talk,
    candidates: Candidates,
    scores: PassageScores,
    options: Options,
    *,
    floor: float = 0.0,
    least: float = 0.0,
    diversity: float = DIVERSITY,
) -> tuple[tuple[Choice, ...], int | None]:
    """Choose the best passages, none of which overlaps or repeats a better one.

    Args:
        talk: The talk.
        candidates: Its passages, and which of them the options allow.
        scores: Of these passages.
        options: How many, how long.
        floor: Share of the best score under which nothing is chosen.
        least: Score under which nothing but the best is chosen.
        diversity: How much it counts to say something new.

    Returns:
        The choices, the best first: the first n of n + 1 are the n. And the index of the next
        candidate that was left out, None if there is none.
    """
    values = np.where(candidates.allowed, scores.values, 0.0)
    best = values.max(initial=0.0)
    enough = np.where(values >= min(best, max(floor * best, least)), values, 0.0)
    excludes = _excluding(talk, candidates)
    picked = diversify(
        enough,
        lambda i: candidates.resemble(talk, i),
        count=options.count + 1,
        diversity=diversity,
        excludes=excludes,
        sizes=candidates.words,
        room=options.max_words,
    )
    chosen = tuple(
        Choice(i, candidates.passages[i], float(scores.values[i]), 1.0 - near)
        for i, near in picked[: options.count]
    )
    if len(picked) > options.count:
        return chosen, picked[options.count][0]
    left = values > 0
    for choice in chosen:
        left &= ~excludes(choice.index)
    following = argsort_descending(np.where(left, values, 0.0))[:1]
    return chosen, next((i for i in following if left[i]), None)


def _excluding(talk: Talk, candidates: Candidates) -> Callable[[int], NDArray[np.bool_]]:
    """Tell of a passage which others overlap it, or hold a sentence that repeats one of it."""
    starts = np.array([passage.indices[0] for passage in candidates.passages], dtype=np.intp)

    def excludes(index: int) -> NDArray[np.bool_]:
        passage = candidates.passages[index]
        held = np.zeros(len(talk.sentences) + 1, dtype=np.int64)
        held[passage.indices[0] + 1 : passage.last + 2] = 1
        for i in passage.picks:
            for key in repeated_keys(talk.texts[i]):
                held[[at + 1 for at in candidates.repeats.get(key, ())]] = 1
        sums = np.cumsum(held)
        return np.asarray(sums[candidates.ends] > sums[starts], dtype=np.bool_)

    return excludes
