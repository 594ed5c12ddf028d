"""What a specimen is: a file that tells the talk of `talk.py` in one format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from nuggets.values import TimeSource
from tests.formats.specimens.talk import Spoken


class Specimen(NamedTuple):
    """One way of writing the talk, and what a reader can know from it.

    Attributes:
        file: Name of the file in `data/formats`.
        format: Name of the format that it must be read as.
        write: Gives the bytes of such a file for any talk, with the quirks of the format.
        speakers: Whether it says who speaks. Where not, only the words are compared.
        turns: Whether it says where another one speaks; always where `speakers`.
        time_source: The finest times that it carries.
        precision_ms: Times are written in whole multiples of so many milliseconds.
        names: How the format names the speakers, in the order in which they first speak; None:
            as they are.
        as_written: What the format makes of the words of a turn; None: nothing.
    """

    file: str
    format: str
    write: Callable[[Sequence[Spoken]], bytes]
    speakers: bool = True
    turns: bool = True
    time_source: TimeSource = "none"
    precision_ms: int = 1
    names: Callable[[int], str] | None = None
    as_written: Callable[[str], str] | None = None
