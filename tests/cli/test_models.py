"""`nuggets models`: the models that are here."""

from __future__ import annotations

import pytest

from tests.cli.running import Captured, run, run_json

pytestmark = pytest.mark.usefixtures("talk_folder")


def test_models_says_what_is_here(capsysbinary: Captured) -> None:
    """`nuggets models` lists each model with its hash, and a folder that is named."""
    printed, _ = run(capsysbinary, "models")
    static = next(line for line in printed.decode().splitlines() if line.startswith("static"))
    assert "complete" in static
    assert run_json(capsysbinary, "talk.txt")["model"]["sha256"] in static
    printed, _ = run(capsysbinary, "models", "no\nfolder", code=4)
    assert printed.count(b"\n") == 3
    assert b"NOT USABLE: no model folder" in printed
