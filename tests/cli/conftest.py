"""Fixtures of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import SAMPLE


@pytest.fixture
def talk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the user stands: in a folder with the talk and nothing else."""
    (tmp_path / "talk.txt").write_bytes(SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def long_talk() -> bytes:
    """Three megabytes of talk: seconds of work."""
    return SAMPLE.read_bytes() * 110
