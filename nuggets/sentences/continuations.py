"""Sentences that a wrong change of speaker cuts in two, as recognisers of voices do.

    Emma:             So the second thing I wanted to say is that we could
    Unknown Speaker:  move the whole date, to the end of May.

Nobody can know who said which word, so both halves keep the speaker that the source gives.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nuggets.formats.stage_directions import strip_stage_directions
from nuggets.sentences.unpunctuated import Span, is_finished
from nuggets.values import Turn

_FIRST_WORD = re.compile(r"[^\W_][\w'’-]*")
_LAST_WORD = re.compile(r"(\w+),?\Z")
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_EDGE = 60  # characters in which the first word stands, or the last
_LEAST_BEFORE, _LEAST_AFTER = 4, 2  # words; fewer are an interjection, as in "Oh yeah"

MOST_PARTS = 3
"""Turns that share a sentence at most: nobody is taken for somebody else time after time."""

# Beside each sentence that is cut there is at least one change of speaker that cuts none, and of
# all changes at most one in ten begins in lower case otherwise, one in four has no mark before it.
_LOWER = 10
_UNMARKED = 4


def find_continuations(
    turns: Sequence[Turn], stretches: Sequence[Sequence[Span]], bare: Collection[int]
) -> frozenset[int]:
    """Find the turns that go on with a sentence which the turn before them has begun.

    Strict: the turn before ends with a word, without a mark, and this one begins in lower case, in
    a talk whose turns otherwise end with marks and begin with capitals; and neither half is a mere
    interjection. A sentence has at most `MOST_PARTS` parts.

    Args:
        turns: Of a talk that has punctuation.
        stretches: For each turn what stands between its marks.
        bare: Positions of turns that have none nevertheless.
    """
    begins_low = [_begins_low(turn.text) for turn in turns]
    ends = [is_finished(turn.text) for turn in turns]
    found: list[int] = []
    whole = int(bool(turns) and not begins_low[0] and ends[-1])
    low = unmarked = 0
    for i in range(1, len(turns)):
        if begins_low[i] and not ends[i - 1]:
            found.append(i)
        elif begins_low[i]:
            low += 1
        elif not ends[i - 1]:
            unmarked += 1
        else:
            whole += 1
    if len(found) > whole or low * _LOWER > len(turns) or unmarked * _UNMARKED > len(turns):
        return frozenset()
    stitched: dict[int, int] = {}  # how many parts of a sentence have begun with that turn
    for i in found:
        if i in bare or i - 1 in bare:
            continue
        before, after = turns[i - 1].text, turns[i].text
        goes_on = i - 1 in stitched and len(stretches[i - 1]) == 1  # what is cut already
        parts = stitched[i - 1] if goes_on else 1
        if (
            parts < MOST_PARTS
            and (goes_on or _count_words(before, stretches[i - 1][-1]) >= _LEAST_BEFORE)
            and _count_words(after, stretches[i][0]) >= _LEAST_AFTER
            and _ends_with_word(before)
        ):
            stitched[i] = parts + 1
    return frozenset(stitched)


def _count_words(text: str, stretch: Span) -> int:
    start, end = stretch
    said = strip_stage_directions(text[start:end]).split()
    return sum(any(char.isalnum() for char in word) for word in said)


def _ends_with_word(text: str) -> bool:
    """Whether a whole word stands at the end, and not half of one, such as "th"."""
    found = _LAST_WORD.search(text[-_EDGE:])
    if found is None:
        return False
    word = found[1]
    return word in ("I", "a") or (len(word) > 1 and not _CONSONANTS.issuperset(word.lower()))


def _begins_low(text: str) -> bool:
    """Whether the first word is in lower case, and nothing but blanks stands before it."""
    head = text[:_EDGE].lstrip()
    word = _FIRST_WORD.match(head)
    return word is not None and word[0].islower()
