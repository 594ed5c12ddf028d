"""Reader of plain text with the words below (or behind) headers of speaker and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.format import Parsed
from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.reasons import BEFORE
from nuggets.formats.text.boilerplate.web_pages import FOOTER, is_footer
from nuggets.formats.text.labelled_lines import check_times
from nuggets.formats.text.speakers.timestamps import is_unfinished
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.values import LeftOut, TimeSource


class Header(NamedTuple):
    """A header before the words of a speaker.

    Attributes:
        speaker: Name of the speaker; None if it has none.
        start_ms: Start time in milliseconds.
        text_at: Where words begin behind it, as an offset from the beginning of the line.
    """

    speaker: str | None
    start_ms: int
    text_at: int


def parse_below_headers(
    source: str,
    lines: Sequence[Line],
    headers: Sequence[Header | None],
    *,
    time_source: TimeSource,
    keep_noise: bool,
) -> Parsed:
    """Parse the words below headers; those of one speaker in a row are one turn.

    Args:
        source: The decoded text.
        lines: Its lines that are not blank.
        headers: The header of each line; None where it is words.
        time_source: How exact the times are.
        keep_noise: Whether lines before the first header, and a footer, are read as speech.
    """
    begin, end = 0, len(lines)
    left_out: list[LeftOut] = []
    if not keep_noise:
        begin = next((i for i, header in enumerate(headers) if header), end)
        if begin < end - 1 and headers[-1] is None and is_footer(lines[-1].text):
            end -= 1
        left_out.extend(LeftOut(line.start, line.end, BEFORE) for line in lines[:begin])
        left_out.extend(LeftOut(line.start, line.end, FOOTER) for line in lines[end:])
    cues = _to_cues(lines[begin:end], headers[begin:end])
    turns = join_cues(cues, time_source=time_source)
    return Parsed(turns, tuple(left_out), check_times(source, turns))


def _to_cues(lines: Sequence[Line], headers: Sequence[Header | None]) -> Iterator[Cue]:
    """Gather the words of each header; a sentence goes on across headers."""
    speaker: str | None = None
    start_ms: int | None = None
    last = ""
    pieces: list[Piece] = []
    for line, header in zip(lines, headers, strict=True):
        if header:
            if pieces:
                yield Cue(speaker, pieces)
                pieces = []
            speaker, start_ms = header.speaker, header.start_ms
        text = line.text[header.text_at :].lstrip() if header else line.text
        if text:
            blank = line.blank if pieces else " " if is_unfinished(last) else "\n\n"
            pieces.append(Piece(blank, text, line.end - len(text), line.end, start_ms))
            last = text
    if pieces:
        yield Cue(speaker, pieces)
