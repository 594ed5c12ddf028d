"""Evaluation report, as a value: scores of each query, means and intervals of each system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.settings import QueryKind
from nuggets.render.json import rounded

SCHEMA = "nuggets-evaluation/1"


class Measure(NamedTuple):
    """How a measure is shown to people.

    Attributes:
        title: Head of its column.
        scale: What it is multiplied with; ROUGE is customarily reported in hundredths.
        digits: After the decimal point.
        direction: 1 where higher is better, -1 where lower is, 0 where neither.
    """

    title: str
    scale: float = 1
    digits: int = 3
    direction: int = 1


MEASURES: Mapping[str, Measure] = {
    "nug_p": Measure("NugP"),
    "first": Measure("First"),
    "top3": Measure("Top3"),
    "topics": Measure("topics"),
    "word_p": Measure("WordP"),
    "word_r": Measure("WordR"),
    "p10": Measure("P@10"),
    "ndcg10": Measure("nDCG@10"),
    "ap": Measure("AP"),
    "rouge1": Measure("R-1", 100, 1),
    "rouge2": Measure("R-2", 100, 1),
    "rouge_lsum": Measure("R-Lsum", 100, 1),
    "redundancy": Measure("redund.", direction=-1),
    "nuggets": Measure("nuggets", digits=1, direction=0),
    "words": Measure("words", digits=0, direction=0),
    "located": Measure("located"),
}
"""Every measure, in the order of the columns."""

HEADLINES = ("nug_p", "topics", "rouge1")
"""The first of these that is measured is shown with intervals."""


@dataclass(frozen=True, slots=True)
class QueryScores:
    """Scores of one system for one query.

    Attributes:
        document: Name of the talk.
        number: Of the query among those of the talk, from 0.
        query: None: the whole talk.
        system: Name of the system.
        values: By measure.
    """

    document: str
    number: int
    query: str | None
    system: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SystemScores:
    """Scores of one system over all queries.

    Attributes:
        name: Of the system.
        means: By measure.
        differences: By measure, paired differences to the first system of the report.
    """

    name: str
    means: Mapping[str, Interval]
    differences: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Report:
    """Results of an evaluation.

    Attributes:
        fingerprint: "sha256:" and the hash of all that the scores depend on.
        dataset: Name of the folder, without its parents.
        kind: Of queries.
        count: Nuggets at most.
        max_sentences: Sentences in each at most.
        max_words: Words in all at most; None: no limit.
        rouge_words: Words of a summary that ROUGE reads.
        documents: How many.
        queries: How many.
        systems: In the order of asking.
        query_scores: In the order of documents, queries and systems.
        notes: What a reader should know, each one line.
    """

    fingerprint: str
    dataset: str
    kind: QueryKind
    count: int
    max_sentences: int
    max_words: int | None
    rouge_words: int
    documents: int
    queries: int
    systems: tuple[SystemScores, ...]
    query_scores: tuple[QueryScores, ...]
    notes: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that any system has, in the order of the columns."""
        return tuple(name for name in MEASURES if any(name in one.means for one in self.systems))

    @property
    def headline(self) -> str:
        """The measure that is shown with intervals."""
        return next((name for name in HEADLINES if name in self.measures), self.measures[0])

    def best(self, measure: str) -> frozenset[str]:
        """Name the systems that are best by a measure, as rounded for people.

        Returns:
            Empty where neither high nor low is better, or fewer than two systems have the
            measure. The oracle, which knows the answer, does not compete.
        """
        direction = MEASURES[measure].direction
        values = {
            one.name: float(format_value(measure, one.means[measure].mean)) * direction
            for one in self.systems
            if measure in one.means and one.name != "oracle"
        }
        if not direction or len(values) < 2:
            return frozenset()
        return frozenset(name for name, value in values.items() if value == max(values.values()))


def format_value(measure: str, value: float) -> str:
    """Format a value for people, with the scale and digits of its measure.

    >>> format_value("nug_p", 0.2345), format_value("rouge1", 0.2346), format_value("words", 287.6)
    ('.234', '23.5', '288')
    >>> format_value("nug_p", 1.0)
    '1.000'
    """
    shown = MEASURES[measure]
    text = f"{rounded(value) * shown.scale:.{shown.digits}f}"
    has_zero = text.startswith(("0.", "-0.")) and shown.scale == 1
    return text.replace("0.", ".", 1) if has_zero else text
