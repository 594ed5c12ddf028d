"""The evidence for a place: as many numbers as names, on the grid, the same for talks alike."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.features import EVIDENCE, Signals, gather_evidence
from nuggets.vectors import STEP, quantize, to_grid

DIM = 8


@st.composite
def signals(draw: st.DrawFn) -> tuple[Signals, np.ndarray]:
    """Make signals of up to 30 sentences with vectors, rows of zeros among them."""
    n = draw(st.integers(1, 30))
    random = np.random.default_rng(draw(st.integers(0, 2**16)))
    silent = random.random(n) < draw(st.sampled_from([0.0, 0.3, 1.0]))
    rows = [quantize(random.random(n) * draw(st.sampled_from([0.0, 1.0, 9.0]))) for _ in range(6)]
    vectors = to_grid(random.normal(size=(n, DIM)) * ~silent[:, None])
    return Signals(*rows), vectors


@given(signals())
def test_every_number_is_named_and_on_the_grid(talk: tuple[Signals, np.ndarray]) -> None:
    """There is a column for each name; every number is finite and a multiple of STEP."""
    evidence = gather_evidence(*talk)
    assert evidence.shape == (len(talk[0].field), len(EVIDENCE))
    assert np.isfinite(evidence).all()
    assert (np.rint(evidence / STEP) * STEP == evidence).all()


@given(signals())
def test_the_scale_of_a_score_does_not_matter(talk: tuple[Signals, np.ndarray]) -> None:
    """Own scores and BM25 twice as high are the same evidence: talks differ in both."""
    one, vectors = talk
    twice = Signals(
        *(2 * one.own, 2 * one.wording, one.closeness, one.gathering, one.presence, one.field)
    )
    same = np.abs(gather_evidence(one, vectors) - gather_evidence(twice, vectors)) <= 2**-12
    assert same.all()


@given(signals())
def test_distance_is_counted_from_the_highest_field(talk: tuple[Signals, np.ndarray]) -> None:
    """The first of the sentences where the field is highest is at 0; the next one at 1."""
    evidence = gather_evidence(*talk)
    distance = evidence[:, list(EVIDENCE).index("distance")]
    assert distance[int(np.argmax(talk[0].field))] == 0
    assert (np.diff(distance) == 1).all()


def test_talk_like_the_place_of_the_focus_is_nearer() -> None:
    """Sentences that speak as the talk does where the field is high come before others."""
    vectors = to_grid(np.repeat(np.eye(DIM)[:2], 10, axis=0))
    field = np.repeat([1.0, 0.0], 10)
    zeros = np.zeros(20)
    evidence = gather_evidence(Signals(zeros, zeros, zeros, zeros, zeros, field), vectors)
    likeness = evidence[:, list(EVIDENCE).index("likeness_8")]
    assert likeness[:10].min() > likeness[10:].max()
