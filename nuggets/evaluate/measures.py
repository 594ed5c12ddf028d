"""Measures of nuggets and rankings against gold: NugP, word precision, P@10, nDCG@10, AP.

Pure functions. Sentences and words are indices into the talk, and `gold_shares` tells of each what
share of it lies in the gold. `tests/evaluate/test_measures.py` checks each against its definition.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from nuggets.evaluate.answers import NOT_IN_TALK
from nuggets.evaluate.documents import RELEVANT_SHARE

CUTOFF = 10
"""Depth of P@10 and nDCG@10."""


def score_nuggets(
    nuggets: Sequence[Sequence[int]], gold_shares: Sequence[float]
) -> dict[str, float]:
    """Score a list of nuggets by where its words lie.

    Args:
        nuggets: For each the indices of its words among those of the talk, the best nugget first;
            `NOT_IN_TALK` for a word that the talk does not have.
        gold_shares: For each word of the talk, the share of it that lies in the gold.

    Returns:
        `nug_p`: share of the nuggets that have at least half of their words in the gold; `first`
        and `top3`: whether the first, or one of the first three, has; `word_p` and `word_r`:
        precision and recall of words; `words`: how many words in all, each once; `nuggets`: how
        many. All are 0 for an empty list.
    """
    hits = [_is_hit(nugget, gold_shares) for nugget in nuggets]
    found = sorted({i for nugget in nuggets for i in nugget if i != NOT_IN_TALK})
    word_count = len(found) + sum(i == NOT_IN_TALK for nugget in nuggets for i in nugget)
    in_gold = math.fsum(gold_shares[i] for i in found)
    gold_size = math.fsum(gold_shares)
    return {
        "nug_p": sum(hits) / len(hits) if hits else 0.0,
        "first": float(any(hits[:1])),
        "top3": float(any(hits[:3])),
        "word_p": in_gold / word_count if word_count else 0.0,
        "word_r": in_gold / gold_size if gold_size else 0.0,
        "words": float(word_count),
        "nuggets": float(len(nuggets)),
    }


def _is_hit(nugget: Sequence[int], gold_shares: Sequence[float]) -> bool:
    """Whether enough of a nugget's words lie in the gold."""
    in_gold = math.fsum(gold_shares[i] for i in nugget if i != NOT_IN_TALK)
    return bool(nugget) and in_gold >= RELEVANT_SHARE * len(nugget)


def score_ranking(ranking: Sequence[int], gold_shares: Sequence[float]) -> dict[str, float]:
    """Score the full ranking of a talk's sentences.

    Args:
        ranking: Every sentence of the talk, the best first.
        gold_shares: For each sentence, the share of it that lies in the gold; from
            `RELEVANT_SHARE` on it is relevant.

    Returns:
        `p10`: precision of the first ten; `ndcg10`: normalized discounted cumulative gain of the
        first ten, with gains 0 and 1; `ap`: average precision. Where nothing is relevant all are 0.

    Source:
        Jarvelin and Kekalainen (2002) for nDCG; Manning et al. (2008), chapter 8, for the others.
    """
    relevant = [gold_shares[i] >= RELEVANT_SHARE for i in ranking]
    count = sum(relevant)
    gain = math.fsum(1 / math.log2(at + 2) for at, hit in enumerate(relevant[:CUTOFF]) if hit)
    ideal_gain = math.fsum(1 / math.log2(at + 2) for at in range(min(CUTOFF, count)))
    seen = 0
    precisions = []
    for depth, hit in enumerate(relevant, 1):
        if hit:
            seen += 1
            precisions.append(seen / depth)
    return {
        "p10": sum(relevant[:CUTOFF]) / CUTOFF,
        "ndcg10": gain / ideal_gain if ideal_gain else 0.0,
        "ap": math.fsum(precisions) / count if count else 0.0,
    }


def subtopic_recall(nuggets: Sequence[Sequence[int]], topics: Sequence[Sequence[float]]) -> float:
    """Compute the share of a talk's topics that a list covers, each by a word at least.

    Args:
        nuggets: For each the indices of its words among those of the talk.
        topics: For each topic and each word of the talk, the share of the word that lies in it.

    Returns:
        In [0, 1]; 0 where there are no topics.

    Source:
        Zhai, Cohen and Lafferty (2003), S-recall.
    """
    found = {i for nugget in nuggets for i in nugget if i != NOT_IN_TALK}
    covered = sum(any(topic[i] > 0 for i in found) for topic in topics)
    return covered / len(topics) if topics else 0.0


def truncate_to_words(sentences: Sequence[str], max_words: int) -> list[str]:
    """Keep the first words of a list of sentences; the last one kept may be cut short.

    >>> truncate_to_words(["One two three.", "Four five."], 4)
    ['One two three.', 'Four']
    """
    kept = []
    left = max_words
    for sentence in sentences:
        words = sentence.split()[:left]
        if words:
            kept.append(" ".join(words))
            left -= len(words)
    return kept
