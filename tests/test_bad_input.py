"""Bad input: one line on stderr, the right exit code, nothing half-written, no word of the talk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nuggets.cli.main import main
from nuggets.embed.embedders import built_in_folder
from tests.processes import run_nuggets

CANARY = "xylophonequark"
SPEECH = f"DANA: The {CANARY} stores heat because water is dense. \n\nLEE: Yes, it does.\n\n" * 3

Captured = pytest.CaptureFixture[bytes]

BAD_FILES: dict[str, bytes] = {
    "empty": b"",
    "only white space": b" \n\t\r\n\x0c" * 100,
    "only labels": b"DANA:\n\nLEE:\n\nDANA:\n\nLEE:\n",
    "binary": bytes(range(256)) * 40 + CANARY.encode(),
    "a ZIP": b"PK\x03\x04" + CANARY.encode() * 9,
    "subtitles with a broken time": f"WEBVTT\n\n00:01.000 --> 00:\n{CANARY}\n".encode(),
    "JSON cut in the middle": b'{"meeting_transcripts": [{"speaker": "A", "content": "'
    + CANARY.encode(),
    "JSON of no known kind": json.dumps({"words": [CANARY]}).encode(),
    "JSON nested deeply": b"[" * 100_000 + b"]" * 100_000,
    "JSON nested deeply and cut": b'{"a":' * 100_000,
    "a million empty lines": b"\n" * 1_000_000,
}


def run(capsysbinary: Captured, *words: str | Path) -> tuple[int, bytes, str]:
    """Run the command line in this process."""
    code = main([str(word) for word in words])
    printed = capsysbinary.readouterr()
    return code, printed.out, printed.err.decode()


@pytest.mark.parametrize("kind", BAD_FILES)
def test_what_cannot_be_read(kind: str, tmp_path: Path, capsysbinary: Captured) -> None:
    """Exit 3, one line that names the file, nothing printed, the output file as it was."""
    talk, output = tmp_path / "talk.txt", tmp_path / "out.md"
    talk.write_bytes(BAD_FILES[kind])
    output.write_text("as it was")
    code, printed, noted = run(capsysbinary, talk, "-o", output)
    assert (code, printed) == (3, b"")
    assert noted.count("\n") == 1
    assert "talk.txt" in noted
    assert CANARY not in noted
    assert output.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.md", "talk.txt"]


@pytest.mark.parametrize("path", ["missing.txt", ".", "missing/talk.txt"])
def test_what_is_no_file(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Captured
) -> None:
    """A missing file and a folder give exit 3 and say so."""
    monkeypatch.chdir(tmp_path)
    code, printed, noted = run(capsysbinary, path)
    assert (code, printed, noted.count("\n")) == (3, b"", 1)


@pytest.mark.parametrize(
    "words",
    [
        ("--focus", ""),
        ("--focus", "?!... --"),
        ("-n", "0"),
        ("-n", "-3"),
        ("-n", "many"),
        ("--max-sentences", "0"),
        ("--max-words", "0"),
        ("--context", "-1"),
        ("--speaker", "NOBODY"),
        ("--start", "10:00"),
        ("--start", "10:00", "--end", "5:00"),
        ("--start", "soon"),
        ("--order", "luck"),
        ("--format", "html"),
        ("--input-format", "cuneiform"),
        ("--encoding", "klingon"),
        ("--no-such-flag",),
        ("-o", "."),
        ("-o", "missing/out.md"),
    ],
)
def test_wrong_usage(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: Captured,
) -> None:
    """Exit 2 and one line, with no word of the talk; an unknown speaker is told who there is."""
    monkeypatch.chdir(tmp_path)
    Path("talk.txt").write_text(SPEECH)
    code, printed, noted = run(capsysbinary, "talk.txt", *words)
    assert (code, printed, noted.count("\n")) == (2, b"", 1), noted
    assert CANARY not in noted
    if "NOBODY" in words:
        assert "DANA, LEE" in noted


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("UTF-16 with a mark", SPEECH.encode("utf-16")),
        ("UTF-16 without", SPEECH.encode("utf-16-le")),
        ("cp1252", SPEECH.replace("stores", "“stores”").encode("cp1252")),
        ("a NUL in the middle", SPEECH.encode().replace(b"dense", b"den\0se", 1)),
        ("one sentence", f"The {CANARY} stores a lot of heat because water is dense.".encode()),
        (
            "all the same",
            f"DANA: The {CANARY} stores heat because water is dense.\n\n".encode() * 50,
        ),
        (
            "Chinese",
            "主持人：今天我们讨论人工智能的未来。\n\n嘉宾：它会改变世界。\n\n".encode() * 9,
        ),
        ("Arabic", "سنتحدث اليوم عن الماء والطاقة في المدينة. ".encode() * 20),
        ("emoji", "DANA: 🎉 🎉\n\nLEE: 🙂!\n\n".encode() * 5),
    ],
)
def test_odd_but_readable(name: str, data: bytes, tmp_path: Path, capsysbinary: Captured) -> None:
    """Other encodings, scripts and shapes are read; what a reader should know is said."""
    talk = tmp_path / "talk.txt"
    talk.write_bytes(data)
    code, printed, noted = run(capsysbinary, talk, "--format", "json")
    assert code in (0, 1)
    assert json.loads(printed)["source"]["sentences"] >= 1
    assert CANARY not in noted
    if name == "cp1252":
        assert "1252" in noted
    if name in ("Chinese", "Arabic"):
        assert f"the talk is in {name}" in noted


def test_only_backchannels(tmp_path: Path, capsysbinary: Captured) -> None:
    """A thousand times "Yeah." is read and holds no nugget: exit 1."""
    talk = tmp_path / "talk.txt"
    talk.write_text("DANA: Yeah.\n\nLEE: Yeah.\n\n" * 500)
    code, _, noted = run(capsysbinary, talk)
    assert code == 1
    assert noted.count("\n") == 1


def test_a_focus_of_ten_thousand_words(tmp_path: Path, capsysbinary: Captured) -> None:
    """A whole document for a focus is no reason to fail."""
    talk = tmp_path / "talk.txt"
    talk.write_text(SPEECH)
    focus = " ".join(f"heat water word{i}" for i in range(3400))
    assert run(capsysbinary, talk, "--focus", focus)[0] in (0, 1)


def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    """A very large file of talk on one line is refused in order: exit 3 and one line."""
    talk = tmp_path / "talk.txt"
    said = f"so the {CANARY} keeps its warmth because water is dense, and we pump it up, "
    talk.write_bytes(said.encode() * (50_000_000 // len(said)))
    done = run_nuggets(talk)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"split it" in done.stderr
    assert CANARY.encode() not in done.stderr


@pytest.mark.slow
def test_a_megabyte_of_talk_on_one_line(tmp_path: Path) -> None:
    """What is not too much is read, however long the line: with nuggets or with one line."""
    talk = tmp_path / "talk.txt"
    said = f"so the {CANARY} keeps its warmth because water is dense, and we pump it up, "
    talk.write_bytes(said.encode() * (1_000_000 // len(said)))
    done = run_nuggets(talk)
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr.count(b"\n") <= 1
    assert CANARY.encode() not in done.stderr


@pytest.mark.parametrize("damage", ["empty", "cut short", "one byte"])
def test_a_model_that_is_not_whole(damage: str, tmp_path: Path, capsysbinary: Captured) -> None:
    """A damaged model gives exit 4 and says what is wrong with it."""
    folder, talk = tmp_path / "model", tmp_path / "talk.txt"
    talk.write_text(SPEECH)
    shutil.copytree(built_in_folder("static"), folder)
    weights = folder / "model.safetensors"
    data = bytearray(weights.read_bytes())
    if damage == "empty":
        shutil.rmtree(folder)
        folder.mkdir()
    elif damage == "cut short":
        weights.write_bytes(data[:1000])
    else:
        data[-1000] ^= 1
        weights.write_bytes(data)
    code, printed, noted = run(capsysbinary, talk, "--model", folder)
    assert (code, printed, noted.count("\n")) == (4, b"", 1)
    assert CANARY not in noted
