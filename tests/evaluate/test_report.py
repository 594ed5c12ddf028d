"""Evaluation reports as tables, JSON, CSV and plots."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import jsonschema
import pytest

from nuggets.errors import OptionError
from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import QueryScores, Report, SystemScores, format_value
from nuggets.evaluate.report_csv import to_csv
from nuggets.evaluate.report_json import json_schema, to_json
from nuggets.evaluate.report_plot import plot_format, to_plot
from nuggets.evaluate.report_table import to_markdown, to_table

HOSTILE_NAME = "=a|b\x1b[31m$x$.jsonl"


def make_report(*names: str) -> Report:
    """Make up a report: each system is a little better than the one before it."""
    means = [
        {
            "nug_p": Interval(0.25 + i / 8, 0.125, 0.5),
            "rouge1": Interval(0.2 + i / 8, 0.1, 0.3),
            "redundancy": Interval(0.25 + i / 8, 0.1, 0.3),
            "words": Interval(288.0, 200.0, 300.0),
        }
        for i in range(len(names))
    ]
    systems = tuple(
        SystemScores(name, mean, {"nug_p": Interval(i / 8, -0.125, 0.25)} if i else {})
        for i, (name, mean) in enumerate(zip(names, means, strict=True))
    )
    rows = tuple(QueryScores("Bed001", 0, "=why?", name, {"nug_p": 1 / 3}) for name in names)
    return Report(
        f"sha256:{0:064}", "val", "queries", 10, 3, None, 70, 35, 237, systems, rows, ("n",)
    )


def test_a_table_is_aligned() -> None:
    """Columns end at the same place in each line; no line has blanks at its end."""
    lines = to_table(make_report("nuggets", "bm25")).splitlines()
    head, *rows = lines[2:5]
    place = head.index("NugP") + 4
    assert [row[:place].split() for row in rows] == [["nuggets", ".250"], ["bm25", ".375"]]
    assert all(row[place - 1].isdigit() and row[place] == " " for row in rows)
    assert all(line == line.rstrip() for line in lines)
    assert "35 documents" in lines[0]


def test_the_best_is_bold_on_a_terminal_alone() -> None:
    """The best values are bold; otherwise there is no escape sequence at all."""
    report = make_report("nuggets", "bm25")
    assert "\x1b" not in to_table(report)
    bold = to_table(report, bold=True)
    assert re.search(r"\x1b\[1m *\.375\x1b\[0m", bold)
    assert re.search(r"\x1b\[1m *\.250\x1b\[0m", bold)  # less redundancy is better
    assert bold.count("\x1b[1m") == 3


def test_the_oracle_is_never_the_best() -> None:
    """The oracle does not compete for the best value."""
    assert make_report("nuggets", "bm25", "oracle").best("nug_p") == {"bm25"}
    assert make_report("nuggets", "oracle").best("nug_p") == frozenset()
    assert make_report("nuggets", "bm25").best("words") == frozenset()


def test_a_narrow_terminal_gets_several_tables() -> None:
    """Nothing is wider than the terminal, and no column is lost."""
    wide, narrow = (to_table(make_report("nuggets", "bm25"), width=w) for w in (None, 44))
    rows = narrow.split("\n\n")[1:-1]
    assert len(rows) > 1
    assert all(len(line) <= 44 for block in rows for line in block.splitlines())
    assert sorted(set(wide.split("\n")[2].split())) == sorted(
        {word for block in rows for word in block.splitlines()[0].split()}
    )


def test_markdown_is_a_table() -> None:
    """Each row has as many cells as the head; the best is bold; a bar in a name is escaped."""
    text = to_markdown(make_report("nuggets", HOSTILE_NAME))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({row.replace("\\|", "").count("|") for row in rows}) == 1
    assert "**.375**" in rows[-1]
    assert "\x1b" not in text


def test_json_says_what_was_measured() -> None:
    """JSON has the schema, the fingerprint and rounded numbers; queries only when asked for."""
    text = to_json(make_report("nuggets", "bm25"))
    document = json.loads(text)
    assert document["schema"] == "nuggets-evaluation/1"
    assert document["fingerprint"] == f"sha256:{0:064}"
    assert document["systems"][1]["means"]["nug_p"] == {"mean": 0.375, "low": 0.125, "high": 0.5}
    assert document["systems"][0]["differences"] == {}
    assert "queries" not in document
    rows = json.loads(to_json(make_report("nuggets"), per_query=True))["queries"]
    assert rows[0]["values"] == {"nug_p": 0.3333}


def test_csv_has_a_row_a_system_or_a_query() -> None:
    """CSV has as many cells in each row, numbers rounded, and no formula."""
    report = make_report("nuggets", HOSTILE_NAME)
    systems = list(csv.DictReader(io.StringIO(to_csv(report))))
    assert [row["nug_p"] for row in systems] == ["0.25", "0.375"]
    assert systems[1]["nug_p_difference_low"] == "-0.125"
    assert systems[0]["nug_p_difference"] == ""
    assert systems[1]["system"].startswith("'=")
    rows = list(csv.DictReader(io.StringIO(to_csv(report, per_query=True))))
    assert [row["query"] for row in rows] == ["'=why?"] * 2
    assert rows[0]["nug_p"] == "0.3333"


@pytest.mark.parametrize("format", ["svg", "png"])
def test_a_plot_is_reproducible(format: str) -> None:
    """The same report gives the same bytes, whatever the names in it; without a date."""
    report = make_report("nuggets", HOSTILE_NAME)
    plot = to_plot(report, format=format)
    assert plot == to_plot(report, format=format)
    if format == "svg":
        ET.fromstring(plot)
        assert b"<dc:date>" not in plot
    else:
        assert plot.startswith(b"\x89PNG")


def test_the_format_of_a_plot_is_its_extension() -> None:
    """SVG and PNG are written, in upper or lower case; anything else is refused."""
    assert (plot_format("a.SVG"), plot_format("b.png")) == ("svg", "png")
    with pytest.raises(OptionError, match="SVG or PNG"):
        plot_format("c.pdf")


def test_values_are_formatted_for_people() -> None:
    """Shares lose their 0, ROUGE is in hundredths, nothing is -0."""
    assert format_value("nug_p", -0.0) == ".000"
    assert format_value("nug_p", -0.125) == "-.125"
    assert format_value("rouge1", 0.3609) == "36.1"
    assert format_value("words", 287.5) == "288"


@pytest.mark.parametrize("per_query", [False, True])
def test_json_conforms_to_its_schema(per_query: bool) -> None:
    """The schema in the package is valid, closed, and describes what is written."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(to_json(make_report("nuggets", "bm25"), per_query=per_query))
    jsonschema.validate(document, schema)
    document["clock"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)
