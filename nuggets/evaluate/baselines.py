"""Baseline rankings: TextRank, BM25, MMR, lead, longest, random, and the ROUGE oracle (networkx).

All start from the same sentences as the program itself, in the same normal form, and differ in the
ranking alone. `extend_to_nuggets` makes nuggets of a ranking.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from nuggets.english.words import split_terms
from nuggets.evaluate.settings import SEED
from nuggets.evaluate.tfidf import TfidfSpace
from nuggets.pick.mmr import REPEAT
from nuggets.rank.bm25 import Postings, bm25
from nuggets.values import Sentence
from nuggets.vectors import Matrix, Vector, argsort_descending, quantize

NgramCounts: TypeAlias = tuple[Counter[tuple[str, ...]], ...]
"""How often each unigram and each bigram occurs."""

# The definitions of the baselines in this project's evaluation protocol; all by eye.
WINDOW_REACH = 10  # sentences to each side that share their BM25
OWN_WEIGHT = 0.3  # of a sentence's own BM25, against the smoothed one
MIN_WORDS = 5  # of the first sentence of a nugget
MMR_DIVERSITY = 0.35  # 1 - lambda
MMR_POOL = 200  # best sentences that MMR ranks anew
TENTHS = 10  # equal parts of the talk in `rank_by_tenths`


def extend_to_nuggets(
    ranking: Sequence[int],
    sentences: Sequence[Sentence],
    word_counts: Sequence[int],
    *,
    count: int,
    max_sentences: int,
) -> list[list[int]]:
    """Make nuggets of a ranking: each best sentence with those that follow it in its turn.

    Args:
        ranking: Indices of sentences, the best first.
        sentences: All sentences of the talk.
        word_counts: How many words each has; those with fewer than `MIN_WORDS` are never first.
        count: At most so many nuggets.
        max_sentences: At most so many sentences in each.

    Returns:
        For each nugget the indices of its sentences; no sentence is in two.
    """
    taken: set[int] = set()
    nuggets: list[list[int]] = []
    for first in ranking:
        if len(nuggets) == count:
            break
        if first in taken or word_counts[first] < MIN_WORDS:
            continue
        nugget = [first]
        for i in range(first + 1, min(first + max_sentences, len(sentences))):
            if i in taken or sentences[i].turn_index != sentences[first].turn_index:
                break
            nugget.append(i)
        taken.update(nugget)
        nuggets.append(nugget)
    return nuggets


def rank_randomly(n: int, *, key: str) -> list[int]:
    """Shuffle n sentences; the same key gives the same order on every machine."""
    seed = [SEED, zlib.crc32(key.encode())]
    return [int(i) for i in np.random.Generator(np.random.PCG64(seed)).permutation(n)]


def rank_by_length(word_counts: Sequence[int]) -> list[int]:
    """Rank the longest sentences first."""
    return argsort_descending(np.array(word_counts, dtype=np.float64))


def score_by_textrank(space: TfidfSpace) -> Vector:
    """Score sentences by PageRank over their TF-IDF cosines.

    Args:
        space: Of n sentences.

    Returns:
        Array of shape (n,), rounded to multiples of 2**-30; the query has no influence.

    Source:
        Mihalcea and Tarau (2004), with TF-IDF cosines for the similarity, as is usual today.
    """
    import networkx

    similarity = space.similarity()
    if similarity is None:
        return np.zeros(space.count)
    graph = networkx.from_scipy_sparse_array(similarity)
    scores = networkx.pagerank(graph, tol=1e-10, max_iter=10_000)
    # Finer than `quantize`: in a long talk scores are far below 1 and close to each other.
    return np.rint(np.array([scores[i] for i in range(space.count)]) * 2.0**30) / 2.0**30


def score_by_bm25(postings: Postings, query: str) -> Vector:
    """Score sentences by BM25 of the query's content words, each with weight 1."""
    return bm25(postings, dict.fromkeys(split_terms(query), 1.0))


def smooth_over_window(
    scores: Vector, *, reach: int = WINDOW_REACH, own_weight: float = OWN_WEIGHT
) -> Vector:
    """Add the scores of the sentences around each sentence, the nearer the more.

    Args:
        scores: Array of shape (n,), such as BM25.
        reach: Sentences to each side, weighted by 1 / (1 + distance).
        own_weight: Weight of a sentence's own score, beside the smoothed one with weight 1; both
            are divided by their maximum first.

    Returns:
        Array of shape (n,).
    """
    kernel = np.rint([2**16 / (1 + abs(d)) for d in range(-reach, reach + 1)])
    smooth = np.convolve(np.rint(scores * 2**16), kernel)[reach : reach + len(scores)]
    return quantize(own_weight * _divide_by_max(scores) + _divide_by_max(smooth))


