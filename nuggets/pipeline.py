"""The one order of steps: talk -> scores -> passages -> picks -> nuggets -> summary."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypedDict, Unpack

from nuggets.checks import take_texts
from nuggets.embed.embedders import built_in_folder, load_embedder
from nuggets.english.words import split_words, stem
from nuggets.errors import OptionError
from nuggets.messages import list_speakers
from nuggets.pick.by_focus import choose_for_focus
from nuggets.pick.candidates import Choice, tell_prominence
from nuggets.pick.explain import explain
from nuggets.pick.label import name_passage
from nuggets.pick.passages import Passage, find_passages, is_cut_after, restrict
from nuggets.pick.whole_talk import choose_for_talk
from nuggets.rank.features import EVIDENCE
from nuggets.rank.focus import Focus, read_focus
from nuggets.rank.named_speakers import find_called
from nuggets.rank.scoring import Scores, prepare, score
from nuggets.rank.trees import load_ranker
from nuggets.sentences.splitter import main_boundary
from nuggets.values import (
    Model,
    Nugget,
    Options,
    Order,
    Result,
    Sentence,
    Source,
    Summary,
    Transcript,
)
from nuggets.vectors import Vector, argsort_descending

ALGORITHM = "3"
"""Changes whenever the same input may give another result; part of the fingerprint."""

HINTS = 2  # kinds of evidence that are named for a passage


class Settings(TypedDict, total=False):
    """The options of `Options` but for the focus, as keyword arguments; defaults are there."""

    count: int
    max_sentences: int
    max_words: int | None
    speakers: Sequence[str]
    start_ms: int | None
    end_ms: int | None
    context: int
    order: Order


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with every score, as a researcher wants it for a baseline.

    Attributes:
        sentence: The sentence.
        score: How much it matters to the focus (without one: to the talk), in [0, 1].
        closeness: Cosine to the focus by the embedding model; 0 without a focus.
        wording: BM25 of the focus's words; 0 without a focus.
        field: How much the talk around it is about the focus, in [0, 1].
        centrality: TextRank, as a share of the most central sentence's.
        substance: How much it says, in [0, 1].
    """

    sentence: Sentence
    score: float
    closeness: float
    wording: float
    field: float
    centrality: float
    substance: float


