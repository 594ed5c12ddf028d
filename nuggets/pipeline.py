"""The pipeline: six steps from a file to what is printed, one folder each.

    read   formats/    bytes -> Transcript          `files.read`
    split  sentences/  turns -> sentences           `split_sentences`; english/ annotates them
    embed  embed/      sentences -> vectors         `embed_talk`; rank/ indexes the talk
    score  rank/       vectors -> scores            `score`, for each focus
    pick   pick/       scores -> nuggets            `pick_for_focus` or `pick_for_talk`
    write  render/     nuggets -> text, JSON ...    `render.write`

Files are read before, and results written after, by the command line or whoever uses the library.
`prepare` makes the second and third step, once for a talk; `Index` the fourth and fifth, for each
focus.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from nuggets.embed.embedders import BUILT_IN, built_in_folder
from nuggets.embed.talk_vectors import Models, embed_talk, load_models
from nuggets.english.annotate import annotate
from nuggets.english.lexicons import ENGLISH, find_lexicon
from nuggets.errors import EmptyTranscriptError
from nuggets.languages.detection import detect_language
from nuggets.languages.names import has_english_rules
from nuggets.option_definitions import DEFAULT_MODEL, Options
from nuggets.pick.allowed_sentences import find_allowed, match_speakers
from nuggets.pick.candidates import Candidates, find_candidates
from nuggets.pick.choose import FOCUS_FLOOR
from nuggets.pick.make_nuggets import pick_for_focus, pick_for_talk, score_passages
from nuggets.rank.focus import Focus, parse_focus
from nuggets.rank.indexed_talk import Talk, index_talk
from nuggets.rank.other_languages import find_mentions, widen_focus
from nuggets.rank.ranker import load_ranker
from nuggets.rank.scoring import score
from nuggets.sentences.splitter import main_boundary, split_sentences
from nuggets.values import (
    Model,
    Result,
    Sentence,
    Source,
    Summary,
    Transcript,
)
from nuggets.vectors import argsort_descending, scale_to_max

ALGORITHM = "5"
"""Changes whenever the same input may give another result; part of the fingerprint."""

_DIGITS = 6  # of the scores of `Ranked`


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with every score, as a researcher wants it for a baseline.

    Attributes:
        sentence: The sentence.
        score: That of the best passage that holds it, in [0, 1]: how likely an editor would print
            this for the focus (without one: for the whole talk). 0 where none that may be printed
            does.
        cosine: Cosine to the focus by the token vectors; 0 without a focus.
        bm25: BM25 of the focus's words; 0 without a focus.
        textrank: Biased TextRank, as a share of the highest; without a focus the centrality.
        centrality: TextRank, as a share of the most central sentence's.
        informativeness: How much it says, in [0, 1].
    """

    sentence: Sentence
    score: float
    cosine: float
    bm25: float
    textrank: float
    centrality: float
    informativeness: float

    @property
    def closeness(self) -> float:
        """Old name of `cosine`, to be removed in the next release."""
        return self.cosine

    @property
    def wording(self) -> float:
        """Old name of `bm25`, to be removed in the next release."""
        return self.bm25

    @property
    def substance(self) -> float:
        """Old name of `informativeness`, to be removed in the next release."""
        return self.informativeness


