"""Model folders: what is in them, whether they are whole, whether they are safe to load.

A folder that nuggets ships or names has a manifest with the sha256 of every file, and is checked
against it before anything is loaded. Any other folder is taken as it is, unless it holds what
could run code.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nuggets.errors import ModelNotFoundError, ModelNotWholeError, ModelRefusedError

MANIFEST = "manifest.json"

MODULES = frozenset({"StaticEmbedding", "Transformer", "Pooling", "Dense", "Normalize"})
"""Module types that are loaded; all are sentence-transformers' own and hold numbers only."""

_PICKLES = frozenset(
    {".bin", ".ckpt", ".dill", ".h5", ".joblib", ".npy", ".npz", ".pickle", ".pkl", ".pt", ".pth"}
)
_TAKEN = frozenset({"model.safetensors", "tokenizer.json"})
_BIG = frozenset({"tokenizer.json", "vocab.json"})  # hold words only
_CODE = frozenset({".dll", ".dylib", ".py", ".pyc", ".pyd", ".so"})


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model folder that may be loaded.

    Attributes:
        name: What it is called in results.
        path: Where it is.
        modules: Names of its modules, in order, such as ("Transformer", "Pooling", "Normalize").
        sha256: Of the list of its files and their hashes; changes with any byte of any file.
        size: Bytes of all files.
    """

    name: str
    path: Path
    modules: tuple[str, ...]
    sha256: str
    size: int

    @property
    def weights(self) -> Path:
        """The file of a token-vector model's weights."""
        return self._part("model.safetensors")

    @property
    def tokenizer(self) -> Path:
        """The file of a token-vector model's tokenizer."""
        return self._part("tokenizer.json")

    def _part(self, name: str) -> Path:
        found = [
            path for path in (self.path / name, *self.path.glob(f"0_*/{name}")) if path.is_file()
        ]
        if not found:
            raise ModelNotWholeError(f"{self.name}: {name} is missing")
        return found[0]


def open_folder(
    path: Path, *, name: str | None = None, manifest: Path | None = None
) -> ModelFolder:
    """Check a model folder without loading it.

    Args:
        path: The folder.
        name: What to call it; None: the folder's own name.
        manifest: The manifest that its files must match; None: the one inside, if there is one.

    Raises:
        ModelNotFoundError: There is no such folder, or it is empty.
        ModelNotWholeError: A file is missing, cut short or changed.
        ModelRefusedError: It holds pickles, code, or modules outside `MODULES`.
    """
    if not path.is_dir():
        raise ModelNotFoundError(f"no model folder at {path}; `nuggets models` lists what is here")
    name = name or path.resolve().name
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.name != MANIFEST)
    if not files:
        raise ModelNotFoundError(f"the model folder {path} is empty")
    _refuse_code(name, path, files)
    manifest = manifest or path / MANIFEST
    hashes = _hash_files(
        name,
        {file.relative_to(path).as_posix(): file for file in files},
        _read_manifest(name, manifest) if manifest.is_file() else None,
    )
    lines = "".join(f"{digest}  {file}\n" for file, digest in hashes.items())
    return ModelFolder(
        name=name,
        path=path,
        modules=_read_modules(name, path),
        sha256=hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest(),
        size=sum((path / file).stat().st_size for file in hashes),
    )


def _hash_files(
    name: str, there: Mapping[str, Path], listed: Mapping[str, str] | None
) -> dict[str, str]:
    """Hash the files of a folder; with a manifest those that it lists, which must match it.

    Returns:
        The sha256 of each file by its name in the folder, in the order of the names.
    """
    for file in sorted(there):
        # Only a file that could be taken for one of the listed; a README does no harm.
        if listed is not None and file not in listed and Path(file).name in _TAKEN:
            raise ModelNotWholeError(f"{name}: {file} is not in its manifest; remove it")
    hashes = {}
    for file in sorted(there if listed is None else listed):
        if file not in there:
            raise ModelNotWholeError(f"{name}: {file} is missing; install the model again")
        try:
            with there[file].open("rb") as stream:
                hashes[file] = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ModelNotWholeError(
                f"{name}: {file} cannot be read ({error.strerror}); install the model again"
            ) from error
        if listed is not None and hashes[file] != listed[file]:
            raise ModelNotWholeError(
                f"{name}: {file} is not the file of the manifest (its sha256 differs); "
                "install the model again"
            )
    return hashes


def _read_manifest(name: str, manifest: Path) -> dict[str, str]:
    """Read which files there must be, each with its sha256."""
    facts = _read_json(name, manifest)
    try:
        listed = {file: str(entry["sha256"]) for file, entry in facts["files"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: {manifest.name} lists no files") from error
    if not listed:
        raise ModelNotWholeError(f"{name}: {manifest.name} lists no files")
    return listed


def _refuse_code(name: str, path: Path, files: list[Path]) -> None:
    """Turn down what could run code when it is loaded."""
    for file in files:
        suffix = file.suffix.lower()
        what = "a pickle" if suffix in _PICKLES else "code" if suffix in _CODE else None
        if what is not None:
            raise ModelRefusedError(
                f"{name}: {file.relative_to(path)} may be {what}; "
                "nuggets loads safetensors and JSON only: remove it if the model does not need it"
            )
        if suffix == ".json" and file.name not in _BIG:
            _refuse_names_of_code(name, file)


def _refuse_names_of_code(name: str, file: Path) -> None:
    """Turn down settings that name code to be fetched or called."""
    facts = _read_json(name, file)
    if not isinstance(facts, dict):
        return
    if "auto_map" in facts:
        raise ModelRefusedError(f"{name}: {file.name} asks for code of its own (auto_map)")
    called = facts.get("activation_function")  # of a Dense module: a dotted name that is imported
    if isinstance(called, str) and "." in called and not called.startswith("torch.nn."):
        raise ModelRefusedError(f"{name}: {file.name} asks for code outside torch.nn")


def _read_modules(name: str, path: Path) -> tuple[str, ...]:
    """List the module types of a folder by their class names."""
    file = path / "modules.json"
    if not file.is_file():
        raise ModelNotWholeError(
            f"{name}: modules.json is missing; is this a sentence-transformers folder?"
        )
    try:
        modules = _read_json(name, file)
        types = [str(module["type"]) for module in modules]
        places = [str(module["path"]) for module in modules]
    except (KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules") from error
    if not types:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules")
    for kind in types:
        if not kind.startswith("sentence_transformers.") or kind.rsplit(".", 1)[1] not in MODULES:
            raise ModelRefusedError(
                f"{name}: module type {kind} is not one of {', '.join(sorted(MODULES))}"
            )
    for place in places:
        if place and (not re.fullmatch(r"\w[\w.-]*", place) or place.endswith(".")):
            raise ModelRefusedError(f"{name}: modules.json names a place outside the folder")
    return tuple(kind.rsplit(".", 1)[1] for kind in types)


def _read_json(name: str, file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelNotWholeError(f"{name}: {file.name} is not whole JSON") from error
