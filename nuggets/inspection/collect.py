"""What is to be said of a transcript without its words: counted and measured."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nuggets.inspection.report import Inspection, Omission, Speaker
from nuggets.values import TimeSource, Transcript

if TYPE_CHECKING:
    from nuggets.formats.format import Format


def inspect_transcript(transcript: Transcript, *, was_named: bool = False) -> Inspection:
    """Find out what is to be said of a transcript.

    Args:
        transcript: As it was read.
        was_named: Whether the user named its format.
    """
    from nuggets.formats.format_detection import find_format
    from nuggets.messages import boundary_notes
    from nuggets.sentences.splitter import main_boundary, split_sentences
    from nuggets.sentences.unpunctuated import is_finished

    known = find_format(transcript.format)
    sentences = split_sentences(transcript)
    boundary = main_boundary(sentences)
    starts = [run.start_ms for turn in transcript.turns for run in turn.runs]
    turns, words, exact = Counter[str | None](), Counter[str | None](), Counter[TimeSource]()
    for turn in transcript.turns:
        turns[turn.speaker] += 1
        words[turn.speaker] += len(turn.text.split())
        exact[turn.time_source] += 1
    unfinished = sum(not is_finished(turn.text) for turn in transcript.turns)
    return Inspection(
        name=transcript.name,
        sha256=transcript.sha256,
        format=known.name,
        origin=known.origin,
        reason=("named with --input-format" if was_named else _reason(known, transcript.source)),
        encoding=transcript.encoding,
        speakers=tuple(Speaker(name, turns[name], words[name]) for name in turns),
        turns=len(transcript.turns),
        sentences=len(sentences),
        words=words.total(),
        first_ms=min((start for start in starts if start is not None), default=None),
        last_ms=transcript.duration_ms,
        time_source=exact.most_common(1)[0][0] if exact else "none",
        boundary=boundary,
        unfinished=unfinished / max(1, len(transcript.turns)),
        left_out=tuple(_omissions(transcript)),
        warnings=(*transcript.warnings, *boundary_notes(boundary)),
    )


def _reason(known: Format, source: str) -> str:
    """Say why a text was read as this format rather than as another one."""
    from nuggets.formats.format_detection import FORMATS

    fits = [other.name for other in FORMATS if other != known and other.looks_like(source)]
    if not fits and not known.looks_like(source):
        return "no other format fits what is in it"
    if not fits:
        return "recognised by what is in it; no other format fits"
    return f"recognised by what is in it; fits better than {', '.join(fits)}"


def _omissions(transcript: Transcript) -> Iterator[Omission]:
    """Count what was left out, by reason, in the order in which they first occur."""
    from nuggets.sentences.splitter import NEWLINE

    line_starts = [0, *(newline.end() for newline in NEWLINE.finditer(transcript.source))]
    places: dict[str, list[tuple[int, int]]] = {}
    for left in transcript.left_out:
        line = bisect_right(line_starts, left.start)
        column = left.start - line_starts[line - 1] + 1
        places.setdefault(left.reason, []).append((line, column))
    for reason, found in places.items():
        lines, columns = zip(*found, strict=True)
        yield Omission(reason, len(found), lines, columns)
