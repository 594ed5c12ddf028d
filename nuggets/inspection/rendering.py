"""What is to be said of a transcript, and of the formats, as text and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from nuggets.inspection.report import Inspection, Omission
from nuggets.messages import pluralize
from nuggets.render.clean import printable
from nuggets.render.json import DIGITS, escape_unsafe
from nuggets.timecode import to_clock

SCHEMA = "nuggets-inspection/1"
MOST_RANGES = 12
"""Ranges of lines that are listed in text; JSON lists all lines."""

_NOBODY = "(no name)"
_ENDS = {
    "punctuation": "which end at their marks",
    "pause": "which end at pauses between words",
    "cue": "which end with cues, or where words speak for it",
    "heuristic": "which end where words speak for it",
}
_EXACT = {"word": "of words", "cue": "of cues", "turn": "of turns", "none": ""}


def to_text(found: Inspection) -> str:
    """Write it as text: what, then its value, aligned."""
    rows: list[tuple[str, str]] = [
        ("file", printable(found.name) if found.name != "-" else "standard input"),
        ("format", f"{found.format}: {found.origin}"),
        ("because", found.reason),
        ("encoding", found.encoding),
        ("times", _times(found)),
        ("turns", f"{found.turns}, {round(100 * found.unfinished)} % of them without a final mark"),
        ("words", str(found.words)),
        ("sentences", f"{found.sentences}, {_ENDS[found.boundary]}"),
    ]
    named = [
        (
            printable(one.name or "") or _NOBODY,
            pluralize(one.turns, "turn"),
            pluralize(one.words, "word"),
        )
        for one in found.speakers
    ]
    rows += _labelled("speakers", _align(named, right=(1, 2)))
    omitted = [(str(one.count), one.reason, _places(one)) for one in found.left_out]
    rows += _labelled("left out", _align(omitted, right=(0,)) if omitted else ["nothing"])
    rows += _labelled("warnings", map(printable, found.warnings) if found.warnings else ["none"])
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value}".rstrip() + "\n" for label, value in rows)


def to_json(found: Inspection) -> str:
    """Write it as JSON that `json_schema()` describes, indented by 2; ends with a newline."""
    document = {"schema": SCHEMA, **asdict(found)}
    document["unfinished"] = round(found.unfinished, DIGITS)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return escape_unsafe(text) + "\n"


def json_schema() -> dict[str, Any]:
    """Read the JSON Schema (draft 2020-12) of what `to_json` writes."""
    file = resources.files("nuggets.inspection").joinpath("nuggets-inspection-1.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def formats_to_text(rows: Sequence[Sequence[str]]) -> str:
    """List formats as a table, of each its name, where it comes from, and what it carries."""
    head = ("format", "where it comes from", "speakers", "times", "what is special")
    return "".join(f"{line.rstrip()}\n" for line in _align([head, *rows]))


def _times(found: Inspection) -> str:
    if found.first_ms is None or found.last_ms is None:
        return "none"
    first, last = to_clock(found.first_ms), to_clock(found.last_ms)
    return f"{first} to {last}, {_EXACT[found.time_source]}".rstrip(", ")


def _labelled(label: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Put a label before the first of several lines."""
    for i, value in enumerate(values):
        yield "" if i else label, value


def _align(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Put cells below each other, two blanks between columns."""
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
    r"""Count the columns of a terminal that a text takes: ideographs two, accents none.

    >>> _width("Zoe\u0308"), _width("王伟"), _width("Anna")
    (3, 4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _places(one: Omission) -> str:
    """Write where pieces begin; in a page or JSON of a single line, with which characters."""
    if one.count == 1 or len(set(one.lines)) > 1:
        return _ranges(one.lines)
    shown = ", ".join(map(str, one.columns[:MOST_RANGES]))
    more = f" and {one.count - MOST_RANGES} more" if one.count > MOST_RANGES else ""
    return f"{_ranges(one.lines)}, from characters {shown}{more} on"


def _ranges(lines: Sequence[int]) -> str:
    """Write line numbers, those in a row as a range.

    >>> _ranges([1, 2, 3, 7]), _ranges([4])
    ('lines 1–3, 7', 'line 4')
    """
    ranges: list[tuple[int, int]] = []
    for line in sorted(set(lines)):
        if ranges and ranges[-1][1] == line - 1:
            ranges[-1] = (ranges[-1][0], line)
        else:
            ranges.append((line, line))
    shown = [f"{a}–{b}" if a != b else f"{a}" for a, b in ranges[:MOST_RANGES]]
    more = f" and {len(ranges) - MOST_RANGES} more" if len(ranges) > MOST_RANGES else ""
    many = len(ranges) > 1 or ranges[0][0] != ranges[0][1]
    return f"{'lines' if many else 'line'} {', '.join(shown)}{more}"
