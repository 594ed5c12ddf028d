"""Told points: the matrix is what each passage tells by itself, and the oracle is greedy on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.evaluate.points import (
    FocusPoints,
    Point,
    WordCounter,
    find_told,
    score_points,
)
from nuggets.evaluate.told_points import count_shared_words, match_points, pick_most_points
from nuggets.values import Span

TEXTS = st.text("ab é'-_1\n", min_size=4, max_size=40)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> Span:
    """Draw a span of a text, not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Point], list[Span], list[list[int]]]:
    """Draw a text, points of a focus, the spans of sentences in any order, and passages of them."""
    text = draw(TEXTS)
    answers = st.lists(spans_of(text), min_size=1, max_size=2).map(tuple)
    point = st.builds(Point, st.booleans(), st.lists(answers, min_size=1, max_size=2).map(tuple))
    sentences = draw(st.lists(spans_of(text), min_size=1, max_size=6))
    indices = st.integers(0, len(sentences) - 1)
    passages = st.lists(indices, min_size=1, max_size=3, unique=True).map(sorted)
    return text, draw(st.lists(point, max_size=4)), sentences, draw(st.lists(passages, max_size=6))


def spans_in(sentences: list[Span], passage: list[int]) -> list[Span]:
    """List the spans of the sentences of a passage."""
    return [sentences[i] for i in passage]


@given(cases())
def test_each_passage_tells_what_it_tells_by_itself(
    case: tuple[str, list[Point], list[Span], list[list[int]]],
) -> None:
    """A column of the matrix is the set of points that `find_told` finds for that passage."""
    text, points, sentences, passages = case
    counter = WordCounter(text)
    told = match_points(points, sentences, passages, counter)
    assert told.shape == (len(points), len(passages))
    for j, passage in enumerate(passages):
        here = find_told(spans_in(sentences, passage), points, counter)
        assert set(told[:, j].nonzero()[0].tolist()) == here


@given(cases())
def test_words_are_shared_one_by_one(
    case: tuple[str, list[Point], list[Span], list[list[int]]],
) -> None:
    """What a sentence shares with spans is what counting for it alone gives."""
    text, _, sentences, _ = case
    counter = WordCounter(text)
    shared = count_shared_words(sentences, sentences[:2], counter).tolist()
    assert shared == [counter.count_shared([one], sentences[:2]) for one in sentences]


@given(cases(), st.integers(1, 4))
def test_the_oracle_tells_something_new_with_each_pick(
    case: tuple[str, list[Point], list[Span], list[list[int]]], count: int
) -> None:
    """Its telling is 1, and no single passage tells more than its first pick."""
    text, points, sentences, passages = case
    counter = WordCounter(text)
    told = match_points(points, sentences, passages, counter)
    picks = pick_most_points(told, points, count=count)
    assert len(picks) <= count
    lists = [spans_in(sentences, passages[i]) for i in picks]
    found = score_points(lists, FocusPoints("broad", tuple(points)), counter, count=count)
    assert found["telling"] == bool(picks)
    weights = [
        sum(points[i].weight for i in find_told(spans_in(sentences, one), points, counter))
        for one in passages
    ]
    assert weights[picks[0]] == max(weights) if picks else not any(weights)
