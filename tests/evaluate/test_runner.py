"""Whole evaluations: bounds, reproducible bytes, outputs of another system, known scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuggets.errors import DatasetError, OptionError
from nuggets.evaluate.datasets import list_documents, read_document
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.evaluate.measures import score_nuggets
from nuggets.evaluate.report import Report
from nuggets.evaluate.report_json import to_json
from nuggets.evaluate.runner import evaluate
from nuggets.evaluate.settings import OutputLimits
from nuggets.evaluate.systems import DEFAULT_SYSTEMS, DEFAULT_SYSTEMS_WHOLE, SYSTEMS
from tests.evaluate.corpora import QUESTIONS, SPEECHES, write_ami, write_qmsum
from tests.processes import SHARED

VAL = SHARED / "data" / "qmsum" / "val"


def mean(report: Report, system: str, measure: str) -> float:
    """Find a mean of a report."""
    (scores,) = (one for one in report.groups[0].systems if one.name == system)
    return scores.means[measure].mean


def write_outputs(folder: Path, **changes: object) -> Path:
    """Write the annotated turns as another system's outputs for the queries."""
    lines = [
        {
            "document": "Bed001",
            "query": query,
            "nuggets": [[SPEECHES[i][1]] for a, b in spans for i in range(int(a), int(b) + 1)],
        }
        | changes
        for query, _, spans in QUESTIONS
    ]
    path = folder / "mine.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return path


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    """One process and two give the same report, rows and all."""
    write_qmsum(tmp_path, "one", "two", "three")
    systems = ("bm25", "textrank", "random", "oracle")
    one, two = (
        to_json(evaluate(tmp_path, systems=systems, workers=workers), per_query=True)
        for workers in (1, 2)
    )
    assert one == two


def test_an_error_in_a_worker_is_raised(tmp_path: Path) -> None:
    """An error in one file among several names that file."""
    write_qmsum(tmp_path, "one", "two")
    (tmp_path / "bad.json").write_text('{"meeting_transcripts": [{"content": "Hi."}]}')
    with pytest.raises(DatasetError, match=r"bad\.json"):
        evaluate(tmp_path, systems=("random",), workers=2)


@pytest.mark.parametrize("kind", ["queries", "topics"])
def test_the_oracle_beats_random(kind: str, tmp_path: Path) -> None:
    """The oracle is better than random, and so is BM25."""
    report = evaluate(
        write_qmsum(tmp_path),
        kind=kind,  # type: ignore[arg-type]  # one of them
        systems=("random", "bm25", "oracle"),
        limits=OutputLimits(count=2),
    )
    for measure in ("nug_p", "first", "word_p"):
        assert mean(report, "oracle", measure) > mean(report, "random", measure)
        assert mean(report, "bm25", measure) > mean(report, "random", measure)
    difference = report.groups[0].systems[-1].differences["nug_p"]
    assert difference.mean == pytest.approx(
        mean(report, "oracle", "nug_p") - mean(report, "random", "nug_p"), abs=1e-5
    )


def test_every_system_answers_queries_and_most_the_whole(tmp_path: Path) -> None:
    """Each system gives every measure of its kind within its bounds; none is left out."""
    write_qmsum(tmp_path)
    here = tuple(
        name for name, one in SYSTEMS.items() if "minilm" not in name and not one.needs_points
    )
    report = evaluate(tmp_path, systems=here)
    assert [one.name for one in report.groups[0].systems] == list(here)
    for row in report.query_scores:
        assert all(0 <= row.values[name] <= 1 for name in row.values if name[-1] != "s")
        assert row.values["nuggets"] <= 10
    whole = evaluate(
        tmp_path,
        kind="whole",
        systems=tuple(name for name in here if not SYSTEMS[name].needs_query),
        limits=OutputLimits(max_words=20),
    )
    assert all(row.values["words"] <= 20 for row in whole.query_scores)
    assert "topics" in whole.measures
    assert "nug_p" not in whole.measures
    assert set(DEFAULT_SYSTEMS) | set(DEFAULT_SYSTEMS_WHOLE) <= set(SYSTEMS)


def test_whole_meetings_of_ami_are_scored_by_their_extract(tmp_path: Path) -> None:
    """Without topics, the whole talk of AMI has NugP against the extract and ROUGE."""
    report = evaluate(write_ami(tmp_path), kind="whole", systems=("textrank", "lead"))
    assert {"nug_p", "rouge1"} <= set(report.measures)
    assert "topics" not in report.measures
    assert evaluate(tmp_path, systems=("bm25",)).queries == 1


def test_a_perfect_output_scores_1(tmp_path: Path) -> None:
    """Outputs that are the gold score 1 in NugP, First, Top3, WordP and WordR; all is located."""
    outputs = write_outputs(tmp_path)
    report = evaluate(write_qmsum(tmp_path / "set"), systems=("random",), outputs=outputs)
    for measure in ("nug_p", "first", "top3", "word_p", "word_r", "located"):
        assert mean(report, "mine.jsonl", measure) == 1
    assert report.notes == ()


