"""The learned trees: whole numbers, checked before they are used, explained by what they add."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nuggets
from nuggets.embed.embedders import built_in_folder, load_embedder
from nuggets.errors import ModelNotWholeError
from nuggets.rank.boosted_trees import FILE, UNIT, BoostedTrees, blend, load_trees
from nuggets.rank.features import FEATURES
from nuggets.vectors import STEP
from tests.processes import SAMPLE

FOLDER = built_in_folder("ranker")
rows = st.lists(st.integers(-3 * 2**20, 3 * 2**20), min_size=18, max_size=18)


def trees() -> list[list[list[int]]]:
    """Read the trees as they are written."""
    found: list[list[list[int]]] = json.loads((FOLDER / FILE).read_text())["trees"]
    return found


def walk(tree: list[list[int]], steps: list[int]) -> list[int]:
    """Go down a tree as the file describes it, one node at a time."""
    way = [0]
    while tree[way[-1]][2] != way[-1]:
        column, most, left, right, _ = tree[way[-1]]
        way.append(left if steps[column] <= most else right)
    return way


@given(st.lists(rows, min_size=1, max_size=5))
def test_log_odds_are_the_sums_of_the_leaves(steps: list[list[int]]) -> None:
    """What is predicted all at once is what going down each tree by hand gives, exactly."""
    ensemble = load_trees(FOLDER)
    by_hand = [
        (ensemble.base + sum(tree[walk(tree, row)[-1]][4] for tree in trees())) / UNIT
        for row in steps
    ]
    assert ensemble.predict_log_odds(np.array(steps) * STEP).tolist() == by_hand


@given(rows)
def test_an_explanation_adds_up(steps: list[int]) -> None:
    """Base, roots and what each feature adds are the log-odds, exactly."""
    ensemble = load_trees(FOLDER)
    features = np.array(steps) * STEP
    added = ensemble.explain(features)
    assert list(added) == list(FEATURES)
    roots = sum(tree[0][4] for tree in trees())
    assert (ensemble.base + roots) / UNIT + sum(added.values()) == ensemble.predict_log_odds(
        features[None]
    )[0]


def test_every_tree_is_a_tree() -> None:
    """Each node but the root is below exactly one other, and looks at a feature that there is."""
    for tree in trees():
        inner = [node for i, node in enumerate(tree) if node[2] != i]
        below = sorted(child for node in inner for child in node[2:4])
        assert below == list(range(1, len(tree)))
        assert all(0 <= node[0] < len(FEATURES) for node in inner)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.integers(0, 2**16))
def test_blending_stays_in_its_bounds(density: list[float], seed: int) -> None:
    """Whatever the log-odds, the blended density is in [0, 1]."""
    odds = np.random.default_rng(seed).normal(size=len(density)) * 5
    blended = blend(np.array(density), odds)
    assert blended.shape == (len(density),)
    assert blended.min() >= 0
    assert blended.max() <= 1


def test_density_moves_to_where_answers_are_likely() -> None:
    """Of two places that are as much about the focus, the likelier one wins."""
    density = np.zeros(200)
    density[[50, 150]] = 1.0
    odds = np.full(200, -3.0)
    odds[140:160] = 1.0
    assert int(np.argmax(blend(density, odds))) == 150


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """One digit more, and nothing is read: the error says what to do."""
    folder = shutil.copytree(FOLDER, tmp_path / "ranker")
    (folder / FILE).write_bytes((folder / FILE).read_bytes() + b" ")
    with pytest.raises(ModelNotWholeError, match="install nuggets again"):
        load_trees(folder)
    (folder / FILE).unlink()
    with pytest.raises(ModelNotWholeError, match="cannot be read"):
        load_trees(folder)


def test_vectors_of_another_model_do_without(tmp_path: Path) -> None:
    """Trees are used only with the model that they learnt from: cosines of others differ."""
    talk = nuggets.read(SAMPLE)
    folder = shutil.copytree(built_in_folder("static"), tmp_path / "other")
    (folder / "manifest.json").unlink()
    (folder / "config_sentence_transformers.json").write_text("{}")
    summary = nuggets.summarize(talk, "heat pump", model=str(folder))
    assert summary.results[0].nuggets
    assert not any("placed by" in (one.why or "") for one in summary.results[0].nuggets)


def test_it_knows_the_model_that_it_learnt_from() -> None:
    """The trees are for the token vectors that ship with them."""
    assert load_trees(FOLDER).model == load_embedder("static").sha256


def test_results_depend_on_the_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other trees give another fingerprint."""
    talk = nuggets.read(SAMPLE)
    one = nuggets.summarize(talk, "heat pump", count=1).fingerprint

    def load_other(folder: Path) -> BoostedTrees:
        return replace(load_trees(folder), sha256="0" * 64)

    monkeypatch.setattr("nuggets.pipeline.load_trees", load_other)
    assert nuggets.summarize(talk, "heat pump", count=1).fingerprint != one
