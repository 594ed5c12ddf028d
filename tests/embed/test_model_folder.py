from __future__ import annotations

import hashlib
import json
import os
import pickle
import shutil
from pathlib import Path

import pytest

from nuggets.embed.embedders import check_folder
from nuggets.embed.model_folder import MANIFEST, open_folder
from nuggets.errors import (
    EXIT_MODEL,
    ModelError,
    ModelNotFoundError,
    ModelNotWholeError,
    ModelRefusedError,
)

STATIC = Path(__file__).parents[2] / "models" / "static"

needs_links = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the model that we ship, manifest and all."""
    return Path(shutil.copytree(STATIC, tmp_path / "copy"))


def refusal(path: Path) -> ModelError:
    """Open a folder that must not open, and check its message."""
    with pytest.raises(ModelError) as caught:
        open_folder(path)
    error = caught.value
    assert "\n" not in str(error)
    assert str(error)
    assert error.exit_code == EXIT_MODEL
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    return error


def strip_manifest(path: Path) -> Path:
    """Remove the manifest of a folder."""
    (path / MANIFEST).unlink()
    return path


def test_our_model_is_whole(folder: Path) -> None:
    """The shipped folder opens, by its name or as a copy, and is the same model."""
    shipped, copy = check_folder("static"), open_folder(folder)
    assert (shipped.name, copy.name) == ("static", "copy")
    assert shipped.sha256 == copy.sha256
    assert shipped.modules == copy.modules
    assert shipped.modules[0] == "StaticEmbedding"
    assert shipped.size == copy.size > 2**20


def test_the_hash_is_of_names_and_hashes(folder: Path) -> None:
    """The model's sha256 is that of `sha256sum *` of its files, in the order of their names."""
    files = sorted(file for file in folder.iterdir() if file.name != MANIFEST)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    assert open_folder(folder).sha256 == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert open_folder(strip_manifest(folder)).sha256 == check_folder("static").sha256


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_a_changed_byte_is_found(folder: Path, file: str) -> None:
    """With a manifest any changed byte is an error that names the file."""
    data = bytearray((folder / file).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / file).write_bytes(data)
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert file in str(error)


def test_a_changed_byte_changes_the_hash(folder: Path) -> None:
    """Without a manifest nothing is known of a changed byte, but the model has another sha256."""
    before = open_folder(strip_manifest(folder)).sha256
    data = bytearray((folder / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (folder / "model.safetensors").write_bytes(data)
    assert open_folder(folder).sha256 != before


def test_a_file_cut_short_is_found(folder: Path) -> None:
    """A download that broke off is not complete."""
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[:1000])
    assert isinstance(refusal(folder), ModelNotWholeError)


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    """A file of the manifest that is not there is named."""
    (folder / file).unlink()
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert f"{file} is missing" in str(error)


def test_no_folder(tmp_path: Path) -> None:
    """A path that is not there, a file, an empty folder and folders in it: no model is found."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    for name in ("nothing", "file", "file/deeper", "empty"):
        error = refusal(tmp_path / name)
        assert isinstance(error, ModelNotFoundError)
        assert str(tmp_path / name) in str(error)


@pytest.mark.parametrize(
    "file",
    ["pytorch_model.bin", "weights.pkl", "1_Normalize/x.PT", "model.py", "deep/er/lib.so", "x.npy"],
)
def test_pickles_and_code_are_refused(folder: Path, file: str) -> None:
    """What could run code when it is loaded is refused, in any folder within, before all else."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(b"")
    (folder / "model.safetensors").unlink()
    error = refusal(folder)
    assert isinstance(error, ModelRefusedError)
    assert file in str(error)


@pytest.mark.parametrize(
    "facts",
    [
        {"auto_map": {"AutoModel": "modeling.X"}},
        {"auto_map": None, "padding": "x" * 2**20},
        {"activation_function": "os.system"},
    ],
)
def test_settings_that_name_code_are_refused(folder: Path, facts: dict[str, object]) -> None:
    """A setting that names code to be fetched or called is refused, however long the file."""
    (folder / "config.json").write_text(json.dumps(facts))
    assert isinstance(refusal(folder), ModelRefusedError)


def test_activations_of_torch_are_allowed(folder: Path) -> None:
    """Activations of torch's own, and names without a dot, are allowed."""
    strip_manifest(folder)
    for called in ("torch.nn.modules.activation.Tanh", "gelu"):
        (folder / "config.json").write_text(json.dumps({"activation_function": called}))
        assert open_folder(folder).name == "copy"


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        ("", ModelNotWholeError),
        ("[{", ModelNotWholeError),
        ("{}", ModelNotWholeError),
        ("[]", ModelNotWholeError),
        ("7", ModelNotWholeError),
        ("[1]", ModelNotWholeError),
        ('["a"]', ModelNotWholeError),
        ('{"a": 1}', ModelNotWholeError),
        ("[" * 10_000, ModelNotWholeError),
        ("\udcff", ModelNotWholeError),
        ('[{"type": null, "path": ""}]', ModelRefusedError),
        ('[{"type": "my.Module", "path": ""}]', ModelRefusedError),
        ('[{"type": "sentence_transformers.models.CLIPModel", "path": ""}]', ModelRefusedError),
        ('[{"type": "sentence_transformers.", "path": ""}]', ModelRefusedError),
        (
            '[{"type": "sentence_transformers.models.Normalize", "path": "../other"}]',
            ModelRefusedError,
        ),
        (
            '[{"type": "sentence_transformers.models.Normalize", "path": "/etc"}]',
            ModelRefusedError,
        ),
    ],
)
def test_malformed_modules(folder: Path, modules: str, expected: type[ModelError]) -> None:
    """A malformed list of modules is not complete; one with other modules is refused."""
    (strip_manifest(folder) / "modules.json").write_bytes(
        modules.encode("utf-8", "surrogateescape")
    )
    error = refusal(folder)
    assert type(error) is expected
    assert "modul" in str(error)


