"""Continuations: turns that go on with a sentence which a change of speaker has cut.

Speaker diarisation makes wrong changes, and a listener puts in a word:

    Emma:             So the second thing I wanted to say is that we could
    Unknown Speaker:  move the whole date, to the end of May.
    Ann:              It would have cost us about
    Ben:              Mm-hm.
    Ann:              nine million dollars.

In the first case nobody can know who said which word, so both parts keep the speaker that the
source gives; in the second both are of one speaker, and what the listener says is not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from nuggets.formats.stage_directions import strip_stage_directions
from nuggets.sentences.punctuation import MAX_WORDS, WORD
from nuggets.sentences.unpunctuated import is_finished
from nuggets.values import Span, Turn

_LAST_WORD = re.compile(r"(\w+)\s?,?\Z")  # tokenised: "so we ,"
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_EDGE = 60  # characters that are searched for the first word, or the last
_MIN_WORDS_BEFORE = 4  # by eye, as is the next; fewer are an interjection, as in "Oh yeah"
_MIN_WORDS = 2  # of either part

MAX_INTERJECTION_WORDS = 4
"""Words of others, or of filler, that a sentence or passage goes on over; by eye."""

# By eye: a talk is written with care if at least as many turns begin and end whole as continue,
# at most one in 10 begins in lower case otherwise, and at most one in 4 follows a missing mark.
_ONE_IN_LOWER = 10
_ONE_IN_UNMARKED = 4


def find_continuations(
    turns: Sequence[Turn], segments: Sequence[Sequence[Span]], unpunctuated: Collection[int]
) -> Mapping[int, int]:
    """Find the turns that continue a sentence which an earlier turn has begun.

    In doubt a turn is none: the earlier turn must end with a word, without a mark, and this one
    begin in lower case, in a talk whose turns otherwise end with marks and begin with capitals;
    and neither part may be a mere interjection. All parts together have at most `MAX_WORDS`.

    Args:
        turns: Of a talk that has punctuation.
        segments: For each turn the spans between its sentence-end marks.
        unpunctuated: Indices of turns that have no punctuation nevertheless.

    Returns:
        For each turn that continues a sentence the turn that it continues: the one before, or
        that speaker's last one, before a listener's interjection.
    """
    cut = {
        i: i - 1
        for i in _find_cut_by_diarisation(turns)
        if _count_words(turns[i].text, segments[i][0]) >= _MIN_WORDS
    }
    for i, before in _find_cut_by_listeners(turns, segments).items():
        if not all(k in cut for k in range(before + 1, i + 1)):  # else all are parts of one
            cut[i] = before
            for k in range(before + 1, i):
                cut.pop(k, None)
    found: dict[int, int] = {}
    words: dict[int, int] = {}  # by turn: how many its sentence has up to its first mark
    for i, before in sorted(cut.items()):
        if i in unpunctuated or before in unpunctuated:
            continue
        is_part = before in found and len(segments[before]) == 1  # cut once already
        ends_with = _count_words(turns[before].text, segments[before][-1])
        begins_with = _count_words(turns[i].text, segments[i][0])
        words[i] = begins_with + (words[before] if is_part else ends_with)
        one_speaker = before < i - 1
        if (
            words[i] <= MAX_WORDS
            and (is_part or ends_with >= (_MIN_WORDS if one_speaker else _MIN_WORDS_BEFORE))
            and begins_with >= _MIN_WORDS
            and _has_complete_last_word(turns[before].text)
        ):
            found[i] = before
    return found


def _find_cut_by_diarisation(turns: Sequence[Turn]) -> list[int]:
    """Find turns in lower case after one without a mark; none where that tells nothing."""
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
    return [] if len(found) > whole or is_careless else found


def _find_cut_by_listeners(
    turns: Sequence[Turn], segments: Sequence[Sequence[Span]]
) -> dict[int, int]:
    """Find turns that go on in lower case where their speaker's last one has no mark at its end.

    Others have hardly said anything between the two. That it is the same speaker tells more than
    how a talk is written, so it is enough that most turns end with marks and begin with capitals.
    """
    found: dict[int, int] = {}
    between: set[int] = set()
    for i in range(2, len(turns)):
        before = _find_interrupted(turns, segments, i)
        if (
            before is not None
            and _has_lower_case_start(turns[i].text)
            and not is_finished(turns[before].text)
        ):
            found[i] = before
            between.update(range(before + 1, i))
    others = [i for i in range(1, len(turns)) if i not in found and i not in between]
    careless = sum(
        _has_lower_case_start(turns[i].text) == is_finished(turns[i - 1].text) for i in others
    )
    return {} if 2 * careless > len(others) else found


def _find_interrupted(
    turns: Sequence[Turn], segments: Sequence[Sequence[Span]], i: int
) -> int | None:
    """Find the last turn of the same speaker, if others say no more than a few words between."""
    speaker = turns[i].speaker
    words = 0
    for before in range(i - 1, -1, -1):
        turn = turns[before]
        if None in (turn.speaker, speaker):
            return None
        if turn.speaker == speaker:
            return before if before < i - 1 else None
        said = sum(_count_words(turn.text, segment) for segment in segments[before])
        words += max(said, len(segments[before]))
        if words > MAX_INTERJECTION_WORDS:
            return None
    return None


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