def test_an_output_from_elsewhere_scores_0(tmp_path: Path) -> None:
    """Outputs that the talk does not hold score 0 in every measure of gold."""
    outputs = write_outputs(tmp_path, nuggets=["Quarks are confined.", ["Gluons bind them."]])
    report = evaluate(write_qmsum(tmp_path / "set"), systems=("random",), outputs=outputs)
    for measure in ("nug_p", "first", "top3", "word_p", "word_r", "located"):
        assert mean(report, "mine.jsonl", measure) == 0
    assert mean(report, "mine.jsonl", "words") == 6


def test_a_summary_alone_has_rouge_alone(tmp_path: Path) -> None:
    """Summaries without nuggets have ROUGE and nothing else; the reference itself scores 1."""
    lines = [
        {"document": "Bed001", "query": query, "summary": answer} for query, answer, _ in QUESTIONS
    ]
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    report = evaluate(
        write_qmsum(tmp_path / "set"), systems=("random",), outputs=tmp_path / "s.jsonl"
    )
    assert set(report.groups[0].systems[-1].means) == {"rouge1", "rouge2", "rouge_lsum"}
    assert mean(report, "s.jsonl", "rouge_lsum") == 1


def test_missing_and_unused_lines_are_noted(tmp_path: Path) -> None:
    """Queries without a line count as empty; lines about no query are counted."""
    outputs = write_outputs(tmp_path)
    lines = outputs.read_text("utf-8").split("\n")[1:]
    lines.append('{"document": "Bed999", "query": "?", "nuggets": []}')
    outputs.write_text("\n".join(lines), "utf-8")
    report = evaluate(write_qmsum(tmp_path / "set"), systems=("random",), outputs=outputs)
    assert mean(report, "mine.jsonl", "nug_p") == pytest.approx(2 / 3, abs=1e-6)
    assert report.notes == (
        "mine.jsonl: no line for 1 of 3 queries; they count as empty",
        "mine.jsonl: 1 of 3 lines are about no query of these",
    )


def test_the_fingerprint_changes_with_what_scores_depend_on(tmp_path: Path) -> None:
    """Another limit, file or system changes the fingerprint; another folder does not."""
    write_qmsum(tmp_path / "a")
    write_qmsum(tmp_path / "b")
    same = evaluate(tmp_path / "a", systems=("lead",)).fingerprint
    assert evaluate(tmp_path / "b", systems=("lead",)).fingerprint == same
    others = [
        evaluate(tmp_path / "a", systems=("lead",), rouge_words=20),
        evaluate(tmp_path / "a", systems=("lead",), limits=OutputLimits(count=3)),
        evaluate(tmp_path / "a", systems=("longest",)),
        evaluate(write_qmsum(tmp_path / "c", topic_list=[]), systems=("lead",)),
    ]
    assert len({same, *(other.fingerprint for other in others)}) == 5


def test_wrong_settings_are_refused(tmp_path: Path) -> None:
    """Unknown systems, systems without a query, values out of range and empty sets are errors."""
    write_qmsum(tmp_path, "one")
    for systems in (("bm26",), ("lead", "lead")):
        with pytest.raises(OptionError):
            evaluate(tmp_path, systems=systems)
    with pytest.raises(OptionError, match="needs a query"):
        evaluate(tmp_path, kind="whole", systems=("bm25",))
    with pytest.raises(OptionError, match="words"):
        evaluate(tmp_path, rouge_words=0)
    with pytest.raises(OptionError, match="count"):
        OutputLimits(count=0)
    with pytest.raises(DatasetError, match="nothing is asked"):
        evaluate(write_qmsum(tmp_path / "none", topic_list=[]), kind="topics", systems=("lead",))


@pytest.mark.skipif(not VAL.is_dir(), reason="the QMSum meetings are not here")
def test_known_scores_are_reproduced() -> None:
    """On QMSum's validation queries two baselines have the NugP of another implementation."""
    found: dict[str, list[float]] = {"bm25": [], "bm25-window": []}
    for path in list_documents(VAL):
        talk = EvaluatedTalk(read_document(path, "queries"))
        for query in talk.document.queries:
            gold_shares = talk.by_word(talk.gold_shares(query.gold or ()))
            for name, values in found.items():
                nuggets = SYSTEMS[name].answer(talk, query, OutputLimits()).nuggets or ()
                values.append(
                    score_nuggets([nugget.words for nugget in nuggets], gold_shares)["nug_p"]
                )
    means = {name: sum(values) / len(values) for name, values in found.items()}
    assert {len(values) for values in found.values()} == {237}
    assert means == pytest.approx({"bm25": 0.249, "bm25-window": 0.291}, abs=0.02)
