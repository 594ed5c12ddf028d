from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.talk_vectors import Models, embed_talk, load_models
from nuggets.vectors import Matrix, to_grid

lines = st.lists(st.tuples(st.text("abc ", max_size=12), st.integers(0, 50)), max_size=12)


def read_in_context(texts: Sequence[str]) -> Matrix:
    """Stand in for a transformer: the vector of a text is half of that of the one before it."""
    alone = load_models("static").sentences.encode(texts)
    return to_grid(alone + 0.5 * np.concatenate((alone[:1], alone[:-1])))


def with_transformer() -> Models:
    """Let the static model with a context stand in for a transformer."""
    static = load_models("static")
    return replace(static, transformer=replace(static.asked, encode_in_context=read_in_context))


@given(lines)
def test_filler_has_a_row_of_zeros(drawn: list[tuple[str, int]]) -> None:
    """What has no words is not embedded; everything else is embedded as it is alone."""
    models = load_models("static")
    texts, counts = [text for text, _ in drawn], [count for _, count in drawn]
    vectors = embed_talk(texts, counts, models)
    alone = models.sentences.encode(texts)
    for i, count in enumerate(counts):
        assert np.array_equal(vectors.sentences[i], alone[i] if count else np.zeros_like(alone[i]))
    assert vectors.meaning is vectors.sentences
    assert not vectors.is_contextual


@given(lines)
def test_a_transformer_reads_all_that_is_said(drawn: list[tuple[str, int]]) -> None:
    """Filler is read as the context of other sentences, and has a row of zeros itself."""
    texts, counts = [text for text, _ in drawn], [count for _, count in drawn]
    vectors = embed_talk(texts, counts, with_transformer())
    said = [i for i, count in enumerate(counts) if count]
    assert vectors.is_contextual
    assert np.array_equal(vectors.meaning[said], read_in_context(texts)[said])
    assert not np.delete(vectors.meaning, said, axis=0).any()


def test_a_static_model_needs_no_transformer() -> None:
    """The model that was asked for embeds the sentences itself."""
    models = load_models("static")
    assert models.asked.tokens is models.sentences
    assert models.transformer is None


@given(lines)
def test_the_vocabulary_is_that_of_speech(drawn: list[tuple[str, int]]) -> None:
    """Each different token that is said outside of filler has one row, whatever the order."""
    models = load_models("static")
    texts, counts = [text for text, _ in drawn], [count for _, count in drawn]
    said = [text for text, count in drawn if count]
    rows = embed_talk(texts, counts, models).vocabulary
    assert len(rows) == len({int(i) for ids in models.sentences.tokenize(said) for i in ids})
    turned = embed_talk(texts[::-1], counts[::-1], models).vocabulary
    assert turned.tobytes() == rows.tobytes()