def rank_by_mmr(scores: Vector, compare: Callable[[Sequence[int]], Matrix]) -> list[int]:
    """Rank the best by maximal marginal relevance; the rest follows by score.

    Args:
        scores: Array of shape (n,).
        compare: Computes the similarity of m sentences, an array of shape (m, m).

    Source:
        Carbonell and Goldstein (1998).
    """
    ranking = argsort_descending(scores)
    pool = sorted(ranking[:MMR_POOL])
    similarity = compare(pool)
    relevance = _divide_by_max(scores)[pool]
    picks: list[int] = []
    nearest = np.zeros(len(pool))
    for _ in pool:
        marginal = quantize((1 - MMR_DIVERSITY) * relevance - MMR_DIVERSITY * nearest)
        waiting = nearest < REPEAT
        waiting[picks] = False
        if not waiting.any():
            break
        picks.append(argsort_descending(np.where(waiting, marginal, -np.inf))[0])
        nearest = np.maximum(nearest, np.minimum(1.0, similarity[picks[-1]]))
    return _append_rest([pool[pick] for pick in picks], ranking)


def rank_by_tenths(scores: Vector, word_counts: Sequence[int]) -> list[int]:
    """Rank the best sentence of each tenth of the talk first, these by score, then the rest.

    Args:
        scores: Array of shape (n,).
        word_counts: How many words each sentence has; one with fewer than `MIN_WORDS`, which
            cannot begin a nugget, never stands for its tenth.
    """
    ranking = argsort_descending(scores)
    best_of_tenth: dict[int, int] = {}
    for i in ranking:
        if word_counts[i] >= MIN_WORDS:
            best_of_tenth.setdefault(i * TENTHS // len(word_counts), i)
    return _append_rest(list(best_of_tenth.values()), ranking)


def pick_oracle(texts: Sequence[str], reference: str, *, count: int) -> list[int]:
    """Pick greedily the sentences that add the most ROUGE: an upper bound, it knows the answer.

    Args:
        texts: The sentences in `fold`'s normal form.
        reference: The annotators' summary.
        count: Picks at most.

    Returns:
        Indices in picking order; fewer than `count` where no sentence adds anything.

    Source:
        Nallapati et al. (2017), SummaRuNNer, section 2.3: the sum of ROUGE-1 and ROUGE-2 F1.
    """
    reference_ngrams = _count_ngrams(reference)
    ngrams = [_count_ngrams(text) for text in texts]
    candidates = [
        i
        for i, own in enumerate(ngrams)
        if any(a.keys() & b.keys() for a, b in zip(reference_ngrams, own, strict=True))
    ]
    unmatched = tuple(Counter(counts) for counts in reference_ngrams)
    picked_totals = [0, 0]
    picks: list[int] = []
    best = 0.0
    while candidates and len(picks) < count:
        score, i = max(
            (
                (round(_rouge_sum(ngrams[i], unmatched, reference_ngrams, picked_totals), 9), i)
                for i in candidates
            ),
            key=lambda pair: (pair[0], -pair[1]),
        )
        if score <= best:
            break
        best = score
        picks.append(i)
        candidates.remove(i)
        for k, counts in enumerate(ngrams[i]):
            unmatched[k].subtract(counts & unmatched[k])
            picked_totals[k] += counts.total()
    return picks


def _count_ngrams(text: str) -> NgramCounts:
    terms = split_terms(text)
    return tuple(
        Counter(tuple(terms[i : i + n]) for i in range(len(terms) - n + 1)) for n in (1, 2)
    )


def _rouge_sum(
    ngrams: NgramCounts,
    unmatched: NgramCounts,
    reference_ngrams: NgramCounts,
    picked_totals: Sequence[int],
) -> float:
    """Sum the F1 of unigrams and bigrams that all picks would have with one more sentence.

    Args:
        ngrams: Of the sentence.
        unmatched: Of the reference, without those that the picks have matched.
        reference_ngrams: Of the reference.
        picked_totals: How many unigrams and bigrams all picks have.
    """
    scores = []
    for new, still, wanted, picked in zip(
        ngrams, unmatched, reference_ngrams, picked_totals, strict=True
    ):
        matched = (
            wanted.total() - still.total() + sum(min(n, still[gram]) for gram, n in new.items())
        )
        size = picked + new.total() + wanted.total()
        scores.append(2 * matched / size if size else 0.0)
    return math.fsum(scores)


def _append_rest(first: list[int], ranking: Sequence[int]) -> list[int]:
    """Append the indices of a ranking that are not among the first."""
    chosen = set(first)
    return first + [i for i in ranking if i not in chosen]


def _divide_by_max(values: Vector) -> Vector:
    """Divide by the maximum; not quantized, unlike `scale_to_max`, as it is added up later."""
    highest = float(values.max(initial=0.0))
    return values / highest if highest > 0 else values
