"""The architecture: layers, homes of large libraries, a light import, tests beside modules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nuggets
from tests.for_each import for_each

PACKAGE = Path(nuggets.__file__).parent

LAYERS = (
    ("version", "errors", "timecode", "messages", "option_definitions", "values", "vectors"),
    ("formats", "languages"),
    ("sentences", "english", "embed"),
    ("rank",),
    ("pick",),
    ("render",),
    ("files", "pipeline"),
    ("inspection", "evaluate"),
    ("cli", "__main__"),
)
"""The files and folders of the package, lowest layer first: each imports only from those before."""

LARGE_LIBRARIES = {
    "spacy": {"sentences/component", "sentences/splitter"},
    "networkx": {"rank/textrank", "evaluate/baselines"},
    "sentence_transformers": {"embed/embedders", "embed/contextual_vectors"},
    "transformers": {"embed/embedders"},
    "tokenizers": {"embed/token_vectors"},
    "safetensors": {"embed/token_vectors"},
    "Stemmer": {"english/words", "languages/words"},
    "numpy": {"vectors", "sentences/splitter", "embed", "rank", "pick", "pipeline", "evaluate"},
    "sklearn": {"evaluate/tfidf"},
    "rouge_score": {"evaluate/rouge"},
    "rich": {"evaluate/report_table", "cli/progress"},
    "matplotlib": {"evaluate/report_plot"},
    "scipy": {"rank/biased_textrank", "rank/indexed_talk", "rank/textrank"},
    "defusedxml": {
        *("formats/documents/docx_xml", "formats/containers/odt", "formats/containers/epub"),
    },
    "pypdfium2": {"formats/containers/pdf_child"},
}
"""Large libraries, and the only files and folders that import each."""

TESTS = Path(__file__).parent
APART = {
    "english/test_cases.py": "cases that a reader has judged, for all rules of English",
    "formats/properties": "what holds for all formats, or for all of a family",
    "formats/json_family/services": "what is particular to the JSON of one service",
    "formats/test_shared_faults.py": "reported faults, which lie beside the project",
}
"""Tests that stand beside no module of their own, and why."""

TESTED_WITH_OTHERS = {
    "__main__": "tests/cli/test_main.py",
    "cli/ask_patterns": "tests/cli/test_ask.py",
    "cli/progress": "tests/cli/test_evaluate.py",
    "english/filler_tables": "tests/english/test_rules.py",
    "errors": "tests/test_package_interface.py",
    "evaluate/evaluated_talk": "tests/evaluate/test_runner.py",
    "evaluate/report_csv": "tests/evaluate/test_report.py",
    "evaluate/report_json": "tests/evaluate/test_report.py",
    "evaluate/report_plot": "tests/evaluate/test_report.py",
    "evaluate/report_table": "tests/evaluate/test_report.py",
    "evaluate/settings": "tests/evaluate/test_runner.py",
    "evaluate/summary": "tests/evaluate/test_scoring.py",
    "evaluate/systems": "tests/evaluate/test_runner.py",
    "formats/captions/dropped_cues": "tests/formats/captions/test_cue_parser.py",
    "formats/captions/label_shapes": "tests/formats/captions/test_speaker_labels.py",
    "formats/captions/cue": "tests/formats/captions/test_cue_parser.py",
    "formats/captions/reader": "tests/formats/properties/test_caption_round_trips.py",
    "formats/captions/usual_captions": "tests/formats/properties/test_caption_libraries.py",
    "formats/containers/container": "tests/formats/properties/test_container_round_trips.py",
    "formats/containers/finding": "tests/formats/properties/test_container_round_trips.py",
    "formats/containers/page_messages": "tests/formats/containers/test_pdf.py",
    "formats/containers/paragraphs": "tests/formats/containers/test_rtf.py",
    "formats/containers/pdf_child": "tests/formats/containers/test_pdf.py",
    "formats/documents/page": "tests/formats/documents/test_html.py",
    "formats/documents/page_parts": "tests/formats/documents/test_html_names.py",
    "formats/format": "tests/formats/test_format_detection.py",
    "formats/json_family/cue_text": "tests/formats/json_family/test_reader.py",
    "formats/json_family/flattening": "tests/formats/json_family/test_talk_lists.py",
    "formats/json_family/repeats": "tests/formats/json_family/test_talk_lists.py",
    "formats/json_family/segments": "tests/formats/json_family/test_reader.py",
    "formats/json_family/services": "tests/formats/properties/test_json_specimens.py",
    "formats/json_family/word_lists": "tests/formats/json_family/test_reader.py",
    "formats/phrase_lists": "tests/formats/test_advertisements.py",
    "formats/sentence_marks": "tests/formats/text/test_prose.py",
    "formats/text/boilerplate/contents": "tests/formats/text/boilerplate/test_talk_bounds.py",
    "formats/text/boilerplate/cuts": "tests/formats/properties/test_keep_noise.py",
    "formats/text/boilerplate/cutting": "tests/formats/properties/test_keep_noise.py",
    "formats/text/boilerplate/page_elements": "tests/formats/text/boilerplate/test_web_pages.py",
    "formats/text/boilerplate/read_text": "tests/formats/text/boilerplate/test_headings.py",
    "formats/text/boilerplate/reasons": "tests/formats/text/boilerplate/test_talk_bounds.py",
    "formats/text/header_lines": "tests/formats/text/test_plain.py",
    "formats/text/speakers/label_search": "tests/formats/text/speakers/test_label_styles.py",
    "formats/text/speakers/line_reading": "tests/formats/text/test_labelled_lines.py",
    "formats/text/speakers/timed_styles": "tests/formats/text/speakers/test_style_choice.py",
    "formats/xml_family/caption_xml": "tests/formats/xml_family/test_youtube_xml.py",
    "formats/xml_family/record": "tests/formats/xml_family/test_parlparse.py",
    "inspection/analysis": "tests/cli/test_inspect.py",
    "inspection/rendering": "tests/cli/test_inspect.py",
    "inspection/report": "tests/cli/test_inspect.py",
    "rank/scoring": "tests/test_pipeline.py",
    "render/control_characters": "tests/render/test_text.py",
    "render/speeches": "tests/render/test_markdown.py",
    "version": "tests/test_documents.py",
}
"""Modules without a test file of their own, and where they are tested instead."""

FILES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted(path.parent for path in FILES if path.name == "__init__.py")


def place_of(path: Path) -> tuple[str, ...]:
    """Name a file by its folders and itself; the package interface of a folder by the folder."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


