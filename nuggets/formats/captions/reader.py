"""Captions to turns: cues, their words, what repeats, and who speaks, in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nuggets.formats.captions.cue import CueFile, RawCue
from nuggets.formats.captions.cue_file import BEFORE, CUT_OFF, SRT_SYNTAX, Syntax, read_cue_file
from nuggets.formats.captions.cue_text import Shown, find_cut_tag, show_cue
from nuggets.formats.captions.names_above import name_by_ident
from nuggets.formats.captions.rolling import do_roll, drop_repeated
from nuggets.formats.captions.speakers import find_speakers
from nuggets.formats.cues import join_cues
from nuggets.formats.format import Parsed
from nuggets.formats.garbage_collection import uncollected
from nuggets.values import LeftOut

NO_HEADER = "no WEBVTT at the beginning, so the file may not be whole"
BEHEADED = "words before the first cue are left out; the file may not be whole"
_FEW = 50  # cues that tell how the file writes its times
_LONGEST_TIMES = 29  # characters of a line of times, up to where settings begin


@uncollected()
def read_captions(
    source: str,
    syntax: Syntax,
    *,
    format: str,
    names_every_cue: bool = False,
    is_labelled: bool = False,
    goes_on: Callable[[Sequence[RawCue], int], bool] | None = None,
) -> Parsed:
    """Read captions of any kind.

    Args:
        source: The decoded text.
        syntax: How the file is written.
        format: Name of the format, for an error.
        names_every_cue: Whether a cue without a name is nobody's, whatever the file looks like.
        is_labelled: Whether every cue begins with a name and a colon.
        goes_on: Whether a cue goes on with what the cue before says; None: it is not known.

    Raises:
        MalformedTranscriptError: A line of times cannot be read, or there is none.
    """
    file = read_cue_file(source, syntax, format=format)
    left_out = [*file.left_out, *_cut_tag_off(file.cues)]
    lines: list[Shown] = []
    for i, cue in enumerate(file.cues):
        lines.extend(show_cue(i, cue))
    if do_roll(lines):
        lines, repeated = drop_repeated(lines)
        left_out = sorted([*left_out, *repeated], key=lambda left: left.start)
    named = name_by_ident(lines, file.cues)
    cues = find_speakers(
        lines if named is None else named,
        names_every_cue=names_every_cue or named is not None,
        is_labelled=is_labelled,
        goes_on=(lambda i: goes_on(file.cues, i)) if goes_on else None,
    )
    timed = any(line.timed for line in lines)
    turns = join_cues(cues, time_source="word" if timed else "cue")
    warnings = [*_warn_of_beginning(source, syntax, file), *file.warnings]
    return Parsed(turns, tuple(left_out), tuple(warnings))


def _warn_of_beginning(source: str, syntax: Syntax, file: CueFile) -> list[str]:
    """Tell that the file does not begin as such files do."""
    if syntax.has_blocks:
        return [] if file.has_header else [NO_HEADER]
    if any(left.reason == BEFORE for left in file.left_out):
        return [BEHEADED]
    times = [source[cue.at : cue.at + _LONGEST_TIMES] for cue in file.cues[:_FEW]]
    has_points = syntax is SRT_SYNTAX and all("." in x and "," not in x for x in times)
    return [NO_HEADER] if times and has_points else []  # as WebVTT writes them


def _cut_tag_off(cues: Sequence[RawCue]) -> list[LeftOut]:
    """Take off a tag that the end of the file cuts in two."""
    if not cues or not cues[-1].lines:
        return []
    lines = cues[-1].lines
    start, end, text = lines[-1]
    at = find_cut_tag(text)
    if at is None:
        return []
    lines[-1] = (start, start + at, text[:at])
    return [LeftOut(start + at, end, CUT_OFF)]
