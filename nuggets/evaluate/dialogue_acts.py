"""Dialogue acts of AMI and ICSI as documents: tab-separated acts, with an abstract beside them.

A `.da` file holds the dialogue acts of a meeting, one a line; the `.abstract` file of the same name
holds the sentences of its abstract, each with the acts that support it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from nuggets.errors import DatasetError, OptionError
from nuggets.evaluate.documents import Document, Query, read_bytes
from nuggets.evaluate.settings import QueryKind
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import Span, Transcript, Turn

ACTS_EXTENSION = ".da"
ABSTRACT_EXTENSION = ".abstract"

MIN_SUPPORT = 3
"""Supporting acts that a sentence of an abstract needs to become a query; by eye."""

_COLUMNS = 9  # of a dialogue act


class _Act(NamedTuple):
    """A dialogue act.

    Attributes:
        id: Its identifier.
        start_ms: When it begins, in milliseconds.
        end_ms: When it ends.
        speaker: Role and letter, such as "PM A".
        is_extracted: Whether the annotators' extractive summary holds it.
        text: What was said, white space folded.
    """

    id: str
    start_ms: int
    end_ms: int
    speaker: str
    is_extracted: bool
    text: str


def read_dialogue_acts(path: Path, kind: QueryKind) -> Document:
    """Read one meeting of AMI or ICSI.

    Args:
        path: Its `.da` file; without an `.abstract` file beside it there are no queries.
        kind: "queries": the sentences of the abstract that enough acts support; "whole": the
            meeting, its extractive summary as gold and its abstract as the reference.

    Raises:
        DatasetError: A file cannot be read, or is not shaped as it should be.
        OptionError: Topics are asked for.
    """
    if kind == "topics":
        raise OptionError("dialogue acts of AMI and ICSI have no topics; use queries or whole")
    data = read_bytes(path)
    abstract_path = path.with_suffix(ABSTRACT_EXTENSION)
    abstract = read_bytes(abstract_path) if abstract_path.is_file() else b""
    sha256 = hashlib.sha256(data + b"\0" + abstract).hexdigest()
    parsed = _parse_acts(_decode(data))
    acts = sorted(parsed, key=lambda act: (act.start_ms, act.end_ms, act.id))
    transcript, spans = _build_transcript(path.name, sha256, acts)
    sentences = list(_parse_abstract(_decode(abstract)))
    if kind == "whole":
        gold = tuple(spans[act.id] for act in acts if act.is_extracted)
        reference = "\n".join(text for text, _ in sentences)
        return Document(path.stem, sha256, transcript, (Query(None, gold, reference or None),))
    queries = []
    for text, support in sentences:
        supporting = sorted({spans[act_id] for act_id in support if act_id in spans})
        if len(supporting) >= MIN_SUPPORT:
            queries.append(Query(text, tuple(supporting), text))
    return Document(path.stem, sha256, transcript, tuple(queries))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DatasetError("it or its abstract is not UTF-8 text; save both as such") from error


def _parse_acts(text: str) -> Iterator[_Act]:
    """Yield the acts that have words, in the order of the file."""
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
        act_id, _, _, letter, role, _, extract, _, words = cells
        if words.strip():
            start_ms, end_ms = (round(1000 * (time or 0.0)) for time in times)
            yield _Act(
                *(act_id, start_ms, end_ms, f"{role} {letter}", extract == "+1"),
                " ".join(words.split()),
            )


def _seconds(cell: str) -> float | None:
    """Read a time in seconds; None where it is none."""
    return float(cell) if re.fullmatch(r"\s*[0-9]{1,9}(?:\.[0-9]{0,40})?\s*", cell) else None


def _parse_abstract(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence of the abstract, which may take several lines, and its acts' ids."""
    parts: list[str] = []
    support: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if len(cells) == _COLUMNS:
            support.append(cells[0])
        elif len(cells) == 3 and cells[0].isdecimal():
            if parts:
                yield " ".join(parts), support
            parts, support = [cells[2].strip()], []
        elif line.strip():
            parts.append(line.strip())
    if parts:
        yield " ".join(parts), support


def _build_transcript(
    name: str, sha256: str, acts: Sequence[_Act]
) -> tuple[Transcript, dict[str, Span]]:
    """Write acts down as a transcript, one line a turn.

    Returns:
        The transcript, and the span of each act in its source by the act's id.
    """
    source = ""
    spans: dict[str, Span] = {}
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
        source += f" {act.text}"
        spans[act.id] = (start, len(source))
        pieces.append(Piece(" ", act.text, start, len(source), act.start_ms, act.end_ms))
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
    return transcript, spans
