"""What a file of captions is cut into: cues as they stand there, and their lines."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from nuggets.values import LeftOut

Span: TypeAlias = tuple[int, int, str]
"""A line of the source, blank ones too: where it begins, where it ends, its characters.

A bare tuple, since there are millions of them.
"""


class RawCue(NamedTuple):
    """A cue as it stands in the file.

    Attributes:
        ident: The identifier or number above its times; "" if there is none.
        at: Place of its line of times.
        start_ms: When it begins.
        end_ms: When it ends; None where the file says that it ends before it begins.
        lines: Its lines, those of white space too.
    """

    ident: str
    at: int
    start_ms: int
    end_ms: int | None
    lines: list[Span]


class CueFile(NamedTuple):
    """A file of captions, cut into cues.

    Attributes:
        cues: In the order of the file.
        left_out: What is no speech, in order.
        warnings: What a reader should know.
        has_header: Whether it begins with WEBVTT.
    """

    cues: list[RawCue]
    left_out: list[LeftOut]
    warnings: list[str]
    has_header: bool