PLACES = frozenset(map(place_of, FILES))


def name_of(path: Path) -> str:
    """Name a file or folder where a test fails for it."""
    return path.relative_to(PACKAGE).as_posix()


def parse_imports(source: str) -> list[str]:
    """List the modules that a source imports, wherever in it, be it for types alone.

    A relative import keeps its dots; a name that the package interface gives is `nuggets`.
    """
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and (node.level or not node.module):
            names.append("." * node.level + (node.module or ""))
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            names += [
                name if tuple(name.split(".")[1:]) in PLACES else node.module for name in inside
            ]
    return names


def imports_of(path: Path) -> list[str]:
    """List the modules that a file imports."""
    return parse_imports(path.read_text("utf-8"))


def order_within(folder: Path) -> tuple[str, ...]:
    """List the files and folders of a folder, lowest first, as it says in its docstring."""
    if folder == PACKAGE:
        return tuple(name for layer in LAYERS for name in layer)
    doc = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    (listed,) = re.findall(r"^Order: ([^.]+)\.", doc, re.MULTILINE)
    return tuple(listed.replace("\n", " ").split(", "))


@for_each(FOLDERS, named=name_of)
def test_each_folder_lists_what_is_in_it(folder: Path) -> None:
    """The order of a folder names each of its files and folders once."""
    inside = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    inside += [path.parent.name for path in folder.glob("*/__init__.py")]
    assert sorted(order_within(folder)) == sorted(inside)


