"""Scores of passages: what each factor adds to the log-odds that an editor would print it.

For a focus the factors say whether a passage is about it (TextRank, meaning, surroundings, word,
coverage), whether it tells something (telling, length) and whether it can be read alone
(readability). For a talk as a whole, TextRank is that of the whole talk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nuggets.pick.candidates import Candidates
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS
from nuggets.rank.scoring import Scores
from nuggets.vectors import Matrix, Vector, log, logistic, quantize, standardize

# So that both have a logarithm; chosen on editors/train CV, 2026-11.
TEXTRANK_OFFSET = 0.3
MEANING_OFFSET = 0.02


@dataclass(frozen=True, slots=True)
class PassageScores:
    """Scores of m passages and what they are made of.

    Attributes:
        names: Names of the factors.
        base: Log-odds without any.
        added: Array of shape (m, len(names)), what each factor adds to the log-odds.
        relevance: Array of shape (m,), the probability of these log-odds.
        values: Array of shape (m,), relevance times readability: the score.
    """

    names: Sequence[str]
    base: float
    added: Matrix
    relevance: Vector
    values: Vector


def measure_for_focus(talk: Talk, candidates: Candidates, scores: Scores) -> Matrix:
    """Measure the factors of each passage for a focus.

    Args:
        talk: The talk.
        candidates: Its passages, m of them.
        scores: Of the sentences of the talk against the focus.

    Returns:
        Array of shape (m, len(FOCUS_FACTORS)).
    """
    meaning = candidates.compare(talk, scores.query)
    low, high = (float(meaning.min()), float(meaning.max())) if len(meaning) else (0.0, 0.0)
    columns = {
        "textrank": log(TEXTRANK_OFFSET + candidates.mean(scores.textrank)),
        "meaning": log(MEANING_OFFSET + (meaning - low) / (high - low if high > low else 1.0)),
        "surroundings": standardize(candidates.compare_window(talk, scores.query)),
        "word": candidates.mean(scores.word),
        "coverage": candidates.cover(talk, scores.term_weights),
        "telling": candidates.telling,
        "length": candidates.length,
    }
    return np.stack([columns[name] for name in FOCUS_FACTORS], axis=1)


def measure_for_talk(candidates: Candidates) -> Matrix:
    """Measure the factors of each passage for the talk as a whole.

    Returns:
        Array of shape (m, len(TALK_FACTORS)).
    """
    columns = {
        "textrank": candidates.centrality,
        "telling": candidates.telling,
        "length": candidates.length,
        "turn_length": candidates.turn_length,
    }
    return np.stack([columns[name] for name in TALK_FACTORS], axis=1)


def weigh(factors: Matrix, weights: Mapping[str, float], candidates: Candidates) -> PassageScores:
    """Score passages by their factors.

    Args:
        factors: Array of shape (m, k), from `measure_for_focus` or `measure_for_talk`.
        weights: "base", and what each of the k factors adds for each unit of it, in their order.
        candidates: The m passages.
    """
    names = tuple(name for name in weights if name != "base")
    added = quantize(factors * np.array([weights[name] for name in names]))
    return add_up(names, weights["base"], added, candidates)


def add_up(
    names: Sequence[str], base: float, added: Matrix, candidates: Candidates
) -> PassageScores:
    """Turn what the factors add into scores; arguments as in `PassageScores`."""
    relevance = logistic(quantize(added.sum(axis=1) + base))  # of multiples of STEP, so exact
    values = quantize(relevance * candidates.readability)
    return PassageScores(names, base, added, relevance, values)
