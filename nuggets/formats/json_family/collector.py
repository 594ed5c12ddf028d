"""Collector of the cues of a JSON transcript and of what is left out: joins the cues to turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nuggets.formats.format import EMPTY_SEGMENT, Parsed
from nuggets.formats.json_family.tree import Tree
from nuggets.formats.json_family.word_alignment import Word, align_words
from nuggets.formats.turns import Cue, join_cues
from nuggets.values import LeftOut


@dataclass(slots=True)
class CueCollector:
    """The cues that were read so far.

    Attributes:
        tree: The JSON that is read.
        cues: In order.
        left_out: Strings without words, in order.
        timed_words: Whether words have times of their own.
    """

    tree: Tree
    cues: list[Cue] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    timed_words: bool = False

    def add_text(
        self,
        value: str,
        words: Sequence[Word] = (),
        *,
        speaker: str | None = None,
        start_ms: int | None = None,
        end_ms: int | None = None,
        opens: bool = False,
    ) -> None:
        """Add the text of a segment, aligned with its words.

        Args:
            value: The number of the string.
            words: Its words with their times; may be empty.
            speaker: Who says it, where its words name nobody else.
            start_ms: When it begins.
            end_ms: When it ends.
            opens: Whether a new turn begins with it.
        """
        pieces = self.tree.pieces(value, " ", start_ms, end_ms)
        if not pieces:
            self.left_out.append(LeftOut(*self.tree.span(value), EMPTY_SEGMENT))
            return
        if not words:
            self.cues.append(Cue(speaker, pieces, opens))
            return
        cues = align_words(pieces, words, speaker=speaker, start_ms=start_ms, end_ms=end_ms)
        self.cues += [cues[0]._replace(opens=opens), *cues[1:]]
        self.timed_words = self.timed_words or any(word.start_ms is not None for word in words)

    def add_word(
        self,
        value: str,
        blank: str,
        *,
        speaker: str | None = None,
        start_ms: int | None = None,
        end_ms: int | None = None,
    ) -> bool:
        """Add a string that is a single word.

        Args:
            value: The number of the string.
            blank: The separator between it and the word before.
            speaker: Who says it.
            start_ms: When it begins.
            end_ms: When it ends.

        Returns:
            Whether it is not blank.
        """
        pieces = self.tree.pieces(value, blank, start_ms, end_ms)
        self.cues.append(Cue(speaker, pieces))
        self.timed_words = self.timed_words or start_ms is not None
        return bool(pieces)

    def to_parsed(self) -> Parsed:
        """Join the cues into turns."""
        turns = join_cues(self.cues, time_source="word" if self.timed_words else "cue")
        return Parsed(turns, tuple(self.left_out))
