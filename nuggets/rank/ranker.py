"""The ranker: weights learnt from what editors print, in whole numbers.

Two sentence models say how likely a sentence tells something that an editor would print, and how
likely it is litter. Two lists of weights say what the factors of a passage add to its log-odds, for
a focus and for a talk as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nuggets.embed.model_folder import read_verified
from nuggets.english.lexicons import ENGLISH
from nuggets.english.words import split_words
from nuggets.errors import ModelNotWholeError
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.sentence_features import FEATURES, compute_features
from nuggets.vectors import STEP, Vector, logistic, quantize

FILE = "weights.json"
UNIT = 2**16
"""Steps to the unit of a weight in the file."""

MIN_WORDS = 4  # of a sentence of which the models say anything; by eye

FOCUS_FACTORS = (
    *("textrank", "meaning", "surroundings", "word", "coverage"),
    *("telling", "length"),
)
TALK_FACTORS = ("textrank", "telling", "length", "turn_length")
"""Factors of a passage, for a focus and for the talk as a whole; see `pick.passage_scores`."""


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """A logistic regression on the words of a sentence and its features; all in steps of 1 / UNIT.

    Attributes:
        base: Log-odds of a sentence without anything.
        features: What each of `FEATURES` adds, for each unit of it.
        words: What each word adds that stands in it, however often; other words add nothing.
    """

    base: int
    features: tuple[int, ...]
    words: Mapping[str, int]

    def predict(self, features: Vector, words: Sequence[frozenset[str]]) -> Vector:
        """Predict a probability for each sentence, array of shape (n,).

        Args:
            features: Array of shape (n, len(FEATURES)), from `compute_features`.
            words: The different words of each sentence.
        """
        steps = np.rint(features / STEP).astype(np.int64)
        sums = steps @ np.array(self.features, dtype=np.int64)
        known = self.words
        said = [sum(known[word] for word in one if word in known) for one in words]
        fixed = np.array(said, dtype=np.int64) + self.base
        return logistic(quantize((sums * STEP + fixed) / UNIT))


@dataclass(frozen=True, slots=True)
class Ranker:
    """All that was learnt.

    Attributes:
        sha256: Of the file.
        telling: Whether an editor would print a sentence.
        litter: Whether a sentence that looks substantial must not be printed.
        focus: "base" and what each of `FOCUS_FACTORS` adds to the log-odds of a passage.
        focus_in_context: The same where a transformer compares meanings.
        talk: The same with `TALK_FACTORS`.
    """

    sha256: str
    telling: SentenceModel
    litter: SentenceModel
    focus: Mapping[str, float]
    focus_in_context: Mapping[str, float]
    talk: Mapping[str, float]

    def judge(self, talk: Talk) -> tuple[Vector, Vector]:
        """Say of each sentence how likely it tells something, and how likely it is litter.

        Returns:
            Two arrays of shape (n,), in [0, 1]; 0 for filler and for sentences of less than
            `MIN_WORDS`.
        """
        features, words = compute_features(talk), find_words(talk)
        judged = judged_sentences(talk)
        telling = self.telling.predict(features, words) * judged
        return telling, self.litter.predict(features, words) * judged


def judged_sentences(talk: Talk) -> Vector:
    """Say of which sentences the models say anything: 1 or 0, array of shape (n,)."""
    return np.array(
        [trait.is_speech and trait.words >= MIN_WORDS for trait in talk.traits], dtype=np.float64
    )


def find_words(talk: Talk) -> list[frozenset[str]]:
    """List the different words of each sentence, as the models know them: in English."""
    if talk.lexicon is not ENGLISH:
        return [frozenset()] * len(talk.texts)
    return [frozenset(split_words(text)) for text in talk.texts]


def load_ranker(folder: Path) -> Ranker:
    """Read the weights of a folder, checked against its manifest.

    Raises:
        ModelNotWholeError: The file is missing, changed, or of other features or factors.
    """
    data, sha256 = read_verified("ranker", folder, FILE)
    facts = json.loads(data)
    parts = {
        "telling": FEATURES,
        "litter": FEATURES,
        "focus": ("base", *FOCUS_FACTORS),
        "focus_in_context": ("base", *FOCUS_FACTORS),
        "talk": ("base", *TALK_FACTORS),
    }
    for name, known in parts.items():
        found = facts.get(name, {})
        if list(found.get("features", found)) != list(known):
            raise ModelNotWholeError(f"ranker: {FILE} is of another version; install nuggets again")
    words: Mapping[str, tuple[int, int]] = facts["words"]
    telling, litter = (
        SentenceModel(
            facts[name]["base"],
            tuple(facts[name]["features"].values()),
            {word: both[at] for word, both in words.items() if both[at]},
        )
        for at, name in enumerate(("telling", "litter"))
    )
    lists_of_weights = (_in_units(facts[name]) for name in ("focus", "focus_in_context", "talk"))
    return Ranker(sha256, telling, litter, *lists_of_weights)


def _in_units(steps: Mapping[str, int]) -> dict[str, float]:
    return {name: step / UNIT for name, step in steps.items()}
