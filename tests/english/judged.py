"""Cases judged by a reader, to hold the rules of `nuggets.english` against.

`cases/README.md` says how they are made.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
TALK = "talk"
"""The file with the sentences of `data/talk.txt`; its lists are others than those of the rules."""

RULES = tuple(sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != TALK))


class Case(NamedTuple):
    """A text and what a reader says of it.

    Attributes:
        text: One sentence; of a sponsor read several, one on each line.
        origin: "written for this test", or the line of `data/talk.txt` where it stands.
        reader: Why the reader judges so, in a few words.
        should_be: Of a known failure the list that it belongs into.
    """

    text: str
    origin: str
    reader: str
    should_be: str = ""


def read_cases(name: str) -> dict[str, list[Case]]:
    """Read the lists of a file of cases."""
    lists = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return {kind: [Case(**entry) for entry in entries] for kind, entries in lists.items()}
