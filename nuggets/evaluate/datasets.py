"""Reading of data sets: talks, what is asked of them, and what people marked as the answer.

Whatever a data set is written in, gold becomes ranges of the decoded source, so that every system
is held against the same characters.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from nuggets.errors import DatasetError, NuggetsError, OptionError
from nuggets.evaluate.limits import Kind
from nuggets.files import reason
from nuggets.formats.json_family.qmsum import read_entries
from nuggets.formats.reading import parse_transcript
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import Transcript, Turn

MIN_LINKS = 3
"""Acts that must support a sentence of an abstract for it to make a query."""

SUFFIXES = (".json", ".da", ".abstract")
"""Of the files that a data set is read from."""

_SUFFIX = ".da"
_COLUMNS = 9  # of a dialogue act


class Span(NamedTuple):
    """A range of the decoded source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """One question to a talk, and what people marked as its answer.

    Attributes:
        text: The focus; None: the whole talk.
        gold: Ranges of the source that people marked, in order, not overlapping; None where
            the data set marks none for such a query.
        reference: What people wrote as the answer; None where there is none.
        topics: Of the whole talk: the ranges of each of its topics.
    """

    text: str | None
    gold: tuple[Span, ...] | None
    reference: str | None = None
    topics: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A talk with its questions.

    Attributes:
        name: File name without its ending.
        sha256: Of all that was read, in hexadecimal.
        transcript: The talk.
        queries: In the order of the file.
    """

    name: str
    sha256: str
    transcript: Transcript
    queries: tuple[Query, ...]


def list_documents(folder: Path) -> list[Path]:
    """List the files of a data set, in the order of their names.

    Raises:
        DatasetError: The folder is missing or holds no data set.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise DatasetError(f"{folder}: no such folder; it should hold QMSum's .json or AMI's .da")
    found = sorted(folder.glob("*.json")) or sorted(folder.glob(f"*{_SUFFIX}"))
    if not found:
        raise DatasetError(f"{folder}: no data set there; QMSum's are .json files, AMI's .da files")
    return found


def read_document(path: Path, kind: Kind) -> Document:
    """Read one talk of a data set with its questions.

    Args:
        path: A JSON file of QMSum, or dialogue acts of AMI or ICSI with their abstract beside it.
        kind: "queries": QMSum's specific queries, AMI's sentences of the abstract; "topics":
            QMSum's topics; "whole": the talk without a focus.

    Raises:
        DatasetError: It cannot be read, or is not shaped as it should.
        TranscriptError: Its talk breaks off or is empty.
        OptionError: It has no queries of that kind.
    """
    try:
        return (_read_acts if path.suffix == _SUFFIX else _read_qmsum)(path, kind)
    except NuggetsError as error:
        error.add_note(str(path))  # the file that the message is about
        raise


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DatasetError(reason(error)) from error


def _read_qmsum(path: Path, kind: Kind) -> Document:
    data = _read_bytes(path)
    transcript = parse_transcript(data, name=path.name, format="qmsum")
    try:
        facts = json.loads(transcript.source)
    except (ValueError, RecursionError) as error:  # such as a number of 5000 digits
        raise DatasetError("its JSON is broken, or nested too deeply") from error
    places = [Span(entry.start, entry.end) for entry in read_entries(transcript.source)]

    def gold_of(one: _Item) -> tuple[Span, ...]:
        marked: set[int] = set()
        for first, last in one.spans():
            marked.update(range(first, min(last + 1, len(places))))
        return tuple(places[i] for i in sorted(marked))

    queries: list[Query] = []
    if kind == "queries":
        queries = [
            Query(one.query("query"), gold_of(one), one.text("answer"))
            for one in _items(facts, "specific_query_list")
        ]
    elif kind == "topics":
        queries = [Query(one.query("topic"), gold_of(one)) for one in _items(facts, "topic_list")]
    else:
        topics = tuple(gold for one in _items(facts, "topic_list") if (gold := gold_of(one)))
        summaries = [one.text("answer") for one in _items(facts, "general_query_list")]
        queries = [Query(None, None, summaries[0] if summaries else None, topics)]
    return Document(path.stem, transcript.sha256, transcript, tuple(queries))


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing of a list of QMSum's JSON; `place` says which, for messages."""

    facts: dict[str, Any]
    place: str

    def text(self, key: str) -> str:
        """Give the text under a key.

        Raises:
            DatasetError: There is none.
        """
        value = self.facts.get(key)
        if not isinstance(value, str):
            raise DatasetError(f'{self.place}: "{key}" must be a text')
        return value

    def query(self, key: str) -> str:
        """Give the text under a key, if it can be asked for.

        Raises:
            DatasetError: It has no letter or digit.
        """
        value = self.text(key)
        if not any(map(str.isalnum, value)):
            raise DatasetError(f'{self.place}: "{key}" needs at least one letter or digit')
        return value

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give the first and the last entry of each stretch that people marked.

        Raises:
            DatasetError: They are no pairs of numbers of entries, the first not after the last.
        """
        pairs = self.facts.get("relevant_text_span")
        for pair in pairs if isinstance(pairs, list) else (pairs,):
            numbers = [_whole(one) for one in pair] if isinstance(pair, list) else []
            if len(numbers) != 2 or not 0 <= numbers[0] <= numbers[1]:
                raise DatasetError(
                    f'{self.place}: "relevant_text_span" must be pairs of numbers of entries, '
                    'such as [["0", "12"]]'
                )
            yield numbers[0], numbers[1]


def _whole(value: object) -> int:
    """Read a number as QMSum writes it, as text; -1 where it is none."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _items(facts: dict[str, Any], key: str) -> list[_Item]:
    """List what stands under a key of QMSum's JSON.

    Raises:
        DatasetError: It is no list of objects.
    """
    found = facts.get(key)
    if not isinstance(found, list):
        raise DatasetError(f'not shaped like QMSum\'s JSON: "{key}" must be a list')
    for number, one in enumerate(found, 1):
        if not isinstance(one, dict):
            raise DatasetError(f'"{key}", item {number}: must be an object')
    return [_Item(one, f'"{key}", item {number}') for number, one in enumerate(found, 1)]


