"""Data sets to evaluate on: lists the files of a folder and reads each as a document."""

from __future__ import annotations

from pathlib import Path

from nuggets.errors import DatasetError, NuggetsError
from nuggets.evaluate.dialogue_acts import ABSTRACT_EXTENSION, ACTS_EXTENSION, read_dialogue_acts
from nuggets.evaluate.documents import Document
from nuggets.evaluate.qmsum import read_qmsum
from nuggets.evaluate.settings import QueryKind

EXTENSIONS = (".json", ACTS_EXTENSION, ABSTRACT_EXTENSION)
"""Of all files that data sets are read from."""


def list_documents(folder: Path) -> list[Path]:
    """List the files of a data set, sorted by name.

    Args:
        folder: Holds QMSum's JSON, or else dialogue acts of AMI or ICSI; or one such file.

    Raises:
        DatasetError: The folder is missing or holds no data set.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise DatasetError(f"{folder}: no such folder; it should hold QMSum's .json or AMI's .da")
    found = sorted(folder.glob("*.json")) or sorted(folder.glob(f"*{ACTS_EXTENSION}"))
    if not found:
        raise DatasetError(f"{folder}: no data set there; QMSum's are .json files, AMI's .da files")
    return found


def read_document(path: Path, kind: QueryKind) -> Document:
    """Read one transcript of a data set with its queries.

    Args:
        path: A JSON file of QMSum, or dialogue acts of AMI or ICSI.
        kind: "queries": QMSum's specific queries, AMI's sentences of the abstract; "topics":
            QMSum's topics; "whole": the talk without a query.

    Raises:
        DatasetError: It cannot be read, or is not shaped as it should be.
        TranscriptError: Its talk breaks off or is empty.
        OptionError: The data set has no queries of that kind.
    """
    try:
        return (read_dialogue_acts if path.suffix == ACTS_EXTENSION else read_qmsum)(path, kind)
    except NuggetsError as error:
        error.add_note(str(path))  # the file that the message is about
        raise
