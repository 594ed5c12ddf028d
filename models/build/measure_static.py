"""Measures of static token vectors: agreement with MiniLM, and retrieval on QMSum's meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from meeting_text import MIN_WORDS, clean, count_words, read_meetings, split_sentences
from numpy.typing import NDArray
from teacher import GRID, Embedder

from nuggets.evaluate.measures import score_ranking
from nuggets.vectors import Matrix, argsort_descending

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
"""Short foci of all kinds, by which sentences are ranked with student and teacher."""


def read_talk(path: Path) -> list[str]:
    """Read the sentences of `MIN_WORDS` words or more of a plain text transcript."""
    text = path.read_text(encoding="utf-8")
    lines = [re.sub(r"^[A-Z][A-Z .]+:\s+", "", line) for line in text.splitlines()]
    sentences = [s for line in lines for s in split_sentences(" ".join(line.split()))]
    return list(dict.fromkeys(s for s in sentences if count_words(s) >= MIN_WORDS))


def spearman(a: Matrix, b: Matrix) -> float:
    """Compute Spearman's rank correlation; ties share their mean rank."""
    from scipy.stats import rankdata

    return float(np.corrcoef(rankdata(a), rankdata(b))[0, 1])


def agreement(student: Matrix, teacher: Matrix, *, count: int = 2000) -> tuple[float, float]:
    """Compare cosine similarities of sentences with the teacher's.

    Args:
        student: Array of shape (n, dim) with rows of length 1.
        teacher: Array of shape (n, 384) for the same sentences.
        count: How many sentences, evenly spaced, are compared with all others.

    Returns:
        Spearman correlation of the cosines of pairs, and the share of the teacher's ten
        nearest sentences that are among the student's ten nearest.
    """
    chosen = np.unique(np.linspace(0, len(student) - 1, min(count, len(student))).astype(int))
    mine, theirs = student[chosen] @ student.T, teacher[chosen] @ teacher.T
    is_pair = np.ones_like(mine, dtype=bool)  # no sentence with itself
    is_pair[np.arange(len(chosen)), chosen] = False
    mine[~is_pair] = theirs[~is_pair] = -2.0
    near = [set(best(m, 10)) & set(best(t, 10)) for m, t in zip(mine, theirs, strict=True)]
    step = max(1, mine.size // 1_000_000)
    sample = is_pair.ravel()[::step]
    rho = spearman(mine.ravel()[::step][sample], theirs.ravel()[::step][sample])
    return rho, float(np.mean([len(common) / 10 for common in near]))


def best(scores: Matrix, count: int) -> list[int]:
    """List the indices of the highest scores; of scores that are equal up to noise, the earlier."""
    return argsort_descending(np.rint(scores * GRID))[:count]


def precision_and_ap(scores: Matrix, gold: NDArray[np.bool_]) -> tuple[float, float]:
    """Compute P@10 and average precision of a ranking.

    Args:
        scores: Array of shape (n,).
        gold: Array of shape (n,), true for what is relevant.

    Returns:
        Two shares in [0, 1].
    """
    found = score_ranking(best(scores, len(scores)), gold.astype(np.float64).tolist())
    return found["p10"], found["ap"]


def retrieval(folder: Path, embed: Embedder) -> dict[str, tuple[float, float]]:
    """Measure the ranking of each meeting's sentences for its queries and its topics.

    Args:
        folder: QMSum meetings; gold are the sentences of the turns in `relevant_text_span`.
        embed: The model to measure.

    Returns:
        For "queries" and for "topics" the means of P@10 and AP.
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
    """Split a meeting into sentences; also the turn of each."""
    pairs = [
        (sentence, i)
        for i, turn in enumerate(meeting["meeting_transcripts"])
        for sentence in split_sentences(clean(turn["content"]))
        if count_words(sentence) >= MIN_WORDS
    ]
    return [sentence for sentence, _ in pairs], np.array([i for _, i in pairs])


def foci_agreement(talk: Sequence[str], embed: Embedder, teacher: Embedder) -> tuple[float, float]:
    """Compare rankings of a talk for short foci with the teacher's.

    Returns:
        Means over `FOCI` of the Spearman correlation, and of the share of the teacher's first ten
        that are among the student's first ten.
    """
    mine, theirs = embed(talk) @ embed(FOCI).T, teacher(talk) @ teacher(FOCI).T
    pairs = list(zip(mine.T, theirs.T, strict=True))
    shared = [len(set(best(m, 10)) & set(best(t, 10))) / 10 for m, t in pairs]
    return float(np.mean([spearman(m, t) for m, t in pairs])), float(np.mean(shared))


def measure(models: dict[str, Embedder], folder: Path, talk: Path | None, teacher: Embedder) -> str:
    """Write the table of all measures.

    Args:
        models: Students by name; the teacher is added as the last row.
        folder: QMSum meetings that were not trained on.
        talk: A plain text transcript of another kind of talk, if there is one.
        teacher: The model that students are compared with.

    Returns:
        A Markdown table.
    """
    meetings = [_sentences_of(meeting)[0] for meeting in read_meetings(folder)]
    spoken = [sentence for sentences in meetings for sentence in sentences]
    first = np.sort(np.unique(np.array(spoken), return_index=True)[1])  # no sentence twice
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
