"""How good a list of nuggets, or a ranking of sentences, is: pure functions on numbers.

Sentences and words are known by their indices in the talk, and `inside` says for each what share
of it lies in the gold. `tests/evaluate/test_measures.py` holds each against its definition.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from nuggets.evaluate.datasets import Span

HALF = 0.5  # share of a nugget's words that must lie in the gold
TOP = 10  # depth of P@10 and nDCG@10
FOREIGN = -1  # stands for a word that is not the talk's


def share_inside(start: int, end: int, gold: Sequence[Span]) -> float:
    """Say what share of a range of the source lies in the gold.

    Args:
        start: Place of the first character.
        end: Place after the last; beyond `start`.
        gold: Ranges in order, not overlapping.

    >>> share_inside(0, 10, [Span(5, 20)])
    0.5
    """
    first = max(0, bisect_right(gold, (start,)) - 1)
    covered = 0
    for span in gold[first:]:
        if span.start >= end:
            break
        covered += max(0, min(end, span.end) - max(start, span.start))
    return covered / (end - start)


def score_nuggets(nuggets: Sequence[Sequence[int]], inside: Sequence[float]) -> dict[str, float]:
    """Score a list of nuggets by where its words lie.

    Args:
        nuggets: For each the indices of its words among those of the talk, the best nugget first;
            `FOREIGN` for a word that is not the talk's.
        inside: Share of each word of the talk that lies in the gold.

    Returns:
        `nug_p`: share of the nuggets that have at least half of their words in the gold; `first`
        and `top3`: whether the first, or one of the first three, has; `word_p` and `word_r`:
        precision and recall of the words; `words`: how many words in all, each once; `nuggets`:
        how many. An empty list has 0 in each.
    """
    hits = [_hits(nugget, inside) for nugget in nuggets]
    printed = sorted({i for nugget in nuggets for i in nugget if i != FOREIGN})
    said = len(printed) + sum(i == FOREIGN for nugget in nuggets for i in nugget)
    right = math.fsum(inside[i] for i in printed)
    gold = math.fsum(inside)
    return {
        "nug_p": sum(hits) / len(hits) if hits else 0.0,
        "first": float(any(hits[:1])),
        "top3": float(any(hits[:3])),
        "word_p": right / said if said else 0.0,
        "word_r": right / gold if gold else 0.0,
        "words": float(said),
        "nuggets": float(len(nuggets)),
    }


def _hits(nugget: Sequence[int], inside: Sequence[float]) -> bool:
    """Tell whether at least half of a nugget's words lie in the gold."""
    right = math.fsum(inside[i] for i in nugget if i != FOREIGN)
    return bool(nugget) and right >= HALF * len(nugget)


def score_ranking(ranking: Sequence[int], inside: Sequence[float]) -> dict[str, float]:
    """Score the full ranking of a talk's sentences.

    Args:
        ranking: Every sentence of the talk, the best first.
        inside: Share of each that lies in the gold; from a half on it counts as relevant.

    Returns:
        `p10`: share of relevant ones among the first ten; `ndcg10`: normalized discounted
        cumulative gain of the first ten, gains 0 and 1; `ap`: average precision.

    Source:
        Jarvelin and Kekalainen (2002) for nDCG; Manning et al. (2008), chapter 8, for the others.
    """
    relevant = [inside[i] >= HALF for i in ranking]
    count = sum(relevant)
    gain = math.fsum(1 / math.log2(at + 2) for at, hit in enumerate(relevant[:TOP]) if hit)
    best = math.fsum(1 / math.log2(at + 2) for at in range(min(TOP, count)))
    seen = 0
    precisions = []
    for at, hit in enumerate(relevant, 1):
        if hit:
            seen += 1
            precisions.append(seen / at)
    return {
        "p10": sum(relevant[:TOP]) / TOP,
        "ndcg10": gain / best if best else 0.0,
        "ap": math.fsum(precisions) / count if count else 0.0,
    }


def share_touched(nuggets: Sequence[Sequence[int]], topics: Sequence[Sequence[float]]) -> float:
    """Say what share of a talk's topics a list touches.

    Args:
        nuggets: For each the indices of its words among those of the talk.
        topics: For each topic, the share of each word of the talk that lies in it.
    """
    printed = {i for nugget in nuggets for i in nugget if i != FOREIGN}
    touched = sum(any(topic[i] > 0 for i in printed) for topic in topics)
    return touched / len(topics) if topics else 0.0


def cut_to_words(sentences: Sequence[str], budget: int) -> list[str]:
    """Keep so many words of sentences, in order; the last may be cut short.

    >>> cut_to_words(["One two three.", "Four five."], 4)
    ['One two three.', 'Four']
    """
    kept = []
    left = budget
    for sentence in sentences:
        words = sentence.split()[:left]
        if words:
            kept.append(" ".join(words))
            left -= len(words)
    return kept
