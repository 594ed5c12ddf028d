"""Traits of a sentence: what makes it fit or unfit to be printed, each found by a rule of its own.

A sentence is never printed as part of a nugget if it is filler (`filler`, `sponsor_reads`, a stage
direction), a question (`questions`) or a fragment (`fragments`); it does not open one if it is
context-dependent (`standalone`). Among those that are fit, informativeness counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nuggets.english.filler import is_backchannel, is_greeting
from nuggets.english.fragments import is_fragment
from nuggets.english.informativeness import informativeness
from nuggets.english.questions import is_question, is_unmarked_question
from nuggets.english.sponsor_reads import find_sponsor_reads
from nuggets.english.standalone import is_answer, is_context_dependent
from nuggets.english.words import is_content, split_words
from nuggets.formats.stage_directions import is_stage_direction

_CASED_SHARE = 0.95
"""Share of sentences with a capital, by eye, above which one without begins in the middle."""

# Unlike `punctuation.MARKS` of the splitter: to tell whether a talk has marks, common ones are
# enough, and a sentence may end with a quotation mark.
_COMMON_SENTENCE_ENDS = (".", "!", "?", '"', "。", "？", "।")
_ELLIPSIS = re.compile(r"""\.\.\.(?P<closers>["')\]]*)$""")


@dataclass(frozen=True, slots=True)
class Traits:
    """Linguistic properties of a sentence, from which passages are chosen.

    Attributes:
        words: How many words it has.
        content: How many of them are content words.
        is_speech: It is no filler: no backchannel, greeting, sponsor read or stage direction, and
            not empty.
        is_question: It asks.
        is_fragment: It breaks off or has no clause of its own; so is all filler.
        trails_off: It ends with an ellipsis, and would be no fragment with a full stop.
        is_context_dependent: Its opening needs what was said before.
        is_answer: It begins as an answer does.
        informativeness: How much it says, in [0, 1]; 0 for filler.
    """

    words: int
    content: int
    is_speech: bool
    is_question: bool
    is_fragment: bool
    trails_off: bool
    is_context_dependent: bool
    is_answer: bool
    informativeness: float

    @property
    def is_printable(self) -> bool:
        """Whether a nugget may hold it, other than as the question in front of its answer."""
        return self.is_speech and not self.is_question and not self.is_fragment


def find_traits(
    texts: Sequence[str], openings: Sequence[bool], unpunctuated: Collection[int] = ()
) -> tuple[Traits, ...]:
    """Find the traits of each sentence: by itself, but for sponsor reads, which span several.

    Args:
        texts: Folded texts of all sentences, in order.
        openings: For each whether a paragraph or turn begins with it.
        unpunctuated: Indices of the sentences that were found in talk without marks.
    """
    marked = sum(text.endswith(_COMMON_SENTENCE_ENDS) for text in texts)
    punctuated = marked > len(texts) / 2
    capitals = sum(text.lstrip("\"'([ ")[:1].isupper() for text in texts)
    cased = capitals > _CASED_SHARE * len(texts)
    sponsor_reads = find_sponsor_reads(texts, openings)
    return tuple(
        _find_traits(
            text,
            punctuated=punctuated and i not in unpunctuated,
            cased=cased and i not in unpunctuated,
            asks=is_question(text) or (i in unpunctuated and is_unmarked_question(text)),
            in_sponsor_read=i in sponsor_reads,
        )
        for i, text in enumerate(texts)
    )


def _find_traits(
    text: str, *, punctuated: bool, cased: bool, asks: bool, in_sponsor_read: bool
) -> Traits:
    words = split_words(text)
    is_filler = not words or in_sponsor_read or is_backchannel(text) or is_greeting(text)
    is_filler = is_filler or is_stage_direction(text)
    fragment = is_filler or is_fragment(text, punctuated=punctuated, cased=cased)
    stopped = _ELLIPSIS.sub(r".\g<closers>", text)
    return Traits(
        words=len(words),
        content=sum(is_content(word) for word in words),
        is_speech=not is_filler,
        is_question=asks,
        is_fragment=fragment,
        trails_off=fragment
        and not is_filler
        and stopped != text
        and not is_fragment(stopped, punctuated=punctuated, cased=cased),
        is_context_dependent=is_context_dependent(text),
        is_answer=is_answer(text),
        informativeness=0.0 if is_filler else informativeness(text),
    )
