"""The classic baselines: each ranks the sentences of a talk, in a few lines.

All start from the same sentences and the same folded copies of them as the program itself, and
differ in the ranking alone. `to_nuggets` makes nuggets of a ranking.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from nuggets.english.words import split_terms
from nuggets.evaluate.tfidf import Tfidf
from nuggets.pick.mmr import diversify
from nuggets.rank.bm25 import Postings, bm25
from nuggets.values import Sentence
from nuggets.vectors import Matrix, Vector, argsort_descending, quantize

WINDOW = 10  # sentences to each side that a sentence's BM25 is smoothed over
OWN = 0.3  # weight of its own score beside the smoothed one
LEAST_WORDS = 5  # of the sentence that a nugget begins with
MMR_DIVERSITY = 0.35  # the weight of being different (1 - lambda)
POOL = 200  # best sentences among which MMR picks
TENTHS = 10  # stretches of the talk that `rank_by_tenths` hears
SEED = 0


def to_nuggets(
    ranking: Sequence[int],
    sentences: Sequence[Sentence],
    words: Sequence[int],
    *,
    count: int,
    max_sentences: int,
) -> list[list[int]]:
    """Make nuggets of a ranking: each best sentence with those that follow it in its turn.

    Args:
        ranking: Indices of sentences, the best first.
        sentences: Of the talk.
        words: How many each has; sentences of fewer than five are never first.
        count: At most so many nuggets.
        max_sentences: At most so many sentences in each.

    Returns:
        For each nugget the indices of its sentences; no sentence stands in two.
    """
    taken: set[int] = set()
    nuggets: list[list[int]] = []
    for first in ranking:
        if len(nuggets) == count:
            break
        if first in taken or words[first] < LEAST_WORDS:
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


def rank_by_length(words: Sequence[int]) -> list[int]:
    """Rank the longest sentences first."""
    return argsort_descending(np.array(words, dtype=np.float64))


def score_by_textrank(space: Tfidf) -> Vector:
    """Score sentences by PageRank over their TF-IDF cosines.

    Args:
        space: Of n sentences.

    Returns:
        Array of shape (n,). It does not know the query.

    Source:
        Mihalcea and Tarau (2004), with the usual TF-IDF cosine for the similarity.
    """
    import networkx

    similarity = space.similarity()
    if similarity is None:
        return np.zeros(space.count)
    graph = networkx.from_scipy_sparse_array(similarity)
    scores = networkx.pagerank(graph, tol=1e-10, max_iter=10_000)
    return np.rint(np.array([scores[i] for i in range(space.count)]) * 2.0**30) / 2.0**30


def score_by_words(postings: Postings, query: str) -> Vector:
    """Score sentences by BM25 of the query's content words, as they stand."""
    return bm25(postings, dict.fromkeys(split_terms(query), 1.0))


def score_by_window(scores: Vector, *, reach: int = WINDOW, own: float = OWN) -> Vector:
    """Let each sentence share in the scores around it.

    Args:
        scores: Array of shape (n,), such as BM25.
        reach: Sentences to each side, weighed by 1 / (1 + distance).
        own: Weight of its own score against the smoothed one; both are normalized first.
    """
    bell = np.rint([2**16 / (1 + abs(d)) for d in range(-reach, reach + 1)])
    smooth = np.convolve(np.rint(scores * 2**16), bell)[reach : reach + len(scores)]
    return quantize(own * _normalize(scores) + _normalize(smooth))


def rank_by_mmr(scores: Vector, compare: Callable[[Sequence[int]], Matrix]) -> list[int]:
    """Rank by maximal marginal relevance among the best; the rest follows by score.

    Args:
        scores: Array of shape (n,).
        compare: Gives the similarity of m sentences, an array of shape (m, m).

    Source:
        Carbonell and Goldstein (1998).
    """
    ranking = argsort_descending(scores)
    pool = sorted(ranking[:POOL])
    similarity = compare(pool)
    picks = diversify(
        _normalize(scores)[pool], similarity, count=len(pool), diversity=MMR_DIVERSITY
    )
    return _then_the_rest([pool[pick.index] for pick in picks], ranking)


def rank_by_tenths(scores: Vector, words: Sequence[int]) -> list[int]:
    """Rank the best sentence of each tenth of the talk first, these by score, then the rest.

    Args:
        scores: Array of shape (n,).
        words: How many each sentence has; those that cannot begin a nugget are not chosen.
    """
    ranking = argsort_descending(scores)
    tenths: dict[int, int] = {}
    for i in ranking:
        if words[i] >= LEAST_WORDS:
            tenths.setdefault(i * TENTHS // len(words), i)
    return _then_the_rest(list(tenths.values()), ranking)


def rank_by_reference(texts: Sequence[str], reference: str, *, count: int) -> list[int]:
    """Pick greedily the sentences that bring the most ROUGE: what no system can know.

    Args:
        texts: Folded texts of the sentences.
        reference: What people wrote as the answer.
        count: Picks at most.

    Returns:
        What was picked, in the order of picking; no more than brings anything.

    Source:
        Nallapati et al. (2017), SummaRuNNer, section 2.3: the sum of ROUGE-1 and ROUGE-2 F1.
    """
    asked = _grams(reference)
    each = [_grams(text) for text in texts]
    useful = [
        i
        for i, grams in enumerate(each)
        if any(a.keys() & g.keys() for a, g in zip(asked, grams, strict=True))
    ]
    left = tuple(Counter(grams) for grams in asked)  # not said yet
    said = [0, 0]
    picked: list[int] = []
    best = 0.0
    while useful and len(picked) < count:
        score, i = max(
            ((round(_rouge(each[i], left, asked, said), 9), i) for i in useful),
            key=lambda pair: (pair[0], -pair[1]),
        )
        if score <= best:
            break
        best = score
        picked.append(i)
        useful.remove(i)
        for k, grams in enumerate(each[i]):
            left[k].subtract(grams & left[k])
            said[k] += grams.total()
    return picked


def _grams(text: str) -> tuple[Counter[tuple[str, ...]], ...]:
    terms = split_terms(text)
    return tuple(
        Counter(tuple(terms[i : i + n]) for i in range(len(terms) - n + 1)) for n in (1, 2)
    )


def _rouge(
    grams: Sequence[Counter[tuple[str, ...]]],
    left: Sequence[Counter[tuple[str, ...]]],
    asked: Sequence[Counter[tuple[str, ...]]],
    said: Sequence[int],
) -> float:
    """Add up the F1 of each length of n-grams, were a sentence picked, too.

    Args:
        grams: Of the sentence.
        left: Of the reference, but for those that are said already.
        asked: Of the reference.
        said: How many all picks have.
    """
    scores = []
    for new, open_, all_, count in zip(grams, left, asked, said, strict=True):
        hits = all_.total() - open_.total() + sum(min(n, open_[gram]) for gram, n in new.items())
        total = count + new.total() + all_.total()
        scores.append(2 * hits / total if total else 0.0)
    return math.fsum(scores)


def _then_the_rest(first: list[int], ranking: Sequence[int]) -> list[int]:
    chosen = set(first)
    return first + [i for i in ranking if i not in chosen]


def _normalize(values: Vector) -> Vector:
    highest = float(values.max(initial=0.0))
    return values / highest if highest > 0 else values
