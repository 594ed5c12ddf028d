"""Inspection of a transcript: counts speakers, times, sentences and what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from nuggets.formats.format import Format
from nuggets.formats.format_detection import FORMATS, find_format
from nuggets.formats.lines import LINE_END
from nuggets.inspection.report import Inspection, LeftOutSummary, SpeakerCounts
from nuggets.languages.names import UNKNOWN
from nuggets.messages import boundary_notes
from nuggets.sentences.splitter import main_boundary, split_sentences
from nuggets.sentences.unpunctuated import is_finished
from nuggets.values import TimeSource, Transcript


def inspect_transcript(transcript: Transcript, *, was_named: bool = False) -> Inspection:
    """Describe how a transcript was read.

    Args:
        transcript: As it was read.
        was_named: Whether the user named its format.
    """
    read_as = find_format(transcript.format)
    sentences = split_sentences(transcript)
    boundary = main_boundary(sentences)
    starts = [run.start_ms for turn in transcript.turns for run in turn.runs]
    turn_counts, word_counts = Counter[str | None](), Counter[str | None]()
    time_sources = Counter[TimeSource]()
    for turn in transcript.turns:
        turn_counts[turn.speaker] += 1
        word_counts[turn.speaker] += len(turn.text.split())
        time_sources[turn.time_source] += 1
    unfinished = sum(not is_finished(turn.text) for turn in transcript.turns)
    return Inspection(
        name=transcript.name,
        sha256=transcript.sha256,
        format=read_as.name,
        origin=read_as.origin,
        reason="named with --input-format" if was_named else _reason(read_as, transcript.source),
        names_read_as=transcript.names_read_as,
        encoding=transcript.encoding,
        language=transcript.language or UNKNOWN,
        speakers=tuple(
            SpeakerCounts(name, turn_counts[name], word_counts[name]) for name in turn_counts
        ),
        turns=len(transcript.turns),
        sentences=len(sentences),
        words=word_counts.total(),
        first_ms=min((start for start in starts if start is not None), default=None),
        last_ms=transcript.duration_ms,
        time_source=time_sources.most_common(1)[0][0] if time_sources else "none",
        boundary=boundary,
        unfinished=unfinished / max(1, len(transcript.turns)),
        left_out=_summarize_left_out(transcript),
        warnings=(*transcript.warnings, *boundary_notes(boundary)),
    )


def _reason(read_as: Format, source: str) -> str:
    """Explain why a text was read as this format rather than as another one."""
    others = [one.name for one in FORMATS if one != read_as and one.looks_like(source)]
    if not others and not read_as.looks_like(source):
        return "no other format fits what is in it"
    if not others:
        return "recognised by what is in it; no other format fits"
    return f"recognised by what is in it; fits better than {', '.join(others)}"


def _summarize_left_out(transcript: Transcript) -> tuple[LeftOutSummary, ...]:
    """Count what was left out, by reason, in the order in which the reasons first occur."""
    line_starts = [0, *(newline.end() for newline in LINE_END.finditer(transcript.source))]
    places: dict[str, list[tuple[int, int]]] = {}
    for left_out in transcript.left_out:
        line = bisect_right(line_starts, left_out.start)
        column = left_out.start - line_starts[line - 1] + 1
        places.setdefault(left_out.reason, []).append((line, column))
    return tuple(
        LeftOutSummary(
            reason,
            len(found),
            tuple(line for line, _ in found),
            tuple(column for _, column in found),
        )
        for reason, found in places.items()
    )
