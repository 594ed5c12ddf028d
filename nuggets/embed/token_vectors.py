"""Token vectors: a vector for each token of a vocabulary, and a text's as the sum of its tokens'.

They are read with numpy from a folder in sentence-transformers' format (`StaticEmbedding`), and
kept as whole numbers, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nuggets.embed.model_folder import ModelFolder
from nuggets.errors import ModelNotWholeError
from nuggets.vectors import Matrix, Vector, to_grid

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_TOKENIZER_BATCH = 2048  # texts tokenized at once; by eye, bounds the memory for a long talk
_GATHER_BATCH = 50_000  # token vectors gathered before they are summed: 50 MB at 256 dimensions


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """A tokenizer and the vector of each of its tokens.

    Attributes:
        name: "static" or the folder's own name.
        sha256: Of the list of its files and their hashes.
        rows: Array of shape (tokens, dim) of whole numbers; the longer a row, the more its token
            moves the vector of a text.
        tokenizer: Without special tokens, truncation and padding.
    """

    name: str
    sha256: str
    rows: NDArray[np.signedinteger] = field(repr=False)
    tokenizer: Tokenizer = field(repr=False)

    def tokenize(self, texts: Sequence[str]) -> list[NDArray[np.intp]]:
        """Split texts into tokens.

        Returns:
            For each text the indices of the rows of its tokens, in order.

        Raises:
            ModelNotWholeError: The tokenizer knows more tokens than there are rows.
        """
        found = []
        for first in range(0, len(texts), _TOKENIZER_BATCH):
            batch = [replace_surrogates(text) for text in texts[first : first + _TOKENIZER_BATCH]]
            for encoding in self.tokenizer.encode_batch_fast(batch, add_special_tokens=False):
                ids = np.array(encoding.ids, dtype=np.intp)
                if len(ids) and int(ids.max()) >= len(self.rows):
                    raise _too_many_tokens(self.name)
                found.append(ids)
        return found

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Embed texts: array of shape (n, dim) on the grid; no known token gives a row of zeros."""
        return self.add_up(self.tokenize(texts))

    def add_up(self, token_ids: Sequence[NDArray[np.intp]]) -> Matrix:
        """Embed texts that are split into tokens; result as of `encode`."""
        sums = np.zeros((len(token_ids), self.rows.shape[1]), dtype=np.float64)
        for i, ids in enumerate(token_ids):
            for start in range(0, len(ids), _GATHER_BATCH):
                rows = self.rows[ids[start : start + _GATHER_BATCH]]
                sums[i] += rows.sum(axis=0, dtype=np.int64)
        return to_grid(sums)

    def direct(self, token_ids: NDArray[np.intp]) -> Matrix:
        """Return the vectors of single tokens on the grid, array of shape (len(token_ids), dim)."""
        return to_grid(self.rows[token_ids].astype(np.float64))

    def lengths(self, token_ids: NDArray[np.intp]) -> Vector:
        """Return the lengths of their vectors: training made those long that matter much."""
        rows = self.rows[token_ids].astype(np.float64)
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", rows, rows)), dtype=np.float64)


def load_token_vectors(folder: ModelFolder) -> TokenVectors:
    """Load token vectors; a text's vector is the sum of its tokens' vectors, scaled to length 1.

    Args:
        folder: Verified.

    Raises:
        ModelNotWholeError: A file cannot be read, or the two do not fit together.
    """
    from tokenizers import Tokenizer

    rows = _as_integers(_read_weights(folder))
    file = folder.tokenizer
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises nothing more specific
        raise ModelNotWholeError(f"{folder.name}: {file.name} cannot be read") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    if tokenizer.get_vocab_size() > len(rows):
        raise _too_many_tokens(folder.name)
    return TokenVectors(folder.name, folder.sha256, rows, tokenizer)


def replace_surrogates(text: str) -> str:
    """Replace lone surrogates, which tokenizers reject, by question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _too_many_tokens(name: str) -> ModelNotWholeError:
    return ModelNotWholeError(f"{name}: its tokenizer knows more tokens than it has vectors")


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
