"""The documents tell the truth: their commands run, their examples work, versions agree."""

from __future__ import annotations

import ast
import dataclasses
import hashlib
import re
import shlex
import tomllib
from pathlib import Path

import pytest

import nuggets
from nuggets.cli.main import main
from nuggets.option_definitions import Options
from tests.processes import ROOT, SAMPLE
from tests.tools.readme_tables import fill

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("nuggets ")
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readmes_commands_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command of the README works on a talk as it is written there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_bytes(SAMPLE.read_bytes())
    words = shlex.split(command.replace("SAM ALTMAN", "IDA VARGO").replace("AGI", "heat"))
    assert main(words[1:]) == 0


def test_the_readmes_python_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The README's Python example runs and prints nuggets."""
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "heat pump" in capsys.readouterr().out


def test_the_readmes_sample_is_what_is_printed() -> None:
    """The nuggets that the README shows are those that the program prints."""
    talk = nuggets.read(SAMPLE)
    printed = nuggets.to_text(nuggets.summarize(talk, "privacy and consent", count=3))
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown == printed


def test_each_make_target_of_the_documents_exists() -> None:
    """Every `make TARGET` that a document names is in the Makefile."""
    texts = [README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")]
    named = {target for text in texts for target in re.findall(r"`?make ([a-z-]+)", text)}
    targets = set(re.findall(r"(?m)^([a-z-]+):", MAKEFILE))
    assert {name for name in named if f"make {name}" in "".join(texts)} - targets <= {"and"}


def test_each_tool_has_a_make_target() -> None:
    """Each program in tests/tools is run by the Makefile, and CONTRIBUTING names its target."""
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (listed,) = re.findall(r"each run by a `make` target: ([^.]+)\.", contributing)
    rules = re.findall(r"(?m)^([a-z-]+):.*\n((?:\t.*\n)*)", MAKEFILE)
    runs = {
        target: set(re.findall(r"tests[./]tools[./](\w+)", commands)) for target, commands in rules
    }
    programs = {path.stem for path in (ROOT / "tests" / "tools").glob("[a-z]*.py")}
    assert set().union(*runs.values()) == programs
    named = set(re.findall(r"`([a-z-]+)`", listed))
    assert named == {target for target, run in runs.items() if run}


def quick_tests(path: Path) -> list[str]:
    """Name the tests of a file, or of a folder, that are not marked slow."""
    files = [path] if path.is_file() else sorted(path.rglob("test_*.py"))
    nodes = [node for file in files for node in ast.parse(file.read_text("utf-8")).body]
    return [
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if "pytest.mark.slow" not in map(ast.unparse, node.decorator_list)
    ]


def test_each_promise_has_a_quick_test() -> None:
    """The tests that the README names as proofs are there, and `make test` runs some of them."""
    proofs = dict(re.findall(r"(?m)^\| \*\*([^*]+)\.\*\* .* \| (.*) \|$", README))
    assert len(proofs) == 5
    for promise, proof in proofs.items():
        paths = [ROOT / name for name in re.findall(r"tests/[\w/]+(?:\.py)?", proof)]
        assert paths, promise
        for path in paths:
            assert quick_tests(path), (promise, path)


def test_each_option_is_documented() -> None:
    """Each field of Options stands in its docstring."""
    for option in dataclasses.fields(Options):
        assert re.search(rf"(?m)^    {option.name}: ", Options.__doc__ or ""), option.name


def test_the_tables_are_those_of_the_declarations() -> None:
    """The README's tables of options and formats are what is declared of them.

    If not: `make tables`.
    """
    assert fill(README) == README


def test_the_license_of_the_model_comes_with_it() -> None:
    """The wheel carries the text of MiniLM's license, as its section 4(a) asks, and says so."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "NOTICE" in project["license-files"]
    notice = (ROOT / "NOTICE").read_text("utf-8")
    text = notice[notice.index("                                 Apache License") :]
    digest = hashlib.sha256(f"\n{text}".encode()).hexdigest()  # of apache.org's LICENSE-2.0.txt
    assert digest == "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"


def test_each_change_is_checked_as_a_wheel() -> None:
    """What every change must pass is the style, all tests and the wheel by itself."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"(?m)^make (\S+)$", script) == ["lint", "test-all", "wheel"]


def test_versions_agree() -> None:
    """The version of the package is that of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == nuggets.__version__


def test_no_path_of_a_machine_is_in_the_project() -> None:
    """No file names a folder of the machine that it was written on."""
    for path in [
        *ROOT.glob("*.*"),
        *(ROOT / "nuggets").rglob("*.py"),
        *(ROOT / "models").glob("*"),
    ]:
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".txt", ".json"):
            assert not re.search(r"/work/|/root/|/home/", path.read_text("utf-8")), path
