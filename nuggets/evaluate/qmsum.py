"""QMSum's meetings as documents: JSON with turns, queries, topics and annotated turn ranges.

Source:
    Zhong et al. (2021), QMSum: A New Benchmark for Query-based Multi-domain Meeting Summarization.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from nuggets.errors import DatasetError
from nuggets.evaluate.documents import Document, Query, read_bytes
from nuggets.evaluate.settings import QueryKind
from nuggets.formats.json_family.qmsum import read_entries
from nuggets.formats.reading import parse_transcript
from nuggets.values import Span

TurnRange: TypeAlias = tuple[int, int]
"""Number of the first turn and of the last, both included, as QMSum counts them from 0."""


def read_qmsum(path: Path, kind: QueryKind) -> Document:
    """Read one meeting of QMSum.

    Args:
        path: Its JSON file.
        kind: "queries": its specific queries; "topics": its topics; "whole": the meeting without
            a query, with the answer to its first general query as the reference.

    Raises:
        DatasetError: It cannot be read, or is not shaped as QMSum's files are.
        TranscriptError: It breaks off, or no turn says anything.
    """
    data = read_bytes(path)
    transcript = parse_transcript(data, name=path.name, format="qmsum")
    try:
        meeting = json.loads(transcript.source)
    except (ValueError, RecursionError) as error:  # such as a number of 5000 digits
        raise DatasetError("its JSON is broken, or nested too deeply") from error
    turn_spans = [(entry.start, entry.end) for entry in read_entries(transcript.source)]
    queries: list[Query] = []
    if kind == "queries":
        queries = [
            Query(item.query("query"), _gold(item, turn_spans), item.text("answer"))
            for item in _items(meeting, "specific_query_list")
        ]
    elif kind == "topics":
        queries = [
            Query(item.query("topic"), _gold(item, turn_spans))
            for item in _items(meeting, "topic_list")
        ]
    else:
        topics = tuple(
            gold for item in _items(meeting, "topic_list") if (gold := _gold(item, turn_spans))
        )
        summaries = [item.text("answer") for item in _items(meeting, "general_query_list")]
        queries = [Query(None, None, summaries[0] if summaries else None, topics)]
    return Document(path.stem, transcript.sha256, transcript, tuple(queries))


@dataclass(frozen=True, slots=True)
class _Item:
    """One object of a list in QMSum's JSON, such as a query or a topic.

    Attributes:
        fields: Its members.
        location: Where it stands in the file, for messages.
    """

    fields: dict[str, Any]
    location: str

    def text(self, key: str) -> str:
        """Return the string under a key.

        Raises:
            DatasetError: There is none.
        """
        value = self.fields.get(key)
        if not isinstance(value, str):
            raise DatasetError(f'{self.location}: "{key}" must be a text')
        return value

    def query(self, key: str) -> str:
        """Return the string under a key, if it can serve as a query.

        Raises:
            DatasetError: It has no letter or digit.
        """
        value = self.text(key)
        if not any(map(str.isalnum, value)):
            raise DatasetError(f'{self.location}: "{key}" needs at least one letter or digit')
        return value

    def turn_ranges(self) -> Iterator[TurnRange]:
        """Yield the annotated turn ranges.

        Raises:
            DatasetError: They are not pairs of turn numbers, the first not after the last.
        """
        pairs = self.fields.get("relevant_text_span")
        for pair in pairs if isinstance(pairs, list) else (pairs,):
            numbers = [_turn_number(value) for value in pair] if isinstance(pair, list) else []
            if len(numbers) != 2 or not 0 <= numbers[0] <= numbers[1]:
                raise DatasetError(
                    f'{self.location}: "relevant_text_span" must be pairs of numbers of entries, '
                    'such as [["0", "12"]]'
                )
            yield numbers[0], numbers[1]


def _turn_number(value: object) -> int:
    """Read a turn number, which QMSum writes as a string; -1 where it is none."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _items(meeting: dict[str, Any], key: str) -> list[_Item]:
    """List the objects under a key.

    Raises:
        DatasetError: The value is not a list of objects.
    """
    found = meeting.get(key)
    if not isinstance(found, list):
        raise DatasetError(f'not shaped like QMSum\'s JSON: "{key}" must be a list')
    for number, fields in enumerate(found, 1):
        if not isinstance(fields, dict):
            raise DatasetError(f'"{key}", item {number}: must be an object')
    return [_Item(fields, f'"{key}", item {number}') for number, fields in enumerate(found, 1)]


def _gold(item: _Item, turn_spans: Sequence[Span]) -> tuple[Span, ...]:
    """Turn annotated turn ranges into spans of the source, one a turn; turns beyond the last go."""
    marked: set[int] = set()
    for first, last in item.turn_ranges():
        marked.update(range(first, min(last + 1, len(turn_spans))))
    return tuple(turn_spans[i] for i in sorted(marked))
