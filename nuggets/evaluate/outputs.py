"""Answers of somebody else's system: read from JSON lines, and looked for in the talk.

{"document": "Bed002", "query": "...", "nuggets": [["A sentence.", ...], "A passage.",
{"start": 10, "end": 90}], "summary": "..."}
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from nuggets.english.words import fold
from nuggets.errors import OutputsError
from nuggets.evaluate.measures import FOREIGN
from nuggets.evaluate.rouge import split_reference
from nuggets.evaluate.talk import Answer, Printed, Talk
from nuggets.files import describe_os_error

Piece: TypeAlias = tuple[str, ...] | tuple[int, int]
"""A nugget as it is given: its texts, or a range of the decoded source."""


@dataclass(frozen=True, slots=True)
class Given:
    """One line: what was given for one query.

    Attributes:
        pieces: Nuggets, the best first; None where the line has none.
        summary: Text for ROUGE alone; None where the line has none.
    """

    pieces: tuple[Piece, ...] | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class Outputs:
    """All answers of one system.

    Attributes:
        name: Of the file, without its folder.
        sha256: Of its bytes, in hexadecimal.
        given: By document and query, white space folded; the query is None for the whole talk.
        has_nuggets: Whether any line has nuggets, rather than summaries alone.
    """

    name: str
    sha256: str
    given: Mapping[tuple[str, str | None], Given]
    has_nuggets: bool

    def of(self, document: str) -> Outputs:
        """Keep what is about one document."""
        return replace(
            self, given={key: one for key, one in self.given.items() if key[0] == document}
        )

    def find(self, document: str, query: str | None) -> Given | None:
        """Find what was given for a query; None where there is no line for it."""
        return self.given.get((document, _folded(query)))


def read_outputs(path: Path) -> Outputs:
    """Read a file with one JSON object a line; blank lines are passed over.

    Raises:
        OutputsError: It cannot be read, or a line is not shaped as it should.
    """
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise OutputsError(f"{path}: {describe_os_error(error)}") from error
    except UnicodeDecodeError as error:
        raise OutputsError(f"{path} is not UTF-8 text; save it as such") from error
    given: dict[tuple[str, str | None], Given] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            key, one = _read_line(line)
        except _ShapeError as error:
            raise OutputsError(f"{path}: line {number}: {error}") from error
        if key in given:
            raise OutputsError(
                f"{path}: line {number}: an earlier line is about the same document and query"
            )
        given[key] = one
    if not given:
        raise OutputsError(f"{path}: no answers in it; write one JSON object a line")
    has_nuggets = any(one.pieces is not None for one in given.values())
    return Outputs(path.name, hashlib.sha256(data).hexdigest(), given, has_nuggets)


class _ShapeError(Exception):
    """A line is not shaped as it should."""


def _read_line(line: str) -> tuple[tuple[str, str | None], Given]:
    try:
        facts = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _ShapeError("not JSON; write one object a line") from error
    if not isinstance(facts, dict):
        raise _ShapeError("expected an object with document, query and nuggets")
    document, query = facts.get("document"), facts.get("query")
    if not isinstance(document, str):
        raise _ShapeError('"document" must be a text, the file name without its ending')
    if not (query is None or isinstance(query, str)):
        raise _ShapeError('"query" must be a text, or null for the whole talk')
    nuggets, summary = facts.get("nuggets"), facts.get("summary")
    if nuggets is None and summary is None:
        raise _ShapeError('expected "nuggets" or "summary"')
    if not (summary is None or isinstance(summary, str)):
        raise _ShapeError('"summary" must be a text')
    if not (nuggets is None or isinstance(nuggets, list)):
        raise _ShapeError('"nuggets" must be a list')
    pieces = None if nuggets is None else tuple(_read_piece(one) for one in nuggets)
    return (document, _folded(query)), Given(pieces, summary)


def _read_piece(one: Any) -> Piece:
    if isinstance(one, str):
        return (one,)
    if isinstance(one, list) and all(isinstance(text, str) for text in one):
        return tuple(one)
    if isinstance(one, dict):
        start, end = one.get("start"), one.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end:
            return (start, end)
    raise _ShapeError(
        'a nugget must be a text, a list of texts, or {"start": a, "end": b} with 0 <= a < b'
    )


def _folded(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


class Locator:
    """Finds texts in a talk, word for word, white space and QMSum's spelling folded."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._text = " ".join(text for text in talk.texts if text)
        self._ends: list[int] = []  # after each word of the talk, in that text
        for word in self._text.split(" ") if self._text else ():
            self._ends.append((self._ends[-1] + 1 if self._ends else 0) + len(word))

    def answer(self, given: Given | None, *, has_nuggets: bool, count: int) -> Answer:
        """Make an answer of what was given.

        Args:
            given: None where there was no line: an empty answer.
            has_nuggets: Whether the file gives nuggets at all, so that a line without is empty.
            count: At most so many nuggets are read, the first ones.
        """
        if given is None:
            given = Given((), None)
        printed = None
        located = None
        if has_nuggets:
            printed = tuple(self.locate(piece) for piece in (given.pieces or ())[:count])
            words = [word for one in printed for word in one.words]
            located = sum(word != FOREIGN for word in words) / len(words) if words else 0.0
        summary = given.summary
        if summary is None and not has_nuggets:
            summary = ""
        lines = None if summary is None else tuple(map(fold, split_reference(summary)))
        return Answer(printed, summary=lines, located=located)

    def locate(self, piece: Piece) -> Printed:
        """Find a nugget in the talk; a word that is not there is `FOREIGN`."""
        if piece and isinstance(piece[0], int):
            return self._cut(int(piece[0]), int(piece[1]))
        texts = tuple(folded for text in piece if (folded := fold(str(text))))
        words: list[int] = []
        after = 0
        for text in texts:
            at = self._find(text, after)
            if at is None:
                words += [FOREIGN] * len(text.split())
            else:
                after = at + len(text)
                words += range(bisect_right(self._ends, at), bisect_left(self._ends, after) + 1)
        return Printed(tuple(words), texts)

    def _find(self, text: str, after: int) -> int | None:
        """Find a text behind a place, else its first place of all; whole words only."""
        for begin in (after, 0):
            at = self._text.find(text, begin)
            while at >= 0:
                if not (self._cuts(at) or self._cuts(at + len(text))):
                    return at
                at = self._text.find(text, at + 1)
        return None

    def _cuts(self, place: int) -> bool:
        """Tell whether a place lies within a word."""
        return self._text[max(0, place - 1) : place + 1].isalnum() and 0 < place < len(self._text)

    def _cut(self, start: int, end: int) -> Printed:
        """Take the words of a range of the source; a sentence's are spread evenly over it."""
        words: list[int] = []
        texts: list[str] = []
        for i, sentence in enumerate(self._talk.sentences):
            if sentence.end <= start or sentence.start >= end:
                continue
            count, said = self._talk.words[i], self._talk.texts[i].split()
            step = (sentence.end - sentence.start) / max(1, count)
            kept = [j for j in range(count) if start <= sentence.start + (j + 0.5) * step < end]
            words += [self._talk.starts[i] + j for j in kept]
            if kept:
                texts.append(" ".join(said[j] for j in kept))
        return Printed(tuple(words) or (FOREIGN,), tuple(texts))


def answer_all(
    talk: Talk, outputs: Outputs, queries: Sequence[str | None], *, count: int
) -> list[Answer]:
    """Make the answers to a talk's queries, in their order, of the first `count` nuggets each."""
    locator = Locator(talk)
    return [
        locator.answer(
            outputs.find(talk.document.name, query), has_nuggets=outputs.has_nuggets, count=count
        )
        for query in queries
    ]
