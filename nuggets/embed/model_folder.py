"""Model folders: verifies their files against a manifest, and refuses what could run code.

A folder that nuggets ships or names has a manifest with the sha256 of every file, and is verified
before anything is loaded. Any other folder is accepted as it is, unless it holds pickles or code,
or links to folders elsewhere.
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
"""Module types that are loaded: sentence-transformers' own, which hold numbers only."""

_PICKLE_EXTENSIONS = frozenset(
    {".bin", ".ckpt", ".dill", ".h5", ".joblib", ".npy", ".npz", ".pickle", ".pkl", ".pt", ".pth"}
)
_IGNORED_FILES = frozenset(
    {".DS_Store", ".gitattributes", ".gitignore", "LICENSE", "LICENSE.txt", "NOTICE", "README.md"}
)
"""Files that no loader reads; they may differ, and are not part of the hash."""
_VOCABULARY_FILES = frozenset({"tokenizer.json", "vocab.json"})  # large, and tokens only
_CODE_EXTENSIONS = frozenset({".dll", ".dylib", ".py", ".pyc", ".pyd", ".so"})


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model folder that may be loaded.

    Attributes:
        name: Its name in results.
        path: The folder.
        modules: Names of its modules, in order, such as ("Transformer", "Pooling", "Normalize").
        module_paths: The folder of each module, relative to this one; "" is this one.
        sha256: Of the list of its files and their hashes; changes with any byte of any file that
            a loader could read.
        size: Bytes of these files.
    """

    name: str
    path: Path
    modules: tuple[str, ...]
    module_paths: tuple[str, ...]
    sha256: str
    size: int

    @property
    def weights(self) -> Path:
        """The weights of a token-vector model.

        Raises:
            ModelNotWholeError: The file is missing.
        """
        return self._file("model.safetensors")

    @property
    def tokenizer(self) -> Path:
        """The tokenizer of a token-vector model.

        Raises:
            ModelNotWholeError: The file is missing.
        """
        return self._file("tokenizer.json")

    def _file(self, name: str) -> Path:
        file = self.path / self.module_paths[0] / name
        if not file.is_file():
            missing = file.relative_to(self.path).as_posix()
            raise ModelNotWholeError(f"{self.name}: {missing} is missing")
        return file


def open_folder(
    path: Path, *, name: str | None = None, manifest: Path | None = None
) -> ModelFolder:
    """Verify a model folder without loading the model.

    Args:
        path: The folder.
        name: Its name in results; None: the folder's own name.
        manifest: The manifest that its files must match, and which must exist; None: the one
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
    modules, module_paths = _read_modules(name, path)
    return ModelFolder(
        name=name,
        path=path,
        modules=modules,
        module_paths=module_paths,
        sha256=hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest(),
        size=sum(files[file].stat().st_size for file in hashes),
    )


def read_verified(name: str, folder: Path, file: str) -> tuple[bytes, str]:
    """Read a file and verify it against the manifest of its folder.

    Returns:
        Its bytes and their sha256.

    Raises:
        ModelNotWholeError: The file or the manifest is missing, or the sha256 differs.
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

    Files may be links, as in the caches of Hugging Face: what they point to is hashed. Links to
    folders are refused, as `os.walk` does not list what is in them.
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
        found += [Path(top, file) for file in files if file not in _IGNORED_FILES]
    files_by_name = {file.relative_to(path).as_posix(): file for file in found if file.is_file()}
    files_by_name.pop(MANIFEST, None)
    return dict(sorted(files_by_name.items()))


def _hash_files(
    name: str, files: Mapping[str, Path], listed: Mapping[str, str] | None
) -> dict[str, str]:
    """Hash the files of a folder; a manifest must list exactly these, with these hashes.

    Returns:
        The sha256 of each file by its name in the folder, in the order of the names.
    """
    for file in files:
        if listed is not None and file not in listed:
            raise ModelNotWholeError(f"{name}: {file} is not in its manifest; remove it")
    hashes = {}
    for file in sorted(files if listed is None else listed):
        if file not in files:
            raise ModelNotWholeError(f"{name}: {file} is missing; install the model again")
        try:
            with files[file].open("rb") as stream:
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
    """Read a manifest: the sha256 of each file by its name."""
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
    """Refuse files that could run code when loaded, or that load a model from elsewhere."""
    for file_name, file in files.items():
        suffix = file.suffix.lower()
        if suffix in _PICKLE_EXTENSIONS | _CODE_EXTENSIONS:
            what = "code" if suffix in _CODE_EXTENSIONS else "a pickle"
            raise ModelRefusedError(
                f"{name}: {file_name} may be {what}; "
                "nuggets loads safetensors and JSON only: remove it if the model does not need it"
            )
        if file.name.lower() == "adapter_config.json":
            raise ModelRefusedError(
                f"{name}: {file_name} builds on a model outside the folder; "
                "merge the two and save that"
            )
        if suffix == ".json" and file.name not in _VOCABULARY_FILES:
            _refuse_code_references(name, file)


def _refuse_code_references(name: str, file: Path) -> None:
    """Refuse settings that name code to be downloaded or imported."""
    facts = _read_json(name, file)
    if not isinstance(facts, dict):
        return
    if "auto_map" in facts:
        raise ModelRefusedError(f"{name}: {file.name} asks for code of its own (auto_map)")
    called = facts.get("activation_function")  # a Dense module imports this dotted name
    if isinstance(called, str) and "." in called and not called.startswith("torch.nn."):
        raise ModelRefusedError(f"{name}: {file.name} asks for code outside torch.nn")


def _read_modules(name: str, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the modules of a folder: their class names, and their folders in it."""
    file = path / "modules.json"
    if not file.is_file():
        raise ModelNotWholeError(
            f"{name}: modules.json is missing; is this a sentence-transformers folder?"
        )
    try:
        modules = _read_json(name, file)
        types = [str(module["type"]) for module in modules]
        paths = [str(module["path"]) for module in modules]
    except (KeyError, TypeError) as error:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules") from error
    if not types:
        raise ModelNotWholeError(f"{name}: modules.json lists no modules")
    for module_type in types:
        class_name = module_type.rpartition(".")[2]
        if not module_type.startswith("sentence_transformers.") or class_name not in MODULES:
            raise ModelRefusedError(
                f"{name}: module type {module_type} is not one of {', '.join(sorted(MODULES))}"
            )
    for module_path in paths:
        is_safe = re.fullmatch(r"\w[\w.-]*", module_path) and not module_path.endswith(".")
        if module_path and not is_safe:
            raise ModelRefusedError(f"{name}: modules.json names a place outside the folder")
    return tuple(one.rpartition(".")[2] for one in types), tuple(paths)


def _read_json(name: str, file: Path) -> Any:
    """Read a JSON file.

    Raises:
        ModelNotWholeError: It cannot be read, or is not JSON.
    """
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelNotWholeError(f"{name}: {file.name} is not complete JSON") from error
