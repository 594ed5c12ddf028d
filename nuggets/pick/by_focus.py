"""Picking for a focus: the passages that say most about it, diverse, the best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, Choice, long_sentences, readability_factor
from nuggets.pick.mmr import diversify
from nuggets.pick.passages import Passage
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.scoring import Scores
from nuggets.rank.smoothing import gaussian_smooth
from nuggets.rank.tfidf_similarity import tfidf_cosines
from nuggets.vectors import (
    Matrix,
    Vector,
    argsort_descending,
    cosines,
    quantize,
    scale_to_max,
    to_grid,
)

SHORTLIST = 240  # best passages that are compared with each other, so that time is bounded; by eye

# Chosen on QMSum val (NugP, First, redundancy) in several sweeps, 2026-11-24 to -26. The density
# counts cubed, so where something is said counts more than how well it reads.
READABILITY_WEIGHT = 0.8  # of reading well against being relevant
MATCH_WEIGHT = 0.7  # of naming the focus itself
TOPICALITY_WEIGHT = 0.3  # of what the whole talk keeps coming back to
UNNAMED_SHARE = 0.5  # what a seed keeps that says nothing of the focus itself
SEEDS = 3  # first picks, each from another part of the talk
SEED_SHARE = 0.15  # share of the best seed's value that another seed needs
SEED_DIVERSITY = 0.5  # weight of seeds standing far from each other
SEED_DISTANCE = 40  # sentences between two passages of different parts
NEAR_DISTANCE = 5  # sentences within which a passage goes on with another one
NEAR_SIMILARITY = 0.5  # how much it then counts as a repeat
WORD_SIMILARITY_SCALE = 3.0  # factor that makes cosines by words comparable to those by meaning
DENSITY_FLOORS = (0.85, 0.75)  # share of the best density under which a passage is off the focus
MENTION_WIDTH = 6.0  # sentences around a passage in which the focus itself must come up
MENTION_FLOOR = 0.1  # how much it must, as a share of where it comes up most
VALUE_FLOORS = (0.3, 0.2)  # share of the best value under which a passage is not worth printing
FEW = 5  # nuggets up to which the second of these floors hold, where the first leave fewer ...
SENTENCES_PER_NUGGET = 170  # ... or, in a long talk, one for each so many sentences
DIVERSITY = 0.5  # weight of saying something new


@dataclass(frozen=True, slots=True)
class _Pool:
    """Passages that are compared with each other; arrays have a row for each.

    Attributes:
        passages: All m.
        values: How much each is worth to the focus.
        relevance: How much each is about the focus.
        meaning: How alike they are in meaning.
        similarity: In meaning or in words, whichever is more.
    """

    passages: Sequence[Passage]
    values: Vector
    relevance: Vector
    meaning: Matrix
    similarity: Matrix


def choose_for_focus(
    talk: Talk, scores: Scores, candidates: Candidates, options: Options
) -> tuple[Choice, ...]:
    """Choose the passages that say most about a focus, the best first.

    The seeds come first: those that match it best themselves, each from another part of the talk
    where these are good enough, since a talk may come to it more than once. The rest are from the
    parts that are nearly as much about it as the best is, close to where it is named; where those
    have no more that is worth printing, there are fewer. So that a narrow focus gives more than one
    or two, lower floors hold for a few more.

    Args:
        talk: The talk.
        scores: Its sentences against the focus.
        candidates: Those that the options allow.
        options: How many, how long.
    """
    passages = candidates.passages
    density = _mean(scores.topic_density, passages)
    match = (_mean(scores.query_match, passages) + _top(scores.query_match, passages)) / 2
    # Multiplied, since powers differ by a bit between instruction sets.
    cubed = density * density * density
    values = quantize(
        cubed
        * readability_factor(talk, passages, READABILITY_WEIGHT)
        * (1 - MATCH_WEIGHT + MATCH_WEIGHT * match)
        * (1 - TOPICALITY_WEIGHT + TOPICALITY_WEIGHT * scale_to_max(candidates.topicality))
    )
    mentions = _mean(gaussian_smooth(scores.query_match**2, width=MENTION_WIDTH), passages)
    mentioned = mentions >= MENTION_FLOOR * mentions.max(initial=0.0)
    best, densest = float(values.max(initial=0.0)), float(density.max(initial=0.0))
    tiers = [
        mentioned & (density >= density_floor * densest) & (values >= value_floor * best)
        for density_floor, value_floor in zip(DENSITY_FLOORS, VALUE_FLOORS, strict=True)
    ]
    seed_values = quantize(values * (UNNAMED_SHARE + match))
    short = _shortlist(np.where(tiers[-1], values, 0.0)) | _shortlist(seed_values)
    pool, kept = _pool(talk, passages, values, _mean(scores.relevance, passages), short)
    seed_shares = scale_to_max(seed_values[kept])
    picked = diversify(
        np.where(seed_shares >= SEED_SHARE, seed_shares, 0.0),
        np.maximum(pool.similarity, _nearness(pool.passages, SEED_DISTANCE)),
        count=min(SEEDS, options.count),
        diversity=SEED_DIVERSITY,
        excludes=_excluding(seed_shares >= SEED_SHARE, _overlapping(pool, talk)),
        fits=_fitting(pool, options),
    )
    few = max(FEW, len(talk.sentences) // SENTENCES_PER_NUGGET)
    for tier, most in zip(tiers, (options.count, min(few, options.count)), strict=True):
        eligible = tier[kept]
        picked += diversify(
            scale_to_max(np.where(eligible, pool.values, 0.0)),
            np.maximum(pool.similarity, NEAR_SIMILARITY * _nearness(pool.passages, NEAR_DISTANCE)),
            count=most,
            diversity=DIVERSITY,
            picked=picked,
            excludes=_excluding(eligible, _overlapping(pool, talk)),
            fits=_fitting(pool, options),
        )
    return _to_choices(pool, picked)


def _mean(scores: Vector, passages: Sequence[Passage]) -> Vector:
    """Average over the sentences of each passage."""
    sums = np.concatenate(([0.0], np.cumsum(scores)))  # exact: all are multiples of STEP
    firsts = np.array([passage.first for passage in passages], dtype=np.intp)
    ends = np.array([passage.last + 1 for passage in passages], dtype=np.intp)
    return quantize((sums[ends] - sums[firsts]) / np.maximum(1, ends - firsts))


def _top(scores: Vector, passages: Sequence[Passage]) -> Vector:
    """Take the highest of the sentences of each passage."""
    return np.array([max(float(scores[i]) for i in passage.picks) for passage in passages])


def _shortlist(values: Vector) -> set[int]:
    return {i for i in argsort_descending(values)[:SHORTLIST] if values[i] > 0}


def _pool(
    talk: Talk,
    passages: Sequence[Passage],
    values: Vector,
    relevance: Vector,
    short: set[int],
) -> tuple[_Pool, list[int]]:
    """Gather the passages that are compared with each other.

    Returns:
        The pool, and the index of each of its passages among all.
    """
    kept = sorted(short)  # so that of equals the earlier wins
    sums = [talk.vectors.sentences[list(passages[i].picks)].sum(axis=0) for i in kept]
    vectors = to_grid(np.array(sums) if sums else np.zeros((0, talk.vectors.sentences.shape[1])))
    by_words = tfidf_cosines(talk.tfidf, (passages[i].picks for i in kept))
    meaning = cosines(vectors, vectors)
    similarity = np.maximum(meaning, np.minimum(1.0, WORD_SIMILARITY_SCALE * by_words))
    return _Pool(
        [passages[i] for i in kept], values[kept], relevance[kept], meaning, similarity
    ), kept


def _nearness(passages: Sequence[Passage], reach: float) -> Matrix:
    """Measure how near passages are: 1 in one place, 0 from `reach` sentences apart on."""
    middles = np.array([(passage.first + passage.last) / 2 for passage in passages])
    apart = np.abs(middles[:, None] - middles[None, :])
    return quantize(np.clip(1 - apart / reach, 0.0, 1.0))


def _overlapping(pool: _Pool, talk: Talk) -> Callable[[int, int], bool]:
    """Whether two passages of the pool overlap or share a sentence."""
    return lambda i, j: _is_overlapping(talk, pool.passages[i], pool.passages[j])


def _excluding(
    eligible: NDArray[np.bool_], overlapping: Callable[[int, int], bool]
) -> Callable[[int, int], bool]:
    """Keep out what overlaps a pick, and what is not eligible."""
    return lambda i, j: not eligible[i] or overlapping(i, j)


def _is_overlapping(talk: Talk, one: Passage, other: Passage) -> bool:
    """Whether two passages overlap, or the same words stand in both."""
    if one.indices[0] <= other.last and other.indices[0] <= one.last:
        return True
    return not long_sentences(talk, one).isdisjoint(long_sentences(talk, other))


def _fitting(pool: _Pool, options: Options) -> Callable[[Sequence[int]], bool]:
    """Whether passages together keep to the number of words."""

    def is_fitting(picked: Sequence[int]) -> bool:
        most = options.max_words
        return most is None or sum(pool.passages[i].words for i in picked) <= most

    return is_fitting


def _to_choices(pool: _Pool, picked: Sequence[int]) -> tuple[Choice, ...]:
    near = np.clip(pool.meaning, 0.0, 1.0)
    return tuple(
        Choice(
            pool.passages[i],
            float(pool.values[i]),
            float(pool.relevance[i]),
            1.0 - max((float(near[i, j]) for j in picked[:rank]), default=0.0),
        )
        for rank, i in enumerate(picked)
    )
