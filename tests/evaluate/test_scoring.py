"""Answers scored by points, in whole evaluations: known scores, outputs, the reference."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

import nuggets
from nuggets.errors import OptionError, OutputsError
from nuggets.evaluate.report import GroupScores, QueryScores, Report
from nuggets.evaluate.report_csv import to_csv
from nuggets.evaluate.report_json import json_schema, to_json
from nuggets.evaluate.report_plot import to_plot
from nuggets.evaluate.report_table import to_markdown, to_table
from nuggets.evaluate.runner import evaluate
from nuggets.evaluate.settings import OutputLimits
from nuggets.evaluate.systems import DEFAULT_SYSTEMS_POINTS, SYSTEMS
from tests.evaluate.corpora import POINTS, TALK, write_points, write_qmsum
from tests.processes import SHARED

EDITORS = SHARED / "data" / "editors"
MEASURES = ("f", "points", "vital", "telling", "nuggets", "words", "litter")


def group(report: Report, name: str) -> GroupScores:
    """Find a group of a report."""
    (found,) = (one for one in report.groups if one.name == name)
    return found


def mean(report: Report, name: str, system: str, measure: str) -> float:
    """Find a mean of a report."""
    (scores,) = (one for one in group(report, name).systems if one.name == system)
    return scores.means[measure].mean


def write_lines(path: Path, *lines: dict[str, Any]) -> Path:
    """Write outputs of another system."""
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return path


def test_groups_are_means_over_foci(tmp_path: Path) -> None:
    """Foci of four kinds are "focus"; the whole talk and absent foci stand alone."""
    write_points(tmp_path, "a.txt", "b.txt")
    report = evaluate(tmp_path, systems=("nuggets", "bm25", "editor", "oracle"))
    assert (report.kind, report.documents, report.queries) == ("points", 2, 10)
    sizes = {one.name: one.queries for one in report.groups}
    assert sizes == {"focus": 6, "whole": 2, "broad": 2, "name": 2, "question": 2, "absent": 2}
    rows = [row for row in report.query_scores if row.system == "bm25"]
    of_foci = [row.values["f"] for row in rows if row.kind in ("broad", "name", "question")]
    assert mean(report, "focus", "bm25", "f") == pytest.approx(sum(of_foci) / 6, abs=1e-5)
    (bm25,) = (one for one in group(report, "focus").systems if one.name == "bm25")
    assert bm25.differences["f"].mean == pytest.approx(
        bm25.means["f"].mean - mean(report, "focus", "nuggets", "f"), abs=1e-5
    )


def test_the_editor_and_the_oracle_know_the_answer(tmp_path: Path) -> None:
    """The editor's list tells all it can, where there is one; no list beats the oracle."""
    report = evaluate(write_points(tmp_path), systems=("random", "nuggets", "editor", "oracle"))
    assert mean(report, "broad", "editor", "f") == 1
    assert mean(report, "whole", "editor", "f") == 1
    for row in report.query_scores:
        if row.system == "editor":
            assert bool(row.values) == (row.kind in ("broad", "whole"))
    oracle, ours = (mean(report, "focus", name, "points") for name in ("oracle", "nuggets"))
    assert oracle >= ours
    assert mean(report, "focus", "oracle", "telling") == 1


def test_refusals_are_told_apart(tmp_path: Path) -> None:
    """An absent focus is rightly refused, another one wrongly; a baseline refuses none."""
    report = evaluate(write_points(tmp_path), systems=("nuggets", "cosine", "lead"))
    assert mean(report, "absent", "nuggets", "absent_refused") == 1
    assert mean(report, "absent", "lead", "absent_refused") == 0
    assert mean(report, "focus", "lead", "own_refused") == 0
    assert "own_refused" not in group(report, "whole").measures
    assert group(report, "absent").measures == ("absent_refused",)
    assert not next(one for one in group(report, "whole").systems if one.name == "cosine").means


def test_every_system_answers_within_its_limits(tmp_path: Path) -> None:
    """Each system that needs no large model is measured, with shares that are shares."""
    here = tuple(name for name in SYSTEMS if "minilm" not in name)
    report = evaluate(write_points(tmp_path), systems=here, limits=OutputLimits(count=2))
    assert [one.name for one in report.groups[0].systems] == list(here)
    for row in report.query_scores:
        assert all(0 <= row.values[name] <= 1 for name in MEASURES[:4] if name in row.values)
        assert row.values.get("nuggets", 0) <= 2
    assert set(DEFAULT_SYSTEMS_POINTS) <= set(SYSTEMS)


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    """One process and two give the same report, rows and all, and so does a second run."""
    write_points(tmp_path, "a.txt", "b.txt", "c.txt")
    systems = ("bm25", "random", "editor", "oracle")
    one, again, two = (
        to_json(evaluate(tmp_path, systems=systems, workers=workers), per_query=True)
        for workers in (1, 1, 2)
    )
    assert one == again == two
    jsonschema.validate(json.loads(one), json_schema())


