"""The type of a format: its name, how it is detected, how it is parsed, what users should know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nuggets.values import LeftOut, Turn

# Reasons to leave something out that several readers share, or that are listed below.
HEADER = "header"
CAPTION_HEADER = "header of the captions"
DEPENDENT_TIER = "dependent tier"
EMPTY_ENTRY = "entry without words"
EMPTY_SEGMENT = "segment without words"
MARKUP = "markup"
REPEATED = "repeated by rolling captions"
WEB_PAGE_BOILERPLATE = "web-page boilerplate"

FORMAT_SYNTAX = frozenset(
    (HEADER, CAPTION_HEADER, DEPENDENT_TIER, EMPTY_ENTRY, EMPTY_SEGMENT, MARKUP, REPEATED)
)
"""Reasons that are part of a format's syntax. Nobody would take these parts for speech, so only
`nuggets inspect` reports them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed transcript, before the facts about its file are added.

    Attributes:
        turns: What was said, in order.
        left_out: Parts of the source that are not speech, in order.
        warnings: For the user, each one line without words of the transcript.
        names_read_as: How the file names its speakers, and the next best reading; "" where the
            format leaves no choice.
    """

    turns: tuple[Turn, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    names_read_as: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of transcripts.

    Attributes:
        name: Its short name, as in `--input-format`.
        origin: Programs and services that write it, in a few words.
        speakers: Whether it names speakers: "yes", "no", or a few words, such as "where named".
        times: The finest times that it has: "word", "cue", "turn" or "none".
        looks_like: Detects it in a text; never raises.
        parse: Parses a text as this format, whatever it looks like. Raises TranscriptError.
        parse_all: Parses it without leaving out what looks like noise; None where the format has
            no such noise.
        special: Peculiarities, in a few words; may be empty.
    """

    name: str
    origin: str
    speakers: str
    times: str
    looks_like: Callable[[str], bool]
    parse: Callable[[str], Parsed]
    parse_all: Callable[[str], Parsed] | None = None
    special: str = ""
