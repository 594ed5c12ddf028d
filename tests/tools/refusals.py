"""Measures how often a focus is refused where the talk discusses it, and where it does not.

Each meeting of a folder of QMSum is asked its own topics, and topics of the other two kinds of
meeting (product design, research, parliament): `make refusals DATA=<folder>`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nuggets
from nuggets.evaluate.datasets import list_documents, read_document
from nuggets.evaluate.documents import Document

FOREIGN = 40  # topics of other meetings that each is asked, spread evenly over all of them


def kind_of(name: str) -> str:
    """Find the kind of a QMSum meeting by the name of its file, as AMI and ICSI give it."""
    return (
        "product" if name[:2] in ("ES", "IS", "TS") else "research" if name[0] == "B" else "house"
    )


def count_refusals(index: nuggets.Index, topics: list[str]) -> int:
    """Count the topics for which there is nothing."""
    results = index.summarize(topics).results if topics else ()
    return sum(result.status == "not-discussed" for result in results)


def topics_of(document: Document) -> list[str]:
    """List a meeting's own topics."""
    return [query.text for query in document.queries if query.text]


def main(folder: Path) -> int:
    """Print both shares."""
    documents = [read_document(path, "topics") for path in list_documents(folder)]
    own = foreign = own_refused = foreign_refused = 0
    for document in documents:
        index = nuggets.Index(document.transcript)
        others = [
            topic
            for other in documents
            if kind_of(other.name) != kind_of(document.name)
            for topic in topics_of(other)
        ]
        others = others[:: max(1, len(others) // FOREIGN)]
        own += len(topics_of(document))
        foreign += len(others)
        own_refused += count_refusals(index, topics_of(document))
        foreign_refused += count_refusals(index, others)
    print(f"own topics refused:     {own_refused / own:.3f} of {own}")
    print(f"foreign topics refused: {foreign_refused / foreign:.3f} of {foreign}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
