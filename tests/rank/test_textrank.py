"""TextRank solves its definition, whoever has libraries beside networkx."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.knn_graph import link_neighbours
from nuggets.rank.textrank import DAMPING, NEIGHBOURS, link_sentences, textrank
from nuggets.vectors import to_grid
from tests.arrays import clustered, grids
from tests.processes import ROOT


def by_definition(vectors: np.ndarray, damping: float) -> np.ndarray:
    """Solve x = (1 - d) / n + d (x P), where who has no link jumps anywhere."""
    n = len(vectors)
    weights = np.zeros((n, n))
    for (i, j), strength in link_neighbours(vectors, count=NEIGHBOURS).items():
        weights[i, j] = weights[j, i] = strength
    out = weights.sum(axis=1, keepdims=True)
    chances = np.where(out > 0, weights / np.where(out > 0, out, 1), 1 / n)
    return np.linalg.solve(np.eye(n) - damping * chances.T, np.full(n, (1 - damping) / n))


@given(grids(least=1), st.sampled_from([DAMPING, 0.5, 0.95]))
def test_textrank_solves_its_definition(rows: np.ndarray, damping: float) -> None:
    """TextRank is the solution of the linear system in the paper."""
    found = textrank(link_sentences(rows), damping=damping)
    np.testing.assert_allclose(found, by_definition(rows, damping), atol=1e-9)
    assert found.sum() == pytest.approx(1.0, abs=1e-8)
    assert (found >= 0).all()


def test_textrank_of_a_talk_solves_its_definition() -> None:
    """So it does for a talk of some length, where only near sentences are linked."""
    rows = clustered(300)
    np.testing.assert_allclose(
        textrank(link_sentences(rows)), by_definition(rows, DAMPING), atol=1e-10
    )


def test_textrank_follows_a_new_order() -> None:
    """Reordering sentences reorders scores."""
    rows = clustered(80)
    shuffled = np.random.default_rng(1).permutation(80)
    np.testing.assert_array_equal(
        textrank(link_sentences(rows[shuffled])), textrank(link_sentences(rows))[shuffled]
    )


@given(grids(least=1, most=5), st.data())
def test_textrank_scores_equals_equally(rows: np.ndarray, data: st.DataObject) -> None:
    """The same sentence said twice gets the same score twice."""
    i = data.draw(st.integers(0, len(rows) - 1))
    found = textrank(link_sentences(np.concatenate([rows, rows[i : i + 1]])))
    assert found[i] == pytest.approx(found[-1], abs=2.0**-35)


def test_textrank_at_the_edges() -> None:
    """One sentence, zeros alone: no link, no difference."""
    assert textrank(link_sentences(to_grid(np.ones((1, 4))))).tolist() == [1.0]
    assert textrank(link_sentences(np.zeros((4, 4)))).tolist() == [0.25] * 4


@pytest.mark.parametrize("rows", [clustered(2000, dim=8), np.repeat(clustered(4), 400, axis=0)])
def test_textrank_has_settled_before_it_is_rounded(rows: np.ndarray) -> None:
    """However long the talk, what the iteration leaves is far below the step of the rounding."""
    assert (
        np.abs(textrank(link_sentences(rows)) - by_definition(rows, DAMPING)).max()
        < 0.51 * 2.0**-36
    )


def test_textrank_of_the_same_said_over_and_over() -> None:
    """A talk that says one thing without end, where noise never dies down, is ranked, too."""
    rows = np.repeat(clustered(1), 3000, axis=0)
    assert textrank(link_sentences(rows)).sum() == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("NETWORKX_BACKEND_PRIORITY", "other"),
        ("NETWORKX_BACKEND_PRIORITY_CLASSES", "other"),
        ("NETWORKX_BACKEND_PRIORITY", "not here"),
        ("NETWORKX_AUTOMATIC_BACKENDS", "not here"),
        ("NETWORKX_BACKEND_PRIORITY_NO_SUCH_FUNCTION", "other"),
    ],
)
def test_no_variable_decides_who_computes(variable: str, value: str, tmp_path: Path) -> None:
    """No variable hands TextRank to another library or fails its import, and all stay."""
    rank_beside_another_library(tmp_path, env={variable: value})


def test_no_setting_of_the_host_decides_who_computes(tmp_path: Path) -> None:
    """A host that has networkx use another library does not have TextRank use it."""
    code = "import networkx\n" + "".join(
        f"networkx.config.backend_priority[{kind!r}] = ['other']\n"
        for kind in ("algos", "generators", "classes")
    )
    rank_beside_another_library(tmp_path, code=code)
    with pytest.raises(AssertionError, match="another library was asked"):  # the test can fail
        rank_beside_another_library(tmp_path, code=code + "networkx.pagerank(networkx.Graph())")


def rank_beside_another_library(
    folder: Path, *, code: str = "", env: Mapping[str, str] | None = None
) -> None:
    """Run TextRank where networkx has been offered another library, which must not be asked."""
    (folder / "other.py").write_text("""
def refuse(*_, **__):
    raise AssertionError("another library was asked")
pagerank = graph__new__ = to_scipy_sparse_array = refuse
convert_from_nx = convert_to_nx = lambda graph, **_: graph
""")
    points = folder / "other-1.dist-info" / "entry_points.txt"
    points.parent.mkdir(exist_ok=True)
    points.write_text("[networkx.backends]\nother = other\n")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, numpy; from nuggets.rank.textrank import link_sentences, textrank\n"
            f"{code}\nbefore = dict(os.environ); textrank(link_sentences(numpy.eye(3)))\n"
            "assert dict(os.environ) == before",
        ],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", **(env or {})},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
