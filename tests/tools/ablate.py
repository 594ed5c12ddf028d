"""Prints F with each part of the ranking taken out: `make ablate DATA=<talks with points>`.

A factor is taken out by giving it the same value, its mean, for all passages of a talk; weights stay
as they are. Intervals are of the difference to the whole ranking, at 95 %, by bootstrap over talks.
On talks that the weights were learnt from, the figures flatter what was learnt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import Models, load_models
from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, describe_passages, find_candidates
from nuggets.pick.choose import DIVERSITY, FOCUS_FLOOR, TALK_DIVERSITY, choose
from nuggets.pick.make_nuggets import score_passages
from nuggets.pick.passage_scores import add_up
from nuggets.pick.passages import find_passages
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS, Ranker, load_ranker
from nuggets.rank.scoring import Scores, score
from tests.tools.editors import EditedFocus, EditedTalk, WordCounter, measure, read_talks

SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the ranking: what is done without it.

    Attributes:
        factors: Factors that are made the same for all passages.
        without: Other things that are left out: "tokens", "readability", "diversity", "litter".
    """

    factors: tuple[str, ...] = ()
    without: str = ""


FOCUS_PARTS = {
    "all": Part(),
    "TextRank": Part(("textrank",)),
    "meaning": Part(("meaning", "surroundings")),
    "word and token match": Part(("word",), "tokens"),
    "TextRank, meaning and word": Part(("textrank", "meaning", "surroundings", "word")),
    "telling": Part(("telling",)),
    "length": Part(("length",)),
    "readability": Part(without="readability"),
    "diversity": Part(without="diversity"),
    "litter": Part(without="litter"),
}
TALK_PARTS = {
    "all": Part(),
    **{name: Part((name,)) for name in TALK_FACTORS},
    **{name: Part(without=name) for name in ("readability", "diversity", "litter")},
}


class AblatedTalk:
    """A talk with all that is the same for each part."""

    def __init__(self, edited: EditedTalk, models: Models, ranker: Ranker) -> None:
        self.edited, self.models, self.ranker = edited, models, ranker
        self.talk: Talk = prepare(edited.transcript, models)
        self.counter = WordCounter(edited.transcript, self.talk.sentences)
        self.candidates = find_candidates(self.talk, ranker, max_sentences=3)
        passages = find_passages(self.talk.sentences, self.talk.traits, max_sentences=3)
        telling, _ = ranker.judge(self.talk)
        self.littered = describe_passages(self.talk, passages, telling)

    def measure(self, focus: EditedFocus, parts: dict[str, Part]) -> list[float]:
        """Give F of the picks for a focus without each of the parts."""
        scores = {by: self._score(focus.text, by_tokens=by) for by in (True, False)}
        return [
            self._measure(focus, scores[part.without != "tokens"], part) for part in parts.values()
        ]

    def _score(self, text: str | None, *, by_tokens: bool) -> Scores | None:
        if text is None:
            return None
        focus = parse_focus(text, self.talk.acronyms, self.edited.transcript.speakers)
        return score(self.talk, focus, self.models, by_tokens=by_tokens)

    def _measure(self, focus: EditedFocus, scores: Scores | None, part: Part) -> float:
        candidates: Candidates = self.littered if part.without == "litter" else self.candidates
        if part.without == "readability":
            candidates = replace(candidates, readability=np.ones(len(candidates.passages)))
        found = score_passages(self.talk, candidates, self.ranker, scores)
        added = found.added.copy()
        for name in part.factors:
            column = added[:, list(found.names).index(name)]
            column[:] = column.mean()
        found = add_up(found.names, found.base, added, candidates)
        diversity = TALK_DIVERSITY if scores is None else DIVERSITY
        chosen, _ = choose(
            *(self.talk, candidates, found, Options()),
            floor=0.0 if scores is None else FOCUS_FLOOR,
            diversity=0.0 if part.without == "diversity" else diversity,
        )
        runs = [choice.passage.picks for choice in chosen]
        return measure(focus.weights, self.counter.told(focus, runs))


def interval(differences: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Give the 95 % interval of the mean, by bootstrap over the talks that they are grouped by."""
    sums = np.array([sum(one) for one in differences])
    counts = np.array([len(one) for one in differences])
    drawn = np.random.default_rng(0).integers(0, len(sums), (SAMPLES, len(sums)))
    low, high = np.percentile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), [2.5, 97.5])
    return float(low), float(high)


def main(folder: Path) -> int:
    """Print a table for foci and one for whole talks."""
    models, ranker = load_models("static"), load_ranker(built_in_folder("ranker"))
    talks = [AblatedTalk(edited, models, ranker) for edited in read_talks(folder)]
    assert set(FOCUS_FACTORS) == {name for part in FOCUS_PARTS.values() for name in part.factors}
    for title, parts in (("focus", FOCUS_PARTS), ("whole", TALK_PARTS)):
        rows = [
            [
                talk.measure(focus, parts)
                for focus in talk.edited.foci
                if focus.weights and (focus.text is None) == (title == "whole")
            ]
            for talk in talks
        ]
        print(f"| {title}, without | F | difference |\n| --- | --- | --- |")
        for i, name in enumerate(parts):
            mean = np.mean([row[i] for one in rows for row in one])
            low, high = interval([[row[i] - row[0] for row in one] for one in rows])
            less = np.mean([row[i] - row[0] for one in rows for row in one])
            print(
                f"| {name if i else 'nothing'} | {mean:.3f} | {less:+.3f} [{low:+.3f}, {high:+.3f}] |"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
