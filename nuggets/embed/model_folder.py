"""Model folders: what is in them, whether they are whole, whether they are safe to load.

A folder that nuggets ships or names has a manifest with the sha256 of every file, and is checked
against it before anything is loaded. Any other folder is taken as it is, unless it holds what
could run code or leads elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import os
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
_FOR_PEOPLE = frozenset(
    {".DS_Store", ".gitattributes", ".gitignore", "LICENSE", "LICENSE.txt", "NOTICE", "README.md"}
)
"""Files that no loader takes anything from; they may differ, and are not part of the hash."""
_BIG = frozenset({"tokenizer.json", "vocab.json"})  # hold words only
_CODE = frozenset({".dll", ".dylib", ".py", ".pyc", ".pyd", ".so"})


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model folder that may be loaded.

    Attributes:
        name: What it is called in results.
        path: Where it is.
        modules: Names of its modules, in order, such as ("Transformer", "Pooling", "Normalize").
        places: The folder of each module within this one; "" is this one.
        sha256: Of the list of its files and their hashes; changes with any byte of any file that
            a loader could read.
        size: Bytes of these files.
    """

    name: str
    path: Path
    modules: tuple[str, ...]
    places: tuple[str, ...]
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
        part = self.path / self.places[0] / name
        if not part.is_file():
            missing = part.relative_to(self.path).as_posix()
            raise ModelNotWholeError(f"{self.name}: {missing} is missing")
        return part


def open_folder(
    path: Path, *, name: str | None = None, manifest: Path | None = None
) -> ModelFolder:
    """Check a model folder without loading it.

    Args:
        path: The folder.
        name: What to call it; None: the folder's own name.
        manifest: The manifest that its files must match, and which must be there; None: the one
            inside, if there is one.

    Raises:
        ModelNotFoundError: There is no such folder, or it is empty.
        ModelNotWholeError: A file is missing, cut short or changed, or not in the manifest; or
            there is no manifest where one is named.
        ModelRefusedError: It holds pickles, code, links to folders, or modules outside `MODULES`.
    """
    if not path.is_dir():
        raise ModelNotFoundError(f"no model folder at {path}; `nuggets models` lists what is here")
    name = name or path.resolve().name
    files = _list_files(name, path)
    if not files:
        raise ModelNotFoundError(f"the model folder {path} is empty")
    _refuse_code(name, files)
    if manifest is None and (path / MANIFEST).is_file():
        manifest = path / MANIFEST
    hashes = _hash_files(name, files, None if manifest is None else _read_manifest(name, manifest))
    lines = "".join(f"{digest}  {file}\n" for file, digest in hashes.items())
    modules, places = _read_modules(name, path)
    return ModelFolder(
        name=name,
        path=path,
        modules=modules,
        places=places,
        sha256=hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest(),
        size=sum(files[file].stat().st_size for file in hashes),
    )


def read_listed(name: str, folder: Path, file: str) -> tuple[bytes, str]:
    """Read a file that is no model's, checked against the manifest of its folder.

    Returns:
        Its bytes and their sha256.

    Raises:
        ModelNotWholeError: The file or the manifest is missing, or the file is another one.
    """
    listed = _read_manifest(name, folder / MANIFEST)
    try:
        data = (folder / file).read_bytes()
    except OSError as error:
        raise ModelNotWholeError(
            f"{name}: {file} cannot be read ({error.strerror}); install nuggets again"
        ) from error
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 != listed.get(file):
        raise ModelNotWholeError(
            f"{name}: {file} is not the file of the manifest (its sha256 differs); "
            "install nuggets again"
        )
    return data, sha256


def _list_files(name: str, path: Path) -> dict[str, Path]:
    """List the files of a folder that a loader could read, by their names in it, sorted.

    Files may be links, as in the caches of Hugging Face; each is looked at and hashed as what it
    leads to. What is behind a link to a folder would not be.
    """

    def refuse(error: OSError) -> None:
        raise ModelNotWholeError(f"{name}: a folder in it cannot be read ({error.strerror})")

    found = []
    for top, folders, files in os.walk(path, onerror=refuse):
        for folder in folders:
            inner = Path(top, folder)
            if inner.is_symlink():
                raise ModelRefusedError(
                    f"{name}: {inner.relative_to(path).as_posix()} is a link to a folder; "
                    "put the folder itself there"
                )
        found += [Path(top, file) for file in files if file not in _FOR_PEOPLE]
    there = {file.relative_to(path).as_posix(): file for file in found if file.is_file()}
    there.pop(MANIFEST, None)
    return dict(sorted(there.items()))


def _hash_files(
    name: str, there: Mapping[str, Path], listed: Mapping[str, str] | None
) -> dict[str, str]:
    """Hash the files of a folder; where there is a manifest it must list just these.

    Returns:
        The sha256 of each file by its name in the folder, in the order of the names.
    """
    for file in there:
        if listed is not None and file not in listed:
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
    if not manifest.is_file():
        raise ModelNotWholeError(f"{name}: its manifest is missing; install nuggets again")
    facts = _read_json(name, manifest)
    try:
        listed = {file: str(entry["sha256"]) for file, entry in facts["files"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: {manifest.name} lists no files") from error
    if not listed:
        raise ModelNotWholeError(f"{name}: {manifest.name} lists no files")
    return listed


def _refuse_code(name: str, files: Mapping[str, Path]) -> None:
    """Turn down what could run code when it is loaded, or have a model loaded from elsewhere."""
    for place, file in files.items():
        suffix = file.suffix.lower()
        what = "a pickle" if suffix in _PICKLES else "code" if suffix in _CODE else None
        if what is not None:
            raise ModelRefusedError(
                f"{name}: {place} may be {what}; "
                "nuggets loads safetensors and JSON only: remove it if the model does not need it"
            )
        if file.name.lower() == "adapter_config.json":
            raise ModelRefusedError(
                f"{name}: {place} builds on a model outside the folder; merge the two and save that"
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


def _read_modules(name: str, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the modules of a folder: their class names, and their places in it."""
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
    return tuple(kind.rsplit(".", 1)[1] for kind in types), tuple(places)


def _read_json(name: str, file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelNotWholeError(f"{name}: {file.name} is not whole JSON") from error
