"""Inspection report, as a value: how a transcript was read, without its words."""

from __future__ import annotations

from dataclasses import dataclass

from nuggets.values import Boundary, TimeSource


@dataclass(frozen=True, slots=True)
class SpeakerCounts:
    """How much a speaker says.

    Attributes:
        name: As the source writes it; None: all turns without a speaker.
        turns: How many.
        words: How many, split at white space.
    """

    name: str | None
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class LeftOutSummary:
    """All `values.LeftOut` of a transcript with the same reason.

    Attributes:
        reason: Why they were left out.
        count: How many they are.
        lines: Line of the source on which each begins, from 1.
        columns: Character of that line with which each begins, from 1.
    """

    reason: str
    count: int
    lines: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """How a transcript was read; the fields are those of the JSON.

    Attributes:
        name: File name without its folder; "-" for standard input.
        sha256: Of the input bytes, in hexadecimal.
        format: Name of the format that it was read as.
        origin: Where files of this format come from.
        reason: Why it was read as this format.
        names_read_as: How the file names its speakers, and the next best reading; "" where the
            format leaves no choice.
        encoding: How the bytes were decoded.
        language: Code of its language; "unknown" if it is too short to tell, "other" if it is not
            told apart from others.
        speakers: In the order in which they first speak.
        turns: How many.
        sentences: How many.
        words: How many, split at white space.
        first_ms: The first time that the source names, in milliseconds; None if it names none.
        last_ms: The last one.
        time_source: Precision of the times of most turns; "none" where there are none.
        boundary: How the ends of most sentences were found.
        unfinished: Share of the turns that do not end in sentence-final punctuation.
        left_out: What is not speech, by reason.
        warnings: What a reader should know, each one line without words of the transcript.
    """

    name: str
    sha256: str
    format: str
    origin: str
    reason: str
    names_read_as: str
    encoding: str
    language: str
    speakers: tuple[SpeakerCounts, ...]
    turns: int
    sentences: int
    words: int
    first_ms: int | None
    last_ms: int | None
    time_source: TimeSource
    boundary: Boundary
    unfinished: float
    left_out: tuple[LeftOutSummary, ...]
    warnings: tuple[str, ...]
