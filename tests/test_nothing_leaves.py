"""Promise 4: no command connects, sends or looks up a name."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.processes import MODELS, SAMPLE, run_nuggets, write_short_talk

ASKED = ("--focus", "heat pump", "-n", "3")
NETWORK = re.compile(
    r"\b(?P<call>connect|bind|listen|accept4?|send(?:to|msg|mmsg)?|getaddrinfo)\((?P<rest>.*)"
)
WRITTEN = re.compile(
    r"(?m)\b(?:open|openat|creat|mkdir|mkdirat|mknod|mknodat)\((?:AT_FDCWD, )?"
    r'"(?P<path>[^"]*)", (?:[^)]*O_(?:CREAT|WRONLY|RDWR)|0[0-7]+)[^)]*\) = \d'
)


def can_unshare() -> bool:
    """Tell whether this machine lets us make a network namespace."""
    tool = shutil.which("unshare")
    return tool is not None and subprocess.run([tool, "-rn", "true"], check=False).returncode == 0


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.skipif(not can_unshare(), reason="network namespaces cannot be made here")
def test_the_main_job_runs_without_any_network_interface(model: str, tmp_path: Path) -> None:
    """In a namespace without interfaces the main job gives the same bytes as outside."""
    talk = write_short_talk(tmp_path)
    inside = run_nuggets(talk, *ASKED, "--model", model, before=("unshare", "-rn"))
    outside = run_nuggets(talk, *ASKED, "--model", model)
    assert inside.returncode == 0, inside.stderr.decode()
    assert inside.stdout == outside.stdout


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_system_call_touches_the_network(model: str, tmp_path: Path) -> None:
    """Under strace the main job connects to nothing, sends nothing and looks up no name."""
    log = tmp_path / "calls"
    done = run_nuggets(
        write_short_talk(tmp_path),
        *ASKED,
        "--model",
        model,
        before=("strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)),
    )
    assert done.returncode == 0, done.stderr.decode()
    calls = [found for line in log.read_text().splitlines() if (found := NETWORK.search(line))]
    assert [call[0] for call in calls if not is_the_known_probe(call)] == []


def is_the_known_probe(call: re.Match[str]) -> bool:
    """Tell urllib3's probe at import, one bind to a port of its own on ::1, from all else."""
    return call["call"] == "bind" and 'inet_pton(AF_INET6, "::1"' in call["rest"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_strace_would_have_seen_it(tmp_path: Path) -> None:
    """The test above can fail: a connect and a send are seen by it."""
    log = tmp_path / "calls"
    run_nuggets(
        SAMPLE,
        before=("strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)),
        code="import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    )
    seen = [
        found["call"] for line in log.read_text().splitlines() if (found := NETWORK.search(line))
    ]
    assert "sendto" in seen


@pytest.mark.parametrize("output", [(), ("-o", "out.md")], ids=["stdout", "file"])
def test_no_temporary_file_is_left(output: tuple[str, ...], tmp_path: Path) -> None:
    """The main job leaves nothing in the temporary folder, the home or the working folder.

    Nothing, that is, but the file that it was told to write, whole.
    """
    folders = {name: tmp_path / name for name in ("tmp", "home", "cwd")}
    for folder in folders.values():
        folder.mkdir()
    done = run_nuggets(
        SAMPLE,
        *ASKED,
        *output,
        env={
            "TMPDIR": str(folders["tmp"]),
            "HOME": str(folders["home"]),
            "XDG_CACHE_HOME": str(folders["home"]),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        cwd=folders["cwd"],
    )
    assert done.returncode == 0, done.stderr.decode()
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["cwd", *(["cwd/out.md"] if output else []), "home", "tmp"]
    assert bool(done.stdout) != bool(output)


@pytest.mark.parametrize(
    ("model", "output"),
    [
        pytest.param("static", (), id="static"),
        pytest.param("static", ("-o", "out.md"), id="static-file"),
        pytest.param(
            "minilm",
            ("-o", "out.md"),
            id="minilm-file",
            marks=[pytest.mark.minilm, pytest.mark.slow],
        ),
    ],
)
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_is_written_in_passing(model: str, output: tuple[str, ...], tmp_path: Path) -> None:
    """Under strace no file is made, not even for a moment, but one beside that of `-o`.

    The libraries of minilm make nameless locks, which hold no text, in shared memory.
    """
    log, folder = tmp_path / "calls", tmp_path / "cwd"
    folder.mkdir()
    done = run_nuggets(
        write_short_talk(tmp_path),
        *ASKED,
        "--model",
        model,
        *output,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
        before=("strace", "-f", "-qq", "-e", "trace=%file", "-o", str(log)),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr.decode()
    made = {found["path"] for found in WRITTEN.finditer(log.read_text())}
    if model == "minilm":
        made = {path for path in made if not path.startswith("/dev/shm/sem.")}
    names = sorted({re.sub(r"[0-9a-f]{16}$", "X", path) for path in made - {"/dev/null"}})
    assert names == ([f"{folder}/.nuggets-X"] if output else [])
