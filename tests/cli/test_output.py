"""Where results, notes and progress go, and what becomes of errors in writing them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from nuggets.option_definitions import OUTPUT_FORMATS
from tests.cli.running import ABSENT, COMMAND, Captured, pipe, posix, run, run_json, start
from tests.processes import ROOT, SAMPLE

pytestmark = pytest.mark.usefixtures("talk_folder")


@pytest.mark.parametrize("format", OUTPUT_FORMATS)
def test_a_file_gets_what_would_be_printed(capsysbinary: Captured, format: str) -> None:
    """With -o the same bytes go to the file, and nothing to standard output."""
    words = ("talk.txt", "--focus", "heat pump", "-n", "2", "--format", format, "--explain")
    printed, _ = run(capsysbinary, *words)
    assert printed
    assert run(capsysbinary, *words, "-o", "out")[0] == b""
    assert Path("out").read_bytes() == printed
    assert run(capsysbinary, *words, "-o", "-")[0] == printed
    assert sorted(os.listdir()) == ["out", "talk.txt"]  # noqa: PTH208


def test_an_empty_result_is_written_too(capsysbinary: Captured) -> None:
    """With exit code 1 the output is whole all the same."""
    run(capsysbinary, "talk.txt", "--focus", ABSENT, "--format", "csv", "-o", "out.csv", code=1)
    assert len(list(csv.reader(io.StringIO(Path("out.csv").read_text("utf-8"))))) <= 2


def test_notes_are_one_line_each(capsysbinary: Captured) -> None:
    """Every line on stderr names the program; nothing is shown of progress off a terminal."""
    noted = run(capsysbinary, "talk.txt", "--ask", "2 nuggets", "--focus", ABSENT, code=1)[1]
    assert all(line.startswith("nuggets: ") for line in noted.splitlines())
    assert "..." not in noted
    assert "\x1b" not in noted


@posix
@pytest.mark.parametrize("name", [b"n\xff.txt", b"two\nlines.txt", b"\x1b[31mred\x07.txt"])
def test_hostile_names_do_no_harm(capsysbinary: Captured, name: bytes) -> None:
    """Names that are no text or that a terminal would obey are read, and shown harmlessly."""
    odd = os.fsdecode(name)
    noted = run(capsysbinary, odd, code=3)[1]
    assert noted.count("\n") == 1
    assert noted.rstrip("\n").isprintable()
    Path("talk.txt").rename(odd)
    assert run_json(capsysbinary, odd, "-n", "1")["source"]["name"] == odd
    for kind in OUTPUT_FORMATS:
        printed, noted = run(capsysbinary, odd, "-n", "1", "--format", kind)
        assert not {"\x1b", "\x07"} & set(printed.decode() + noted)


def test_standard_input(capsysbinary: Captured) -> None:
    """`-` is standard input, and the JSON says so."""
    words = ("-n", "2", "--format", "json")
    with start("-", *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        printed, _ = process.communicate(SAMPLE.read_bytes(), timeout=120)
    assert process.returncode == 0
    found = json.loads(printed)
    assert found["source"].pop("name") == "-"
    expected = run_json(capsysbinary, "talk.txt", *words[:2])
    assert expected["source"].pop("name") == "talk.txt"
    assert found == expected


@posix
def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    """A closed pipe is no error and leaves nothing on stderr but the notes."""
    for words in (("talk.txt",), ("--help",)):
        with start(*words, stdout=subprocess.PIPE) as process:
            pipe(process.stdout).close()
            noted = pipe(process.stderr).read()
        assert process.returncode == 0
        assert all(line.startswith(b"nuggets: left out") for line in noted.splitlines())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_under_standard_output() -> None:
    """What cannot be printed is said in one line."""
    with Path("/dev/full").open("wb") as full, start("talk.txt", stdout=full) as process:
        noted = pipe(process.stderr).read().decode().splitlines()
    assert process.returncode == 2
    assert noted[-1] == "nuggets: standard output cannot be written: no space left on device"
    assert "Traceback" not in "".join(noted)
    assert "Exception" not in "".join(noted)


@posix
@pytest.mark.parametrize(
    ("closed", "words", "code", "said"),
    [
        (0, ["-"], 3, "standard input is closed"),
        (1, ["talk.txt"], 2, "standard output is closed"),
        (2, ["missing.txt"], 3, ""),
    ],
)
def test_closed_streams(closed: int, words: list[str], code: int, said: str) -> None:
    """A stream that is closed from the start is no traceback, and not replaced by another."""
    shell = f'exec "$@" {closed}>&-' if closed else 'exec "$@" <&-'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *COMMAND, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code
    assert done.stdout == b""
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@posix
def test_progress_is_shown_on_a_terminal_only(long_talk: bytes) -> None:
    """On a terminal, past half a second, it says what it does, and wipes that again."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "-", "-n", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    with process:
        pipe(process.stdin).write(long_talk[:200_000])
        shown = b""
        while b"\r" not in shown:
            shown += os.read(ours, 1000)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        shown += os.read(ours, 1000)
    os.close(ours)
    assert shown.startswith(b"nuggets: reading ...\r")
    assert shown.rstrip().endswith(b"\r" + b" " * 40 + b"\rnuggets: interrupted")
    assert b"\x1b" not in shown
