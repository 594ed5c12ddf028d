"""Turns into sentences, by rules written for talk.

The only file that imports spaCy. A blank pipeline holds one component of ours, `talk_boundaries`,
which says where sentences start; no trained model. A turn is read on its own, so what one speaker
says never changes where another's sentences end.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from types import ModuleType
from typing import TYPE_CHECKING

from nuggets.sentences.continuations import find_continuations
from nuggets.sentences.pauses import Rhythm, cut_at_sentences, measure_rhythm
from nuggets.sentences.punctuation import (
    CLOSERS,
    MARKS,
    cut_at_pauses,
    is_paragraph,
    sentence_starts,
)
from nuggets.sentences.unpunctuated import Span, clue_of, find_unpunctuated
from nuggets.values import Boundary, Sentence, Transcript, Turn

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

WINDOW = 100_000
"""Characters of a turn that spaCy reads at once; it holds some 100 bytes for each."""

MAX_VOCABULARY = 200_000
"""spaCy remembers every word; with more than these it starts anew. A long talk has 20,000."""

TOKEN = re.compile(rf"(?:[{MARKS}]++[{CLOSERS}]*+|[^\s{MARKS}]++|\s)( ?)")
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: not text, and spaCy refuses it
NEWLINE = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")  # what the readers take for one


def split_sentences(transcript: Transcript) -> tuple[Sentence, ...]:
    """Split every turn into sentences.

    Each character that is not white space falls into exactly one sentence. A sentence ends at
    its marks or with its paragraph, at the latest with its turn; one of more than `MAX_WORDS` is
    cut where the speaker may have paused. Talk without punctuation is cut at pauses, as far as the
    source has times; else where words speak for it.

    Args:
        transcript: The talk as it was read.

    Returns:
        The sentences of all turns, in order, with their places in the source.
    """
    turns = transcript.turns
    stretches = _find_stretches(turns)
    unpunctuated, bare = find_unpunctuated(turns, stretches)
    rhythm = measure_rhythm([turns[i] for i in sorted(bare)])
    continued = frozenset() if unpunctuated else find_continuations(turns, stretches, bare)
    line_ends = [newline.end() for newline in NEWLINE.finditer(transcript.source)]
    sentences: list[Sentence] = []
    for i, turn in enumerate(turns):
        previous_end = 0
        for at, until in _cut(turn, stretches[i], rhythm if i in bare else None):
            start, end = turn.locate(at, until)
            start_ms = turn.run_at(at).start_ms
            sentences.append(
                Sentence(
                    index=len(sentences),
                    turn_index=turn.index,
                    speaker=turn.speaker,
                    text=" ".join(turn.text[at:until].split()),
                    start=start,
                    end=end,
                    line=bisect_right(line_ends, start) + 1,
                    start_ms=start_ms,
                    end_ms=turn.run_at(until - 1).end_ms,
                    time_source="none" if start_ms is None else turn.time_source,
                    opens_paragraph=not previous_end or is_paragraph(turn.text[previous_end:at]),
                    boundary=clue_of(turn) if i in bare else "punctuation",
                    continues=not previous_end and i in continued,
                )
            )
            previous_end = until
    return tuple(sentences)


def main_boundary(sentences: Sequence[Sentence]) -> Boundary:
    """Name what tells where most sentences of a talk end, by their words."""
    weights: dict[Boundary, int] = {"punctuation": 0, "pause": 0, "cue": 0, "heuristic": 0}
    for sentence in sentences:
        weights[sentence.boundary] += len(sentence.text)
    return max(weights, key=lambda boundary: weights[boundary])


def _find_stretches(turns: Sequence[Turn]) -> list[list[Span]]:
    """Find for each turn what stands between the marks that end sentences."""
    nlp = _blank_pipeline()  # a new one for each talk: it is not safe to share between threads
    stretches: list[list[Span]] = []
    for turn in turns:
        if len(nlp.vocab) > MAX_VOCABULARY:
            nlp = _blank_pipeline()
        stretches.append(list(_spans(nlp, turn.text)))
    return stretches


def _cut(turn: Turn, stretches: Sequence[Span], rhythm: Rhythm | None) -> Iterator[Span]:
    """Cut what is too long for a sentence.

    Args:
        turn: The turn.
        stretches: What stands between its marks.
        rhythm: Of the talk, if the turn has no punctuation; None: it has.
    """
    for start, end in stretches:
        if rhythm is None:
            yield from cut_at_pauses(turn.text, start, end)
        else:
            yield from cut_at_sentences(turn, start, end, rhythm)


def import_spacy_lightly() -> None:
    """Import spaCy without torch and without its command line; for our command line alone.

    spaCy imports torch where it is installed (through thinc, seconds) and the commands of its own
    command line, whose HTTP client even opens a socket to see whether there is IPv6. Splitting
    sentences needs neither. A library must not do this to its host: thinc would believe for the
    rest of the process that there is no torch. So it is the command line that never imports torch
    with the default model; `nuggets.Index` in a host's process imports spaCy as it comes, and with
    it torch where that is installed.
    """
    if "spacy" in sys.modules:
        return
    info = ModuleType("spacy.cli.info")
    info.info = None  # type: ignore[attr-defined]  # the one name that spacy/__init__.py asks for
    without: dict[str, ModuleType | None] = {
        "spacy.cli": ModuleType("spacy.cli"),
        info.__name__: info,
    }
    without |= dict.fromkeys(("torch", "cupy", "h5py"))
    with _stand_ins({name: module for name, module in without.items() if name not in sys.modules}):
        import spacy  # noqa: F401


@contextmanager
def _stand_ins(modules: dict[str, ModuleType | None]) -> Iterator[None]:
    """Let imports find these modules; where it is None, let them fail."""
    sys.modules.update(modules)  # type: ignore[arg-type]  # None is documented to mean: fail
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]


def _blank_pipeline() -> Language:
    import spacy
    from spacy.language import Language
    from spacy.vocab import Vocab

    Language.component("talk_boundaries", func=_mark_boundaries)
    nlp = spacy.blank("xx", vocab=Vocab())  # no shapes, no stop words of each word: twice as fast
    nlp.tokenizer = _tokenizer(nlp.vocab)
    nlp.add_pipe("talk_boundaries")
    return nlp


def _tokenizer(vocab: Vocab) -> Callable[[str], Doc]:
    """Split at white space and after every run of marks, so that sentences can start there.

    spaCy's own tokenizer splits finer (and slower) but keeps "end.Next" in one.
    """
    from spacy.tokens import Doc

    def tokenize(text: str) -> Doc:
        found = list(TOKEN.finditer(text))
        words = [text[token.start() : token.start(1)] for token in found]
        return Doc(vocab, words=words, spaces=[token[1] == " " for token in found])

    return tokenize


def _mark_boundaries(doc: Doc) -> Doc:
    """The component: says of each token whether a sentence starts with it."""
    import numpy as np

    is_start = np.full((len(doc), 1), -1)
    is_start[np.searchsorted(doc.to_array(["IDX"]), sentence_starts(doc.text))] = 1
    return doc.from_array(["SENT_START"], is_start.astype(np.uint64))  # type: ignore[arg-type]  # as documented


def _spans(nlp: Language, text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of what stands between marks, without white space around it."""
    text = SURROGATE.sub("\ufffd", text)
    at = 0
    while at < len(text):
        window = text[at : at + WINDOW]
        with nlp.memory_zone() if len(text) > WINDOW else nullcontext():
            spans = [(span.start_char, span.end_char) for span in nlp(window).sents]
        if at + len(window) < len(text):  # the last sentence goes on
            if len(spans) > 1:
                spans.pop()
            elif blank := re.search(r"\s\S*\Z", window):
                spans = [(0, blank.start() + 1)]
        for start, end in spans:
            sentence = window[start:end]
            last = at + start + len(sentence.rstrip())
            first = at + end - len(sentence.lstrip())
            if first < last:
                yield first, last
        at += spans[-1][1]
