"""What a format is: a name, a way to recognise it, a way to read it, and what to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nuggets.values import LeftOut, Turn

MACHINERY = frozenset(
    (
        "dependent tier",
        "entry without words",
        "header",
        "header of the captions",
        "markup",
        "repeated by rolling captions",
        "segment without words",
    )
)
"""Reasons to leave out what is a format's own machinery. Nobody would take it for speech, so it is
told by `nuggets inspect` alone."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format reads out of a text.

    Attributes:
        turns: What was said, in order.
        left_out: Lines that are not speech, in order.
        warnings: What a reader should know, each one line without words of the transcript.
    """

    turns: tuple[Turn, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a transcript down.

    Attributes:
        name: Its short name, as in `--input-format`.
        origin: Where such files come from, in a few words.
        speakers: What it says of speakers: "yes", "no", or a few words, such as "where named".
        times: The finest times that it carries: "word", "cue", "turn" or "none".
        looks_like: Whether a text is written so; never raises.
        parse: Reads a text as this format, whatever it looks like. Raises TranscriptError.
        parse_all: Reads it with nothing that may be speech left out as noise; None where the
            format has no such noise.
        special: What is special about it, in a few words; may be empty.
    """

    name: str
    origin: str
    speakers: str
    times: str
    looks_like: Callable[[str], bool]
    parse: Callable[[str], Parsed]
    parse_all: Callable[[str], Parsed] | None = None
    special: str = ""
