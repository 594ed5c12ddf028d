"""Evaluation reports as tables, JSON, CSV and plots."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import jsonschema
import pytest

from nuggets.errors import OptionError
from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import GroupScores, QueryScores, Report, SystemScores, format_value
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
    groups = (GroupScores("queries", 35, 237, systems),)
    return Report(
        f"sha256:{0:064}", "val", "queries", 10, 3, None, 70, 35, 237, groups, rows, ("n",)
    )


def make_points_report(*names: str) -> Report:
    """Make up a report on points: the first system answers everything, the last one foci alone."""
    focus = {"f": Interval(0.5, 0.4, 0.6), "litter": Interval(1.5, 1.0, 2.0)}
    values: dict[str, dict[str, Interval]] = {
        "focus": focus | {"own_refused": Interval(0.1, 0.0, 0.2)},
        "whole": focus,
        "broad": focus,
        "absent": {"absent_refused": Interval(0.75, 0.5, 1.0)},
    }
    groups = tuple(
        GroupScores(
            group,
            *(4, 8),
            tuple(
                SystemScores(name, {} if group == "whole" and name == names[-1] else means, {})
                for name in names
            ),
        )
        for group, means in values.items()
    )
    rows = tuple(QueryScores("talk.txt", 0, None, name, {"f": 0.5}, "whole") for name in names)
    return Report(
        f"sha256:{0:064}", "val", "points", 10, 3, None, None, 4, 28, groups, rows, ("n",)
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
    assert make_report("nuggets", "bm25", "oracle").groups[0].best("nug_p") == {"bm25"}
    assert make_report("nuggets", "oracle").groups[0].best("nug_p") == frozenset()
    assert make_report("nuggets", "bm25").groups[0].best("words") == frozenset()


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
    assert document["schema"] == "nuggets-evaluation/2"
    assert document["fingerprint"] == f"sha256:{0:064}"
    assert document["groups"][0]["systems"][1]["means"]["nug_p"] == {
        "mean": 0.375,
        "low": 0.125,
        "high": 0.5,
    }
    assert document["groups"][0]["systems"][0]["differences"] == {}
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


def test_points_have_a_table_for_each_headline_and_one_by_kind() -> None:
    """Foci stand first, then the whole talk without those that cannot answer it, then the kinds."""
    report = make_points_report("nuggets", "editor", "bm25")
    text = to_markdown(report)
    focus, whole, kinds = (
        part.split("\n\n") for part in re.split(r"(?=focus: |whole talk: |F by )", text)[1:]
    )
    assert focus[0] == "focus: 8 foci"
    assert [row.split(" | ")[0] for row in focus[1].splitlines()[2:]] == [
        *("| nuggets", "| editor", "| bm25"),
    ]
    assert "1.50" in focus[1]
    assert "bm25" not in whole[1]
    assert kinds[1].splitlines()[0] == "| system | broad | absent refused |"
    assert "**" not in kinds[1].splitlines()[3]  # the editor does not compete
    assert "the ten best" in kinds[2]


def test_points_are_in_csv_and_json_by_group() -> None:
    """CSV has a row for each group and system; JSON is as its schema says, and has no ROUGE."""
    report = make_points_report("nuggets", "bm25")
    rows = list(csv.DictReader(io.StringIO(to_csv(report))))
    assert [(row["group"], row["system"]) for row in rows] == [
        (group, name)
        for group in ("focus", "whole", "broad", "absent")
        for name in ("nuggets", "bm25")
    ]
    assert (rows[0]["f"], rows[3]["f"]) == ("0.5", "")
    document = json.loads(to_json(report, per_query=True))
    jsonschema.validate(document, json_schema())
    assert document["options"]["rouge_words"] is None
    assert document["queries"][0]["kind"] == "whole"


@pytest.mark.parametrize("make", [make_report, make_points_report])
@pytest.mark.parametrize("format", ["svg", "png"])
def test_a_plot_is_reproducible(format: str, make: Callable[..., Report]) -> None:
    """The same report gives the same bytes, whatever the names in it; without a date."""
    report = make("nuggets", HOSTILE_NAME)
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