ORDERS = {place_of(folder / "__init__.py"): order_within(folder) for folder in FOLDERS}


def find_upward(here: tuple[str, ...], source: str, *, is_interface: bool = False) -> list[str]:
    """List the imports that lead upward, or lead nobody knows where because they are relative.

    Args:
        here: The place of the file.
        source: Its text.
        is_interface: Whether it is the package interface of a folder, which stands above all that
            is in the folder.
    """
    upward = []
    for name in parse_imports(source):
        package, *there = name.split(".")
        if not package:
            upward.append(name)
        if package != "nuggets" or here == tuple(there) or not here:
            continue
        shared = next(
            (i for i, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]),
            min(len(here), len(there)),
        )
        if shared == len(here) and is_interface:
            continue
        order = ORDERS[here[:shared]]
        if shared == len(there) or order.index(there[shared]) >= order.index(here[shared]):
            upward.append(name)
    return upward


@for_each(FILES, named=name_of)
def test_a_file_imports_only_what_stands_before_it(path: Path) -> None:
    """No file imports upward: of two that meet in a folder, the importing one is listed later."""
    is_interface = path.name == "__init__.py"
    source = path.read_text("utf-8")
    assert find_upward(place_of(path), source, is_interface=is_interface) == []


@pytest.mark.parametrize(
    ("source", "upward"),
    [
        ("from nuggets.errors import OptionError", []),
        ("from nuggets import errors, values", []),
        ("import nuggets.rank.bm25, json", []),
        ("from nuggets.pick import mmr", []),
        ("from nuggets import __version__", ["nuggets"]),
        ("def f():\n    import nuggets", ["nuggets"]),
        ("from nuggets import cli", ["nuggets.cli"]),
        ("from nuggets import pick", ["nuggets.pick"]),
        ("from nuggets.render.json import to_json", ["nuggets.render.json"]),
        ("from . import mmr", ["."]),
        ("from ..rank import bm25", ["..rank"]),
    ],
)
def test_no_way_upward_is_overlooked(source: str, upward: list[str]) -> None:
    """A file in `pick` may import lower layers by their full names, in whatever form."""
    assert find_upward(("pick", "choose"), source) == upward


def test_folders_of_one_layer_do_not_import_each_other() -> None:
    """There are at most nine layers; above the lowest, folders of one are independent."""
    assert len(LAYERS) <= 9
    known = {
        (place_of(path)[0], name.split(".")[1])
        for path in FILES
        if place_of(path)
        for name in imports_of(path)
        if name.startswith("nuggets.")
    }
    for layer in LAYERS[1:]:
        folders = [name for name in layer if (PACKAGE / name).is_dir()]
        assert not {(one, other) for one in folders for other in folders if one != other} & known


@for_each(FILES, named=name_of)
def test_each_large_library_is_imported_in_its_folders_only(path: Path) -> None:
    """A large library is imported in the files and folders listed for it, and nowhere else."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    homes = {"/".join(parts[:i]) for i in range(1, len(parts) + 1)}
    for name in imports_of(path):
        top = name.split(".")[0]
        assert top not in LARGE_LIBRARIES or LARGE_LIBRARIES[top] & homes, name


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
        [sys.executable, "-c", code, *sorted(LARGE_LIBRARIES), "torch", "scipy", "argparse"],
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


def test_each_module_has_tests() -> None:
    """Beside each module stands its test file, or it is listed where it is tested instead."""
    without = {
        "/".join(place_of(path))
        for path in FILES
        if path.name != "__init__.py"
        if not (TESTS / path.relative_to(PACKAGE).with_name(f"test_{path.name}")).is_file()
    }
    assert without == set(TESTED_WITH_OTHERS)
    assert all((TESTS.parent / name).is_file() for name in TESTED_WITH_OTHERS.values())
