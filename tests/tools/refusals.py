"""Measures how often a focus is refused, or answered with a warning, rightly and wrongly.

`make refusals` reads two kinds of folders. Talks with points (`NAME.points.json`) name foci that
each discusses and foci that it does not. Each meeting of a folder of QMSum is asked its own topics,
and topics of the other two kinds of meeting (product design, research, parliament).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nuggets
from nuggets.evaluate.datasets import has_points, list_documents, read_documents
from nuggets.evaluate.documents import Document

FOREIGN = 40  # topics of other meetings that each is asked, spread evenly over all of them


def kind_of(name: str) -> str:
    """Find the kind of a QMSum meeting by the name of its file, as AMI and ICSI give it."""
    return (
        "product" if name[:2] in ("ES", "IS", "TS") else "research" if name[0] == "B" else "house"
    )


def topics_of(document: Document) -> list[str]:
    """List a meeting's own topics."""
    return [query.text for query in document.queries if query.text]


def ask_meetings(folder: Path) -> Iterator[tuple[str, str]]:
    """Ask QMSum's meetings their own topics and foreign ones: yields kind and status."""
    documents = read_documents(folder, "topics")
    for document in documents:
        index = nuggets.Index(document.transcript)
        others = [
            topic
            for other in documents
            if kind_of(other.name) != kind_of(document.name)
            for topic in topics_of(other)
        ]
        others = others[:: max(1, len(others) // FOREIGN)]
        for kind, topics in (("own", topics_of(document)), ("foreign", others)):
            for result in index.summarize(topics).results if topics else ():
                yield kind, result.status


def ask_talks(folder: Path) -> Iterator[tuple[str, str]]:
    """Ask talks with points their foci: yields kind and status."""
    for document in read_documents(folder, "points"):
        index = nuggets.Index(document.transcript)
        for query in document.queries:
            if query.text is not None and query.points is not None:
                (result,) = index.summarize(query.text).results
                yield "absent" if query.points.kind == "absent" else "own", result.status


def main(folders: list[Path]) -> int:
    """Print the shares of each kind of focus in each folder."""
    for folder in folders:
        of_editors = has_points(list_documents(folder)[0])
        statuses = Counter((ask_talks if of_editors else ask_meetings)(folder))
        for kind in dict.fromkeys(kind for kind, _ in statuses):
            total = sum(count for (each, _), count in statuses.items() if each == kind)
            shares = [
                f"{status} {statuses[kind, status] / total:.3f}"
                for status in ("not-discussed", "unsure", "ok")
            ]
            print(f"{folder}: {total} {kind} foci: {', '.join(shares)}")
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
