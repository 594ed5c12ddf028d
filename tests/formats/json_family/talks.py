"""JSON for tests: made-up talks with times, layouts, segments written by hand, and their checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, join_turns, names_of, time_words
from tests.formats.talks import NAMES, WORDS, check_runs, read

TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(lambda words: f"We {' '.join(words)}.")
TALKS = st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=5).map(
    lambda turns: time_words([*turns, *turns])
)
"""Talks in which every speaker speaks more than once, some of them twice in a row."""


def rewrite(data: bytes, *, indent: int | None, ascii_only: bool) -> str:
    """Write the same JSON in another layout."""
    return json.dumps(json.loads(data), indent=indent, ensure_ascii=ascii_only)


LAYOUTS: tuple[Callable[[bytes], bytes], ...] = (
    lambda data: data,
    lambda data: b"\xef\xbb\xbf" + data,
    lambda data: rewrite(data, indent=2, ascii_only=True).replace("\n", "\r\n").encode(),
    lambda data: rewrite(data, indent=None, ascii_only=False).encode("utf-16"),
    lambda data: b"\n\n" + rewrite(data, indent=0, ascii_only=False).encode() + b"\n \n",
)
"""Ways in which the same file may be laid out."""


def check_talk(specimen: Specimen, talk: Sequence[Spoken], found: Transcript) -> None:
    """What was read is the talk, as far as the format tells it."""
    check_runs(found)
    assert found.format == specimen.format
    if not specimen.speakers:
        assert " ".join(turn.text for turn in found.turns) == " ".join(one.text for one in talk)
        return
    names = names_of(talk)
    turns = (
        [(one.speaker, one.text, one.start_ms) for one in talk]
        if specimen.format in ("qmsum", "youtube-json3")  # which open each turn
        else join_turns(talk)
    )
    as_written = specimen.as_written or (lambda text: text)
    called = specimen.names or (lambda i: names[i])
    assert [(turn.speaker, " ".join(turn.text.split())) for turn in found.turns] == [
        (called(names.index(speaker)), as_written(text)) for speaker, text, _ in turns
    ]
    if specimen.time_source != "none":
        assert [turn.runs[0].start_ms for turn in found.turns] == [start for _, _, start in turns]


def read_specimen(data: bytes) -> Transcript:
    """Read a file as the program does."""
    return parse_transcript(data, name="talk")


def segment(text: str | None, start: float | None, **more: Any) -> dict[str, Any]:
    """One segment, a second long."""
    return {"start": start, "end": None if start is None else start + 1, "text": text, **more}


def read_json(value: Any, *, in_order: bool = True) -> Transcript:
    """Read a value as the JSON of a file, whose turns are in the order of the file or not."""
    talk = read(json.dumps(value))
    if in_order:
        check_runs(talk)
    return talk


def times(talk: Transcript) -> list[tuple[str, int | None, int | None]]:
    """What is said when, run by run."""
    return [
        (turn.text[run.at : run.until], run.start_ms, run.end_ms)
        for turn in talk.turns
        for run in turn.runs
    ]
