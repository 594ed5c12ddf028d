"""Data sets: which files of a folder are documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from nuggets.errors import DatasetError
from nuggets.evaluate.datasets import list_documents
from tests.evaluate.corpora import write_ami


def test_speech_recognition_is_not_read(tmp_path: Path) -> None:
    """Of AMI's files those of manual transcripts alone are documents; a file may stand alone."""
    folder = write_ami(tmp_path)
    assert [path.name for path in list_documents(folder)] == ["ES2001a.da"]
    assert list_documents(folder / "ES2001a.da") == [folder / "ES2001a.da"]


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_a_data_set_is_an_error(name: str, tmp_path: Path) -> None:
    """A missing folder, or one without such files, is an error that says what is expected."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match=r"\.da"):
        list_documents(tmp_path / name)
