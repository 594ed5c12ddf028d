"""The ranker: read whole or not at all, and sums of its whole numbers."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path

import numpy as np
import pytest

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.model_folder import MANIFEST
from nuggets.embed.talk_vectors import load_models
from nuggets.errors import ModelNotWholeError
from nuggets.pipeline import prepare
from nuggets.rank.ranker import FILE, UNIT, SentenceModel, find_words, load_ranker
from nuggets.rank.sentence_features import FEATURES, compute_features
from nuggets.vectors import STEP
from tests.processes import SAMPLE


def test_a_probability_is_that_of_the_sum() -> None:
    """Base, features and the known words add up to the log-odds; each word counts once."""
    model = SentenceModel(
        -UNIT, (UNIT,) + (0,) * (len(FEATURES) - 1), {"heat": UNIT // 2, "pump": UNIT}
    )
    features = np.zeros((3, len(FEATURES)))
    features[1, 0] = 2.0
    words = [frozenset[str](), frozenset({"other"}), frozenset({"heat", "pump"})]
    found = model.predict(features, words)
    assert found == pytest.approx([1 / (1 + math.exp(-x)) for x in (-1.0, 1.0, 0.5)], abs=STEP)


def test_what_ships_is_whole_numbers_and_judges_speech_alone() -> None:
    """Every number of the file is whole; filler neither tells nor is litter."""
    facts = json.loads((built_in_folder("ranker") / FILE).read_text("utf-8"))
    numbers = [n for of in ("focus", "focus_in_context", "talk") for n in facts[of].values()]
    numbers += [n for both in facts["words"].values() for n in both]
    for name in ("telling", "litter"):
        numbers += [facts[name]["base"], *facts[name]["features"].values()]
    assert all(type(number) is int for number in numbers)
    ranker = load_ranker(built_in_folder("ranker"))
    talk = prepare(nuggets.read(SAMPLE), load_models("static"))
    for judged in ranker.judge(talk):
        assert ((judged >= 0) & (judged <= 1)).all()
        assert all(j == 0 for j, t in zip(judged, talk.traits, strict=True) if not t.is_speech)
    assert (ranker.telling.predict(compute_features(talk), find_words(talk)) > 0).all()


def test_a_changed_or_missing_file_is_refused(tmp_path: Path) -> None:
    """Other bytes than those of the manifest are not loaded; nor are none."""
    folder = Path(shutil.copytree(built_in_folder("ranker"), tmp_path / "ranker"))
    data = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(data + b" ")
    with pytest.raises(ModelNotWholeError, match="not the file of the manifest"):
        load_ranker(folder)
    (folder / FILE).unlink()
    with pytest.raises(ModelNotWholeError, match="cannot be read"):
        load_ranker(folder)
    assert (folder / MANIFEST).is_file()
