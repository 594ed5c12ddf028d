"""What is to be said of a transcript without its words, as values."""

from __future__ import annotations

from dataclasses import dataclass

from nuggets.values import Boundary, TimeSource


@dataclass(frozen=True, slots=True)
class Speaker:
    """How much somebody says.

    Attributes:
        name: As the source writes it; None: what the source gives to nobody.
        turns: How many.
        words: How many, split at white space.
    """

    name: str | None
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class Omission:
    """What was left out for one reason.

    Attributes:
        reason: Why.
        count: How many pieces.
        lines: Line of the source on which each begins, from 1.
        columns: Character of that line with which it begins, from 1.
    """

    reason: str
    count: int
    lines: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is to be said of a transcript without its words.

    Attributes:
        name: File name without its folder; "-" for standard input.
        sha256: Of the input bytes, in hexadecimal.
        format: What it was read as.
        origin: Where files of this format come from.
        reason: Why it was read as this format.
        encoding: How the bytes were decoded.
        speakers: In the order in which they first speak.
        turns: How many.
        sentences: How many.
        words: How many, split at white space.
        first_ms: The first time that the source names, in milliseconds; None if it names none.
        last_ms: The last one.
        time_source: How exact the times of most turns are; "none" where there are none.
        boundary: What tells where most sentences end.
        unfinished: Share of the turns that end without a mark that ends a sentence.
        left_out: What is no speech, by reason.
        warnings: What a reader should know, each one line without words of the transcript.
    """

    name: str
    sha256: str
    format: str
    origin: str
    reason: str
    encoding: str
    speakers: tuple[Speaker, ...]
    turns: int
    sentences: int
    words: int
    first_ms: int | None
    last_ms: int | None
    time_source: TimeSource
    boundary: Boundary
    unfinished: float
    left_out: tuple[Omission, ...]
    warnings: tuple[str, ...]
