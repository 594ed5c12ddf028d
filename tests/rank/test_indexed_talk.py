from __future__ import annotations

import numpy as np

from nuggets.embed.talk_vectors import load_models
from nuggets.pipeline import prepare
from nuggets.rank.indexed_talk import Talk
from tests.builders import talk

INTERVIEW = (
    "Host: What did the dam cost the town? | Guest: The dam cost the town three million dollars. | "
    "Host: And who paid for it? | Guest: The families of the valley paid for it in rent. | "
    "Host: Right. | Guest: Nobody asked them, and that is what I still regret most of all."
)


def index(script: str) -> Talk:
    """Split, embed and index a short talk."""
    return prepare(talk(script), load_models("static"))


def test_every_part_has_a_row_for_each_sentence() -> None:
    """Vectors, terms, traits, centrality and steps all have one row for each sentence."""
    found = index(INTERVIEW)
    n = len(found.sentences)
    assert {len(found.texts), len(found.traits), len(found.terms), n} == {n}
    assert found.vectors.sentences.shape[0] == len(found.vectors.ends) - 1 == n
    assert (found.centrality.shape, found.steps.shape) == ((n,), (n, n))
    assert found.centrality.max() == 1.0


def test_filler_is_neither_embedded_nor_indexed() -> None:
    """A backchannel has a zero vector, no terms and no centrality."""
    found = index(INTERVIEW)
    (i,) = (s.index for s in found.sentences if s.text == "Right.")
    assert not found.vectors.sentences[i].any()
    assert found.terms[i] == frozenset()
    assert found.centrality[i] == 0
    spoken = [j for j, trait in enumerate(found.traits) if trait.is_speech]
    assert np.all(found.vectors.sentences[spoken].any(axis=1))
