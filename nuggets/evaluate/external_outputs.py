"""Outputs of another system (`--outputs`): parses JSON lines and locates the texts in the talk.

{"document": "Bed002", "query": "...", "nuggets": [["A sentence.", ...], "A passage.",
{"start": 10, "end": 90}, [{"start": 10, "end": 50}, {"start": 70, "end": 90}]], "summary": "..."}
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from nuggets.english.words import fold
from nuggets.errors import OutputsError
from nuggets.evaluate.answers import NOT_IN_TALK, Answer, LocatedNugget, split_summary
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.files import describe_os_error
from nuggets.values import Span

OutputNugget: TypeAlias = tuple[str, ...] | tuple[Span, ...]
"""A nugget as another system writes it: its texts, or its spans of the decoded source."""

OutputKey: TypeAlias = tuple[str, str | None]
"""Document and query, white space folded; the query is None for the whole talk."""


@dataclass(frozen=True, slots=True)
class Output:
    """One line: what another system returned for one query.

    Attributes:
        nuggets: The best first; None where the line has none.
        summary: Text for ROUGE alone; None where the line has none.
    """

    nuggets: tuple[OutputNugget, ...] | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class ExternalOutputs:
    """All outputs of another system.

    Attributes:
        name: Of the file, without its folder.
        sha256: Of its bytes, in hexadecimal.
        by_query: One for each line.
        has_nuggets: Whether any line has nuggets, rather than summaries alone.
    """

    name: str
    sha256: str
    by_query: Mapping[OutputKey, Output]
    has_nuggets: bool

    def for_document(self, document: str) -> ExternalOutputs:
        """Keep the outputs for one document."""
        return replace(
            self, by_query={key: one for key, one in self.by_query.items() if key[0] == document}
        )

    def rename(self, aliases: Mapping[str, str]) -> ExternalOutputs:
        """Give documents the names that the data set has for them.

        Args:
            aliases: Other names of documents, and the names instead.

        Raises:
            OutputsError: Two lines are then about the same document and query.
        """
        by_query: dict[OutputKey, Output] = {}
        for (document, query), output in self.by_query.items():
            key = (aliases.get(document, document), query)
            if key in by_query:
                raise OutputsError(f"{self.name}: two lines are about the same query to {key[0]}")
            by_query[key] = output
        return replace(self, by_query=by_query)

    def find(self, document: str, query: str | None) -> Output | None:
        """Find the output for a query; None where there is no line for it."""
        return self.by_query.get(output_key(document, query))


def output_key(document: str, query: str | None) -> OutputKey:
    """Identify a query to a document, whatever its white space.

    >>> output_key("Bed002", "What  was said?")
    ('Bed002', 'What was said?')
    """
    return document, None if query is None else " ".join(query.split())


def read_outputs(path: Path) -> ExternalOutputs:
    """Read a file with one JSON object a line; blank lines are skipped.

    Raises:
        OutputsError: It cannot be read, or a line is not shaped as it should be.
    """
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise OutputsError(f"{path}: {describe_os_error(error)}") from error
    except UnicodeDecodeError as error:
        raise OutputsError(f"{path} is not UTF-8 text; save it as such") from error
    by_query: dict[OutputKey, Output] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            key, output = _parse_line(line)
        except _LineError as error:
            raise OutputsError(f"{path}: line {number}: {error}") from error
        if key in by_query:
            raise OutputsError(
                f"{path}: line {number}: an earlier line is about the same document and query"
            )
        by_query[key] = output
    if not by_query:
        raise OutputsError(f"{path}: no answers in it; write one JSON object a line")
    has_nuggets = any(output.nuggets is not None for output in by_query.values())
    return ExternalOutputs(path.name, hashlib.sha256(data).hexdigest(), by_query, has_nuggets)


class _LineError(Exception):
    """A line is not shaped as it should be; the message says how."""


def _parse_line(line: str) -> tuple[OutputKey, Output]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _LineError("not JSON; write one object a line") from error
    if not isinstance(fields, dict):
        raise _LineError("expected an object with document, query and nuggets")
    document, query = fields.get("document"), fields.get("query")
    if not isinstance(document, str):
        raise _LineError('"document" must be a text, the file name without its ending')
    if not (query is None or isinstance(query, str)):
        raise _LineError('"query" must be a text, or null for the whole talk')
    nuggets, summary = fields.get("nuggets"), fields.get("summary")
    if nuggets is None and summary is None:
        raise _LineError('expected "nuggets" or "summary"')
    if not (summary is None or isinstance(summary, str)):
        raise _LineError('"summary" must be a text')
    if not (nuggets is None or isinstance(nuggets, list)):
        raise _LineError('"nuggets" must be a list')
    parsed = None if nuggets is None else tuple(_parse_nugget(value) for value in nuggets)
    return output_key(document, query), Output(parsed, summary)


def _parse_nugget(value: Any) -> OutputNugget:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        return tuple(value)
    spans = [_parse_span(one) for one in (value if isinstance(value, list) else [value])]
    if None not in spans:
        return tuple(span for span in spans if span is not None)
    raise _LineError(
        'a nugget must be a text, a list of texts, {"start": a, "end": b} with 0 <= a < b, or a '
        "list of such"
    )


def _parse_span(value: Any) -> Span | None:
    """Read a span; None where it is none."""
    if not isinstance(value, dict):
        return None
    start, end = value.get("start"), value.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return (start, end)
    return None


class NuggetLocator:
    """Finds texts in a talk word for word, in `fold`'s normal form."""

    def __init__(self, talk: EvaluatedTalk) -> None:
        self._talk = talk
        self._text = " ".join(text for text in talk.texts if text)
        self._word_ends: list[int] = []  # places after each word of the talk in that text
        for word in self._text.split(" ") if self._text else ():
            start = self._word_ends[-1] + 1 if self._word_ends else 0
            self._word_ends.append(start + len(word))

    def to_answer(self, output: Output | None, *, has_nuggets: bool, count: int) -> Answer:
        """Turn an output into an answer that can be scored.

        Args:
            output: None where there was no line: an empty answer.
            has_nuggets: Whether the file has nuggets at all, so that a line without is empty.
            count: At most so many nuggets are read, the first ones.
        """
        if output is None:
            output = Output((), None)
        nuggets = None
        located_share = None
        if has_nuggets:
            nuggets = tuple(self.locate(nugget) for nugget in (output.nuggets or ())[:count])
            words = [word for nugget in nuggets for word in nugget.words]
            located_share = (
                sum(word != NOT_IN_TALK for word in words) / len(words) if words else 0.0
            )
        summary = output.summary
        if summary is None and not has_nuggets:
            summary = ""
        sentences = None if summary is None else tuple(map(fold, split_summary(summary)))
        return Answer(nuggets, summary=sentences, located_share=located_share)

    def locate(self, nugget: OutputNugget) -> LocatedNugget:
        """Find the words of a nugget in the talk; one that is not there is `NOT_IN_TALK`."""
        spans = tuple(part for part in nugget if not isinstance(part, str))
        if spans:
            return self._locate_spans(spans)
        texts = tuple(folded for text in nugget if (folded := fold(str(text))))
        words: list[int] = []
        after = 0
        for text in texts:
            start = self._find(text, after)
            if start is None:
                words += [NOT_IN_TALK] * len(text.split())
            else:
                after = start + len(text)
                words += range(
                    bisect_right(self._word_ends, start), bisect_left(self._word_ends, after) + 1
                )
        return LocatedNugget(tuple(words), texts, tuple(self._spans_of(words)))

    def _find(self, text: str, after: int) -> int | None:
        """Find a text of whole words, at its first place from `after` on, else its first of all."""
        for begin in (after, 0):
            start = self._text.find(text, begin)
            while start >= 0:
                if not (self._is_inside_word(start) or self._is_inside_word(start + len(text))):
                    return start
                start = self._text.find(text, start + 1)
        return None

    def _is_inside_word(self, place: int) -> bool:
        """Whether a place lies between two characters of one word."""
        return self._text[max(0, place - 1) : place + 1].isalnum() and 0 < place < len(self._text)

    def _spans_of(self, words: Sequence[int]) -> Iterator[Span]:
        """Find where words of the talk stand in the source, a span for each sentence of them.

        A sentence of which all words are there is whole. Of another, its words are looked up in
        the source where it has as many there; else they are taken to be equally long.
        """
        starts = self._talk.word_starts
        by_sentence: dict[int, list[int]] = {}
        for word in words:
            if word != NOT_IN_TALK:
                i = bisect_right(starts, word) - 1
                by_sentence.setdefault(i, []).append(word - starts[i])
        for i, within in by_sentence.items():
            sentence, count = self._talk.sentences[i], self._talk.word_counts[i]
            first, last = min(within), max(within)
            text = self._talk.document.transcript.source[sentence.start : sentence.end]
            places = _find_words(text, count)
            start = 0 if first == 0 else places[first][0]
            end = len(text) if last == count - 1 else places[last][1]
            yield sentence.start + start, sentence.start + end

    def _locate_spans(self, spans: Sequence[Span]) -> LocatedNugget:
        """Take the words of spans of the source."""
        parts = [self._locate_span(start, end) for start, end in spans]
        return LocatedNugget(
            tuple(word for part in parts for word in part.words),
            tuple(text for part in parts for text in part.texts),
            tuple(spans),
        )

    def _locate_span(self, start: int, end: int) -> LocatedNugget:
        """Take the words of a span of the source; a sentence's are taken to be equally long."""
        words: list[int] = []
        texts: list[str] = []
        for i, sentence in enumerate(self._talk.sentences):
            if sentence.end <= start or sentence.start >= end:
                continue
            count, own = self._talk.word_counts[i], self._talk.texts[i].split()
            length = (sentence.end - sentence.start) / max(1, count)
            kept = [j for j in range(count) if start <= sentence.start + (j + 0.5) * length < end]
            words += [self._talk.word_starts[i] + j for j in kept]
            if kept:
                texts.append(" ".join(own[j] for j in kept))
        return LocatedNugget(tuple(words) or (NOT_IN_TALK,), tuple(texts))


def _find_words(text: str, count: int) -> list[Span]:
    """Find so many words in a text of the source, which may have marks set apart or markup."""
    for pattern in (r"\S+", r"\S*\w\S*"):
        places = [match.span() for match in re.finditer(pattern, text)]
        if len(places) == count:
            return places
    return [(len(text) * j // count, len(text) * (j + 1) // count) for j in range(count)]


def locate_outputs(
    talk: EvaluatedTalk, outputs: ExternalOutputs, queries: Sequence[str | None], *, count: int
) -> list[Answer]:
    """Turn the outputs for a talk's queries into answers, in the order of the queries.

    Args:
        talk: The talk.
        outputs: Of the other system.
        queries: Of the talk; None is the whole talk.
        count: At most so many nuggets of each are read, the first ones.
    """
    locator = NuggetLocator(talk)
    return [
        locator.to_answer(
            outputs.find(talk.document.name, query), has_nuggets=outputs.has_nuggets, count=count
        )
        for query in queries
    ]
