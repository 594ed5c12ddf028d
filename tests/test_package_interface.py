"""The package interface: what `import nuggets` gives."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

import nuggets
from tests.for_each import for_each
from tests.processes import ROOT, SAMPLE

HEAVY = {"numpy", "scipy", "spacy", "networkx", "torch", "tokenizers", "safetensors"}


def run(code: str, folder: Path = ROOT) -> str:
    """Run Python in a fresh process and give what it prints."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    ).stdout


def test_import_is_light() -> None:
    """Importing nuggets loads nothing but itself and the standard library."""
    loaded = set(run("import nuggets, sys; print(*sys.modules)").split())
    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("nuggets")} == {
        "nuggets",
        "nuggets.version",
    }


def test_the_values_and_errors_are_light() -> None:
    """Catching an error or building options needs no library."""
    code = "import nuggets, sys; nuggets.Options(), nuggets.NuggetsError; print(*sys.modules)"
    assert not set(run(code).split()) & HEAVY


def test_all_is_sorted_and_complete() -> None:
    """Every public name is listed once, in order, and every name that has a home is public."""
    assert nuggets.__all__ == sorted(set(nuggets.__all__))
    assert set(nuggets.__all__) == set(nuggets._MODULES) | {"__version__"}
    assert dir(nuggets) == nuggets.__all__


@for_each(nuggets.__all__, named=str)
def test_every_name_loads_and_is_documented(name: str) -> None:
    """A public name leads to something with a docstring of its own."""
    value = getattr(nuggets, name)
    if name == "__version__":
        assert re.fullmatch(r"\d+\.\d+\.\d+", value)
        return
    assert isinstance(value, types.FunctionType | type)
    assert value.__name__ == name
    assert inspect.cleandoc(value.__doc__ or "").split("\n")[0].endswith((".", ";"))
    assert not (value.__doc__ or "").startswith(f"{name}(")  # what dataclass writes without one


def test_type_checkers_see_the_same_names() -> None:
    """What is imported for type checkers is what is loaded at run time."""
    source = Path(nuggets.__file__).read_text("utf-8")
    block = source[source.index("if TYPE_CHECKING:") : source.index("_NAMES_BY_MODULE =")]
    seen = set(re.findall(r"\b\w+\b(?=,|$)", re.sub(r".* import \(?", "", block), re.MULTILINE))
    assert seen >= set(nuggets._MODULES)


def test_from_import_star_gives_all() -> None:
    """`from nuggets import *` works and brings what `__all__` says."""
    names = run("from nuggets import *; print(*dir())").split()
    assert set(nuggets.__all__) <= set(names)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that is not there is said to be not there, as of any module."""
    with pytest.raises(AttributeError, match="module 'nuggets' has no attribute 'summarise'"):
        nuggets.summarise  # noqa: B018
    assert not hasattr(nuggets, "cli_main")


def test_errors_are_one_tree() -> None:
    """One except catches all that goes wrong on purpose."""
    for name in nuggets.__all__:
        if name.endswith("Error"):
            assert issubclass(getattr(nuggets, name), nuggets.NuggetsError)


def examples() -> list[str]:
    """Find the Python examples of the README and of the package's docstring."""
    readme = (ROOT / "README.md").read_text("utf-8")
    indented = re.findall(r"(?:^    .*\n|^\n)+", nuggets.__doc__ or "", re.MULTILINE)
    return [
        *re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL),
        *(inspect.cleandoc(block) for block in indented if "import nuggets" in block),
    ]


def test_examples_run(tmp_path: Path) -> None:
    """What README and docstring show works as it stands, on the sample talk."""
    found = examples()
    assert found
    (tmp_path / "data").mkdir()
    for name in ("talk.txt", "data/talk.txt"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    for example in found:
        run(example, tmp_path)