def test_modules_are_required(folder: Path) -> None:
    """Without a list of modules a folder is no sentence-transformers folder."""
    (strip_manifest(folder) / "modules.json").unlink()
    assert "sentence-transformers folder" in str(refusal(folder))


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", "null", '{"files": []}', '{"files": {}}', '{"files": {"a": 1}}', "\udcff"],
)
def test_malformed_manifests(folder: Path, manifest: str) -> None:
    """A manifest that lists no files is an error."""
    (folder / MANIFEST).write_bytes(manifest.encode("utf-8", "surrogateescape"))
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert MANIFEST in str(error)


@pytest.mark.parametrize("file", ["/etc/passwd", "../other", "", "a\0b", "~", "no/such"])
def test_manifests_list_files_of_the_folder_only(folder: Path, file: str) -> None:
    """No name in a manifest leads out of the folder."""
    (folder.parent / "other").write_text("x")
    (folder / MANIFEST).write_text(json.dumps({"files": {file: {"sha256": "0"}}}))
    assert isinstance(refusal(folder), ModelNotWholeError)


def test_a_built_in_model_needs_its_manifest(folder: Path) -> None:
    """A manifest that the caller names and that is missing is an error."""
    strip_manifest(folder)
    with pytest.raises(ModelNotWholeError, match="its manifest is missing"):
        open_folder(folder, name="static", manifest=folder / MANIFEST)


@pytest.mark.parametrize(
    "file",
    [
        "0_StaticEmbedding/model.safetensors",
        "adapter_model.safetensors",
        "special_tokens_map.json",
        "deep/manifest.json",
    ],
)
def test_a_manifest_lists_all_that_may_be_read(folder: Path, file: str) -> None:
    """A file beside those of the manifest is an error, so that the hash covers every file."""
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text("{}")
    error = refusal(folder)
    assert isinstance(error, ModelNotWholeError)
    assert f"{file} is not in its manifest" in str(error)


def test_ignored_files_do_not_change_the_hash(folder: Path) -> None:
    """What no loader reads may be in the folder and change; the hash stays the same."""
    for name in ("README.md", "LICENSE", ".gitattributes"):
        (folder / name).write_text("hello")
    assert open_folder(folder).sha256 == check_folder("static").sha256
    assert open_folder(strip_manifest(folder)).sha256 == check_folder("static").sha256


def test_adapters_are_refused(folder: Path) -> None:
    """An adapter names a model elsewhere, which nobody has hashed."""
    facts = {"base_model_name_or_path": "/somewhere/else", "peft_type": "LORA"}
    (strip_manifest(folder) / "adapter_config.json").write_text(json.dumps(facts))
    assert isinstance(refusal(folder), ModelRefusedError)


@needs_links
@pytest.mark.parametrize("file", ["pytorch_model.bin", "evil.py", "model.safetensors"])
@pytest.mark.parametrize("has_manifest", [True, False])
def test_linked_folders_are_refused(folder: Path, file: str, has_manifest: bool) -> None:
    """A link to a folder is refused, since what is behind it is neither looked at nor hashed."""
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / file).write_bytes(b"")
    (folder / "2_Dense").symlink_to(elsewhere, target_is_directory=True)
    error = refusal(folder if has_manifest else strip_manifest(folder))
    assert isinstance(error, ModelRefusedError)
    assert "2_Dense is a link to a folder" in str(error)


@needs_links
def test_linked_files_are_read_and_hashed(folder: Path) -> None:
    """Links to files, of which the caches of Hugging Face are made, and to the folder are fine."""
    blob = folder.parent / "blob"
    shutil.move(folder / "model.safetensors", blob)
    (folder / "model.safetensors").symlink_to(blob)
    (folder.parent / "link").symlink_to(folder, target_is_directory=True)
    assert open_folder(folder.parent / "link").sha256 == check_folder("static").sha256
    blob.write_bytes(blob.read_bytes()[:-1])
    assert isinstance(refusal(folder), ModelNotWholeError)


def test_files_are_in_the_folder_of_the_first_module(folder: Path) -> None:
    """Weights and tokenizer are read from the first module's folder, whatever others hold."""
    modules = json.loads((strip_manifest(folder) / "modules.json").read_text("utf-8"))
    modules[0]["path"] = "0_StaticEmbedding"
    (folder / "modules.json").write_text(json.dumps(modules))
    place = folder / "0_StaticEmbedding"
    place.mkdir()
    for file in ("model.safetensors", "tokenizer.json"):
        shutil.move(folder / file, place)
    for decoy in (folder, folder / "0_A"):
        decoy.mkdir(exist_ok=True)
        (decoy / "model.safetensors").write_bytes(b"another")
        (decoy / "tokenizer.json").write_text("{}")
    found = open_folder(folder)
    assert found.module_paths == ("0_StaticEmbedding", "1_Normalize")
    assert found.weights == place / "model.safetensors"
    assert found.tokenizer == place / "tokenizer.json"
    found.weights.unlink()
    with pytest.raises(
        ModelNotWholeError, match=r"0_StaticEmbedding/model\.safetensors is missing"
    ):
        _ = open_folder(folder).weights


def test_files_at_the_top_are_read_there(folder: Path) -> None:
    """Where the first module is at the top, a folder that looks like it is not searched."""
    strip_manifest(folder)
    (folder / "0_StaticEmbedding").mkdir()
    shutil.move(folder / "model.safetensors", folder / "0_StaticEmbedding")
    with pytest.raises(ModelNotWholeError, match=r"copy: model\.safetensors is missing"):
        _ = open_folder(folder).weights
