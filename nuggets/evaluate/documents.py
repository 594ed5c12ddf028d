"""Documents of a data set: transcripts with queries, gold spans and reference summaries.

Whatever file a document comes from, its gold is spans of the decoded source, so that every system
is scored on the same characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nuggets.errors import DatasetError
from nuggets.evaluate.points import FocusPoints
from nuggets.files import describe_os_error
from nuggets.values import Span, Transcript

RELEVANT_SHARE = 0.5
"""A sentence or a nugget is relevant from this share of it inside the gold on. Part of the
definition of NugP in this project; by eye."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query to a talk, with the annotators' answer.

    Attributes:
        text: The focus; None: the whole talk.
        gold: Annotated spans of the source, in order, not overlapping; None where the data set
            annotates none for such a query.
        reference: The annotators' summary; None where there is none.
        topics: For the whole talk: the gold spans of each of its topics.
        points: What editors say is worth telling about it; None where the data set has no points.
    """

    text: str | None
    gold: tuple[Span, ...] | None
    reference: str | None = None
    topics: tuple[tuple[Span, ...], ...] = ()
    points: FocusPoints | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A transcript with its queries.

    Attributes:
        name: File name without its extension.
        sha256: Of all files that were read, in hexadecimal.
        transcript: The talk.
        queries: In the order of the file.
    """

    name: str
    sha256: str
    transcript: Transcript
    queries: tuple[Query, ...]


def gold_share(start: int, end: int, gold: Sequence[Span]) -> float:
    """Compute the share of a span's characters that lie in the gold.

    Args:
        start: Place of the span's first character in the source.
        end: Place after its last; greater than `start`.
        gold: Spans in order, not overlapping.

    >>> gold_share(0, 10, [(5, 20)])
    0.5
    """
    first = max(0, bisect_right(gold, (start,)) - 1)
    overlap = 0
    for gold_start, gold_end in gold[first:]:
        if gold_start >= end:
            break
        overlap += max(0, min(end, gold_end) - max(start, gold_start))
    return overlap / (end - start)


def read_bytes(path: Path) -> bytes:
    """Read a file of a data set.

    Raises:
        DatasetError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DatasetError(describe_os_error(error)) from error
