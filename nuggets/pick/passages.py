"""Passages: runs of sentences of one speaker that can be read on their own.

A nugget is read without the talk around it. So the unit that is scored and picked is a passage:
one to `max_sentences` sentences of one speaker, whole at both ends. It goes on over filler, and
over what a listener puts in ("Right."), which is left out. An opening that needs what was said
before brings the question that it answers along, or counts less. A sentence that a wrong change of
speaker cuts counts once; a passage holds all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nuggets.english.traits import Traits
from nuggets.english.words import is_content, split_words
from nuggets.sentences.continuations import MAX_INTERJECTION_WORDS
from nuggets.values import Sentence

MIN_WORDS = 8  # of a passage; by eye
MIN_CONTENT = 4  # words that carry meaning; "It might be better" has none; by eye
MAX_WORDS = 120
"""Words of a passage, its question included; chosen on editors/train CV and val, 2026-11 (80 tell
.02 less, and 130 hardly more)."""

DEPENDENT_READABILITY = 0.8
"""Of a passage that begins with what was said before, without the question that it answers. By eye;
on editors/train CV it costs .003, and is kept for the reader who has only the nuggets."""

_MIN_QUESTION_WORDS = 4  # by eye
_MAX_QUESTION_WORDS = 40  # a longer question is a speech; by eye
_VAGUE = frozenset("he her him it she that them these they this those".split())
_LOOK_BACK = 3  # sentences of filler between a question and its answer; by eye


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one speaker that may become a nugget.

    Attributes:
        picks: Indices of its sentences, ascending, without the question and without what is left
            out between them.
        question: Index of the question that it answers and needs; None if it needs none.
        readability: How well it can be read alone, in [0, 1].
        words: How many, with the question.
        own_words: How many, without it.
    """

    picks: tuple[int, ...]
    question: int | None
    readability: float
    words: int
    own_words: int

    @property
    def first(self) -> int:
        """Index of its first sentence, not counting the question."""
        return self.picks[0]

    @property
    def last(self) -> int:
        """Index of its last sentence."""
        return self.picks[-1]

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
    found: list[Passage] = []
    for first, opening in enumerate(traits):
        if _is_whole(opening) and not sentences[first].continues:
            question = None
            if opening.is_context_dependent or opening.is_answer:
                question = _find_question(sentences, traits, first)
            for picks in _extend(sentences, traits, first, max_sentences):
                counted = [i for i in picks if not sentences[i].continues]
                words = sum(traits[i].words for i in counted)
                asked = 0 if question is None else traits[question].words
                fits = len(counted) < max_sentences and words + asked <= MAX_WORDS
                found.append(
                    Passage(
                        picks,
                        question if fits else None,
                        DEPENDENT_READABILITY
                        if opening.is_context_dependent and not (fits and question is not None)
                        else 1.0,
                        words + asked * fits,
                        words,
                    )
                )
    return found


def _extend(
    sentences: Sequence[Sentence], traits: Sequence[Traits], first: int, max_sentences: int
) -> list[tuple[int, ...]]:
    """List the sentences of each passage that begins with a sentence, shorter before longer."""
    found: list[tuple[int, ...]] = []
    picks: list[int] = []
    counted = words = content = 0
    speaker = sentences[first].speaker
    for last in range(first, len(traits)):
        trait, sentence = traits[last], sentences[last]
        if sentence.continues:
            if last - sentence.continues not in picks:
                break
            picks.append(last)
        elif picks and _is_skipped(sentences, traits, last, speaker):
            continue
        else:
            leaves = sentence.speaker != speaker or (
                speaker is None and sentence.turn_index != sentences[first].turn_index
            )
            ends_turn = bool(picks) and (
                sentence.turn_index != sentences[picks[-1]].turn_index
                and sentences[last - 1].speaker == speaker
            )
            if leaves or ends_turn or not trait.is_speech or (picks and trait.is_question):
                break
            counted, words, content = counted + 1, words + trait.words, content + trait.content
            if counted > max_sentences or words > MAX_WORDS:
                break
            picks.append(last)
        if (
            not is_cut_after(sentences, last)
            and words >= MIN_WORDS
            and content >= MIN_CONTENT
            and _is_whole(trait)
            and _has_closed_quotations([sentences[i] for i in picks])
        ):
            found.append(tuple(picks))
    return found


def _is_whole(trait: Traits) -> bool:
    """Tell whether a passage may begin or end with a sentence: no filler, question or fragment.

    An ellipsis is a pause of a speaker who says no less than others do: editors print what ends
    with one as often as what ends with a full stop (28 and 31 in a hundred on editors/train).
    """
    return trait.is_speech and not trait.is_question and (trait.trails_off or not trait.is_fragment)


def _is_skipped(
    sentences: Sequence[Sentence], traits: Sequence[Traits], at: int, speaker: str | None
) -> bool:
    """Tell whether a passage goes on over a sentence: short filler, before the speaker goes on."""
    trait = traits[at]
    if not trait.is_speech and at and is_cut_after(sentences, at - 1):
        return True  # between the parts of a sentence
    if trait.is_speech or trait.is_question or trait.words > MAX_INTERJECTION_WORDS:
        return False
    if is_cut_after(sentences, at) or at + 1 == len(sentences):
        return False
    if sentences[at].turn_index == sentences[at - 1].turn_index:
        return sentences[at].speaker == speaker or sentences[at + 1].speaker == speaker
    return (
        speaker is not None
        and sentences[at].speaker not in (None, speaker)
        and sentences[at + 1].speaker == speaker
    )


def restrict(passage: Passage, allowed: Sequence[bool]) -> Passage | None:
    """Leave of a passage what is allowed: all, or the answer without its question.

    Args:
        passage: From `find_passages`.
        allowed: For each sentence whether it may be printed.

    Returns:
        The passage with or without its question; None where it may not be printed.
    """
    if not all(allowed[i] for i in passage.picks):
        return None
    if passage.question is None or allowed[passage.question]:
        return passage
    return replace(
        passage, question=None, words=passage.own_words, readability=DEPENDENT_READABILITY
    )


def is_cut_after(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a sentence goes on after this one, which begins it or stands between its parts."""
    following = sentences[index + 1 : index + 2 + MAX_INTERJECTION_WORDS]
    return any(one.continues > i for i, one in enumerate(following))


def _has_closed_quotations(sentences: Sequence[Sentence]) -> bool:
    """Tell whether sentences end all quotations that they begin, and begin all that they end."""
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
