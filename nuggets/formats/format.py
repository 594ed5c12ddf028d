"""What a format is: a name, a way to recognise it and a way to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nuggets.values import LeftOut, Turn


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
        looks_like: Whether a text is written so; never raises.
        parse: Reads a text as this format, whatever it looks like.
    """

    name: str
    looks_like: Callable[[str], bool]
    parse: Callable[[str], Parsed]
