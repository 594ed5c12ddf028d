"""Every sentence has all features, finite and on the grid of scores."""

from __future__ import annotations

import numpy as np
import pytest

from nuggets.embed.talk_vectors import load_models
from nuggets.pipeline import prepare
from nuggets.rank.sentence_features import FEATURES, compute_features, turn_words
from nuggets.vectors import STEP
from tests.builders import talk

TEXTS = (
    "Ann: Yes.",
    "Ann: [laughter]",
    "Ann: 今天我们讨论人工智能。 | Ben: 是的。",
    "Ann: The dam cost three million dollars. Nobody asked us. | Ben: Who paid for the dam?",
)


@pytest.mark.parametrize("text", TEXTS)
def test_features_are_finite_multiples_of_a_step(text: str) -> None:
    """One sentence, filler, other scripts: a row of finite numbers for each sentence."""
    indexed = prepare(talk(text), load_models("static"))
    found = compute_features(indexed)
    assert found.shape == (len(indexed.sentences), len(FEATURES))
    assert np.isfinite(found).all()
    assert (found / STEP == np.rint(found / STEP)).all()


def test_features_say_what_their_names_say() -> None:
    """A question asks, a turn is as long as its sentences, shares of speakers add up."""
    indexed = prepare(talk(TEXTS[-1]), load_models("static"))
    found = dict(zip(FEATURES, compute_features(indexed).T, strict=True))
    assert found["question"].tolist() == [0, 0, 1]
    assert turn_words(indexed).tolist() == [9, 9, 5]
    assert found["place_in_turn"][0] == 0 < found["place_in_turn"][1]
    assert abs(found["speaker_share"][0] + found["speaker_share"][2] - 1) < 1e-5
