from __future__ import annotations

import itertools
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.pick.candidates import (
    LITTER_SHARE,
    WINDOW,
    Candidates,
    find_candidates,
    find_repeats,
    leave_out_litter,
    window_sums,
)
from nuggets.pipeline import prepare
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import load_ranker
from nuggets.vectors import GRID
from tests.processes import SAMPLE


@cache
def sample() -> Talk:
    """The sample talk, split and embedded once."""
    return prepare(nuggets.read(SAMPLE), load_models("static"))


@cache
def every(max_sentences: int = 3) -> Candidates:
    """The sample's passages."""
    ranker = load_ranker(built_in_folder("ranker"))
    return find_candidates(sample(), ranker, max_sentences=max_sentences)


@settings(max_examples=15)
@given(st.integers(0, 2**16), st.floats(0, 1))
def test_what_is_not_allowed_is_marked(seed: int, share: float) -> None:
    """Each candidate that is allowed has only allowed sentences; all stay for the scale."""
    chances = np.random.default_rng(seed).random(len(sample().sentences))
    allowed = (chances < share).tolist()
    left = every().allow(allowed)
    assert len(left.passages) == len(left.allowed) == len(every().passages)
    possible = [all(allowed[i] for i in passage.picks) for passage in every().passages]
    expected = leave_out_litter(every().litter, np.array(possible, dtype=np.bool_))
    assert left.allowed.tolist() == expected.tolist()
    for passage, may, was in zip(left.passages, left.allowed, every().passages, strict=True):
        assert passage.picks == was.picks
        assert not may or all(allowed[i] for i in passage.indices)


def test_where_all_is_allowed_nothing_changes() -> None:
    """No limit leaves the candidates as they are."""
    assert every().allow([True] * len(sample().sentences)) is every()


def test_means_and_cosines_are_those_of_the_sentences() -> None:
    """Sums along the talk give what each passage gives by itself."""
    vectors, candidates = sample().vectors.sentences, every()
    scores = np.rint(np.random.default_rng(0).random(len(vectors)) * 2**20) / 2**20
    query = vectors[40:41]
    means, near = candidates.mean(scores), candidates.compare(sample(), query)
    around = candidates.compare_window(sample(), query)
    for i in range(0, len(candidates.passages), 7):
        passage = candidates.passages[i]
        run = slice(passage.first, passage.last + 1)
        assert abs(means[i] - scores[run].mean()) < 1e-5
        total = vectors[run].sum(axis=0)
        assert abs(near[i] - query[0] @ total / np.linalg.norm(total) / GRID) < 1e-3
        middle = (passage.first + passage.last) // 2
        total = vectors[max(0, middle - WINDOW) : middle + WINDOW + 1].sum(axis=0)
        assert abs(around[i] - query[0] @ total / np.linalg.norm(total) / GRID) < 1e-3


def test_coverage_is_the_weight_of_the_terms_that_a_passage_says() -> None:
    """Each term counts once, however often the sentences of the passage say it."""
    talk, candidates = sample(), every()
    weights = {"heat": 0.5, "pump": 0.25, "thermo": 0.125}
    covered = candidates.cover(talk, weights)
    for passage, share in zip(candidates.passages, covered.tolist(), strict=True):
        said = set().union(*talk.terms[passage.first : passage.last + 1])
        assert share == sum(weight for term, weight in weights.items() if term in said)
    assert set(covered.tolist()) >= {0.0, 0.125, 0.5, 0.75}


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=90))
def test_windows_add_up_what_is_near(values: list[int]) -> None:
    """Each window is the plain sum over its sentences."""
    found = window_sums(np.array(values, dtype=np.float64))
    expected = [sum(values[max(0, i - WINDOW) : i + WINDOW + 1]) for i in range(len(values))]
    assert found.tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=40))
def test_the_worst_share_is_left_out(drawn: list[tuple[int, bool]]) -> None:
    """Of the allowed at most the share goes, and none that stays is worse than one that went."""
    litter = np.array([level / 4 for level, _ in drawn])
    allowed = np.array([is_allowed for _, is_allowed in drawn], dtype=np.bool_)
    kept = leave_out_litter(litter, allowed)
    gone = allowed & ~kept
    assert not (kept & ~allowed).any()
    assert gone.sum() <= LITTER_SHARE * allowed.sum()
    assert litter[kept].max(initial=0) < litter[gone].min(initial=2)


def test_a_host_whose_passages_are_all_like_litter_is_heard() -> None:
    """The share is of what the options allow, so a speaker who is asked for never loses all."""
    every_one = every()
    for speaker in {sentence.speaker for sentence in sample().sentences}:
        said = [sentence.speaker == speaker for sentence in sample().sentences]
        possible = sum(all(said[i] for i in passage.picks) for passage in every_one.passages)
        assert every_one.allow(said).allowed.sum() >= (1 - LITTER_SHARE) * possible


def test_a_passage_tells_no_less_than_a_part_of_it() -> None:
    """A longer passage from the same start on has at least the odds of telling something."""
    found = dict(zip([p.picks for p in every().passages], every().telling, strict=True))
    for picks, telling in found.items():
        shorter = found.get(picks[:-1])
        assert shorter is None or shorter <= telling


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=24), max_size=6))
def test_repeats_are_the_same_words_or_ten_in_a_row(drawn: list[list[str]]) -> None:
    """Two sentences repeat each other if all their words, or ten in a row, are the same."""
    texts = [" ".join(words) for words in drawn]
    found = {
        pair
        for places in find_repeats(texts).values()
        for pair in itertools.combinations(places, 2)
    }
    for i, j in itertools.combinations(range(len(texts)), 2):
        one, other = f" {texts[i]} ", f" {texts[j]} "
        runs = [" ".join(drawn[i][at : at + 10]) for at in range(len(drawn[i]) - 9)]
        repeats = (one == other and len(drawn[i]) >= 4) or any(f" {r} " in other for r in runs)
        assert ((i, j) in found) == repeats
