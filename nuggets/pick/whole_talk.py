"""Picking without a focus: the passages that say what a talk is about, one from each part of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, Choice, long_sentences, readability_factor
from nuggets.pick.mmr import REPEAT
from nuggets.pick.passages import Passage
from nuggets.rank.indexed_talk import Talk
from nuggets.vectors import Vector, argsort_descending, cosines, quantize, scale_to_max, to_grid

READABILITY_WEIGHT = 0.7  # of reading well against saying what the talk is about; by eye
PART_WORDS = 30  # words that a part needs at least, where words are limited; by eye
SLACK = 1.25  # how much more than its share of the words a part may take; by eye


def choose_for_talk(talk: Talk, candidates: Candidates, options: Options) -> tuple[Choice, ...]:
    """Choose the passages that say what a talk is about, the best first.

    The talk is cut into as many parts as nuggets are wanted, of as many words each, and each part
    gives the passage that holds most of what the whole talk keeps coming back to. So that five
    nuggets are not the first five of ten.

    Args:
        talk: The talk.
        candidates: Those that the options allow.
        options: How many, how long.
    """
    passages = candidates.passages
    relevance = scale_to_max(candidates.topicality)
    values = quantize(relevance * readability_factor(talk, passages, READABILITY_WEIGHT))
    parts = options.count
    left = float("inf")
    if options.max_words is not None:
        left = options.max_words
        parts = max(1, min(parts, options.max_words // PART_WORDS))
    where, parts = _divide(talk, passages, parts)
    members: dict[int, list[int]] = {}
    for i in argsort_descending(values):
        if values[i] > 0:
            members.setdefault(int(where[i]), []).append(i)
    picked = _Picked(talk, most=len(members))
    for part in sorted(members):
        allowance = min(left, SLACK * left / (parts - part))
        for i in members[part]:
            passage = passages[i]
            if passage.words <= allowance and picked.take(i, passage):
                left -= passage.words
                break
    return picked.describe(values, relevance)


def _divide(talk: Talk, passages: Sequence[Passage], parts: int) -> tuple[NDArray[np.intp], int]:
    """Divide a talk into parts, and find the part of each passage; all parts have as many words.

    The talk begins with the first of the passages and ends with the last, so that an hour that was
    asked for is all there is.

    Returns:
        The part of each passage, from 0; how many parts there are: no more than words.
    """
    first = min((passage.first for passage in passages), default=0)
    last = max((passage.last for passage in passages), default=0)
    words = [
        trait.words * trait.is_speech * (not sentence.continues)
        for trait, sentence in zip(
            talk.traits[first : last + 1], talk.sentences[first : last + 1], strict=True
        )
    ]
    said = np.cumsum(np.array(words, dtype=np.int64))
    parts = min(parts, max(1, int(said[-1])))
    middles = np.array([(p.first + p.last) // 2 - first for p in passages], dtype=np.intp)
    part = np.maximum(0, said[middles] - 1) * parts // max(1, int(said[-1]))
    return np.asarray(np.minimum(parts - 1, part), dtype=np.intp), parts


class _Picked:
    """Passages picked so far, none of which overlaps another one or says it again.

    Each is held against all others at once, so that any number may be picked.
    """

    def __init__(self, talk: Talk, *, most: int) -> None:
        self._talk = talk
        self._picks: list[tuple[int, Passage]] = []
        self._rows = np.zeros((most, talk.vectors.sentences.shape[1]))
        self._covered: set[int] = set()
        self._said: set[str] = set()

    def take(self, index: int, passage: Passage) -> bool:
        """Pick a passage, unless it overlaps one that was picked, or says it again."""
        covered = range(passage.indices[0], passage.last + 1)
        said = long_sentences(self._talk, passage)
        if not (self._covered.isdisjoint(covered) and self._said.isdisjoint(said)):
            return False
        row = to_grid(self._talk.vectors.sentences[list(passage.picks)].sum(axis=0, keepdims=True))
        count = len(self._picks)
        if (cosines(row, self._rows[:count]) >= REPEAT).any():
            return False
        self._rows[count] = row[0]
        self._picks.append((index, passage))
        self._covered.update(covered)
        self._said |= said
        return True

    def describe(self, values: Vector, relevance: Vector) -> tuple[Choice, ...]:
        """List what was picked, the best first; of equals, the earlier."""
        ranked = sorted(range(len(self._picks)), key=lambda at: self._rank(at, values))
        rows = self._rows[ranked]
        choices = []
        for rank, at in enumerate(ranked):
            i, passage = self._picks[at]
            near = cosines(rows[rank : rank + 1], rows[:rank]).max(initial=0.0)
            novelty = 1.0 - min(1.0, float(near))
            choices.append(Choice(passage, float(values[i]), float(relevance[i]), novelty))
        return tuple(choices)

    def _rank(self, at: int, values: Vector) -> tuple[float, int]:
        index, _ = self._picks[at]
        return -float(values[index]), index
