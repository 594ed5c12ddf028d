"""Captions in XML: their lines to turns, with the same steps as those of other captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.captions.cue_markup import CueLine
from nuggets.formats.captions.reader import warn_of_doubtful_labels
from nuggets.formats.captions.rolling_captions import drop_repeated_lines, is_rolling
from nuggets.formats.captions.speaker_assignment import assign_speakers
from nuggets.formats.documents.visible_text import VisibleText, VisibleTextBuilder
from nuggets.formats.format import Parsed
from nuggets.formats.lines import line_number
from nuggets.formats.text.labelled_lines import check_times
from nuggets.formats.turns import Piece, join_cues
from nuggets.formats.xml_family.xml_tokens import XmlToken, write_xml_text
from nuggets.values import LeftOut

NOT_WHOLE = "the file ends within an element, so it may not be whole"
BROKEN_TAG = "a tag is broken, so the file may be damaged"

_BROKEN_TAG = re.compile(  # the beginning of one, or the end
    r"<[A-Za-z/][^<>]{0,5000}+(?=<|\Z)|>[^<>\"]{0,5000}+\"[^<>]{0,5000}(?<=\")\s*/?>"
)

Times = tuple[int | None, int | None]
"""Start and end in milliseconds; None if unknown."""


class CueBuilder:
    """Builds the lines of captions, one cue after the other.

    Attributes:
        lines: Those of all cues that have ended.
    """

    def __init__(self, source: str, *, escaped_twice: bool = False) -> None:
        self.lines: list[CueLine] = []
        self._source = source
        self._escaped_twice = escaped_twice
        self._index = -1
        self._row = 0
        self._voice: str | None = None
        self._times: Times = (None, None)
        self._builder = VisibleTextBuilder()
        self._parts: list[tuple[int, Times]] = []  # where times begin in the open line

    def open_cue(self, times: Times, voice: str | None = None) -> None:
        """Begin a cue."""
        self.end_line()
        self._index += 1
        self._row = 0
        self._times, self._voice = times, voice

    def write(self, token: XmlToken, times: Times | None = None) -> None:
        """Write a text, which may have times of its own."""
        parts = self._parts
        its = times or self._times
        if not parts or parts[-1][1] != its:
            parts.append((self._builder.at, its))
        write_xml_text(self._source, token, self._builder, escaped_twice=self._escaped_twice)

    def end_line(self) -> None:
        """End a line of the open cue."""
        visible = self._builder.build()
        parts, self._parts = self._parts, []
        self._builder = VisibleTextBuilder()
        self._row += 1
        pieces = _cut_pieces(visible, parts)
        if pieces:
            timed = any(times != self._times for _, times in parts)
            if timed:
                _end_words(pieces, self._times[1])
            self.lines.append(
                CueLine(self._index, self._row, self._voice, visible.text, pieces, timed)
            )


def _cut_pieces(visible: VisibleText, parts: Sequence[tuple[int, Times]]) -> list[Piece]:
    """Cut a line into its pieces, each with its times."""
    pieces: list[Piece] = []
    text = visible.text
    for i, (begin, times) in enumerate(parts):
        until = parts[i + 1][0] if i + 1 < len(parts) else len(text)
        at = begin + len(text[begin:until]) - len(text[begin:until].lstrip())
        blank = " " if pieces and at > begin else "" if pieces else " "
        pieces += visible.pieces(at, until, blank, times)
    return pieces


def _end_words(pieces: list[Piece], end_ms: int | None) -> None:
    """Let each piece without an end of its own end where the next one begins."""
    until = end_ms
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        if piece.end_ms is None and until is not None and until >= (piece.start_ms or 0):
            pieces[i] = piece._replace(end_ms=until)
        if i and pieces[i - 1].start_ms != piece.start_ms:
            until = piece.start_ms


def parse_cues_of_xml(
    source: str, lines: Sequence[CueLine], *, format: str, expected: str, is_whole: bool
) -> Parsed:
    """Turn the lines of captions into turns.

    Args:
        source: The decoded text.
        lines: All lines, in order.
        format: Name of the format, for an error.
        expected: How a cue is written, for an error.
        is_whole: Whether the root is closed.

    Raises:
        MalformedTranscriptError: There are no lines with times.
    """
    if not lines or all(piece.start_ms is None for line in lines for piece in line.pieces):
        at = lines[0].pieces[0].start if lines else 0
        raise MalformedTranscriptError(format, line_number(source, at), f"expected {expected}")
    left_out: list[LeftOut] = []
    kept = list(lines)
    if is_rolling(kept):
        kept, left_out = drop_repeated_lines(kept)
    timed = any(line.timed for line in kept)
    cues, doubtful = assign_speakers(kept)
    turns = join_cues(cues, time_source="word" if timed else "cue")
    warnings = (
        *check_times(source, turns),
        *warn_of_doubtful_labels(source, doubtful),
        *warn_of_damage(source, is_whole=is_whole),
    )
    return Parsed(turns, tuple(left_out), warnings)


def warn_of_damage(source: str, *, is_whole: bool) -> tuple[str, ...]:
    """Warn that a file is cut off, or that a tag in it is."""
    if not is_whole:
        return (NOT_WHOLE,)
    return (BROKEN_TAG,) if _BROKEN_TAG.search(source) else ()
