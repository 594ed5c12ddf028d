"""Checks files of points: does each passage stand where the file says? `make check-points`.

Every `NAME.points.json` of a folder is read as `nuggets evaluate` reads it; then the text of each
passage is compared with what stands in the talk at its spans, to the letter: for talks in plain
text, since markup in a source is not in the text of a passage. With `--relocate` the spans of the
passages are looked up anew by their texts, for a talk that was edited; litter has no text and is
moved by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nuggets.errors import NuggetsError
from nuggets.evaluate.datasets import read_document
from nuggets.evaluate.points_files import POINTS_SUFFIX, talk_beside
from nuggets.files import read
from nuggets.values import Span

GAP = " [...] "  # between the spans of one passage, in its text


def text_at(source: str, spans: Sequence[Span]) -> str:
    """Write what stands at some spans, white space folded."""
    return GAP.join(" ".join(source[start:end].split()) for start, end in spans)


def passages_of(fields: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each passage of a file of points, with its place in it."""
    for number, focus in enumerate(fields["foci"], 1):
        for at, point in enumerate(focus["points"], 1):
            for passage in point["passages"]:
                yield f'"foci", item {number}, "points", item {at}', passage
        for at, passage in enumerate(focus.get("best") or (), 1):
            yield f'"foci", item {number}, "best", item {at}', passage


def find_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a file of points, each one line."""
    try:
        source = read_document(path, "points").transcript.source
    except NuggetsError as error:
        yield str(error)
        return
    fields = json.loads(path.read_text("utf-8"))
    for place, passage in passages_of(fields):
        there = text_at(source, passage["answer"])
        if there != passage.get("text"):
            yield f'{place}: at {passage["answer"]} stands "{there}"'
        for start, end in passage["answer"]:
            if source[start:end] != source[start:end].strip():
                yield f"{place}: [{start}, {end}] begins or ends with white space"


def relocate(path: Path) -> None:
    """Look up the texts of all passages in the talk, and write the spans that they have now.

    Raises:
        ValueError: A text does not stand in the talk, or several times.
    """
    source = read(talk_beside(path)).source
    fields = json.loads(path.read_text("utf-8"))
    for place, passage in passages_of(fields):
        spans = []
        for part in passage["text"].split(GAP):
            if source.count(part) != 1:
                raise ValueError(f'{place}: "{part}" stands {source.count(part)} times in the talk')
            start = source.index(part)
            spans.append([start, start + len(part)])
        passage["answer"] = spans
    path.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> int:
    """Check every file of points of a folder; print what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--relocate", action="store_true")
    asked = parser.parse_args()
    paths = sorted(asked.folder.glob(f"*{POINTS_SUFFIX}"))
    faults = 0
    for path in paths:
        if asked.relocate:
            relocate(path)
        for fault in find_faults(path):
            print(f"{path}: {fault}")
            faults += 1
    print(f"{len(paths)} files, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
