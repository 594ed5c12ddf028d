"""Ctrl-C."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, Captured, pipe, posix, run, start
from tests.processes import ROOT, SAMPLE

pytestmark = pytest.mark.usefixtures("talk_folder")


def press_until_it_ends(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C; again after a while, since Python may begin to wait just as it comes."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)


@posix
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.5, 1.0])
def test_interrupted_at_work(long_talk: bytes, delay: float) -> None:
    """Ctrl-C ends with 130 and one line, whatever runs; the old output stays as it was."""
    Path("out.txt").write_text("old")
    with start("-", "-o", "out.txt", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        pipe(process.stdin).write(long_talk)  # more than a pipe holds: it has begun to read
        if delay:
            pipe(process.stdin).close()
        time.sleep(delay)
        press_until_it_ends(process)
        noted = pipe(process.stderr).read().decode().splitlines()
        assert process.wait(60) == 130
    assert noted[-1] == "nuggets: interrupted"
    assert all(line.startswith("nuggets: ") for line in noted)
    assert Path("out.txt").read_text() == "old"
    assert sorted(os.listdir()) == ["out.txt", "talk.txt"]  # noqa: PTH208


@posix
def test_interrupted_while_writing() -> None:
    """Ctrl-C ends it also where it waits for a reader, and nothing trips over what is left."""
    words = ("-n", "200", "--context", "100", "--format", "json")
    with start("talk.txt", *words, stdout=subprocess.PIPE) as process:
        assert pipe(process.stdout).read(1) == b"{"  # it writes; the pipe is full
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        noted = pipe(process.stderr).read().decode().splitlines()
    assert noted[-1] == "nuggets: interrupted"
    assert all(line.startswith("nuggets: ") for line in noted)


@posix
def test_interrupts_that_are_ignored_stay_ignored() -> None:
    """Started in the background, where the shell ignores Ctrl-C, it goes on."""
    shell = 'trap "" INT; exec "$@"'
    process = subprocess.Popen(
        ["sh", "-c", shell, "sh", *COMMAND, "-", "-n", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        pipe(process.stdin).write(SAMPLE.read_bytes() + b"\n" * 200_000)
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert printed


def test_interrupted_as_a_function(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called with arguments the program does not end its host; it gives back 130."""

    class Interrupting(io.BytesIO):
        def read1(self, *_: object) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupting()))
    printed, noted = run(capsysbinary, "-", code=130)
    assert (printed, noted) == (b"", "nuggets: interrupted\n")
