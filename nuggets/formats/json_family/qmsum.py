"""QMSum's JSON: meetings with speakers and no times (Zhong et al. 2021).

{"meeting_transcripts": [{"speaker": "PhD A", "content": "Nice . {vocalsound}"}, ...], ...}
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nuggets.formats.format import EMPTY_ENTRY, Format, Parsed
from nuggets.formats.json_family.detection import has_keys
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut

NAME = "qmsum"

_KEY = "meeting_transcripts"
_REST = re.compile(r'[^"{}]*+\}')  # of an entry after its last string


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the meeting.

    Attributes:
        number: Its index in `meeting_transcripts`, to which the text spans of QMSum refer.
        speaker: Who speaks; None if nobody is named.
        start: Offset of its opening brace in the source.
        end: Offset after its closing brace; after its last string where other values follow.
        pieces: The text, without white space around it; empty if it is blank.
    """

    number: int
    speaker: str | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


def looks_like_qmsum(source: str) -> bool:
    """Whether a text is a JSON object with the key of QMSum's transcripts."""
    return source.lstrip()[:1] == "{" and has_keys(source, _KEY)


def parse_qmsum(source: str) -> Parsed:
    """Read each entry that has words as a turn, also where one speaker has several in a row."""
    spoken: list[Entry] = []
    left_out: list[LeftOut] = []
    for entry in read_entries(source):
        if entry.pieces:
            spoken.append(entry)
        else:
            left_out.append(LeftOut(entry.start, entry.end, EMPTY_ENTRY))
    turns = tuple(build_turn(i, entry.speaker, entry.pieces) for i, entry in enumerate(spoken))
    return Parsed(turns, tuple(left_out))


def read_entries(source: str) -> tuple[Entry, ...]:
    """Read all entries of the meeting, those without words too.

    Raises:
        MalformedTranscriptError: The text is not JSON, or not shaped like QMSum's.
    """
    tree = read_tree(source, NAME)
    top = tree.root_object()
    if _KEY not in top:
        raise tree.error_at(top, f'no "{_KEY}" in the JSON')
    if top[_KEY] is None:
        raise tree.error_at(top, f'"{_KEY}" must be a list of entries')
    entries = tree.get_objects(top, _KEY)
    return tuple(_read_entry(tree, entry, i) for i, entry in enumerate(entries))


def _read_entry(tree: Tree, entry: Node, number: int) -> Entry:
    """Read one entry."""
    if "content" not in entry:
        raise tree.error_at(entry, f'entry {number} needs a text as its "content"')
    content = tree.get_string(entry, "content")
    speaker = tree.get_string(entry, "speaker")
    name = " ".join(tree.text(speaker).split()) if speaker is not None else ""
    pieces = () if content is None else tuple(tree.pieces(content))
    start = tree.offset(entry) or 0
    end = max((tree.span(a)[1] for a in entry.values() if isinstance(a, str)), default=start + 1)
    rest = _REST.match(tree.source, end)
    return Entry(number, name or None, start, rest.end() if rest else end, pieces)


QMSUM = Format(
    NAME,
    origin="QMSum's meetings",
    speakers="yes",
    times="none",
    looks_like=looks_like_qmsum,
    parse=parse_qmsum,
    special="tokenised punctuation and annotations stay as they are",
)
