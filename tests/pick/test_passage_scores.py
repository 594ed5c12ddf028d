"""The printed factors are the score: recomputed, and each decides."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.option_definitions import Options
from nuggets.pick.candidates import find_candidates
from nuggets.pick.choose import choose
from nuggets.pick.make_nuggets import score_passages
from nuggets.pick.passage_scores import add_up
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS, load_ranker
from nuggets.rank.scoring import score
from nuggets.vectors import to_grid
from tests.processes import ROOT, SAMPLE

FOCI = ("heat pump", "privacy and consent", "what it costs", None)


ASKED = {
    "talk.txt": ("heat pump", "privacy and consent", None),
    "meeting.txt": ("the budget", None),
    "hearing.txt": ("what the witness saw", None),
}


@cache
def index(name: str = SAMPLE.name) -> nuggets.Index:
    """A talk of our own, embedded once."""
    return nuggets.Index(nuggets.read(ROOT / "data" / name))


@pytest.mark.parametrize(("name", "focus"), [(n, f) for n, foci in ASKED.items() for f in foci])
def test_each_score_is_that_of_the_printed_factors(name: str, focus: str | None) -> None:
    """From the JSON alone: 1 / (1 + exp(-sum)) is the relevance, times readability the score."""
    names = FOCUS_FACTORS if focus else TALK_FACTORS
    document = json.loads(nuggets.to_json(index(name).summarize(focus)))
    if document["results"][0]["status"] == "not-discussed":
        pytest.fail("the test asks for what the talk does not discuss")
    assert document["results"][0]["nuggets"]
    for nugget in document["results"][0]["nuggets"]:
        scores = nugget["scores"]
        assert set(scores) == {"relevance", "novelty", "readability", "base", *names}
        total = scores["base"] + sum(scores[name] for name in names)
        assert scores["relevance"] == pytest.approx(1 / (1 + math.exp(-total)), abs=2e-4)
        score = scores["relevance"] * scores["readability"]
        assert nugget["score"] == pytest.approx(score, abs=2e-4)


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
