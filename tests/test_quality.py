"""The quality gate: the share of editors' points that this program tells, on talks of our own.

`tests/quality.json` holds F as it was when it was last written (`make quality-baseline`); no change
may fall below it unseen. The talks and their points are in `data/`.
"""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from nuggets.evaluate.datasets import list_documents, read_document
from nuggets.evaluate.runner import evaluate
from tests.for_each import for_each
from tests.processes import ROOT
from tests.tools.check_points import find_faults, relocate

BASELINE = Path(__file__).parent / "quality.json"
DATA = ROOT / "data"
GROUPS = ("focus", "whole")
POINTS = list_documents(DATA)


@cache
def measure_quality() -> dict[str, float]:
    """Measure F of the default model over the talks of our own, by group of foci."""
    report = evaluate(DATA, systems=("nuggets",))
    return {
        group.name: round(group.systems[0].means["f"].mean, 3)
        for group in report.groups
        if group.name in GROUPS
    }


@for_each(GROUPS)
def test_quality_does_not_fall(group: str) -> None:
    """F is not below the recorded one; where a change is worth it, the baseline is written anew."""
    assert measure_quality()[group] >= json.loads(BASELINE.read_text("utf-8"))[group]


@for_each(POINTS, named=lambda path: path.name)
def test_points_of_our_own_stand_where_they_say(path: Path) -> None:
    """The text of each passage is what stands at its spans."""
    assert list(find_faults(path)) == []


@for_each(POINTS, named=lambda path: path.name)
def test_points_of_our_own_are_complete(path: Path) -> None:
    """Each talk has seven foci as the shared data have them, and litter; best lists are ten."""
    foci = [query.points for query in read_document(path, "points").queries if query.points]
    kinds = sorted(focus.kind for focus in foci)
    assert kinds == ["absent", "absent", "broad", "name", "narrow", "question", "whole"]
    for focus in foci:
        assert focus.litter
        assert len(focus.best or ()) == (10 if focus.kind in ("broad", "whole") else 0)


def test_a_talk_that_was_edited_is_noticed_and_relocated(tmp_path: Path) -> None:
    """Words put in before a passage are a fault, until the texts are looked up anew."""
    for path in (DATA / "meeting.txt", DATA / "meeting.txt.points.json"):
        shutil.copy(path, tmp_path)
    talk, points = tmp_path / "meeting.txt", tmp_path / "meeting.txt.points.json"
    talk.write_text(
        talk.read_text("utf-8").replace("Good morning", "Good, good morning", 1), "utf-8"
    )
    assert list(find_faults(points))
    relocate(points)
    assert list(find_faults(points)) == []
    talk.write_text("Maren: Hello, all of you.\nOswin: Hello, Maren.\n", "utf-8")
    assert len(list(find_faults(points))) == 1  # its first span reaches beyond the talk
    with pytest.raises(ValueError, match="0 times"):
        relocate(points)