class Index:
    """A talk that was split and embedded once, to be summarized as often as wanted.

    Args:
        transcript: From `nuggets.read`.
        model: "static", "minilm" or the path of a sentence-transformers folder. A transformer
            embeds each sentence in its context, for its meaning; token vectors embed them always.

    Raises:
        ModelError: The model cannot be used.
        EmptyTranscriptError: The transcript has no sentence.
    """

    def __init__(self, transcript: Transcript, *, model: str = DEFAULT_MODEL) -> None:
        if not transcript.language:
            said = " ".join(turn.text for turn in transcript.turns)
            transcript = replace(transcript, language=detect_language(said))
        self.transcript = transcript
        self._models = load_models(model)
        self._ranker = load_ranker(built_in_folder("ranker"))
        self._talk = prepare(transcript, self._models)
        self._source = _describe(transcript, self._talk.sentences)
        self._candidates: dict[int, Candidates] = {}

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the talk, in order."""
        return self._talk.sentences

    def summarize(self, focus: str | Sequence[str] | None = None, **settings: Any) -> Summary:
        """Pick the passages that matter most.

        Args:
            focus: What they should be about; several give a result each; None: the whole talk.
            **settings: Fields of `Options`.

        Raises:
            OptionError: An option is out of range or does not fit the talk.
        """
        foci = () if focus is None else (focus,) if isinstance(focus, str) else tuple(focus)
        options = Options(focus=foci, **settings)
        options = replace(options, speakers=match_speakers(options.speakers, self.transcript))
        allowed = find_allowed(self.transcript, self.sentences, options)
        return Summary(
            fingerprint=self._fingerprint(options),
            source=self._source,
            options=options,
            model=Model(self._models.asked.name, self._models.asked.sha256),
            results=tuple(
                self._answer(text, allowed, options) for text in options.focus or (None,)
            ),
        )

    def rank(self, focus: str | None = None) -> tuple[Ranked, ...]:
        """Give every sentence with every score, best first; of equals, the earlier.

        The order is that of the scores which nuggets are picked by: the sentences of the best
        nugget come first. The nuggets after it also have to say something new, so those in
        between may be repeats of it. Limits on speakers or time, and whether the focus is
        discussed, do not matter here.

        Args:
            focus: What they should be about; None: the whole talk.

        Raises:
            OptionError: The focus is no text, or has no letter or digit.
        """
        candidates = self._find_candidates(Options().max_sentences)
        scores = None  # of sentences against the focus
        asked = None  # what passages are scored for
        if focus is not None:
            parsed = self._parse(*Options(focus=(focus,)).focus)
            asked = scores = score(self._talk, parsed, self._models)
            if parsed.names_speakers_alone:
                asked = None
                every = [True] * len(self.sentences)
                candidates = candidates.allow(self._restrict_to(parsed.speakers, every))
        found = score_passages(self._talk, candidates, self._ranker, asked).values
        values = np.where(candidates.allowed, found, 0.0)
        best = np.zeros(len(self.sentences))
        for passage, value in zip(candidates.passages, values.tolist(), strict=True):
            for i in passage.picks:
                best[i] = max(best[i], value)
        cosine, bm25 = np.zeros((2, len(best))) if scores is None else (scores.cosine, scores.bm25)
        textrank = self._talk.centrality if scores is None else scale_to_max(scores.textrank)
        return tuple(
            Ranked(
                sentence=self.sentences[i],
                score=round(float(best[i]), _DIGITS),
                cosine=round(float(cosine[i]), _DIGITS),
                bm25=round(float(bm25[i]), _DIGITS),
                textrank=round(float(textrank[i]), _DIGITS),
                centrality=round(float(self._talk.centrality[i]), _DIGITS),
                informativeness=round(self._talk.traits[i].informativeness, _DIGITS),
            )
            for i in argsort_descending(best)
        )

    def _answer(self, text: str | None, allowed: Sequence[bool], options: Options) -> Result:
        """Score the talk against one focus and pick its nuggets."""
        every = self._find_candidates(options.max_sentences)
        candidates = every.allow(allowed)
        if text is None:
            return pick_for_talk(self._talk, candidates, options, ranker=self._ranker)
        focus, floor = self._parse(text), FOCUS_FLOOR
        if focus.names_speakers_alone:
            theirs = every.allow(self._restrict_to(focus.speakers, allowed))
            said = pick_for_talk(self._talk, theirs, options, ranker=self._ranker)
            return replace(said, focus=focus.text)
        scores = score(self._talk, focus, self._models)
        if self._talk.lexicon is not ENGLISH:
            mentions = find_mentions(self._talk, focus)
            kept = candidates.keep(candidates.mean(mentions) > 0)
            if kept.allowed.any():  # each is worth printing, whatever the models make of it
                candidates, floor = kept, 0.0
            elif not mentions.any() and self._models.asked.name in BUILT_IN:
                return Result(text, "unsure", ())
        return pick_for_focus(
            self._talk,
            focus,
            scores,
            candidates,
            options=options,
            ranker=self._ranker,
            floor=floor,
        )

    def _restrict_to(self, speakers: Collection[str], allowed: Sequence[bool]) -> list[bool]:
        """Allow, of the sentences that are allowed, those of some speakers."""
        pairs = zip(self.sentences, allowed, strict=True)
        return [sentence.speaker in speakers and may for sentence, may in pairs]

    def _parse(self, focus: str) -> Focus:
        """Parse a focus with the acronyms, the speakers and the words of the talk."""
        talk = self._talk
        parsed = parse_focus(focus, talk.acronyms, self.transcript.speakers, talk.lexicon)
        return parsed if talk.lexicon is ENGLISH else widen_focus(parsed, talk)

    def _find_candidates(self, max_sentences: int) -> Candidates:
        """Find the passages once for each length, whatever the focus."""
        if max_sentences not in self._candidates:
            found = find_candidates(self._talk, self._ranker, max_sentences=max_sentences)
            self._candidates[max_sentences] = found
        return self._candidates[max_sentences]

    def _fingerprint(self, options: Options) -> str:
        """Hash all that the result depends on."""
        transcript, models = self.transcript, self._models
        facts = {
            "algorithm": ALGORITHM,
            "input": transcript.sha256,
            "read": [
                *(transcript.format, transcript.encoding),
                *(["noise kept"] if transcript.keeps_noise else []),
                *([] if self._talk.lexicon is ENGLISH else [transcript.language]),
            ],
            "options": asdict(options),
            "models": [models.asked.sha256, models.sentences.sha256, self._ranker.sha256],
        }
        text = json.dumps(facts, sort_keys=True, ensure_ascii=True)
        return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def prepare(transcript: Transcript, models: Models) -> Talk:
    """Split and embed a talk, and index it for ranking: all that is the same for every focus.

    Args:
        transcript: From `nuggets.read`.
        models: From `load_models`.

    Raises:
        EmptyTranscriptError: The transcript has no sentence.
    """
    sentences = split_sentences(transcript)
    if not sentences:
        raise EmptyTranscriptError("nothing is said in it")
    lexicon = find_lexicon(transcript.language or "en")
    annotation = annotate(sentences, lexicon)
    vectors = embed_talk(annotation.texts, annotation.word_counts, models)
    return index_talk(sentences, annotation, vectors, lexicon)


def summarize(
    transcript: Transcript,
    focus: str | Sequence[str] | None = None,
    *,
    model: str = DEFAULT_MODEL,
    **settings: Any,
) -> Summary:
    """Pick the passages of a talk that matter most; see `Index.summarize`."""
    return Index(transcript, model=model).summarize(focus, **settings)


def _describe(transcript: Transcript, sentences: Sequence[Sentence]) -> Source:
    """State the facts about the transcript."""
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
        language=None if has_english_rules(transcript.language) else transcript.language,
    )
