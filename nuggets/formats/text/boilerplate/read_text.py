"""The lines of a text with how each is read: what all rules of boilerplate look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading


@dataclass(slots=True)
class ReadText:
    """The lines of a text with how each is read, and where its talk is.

    Attributes:
        source: The decoded text.
        lines: Its lines that are not blank.
        readings: How each line is read.
        first: Index of the first line of the talk, as far as it is known.
        end: Index after its last line, as far as it is known.
        named: Indices of the lines with a speaker's label.
        speakers: How often each speaker is named.
        is_court: Whether it is the transcript of a court; None until a rule has looked.
    """

    source: str
    lines: Sequence[Line]
    readings: Sequence[LineReading]
    first: int = 0
    end: int = field(init=False)
    named: Sequence[int] = field(init=False)
    speakers: Counter[str] = field(init=False)
    is_court: bool | None = None

    def __post_init__(self) -> None:
        self.end = len(self.lines)
        self.named = [i for i, one in enumerate(self.readings) if one.speaker is not None]
        self.speakers = Counter(self.readings[i].speaker or "" for i in self.named)

    def has_words_only(self, i: int) -> bool:
        """Whether a line has neither a label nor a time nor a mark."""
        return self.readings[i] is NO_PREFIX

    def is_prefix_alone(self, i: int) -> bool:
        """Whether nothing stands behind the label, the time or the mark of a line."""
        return self.readings[i].text_at >= len(self.lines[i].text)

    def is_edge(self, i: int) -> bool:
        """Whether a paragraph begins at a line, or the text ends before it."""
        return is_paragraph_edge(self.lines, i)
