"""Traits of a sentence: what the passages need to know of it, each by one named rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nuggets.english.filler import is_backchannel, is_greeting
from nuggets.english.informativeness import informativeness
from nuggets.english.sponsor_reads import find_sponsor_reads
from nuggets.english.standalone import (
    independence,
    is_answer,
    is_context_dependent,
    is_fragment,
    is_question,
    is_unmarked_question,
)
from nuggets.english.words import is_content, split_words
from nuggets.formats.stage_directions import is_stage_direction

CASED = 0.95
"""Share of sentences that begin with a capital, from which on one that does not is cut."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the passages need to know of a sentence.

    Attributes:
        words: How many.
        content: How many of them carry meaning of their own.
        is_speech: It is no backchannel, stage direction, greeting or sponsor read, and not empty.
        is_question: It asks.
        is_fragment: It breaks off or has no verb.
        is_context_dependent: It begins with a pronoun whose noun came before.
        is_answer: It begins as an answer does.
        independence: How well it opens a passage, in [0, 1].
        informativeness: How much it says, in [0, 1].
    """

    words: int
    content: int
    is_speech: bool
    is_question: bool
    is_fragment: bool
    is_context_dependent: bool
    is_answer: bool
    independence: float
    informativeness: float

    @property
    def is_printable(self) -> bool:
        """Whether a passage may hold it (but for the question in front of an answer)."""
        return self.is_speech and not self.is_question and not self.is_fragment


def find_traits(
    texts: Sequence[str], openings: Sequence[bool], bare: Collection[int] = ()
) -> tuple[Traits, ...]:
    """Look at each sentence by itself, but for advertisements, which are several in a row.

    Args:
        texts: Folded texts of all sentences, in order.
        openings: For each whether a paragraph or turn begins with it.
        bare: Indices of those that were said where nobody has put marks.
    """
    marked = sum(text.endswith((".", "!", "?", '"', "。", "؟", "।")) for text in texts)
    punctuated = marked > len(texts) / 2
    cased = sum(text.lstrip("\"'([ ")[:1].isupper() for text in texts) > CASED * len(texts)
    adverts = find_sponsor_reads(texts, openings)
    return tuple(
        _find_traits(
            text,
            punctuated=punctuated and i not in bare,
            cased=cased and i not in bare,
            asks=is_question(text) or (i in bare and is_unmarked_question(text)),
            is_advert=i in adverts,
        )
        for i, text in enumerate(texts)
    )


def _find_traits(
    text: str, *, punctuated: bool, cased: bool, asks: bool, is_advert: bool
) -> Traits:
    said = split_words(text)
    words = len(said)
    litter = words == 0 or is_advert or is_backchannel(text) or is_greeting(text)
    litter = litter or is_stage_direction(text)
    return Traits(
        words=words,
        content=sum(is_content(word) for word in said),
        is_speech=not litter,
        is_question=asks,
        is_fragment=litter or is_fragment(text, punctuated=punctuated, cased=cased),
        is_context_dependent=is_context_dependent(text),
        is_answer=is_answer(text),
        independence=independence(text),
        informativeness=0.0 if litter else informativeness(text),
    )
