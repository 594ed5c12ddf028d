"""Prints F with each part of the ranking taken out: `make ablate DATA=<talks with points>`.

A factor is taken out by giving it the same value, its mean, for all passages of a talk; the other
weights stay as they are. Intervals of 95 %, by bootstrap over talks, are of the difference to the
whole ranking. On talks that the weights were learnt from, the figures flatter what was learnt.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import Models, load_models
from nuggets.evaluate.bootstrap import bootstrap_difference, bootstrap_mean, resample_documents
from nuggets.evaluate.datasets import read_documents
from nuggets.evaluate.documents import Document
from nuggets.evaluate.points import FocusPoints, WordCounter, score_points
from nuggets.option_definitions import DEFAULT_MODEL, Options
from nuggets.pick.candidates import find_candidates
from nuggets.pick.choose import DIVERSITY, FOCUS_FLOOR, LEAST, choose
from nuggets.pick.make_nuggets import score_passages
from nuggets.pick.passage_scores import PassageScores, add_up
from nuggets.pipeline import prepare
from nuggets.rank.focus import Focus, parse_focus
from nuggets.rank.ranker import Ranker, load_ranker
from nuggets.rank.scoring import Scores, score
from nuggets.vectors import Matrix, quantize

WHOLE_RANKING = "nothing"  # name of what takes out nothing
TOKENS, READABILITY, DIVERSE, LITTER = "token match", "readability", "diversity", "litter"

FOCUS_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        WHOLE_RANKING: (),
        "TextRank": ("textrank",),
        "meaning and surroundings": ("meaning", "surroundings"),
        "surroundings": ("surroundings",),
        "word": ("word",),
        "coverage": ("coverage",),
        TOKENS: (TOKENS,),
        "word, coverage and token match": ("word", "coverage", TOKENS),
        "all that knows the focus": ("textrank", "meaning", "surroundings", "word", "coverage"),
        "telling": ("telling",),
        "length": ("length",),
        READABILITY: (READABILITY,),
        DIVERSE: (DIVERSE,),
        LITTER: (LITTER,),
    }
)
"""By name what is taken out for a focus: factors of passages, or what is done besides (tokens of
the focus in TextRank's restart, readability, diversity, leaving out what is most like litter)."""

TALK_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        WHOLE_RANKING: (),
        "TextRank": ("textrank",),
        "telling": ("telling",),
        "length": ("length",),
        "length of the turn": ("turn_length",),
        DIVERSE: (DIVERSE,),
        LITTER: (LITTER,),
    }
)
"""The same for the talk as a whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: F without a part, and its difference to the whole ranking."""

    part: str
    f: float
    difference: float
    low: float
    high: float

    def __str__(self) -> str:
        change = f"{self.difference:+.3f} | {self.low:+.3f} to {self.high:+.3f}"
        return f"| {self.part} | {self.f:.3f} | {change if self.part != WHOLE_RANKING else ' | '} |"


class AblatedTalk:
    """A talk with all that is the same for each part."""

    def __init__(self, document: Document, models: Models, ranker: Ranker) -> None:
        self._document, self._models, self._ranker = document, models, ranker
        self._options = Options()
        self._talk = prepare(document.transcript, models)
        self._counter = WordCounter(document.transcript.source)
        longest = self._options.max_sentences
        self._candidates = find_candidates(self._talk, ranker, max_sentences=longest)
        every = np.ones(len(self._candidates.passages), dtype=np.bool_)
        self._with_litter = replace(self._candidates, allowed=every)

    def measure(self, parts: Mapping[str, tuple[str, ...]], *, whole: bool) -> list[list[float]]:
        """Give F without each part, for each focus or for the talk as a whole."""
        return [
            self._measure_each(query.text, query.points, parts)
            for query in self._document.queries
            if query.points and query.points.points and (query.text is None) == whole
        ]

    def _measure_each(
        self, text: str | None, target: FocusPoints, parts: Mapping[str, tuple[str, ...]]
    ) -> list[float]:
        focus = None if text is None else self._parse(text)
        if focus is None or focus.names_speakers_alone:
            asked = focus.speakers if focus else None
            return [self._measure(None, target, out, asked) for out in parts.values()]
        with_tokens, without = (
            score(self._talk, focus, self._models, by_tokens=by) for by in (True, False)
        )
        if with_tokens.status == "not-discussed":
            return [0.0] * len(parts)
        return [
            self._measure(without if TOKENS in out else with_tokens, target, out)
            for out in parts.values()
        ]

    def _parse(self, text: str) -> Focus:
        return parse_focus(text, self._talk.acronyms, self._document.transcript.speakers)

    def _measure(
        self,
        scores: Scores | None,
        target: FocusPoints,
        out: Sequence[str],
        speakers: Collection[str] | None = None,
    ) -> float:
        candidates = self._with_litter if LITTER in out else self._candidates
        if speakers is not None:
            candidates = candidates.allow([s.speaker in speakers for s in self._talk.sentences])
        if READABILITY in out or scores is None:
            candidates = candidates.for_talk()
        found = score_passages(self._talk, candidates, self._ranker, scores)
        added = take_out(found, out)
        chosen, _ = choose(
            self._talk,
            candidates,
            add_up(found.names, found.base, added, candidates),
            self._options,
            floor=0.0 if scores is None else FOCUS_FLOOR,
            least=0.0 if scores is None else LEAST,
            diversity=0.0 if DIVERSE in out else DIVERSITY,
        )
        sentences = self._talk.sentences
        printed = [
            [(sentences[i].start, sentences[i].end) for i in choice.passage.picks]
            for choice in chosen
        ]
        return score_points(printed, target, self._counter, count=self._options.count)["f"]


def take_out(found: PassageScores, factors: Sequence[str]) -> Matrix:
    """Give what factors add to the log-odds, some of them the same for all passages.

    Args:
        found: Scores of m passages.
        factors: Names of what is the same for all: the mean. Names of other things change nothing.

    Returns:
        Array of shape (m, len(found.names)).
    """
    added = found.added.copy()
    for at, name in enumerate(found.names):
        if name in factors:
            added[:, at] = quantize(added[:, at].mean(keepdims=True))
    return added


def ablate(folder: Path, *, whole: bool) -> Iterator[Row]:
    """Measure F over a folder of talks with points, without each part.

    Args:
        folder: Of talks with points.
        whole: Whether for the talks as a whole, and not for foci.
    """
    models, ranker = load_models(DEFAULT_MODEL), load_ranker(built_in_folder("ranker"))
    parts = TALK_PARTS if whole else FOCUS_PARTS
    measured = [
        AblatedTalk(document, models, ranker).measure(parts, whole=whole)
        for document in read_documents(folder, "points")
    ]
    draw_counts = resample_documents(len(measured))
    by_part = [[[row[at] for row in talk] for talk in measured] for at in range(len(parts))]
    for name, values in zip(parts, by_part, strict=True):
        mean = bootstrap_mean(values, draw_counts)
        change = bootstrap_difference(values, by_part[0], draw_counts)
        if mean is not None and change is not None:
            yield Row(name, mean.mean, change.mean, change.low, change.high)


def main(folder: Path) -> int:
    """Print a table for foci and one for talks as a whole."""
    for title, whole in (("focus", False), ("whole talk", True)):
        print(f"\n| {title}, without | F | difference | 95 % |\n| --- | --- | --- | --- |")
        for row in ablate(folder, whole=whole):
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
