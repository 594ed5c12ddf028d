"""Talks with points: read as they are written, and refused where they are broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nuggets.errors import DatasetError, NuggetsError, OptionError
from nuggets.evaluate.datasets import (
    choose_kind,
    document_name,
    list_documents,
    read_document,
)
from tests.evaluate.corpora import (
    LITTER,
    POINTS,
    TALK,
    points_fields,
    write_ami,
    write_points,
    write_qmsum,
)


def test_points_are_read_as_they_are_written(tmp_path: Path) -> None:
    """Foci, kinds, grades, passages, best lists and litter are those of the file."""
    (path,) = list_documents(write_points(tmp_path))
    document = read_document(path, "points")
    assert (document.name, document.transcript.source) == ("wells.txt", TALK)
    assert [query.text for query in document.queries] == [focus for focus, _, _ in POINTS]
    for query, (_, kind, points) in zip(document.queries, POINTS, strict=True):
        assert query.points is not None
        assert query.points.kind == kind
        assert [point.is_vital for point in query.points.points] == [
            grade == "vital" for grade, _ in points
        ]
        for point, (_, texts) in zip(query.points.points, points, strict=True):
            assert [TALK[a:b] for ((a, b),) in point.passages] == list(texts)
        assert [TALK[a:b] for a, b in query.points.litter] == list(LITTER)
        assert (query.points.best is None) == (kind not in ("broad", "whole"))


def test_the_hash_knows_talk_and_points(tmp_path: Path) -> None:
    """Another talk, or other points, are another document."""
    (path,) = list_documents(write_points(tmp_path))
    first = read_document(path, "points").sha256
    path.write_text(json.dumps(points_fields() | {"litter": []}), "utf-8")
    second = read_document(path, "points").sha256
    (tmp_path / "wells.txt").write_text(TALK + "\nANNA: Bye, bye.\n", "utf-8")
    assert len({first, second, read_document(path, "points").sha256}) == 3


def change(*keys: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    """Change what is under some keys and indices."""

    def apply(fields: dict[str, Any]) -> None:
        value: Any = fields
        for key in keys[:-1]:
            value = value[key]
        value[keys[-1]] = to

    return apply


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (change("source", to="../wells.txt"), '"source"'),
        (change("foci", to={}), '"foci" must be a list'),
        (change("foci", 1, to=3), '"foci", item 2 must be an object'),
        (change("foci", 1, "kind", to="nice"), '"foci", item 2: "kind"'),
        (change("foci", 1, "kind", to=[]), '"foci", item 2: "kind"'),
        (change("foci", 0, "focus", to="?!"), '"foci", item 1: "focus"'),
        (change("foci", 0, "focus", to=None), '"foci", item 1: "focus"'),
        (change("foci", 3, "focus", to="wells"), '"foci", item 4: "focus"'),
        (change("foci", 0, "points", to=[]), '"foci", item 1: "points" must be empty where'),
        (change("foci", 4, "points", to=[{}]), '"points", item 1: "grade"'),
        (change("foci", 0, "points", 1, "grade", to="good"), '"points", item 2: "grade"'),
        (change("foci", 0, "points", 0, "passages", to=[]), '"passages" must not be empty'),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[]), '"answer" must not'),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[[5, 5]]), "no span"),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[[-1, 5]]), "no span"),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[[0, 10**6]]), "no span"),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[[0, 1.5]]), "pairs"),
        (change("foci", 0, "points", 0, "passages", 0, "answer", to=[[True, 5]]), "pairs"),
        (change("foci", 0, "points", 0, "passages", 0, "question", to="?"), '"question" must'),
        (change("foci", 0, "best", to={}), '"best" must be a list'),
        (change("foci", 0, "best", 0, to="x"), '"best", item 1 must be an object'),
        (change("litter", to=[1]), '"litter" must be pairs'),
    ],
)
def test_a_fault_is_named_with_its_place(
    fault: Callable[[dict[str, Any]], None], message: str, tmp_path: Path
) -> None:
    """What is not shaped as it should be is an error that names file and place."""
    (path,) = list_documents(write_points(tmp_path))
    fields = points_fields()
    fault(fields)
    path.write_text(json.dumps(fields), "utf-8")
    with pytest.raises(DatasetError, match=message) as caught:
        read_document(path, "points")
    assert str(path) in caught.value.__notes__


@pytest.mark.parametrize("text", ["{", "[]", "", "\udcff", "[" * 100_000])
def test_what_is_no_json_is_refused(text: str, tmp_path: Path) -> None:
    """Broken JSON, JSON that is no object, bytes that are no text and bombs are one error."""
    (path,) = list_documents(write_points(tmp_path))
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(DatasetError):
        read_document(path, "points")


def test_points_without_their_talk_are_an_error(tmp_path: Path) -> None:
    """Where the talk is missing, or holds nothing, the error names it."""
    (path,) = list_documents(write_points(tmp_path))
    (tmp_path / "wells.txt").unlink()
    with pytest.raises(NuggetsError, match=r"wells\.txt"):
        read_document(path, "points")


def test_the_kind_follows_from_the_data_set(tmp_path: Path) -> None:
    """Points are measured where there are some, else queries, else topics."""
    points = list_documents(write_points(tmp_path / "points"))
    qmsum = list_documents(write_qmsum(tmp_path / "qmsum"))
    chapters = list_documents(write_qmsum(tmp_path / "chapters", specific_query_list=[]))
    nothing = list_documents(
        write_qmsum(tmp_path / "nothing", specific_query_list=[], topic_list=[])
    )
    acts = list_documents(write_ami(tmp_path / "ami"))
    chosen = [choose_kind(paths, None) for paths in (points, qmsum, chapters, nothing, acts)]
    assert chosen == ["points", "queries", "topics", "queries", "queries"]
    assert choose_kind(qmsum, "whole") == "whole"
    with pytest.raises(OptionError, match="leave out --queries"):
        choose_kind(points, "queries")
    with pytest.raises(OptionError, match=r"no \.points\.json"):
        choose_kind(qmsum, "points")


def test_documents_are_called_by_their_talk(tmp_path: Path) -> None:
    """A folder with points lists these alone; a document has the file name of its talk."""
    write_qmsum(write_points(tmp_path, "wells.txt", "b.md"), "b")
    assert [document_name(path) for path in list_documents(tmp_path)] == ["b.md", "wells.txt"]
