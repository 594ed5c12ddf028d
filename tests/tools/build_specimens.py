"""Writes the specimens of `data/formats`, a file for each way of each format: `make specimens`."""

from __future__ import annotations

from pathlib import Path

from tests.formats.specimens import SPECIMENS
from tests.formats.specimens.talk import TALK
from tests.processes import ROOT

FOLDER = ROOT / "data" / "formats"


def build(folder: Path = FOLDER) -> None:
    """Write each specimen, and remove what is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.name != "README.md":
            old.unlink()
    for specimen in SPECIMENS:
        (folder / specimen.file).write_bytes(specimen.write(TALK))


if __name__ == "__main__":
    build()
