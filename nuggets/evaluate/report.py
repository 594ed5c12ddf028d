"""Evaluation report, as a value: scores of each query, means and intervals of each system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.settings import QueryKind
from nuggets.render.json import rounded

SCHEMA = "nuggets-evaluation/2"


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
    "f": Measure("F"),
    "points": Measure("points"),
    "vital": Measure("vital"),
    "telling": Measure("telling"),
    "absent_refused": Measure("absent refused"),
    "own_refused": Measure("own refused", direction=0),
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
    "litter": Measure("litter", digits=2, direction=-1),
    "located": Measure("located"),
}
"""Every measure, in the order of the columns."""

HEADLINES = ("f", "nug_p", "topics", "rouge1")
"""The first of these that is measured is shown with intervals."""


HEADLINE_GROUPS = ("focus", "whole")
"""Of foci with points; the other groups are parts of these, or are refused."""

KNOW_THE_ANSWER = ("editor", "oracle")
"""Systems that do not compete."""


@dataclass(frozen=True, slots=True)
class QueryScores:
    """Scores of one system for one query.

    Attributes:
        document: Name of the talk.
        number: Of the query among those of the talk, from 0.
        query: None: the whole talk.
        system: Name of the system.
        values: By measure.
        kind: Of the query; where there are points, of the focus.
    """

    document: str
    number: int
    query: str | None
    system: str
    values: Mapping[str, float]
    kind: str = "queries"


@dataclass(frozen=True, slots=True)
class SystemScores:
    """Scores of one system over the queries of a group.

    Attributes:
        name: Of the system.
        means: By measure.
        differences: By measure, paired differences to the first system of the report.
    """

    name: str
    means: Mapping[str, Interval]
    differences: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class GroupScores:
    """Scores of all systems over a group of queries, such as those of one kind.

    Attributes:
        name: Of the group.
        documents: How many have such queries.
        queries: How many.
        systems: In the order of asking.
    """

    name: str
    documents: int
    queries: int
    systems: tuple[SystemScores, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that any system has, in the order of the columns."""
        return tuple(name for name in MEASURES if any(name in one.means for one in self.systems))

    @property
    def headline(self) -> str:
        """The measure that is shown with intervals; where nothing is measured, the first of all."""
        return next((name for name in (*HEADLINES, *self.measures) if name in self.measures), "f")

    def best(self, measure: str) -> frozenset[str]:
        """Name the systems that are best by a measure, as rounded for people.

        Returns:
            Empty where neither high nor low is better, or fewer than two systems have the
            measure. Those that know the answer do not compete.
        """
        direction = MEASURES[measure].direction
        values = {
            one.name: float(format_value(measure, one.means[measure].mean)) * direction
            for one in self.systems
            if measure in one.means and one.name not in KNOW_THE_ANSWER
        }
        if not direction or len(values) < 2:
            return frozenset()
        return frozenset(name for name, value in values.items() if value == max(values.values()))


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
        rouge_words: Words of a summary that ROUGE reads; None where there are points.
        documents: How many.
        queries: How many.
        groups: Means over groups of the queries, the headlines first; one group where there are
            no points.
        query_scores: In the order of documents, queries and systems.
        notes: What a reader should know, each one line.
    """

    fingerprint: str
    dataset: str
    kind: QueryKind
    count: int
    max_sentences: int
    max_words: int | None
    rouge_words: int | None
    documents: int
    queries: int
    groups: tuple[GroupScores, ...]
    query_scores: tuple[QueryScores, ...]
    notes: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures of any group, in the order of the columns."""
        return tuple(name for name in MEASURES if any(name in one.measures for one in self.groups))

    @property
    def headline_groups(self) -> tuple[GroupScores, ...]:
        """The groups that are shown in full; the others are parts of them, or refused."""
        main = (one for one in self.groups if one.name in HEADLINE_GROUPS and one.measures)
        return tuple(main) or self.groups[:1]

    @property
    def kind_groups(self) -> tuple[GroupScores, ...]:
        """The groups of which the headline measure alone is shown."""
        shown = (*HEADLINE_GROUPS, *(one.name for one in self.headline_groups))
        return tuple(one for one in self.groups if one.name not in shown and one.measures)


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
