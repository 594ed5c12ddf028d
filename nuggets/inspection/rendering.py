"""Inspection report as text and as JSON; the table of formats (`--list-formats`)."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from nuggets.inspection.report import Inspection, LeftOutSummary
from nuggets.languages.names import name_language
from nuggets.messages import pluralize
from nuggets.render.control_characters import printable
from nuggets.render.json import escape_unsafe, rounded
from nuggets.timecode import to_clock

SCHEMA = "nuggets-inspection/1"
MAX_RANGES = 12
"""Ranges of lines that are listed in text, by eye; JSON lists all lines."""

_NO_SPEAKER = "(no name)"
_BOUNDARIES = {
    "punctuation": "which end at their marks",
    "pause": "which end at pauses between words",
    "cue": "whose ends were guessed from cues and word patterns",
    "heuristic": "whose ends were guessed from word patterns",
}
_TIME_SOURCES = {"word": "of words", "cue": "of cues", "turn": "of turns", "none": ""}


def to_text(found: Inspection) -> str:
    """Write an inspection as text: a label, then its value, aligned."""
    rows: list[tuple[str, str]] = [
        ("file", printable(found.name) if found.name != "-" else "standard input"),
        ("format", f"{found.format}: {found.origin}"),
        ("because", found.reason),
        *([("names", f"are read as {found.names_read_as}")] if found.names_read_as else []),
        ("encoding", found.encoding),
        ("language", name_language(found.language)),
        ("times", _times(found)),
        ("turns", f"{found.turns}, {round(100 * found.unfinished)} % of them without a final mark"),
        ("words", str(found.words)),
        ("sentences", f"{found.sentences}, {_BOUNDARIES[found.boundary]}"),
    ]
    speakers = [
        (
            printable(one.name or "") or _NO_SPEAKER,
            pluralize(one.turns, "turn"),
            pluralize(one.words, "word"),
        )
        for one in found.speakers
    ]
    rows += _labelled("speakers", _align(speakers, right=(1, 2)))
    left_out = [(str(one.count), one.reason, _places(one)) for one in found.left_out]
    rows += _labelled("left out", _align(left_out, right=(0,)) if left_out else ["nothing"])
    rows += _labelled("warnings", map(printable, found.warnings) if found.warnings else ["none"])
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value}".rstrip() + "\n" for label, value in rows)


def to_json(found: Inspection) -> str:
    """Write an inspection as JSON that conforms to `json_schema()`, with a newline at the end."""
    document = {"schema": SCHEMA, **asdict(found)}
    document["unfinished"] = rounded(found.unfinished)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return escape_unsafe(text) + "\n"


def json_schema() -> dict[str, Any]:
    """Read the JSON Schema (draft 2020-12) of what `to_json` writes."""
    file = resources.files("nuggets.inspection").joinpath("nuggets-inspection-1.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def formats_to_text(rows: Sequence[Sequence[str]]) -> str:
    """Write the table of formats.

    Args:
        rows: For each format its name, origin, speakers, times, and what is special about it.
    """
    head = ("format", "where it comes from", "speakers", "times", "what is special")
    return "".join(f"{line.rstrip()}\n" for line in _align([head, *rows]))


def _times(found: Inspection) -> str:
    if found.first_ms is None or found.last_ms is None:
        return "none"
    first, last = to_clock(found.first_ms), to_clock(found.last_ms)
    return f"{first} to {last}, {_TIME_SOURCES[found.time_source]}".rstrip(", ")


def _labelled(label: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Label the first of several lines, and indent the others."""
    for i, value in enumerate(values):
        yield "" if i else label, value


def _align(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Align cells in columns, two spaces apart.

    Args:
        rows: Of equally many cells.
        right: Indices of the columns that are aligned to the right.
    """
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            _pad(cell, width, right=i in right)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _pad(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks


def _width(text: str) -> int:
    r"""Count the columns of a terminal that a text takes: ideographs two, combining marks none.

    >>> _width("Zoe\u0308"), _width("王伟"), _width("Anna")
    (3, 4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _places(one: LeftOutSummary) -> str:
    """Write the lines on which they begin; where all are on one line, the characters."""
    if one.count == 1 or len(set(one.lines)) > 1:
        return _ranges(one.lines)
    shown = ", ".join(map(str, one.columns[:MAX_RANGES]))
    more = f" and {one.count - MAX_RANGES} more" if one.count > MAX_RANGES else ""
    return f"{_ranges(one.lines)}, from characters {shown}{more} on"


def _ranges(lines: Sequence[int]) -> str:
    """Write line numbers, consecutive ones as a range.

    >>> _ranges([1, 2, 3, 7]), _ranges([4])
    ('lines 1–3, 7', 'line 4')
    """
    ranges: list[tuple[int, int]] = []
    for line in sorted(set(lines)):
        if ranges and ranges[-1][1] == line - 1:
            ranges[-1] = (ranges[-1][0], line)
        else:
            ranges.append((line, line))
    shown = [f"{a}–{b}" if a != b else f"{a}" for a, b in ranges[:MAX_RANGES]]
    more = f" and {len(ranges) - MAX_RANGES} more" if len(ranges) > MAX_RANGES else ""
    many = len(ranges) > 1 or ranges[0][0] != ranges[0][1]
    return f"{'lines' if many else 'line'} {', '.join(shown)}{more}"