def test_outputs_are_scored_as_texts_and_as_spans(tmp_path: Path) -> None:
    """Texts, a span and lists of spans tell the same points; documents go by either name."""
    write_points(tmp_path / "set")
    by_text, by_span, by_sentences = [], [], []
    for focus, kind, points in POINTS:
        if kind == "absent":
            continue
        texts = [texts[0] for _, texts in points]
        spans = [{"start": TALK.index(t), "end": TALK.index(t) + len(t)} for t in texts]
        by_text.append({"document": "wells", "query": focus, "nuggets": texts})
        by_span.append({"document": "wells.txt", "query": focus, "nuggets": spans})
        by_sentences.append(
            {"document": "wells", "query": focus, "nuggets": [[span] for span in spans]}
        )
    rows: list[list[QueryScores]] = []
    for name, lines in (("t", by_text), ("s", by_span), ("n", by_sentences)):
        outputs = write_lines(tmp_path / f"{name}.jsonl", *lines)
        report = evaluate(tmp_path / "set", systems=("random",), outputs=outputs)
        assert mean(report, "focus", outputs.name, "f") == 1
        assert mean(report, "whole", outputs.name, "f") == 1
        assert mean(report, "absent", outputs.name, "absent_refused") == 1
        assert report.notes == (f"{outputs.name}: no line for 1 of 5 queries; they count as empty",)
        rows.append([row for row in report.query_scores if row.system == outputs.name])
    assert [row.values for row in rows[0]] == [row.values for row in rows[1]]
    assert [row.values for row in rows[0]] == [row.values for row in rows[2]]


def test_an_output_from_elsewhere_tells_nothing(tmp_path: Path) -> None:
    """What the talk does not hold tells no point, and nothing printed counts as refused."""
    outputs = write_lines(
        tmp_path / "mine.jsonl",
        {"document": "wells", "query": "wells", "nuggets": ["Quarks are confined."]},
        {"document": "wells", "query": "pumps", "nuggets": []},
    )
    report = evaluate(write_points(tmp_path / "set"), systems=("random",), outputs=outputs)
    assert mean(report, "broad", "mine.jsonl", "f") == 0
    assert mean(report, "broad", "mine.jsonl", "own_refused") == 0
    assert mean(report, "name", "mine.jsonl", "own_refused") == 1
    with pytest.raises(OutputsError, match="two lines"):
        evaluate(
            tmp_path / "set",
            systems=("random",),
            outputs=write_lines(
                tmp_path / "twice.jsonl",
                {"document": "wells", "query": "wells", "nuggets": []},
                {"document": "wells.txt", "query": "wells", "nuggets": []},
            ),
        )


def test_what_does_not_fit_points_is_refused(tmp_path: Path) -> None:
    """ROUGE has nothing to read there, and the editor's lists are nowhere else."""
    with pytest.raises(OptionError, match="--words"):
        evaluate(write_points(tmp_path / "points"), rouge_words=70)
    with pytest.raises(OptionError, match="needs a data set with points"):
        evaluate(write_qmsum(tmp_path / "qmsum"), systems=("editor",))


@pytest.mark.parametrize("system", ["cosine", "editor", "lead"])
def test_a_report_of_one_system_can_be_written(system: str, tmp_path: Path) -> None:
    """Groups of which nothing is measured are left out of tables and plots."""
    report = evaluate(write_points(tmp_path), systems=(system,))
    assert ("whole talk" in to_table(report)) == (system != "cosine")
    assert to_markdown(report).count("| system") == {"cosine": 2, "editor": 3, "lead": 3}[system]
    assert to_plot(report, format="svg").startswith(b"<?xml")
    assert to_csv(report)


def load_reference() -> ModuleType:
    """Load the reference implementation of the data set."""
    spec = importlib.util.spec_from_file_location("editors_points", EDITORS / "points.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.skipif(not EDITORS.is_dir(), reason="the editors' points are not here")
def test_the_reference_gives_the_same_figures() -> None:
    """On the validation talks, each focus of this program has the figures of the reference."""
    reference = load_reference()
    report = evaluate(EDITORS / "val", systems=("nuggets",), workers=2)
    rows = {(row.document, row.number): row for row in report.query_scores}
    talks = reference.load(str(EDITORS / "val"))
    assert len(rows) == sum(len(talk["foci"]) for talk in talks) == 70
    for talk in talks:
        transcript = nuggets.read(talk["path"])
        index = nuggets.Index(transcript)
        for number, focus in enumerate(talk["foci"]):
            (result,) = index.summarize(focus["focus"], order="rank").results
            found = rows[talk["source"], number].values
            if focus["kind"] == "absent":
                assert found == {"absent_refused": float(result.status != "ok")}
                continue
            picked = [
                [
                    (sentence.start, sentence.end)
                    for sentence, role in zip(nugget.sentences, nugget.roles, strict=True)
                    if role == "pick"
                ]
                for nugget in result.nuggets
            ]
            expected = reference.score(
                {**focus, "litter": talk["litter"]}, picked, transcript.source
            )
            expected |= {"f": expected["F"], "nuggets": expected["printed"]}
            for measure in MEASURES:
                assert found[measure] == pytest.approx(expected[measure], abs=0.001), measure
