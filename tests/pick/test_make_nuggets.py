from __future__ import annotations

from functools import cache

import pytest

import nuggets
from nuggets.pick.make_nuggets import MAX_REASONS
from tests.processes import SAMPLE

FOCI = ("heat pump", "privacy and consent", None)


@cache
def index() -> nuggets.Index:
    """The sample, embedded once."""
    return nuggets.Index(nuggets.read(SAMPLE))


@pytest.mark.parametrize("focus", FOCI)
def test_scores_are_those_of_the_sentences(focus: str | None) -> None:
    """A nugget's centrality and substance are the highest of its picked sentences."""
    ranked = {one.sentence.index: one for one in index().rank(focus)}
    for nugget in index().summarize(focus).results[0].nuggets:
        picks = [s.index for s, role in zip(nugget.sentences, nugget.roles, strict=True)
                 if role == "pick"]  # fmt: skip
        assert nugget.scores["centrality"] == round(max(ranked[i].centrality for i in picks), 4)
        assert nugget.scores["substance"] == round(max(ranked[i].informativeness for i in picks), 4)


def test_explanations_name_few_features_and_only_with_a_focus() -> None:
    """With a focus at most two features are named, each with what it adds; without, none."""
    for nugget in index().summarize("heat pump").results[0].nuggets:
        reasons = nugget.why.partition("placed by: ")[2].split("; ")
        assert 1 <= len(reasons) <= MAX_REASONS
        assert all(float(reason.rsplit(" ", 1)[1]) > 0 for reason in reasons)
    assert all("placed by" not in n.why for n in index().summarize().results[0].nuggets)


@pytest.mark.parametrize("context", [0, 1, 3])
def test_context_is_what_stands_around(context: int) -> None:
    """So many sentences before and after, fewer at the ends of the talk, in order."""
    for nugget in index().summarize("heat pump", context=context).results[0].nuggets:
        first, last = nugget.sentences[0].index, nugget.sentences[-1].index
        assert [s.index for s in nugget.before] == list(range(max(0, first - context), first))
        end = min(len(index().sentences), last + 1 + context)
        assert [s.index for s in nugget.after] == list(range(last + 1, end))


def test_the_order_of_time_is_that_of_the_talk() -> None:
    """Listed by time they ascend; listed by rank, ranks do."""
    by_time = index().summarize("heat pump").results[0].nuggets
    by_rank = index().summarize("heat pump", order="rank").results[0].nuggets
    places = [nugget.sentences[0].index for nugget in by_time]
    assert places == sorted(places)
    assert [nugget.rank for nugget in by_rank] == list(range(1, len(by_rank) + 1))
