"""Data types of parsed caption files: a cue with its identifier, times and raw lines."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from nuggets.values import LeftOut

GUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
"""Pattern of a GUID, of which Teams makes the identifiers of cues."""

RawLine: TypeAlias = tuple[int, int, str]
"""A line of the source, blank lines included: start offset, end offset, text.

A plain tuple, which is much faster to make than a named one, and there are millions of them.
"""


class RawCue(NamedTuple):
    """A cue as it stands in the file.

    Attributes:
        identifier: The identifier (WebVTT) or number (SRT) above its times; "" if there is none.
        at: Source offset of its line of times.
        start_ms: When it begins.
        end_ms: When it ends; None where the file gives an end before the beginning.
        lines: The lines of its text, markup and all, also those of white space only.
    """

    identifier: str
    at: int
    start_ms: int
    end_ms: int | None
    lines: list[RawLine]


class CueFile(NamedTuple):
    """A caption file, split into cues.

    Attributes:
        cues: In the order of the file.
        left_out: Notes, styles, headers and broken ends, in the order of the file.
        warnings: Irregularities in times and cues, each with the line of the first.
        has_header: Whether it begins with WEBVTT.
    """

    cues: list[RawCue]
    left_out: list[LeftOut]
    warnings: list[str]
    has_header: bool
