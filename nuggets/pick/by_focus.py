"""Which passages become nuggets: what each is worth to the focus, and what stands beside what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nuggets.options import Options
from nuggets.pick.candidates import Choice, readability, say
from nuggets.pick.mmr import diversify
from nuggets.pick.passages import Passage
from nuggets.rank.scoring import Prepared, Scores
from nuggets.rank.smoothing import spread
from nuggets.rank.tfidf_similarity import compare_words
from nuggets.vectors import Matrix, Vector, cosines, order, settle, to_grid, to_share

SHORTLIST = 240  # passages, the best, that are compared with each other

# With a focus, where something is said (the field, cubed) counts more than how well it reads.
READING = 0.8  # how much reading well counts against being relevant
SAYING = 0.7  # how much naming the focus itself counts
TELLING = 0.3  # how much speaking of what the whole talk keeps coming back to counts
UNNAMED = 0.5  # what a passage keeps as a leader that says nothing of the focus itself
LEADERS = 3  # first picks, each from another part of the talk
PROMISE = 0.15  # share of the best leader's sharpness that another needs
SPREADING = 0.5  # how much leaders shun each other's parts
PART = 40  # sentences between two passages of different parts
NEXT = 5  # sentences within which a passage goes on with another one
BESIDE = 0.5  # how much it then counts as a repeat
IN_WORDS = 3.0  # times their cosine by words, passages are as alike as by meaning
FLOORS = (0.85, 0.75)  # share of the best field under which the talk is about something else
CLOSE = 6.0  # sentences around a passage in which the focus itself must come up
MENTIONED = 0.1  # how much it must, as a share of where it comes up most
WORTHS = (0.3, 0.2)  # share of the best value under which a passage is not worth printing
FEW = 5  # passages up to which the second of these hold, where the first leave fewer ...
STRETCH = 170  # ... or, in a long talk, one for each so many sentences
DIVERSITY = 0.5  # weight of saying something new


@dataclass(frozen=True, slots=True)
class _Pool:
    """Passages that are compared with each other; arrays have a row for each.

    Attributes:
        meaning: How alike they are in meaning.
        similarity: In meaning or in words, whichever is more.
    """

    passages: Sequence[Passage]
    values: Vector
    relevance: Vector
    meaning: Matrix
    similarity: Matrix


def choose_for_focus(
    prepared: Prepared,
    scores: Scores,
    passages: Sequence[Passage],
    prominence: Vector,
    options: Options,
) -> tuple[Choice, ...]:
    """Choose the passages that say most about a focus, the best first.

    The leaders come first: those that are most sharply about it, each from another part of the talk
    where these are promising enough, since a talk may come to it more than once. The rest are from
    the parts that are nearly as much about it as the best is, close to where it comes up itself;
    where those have no more that is worth printing, there are fewer. So that a narrow focus gives
    more than one or two, the next best parts are heard, too, for a few more.

    Args:
        prepared: The talk.
        scores: Its sentences against the focus.
        passages: Those that the options allow.
        prominence: One for each passage, from `tell_prominence`.
        options: How many, how long.
    """
    places = _mean(scores.field, passages)
    said = (_mean(scores.sharp, passages) + _top(scores.sharp, passages)) / 2
    # Multiplied, since powers differ by a bit between instruction sets.
    placed = places * places * places
    values = settle(
        placed
        * readability(prepared, passages, READING)
        * (1 - SAYING + SAYING * said)
        * (1 - TELLING + TELLING * to_share(prominence))
    )
    mentions = _mean(spread(scores.sharp**2, width=CLOSE), passages)
    mentioned = mentions >= MENTIONED * mentions.max(initial=0.0)
    best, full = float(values.max(initial=0.0)), float(places.max(initial=0.0))
    tiers = [
        mentioned & (places >= floor * full) & (values >= worth * best)
        for floor, worth in zip(FLOORS, WORTHS, strict=True)
    ]
    sharp = settle(values * (UNNAMED + said))
    short = _shortlist(np.where(tiers[-1], values, 0.0)) | _shortlist(sharp)
    pool, kept = _pool(prepared, passages, values, _mean(scores.relevance, passages), short)
    promise = to_share(sharp[kept])
    leaders = diversify(
        np.where(promise >= PROMISE, promise, 0.0),
        np.maximum(pool.similarity, _nearness(pool.passages, PART)),
        count=min(LEADERS, options.count),
        diversity=SPREADING,
        excludes=lambda i, j: promise[i] < PROMISE or _touching(pool, prepared)(i, j),
        fits=_fitting(pool, options),
    )
    picked = [pick.index for pick in leaders]
    few = max(FEW, len(prepared.sentences) // STRETCH)
    for tier, most in zip(tiers, (options.count, min(few, options.count)), strict=True):
        near = tier[kept]
        rest = diversify(
            to_share(np.where(near, pool.values, 0.0)),
            np.maximum(pool.similarity, BESIDE * _nearness(pool.passages, NEXT)),
            count=most,
            diversity=DIVERSITY,
            picked=picked,
            excludes=_excluding(near, _touching(pool, prepared)),
            fits=_fitting(pool, options),
        )
        picked += [pick.index for pick in rest]
    return _describe(pool, picked)


def _mean(scores: Vector, passages: Sequence[Passage]) -> Vector:
    """Average over the sentences of each passage."""
    sums = np.concatenate(([0.0], np.cumsum(scores)))  # exact: all are multiples of STEP
    firsts = np.array([passage.first for passage in passages], dtype=np.intp)
    ends = np.array([passage.last + 1 for passage in passages], dtype=np.intp)
    return settle((sums[ends] - sums[firsts]) / np.maximum(1, ends - firsts))


def _top(scores: Vector, passages: Sequence[Passage]) -> Vector:
    """Take the highest of the sentences of each passage."""
    return np.array([max(float(scores[i]) for i in passage.picks) for passage in passages])


def _shortlist(values: Vector) -> set[int]:
    return {i for i in order(values)[:SHORTLIST] if values[i] > 0}


def _pool(
    prepared: Prepared,
    passages: Sequence[Passage],
    values: Vector,
    relevance: Vector,
    short: set[int],
) -> tuple[_Pool, list[int]]:
    """Gather what is compared; give the indices of its passages, too."""
    kept = sorted(short)  # so that of equals the earlier wins
    sums = [prepared.vectors[list(passages[i].picks)].sum(axis=0) for i in kept]
    vectors = to_grid(np.array(sums) if sums else np.zeros((0, prepared.vectors.shape[1])))
    alike = compare_words(prepared.words, (passages[i].picks for i in kept))
    meaning = cosines(vectors, vectors)
    similarity = np.maximum(meaning, np.minimum(1.0, IN_WORDS * alike))
    return _Pool(
        [passages[i] for i in kept], values[kept], relevance[kept], meaning, similarity
    ), kept


def _nearness(passages: Sequence[Passage], reach: float) -> Matrix:
    """Say how near to each other passages stand: 1 in one place, 0 from `reach` sentences on."""
    middles = np.array([(passage.first + passage.last) / 2 for passage in passages])
    apart = np.abs(middles[:, None] - middles[None, :])
    return settle(np.clip(1 - apart / reach, 0.0, 1.0))


def _touching(pool: _Pool, prepared: Prepared) -> Callable[[int, int], bool]:
    """Tell whether two passages of the pool overlap or share a sentence."""
    return lambda i, j: _touch(prepared, pool.passages[i], pool.passages[j])


def _excluding(
    near: NDArray[np.bool_], touching: Callable[[int, int], bool]
) -> Callable[[int, int], bool]:
    """Keep out what touches a pick, and what is not near."""
    return lambda i, j: not near[i] or touching(i, j)


def _touch(prepared: Prepared, one: Passage, other: Passage) -> bool:
    """Tell whether two passages overlap, or the same words stand in both."""
    if one.indices[0] <= other.last and other.indices[0] <= one.last:
        return True
    return not say(prepared, one).isdisjoint(say(prepared, other))


def _fitting(pool: _Pool, options: Options) -> Callable[[Sequence[int]], bool]:
    """Tell whether passages together keep to the number of words."""

    def fit(picked: Sequence[int]) -> bool:
        most = options.max_words
        return most is None or sum(pool.passages[i].words for i in picked) <= most

    return fit


def _describe(pool: _Pool, picked: Sequence[int]) -> tuple[Choice, ...]:
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
