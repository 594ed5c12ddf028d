"""Means of the scores of queries, with intervals: by group of queries and by system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuggets.evaluate.bootstrap import bootstrap_measures, resample_documents
from nuggets.evaluate.points import POINT_GROUPS
from nuggets.evaluate.report import MEASURES, GroupScores, QueryScores, SystemScores
from nuggets.evaluate.settings import QueryKind


def summarize_groups(
    kind: QueryKind, systems: Sequence[str], documents: Sequence[Sequence[QueryScores]]
) -> tuple[GroupScores, ...]:
    """Average the scores over each group of queries.

    Args:
        kind: Of queries: "points" has the groups of `POINT_GROUPS`, any other one group.
        systems: Names, in the order of the report; differences are taken to the first.
        documents: For each document the scores of every query and system.

    Returns:
        The groups that have queries.
    """
    members: Mapping[str, Sequence[str]] = POINT_GROUPS if kind == "points" else {kind: (kind,)}
    groups = []
    for name, kinds in members.items():
        of_group = [[row for row in rows if row.kind in kinds] for rows in documents]
        if any(of_group):
            groups.append(_summarize_group(name, systems, [rows for rows in of_group if rows]))
    return tuple(groups)


def _summarize_group(
    name: str, systems: Sequence[str], documents: Sequence[Sequence[QueryScores]]
) -> GroupScores:
    """Compute means, intervals and differences to the first system over documents with queries."""
    draw_counts = resample_documents(len(documents))
    values = {
        system: [[row.values for row in rows if row.system == system] for rows in documents]
        for system in systems
    }
    first = systems[0]
    scores = []
    for system in systems:
        means, differences = bootstrap_measures(
            values[system], values[first], tuple(MEASURES), draw_counts
        )
        scores.append(SystemScores(system, means, {} if system == first else differences))
    query_count = sum(len(rows) for rows in values[first])
    return GroupScores(name, len(documents), query_count, tuple(scores))
