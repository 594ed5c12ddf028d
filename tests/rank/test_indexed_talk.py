from __future__ import annotations

import numpy as np

from nuggets.embed.talk_vectors import load_models
from nuggets.english.traits import Traits, find_traits
from nuggets.pipeline import prepare
from nuggets.rank.indexed_talk import MIN_HOST_DISCOUNT, Talk, discount_hosts
from nuggets.values import Sentence
from tests.builders import talk

INTERVIEW = (
    "Host: What did the dam cost the town? | Guest: The dam cost the town three million dollars. | "
    "Host: And who paid for it? | Guest: The families of the valley paid for it in rent. | "
    "Host: Right. | Guest: Nobody asked them, and that is what I still regret most of all."
)


def index(script: str) -> Talk:
    """Split, embed and index a short talk."""
    return prepare(talk(script), load_models("static"))


def traits_of(sentences: tuple[Sentence, ...]) -> tuple[Traits, ...]:
    """Find the traits of sentences that each stand alone."""
    return find_traits([s.text for s in sentences], [True] * len(sentences))


def test_who_asks_is_discounted() -> None:
    """Who asks least has 1, who asks a lot less, and nobody less than the floor."""
    found = index(INTERVIEW)
    discount = dict(zip([s.speaker for s in found.sentences], found.host_discount, strict=True))
    assert discount["Guest"] == 1.0
    assert MIN_HOST_DISCOUNT <= discount["Host"] < 1.0


def test_alone_nobody_is_a_host() -> None:
    """A single speaker is compared with nobody, however much he asks."""
    sentences = index("Ann: Why do we do this? It is hard to say. And who pays for it?").sentences
    assert (discount_hosts(sentences, traits_of(sentences)) == 1.0).all()


def test_every_part_has_a_row_for_each_sentence() -> None:
    """Vectors, terms, traits, centrality and discount all have one row for each sentence."""
    found = index(INTERVIEW)
    n = len(found.sentences)
    assert {len(found.texts), len(found.traits), len(found.terms), n} == {n}
    assert found.vectors.sentences.shape[0] == found.tfidf.shape[0] == n
    assert found.centrality.shape == found.host_discount.shape == (n,)
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
