"""A document with what several systems compute of it, each computed once, on first use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from nuggets.embed.embedders import Embedder, load_embedder
from nuggets.english.annotate import annotate
from nuggets.english.words import fold, split_terms
from nuggets.errors import EmptyTranscriptError
from nuggets.evaluate import baselines
from nuggets.evaluate.answers import LocatedNugget
from nuggets.evaluate.documents import Document, gold_share
from nuggets.evaluate.points import WordCounter
from nuggets.evaluate.tfidf import TfidfSpace
from nuggets.pick.passages import find_passages
from nuggets.pipeline import Index
from nuggets.rank.bm25 import Postings, index_terms
from nuggets.sentences.splitter import split_sentences
from nuggets.values import Span
from nuggets.vectors import Matrix, Vector


class EvaluatedTalk:
    """A document split into sentences and words, with lazily computed indices and vectors.

    Attributes:
        document: The talk with its queries.
        sentences: All n, in order.
        texts: Their copies in `fold`'s normal form.
        word_counts: How many words each copy has, split at white space.
        word_starts: n + 1 numbers: the index of each sentence's first word among those of the
            talk, and at the end how many words there are.

    Raises:
        EmptyTranscriptError: It has no sentences.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences = split_sentences(document.transcript)
        if not self.sentences:
            raise EmptyTranscriptError("nothing is said in it")
        self.texts = tuple(fold(sentence.text) for sentence in self.sentences)
        self.word_counts = tuple(len(text.split()) for text in self.texts)
        self.word_starts = [0]
        for count in self.word_counts:
            self.word_starts.append(self.word_starts[-1] + count)
        self._indices: dict[str, Index] = {}
        self._passages: dict[int, Sequence[Sequence[int]]] = {}
        self._vectors: dict[str, tuple[Embedder, Matrix]] = {}

    @cached_property
    def postings(self) -> Postings:
        """The inverted index of the sentences."""
        return index_terms([split_terms(text) for text in self.texts])

    @cached_property
    def words(self) -> WordCounter:
        """Counts the words of any slice of the source."""
        return WordCounter(self.document.transcript.source)

    @cached_property
    def tfidf(self) -> TfidfSpace:
        """TF-IDF vectors of the sentences' content words, for the baselines."""
        return TfidfSpace(self.texts)

    @cached_property
    def tfidf_with_stop_words(self) -> TfidfSpace:
        """TF-IDF vectors of all the sentences' words, for the measure of redundancy."""
        return TfidfSpace(self.texts, keeps_stop_words=True)

    @cached_property
    def centrality(self) -> Vector:
        """TextRank of every sentence."""
        return baselines.score_by_textrank(self.tfidf)

    def passages(self, max_sentences: int) -> Sequence[Sequence[int]]:
        """List every passage that this program may print, as its sentences without the question."""
        if max_sentences not in self._passages:
            traits = annotate(self.sentences).traits
            found = find_passages(self.sentences, traits, max_sentences=max_sentences)
            self._passages[max_sentences] = [passage.picks for passage in found]
        return self._passages[max_sentences]

    def index(self, model: str) -> Index:
        """Return the program's own index of the talk."""
        if model not in self._indices:
            self._indices[model] = Index(self.document.transcript, model=model)
        return self._indices[model]

    def embed(self, model: str) -> tuple[Embedder, Matrix]:
        """Return a model, and its vectors of all sentences: array of shape (n, dim)."""
        if model not in self._vectors:
            embedder = load_embedder(model)
            self._vectors[model] = (embedder, embedder.encode(self.texts))
        return self._vectors[model]

    def to_nugget(self, indices: Sequence[int]) -> LocatedNugget:
        """Make a nugget of the sentences with these indices."""
        return LocatedNugget(
            tuple(w for i in indices for w in range(self.word_starts[i], self.word_starts[i + 1])),
            tuple(self.texts[i] for i in indices),
            tuple((self.sentences[i].start, self.sentences[i].end) for i in indices),
        )

    def gold_shares(self, gold: Sequence[Span]) -> list[float]:
        """Compute for each sentence the share of it that lies in the gold."""
        return [gold_share(sentence.start, sentence.end, gold) for sentence in self.sentences]

    def by_word(self, shares: Sequence[float]) -> list[float]:
        """Repeat each sentence's share for each of its words."""
        return [
            share
            for share, count in zip(shares, self.word_counts, strict=True)
            for _ in range(count)
        ]
