"""Reading of data sets: talks, what is asked of them, and what people marked as the answer.

Whatever a data set is written in, gold becomes ranges of the decoded source, so that every system
is held against the same characters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

from nuggets.errors import NuggetsError, OptionError
from nuggets.formats import parse_transcript
from nuggets.formats.json_family.qmsum import read_entries
from nuggets.formats.lines import Piece, build_turn
from nuggets.values import Transcript, Turn

Kind: TypeAlias = Literal["queries", "topics", "whole"]
KINDS: tuple[Kind, ...] = ("queries", "topics", "whole")

MIN_LINKS = 3
"""Acts that must support a sentence of an abstract for it to make a query."""

_SUFFIX = ".da"
_COLUMNS = 9  # of a dialogue act


class DatasetError(NuggetsError):
    """A data set cannot be read."""


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
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise DatasetError(
            f"{path}: not shaped like QMSum's JSON or AMI's dialogue acts ({type(error).__name__})"
        ) from error


def _read_qmsum(path: Path, kind: Kind) -> Document:
    data = path.read_bytes()
    transcript = parse_transcript(data, name=path.name, format="qmsum")
    facts = json.loads(data)
    places = [Span(entry.start, entry.end) for entry in read_entries(transcript.source)]

    def gold_of(item: dict[str, Any]) -> tuple[Span, ...]:
        marked = {
            i
            for first, last in item["relevant_text_span"]
            for i in range(int(first), int(last) + 1)
        }
        return tuple(places[i] for i in sorted(marked) if i < len(places))

    queries: list[Query] = []
    if kind == "queries":
        queries = [
            Query(item["query"], gold_of(item), item["answer"])
            for item in facts["specific_query_list"]
        ]
    elif kind == "topics":
        queries = [Query(item["topic"], gold_of(item)) for item in facts["topic_list"]]
    else:
        topics = tuple(gold for item in facts["topic_list"] if (gold := gold_of(item)))
        summaries = [item["answer"] for item in facts["general_query_list"]]
        queries = [Query(None, None, summaries[0] if summaries else None, topics)]
    return Document(path.stem, transcript.sha256, transcript, tuple(queries))


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
    data = path.read_bytes()
    beside = path.with_suffix(".abstract")
    abstract = beside.read_bytes() if beside.is_file() else b""
    sha256 = hashlib.sha256(data + b"\0" + abstract).hexdigest()
    parsed = _parse_acts(data.decode("utf-8"))
    acts = sorted(parsed, key=lambda act: (act.start_ms, act.end_ms, act.id))
    transcript, places = _transcribe(path.name, sha256, acts)
    sentences = list(_parse_abstract(abstract.decode("utf-8")))
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


def _parse_acts(text: str) -> Iterator[_Act]:
    for line in text.split("\n"):
        if not line.strip():
            continue
        name, start, end, letter, role, _, extract, _, words = line.split("\t")
        if words.strip():
            yield _Act(
                name,
                round(float(start) * 1000),
                round(float(end) * 1000),
                f"{role} {letter}",
                extract == "+1",
                " ".join(words.split()),
            )


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
