"""Turns to be written, and the writer of QMSum's JSON, for round trips."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple


class Said(NamedTuple):
    """A turn to be written: who speaks, in which paragraphs, when."""

    speaker: str
    paragraphs: tuple[str, ...]
    start_ms: int = 0

    @property
    def text(self) -> str:
        """The text that a reader should give back."""
        return "\n\n".join(self.paragraphs)


def write_qmsum(talk: Sequence[Said], *, indent: int | None = 1, ascii_only: bool = True) -> str:
    """QMSum's JSON, with a query that also has a "content"."""
    entries = [{"speaker": said.speaker, "content": said.text} for said in talk]
    meeting = {
        "specific_query_list": [{"query": '"content": "x"', "content": ["\\", {"content": "no"}]}],
        "meeting_transcripts": entries,
        "topic_list": [],
    }
    return json.dumps(meeting, indent=indent, ensure_ascii=ascii_only)