class Index:
    """A talk that was embedded once, to be summarized as often as wanted.

    Args:
        transcript: From `nuggets.read`.
        model: "static", "minilm" or the path of a sentence-transformers folder. A transformer
            reads stretches of the talk, as which it says more than sentence by sentence; the
            sentences are always placed by token vectors.

    Raises:
        ModelError: The model cannot be used.
    """

    def __init__(self, transcript: Transcript, *, model: str = "static") -> None:
        self.transcript = transcript
        asked = load_embedder(model)
        self._embedder = load_embedder("static") if asked.is_transformer else asked
        self._reader = asked if asked.is_transformer else None
        learnt = load_ranker(built_in_folder("ranker"))
        # Cosines of another model mean something else, so what was learnt from these says nothing.
        self._ranker = learnt if learnt.model == self._embedder.sha256 else None
        self._model = Model(asked.name, asked.sha256)
        used = (asked, self._embedder, *(() if self._ranker is None else (self._ranker,)))
        self._hashes = tuple(one.sha256 for one in used)
        self._prepared = prepare(transcript, self._embedder, self._reader)
        self._passages: dict[int, tuple[list[Passage], Vector]] = {}
        self._facts = _describe(transcript, self._prepared.sentences)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the talk, in order."""
        return self._prepared.sentences

    def summarize(
        self, focus: str | Sequence[str] | None = None, **settings: Unpack[Settings]
    ) -> Summary:
        """Pick the passages that matter most.

        Args:
            focus: What they should be about; several give a result each; None: the whole talk.
            **settings: Fields of `Options`.

        Raises:
            OptionError: An option is out of range or does not fit the talk.
        """
        wanted = () if focus is None else (focus,) if isinstance(focus, str) else tuple(focus)
        named = take_texts("speakers", settings.pop("speakers", ()))
        options = Options(
            focus=wanted,
            speakers=_find_speakers(self.transcript, named),
            **settings,  # type: ignore[misc, arg-type]  # speakers is gone
        )
        allowed = self._allow(options)
        passages, prominence = self._find_passages(options.max_sentences)
        if not all(allowed):
            left = [restrict(one, self._prepared.traits, allowed) for one in passages]
            kept = [i for i, one in enumerate(left) if one is not None]
            passages, prominence = [one for one in left if one is not None], prominence[kept]
        return Summary(
            fingerprint=_fingerprint(self.transcript, options, self._hashes),
            source=self._facts,
            options=options,
            model=self._model,
            results=tuple(
                self._pick(one, passages, prominence, options) for one in (options.focus or (None,))
            ),
        )

    def rank(self, focus: str | None = None) -> tuple[Ranked, ...]:
        """Give every sentence with every score, best first; of equals, the earlier.

        Args:
            focus: What they should be about; None: the whole talk.

        Raises:
            OptionError: The focus is no text, or has no letter or digit.
        """
        (text,) = (None,) if focus is None else Options(focus=(focus,)).focus
        read = self._read(text)
        scores = score(self._prepared, read, self._embedder, self._reader, self._ranker)
        return tuple(
            Ranked(
                sentence=self._prepared.sentences[i],
                score=round(float(scores.relevance[i]), 6),
                closeness=round(float(scores.closeness[i]), 6),
                wording=round(float(scores.wording[i]), 6),
                field=round(float(scores.field[i]), 6),
                centrality=round(float(self._prepared.centrality[i]), 6),
                substance=round(self._prepared.traits[i].substance, 6),
            )
            for i in argsort_descending(scores.relevance)
        )

    def _read(self, focus: str | None) -> Focus | None:
        """Read a focus with what the talk tells of it."""
        if focus is None:
            return None
        return read_focus(focus, self._prepared.acronyms, self.transcript.speakers)

    def _find_passages(self, max_sentences: int) -> tuple[list[Passage], Vector]:
        """Find the passages, and how telling each is, once for each length, whatever the focus."""
        if max_sentences not in self._passages:
            passages = find_passages(
                self._prepared.sentences, self._prepared.traits, max_sentences=max_sentences
            )
            self._passages[max_sentences] = (passages, tell_prominence(self._prepared, passages))
        return self._passages[max_sentences]

    def _allow(self, options: Options) -> list[bool]:
        """Say which sentences the options leave."""
        timed = options.start_ms is not None or options.end_ms is not None
        if timed and self.transcript.duration_ms is None:
            raise OptionError("this transcript has no times, so start and end cannot be used")
        first = 0 if options.start_ms is None else options.start_ms
        last = float("inf") if options.end_ms is None else options.end_ms
        return [
            (not options.speakers or sentence.speaker in options.speakers)
            and (
                not timed or (sentence.start_ms is not None and first <= sentence.start_ms <= last)
            )
            for sentence in self._prepared.sentences
        ]

    def _pick(
        self, text: str | None, passages: list[Passage], prominence: Vector, options: Options
    ) -> Result:
        """Pick the nuggets for one focus."""
        focus = self._read(text)
        scores = score(self._prepared, focus, self._embedder, self._reader, self._ranker)
        if not scores.discussed:
            return Result(text, "not-discussed", ())
        choices = (
            choose_for_talk(self._prepared, passages, prominence, options)
            if focus is None
            else choose_for_focus(self._prepared, scores, passages, prominence, options)
        )
        nuggets = [
            self._write(
                rank, choice, focus=focus, options=options, hints=self._hint(choice, scores)
            )
            for rank, choice in enumerate(choices, 1)
        ]
        if options.order == "time":
            nuggets.sort(key=lambda nugget: nugget.sentences[0].index)
        return Result(text, "ok", tuple(nuggets))

    def _hint(self, choice: Choice, scores: Scores) -> dict[str, float]:
        """Say what speaks for the sentence of a choice that has the highest field, most first."""
        if self._ranker is None or not scores.evidence.shape[1]:
            return {}
        best = max(choice.passage.picks, key=lambda i: (scores.field[i], -i))
        added = self._ranker.explain(scores.evidence[best])
        strongest = sorted(added, key=lambda name: (-added[name], name))[:HINTS]
        return {EVIDENCE[name]: added[name] for name in strongest if added[name] > 0}

    def _write(
        self,
        rank: int,
        choice: Choice,
        *,
        focus: Focus | None,
        options: Options,
        hints: Mapping[str, float],
    ) -> Nugget:
        """Make a nugget of a picked passage."""
        prepared, passage = self._prepared, choice.passage
        cut = {i for i in passage.picks if prepared.sentences[i].continues}
        texts = [prepared.texts[i] for i in passage.picks if i not in cut]  # which has them whole
        scores = {
            "relevance": round(choice.relevance, 4),
            "centrality": round(max(float(prepared.centrality[i]) for i in passage.picks), 4),
            "novelty": round(choice.novelty, 4),
            "substance": round(max(prepared.traits[i].substance for i in passage.picks), 4),
        }
        asked = {} if focus is None else focus.terms
        said = [word for text in texts for word in split_words(text) if stem(word) in asked]
        first, last = passage.indices[0], passage.last
        before, after = max(0, first - options.context), last + 1 + options.context
        if options.context:
            while prepared.sentences[before].continues:
                before -= 1
            while is_cut_after(prepared.sentences, after - 1):
                after += 1
        return Nugget(
            rank=rank,
            label=name_passage(
                texts,
                weigh=prepared.postings.prominence,
                known=frozenset(term for term, weight in asked.items() if weight == 1),
            ),
            score=round(choice.score, 4),
            sentences=tuple(prepared.sentences[i] for i in passage.indices),
            roles=tuple("question" if i == passage.question else "pick" for i in passage.indices),
            scores=scores,
            before=prepared.sentences[before:first],
            after=prepared.sentences[last + 1 : after],
            why=explain(
                scores,
                focus=None if focus is None else focus.text,
                said=list(dict.fromkeys(said)),
                hints=hints,
            ),
        )


def summarize(
    transcript: Transcript,
    focus: str | Sequence[str] | None = None,
    *,
    model: str = "static",
    **settings: Unpack[Settings],
) -> Summary:
    """Pick the passages of a talk that matter most; see `Index.summarize`."""
    return Index(transcript, model=model).summarize(focus, **settings)


def _describe(transcript: Transcript, sentences: Sequence[Sentence]) -> Source:
    return Source(
        name=transcript.name,
        sha256=transcript.sha256,
        format=transcript.format,
        speakers=transcript.speakers,
        turns=len(transcript.turns),
        sentences=len(sentences),
        words=sum(len(sentence.text.split()) for sentence in sentences),
        duration_ms=transcript.duration_ms,
        boundary=main_boundary(sentences),
    )


def _fingerprint(transcript: Transcript, options: Options, models: Sequence[str]) -> str:
    """Hash all that the result depends on."""
    facts = {
        "algorithm": ALGORITHM,
        "input": transcript.sha256,
        "read": [
            *(transcript.format, transcript.encoding),
            *(["noise kept"] if transcript.keeps_noise else []),
        ],
        "options": asdict(options),
        "models": list(models),
    }
    text = json.dumps(facts, sort_keys=True, ensure_ascii=True)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _find_speakers(transcript: Transcript, wanted: Sequence[str]) -> tuple[str, ...]:
    """Match names with those of the talk; upper or lower case, where none is written just so.

    Raises:
        OptionError: Nobody in the talk is called so.
    """
    found: dict[str, None] = {}
    for name in wanted:
        called = find_called(name, transcript.speakers)
        if not called:
            known = list_speakers(transcript.speakers)
            raise OptionError(f"no speaker of that name; there are: {known}")
        found |= dict.fromkeys(called)
    return tuple(found)
