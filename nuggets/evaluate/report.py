"""What an evaluation gives: a value to be written as a table, JSON, CSV or a plot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.limits import Kind
from nuggets.render.json import DIGITS

SCHEMA = "nuggets-evaluation/1"


class Measure(NamedTuple):
    """How a measure is shown to people.

    Attributes:
        title: At the head of its column.
        scale: What it is multiplied with; the field gives ROUGE in hundredths.
        digits: Behind the point.
        best: 1 where more is better, -1 where less is, 0 where neither.
    """

    title: str
    scale: float = 1
    digits: int = 3
    best: int = 1


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
    "redundancy": Measure("redund.", best=-1),
    "nuggets": Measure("nuggets", digits=1, best=0),
    "words": Measure("words", digits=0, best=0),
    "located": Measure("located"),
}
"""Every measure, in the order of the columns."""

HEADLINES = ("nug_p", "topics", "rouge1")
"""The measure that intervals are shown of: the first of these that there is."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one system got for one query.

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
class Standing:
    """One system, summed up.

    Attributes:
        name: Of the system.
        means: By measure, over all queries.
        differences: By measure, to the first system of the report, query by query.
    """

    name: str
    means: Mapping[str, Interval]
    differences: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation.

    Attributes:
        fingerprint: "sha256:" and the hash of all it depends on.
        dataset: Name of the folder, without what it lies in.
        kind: Of queries.
        count: Nuggets at most.
        max_sentences: Sentences in each at most.
        max_words: Words in all at most; None: no limit.
        words: The budget that ROUGE is taken at.
        documents: How many.
        queries: How many.
        standings: One for each system, in the order of asking.
        rows: By query and system, in the order of documents, queries and systems.
        notes: What a reader should know, each one line.
    """

    fingerprint: str
    dataset: str
    kind: Kind
    count: int
    max_sentences: int
    max_words: int | None
    words: int
    documents: int
    queries: int
    standings: tuple[Standing, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that any system has, in the order of the columns."""
        return tuple(name for name in MEASURES if any(name in one.means for one in self.standings))

    @property
    def headline(self) -> str:
        """The measure that intervals are shown of."""
        return next((name for name in HEADLINES if name in self.measures), self.measures[0])

    def best(self, measure: str) -> frozenset[str]:
        """Name the systems that are best by a measure, as it is shown; the oracle stands aside."""
        sign = MEASURES[measure].best
        there = {
            one.name: float(show(measure, one.means[measure].mean)) * sign
            for one in self.standings
            if measure in one.means and one.name != "oracle"
        }
        if not sign or len(there) < 2:
            return frozenset()
        return frozenset(name for name, value in there.items() if value == max(there.values()))


def show(measure: str, value: float) -> str:
    """Write a number for people.

    >>> show("nug_p", 0.2345), show("rouge1", 0.2345), show("words", 287.6), show("nug_p", 1.0)
    ('.234', '23.5', '288', '1.000')
    """
    told = MEASURES[measure]
    text = f"{round(value, DIGITS) * told.scale + 0.0:.{told.digits}f}"
    return (
        text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) and told.scale == 1 else text
    )
