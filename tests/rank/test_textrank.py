from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.bm25 import K1, B, bm25, index_terms
from nuggets.rank.knn_graph import link_neighbours
from nuggets.rank.query_match import match_query
from nuggets.rank.smoothing import REACH, TOPIC_WIDTH, gaussian_smooth
from nuggets.rank.textrank import DAMPING, NEIGHBOURS, textrank
from nuggets.vectors import STEP, to_grid
from tests.arrays import clustered, grids
from tests.processes import ROOT

talks = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6), max_size=12)
scores = st.lists(st.integers(0, 2**20), min_size=1, max_size=250)


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
    found = textrank(rows, damping=damping)
    np.testing.assert_allclose(found, by_definition(rows, damping), atol=1e-9)
    assert found.sum() == pytest.approx(1.0, abs=1e-8)
    assert (found >= 0).all()


def test_textrank_of_a_talk_solves_its_definition() -> None:
    """So it does for a talk of some length, where only near sentences are linked."""
    rows = clustered(300)
    np.testing.assert_allclose(textrank(rows), by_definition(rows, DAMPING), atol=1e-10)


def test_textrank_follows_a_new_order() -> None:
    """Reordering sentences reorders scores."""
    rows = clustered(80)
    shuffled = np.random.default_rng(1).permutation(80)
    np.testing.assert_array_equal(textrank(rows[shuffled]), textrank(rows)[shuffled])


@given(grids(least=1, most=5), st.data())
def test_textrank_scores_equals_equally(rows: np.ndarray, data: st.DataObject) -> None:
    """The same sentence said twice gets the same score twice."""
    i = data.draw(st.integers(0, len(rows) - 1))
    found = textrank(np.concatenate([rows, rows[i : i + 1]]))
    assert found[i] == pytest.approx(found[-1], abs=2.0**-35)


def test_textrank_at_the_edges() -> None:
    """Nothing, one sentence, zeros alone: no link, no difference."""
    assert textrank(np.zeros((0, 4))).tolist() == []
    assert textrank(to_grid(np.ones((1, 4)))).tolist() == [1.0]
    assert textrank(np.zeros((4, 4))).tolist() == [0.25] * 4


@pytest.mark.parametrize("rows", [clustered(2000, dim=8), np.repeat(clustered(4), 400, axis=0)])
def test_textrank_has_settled_before_it_is_rounded(rows: np.ndarray) -> None:
    """However long the talk, what the iteration leaves is far below the step of the rounding."""
    assert np.abs(textrank(rows) - by_definition(rows, DAMPING)).max() < 0.51 * 2.0**-36


def test_textrank_of_the_same_said_over_and_over() -> None:
    """A talk that says one thing without end, where noise never dies down, is ranked, too."""
    rows = np.repeat(clustered(1), 3000, axis=0)
    assert textrank(rows).sum() == pytest.approx(1.0, abs=1e-6)


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
            f"import os, numpy; from nuggets.rank.textrank import textrank\n{code}\n"
            "before = dict(os.environ); textrank(numpy.eye(3)); assert dict(os.environ) == before",
        ],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", **(env or {})},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()


def score_slowly(terms: list[list[str]], query: dict[str, float]) -> list[float]:
    """BM25 as the formula reads, sentence by sentence."""
    n = len(terms)
    mean = max(1.0, sum(len(sentence) for sentence in terms) / max(1, n))
    found = []
    for sentence in terms:
        score = 0.0
        for term, weight in query.items():
            df = sum(term in other for other in terms)
            idf = math.log(1 + (n - df + 0.5) / (df + 0.5))
            tf = sentence.count(term)
            norm = K1 * (1 - B + B * len(sentence) / mean)
            score += weight * idf * tf * (K1 + 1) / (tf + norm) if tf else 0.0
        found.append(score)
    return found


@given(talks, st.dictionaries(st.sampled_from("abcxyz"), st.sampled_from([0.5, 1.0]), max_size=4))
def test_bm25_is_its_formula(terms: list[list[str]], query: dict[str, float]) -> None:
    """The inverted index gives what the formula gives, but for the rounding of the logarithm."""
    found = bm25(index_terms(terms), query)
    np.testing.assert_allclose(found, score_slowly(terms, query), atol=0.01)
    turned = dict(reversed(query.items()))
    assert bm25(index_terms(terms), turned).tobytes() == found.tobytes()


def test_prominence_asks_for_rare_but_repeated() -> None:
    """A term said three times names more than one said once, and than one said everywhere."""
    postings = index_terms([["a", "b"], ["a", "b"], ["a", "b", "c"], *[["a"]] * 20])
    assert postings.topicality("b") > postings.topicality("c") > postings.topicality("a")
    assert postings.topicality("z") == 0


@given(scores, st.integers(1, 9))
def test_spread_is_linear(values: list[int], factor: int) -> None:
    """Scores that are so many times as high spread as high, and sums spread as sums."""
    one = np.array(values, dtype=np.float64) / 2**16
    other = one[::-1].copy()
    slack = STEP * (factor + 2)
    np.testing.assert_allclose(
        gaussian_smooth(one * factor), gaussian_smooth(one) * factor, atol=slack
    )
    np.testing.assert_allclose(
        gaussian_smooth(one + other), gaussian_smooth(one) + gaussian_smooth(other), atol=slack
    )


@given(scores)
def test_spread_is_symmetrical(values: list[int]) -> None:
    """A talk told backwards spreads backwards, to the bit."""
    forth = np.array(values, dtype=np.float64) / 2**16
    assert gaussian_smooth(forth[::-1].copy()).tobytes() == gaussian_smooth(forth)[::-1].tobytes()


@given(scores)
def test_spread_sums_in_any_order(values: list[int]) -> None:
    """Every sum is exact: Python's whole numbers give the same bits."""
    found = gaussian_smooth(np.array(values, dtype=np.float64) / 2**16)
    reach = round(REACH * TOPIC_WIDTH)
    bell = [
        round(math.exp(-0.5 * (d / TOPIC_WIDTH) ** 2) * 2**16) for d in range(-reach, reach + 1)
    ]
    for i in range(0, len(values), 17):
        near = range(max(0, i - reach), min(len(values), i + reach + 1))
        exact = sum(values[j] * bell[j - i + reach] for j in near)
        assert found[i] == round(exact / 2**16 / sum(bell) / STEP) * STEP


def test_spread_keeps_constants_in_the_middle() -> None:
    """Where everything scores alike it stays so, but at both ends, where there is less around."""
    reach = round(REACH * TOPIC_WIDTH)
    found = gaussian_smooth(np.full(3 * reach, 0.5))
    assert found[reach : 2 * reach].tolist() == [0.5] * reach
    assert found[0] == found[-1] < 0.5
    assert gaussian_smooth(np.zeros(0)).tolist() == []
    assert gaussian_smooth(np.array([1.0])).shape == (1,)


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 9)), max_size=30))
def test_relevance_rises_with_meaning_and_word(pairs: list[tuple[float, float]]) -> None:
    """Who is above another by meaning and by word is not below it by relevance."""
    closeness = np.array([pair[0] for pair in pairs])
    wording = np.array([pair[1] for pair in pairs])
    found = match_query(closeness, wording)
    assert (found >= 0).all()
    for i in range(len(pairs)):
        for j in range(len(pairs)):
            if closeness[i] >= closeness[j] and wording[i] >= wording[j]:
                assert found[i] >= found[j]
