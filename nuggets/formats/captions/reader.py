"""Captions to turns, in four steps: split cues, remove markup, remove repeats, assign speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nuggets.formats.captions.cue import CueFile, RawCue
from nuggets.formats.captions.cue_markup import CueLine, find_truncated_tag, read_cue_lines
from nuggets.formats.captions.cue_parser import (
    BEFORE_FIRST_CUE,
    SRT_SYNTAX,
    TRUNCATED,
    Syntax,
    parse_cues,
)
from nuggets.formats.captions.names_above_text import name_by_identifier
from nuggets.formats.captions.rolling_captions import drop_repeated_lines, is_rolling
from nuggets.formats.captions.speaker_assignment import assign_speakers
from nuggets.formats.format import Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import line_number
from nuggets.formats.turns import join_cues
from nuggets.values import LeftOut

NO_HEADER = "no WEBVTT at the beginning, so the file may not be whole"
NOT_FROM_THE_START = "words before the first cue are left out; the file may not be whole"
_FEW = 50  # cues that show whether the file writes points or commas; by eye
_MAX_TIMES_CHARS = 29  # of `00:00:00,000 --> 00:00:00,000`


@gc_paused()
def read_captions(
    source: str,
    syntax: Syntax,
    *,
    format: str,
    names_every_cue: bool = False,
    is_labelled: bool = False,
    continues: Callable[[Sequence[RawCue], int], bool] | None = None,
) -> Parsed:
    """Read captions of any kind.

    Args:
        source: The decoded text.
        syntax: How the file is written.
        format: Name of the format, for an error.
        names_every_cue: Whether the speaker of a cue without a name is unknown, whatever the file
            looks like.
        is_labelled: Whether every cue begins with a name and a colon.
        continues: Whether the cue of an index continues the utterance of the cue before; None if
            the format does not say.

    Raises:
        MalformedTranscriptError: Cue timings are damaged, or there are none.
    """
    file = parse_cues(source, syntax, format=format)
    left_out = [*file.left_out, *_drop_truncated_tag(file.cues)]
    lines: list[CueLine] = []
    for i, cue in enumerate(file.cues):
        lines.extend(read_cue_lines(i, cue))
    if is_rolling(lines):
        lines, repeated = drop_repeated_lines(lines)
        left_out = sorted([*left_out, *repeated], key=lambda left: left.start)
    named = name_by_identifier(lines, file.cues)
    cues, doubtful = assign_speakers(
        lines if named is None else named,
        names_every_cue=names_every_cue or named is not None,
        is_labelled=is_labelled,
        continues=(lambda i: continues(file.cues, i)) if continues else None,
    )
    timed = any(line.timed for line in lines)
    turns = join_cues(cues, time_source="word" if timed else "cue")
    warnings = [*_warn_of_missing_beginning(source, syntax, file), *file.warnings]
    warnings += warn_of_doubtful_labels(source, doubtful)
    return Parsed(turns, tuple(left_out), tuple(warnings))


def warn_of_doubtful_labels(source: str, places: Sequence[int]) -> tuple[str, ...]:
    """Warn of lines that begin with what may be a name, and is not believed to be one."""
    if not places:
        return ()
    times = "once" if len(places) == 1 else f"{len(places)} times"
    line = line_number(source, min(places))
    return (
        f"line {line}: what may be a name is not surely one; nobody is named there "
        f"({times} in all)",
    )


def _warn_of_missing_beginning(source: str, syntax: Syntax, file: CueFile) -> list[str]:
    """Warn that the file does not begin as such files do, so that it may be truncated."""
    if syntax.has_blocks:
        return [] if file.has_header else [NO_HEADER]
    if any(left.reason == BEFORE_FIRST_CUE for left in file.left_out):
        return [NOT_FROM_THE_START]
    times = [source[cue.at : cue.at + _MAX_TIMES_CHARS] for cue in file.cues[:_FEW]]
    has_points = syntax is SRT_SYNTAX and all("." in x and "," not in x for x in times)
    return [NO_HEADER] if times and has_points else []  # as WebVTT writes them


def _drop_truncated_tag(cues: Sequence[RawCue]) -> list[LeftOut]:
    """Leave out a tag that the end of the file truncates."""
    if not cues or not cues[-1].lines:
        return []
    lines = cues[-1].lines
    start, end, text = lines[-1]
    at = find_truncated_tag(text)
    if at is None:
        return []
    lines[-1] = (start, start + at, text[:at])
    return [LeftOut(start + at, end, TRUNCATED)]
