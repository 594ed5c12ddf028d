"""`nuggets evaluate` on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from nuggets.cli import evaluate as command
from nuggets.cli.main import main
from nuggets.cli.progress import progress_bar
from nuggets.evaluate.systems import SYSTEMS
from tests.evaluate.corpora import write_ami, write_points, write_qmsum
from tests.processes import run_nuggets

LIGHT = ("--systems", "bm25,random", "--workers", "1")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A data set of one meeting."""
    return str(write_qmsum(tmp_path / "meetings"))


def test_a_table_is_printed(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a format a plain table goes to stdout, and nothing to stderr."""
    assert main(["evaluate", folder, *LIGHT]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("meetings, queries: 3 queries to 1 document; at most 10 nuggets")
    assert "\x1b" not in out
    assert err == ""


def test_every_format_goes_to_a_file(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON, CSV and Markdown are written with -o, a plot with --plot; no path is in them."""
    for name in ("json", "csv", "markdown"):
        target = tmp_path / name
        extra = ("--per-query",) if name != "markdown" else ("--plot", str(tmp_path / "a.svg"))
        assert main(["evaluate", folder, *LIGHT, "--format", name, "-o", str(target), *extra]) == 0
        assert str(tmp_path) not in target.read_text("utf-8")
    assert len(json.loads((tmp_path / "json").read_text("utf-8"))["queries"]) == 6
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("SET", "--queries", "all"), 2),
        (("SET", "--systems", "bm26"), 2),
        (("SET", "--systems", "bm25", "--queries", "whole"), 2),
        (("SET", "--count", "0"), 2),
        (("SET", "--workers", "0"), 2),
        (("SET", "--words", "many"), 2),
        (("SET", "--per-query"), 2),
        (("SET", "--plot", "a.pdf"), 2),
        (("SET", "--plot", "TMP/a.svg", "-o", "TMP/a.svg"), 2),
        (("SET", "--plot", "TMP/a.svg", "-o", "TMP/../TMP/a.svg"), 2),
        (("SET", "-o", "SET/Bed001.json"), 2),
        (("SET", "-o", "SET/new.json"), 2),
        (("SET/Bed001.json", "-o", "SET/Bed001.json"), 2),
        (("SET", "-o", "TMP/link"), 2),
        (("AMI", "-o", "AMI/ES2001a.abstract"), 2),
        (("SET", "--outputs", "TMP/mine.svg", "-o", "TMP/mine.svg"), 2),
        (("SET", "--outputs", "TMP/mine.svg", "--plot", "TMP/mine.svg"), 2),
        (("SET", "--outputs", "TMP/bm25"), 2),
        (("SET", "--systems", ","), 2),
        (("SET", "--systems", "", "--plot", "TMP/a.svg"), 2),
        (("SET", "-o", "TMP/none/x"), 2),
        (("AMI", "--queries", "topics"), 2),
        (("TMP/none",), 3),
        (("SET", "--outputs", "TMP/none"), 3),
        (("SET", "--outputs", "TMP/bad.jsonl"), 3),
    ],
)
def test_errors_are_one_line(
    words: tuple[str, ...],
    code: int,
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each error is one line on stderr with the exit code of the contract."""
    (tmp_path / "bad.jsonl").write_text('{"document": "x"}\n')
    for name in ("mine.svg", "bm25"):
        (tmp_path / name).write_text('{"document": "Bed001", "nuggets": ["Yeah ."]}')
    (tmp_path / "link").symlink_to(Path(folder) / "Bed001.json")
    ami = str(write_ami(tmp_path / "ami"))
    typed = [
        word.replace("SET", folder).replace("AMI", ami).replace("TMP", str(tmp_path))
        for word in words
    ]
    before = (Path(folder) / "Bed001.json").read_bytes()
    assert main(["evaluate", *typed]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert (Path(folder) / "Bed001.json").read_bytes() == before
    assert err.startswith("nuggets: ")
    assert err.count("\n") == 1


def test_points_are_printed_by_focus_and_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of talks with points needs no option; a file of points may stand alone."""
    points = write_points(tmp_path / "talks")
    assert main(["evaluate", str(points), "--systems", "bm25,random,editor"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("talks, points: 5 foci to 1 document; at most 10 nuggets")
    assert [line for line in out.splitlines() if line.endswith((" foci", " focus"))] == [
        *("focus: 3 foci", "whole talk: 1 focus"),
    ]
    assert err == ""
    single = str(points / "wells.txt.points.json")
    assert main(["evaluate", single, "--systems", "bm25,random,editor"]) == 0
    assert capsys.readouterr().out.partition("\n")[2] == out.partition("\n")[2]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("--queries", "topics"), 2, "leave out --queries"),
        (("--words", "70"), 2, "--words"),
        (("-o", "TALKS/wells.txt"), 2, "data set"),
        (("-o", "TALKS/new.points.json"), 2, "data set"),
        ((), 3, 'wells.txt.points.json: "foci" must be a list'),
    ],
)
def test_what_is_wrong_with_points_is_one_line(
    words: tuple[str, ...],
    code: int,
    named: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A wrong option or a broken file is one line that names it; no talk is overwritten."""
    points = write_points(tmp_path / "talks")
    path = points / "wells.txt.points.json"
    if code == 3:
        path.write_text('{"source": "wells.txt"}')
    before = (points / "wells.txt").read_bytes()
    typed = [word.replace("TALKS", str(points)) for word in words]
    assert main(["evaluate", str(points), *LIGHT, *typed]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert named in err
    assert (points / "wells.txt").read_bytes() == before


def test_notes_go_to_stderr(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """How many outputs of another system are missing is noted once, beside the table."""
    (tmp_path / "mine.jsonl").write_text('{"document": "Bed001", "nuggets": ["Yeah ."]}')
    typed = ["evaluate", folder, *LIGHT, "--outputs", str(tmp_path / "mine.jsonl")]
    assert main(typed) == 0
    out, err = capsys.readouterr()
    assert "mine.jsonl" in out
    assert err.count("\n") == 2
    assert "no line for 3 of 3 queries" in err


def test_a_missing_extra_says_how_to_get_it(folder: str) -> None:
    """Without the packages of the extra there is one line on stderr, and exit 2."""
    code = "import sys; sys.modules['rouge_score'] = None"
    done = run_nuggets("evaluate", folder, code=code)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "nuggets: evaluate needs rouge_score; run pip install 'nuggets[evaluate]'\n"
    )


def test_only_a_plot_needs_matplotlib(folder: str) -> None:
    """Without --plot an evaluation does without matplotlib."""
    code = "import sys; sys.modules['matplotlib'] = None"
    assert run_nuggets("evaluate", folder, *LIGHT, code=code).returncode == 0
    drawn = run_nuggets("evaluate", folder, *LIGHT, "--plot", "a.svg", code=code)
    assert drawn.returncode == 2
    assert b"matplotlib" in drawn.stderr


def test_help_is_light_and_names_every_system(capsys: pytest.CaptureFixture[str]) -> None:
    """Help lists each system; `nuggets --help` tells of the command."""
    assert main(["evaluate", "--help"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in SYSTEMS)
    assert main(["--help"]) == 0
    assert "nuggets evaluate DATASET" in capsys.readouterr().out
    heavy = "numpy spacy sklearn rouge_score matplotlib rich networkx"
    code = (
        "import atexit, sys; "
        f"atexit.register(lambda: print([n for n in {heavy.split()} if n in sys.modules]))"
    )
    assert run_nuggets("evaluate", "--help", code=code).stdout.endswith(b"[]\n")


@pytest.mark.slow
def test_two_processes_give_the_same_bytes(folder: str) -> None:
    """Hash seed, threads and workers change no byte of JSON."""
    write_qmsum(Path(folder), "a", "b")
    typed = ("evaluate", folder, "--systems", "bm25,mmr,textrank", "--format", "json")
    one = run_nuggets(*typed, "--workers", "1", env={"PYTHONHASHSEED": "1"})
    two = run_nuggets(
        *typed, "--workers", "2", env={"PYTHONHASHSEED": "2", "OPENBLAS_NUM_THREADS": "2"}
    )
    assert one.returncode == 0, one.stderr.decode()
    assert one.stdout == two.stdout


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_progress_bar_is_shown_on_a_terminal() -> None:
    """The progress bar counts documents, on the stream that it is given."""
    stream = Terminal()
    with progress_bar(stream) as show:
        show(1, 2)
    assert "1/2" in stream.getvalue()


def test_bold_on_a_terminal_without_no_color(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the best is bold; NO_COLOR and -o turn that off."""
    out = Terminal()
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    typed = [folder, *LIGHT]
    assert "\x1b[1m" in command.evaluate(typed, out=out, err=None).text
    assert "\x1b" not in command.evaluate([*typed, "-o", "-"], out=out, err=None).text
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in command.evaluate(typed, out=out, err=None).text
