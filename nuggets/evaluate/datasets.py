"""Data sets to evaluate on: lists the files of a folder and reads each as a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nuggets.errors import DatasetError, NuggetsError, OptionError
from nuggets.evaluate.dialogue_acts import ABSTRACT_EXTENSION, ACTS_EXTENSION, read_dialogue_acts
from nuggets.evaluate.documents import Document
from nuggets.evaluate.points_files import POINTS_SUFFIX, read_points, talk_beside
from nuggets.evaluate.qmsum import read_qmsum
from nuggets.evaluate.settings import QueryKind

EXTENSIONS = (".json", ACTS_EXTENSION, ABSTRACT_EXTENSION)
"""Of all files that data sets are read from."""


def list_documents(folder: Path) -> list[Path]:
    """List the files of a data set, sorted by name.

    Args:
        folder: Holds talks with points, or else QMSum's JSON, or else dialogue acts of AMI or
            ICSI; or one such file.

    Raises:
        DatasetError: The folder is missing or holds no data set.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise DatasetError(
            f"{folder}: no such folder; it should hold {POINTS_SUFFIX}, QMSum's .json or AMI's .da"
        )
    for pattern in (f"*{POINTS_SUFFIX}", "*.json", f"*{ACTS_EXTENSION}"):
        if found := sorted(folder.glob(pattern)):
            return found
    raise DatasetError(
        f"{folder}: no data set there; points are {POINTS_SUFFIX} files, QMSum's .json, AMI's .da"
    )


def document_name(path: Path) -> str:
    """Give the name of the document in a file: of a talk with points its file name, else the stem.

    >>> document_name(Path("val/Bed002.json")), document_name(Path("val/talk.md.points.json"))
    ('Bed002', 'talk.md')
    """
    return talk_beside(path).name if has_points(path) else path.stem


def has_points(path: Path) -> bool:
    """Tell whether a file of a data set holds points."""
    return path.name.endswith(POINTS_SUFFIX)


def choose_kind(paths: Sequence[Path], kind: QueryKind | None) -> QueryKind:
    """Choose the kind of queries; None: points where there are some, else queries, else topics.

    Args:
        paths: From `list_documents`.
        kind: As asked for.

    Raises:
        DatasetError: A file cannot be read.
        OptionError: A data set with points is asked for other queries, or another one for points.
    """
    if has_points(paths[0]):
        if kind not in (None, "points"):
            raise OptionError(
                "all foci of a data set with points are measured; leave out --queries"
            )
        return "points"
    if kind == "points":
        raise OptionError(f"there are no {POINTS_SUFFIX} files in the data set")
    if kind is not None:
        return kind
    for path in paths:
        if path.suffix == ACTS_EXTENSION or read_document(path, "queries").queries:
            return "queries"
        if read_document(path, "topics").queries:
            return "topics"
    return "queries"


def read_document(path: Path, kind: QueryKind) -> Document:
    """Read one transcript of a data set with its queries.

    Args:
        path: A JSON file of QMSum, dialogue acts of AMI or ICSI, or points with a talk beside.
        kind: "queries": QMSum's specific queries, AMI's sentences of the abstract; "topics":
            QMSum's topics; "whole": the talk without a query; "points": all that editors asked.

    Raises:
        DatasetError: It cannot be read, or is not shaped as it should be.
        TranscriptError: Its talk breaks off or is empty.
        OptionError: The data set has no queries of that kind.
    """
    try:
        if kind == "points":
            return read_points(path)
        return (read_dialogue_acts if path.suffix == ACTS_EXTENSION else read_qmsum)(path, kind)
    except NuggetsError as error:
        error.add_note(str(path))  # the file that the message is about
        raise


def read_documents(folder: Path, kind: QueryKind) -> list[Document]:
    """Read all documents of a data set, sorted by name; arguments and errors as of `read_document`.

    Args:
        folder: As of `list_documents`.
        kind: Of queries.
    """
    return [read_document(path, kind) for path in list_documents(folder)]
