"""Evaluation report as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import SCHEMA, Report
from nuggets.render.json import rounded


def to_json(report: Report, *, per_query: bool = False) -> str:
    """Write a report as JSON, schema `nuggets-evaluation/2`.

    Args:
        report: What to write.
        per_query: Whether to add the scores of each query.

    Returns:
        ASCII that conforms to `json_schema()`, indented by 2, with a newline at the end; all
        shares and ROUGE are in [0, 1].
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
            "rouge_words": report.rouge_words,
        },
        "groups": [
            {
                "name": group.name,
                "documents": group.documents,
                "queries": group.queries,
                "systems": [
                    {
                        "name": one.name,
                        "means": _intervals(one.means),
                        "differences": _intervals(one.differences),
                    }
                    for one in group.systems
                ],
            }
            for group in report.groups
        ],
        "notes": report.notes,
    }
    if per_query:
        document["queries"] = [
            {
                "document": row.document,
                "number": row.number,
                "query": row.query,
                "kind": row.kind,
                "system": row.system,
                "values": {name: rounded(value) for name, value in row.values.items()},
            }
            for row in report.query_scores
        ]
    return json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """Read the JSON Schema (draft 2020-12) of what `to_json` writes.

    >>> json_schema()["properties"]["schema"]
    {'const': 'nuggets-evaluation/2'}
    """
    file = resources.files("nuggets.evaluate").joinpath("nuggets-evaluation-2.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def _intervals(by_measure: Mapping[str, Interval]) -> dict[str, dict[str, float]]:
    return {
        measure: {
            "mean": rounded(interval.mean),
            "low": rounded(interval.low),
            "high": rounded(interval.high),
        }
        for measure, interval in by_measure.items()
    }
