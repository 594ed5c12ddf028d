"""Editors' points as documents: a talk, `NAME`, with `NAME.points.json` beside it.

{"source": "NAME", "litter": [[start, end], ...], "foci": [{"focus": "AGI" or null, "kind": "broad",
"points": [{"point": "...", "grade": "vital" or "okay", "passages": [{"answer": [[start, end]],
"question": [[start, end]], "text": "..."}]}], "best": [passages]}]}

Spans are those of the decoded source; "question", "text", "point", "best" and "litter" may be
missing.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, cast, get_args

from nuggets.errors import DatasetError
from nuggets.evaluate.documents import Document, Query, read_bytes
from nuggets.evaluate.points import FocusKind, FocusPoints, Point
from nuggets.files import read
from nuggets.values import Span

POINTS_SUFFIX = ".points.json"


def talk_beside(path: Path) -> Path:
    """Give the path of the talk that a file of points stands beside.

    >>> talk_beside(Path("data/talk.txt.points.json")).name
    'talk.txt'
    """
    return path.with_name(path.name.removesuffix(POINTS_SUFFIX))


def read_points(path: Path) -> Document:
    """Read a talk and what editors say of it.

    Args:
        path: `NAME.points.json`; the talk, `NAME`, stands beside it.

    Returns:
        The document, called `NAME`, with a query for each focus.

    Raises:
        DatasetError: The points cannot be read, or are not shaped as they should be.
        TranscriptError: The talk cannot be read.
    """
    data = read_bytes(path)
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise DatasetError("not JSON in UTF-8") from error
    talk = talk_beside(path)
    if not isinstance(fields, dict) or fields.get("source") != talk.name:
        raise DatasetError(f'"source" must be the file that it stands beside, "{talk.name}"')
    transcript = read(talk)
    parser = _Parser(len(transcript.source))
    litter = parser.spans(fields.get("litter", []), '"litter"')
    queries = tuple(
        parser.query(value, f'"foci", item {number}', litter)
        for number, value in enumerate(parser.items(fields, "foci", ""), 1)
    )
    sha256 = hashlib.sha256(f"{transcript.sha256}\n".encode() + data).hexdigest()
    return Document(talk.name, sha256, transcript, queries)


class _Parser:
    """Parses the parts of a file of points; each error names the place of the fault.

    Args:
        length: Characters of the source, beyond which no span may reach.
    """

    def __init__(self, length: int) -> None:
        self._length = length

    def query(self, value: object, place: str, litter: tuple[Span, ...]) -> Query:
        """Parse a focus."""
        fields = self._object(value, place)
        kind = fields.get("kind")
        if kind not in get_args(FocusKind):
            raise DatasetError(f'{place}: "kind" must be one of {", ".join(get_args(FocusKind))}')
        focus = fields.get("focus")
        is_text = isinstance(focus, str) and any(map(str.isalnum, focus))
        if not (focus is None if kind == "whole" else is_text):
            raise DatasetError(
                f'{place}: "focus" must be a text with a letter or digit; of the kind "whole", null'
            )
        points = tuple(
            self._point(point, f'{place}, "points", item {number}')
            for number, point in enumerate(self.items(fields, "points", place), 1)
        )
        if (kind == "absent") == bool(points):
            raise DatasetError(
                f'{place}: "points" must be empty where the kind is "absent", and only there'
            )
        best = None
        if fields.get("best") is not None:
            best = tuple(
                self._answer(passage, f'{place}, "best", item {number}')
                for number, passage in enumerate(self.items(fields, "best", place), 1)
            )
        return Query(
            focus, None, points=FocusPoints(cast("FocusKind", kind), points, best or None, litter)
        )

    def items(self, fields: dict[str, Any], key: str, place: str) -> list[object]:
        """List what is under a key."""
        value = fields.get(key)
        if not isinstance(value, list):
            raise DatasetError(f'{place}{": " if place else ""}"{key}" must be a list')
        return value

    def spans(self, value: object, place: str) -> tuple[Span, ...]:
        """Parse a list of spans."""
        spans: list[Span] = []
        for pair in value if isinstance(value, list) else [None]:
            if not (isinstance(pair, list) and [type(number) for number in pair] == [int, int]):
                raise DatasetError(f"{place} must be pairs of numbers, such as [[10, 90]]")
            start, end = pair
            if not 0 <= start < end <= self._length:
                raise DatasetError(
                    f"{place}: [{start}, {end}] is no span of the talk, which has "
                    f"{self._length} characters"
                )
            spans.append((start, end))
        return tuple(spans)

    def _point(self, value: object, place: str) -> Point:
        fields = self._object(value, place)
        if fields.get("grade") not in ("vital", "okay"):
            raise DatasetError(f'{place}: "grade" must be vital or okay')
        passages = tuple(
            self._answer(passage, f'{place}, "passages", item {number}')
            for number, passage in enumerate(self.items(fields, "passages", place), 1)
        )
        if not passages:
            raise DatasetError(f'{place}: "passages" must not be empty')
        return Point(fields["grade"] == "vital", passages)

    def _answer(self, value: object, place: str) -> tuple[Span, ...]:
        fields = self._object(value, place)
        answer = self.spans(fields.get("answer"), f'{place}: "answer"')
        if not answer:
            raise DatasetError(f'{place}: "answer" must not be empty')
        if "question" in fields:
            self.spans(fields["question"], f'{place}: "question"')
        return answer

    @staticmethod
    def _object(value: object, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise DatasetError(f"{place} must be an object")
        return value
