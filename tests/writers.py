"""One writer per format, for round trips: turns in, the text of a file out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from nuggets.timecode import to_clock


class Said(NamedTuple):
    """A turn to be written: who speaks, in which paragraphs."""

    speaker: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text that a reader should give back."""
        return "\n\n".join(self.paragraphs)


Writer: TypeAlias = Callable[[Sequence[Said]], str]


def write_labels(talk: Sequence[Said]) -> str:
    """`NAME: text`."""
    return "\n\n".join(f"{said.speaker}: {said.text}" for said in talk) + "\n"


def write_labels_above(talk: Sequence[Said]) -> str:
    """`NAME:` on a line of its own."""
    return "\n\n".join(f"{said.speaker}:\n{said.text}" for said in talk) + "\n"


def write_bold_labels(talk: Sequence[Said]) -> str:
    """`**NAME:** text`."""
    return "\n\n".join(f"**{said.speaker}:** {said.text}" for said in talk) + "\n"


def write_chevrons(talk: Sequence[Said]) -> str:
    """`>> NAME: text`."""
    return "\n".join(f">> {said.speaker}: {said.text}" for said in talk) + "\n"


def write_times_before(talk: Sequence[Said]) -> str:
    """`[H:MM:SS] NAME: text`, a minute and a second after each other."""
    lines = (f"[{clock(i)}] {said.speaker}: {said.text}" for i, said in enumerate(talk))
    return "\n\n".join(lines) + "\n"


def write_bare_times_before(talk: Sequence[Said]) -> str:
    """`H:MM:SS NAME: text`."""
    return "\n\n".join(f"{clock(i)} {said.speaker}: {said.text}" for i, said in enumerate(talk))


def write_times_after(talk: Sequence[Said]) -> str:
    """`NAME (H:MM:SS):` with the text below."""
    lines = (f"{said.speaker} ({clock(i)}):\n{said.text}" for i, said in enumerate(talk))
    return "\n\n".join(lines) + "\n"


def write_times_after_without_colon(talk: Sequence[Said]) -> str:
    """`NAME (H:MM:SS) text`."""
    return "\n\n".join(f"{said.speaker} ({clock(i)}) {said.text}" for i, said in enumerate(talk))


def write_qmsum(talk: Sequence[Said], *, indent: int | None = 1, ascii_only: bool = True) -> str:
    """QMSum's JSON, with a query that also has a "content"."""
    entries = [{"speaker": said.speaker, "content": said.text} for said in talk]
    meeting = {
        "specific_query_list": [{"query": '"content": "x"', "content": ["\\", {"content": "no"}]}],
        "meeting_transcripts": entries,
        "topic_list": [],
    }
    return json.dumps(meeting, indent=indent, ensure_ascii=ascii_only)


def clock(index: int) -> str:
    """The time at which the written turn of this index begins."""
    return "0" + to_clock(time_of(index))


def time_of(index: int) -> int:
    """The same in milliseconds."""
    return 3_600_000 + index * 61_000


UNTIMED: tuple[Writer, ...] = (
    write_labels,
    write_labels_above,
    write_bold_labels,
    write_chevrons,
)
TIMED: tuple[Writer, ...] = (
    write_times_before,
    write_bare_times_before,
    write_times_after,
    write_times_after_without_colon,
)