class _Act(NamedTuple):
    id: str
    start_ms: int
    end_ms: int
    speaker: str
    extracted: bool
    words: str


def _read_acts(path: Path, kind: Kind) -> Document:
    if kind == "topics":
        raise OptionError("dialogue acts of AMI and ICSI have no topics; use queries or whole")
    data = _read_bytes(path)
    beside = path.with_suffix(".abstract")
    abstract = _read_bytes(beside) if beside.is_file() else b""
    sha256 = hashlib.sha256(data + b"\0" + abstract).hexdigest()
    parsed = _parse_acts(_decode(data))
    acts = sorted(parsed, key=lambda act: (act.start_ms, act.end_ms, act.id))
    transcript, places = _transcribe(path.name, sha256, acts)
    sentences = list(_parse_abstract(_decode(abstract)))
    if kind == "whole":
        gold = tuple(places[act.id] for act in acts if act.extracted)
        reference = "\n".join(text for text, _ in sentences)
        return Document(path.stem, sha256, transcript, (Query(None, gold, reference or None),))
    queries = []
    for text, support in sentences:
        spans = sorted({places[act] for act in support if act in places})
        if len(spans) >= MIN_LINKS:
            queries.append(Query(text, tuple(spans), text))
    return Document(path.stem, sha256, transcript, tuple(queries))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DatasetError("it or its abstract is not UTF-8 text; save both as such") from error


def _parse_acts(text: str) -> Iterator[_Act]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        times = [_seconds(cell) for cell in cells[1:3]]
        if len(cells) != _COLUMNS or None in times:
            raise DatasetError(
                f"line {number}: expected {_COLUMNS} columns of AMI's dialogue acts, set apart by "
                "tabs, the second and third with a time in seconds"
            )
        name, _, _, letter, role, _, extract, _, words = cells
        if words.strip():
            start_ms, end_ms = (round(1000 * (time or 0.0)) for time in times)
            yield _Act(
                *(name, start_ms, end_ms, f"{role} {letter}", extract == "+1"),
                " ".join(words.split()),
            )


def _seconds(cell: str) -> float | None:
    """Read a time; None where it is none."""
    return float(cell) if re.fullmatch(r"\s*[0-9]{1,9}(?:\.[0-9]{0,40})?\s*", cell) else None


def _parse_abstract(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence of the abstract, which may go over lines, with the acts behind it."""
    said: list[str] = []
    support: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if len(cells) == _COLUMNS:
            support.append(cells[0])
        elif len(cells) == 3 and cells[0].isdecimal():
            if said:
                yield " ".join(said), support
            said, support = [cells[2].strip()], []
        elif line.strip():
            said.append(line.strip())
    if said:
        yield " ".join(said), support


def _transcribe(name: str, sha256: str, acts: Sequence[_Act]) -> tuple[Transcript, dict[str, Span]]:
    """Write acts down as a transcript, one line a turn; say where each act stands."""
    source = ""
    places: dict[str, Span] = {}
    turns: list[Turn] = []
    pieces: list[Piece] = []
    speaker: str | None = None
    for act in acts:
        if act.speaker != speaker:
            if pieces:
                turns.append(build_turn(len(turns), speaker, pieces))
            speaker, pieces = act.speaker, []
            source += f"\n{speaker}:"
        start = len(source) + 1
        source += f" {act.words}"
        places[act.id] = Span(start, len(source))
        pieces.append(Piece(" ", act.words, start, len(source), act.start_ms, act.end_ms))
    if pieces:
        turns.append(build_turn(len(turns), speaker, pieces))
    transcript = Transcript(
        name=name,
        sha256=sha256,
        format="acts",
        encoding="utf-8",
        source=source,
        turns=tuple(turns),
    )
    return transcript, places
