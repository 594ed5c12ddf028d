"""Evaluation report as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import Report
from nuggets.render.control_characters import printable
from nuggets.render.csv import defuse
from nuggets.render.json import rounded

_ENDS = ("", "_low", "_high")


def to_csv(report: Report, *, per_query: bool = False) -> str:
    """Write a report as CSV (RFC 4180).

    Args:
        report: What to write.
        per_query: Whether to write a row for each query and system, instead of one a system.

    Returns:
        A header, then the rows. A system has for each group of queries, of each measure, its mean
        and the ends of its interval, and the same of its difference to the first system; cells
        without a value are empty.
    """
    return _queries_to_csv(report) if per_query else _systems_to_csv(report)


def _queries_to_csv(report: Report) -> str:
    file = io.StringIO(newline="")
    write = csv.writer(file).writerow
    write(["document", "number", "query", "kind", "system", *report.measures])
    for row in report.query_scores:
        query, values = row.query or "", [row.values.get(measure) for measure in report.measures]
        write(
            [
                *(_text(row.document), row.number, _text(query), row.kind, _text(row.system)),
                *("" if value is None else rounded(value) for value in values),
            ]
        )
    return file.getvalue()


def _systems_to_csv(report: Report) -> str:
    file = io.StringIO(newline="")
    write = csv.writer(file).writerow
    ends = (*_ENDS, *(f"_difference{end}" for end in _ENDS))
    write(["group", "system", *(f"{measure}{end}" for measure in report.measures for end in ends)])
    for group in report.groups:
        for one in group.systems:
            cells: list[object] = [group.name, _text(one.name)]
            for measure in report.measures:
                cells += _interval(one.means.get(measure))
                cells += _interval(one.differences.get(measure))
            write(cells)
    return file.getvalue()


def _interval(interval: Interval | None) -> list[object]:
    if interval is None:
        return ["", "", ""]
    return [rounded(interval.mean), rounded(interval.low), rounded(interval.high)]


def _text(text: str) -> str:
    return defuse(printable(text))
