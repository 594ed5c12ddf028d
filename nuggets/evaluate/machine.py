"""A report as JSON and CSV, for other programs."""

from __future__ import annotations

import csv
import io
import json
from importlib import resources
from typing import Any

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import SCHEMA, Report
from nuggets.render.clean import printable
from nuggets.render.csv import defuse
from nuggets.render.json import rounded


def to_json(report: Report, *, per_query: bool = False) -> str:
    """Write a report as JSON, schema `nuggets-evaluation/1`.

    Args:
        report: What to write.
        per_query: Whether to add what each system got for each query.

    Returns:
        ASCII that `json_schema()` describes, indented by 2; shares and ROUGE are in [0, 1]; ends
        with a newline.
    """
    document: dict[str, object] = {
        "schema": SCHEMA,
        "fingerprint": report.fingerprint,
        "dataset": {
            "name": report.dataset,
            "kind": report.kind,
            "documents": report.documents,
            "queries": report.queries,
        },
        "options": {
            "count": report.count,
            "max_sentences": report.max_sentences,
            "max_words": report.max_words,
            "rouge_words": report.words,
        },
        "systems": [
            {
                "name": one.name,
                "means": {name: _interval(mean) for name, mean in one.means.items()},
                "differences": {name: _interval(gap) for name, gap in one.differences.items()},
            }
            for one in report.standings
        ],
        "notes": report.notes,
    }
    if per_query:
        document["queries"] = [
            {
                "document": row.document,
                "number": row.number,
                "query": row.query,
                "system": row.system,
                "values": {name: rounded(value) for name, value in row.values.items()},
            }
            for row in report.rows
        ]
    return json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of what `to_json` writes.

    >>> json_schema()["properties"]["schema"]
    {'const': 'nuggets-evaluation/1'}
    """
    file = resources.files("nuggets.evaluate").joinpath("nuggets-evaluation-1.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def _interval(interval: Interval) -> dict[str, float]:
    return {
        "mean": rounded(interval.mean),
        "low": rounded(interval.low),
        "high": rounded(interval.high),
    }


def to_csv(report: Report, *, per_query: bool = False) -> str:
    """Write a report as CSV (RFC 4180), safe to open in a spreadsheet.

    Args:
        report: What to write.
        per_query: Whether to write a row for each query and system, instead of one a system.

    Returns:
        A header, then the rows. Of each measure a system has its mean, the ends of its interval,
        and those of its difference to the first system.
    """
    file = io.StringIO(newline="")
    write = csv.writer(file).writerow
    if per_query:
        write(["document", "number", "query", "system", *report.measures])
        for row in report.rows:
            values = [_cell(row.values.get(measure)) for measure in report.measures]
            write(
                [
                    _text(row.document),
                    row.number,
                    _text(row.query or ""),
                    _text(row.system),
                    *values,
                ]
            )
        return file.getvalue()
    ends = ("", "_low", "_high", "_difference", "_difference_low", "_difference_high")
    write(["system", *(f"{measure}{end}" for measure in report.measures for end in ends)])
    for one in report.standings:
        cells: list[object] = [_text(one.name)]
        for measure in report.measures:
            for interval in (one.means.get(measure), one.differences.get(measure)):
                cells += (
                    ["", "", ""]
                    if interval is None
                    else [_cell(interval.mean), _cell(interval.low), _cell(interval.high)]
                )
        write(cells)
    return file.getvalue()


def _cell(value: float | None) -> object:
    return "" if value is None else rounded(value)


def _text(text: str) -> str:
    return defuse(printable(text))
