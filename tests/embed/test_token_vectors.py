from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed import token_vectors
from nuggets.embed.embedders import check_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.embed.token_vectors import TokenVectors, load_token_vectors
from nuggets.vectors import to_grid

TEXTS = ["The harbor froze.", "", "Ships waited outside the ice for weeks.", "!", "naïve \ud83d"]


def load() -> TokenVectors:
    """The model in the package."""
    return load_models("static").sentences


@given(st.lists(st.text(max_size=30), max_size=6))
def test_a_vector_is_the_sum_of_the_tokens(texts: list[str]) -> None:
    """Each row is that of the token vectors added up, in whatever company the text is."""
    tokens = load()
    for row, ids in zip(tokens.encode(texts), tokens.tokenize(texts), strict=True):
        added = tokens.rows[ids].sum(axis=0, dtype=np.int64).astype(np.float64)
        assert np.array_equal(row, to_grid(added[None])[0])


def test_batch_sizes_do_not_change_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many texts and tokens are held in memory at once changes nothing."""
    whole = load().encode(TEXTS)
    monkeypatch.setattr(token_vectors, "_TOKENIZER_BATCH", 2)
    monkeypatch.setattr(token_vectors, "_GATHER_BATCH", 3)
    assert load().encode(TEXTS).tobytes() == whole.tobytes()


def test_it_is_the_model_of_its_folder() -> None:
    """Name and hash are those of the folder that it was loaded from, and rows are whole numbers."""
    folder = check_folder("static")
    tokens = load_token_vectors(folder)
    assert (tokens.name, tokens.sha256) == (folder.name, folder.sha256)
    assert tokens.rows.dtype.kind == "i"
