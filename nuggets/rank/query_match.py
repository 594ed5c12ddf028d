"""Query match: how much each sentence itself is about the focus, by its tokens and by meaning."""

from __future__ import annotations

import numpy as np

from nuggets.embed.talk_vectors import TalkVectors
from nuggets.embed.token_vectors import TokenVectors
from nuggets.rank.focus import Focus
from nuggets.vectors import Vector, cosines, exact_sum, quantize, standardize


def match_tokens(vectors: TalkVectors, focus: Focus, tokens: TokenVectors) -> Vector:
    """Compare each token of the focus with the token of each sentence that is most like it.

    Args:
        vectors: Of a talk of n sentences.
        focus: The focus.
        tokens: The model that embedded the talk.

    Returns:
        Array of shape (n,): means over the tokens of the focus, weighed by the length of their
        vectors; 0 for filler.

    Source:
        Khattab and Zaharia (2020), "ColBERT", late interaction; here with token vectors that know
        no context, weighed by their lengths.
    """
    asked = np.unique(np.concatenate(tokens.tokenize(focus.meanings)))
    held = np.flatnonzero(np.diff(vectors.ends))  # sentences with tokens
    match = np.zeros(len(vectors.sentences))
    if not len(asked) or not len(held):
        return match
    near = cosines(vectors.vocabulary, tokens.direct(asked))
    nearest = np.maximum.reduceat(near[vectors.tokens], vectors.ends[held], axis=0)
    lengths = tokens.lengths(asked)
    weights = quantize(lengths / max(1.0, exact_sum(lengths)))
    match[held] = quantize(nearest @ weights)  # of multiples of 2**-48 up to 1, so exact
    return match


def match_query(tokens: Vector, meaning: Vector) -> Vector:
    """Combine tokens and meaning: what stands out from the talk, and strongly so.

    Args:
        tokens: Array of shape (n,), from `match_tokens`.
        meaning: Array of shape (n,), how near each sentence is in meaning.

    Returns:
        Array of shape (n,), not negative: the fourth power of the sum of the positive parts of
        both as standard scores (chosen on editors/train CV, 2026-11). It keeps a crowd of lukewarm
        sentences from outweighing one that says the thing.
    """
    together = np.maximum(standardize(tokens), 0.0) + np.maximum(standardize(meaning), 0.0)
    squared = quantize(together * together)
    return quantize(squared * squared)
