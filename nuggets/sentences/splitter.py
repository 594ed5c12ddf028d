"""Sentence splitter: turns to sentences, by rules for punctuated and unpunctuated talk.

Each turn is a spaCy `Doc` whose tokens tell where sentences start; no trained model, and no
pipeline, which costs more than the rest. Marks are read turn by turn, so what one speaker says
never changes where another's punctuated sentences end. `component` gives the same ends to others.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from types import ModuleType
from typing import TYPE_CHECKING

from nuggets.formats.lines import LINE_END
from nuggets.languages.names import has_english_rules
from nuggets.sentences import other_languages
from nuggets.sentences.continuations import find_continuations
from nuggets.sentences.pauses import SpeechTiming, measure_timing, split_unpunctuated
from nuggets.sentences.punctuation import (
    CLOSERS,
    MARKS,
    find_sentence_starts,
    is_paragraph,
    split_long_sentence,
)
from nuggets.sentences.unpunctuated import boundary_source, find_unpunctuated
from nuggets.values import Boundary, PageLine, Sentence, Span, Transcript, Turn

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

WINDOW = 100_000
"""Characters of a turn that spaCy reads at once; it holds some 100 bytes for each."""

MAX_VOCABULARY = 200_000
"""spaCy remembers every word; with more than these it starts anew. A long talk has 20,000."""

_TOKEN = re.compile(rf"(?:[{MARKS}]++[{CLOSERS}]*+|[^\s{MARKS}]++|\s)( ?)")
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: not text, and spaCy refuses it


def split_sentences(transcript: Transcript) -> tuple[Sentence, ...]:
    """Split every turn into sentences.

    Each character that is not white space falls into exactly one sentence. A sentence ends at
    its marks or with its paragraph, at the latest with its turn; one of more than `MAX_WORDS` is
    split where clauses begin. Unpunctuated talk is split at pauses, as far as the source has times,
    and at words that open sentences.

    Args:
        transcript: The talk as it was read.

    Returns:
        The sentences of all turns, in order, with their spans of the source.
    """
    turns = transcript.turns
    language = transcript.language or "en"
    segments = _find_segments(turns, language)
    is_unpunctuated, unpunctuated = find_unpunctuated(turns, segments)
    timing = measure_timing([turns[i] for i in sorted(unpunctuated)], language)
    continuations = {} if is_unpunctuated else find_continuations(turns, segments, unpunctuated)
    find_line = _line_finder(transcript)
    sentences: list[Sentence] = []
    lasts: list[int] = []  # by turn: index of its last sentence
    for i, turn in enumerate(turns):
        previous_end = 0
        for at, until in _split_segments(turn, segments[i], timing if i in unpunctuated else None):
            start, end = turn.locate(at, until)
            start_ms = turn.run_at(at).start_ms
            first, last = find_line(start), find_line(end - 1)
            sentences.append(
                Sentence(
                    index=len(sentences),
                    turn_index=turn.index,
                    speaker=turn.speaker,
                    text=" ".join(turn.text[at:until].split()),
                    start=start,
                    end=end,
                    line=first.line,
                    start_ms=start_ms,
                    end_ms=turn.run_at(until - 1).end_ms,
                    time_source="none" if start_ms is None else turn.time_source,
                    opens_paragraph=not previous_end or is_paragraph(turn.text[previous_end:at]),
                    boundary=boundary_source(turn) if i in unpunctuated else "punctuation",
                    continues=(
                        len(sentences) - lasts[continuations[i]]
                        if not previous_end and i in continuations
                        else 0
                    ),
                    page=first.page or None,
                    end_page=last.page or None,
                    end_line=last.line if last.page else None,
                )
            )
            previous_end = until
        lasts.append(len(sentences) - 1)
    return tuple(sentences)


def _line_finder(transcript: Transcript) -> Callable[[int], PageLine]:
    """Return what finds the line of an offset; its page is 0 where the source has no pages."""
    if transcript.page_lines:
        places = transcript.page_lines
        starts = [place.start for place in places]
        return lambda offset: places[max(0, bisect_right(starts, offset) - 1)]
    ends = [0, *(newline.end() for newline in LINE_END.finditer(transcript.source))]
    return lambda offset: PageLine(offset, 0, bisect_right(ends, offset))


def main_boundary(sentences: Sequence[Sentence]) -> Boundary:
    """Name what most sentence boundaries of a talk are found by; long sentences count more."""
    weights: dict[Boundary, int] = {"punctuation": 0, "pause": 0, "cue": 0, "heuristic": 0}
    for sentence in sentences:
        weights[sentence.boundary] += len(sentence.text)
    return max(weights, key=lambda boundary: weights[boundary])


def _find_segments(turns: Sequence[Turn], language: str) -> list[list[Span]]:
    """List for each turn the spans between its sentence-end marks."""
    from spacy.vocab import Vocab

    vocab = Vocab()  # no shapes, no stop words of each word; threads must not share one
    segments: list[list[Span]] = []
    for turn in turns:
        if len(vocab) > MAX_VOCABULARY:
            vocab = Vocab()
        segments.append(list(_split_at_marks(vocab, turn.text, language)))
    return segments


def _split_segments(
    turn: Turn, segments: Sequence[Span], timing: SpeechTiming | None
) -> Iterator[Span]:
    """Split the segments of a turn that are more than a sentence.

    Args:
        turn: The turn.
        segments: The spans between its sentence-end marks.
        timing: Of the talk, if the turn has no punctuation; None: it has.

    Yields:
        The span of each sentence in the turn's text.
    """
    for start, end in segments:
        if timing is None:
            yield from split_long_sentence(turn.text, start, end)
        else:
            yield from split_unpunctuated(turn, start, end, timing)


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
    missing = {name: module for name, module in without.items() if name not in sys.modules}
    with _modules_replaced(missing):
        import spacy  # noqa: F401


@contextmanager
def _modules_replaced(modules: dict[str, ModuleType | None]) -> Iterator[None]:
    """Replace modules for the imports in this block; an import of one that is None fails."""
    sys.modules.update(modules)  # type: ignore[arg-type]  # None is documented to mean: fail
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]


def _tokenize(vocab: Vocab, text: str) -> Doc:
    """Split at white space and after every run of marks, so that sentences can start there.

    spaCy's own tokenizer splits finer (and slower) but keeps "end.Next" in one.
    """
    from spacy.tokens import Doc

    found = list(_TOKEN.finditer(text))
    words = [text[token.start() : token.start(1)] for token in found]
    return Doc(vocab, words=words, spaces=[token[1] == " " for token in found])


def mark_sentence_starts(doc: Doc, starts: Sequence[int]) -> Doc:
    """Mark the tokens with which sentences start.

    Args:
        doc: Any; it is changed.
        starts: Indices of characters, in order. A sentence that starts within a token starts with
            the next one.

    Returns:
        The doc.
    """
    import numpy as np

    is_start = np.full((len(doc) + 1, 1), -1)
    is_start[np.searchsorted(doc.to_array(["IDX"]), starts)] = 1
    return doc.from_array(["SENT_START"], is_start[:-1].astype(np.uint64))  # type: ignore[arg-type]  # as documented


def _split_at_marks(vocab: Vocab, text: str, language: str) -> Iterator[Span]:
    """Yield the spans between sentence-end marks, without white space around them."""
    text = _SURROGATE.sub("\ufffd", text)
    at = 0
    while at < len(text):
        window = text[at : at + WINDOW]
        with vocab.memory_zone() if len(text) > WINDOW else nullcontext():
            starts = (
                find_sentence_starts(window)
                if has_english_rules(language)
                else other_languages.find_sentence_starts(window, language)
            )
            doc = mark_sentence_starts(_tokenize(vocab, window), starts)
            spans = [(span.start_char, span.end_char) for span in doc.sents]
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
