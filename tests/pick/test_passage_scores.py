"""The printed factors are the score: recomputed, and each decides."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.option_definitions import Options
from nuggets.pick.candidates import describe_passages, find_candidates
from nuggets.pick.choose import choose
from nuggets.pick.make_nuggets import score_passages
from nuggets.pick.passage_scores import add_up
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS, load_ranker
from nuggets.rank.scoring import score
from nuggets.vectors import quantize, to_grid
from tests.processes import SAMPLE

FOCI = ("heat pump", "privacy and consent", "what it costs", None)
TALKS = sorted(SAMPLE.parent.glob("*.txt"))
MORE_FOCI = ("what it costs", "the people who live here", "water", None)


ASKED = {
    "talk.txt": ("heat pump", "privacy and consent", None),
    "meeting.txt": ("the budget", None),
    "hearing.txt": ("what the witness saw", None),
}


@cache
def index(path: Path = SAMPLE) -> nuggets.Index:
    """A talk, embedded once."""
    return nuggets.Index(nuggets.read(path))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_each_score_is_that_of_the_printed_factors(path: Path) -> None:
    """From the JSON alone: 1 / (1 + exp(-sum)) is the relevance, times readability the score."""
    results = [index(path).summarize(focus) for focus in (*FOCI[:-1], *MORE_FOCI)]
    documents = [json.loads(nuggets.to_json(result))["results"][0] for result in results]
    assert sum(len(document["nuggets"]) for document in documents) > 20
    for document in documents:
        names = FOCUS_FACTORS if document["focus"] else TALK_FACTORS
        for nugget in document["nuggets"]:
            scores = nugget["scores"]
            assert set(scores) == {"relevance", "novelty", "readability", "base", *names}
            total = scores["base"] + sum(scores[name] for name in names)
            assert scores["relevance"] == pytest.approx(1 / (1 + math.exp(-total)), abs=2e-4)
            score = scores["relevance"] * scores["readability"]
            assert nugget["score"] == pytest.approx(score, abs=2e-4)


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_more_nuggets_extend_fewer(path: Path) -> None:
    """The best n of n + 1 nuggets are the n nuggets."""
    for focus in (None, "what it costs"):
        lists = [
            [
                (nugget.score, nugget.sentences)
                for nugget in index(path).summarize(focus, count=n, order="rank").results[0].nuggets
            ]
            for n in range(1, 11)
        ]
        assert all(more[: len(fewer)] == fewer for fewer, more in pairwise(lists))
        assert len(lists[-1]) > 1


@pytest.mark.parametrize("part", ["textrank", "meaning", "telling", "talk textrank"])
def test_random_numbers_give_another_list(part: str) -> None:
    """TextRank, meaning and telling each decide: random numbers for them print another list."""
    models = load_models("static")
    talk = prepare(nuggets.read(SAMPLE), models)
    ranker = load_ranker(built_in_folder("ranker"))
    candidates = find_candidates(talk, ranker, max_sentences=3)
    drawn, n = np.random.default_rng(1), len(talk.sentences)
    texts = [None] if part.startswith("talk") else FOCI[:-1]
    for text in texts:
        focus = None if text is None else parse_focus(text, {})
        scores = None if focus is None else score(talk, focus, models)
        other, others = scores, candidates
        if scores is not None and part == "textrank":
            other = replace(scores, textrank=quantize(drawn.exponential(size=n)))
        elif scores is not None and part == "meaning":
            other = replace(scores, query=to_grid(drawn.normal(size=scores.query.shape)))
        elif part == "talk textrank":
            talk_of_chance = replace(talk, centrality=quantize(drawn.random(n)))
            others = describe_passages(talk_of_chance, candidates.passages, *ranker.judge(talk))
        else:
            by_chance, litter = quantize(drawn.random(n)), ranker.judge(talk)[1]
            others = describe_passages(talk, candidates.passages, by_chance, litter)
        lists = []
        for measured, passages in ((scores, candidates), (other, others)):
            found = score_passages(talk, passages, ranker, measured)
            chosen, _ = choose(talk, passages, found, Options())
            lists.append([choice.passage.picks for choice in chosen])
        assert lists[0] != lists[1], text


@pytest.mark.parametrize("factor", [*FOCUS_FACTORS, *(f"talk {name}" for name in TALK_FACTORS)])
def test_each_factor_decides(factor: str) -> None:
    """With a factor the same for all, another list is picked for one of the foci at least."""
    talk, models = prepare(nuggets.read(SAMPLE), load_models("static")), load_models("static")
    ranker = load_ranker(built_in_folder("ranker"))
    candidates = find_candidates(talk, ranker, max_sentences=3)
    is_whole, name = factor.startswith("talk "), factor.removeprefix("talk ")
    changed = []
    for text in [None] if is_whole else FOCI[:-1]:
        scores = None if text is None else score(talk, parse_focus(text, {}), models)
        found = score_passages(talk, candidates, ranker, scores)
        added = found.added.copy()
        column = added[:, list(found.names).index(name)]
        column[:] = np.median(column)
        other = add_up(found.names, found.base, added, candidates)
        lists = [choose(talk, candidates, one, Options())[0] for one in (found, other)]
        changed.append([c.index for c in lists[0]] != [c.index for c in lists[1]])
    assert any(changed)


@pytest.mark.parametrize("part", ["textrank", "meaning", "telling", "talk textrank"])
def test_random_numbers_in_its_place_change_the_list(part: str) -> None:
    """TextRank, meaning and telling decide: with random numbers another list is picked."""
    random = np.random.default_rng(0)
    models = load_models("static")
    talk = prepare(nuggets.read(SAMPLE), models)
    ranker = load_ranker(built_in_folder("ranker"))
    candidates = find_candidates(talk, ranker, max_sentences=3)
    scores = None if part == "talk textrank" else score(talk, parse_focus("heat pump", {}), models)
    others, other = candidates, scores
    shuffled = random.permutation(len(talk.sentences))
    if part == "talk textrank":
        others = replace(candidates, centrality=random.permutation(candidates.centrality))
    elif part == "telling":
        others = replace(candidates, telling=random.permutation(candidates.telling))
    elif scores is not None and part == "textrank":
        other = replace(scores, textrank=scores.textrank[shuffled])
    elif scores is not None:
        query = to_grid(random.standard_normal(scores.query.shape))
        other = replace(scores, query=query)
    lists = [
        choose(talk, among, score_passages(talk, among, ranker, by), Options())[0]
        for among, by in ((candidates, scores), (others, other))
    ]
    assert [c.index for c in lists[0]] != [c.index for c in lists[1]]


@pytest.mark.parametrize("focus", FOCI)
def test_sentences_are_ranked_as_nuggets_are(focus: str | None) -> None:
    """The first sentences of `rank` are those of the best nugget, with its score."""
    best = min(index().summarize(focus).results[0].nuggets, key=lambda nugget: nugget.rank)
    ranked = index().rank(focus)
    picks = [s for s, role in zip(best.sentences, best.roles, strict=True) if role == "pick"]
    assert {row.sentence.index for row in ranked[: len(picks)]} == {s.index for s in picks}
    assert all(abs(row.score - best.score) < 1e-4 for row in ranked[: len(picks)])


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_no_sentence_of_a_nugget_is_ranked_below_it(path: Path) -> None:
    """A sentence has the score of its best passage: that of its nugget, or more; in this order."""
    for focus in MORE_FOCI:
        ranked = index(path).rank(focus)
        scores = {row.sentence.index: row.score for row in ranked}
        order = [(-row.score, row.sentence.index) for row in ranked]
        assert order == sorted(order)
        assert len(scores) == len(index(path).sentences)
        for nugget in index(path).summarize(focus).results[0].nuggets:
            for sentence, role in zip(nugget.sentences, nugget.roles, strict=True):
                assert role == "question" or scores[sentence.index] > nugget.score - 1e-4
