"""Runs the command line, here or as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import IO, Any

import pytest

from nuggets.cli.main import main
from tests.processes import ROOT

COMMAND = (sys.executable, "-m", "nuggets")
HEAVY = ("numpy", "scipy", "spacy", "networkx", "torch", "tokenizers", "safetensors")
ABSENT = "cricket umpires"  # what the sample does not discuss
BRUSHED = "nuclear power"  # what it may not discuss: it has words in common

posix = pytest.mark.skipif(os.name != "posix", reason="as on Unix")
Captured = pytest.CaptureFixture[bytes]


def run(capture: Captured, *arguments: str, code: int = 0) -> tuple[bytes, str]:
    """Run the program here; give what it prints and what it notes."""
    assert main(arguments) == code, capture.readouterr().err.decode()
    printed = capture.readouterr()
    return printed.out, printed.err.decode()


def run_json(capture: Captured, *arguments: str, code: int = 0) -> Any:
    """Run the program here and read the JSON that it prints."""
    return json.loads(run(capture, *arguments, "--format", "json", code=code)[0])


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own, which Ctrl-C reaches wherever the tests run."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # behind `&`; children would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([*COMMAND, *arguments], env=env, stderr=subprocess.PIPE, **options)


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    """Say that a stream of a process is there."""
    assert stream is not None
    return stream
