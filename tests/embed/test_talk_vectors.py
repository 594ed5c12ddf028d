from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.talk_vectors import Models, embed_talk, load_models

lines = st.lists(st.tuples(st.text("abc ", max_size=12), st.integers(0, 50)), max_size=12)


def with_chunks() -> Models:
    """Let the static model stand in for a transformer, too."""
    static = load_models("static")
    return replace(static, chunks=static.asked)


@given(lines)
def test_filler_has_a_row_of_zeros(drawn: list[tuple[str, int]]) -> None:
    """What has no words is not embedded; everything else is embedded as it is alone."""
    models = load_models("static")
    texts, counts = [text for text, _ in drawn], [count for _, count in drawn]
    vectors = embed_talk(texts, counts, models)
    alone = models.sentences.encode(texts)
    for i, count in enumerate(counts):
        assert np.array_equal(vectors.sentences[i], alone[i] if count else np.zeros_like(alone[i]))
    assert vectors.chunks == ()


@given(lines)
def test_chunks_cover_the_talk(drawn: list[tuple[str, int]]) -> None:
    """With a model for chunks, each sentence is in one chunk, and each chunk has a vector."""
    texts, counts = [text for text, _ in drawn], [count for _, count in drawn]
    vectors = embed_talk(texts, counts, with_chunks())
    assert [i for chunk in vectors.chunks for i in chunk] == list(range(len(texts)))
    assert len(vectors.chunk_vectors) == len(vectors.chunks)


def test_a_chunk_is_read_without_its_filler() -> None:
    """Filler between the sentences of a chunk does not move its vector."""
    models = with_chunks()
    one = embed_talk(["the dam broke", "mm-hmm", "in the spring"], [3, 0, 3], models)
    other = embed_talk(["the dam broke", "in the spring"], [3, 3], models)
    assert np.array_equal(one.chunk_vectors, other.chunk_vectors)


def test_a_static_model_embeds_no_chunks() -> None:
    """The model that was asked for embeds the sentences itself."""
    models = load_models("static")
    assert models.asked.tokens is models.sentences
    assert models.chunks is None


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
