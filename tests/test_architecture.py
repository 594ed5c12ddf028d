"""The house: floors, one stranger a room, a light start."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import nuggets

PACKAGE = Path(nuggets.__file__).parent

GROUND = {
    *("errors", "values", "timecode", "vectors", "neighbours", "words", "litter"),
    *("boundaries", "standing", "substance", "language", "manifests", "named", "windows"),
    *("nouns", "wishes", "wording", "checks", "interrupts", "lexical"),
    *("joints", "pauses", "unpunctuated", "stitching", "skeleton", "findings"),
}
ROOMS = {
    *("formats", "sentences", "embed", "rank", "focus", "passages", "diversify", "label"),
    *("explain", "ask", "render"),
}
UPSTAIRS = (
    *(
        ("evidence",),
        ("ranker",),
        ("scoring",),
        ("choosing",),
        ("overall",),
        ("pipeline",),
        ("files",),
        ("arguments",),
    ),
    *(("inspection", "installed"), ("evaluate",), ("cli",)),
)

STRANGERS = {
    "spacy": {"sentences"},
    "networkx": {"rank", "evaluate/baselines"},
    "sentence_transformers": {"embed"},
    "transformers": {"embed"},
    "tokenizers": {"embed"},
    "safetensors": {"embed"},
    "Stemmer": {"words"},
    "numpy": {"sentences", "vectors", "neighbours", "rank", "diversify", "embed"}
    | {"evidence", "ranker", "scoring", "choosing", "overall", "evaluate", "lexical"},
    "sklearn": {"evaluate/tfidf"},
    "rouge_score": {"evaluate/rouge"},
    "rich": {"evaluate/table", "evaluate/bar"},
    "matplotlib": {"evaluate/plot"},
    "scipy": {"lexical"},
    "defusedxml": {"formats"},
}
PRINTING = {"cli"}


def room_of(path: Path) -> str:
    """Name the file, or the package for files within one."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path, *, for_types: bool = False) -> list[str]:
    """List the modules that a file imports, wherever in it; what only types need if asked for."""
    tree = ast.parse(path.read_text("utf-8"))
    names: list[str] = []
    typing = [
        node
        for node in ast.walk(tree)
        if not for_types
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    skipped = {id(inner) for node in typing for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += [
                f"{node.module}.{alias.name}"
                for alias in node.names
                if node.module == "nuggets" and is_room(alias.name)
            ]
    return names


def is_room(name: str) -> bool:
    """Tell whether something of the package is a file or folder of it."""
    return (PACKAGE / f"{name}.py").is_file() or (PACKAGE / name).is_dir()


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
FILES += sorted(PACKAGE.glob("*/__init__.py"))


def floor_of(room: str) -> int:
    """Number the floors from the ground up."""
    if room in GROUND:
        return 0
    if room in ROOMS:
        return 1
    return 2 + next(i for i, rooms in enumerate(UPSTAIRS) if room in rooms)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_only_from_floors_below(path: Path) -> None:
    """A file imports only from floors below its own; rooms do not know each other."""
    room = room_of(path)
    for name in imports_of(path, for_types=True):
        if not name.startswith("nuggets."):
            continue
        other = name.split(".")[1]
        ground = floor_of(room) == floor_of(other) == 0
        assert other == room or ground or floor_of(other) < floor_of(room), name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_large_library_lives_in_its_room(path: Path) -> None:
    """A large library is imported in the rooms that the house gives it, and nowhere else."""
    place = path.relative_to(PACKAGE).with_suffix("").as_posix()
    for name in imports_of(path):
        top = name.split(".")[0]
        if top in STRANGERS:
            assert STRANGERS[top] & {room_of(path), place}, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    """Nothing but the command line calls print."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert not calls or room_of(path) in PRINTING


def test_importing_the_package_is_light() -> None:
    """`import nuggets` loads none of the large libraries."""
    code = "import sys, nuggets; print(*[n for n in sys.argv[1:] if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code, *sorted(STRANGERS), "torch", "scipy", "argparse"],
        capture_output=True,
        check=True,
        cwd=PACKAGE.parent,
    )
    assert done.stdout.split() == []


def test_files_stay_readable_in_one_sitting() -> None:
    """No file of the package has grown past one sitting."""
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 350} == {}
