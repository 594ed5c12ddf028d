"""Continuations: turns that go on with a sentence which a wrong change of speaker has cut.

Speaker diarisation makes such changes:

    Emma:             So the second thing I wanted to say is that we could
    Unknown Speaker:  move the whole date, to the end of May.

Nobody can know who said which word, so both parts keep the speaker that the source gives.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nuggets.formats.stage_directions import strip_stage_directions
from nuggets.sentences.punctuation import WORD
from nuggets.sentences.unpunctuated import is_finished
from nuggets.values import Span, Turn

_LAST_WORD = re.compile(r"(\w+),?\Z")
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_EDGE = 60  # characters that are searched for the first word, or the last
_MIN_WORDS_BEFORE = 4  # by eye, as is the next; fewer are an interjection, as in "Oh yeah"
_MIN_WORDS_AFTER = 2

MAX_PARTS = 3
"""Turns that share a sentence at most, by eye: diarisation does not err time after time."""

# By eye: a talk is written with care if at least as many turns begin and end whole as continue,
# at most one in 10 begins in lower case otherwise, and at most one in 4 follows a missing mark.
_ONE_IN_LOWER = 10
_ONE_IN_UNMARKED = 4


def find_continuations(
    turns: Sequence[Turn], segments: Sequence[Sequence[Span]], unpunctuated: Collection[int]
) -> frozenset[int]:
    """Find the turns that continue a sentence which the turn before them has begun.

    In doubt a turn is none: the turn before must end with a word, without a mark, and this one
    begin in lower case, in a talk whose turns otherwise end with marks and begin with capitals;
    and neither part may be a mere interjection. A sentence has at most `MAX_PARTS` parts.

    Args:
        turns: Of a talk that has punctuation.
        segments: For each turn the spans between its sentence-end marks.
        unpunctuated: Indices of turns that have no punctuation nevertheless.

    Returns:
        Indices of the turns that continue the sentence before.
    """
    has_lower_start = [_has_lower_case_start(turn.text) for turn in turns]
    ends = [is_finished(turn.text) for turn in turns]
    found: list[int] = []
    whole = int(bool(turns) and not has_lower_start[0] and ends[-1])
    lower = unmarked = 0
    for i in range(1, len(turns)):
        if has_lower_start[i] and not ends[i - 1]:
            found.append(i)
        elif has_lower_start[i]:
            lower += 1
        elif not ends[i - 1]:
            unmarked += 1
        else:
            whole += 1
    is_careless = lower * _ONE_IN_LOWER > len(turns) or unmarked * _ONE_IN_UNMARKED > len(turns)
    if len(found) > whole or is_careless:
        return frozenset()
    parts_so_far: dict[int, int] = {}  # by turn: which part of its sentence it is
    for i in found:
        if i in unpunctuated or i - 1 in unpunctuated:
            continue
        before, after = turns[i - 1].text, turns[i].text
        is_part = i - 1 in parts_so_far and len(segments[i - 1]) == 1  # cut once already
        parts = parts_so_far[i - 1] if is_part else 1
        if (
            parts < MAX_PARTS
            and (is_part or _count_words(before, segments[i - 1][-1]) >= _MIN_WORDS_BEFORE)
            and _count_words(after, segments[i][0]) >= _MIN_WORDS_AFTER
            and _has_complete_last_word(before)
        ):
            parts_so_far[i] = parts + 1
    return frozenset(parts_so_far)


def _count_words(text: str, segment: Span) -> int:
    """Count the words of a segment, stage directions left out."""
    start, end = segment
    said = strip_stage_directions(text[start:end]).split()
    return sum(any(char.isalnum() for char in word) for word in said)


def _has_complete_last_word(text: str) -> bool:
    """Whether a text ends with a whole word, and not with half of one, such as "th"."""
    found = _LAST_WORD.search(text[-_EDGE:])
    if found is None:
        return False
    word = found[1]
    return word in ("I", "a") or (len(word) > 1 and not _CONSONANTS.issuperset(word.lower()))


def _has_lower_case_start(text: str) -> bool:
    """Whether the first word is in lower case, with nothing but white space before it."""
    head = text[:_EDGE].lstrip()
    word = WORD.match(head)
    return word is not None and word[0].islower()
