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
from nuggets.rank.features import EVIDENCE
from nuggets.rank.trees import FILE, UNIT, Ranker, load_ranker, move_field
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
    """What is judged all at once is what going down each tree by hand gives, exactly."""
    ranker = load_ranker(FOLDER)
    by_hand = [
        (ranker.base + sum(tree[walk(tree, row)[-1]][4] for tree in trees())) / UNIT
        for row in steps
    ]
    assert ranker.judge(np.array(steps) * STEP).tolist() == by_hand


@given(rows)
def test_an_explanation_adds_up(steps: list[int]) -> None:
    """Base, roots and what each kind of evidence adds are the log-odds, exactly."""
    ranker = load_ranker(FOLDER)
    evidence = np.array(steps) * STEP
    added = ranker.explain(evidence)
    assert list(added) == list(EVIDENCE)
    roots = sum(tree[0][4] for tree in trees())
    assert (ranker.base + roots) / UNIT + sum(added.values()) == ranker.judge(evidence[None])[0]


def test_every_tree_is_a_tree() -> None:
    """Each node but the root is below exactly one other, and looks at evidence that there is."""
    for tree in trees():
        inner = [node for i, node in enumerate(tree) if node[2] != i]
        below = sorted(child for node in inner for child in node[2:4])
        assert below == list(range(1, len(tree)))
        assert all(0 <= node[0] < len(EVIDENCE) for node in inner)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.integers(0, 2**16))
def test_the_field_stays_in_its_bounds(field: list[float], seed: int) -> None:
    """Whatever the log-odds, the moved field is in [0, 1]."""
    odds = np.random.default_rng(seed).normal(size=len(field)) * 5
    moved = move_field(np.array(field), odds)
    assert moved.shape == (len(field),)
    assert moved.min() >= 0
    assert moved.max() <= 1


def test_the_field_moves_to_where_answers_are_likely() -> None:
    """Of two places that are as much about the focus, the likelier one wins."""
    field = np.zeros(200)
    field[[50, 150]] = 1.0
    odds = np.full(200, -3.0)
    odds[140:160] = 1.0
    assert int(np.argmax(move_field(field, odds))) == 150


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """One digit more, and nothing is read: the error says what to do."""
    folder = shutil.copytree(FOLDER, tmp_path / "ranker")
    (folder / FILE).write_bytes((folder / FILE).read_bytes() + b" ")
    with pytest.raises(ModelNotWholeError, match="install nuggets again"):
        load_ranker(folder)
    (folder / FILE).unlink()
    with pytest.raises(ModelNotWholeError, match="cannot be read"):
        load_ranker(folder)


def test_vectors_of_another_model_do_without(tmp_path: Path) -> None:
    """Trees are used only with the model that they learnt from: cosines of others differ."""
    talk = nuggets.read(SAMPLE)
    folder = shutil.copytree(built_in_folder("static"), tmp_path / "other")
    (folder / "manifest.json").unlink()
    (folder / "config_sentence_transformers.json").write_text("{}")
    summary = nuggets.summarize(talk, "heat pump", model=str(folder))
    assert summary.results[0].nuggets
    assert not any("for its place" in (one.why or "") for one in summary.results[0].nuggets)


def test_it_knows_the_model_that_it_learnt_from() -> None:
    """The trees are for the token vectors that ship with them."""
    assert load_ranker(FOLDER).model == load_embedder("static").sha256


def test_results_depend_on_the_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other trees give another fingerprint."""
    talk = nuggets.read(SAMPLE)
    one = nuggets.summarize(talk, "heat pump", count=1).fingerprint

    def load_other(folder: Path) -> Ranker:
        return replace(load_ranker(folder), sha256="0" * 64)

    monkeypatch.setattr("nuggets.pipeline.load_ranker", load_other)
    assert nuggets.summarize(talk, "heat pump", count=1).fingerprint != one
