"""Traits of a sentence: what the passages need to know of it, each by one named rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nuggets.english.filler import is_backchannel, is_greeting
from nuggets.english.informativeness import substance
from nuggets.english.sponsor_reads import find_sponsor_reads
from nuggets.english.standalone import (
    answers,
    asks_in_words,
    independence,
    is_fragment,
    is_question,
    leans_back,
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
        leans_back: It begins with a pronoun whose noun came before.
        answers: It begins as an answer does.
        independence: How well it opens a passage, in [0, 1].
        substance: How much it says, in [0, 1].
    """

    words: int
    content: int
    is_speech: bool
    is_question: bool
    is_fragment: bool
    leans_back: bool
    answers: bool
    independence: float
    substance: float

    @property
    def may_be_printed(self) -> bool:
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
            asks=is_question(text) or (i in bare and asks_in_words(text)),
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
        leans_back=leans_back(text),
        answers=answers(text),
        independence=independence(text),
        substance=0.0 if litter else substance(text),
    )
