"""Annotation of sentences: the folded copy of each, and its traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nuggets.english import other_languages
from nuggets.english.lexicons import ENGLISH
from nuggets.english.traits import Traits, find_traits
from nuggets.english.words import fold
from nuggets.languages.words import Lexicon
from nuggets.values import Sentence


@dataclass(frozen=True, slots=True)
class Annotation:
    """Folded text and traits of the n sentences of a talk.

    Attributes:
        texts: The folded copy of each sentence, which is counted and embedded; of a sentence that
            a change of speaker cuts, each part has the whole.
        traits: One for each sentence.
    """

    texts: tuple[str, ...]
    traits: tuple[Traits, ...]

    @property
    def word_counts(self) -> tuple[int, ...]:
        """Words of each sentence; 0 for filler, which is neither embedded nor indexed."""
        return tuple(trait.words if trait.is_speech else 0 for trait in self.traits)


def annotate(sentences: Sequence[Sentence], lexicon: Lexicon = ENGLISH) -> Annotation:
    """Fold each sentence and find its traits.

    Args:
        sentences: All of a talk, in order.
        lexicon: Words of its language.
    """
    texts = tuple(map(fold, join_continuations(sentences)))
    opens_paragraph = [one.opens_paragraph and not one.continues for one in sentences]
    unpunctuated = {one.index for one in sentences if one.boundary != "punctuation"}
    if lexicon is not ENGLISH:
        return Annotation(texts, other_languages.find_traits(texts, lexicon, unpunctuated))
    return Annotation(texts, find_traits(texts, opens_paragraph, unpunctuated))


def join_continuations(sentences: Sequence[Sentence]) -> list[str]:
    """Join the parts of sentences that a change of speaker cuts.

    Returns:
        One text for each of the sentences; each part of a cut one has the complete text.
    """
    parts: list[list[int]] = []  # of each sentence; all parts of one share their list
    for i, sentence in enumerate(sentences):
        parts.append(parts[i - sentence.continues] if sentence.continues else [])
        parts[i].append(i)
    return [" ".join(sentences[j].text for j in those) for those in parts]
