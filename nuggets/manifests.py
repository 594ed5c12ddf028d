"""Model folders: what is in them, whether they are whole, whether they are safe to load.

A folder that nuggets ships or names has a manifest with the sha256 of every file, and is checked
against it before anything is loaded. Any other folder is taken as it is, unless it holds what
could run code.
"""

from __future__ import annotations

import hashlib
import json
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
    name = name or path.resolve().name
    if not path.is_dir():
        raise ModelNotFoundError(f"no model folder at {path}; `nuggets models` lists what is here")
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.name != MANIFEST)
    if not files:
        raise ModelNotFoundError(f"the model folder {path} is empty")
    _refuse_code(name, path, files)
    manifest = manifest or path / MANIFEST
    listed = _read_manifest(name, manifest) if manifest.is_file() else None
    if listed is not None:
        files = [path / file for file in sorted(listed)]
    hashes = {file.relative_to(path).as_posix(): _hash_file(name, file) for file in files}
    for file, digest in hashes.items():
        if listed is not None and digest != listed[file]:
            raise ModelNotWholeError(
                f"{name}: {file} is not the file of the manifest (its sha256 differs); "
                "install the model again"
            )
    lines = "".join(f"{digest}  {file}\n" for file, digest in sorted(hashes.items()))
    return ModelFolder(
        name=name,
        path=path,
        modules=_read_modules(name, path),
        sha256=hashlib.sha256(lines.encode()).hexdigest(),
        size=sum(file.stat().st_size for file in files),
    )


def _hash_file(name: str, file: Path) -> str:
    if not file.is_file():
        raise ModelNotWholeError(f"{name}: {file.name} is missing; install the model again")
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read_manifest(name: str, manifest: Path) -> dict[str, str]:
    """Read which files there must be, each with its sha256."""
    facts = _read_json(name, manifest)
    try:
        return {file: entry["sha256"] for file, entry in facts["files"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: {manifest.name} names no files") from error


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
        if file.suffix == ".json" and file.stat().st_size < 2**20:
            facts = _read_json(name, file)
            if isinstance(facts, dict) and "auto_map" in facts:
                raise ModelRefusedError(f"{name}: {file.name} asks for code of its own (auto_map)")


def _read_modules(name: str, path: Path) -> tuple[str, ...]:
    """List the module types of a folder by their class names."""
    file = path / "modules.json"
    if not file.is_file():
        raise ModelNotWholeError(
            f"{name}: modules.json is missing; is this a sentence-transformers folder?"
        )
    try:
        types = [str(module["type"]) for module in _read_json(name, file)]
    except (KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules") from error
    if not types:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules")
    for kind in types:
        if not kind.startswith("sentence_transformers.") or kind.rsplit(".", 1)[1] not in MODULES:
            raise ModelRefusedError(
                f"{name}: module type {kind} is not one of {', '.join(sorted(MODULES))}"
            )
    return tuple(kind.rsplit(".", 1)[1] for kind in types)


def _read_json(name: str, file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelNotWholeError(f"{name}: {file.name} is not whole JSON") from error
