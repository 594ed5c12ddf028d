"""Passages: runs of neighbouring sentences that can be read on their own.

A nugget is read without the talk around it. So the unit that is scored and picked is a passage:
one to `max_sentences` sentences in a row, of one turn, that begins with a sentence that needs none
before it and ends with one that is finished. An answer that needs its question brings it along. A
sentence that a wrong change of speaker cuts counts once; a passage holds all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nuggets.english.traits import Traits
from nuggets.english.words import is_content, split_words
from nuggets.values import Sentence

MIN_WORDS = 8  # of a passage; by eye
MIN_CONTENT = 4  # words that carry meaning; "It might be better" has none; by eye
MAX_WORDS = 80
"""Words of a passage, its question included; more are no nugget (by eye)."""

MIN_INFORMATIVENESS = 0.2
"""Of a passage, as the chance that one of its sentences says something; by eye."""

FULL_WORDS = 35
"""Words from which on a passage has room to make its point; by eye."""

ANSWER_INDEPENDENCE = 0.8  # of an opening that needs the question before it; by eye
SHORT_READABILITY = 0.6  # of the shortest passage, against one of FULL_WORDS; by eye

_MIN_QUESTION_WORDS = 4  # by eye
_MAX_QUESTION_WORDS = 40  # a longer question is a speech; by eye
_VAGUE = frozenset("he her him it she that them these they this those".split())
_LOOK_BACK = 3  # sentences of filler between a question and its answer; by eye


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences that may become a nugget.

    Attributes:
        first: Index of its first sentence.
        last: Index of its last sentence.
        question: Index of the question that it answers and needs; None if it needs none.
        readability: How well it reads whatever the focus, in [0, 1].
        words: How many, with the question.
    """

    first: int
    last: int
    question: int | None
    readability: float
    words: int

    @property
    def picks(self) -> range:
        """Indices of its sentences without the question."""
        return range(self.first, self.last + 1)

    @property
    def indices(self) -> tuple[int, ...]:
        """Indices of all its sentences, the question first."""
        return (*(() if self.question is None else (self.question,)), *self.picks)


def find_passages(
    sentences: Sequence[Sentence], traits: Sequence[Traits], *, max_sentences: int
) -> list[Passage]:
    """List every passage that can be read on its own, by place, shorter before longer.

    Args:
        sentences: All sentences of the talk.
        traits: One for each sentence.
        max_sentences: At most so many sentences, with the question.
    """
    found = []
    for first, opening in enumerate(traits):
        if not opening.is_printable or sentences[first].continues:
            continue
        question = _find_question(sentences, traits, first)
        if opening.is_context_dependent and question is None:
            continue
        if question is not None and not opening.is_context_dependent:
            too_long = opening.words + traits[question].words > MAX_WORDS
            if too_long or not opening.is_answer:
                question = None  # it can do without
        room = max_sentences - (question is not None)
        asked = 0 if question is None else traits[question].words
        start = ANSWER_INDEPENDENCE if opening.is_context_dependent else opening.independence
        own, content, unsaid = 0, 0, 1.0
        for last in range(first, len(traits)):
            closing = traits[last]
            if not sentences[last].continues:
                same_turn = last == first or _is_same_turn(sentences, last - 1, last)
                if not room or not same_turn or not closing.is_speech or closing.is_question:
                    break
                room -= 1
                own += closing.words
                content += closing.content
                unsaid *= 1 - closing.informativeness
                if own + asked > MAX_WORDS:
                    break
            if (
                is_cut_after(sentences, last)
                or closing.is_fragment
                or own < MIN_WORDS
                or content < MIN_CONTENT
            ):
                continue
            if 1 - unsaid < MIN_INFORMATIVENESS:
                continue
            if not _has_closed_quotations(sentences[first : last + 1]):
                continue
            long = min(1.0, own / FULL_WORDS)
            readability = (
                (1 - unsaid) * start * (SHORT_READABILITY + (1 - SHORT_READABILITY) * long)
            )
            found.append(Passage(first, last, question, readability, own + asked))
    return found


def restrict(passage: Passage, traits: Sequence[Traits], allowed: Sequence[bool]) -> Passage | None:
    """Leave of a passage what is allowed: all, or the answer where it can do without its question.

    Args:
        passage: From `find_passages`.
        traits: One for each sentence.
        allowed: For each sentence whether it may be printed.

    Returns:
        The passage with or without its question; None where no sentence of it may be printed, or
        where the answer may and leans on the question.
    """
    if not all(allowed[i] for i in passage.picks):
        return None
    question = passage.question
    if question is None or allowed[question]:
        return passage
    if traits[passage.first].is_context_dependent:
        return None
    return replace(passage, question=None, words=passage.words - traits[question].words)


def is_cut_after(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a sentence goes on in the next one, which a change of speaker parts from it."""
    return index + 1 < len(sentences) and sentences[index + 1].continues


def _is_same_turn(sentences: Sequence[Sentence], i: int, j: int) -> bool:
    return sentences[i].turn_index == sentences[j].turn_index


def _has_closed_quotations(sentences: Sequence[Sentence]) -> bool:
    """Whether sentences end all quotations that they begin, and begin all that they end."""
    text = " ".join(sentence.text for sentence in sentences)
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _find_question(
    sentences: Sequence[Sentence], traits: Sequence[Traits], first: int
) -> int | None:
    """Find the question that a turn answers: the last thing said before it, by somebody else."""
    turn = sentences[first].turn_index
    i = first - 1
    if i >= 0 and sentences[i].turn_index == turn and not traits[i].is_speech:
        i -= 1  # "Yeah." before the answer
    if i < 0 or sentences[i].turn_index == turn:
        return None
    speaker = sentences[first].speaker
    for j in range(i, max(-1, i - _LOOK_BACK), -1):
        if sentences[j].continues:
            return None  # half of a sentence asks nothing
        if traits[j].is_question and sentences[j].speaker != speaker:
            return j if _is_specific_question(sentences[j].text, traits[j]) else None
        if traits[j].is_speech:
            return None
    return None


def _is_specific_question(text: str, trait: Traits) -> bool:
    """Whether a question says what it asks about, and briefly."""
    words = split_words(text)
    nouns = sum(is_content(word) for word in words)
    vague = sum(word in _VAGUE for word in words)
    return (
        not trait.is_context_dependent
        and nouns >= 2 + vague
        and _MIN_QUESTION_WORDS <= trait.words <= _MAX_QUESTION_WORDS
    )
