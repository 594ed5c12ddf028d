"""Each measure against its definition, counted by brute force."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.answers import NOT_IN_TALK
from nuggets.evaluate.measures import (
    score_nuggets,
    score_ranking,
    subtopic_recall,
    truncate_to_words,
)

SHARES = st.sampled_from([0.0, 0.25, 0.5, 1.0])


@st.composite
def nugget_lists(draw: st.DrawFn) -> tuple[list[list[int]], list[float]]:
    """Nuggets of words, some not in the talk, and the gold shares of a talk's words."""
    gold_shares = draw(st.lists(SHARES, min_size=1, max_size=12))
    word = st.integers(0, len(gold_shares) - 1) | st.just(NOT_IN_TALK)
    return draw(st.lists(st.lists(word, max_size=5), max_size=6)), gold_shares


@given(nugget_lists())
def test_nuggets_are_scored_by_their_definition(case: tuple[list[list[int]], list[float]]) -> None:
    """NugP, First, Top3, WordP, WordR and words follow from counting exactly."""
    nuggets, gold_shares = case
    exact = [Fraction(share) for share in gold_shares]
    hits = [
        bool(one) and sum(exact[i] for i in one if i >= 0) >= Fraction(len(one), 2)
        for one in nuggets
    ]
    own = {i for one in nuggets for i in one if i >= 0}
    said = len(own) + sum(one.count(NOT_IN_TALK) for one in nuggets)
    right, gold = sum(exact[i] for i in own), sum(exact)
    assert score_nuggets(nuggets, gold_shares) == {
        "nug_p": pytest.approx(sum(hits) / len(hits) if hits else 0),
        "first": float(hits[:1] == [True]),
        "top3": float(True in hits[:3]),
        "word_p": pytest.approx(float(right / said) if said else 0),
        "word_r": pytest.approx(float(right / gold) if gold else 0),
        "words": said,
        "nuggets": len(nuggets),
    }


@given(
    st.lists(SHARES, min_size=1, max_size=15).flatmap(
        lambda s: st.tuples(st.permutations(range(len(s))), st.just(s))
    )
)
def test_rankings_are_scored_by_their_definition(case: tuple[list[int], list[float]]) -> None:
    """P@10, nDCG@10 and AP follow from the textbook's sums."""
    ranking, gold_shares = case
    hits = [gold_shares[i] >= 0.5 for i in ranking]
    ideal = sorted(hits, reverse=True)

    def dcg(order: list[bool]) -> float:
        return sum(hit / math.log2(at + 1) for at, hit in enumerate(order[:10], 1))

    precisions = [sum(hits[:at]) / at for at in range(1, len(hits) + 1) if hits[at - 1]]
    assert score_ranking(ranking, gold_shares) == {
        "p10": sum(hits[:10]) / 10,
        "ndcg10": pytest.approx(dcg(hits) / dcg(ideal) if any(hits) else 0),
        "ap": pytest.approx(sum(precisions) / len(precisions) if precisions else 0),
    }


def test_the_ideal_ranking_scores_1() -> None:
    """A ranking with the relevant sentences first has nDCG and AP of 1."""
    scores = score_ranking([2, 0, 1], [0.0, 0.0, 1.0])
    assert (scores["ndcg10"], scores["ap"]) == (1.0, 1.0)


def test_half_of_the_words_is_enough() -> None:
    """A nugget hits with exactly half of its words in the gold, and not with fewer."""
    assert score_nuggets([[0, 1]], [1.0, 0.0])["nug_p"] == 1
    assert score_nuggets([[0, 1, 2]], [1.0, 0.0, 0.0])["nug_p"] == 0


def test_a_repeated_word_counts_once() -> None:
    """Repeating a passage adds neither recall nor words."""
    assert score_nuggets([[0], [0]], [1.0, 1.0])["word_r"] == 0.5
    assert score_nuggets([[0], [0]], [1.0, 1.0])["words"] == 1


@given(nugget_lists(), st.lists(st.booleans(), max_size=4))
def test_topics_are_covered_by_any_word(
    case: tuple[list[list[int]], list[float]], flips: list[bool]
) -> None:
    """A topic is covered if any word of a nugget lies in it, with however small a share."""
    nuggets, gold_shares = case
    topics = [[1 - share if flip else share for share in gold_shares] for flip in flips]
    printed = {i for one in nuggets for i in one if i >= 0}
    touched = [any(topic[i] for i in printed) for topic in topics]
    assert subtopic_recall(nuggets, topics) == (sum(touched) / len(touched) if touched else 0)


@given(st.lists(st.text("ab ", max_size=8), max_size=5), st.integers(0, 9))
def test_truncation_keeps_the_first_words(sentences: list[str], max_words: int) -> None:
    """The first words of all are kept, as many as allowed."""
    words = [word for sentence in sentences for word in sentence.split()]
    kept = [
        word for sentence in truncate_to_words(sentences, max_words) for word in sentence.split()
    ]
    assert kept == words[:max_words]
