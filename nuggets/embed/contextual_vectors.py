"""Contextual vectors: a transformer reads sentences together, so each is embedded by its context.

"It did, and fast." says little by itself; beside the sentence before it, its tokens point to what
that one is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from nuggets.errors import ModelNotWholeError
from nuggets.vectors import Matrix, to_grid

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

WINDOW_TOKENS = 230
"""Tokens that are read together at most; leaves room for special tokens in the 256 of
all-MiniLM-L6-v2. By eye."""


def split_into_windows(token_counts: Sequence[int], *, max_tokens: int) -> tuple[range, ...]:
    """Split a talk into consecutive windows, each as long as it can be.

    Args:
        token_counts: How many tokens each sentence has.
        max_tokens: Tokens that a window has at most; a longer sentence stands alone.

    Returns:
        Ranges of indices of sentences, none empty, that cover all sentences in order.

    >>> split_into_windows([50, 40, 90, 300, 3], max_tokens=100)
    (range(0, 2), range(2, 3), range(3, 4), range(4, 5))
    """
    windows = []
    first = tokens = 0
    for i, count in enumerate(token_counts):
        if i > first and tokens + count > max_tokens:
            windows.append(range(first, i))
            first, tokens = i, 0
        tokens += count
    if token_counts:
        windows.append(range(first, len(token_counts)))
    return tuple(windows)


def encode_in_context(
    model: SentenceTransformer, name: str, texts: Sequence[str], *, batch_size: int
) -> Matrix:
    """Embed consecutive sentences: the mean of what the transformer gives for their tokens.

    Args:
        model: In float64, whose noise (1e-15) quantization removes.
        name: Of the model, for errors.
        texts: Sentences, in order.
        batch_size: Windows that are read at once; any number gives the same vectors.

    Returns:
        Array of shape (n, dim), on the grid; a row of zeros for a text without tokens. Of a
        sentence that is longer than what the model reads at once, only the beginning counts.

    Raises:
        ModelNotWholeError: Its tokenizer does not tell which characters a token stands for.
    """
    tokenizer = model.tokenizer
    if not getattr(tokenizer, "is_fast", False):
        raise ModelNotWholeError(f"{name}: its tokenizer is none of the tokenizers package")
    special = tokenizer.num_special_tokens_to_add()
    limit = model.max_seq_length or WINDOW_TOKENS + special
    room = min(WINDOW_TOKENS, limit - special)
    counts = [
        len(ids)
        for ids in tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"]
    ]
    windows = split_into_windows(counts, max_tokens=room)
    joined = [" ".join(texts[i] for i in window) for window in windows]
    outputs = model.encode(
        joined,
        batch_size=batch_size,
        output_value="token_embeddings",
        convert_to_numpy=False,
        show_progress_bar=False,
    )
    tokenized = tokenizer(joined, truncation=True, max_length=limit, return_offsets_mapping=True)
    rows: list[Matrix] = []
    for window, output, offsets in zip(windows, outputs, tokenized["offset_mapping"], strict=True):
        if len(output) != len(offsets):
            raise ModelNotWholeError(f"{name}: its tokens do not stand for places in the text")
        vectors = np.asarray(output.detach().numpy(), dtype=np.float64)
        ends = np.cumsum([len(texts[i]) + 1 for i in window])
        sums = np.zeros((len(window), vectors.shape[1]))
        starts, stops = np.array(offsets, dtype=np.intp).reshape(-1, 2).T
        is_text = stops > starts  # a special token stands for nothing
        sentence = np.searchsorted(ends, stops[is_text] - 1, side="right")
        np.add.at(sums, sentence, vectors[is_text])
        rows.append(sums)
    return to_grid(np.concatenate(rows))
