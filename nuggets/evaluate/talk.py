"""A talk with what several systems need of it, and what a system gives for a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nuggets.embed.embedders import Embedder, load_embedder
from nuggets.english.words import fold, split_terms
from nuggets.errors import EmptyTranscriptError
from nuggets.evaluate import baselines
from nuggets.evaluate.datasets import Document, Span
from nuggets.evaluate.measures import share_inside
from nuggets.evaluate.tfidf import Tfidf
from nuggets.pipeline import Index
from nuggets.rank.bm25 import Postings, index_terms
from nuggets.sentences.splitter import split_sentences
from nuggets.vectors import Matrix, Vector


@dataclass(frozen=True, slots=True)
class Printed:
    """One nugget as a system gives it.

    Attributes:
        words: Indices of its words among those of the talk; `measures.FOREIGN` for each word that
            is not the talk's.
        texts: Its sentences, folded.
    """

    words: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system gives for one query.

    Attributes:
        printed: Its nuggets, the best first; None where it gives a summary alone.
        ranking: Every sentence of the talk, the best first; None where it does not rank all.
        summary: Sentences to be held against the reference; None: those of the nuggets.
        located: Share of its words that were found in the talk; None: all, by its making.
    """

    printed: tuple[Printed, ...] | None
    ranking: tuple[int, ...] | None = None
    summary: tuple[str, ...] | None = None
    located: float | None = None


class Talk:
    """A document with what several systems need of it, each made once, when first asked for.

    Attributes:
        document: The talk with its queries.
        sentences: All n, in order.
        texts: Their folded copies.
        words: How many words each has, split at blanks.
        starts: Array of n + 1: the index of each one's first word among those of the talk, and at
            the end how many words there are.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences = split_sentences(document.transcript)
        if not self.sentences:
            raise EmptyTranscriptError("nothing is said in it")
        self.texts = tuple(fold(sentence.text) for sentence in self.sentences)
        self.words = tuple(len(text.split()) for text in self.texts)
        self.starts = [0]
        for count in self.words:
            self.starts.append(self.starts[-1] + count)
        self._indices: dict[str, Index] = {}
        self._vectors: dict[str, tuple[Embedder, Matrix]] = {}

    @cached_property
    def postings(self) -> Postings:
        """The inverted index of the sentences."""
        return index_terms([split_terms(text) for text in self.texts])

    @cached_property
    def space(self) -> Tfidf:
        """The sentences as TF-IDF vectors of their content words."""
        return Tfidf(self.texts)

    @cached_property
    def plain_space(self) -> Tfidf:
        """The sentences as TF-IDF vectors of all their words, in which repeats are measured."""
        return Tfidf(self.texts, plain=True)

    @cached_property
    def centrality(self) -> Vector:
        """TextRank of every sentence."""
        return baselines.score_by_textrank(self.space)

    def index(self, model: str) -> Index:
        """Give the program's own index of the talk."""
        if model not in self._indices:
            self._indices[model] = Index(self.document.transcript, model=model)
        return self._indices[model]

    def vectors(self, model: str) -> tuple[Embedder, Matrix]:
        """Embed every sentence with a model."""
        if model not in self._vectors:
            embedder = load_embedder(model)
            self._vectors[model] = (embedder, embedder.encode(self.texts))
        return self._vectors[model]

    def print_sentences(self, indices: Sequence[int]) -> Printed:
        """Make a nugget of sentences."""
        return Printed(
            tuple(w for i in indices for w in range(self.starts[i], self.starts[i + 1])),
            tuple(self.texts[i] for i in indices),
        )

    def shares(self, spans: Sequence[Span]) -> list[float]:
        """Say of each sentence what share of it lies in ranges of the source."""
        return [share_inside(sentence.start, sentence.end, spans) for sentence in self.sentences]

    def by_word(self, shares: Sequence[float]) -> list[float]:
        """Give each word the share of its sentence."""
        return [
            share for share, count in zip(shares, self.words, strict=True) for _ in range(count)
        ]
