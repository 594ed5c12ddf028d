"""The house: floors, one stranger a room, a light start, tests that mirror it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import nuggets
from tests.for_each import for_each

PACKAGE = Path(nuggets.__file__).parent

FLOORS = (
    ("version", "errors", "timecode", "messages", "option_definitions", "values", "vectors"),
    ("formats",),
    ("sentences", "english", "embed"),
    ("rank",),
    ("pick",),
    ("render",),
    ("files", "pipeline"),
    ("inspection", "evaluate"),
    ("cli", "__main__"),
)
"""The files and folders of the package, from the ground up: each stands on those before it."""

STRANGERS = {
    "spacy": {"sentences/splitter"},
    "networkx": {"rank/textrank", "evaluate/baselines"},
    "sentence_transformers": {"embed/embedders"},
    "transformers": {"embed/embedders"},
    "tokenizers": {"embed/embedders"},
    "safetensors": {"embed/embedders"},
    "Stemmer": {"english/words"},
    "numpy": {"vectors", "sentences/splitter", "embed", "rank", "pick", "pipeline", "evaluate"},
    "sklearn": {"evaluate/tfidf"},
    "rouge_score": {"evaluate/rouge"},
    "rich": {"evaluate/report_table", "cli/progress"},
    "matplotlib": {"evaluate/report_plot"},
    "scipy": {"rank/biased_textrank", "rank/indexed_talk", "rank/textrank"},
    "defusedxml": {"formats/documents/docx_xml", "formats/archives"},
}
"""Large libraries, and the only files and folders that import each."""

TESTS = Path(__file__).parent
APART = {
    "english/test_cases.py": "cases that a reader has judged, for all rules of English",
    "formats/properties": "what holds for all formats, or for all of a family",
}
"""Tests that stand beside no module of their own, and why."""

FILES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted(path.parent for path in FILES if path.name == "__init__.py")


def place_of(path: Path) -> tuple[str, ...]:
    """Name a file by its folders and itself; the face of a folder by the folder."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


PLACES = frozenset(map(place_of, FILES))


def name_of(path: Path) -> str:
    """Name a file or folder where a test fails for it."""
    return path.relative_to(PACKAGE).as_posix()


def imports_of(path: Path) -> list[str]:
    """List the modules that a file imports, wherever in it, be it for types alone."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            names += [
                name if tuple(name.split(".")[1:]) in PLACES else node.module for name in inside
            ]
    return names


def order_within(folder: Path) -> tuple[str, ...]:
    """List the files and folders of a folder, lowest first, as it says in its docstring."""
    if folder == PACKAGE:
        return tuple(name for floor in FLOORS for name in floor)
    doc = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    (listed,) = re.findall(r"^Order: ([^.]+)\.", doc, re.MULTILINE)
    return tuple(listed.replace("\n", " ").split(", "))


@for_each(FOLDERS, named=name_of)
def test_each_folder_lists_what_is_in_it(folder: Path) -> None:
    """The order of a folder names each of its files and folders once."""
    inside = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    inside += [path.parent.name for path in folder.glob("*/__init__.py")]
    assert sorted(order_within(folder)) == sorted(inside)


def test_a_file_imports_only_what_stands_before_it() -> None:
    """No file imports upward: of two that meet in a folder, the importing one is listed later.

    The face of a folder stands above all that is in it.
    """
    orders = {place_of(folder / "__init__.py"): order_within(folder) for folder in FOLDERS}
    upward = []
    for path in FILES:
        here = place_of(path)
        for name in imports_of(path):
            there = tuple(name.split(".")[1:])
            if not name.startswith("nuggets.") or here == there or not here:
                continue
            shared = next(
                (i for i, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]),
                min(len(here), len(there)),
            )
            if shared == len(here) and path.name == "__init__.py":
                continue  # the face of a folder
            order = orders[here[:shared]]
            if shared == len(there) or order.index(there[shared]) >= order.index(here[shared]):
                upward.append(f"{'/'.join(here)} -> {'/'.join(there)}")
    assert upward == []


def test_folders_of_one_floor_do_not_know_each_other() -> None:
    """The house has at most nine floors: above the ground, what shares one is not imported."""
    assert len(FLOORS) <= 9
    known = {
        (place_of(path)[0], name.split(".")[1])
        for path in FILES
        if place_of(path)
        for name in imports_of(path)
        if name.startswith("nuggets.")
    }
    for floor in FLOORS[1:]:
        folders = [name for name in floor if (PACKAGE / name).is_dir()]
        assert not {(one, other) for one in folders for other in folders if one != other} & known


@for_each(FILES, named=name_of)
def test_each_large_library_lives_in_its_room(path: Path) -> None:
    """A large library is imported in the rooms that the house gives it, and nowhere else."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    homes = {"/".join(parts[:i]) for i in range(1, len(parts) + 1)}
    for name in imports_of(path):
        top = name.split(".")[0]
        assert top not in STRANGERS or STRANGERS[top] & homes, name


@for_each(FILES, named=name_of)
def test_only_the_command_line_prints(path: Path) -> None:
    """Nothing but the command line calls print."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert not calls or place_of(path) == ("cli", "output")


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
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_tests_mirror_the_package() -> None:
    """The tests of a module stand at its place; those of the whole program, above all folders."""
    places = [path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")]
    strays = [
        place.as_posix()
        for place in places
        if place.parent != Path() and not {place.as_posix(), place.parent.as_posix()} & set(APART)
        if not (PACKAGE / place.with_name(place.name.removeprefix("test_"))).is_file()
    ]
    assert strays == []
    assert [name for name in APART if not (TESTS / name).exists()] == []
