"""Points that a list tells: the measures against their definition, and what must always hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.points import (
    FocusPoints,
    Point,
    WordCounter,
    find_told,
    harmonic_mean,
    score_points,
)
from nuggets.values import Span
from tests.evaluate import reference_points

TEXTS = st.text("ab é'-_1\n", min_size=4, max_size=40)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> Span:
    """Draw a span of a text, not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, FocusPoints, list[list[Span]]]:
    """Draw a text, the points of a focus in it, and a list of nuggets."""
    text = draw(TEXTS)
    several = st.lists(spans_of(text), min_size=1, max_size=2)
    passages = st.lists(several.map(tuple), min_size=1, max_size=2).map(tuple)
    points = draw(st.lists(st.builds(Point, st.booleans(), passages), min_size=1, max_size=5))
    litter = draw(st.lists(spans_of(text), max_size=2))
    nuggets = draw(st.lists(several, max_size=5))
    return text, FocusPoints("broad", tuple(points), None, tuple(litter)), nuggets


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_words_are_counted_as_a_regular_expression_does(text: str, start: int, end: int) -> None:
    """The words of a slice are what the regular expression of the definition finds in it."""
    assert WordCounter(text).count(start, end) == len(re.findall(r"\w+", text[start:end]))


@given(cases(), st.integers(1, 6))
def test_points_are_scored_by_their_definition(
    case: tuple[str, FocusPoints, list[list[Span]]], count: int
) -> None:
    """Every measure is what counting by hand gives."""
    text, target, nuggets = case
    found = score_points(nuggets, target, WordCounter(text), count=count)
    assert found == pytest.approx(reference_points.score(nuggets, target, text, count))


@given(cases())
def test_shares_are_shares(case: tuple[str, FocusPoints, list[list[Span]]]) -> None:
    """F, points, vital and telling are in [0, 1]; F is between points and telling."""
    text, target, nuggets = case
    found = score_points(nuggets, target, WordCounter(text), count=10)
    assert all(0 <= found[name] <= 1 for name in ("f", "points", "vital", "telling"))
    low, high = sorted((found["points"], found["telling"]))
    assert low - 1e-12 <= found["f"] <= high + 1e-12


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_nuggets_changes_no_point(
    case: tuple[str, FocusPoints, list[list[Span]]], random: object
) -> None:
    """Points, vital, words and litter of a list that is read whole know no order."""
    text, target, nuggets = case
    shuffled = list(nuggets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis does not export its type
    one, other = (
        score_points(order, target, WordCounter(text), count=10) for order in (nuggets, shuffled)
    )
    for name in ("points", "vital", "nuggets", "words", "litter"):
        assert one[name] == other[name]


@given(cases())
def test_one_more_nugget_never_tells_less(
    case: tuple[str, FocusPoints, list[list[Span]]],
) -> None:
    """Points and vital do not fall when a list grows; the same nugget again tells nothing."""
    text, target, nuggets = case
    counter = WordCounter(text)
    shares = [score_points(nuggets[:n], target, counter, count=10) for n in range(len(nuggets) + 1)]
    for name in ("points", "vital"):
        values = [one[name] for one in shares]
        assert values == sorted(values)
    if nuggets:
        again = score_points([*nuggets, nuggets[0]], target, counter, count=10)
        assert again["points"] == shares[-1]["points"]
        assert again["telling"] <= shares[-1]["telling"]


@given(cases())
def test_half_of_a_passage_is_enough(case: tuple[str, FocusPoints, list[list[Span]]]) -> None:
    """A nugget that is a passage of a point tells it; one elsewhere, or none, does not."""
    text, target, _ = case
    counter = WordCounter(text)
    for i, point in enumerate(target.points):
        assert i in find_told(point.passages[0], target.points, counter)
    worded = [point for point in target.points if all(map(counter.count_all, point.passages))]
    assert find_told((), worded, counter) == frozenset()


def test_the_harmonic_mean() -> None:
    """It is 0 where either is, and the value itself where both are the same."""
    assert harmonic_mean(0.0, 0.0) == harmonic_mean(1.0, 0.0) == 0
    assert harmonic_mean(0.25, 0.25) == 0.25
    assert harmonic_mean(0.267, 0.359) == pytest.approx(0.306, abs=0.001)
