"""Names that only markup shows (bold type, a heading, a table cell): when they are speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.text.speakers.recurrence import (
    LEAST_RECURRING,
    count_changes,
    count_recurring,
    has_alternating_names,
)

QUESTION_NUMBER = r"Q ?[0-9]{1,4}[.:)]?"
"""Pattern of a question's number, which committees write before the name of who asks."""

_NUMBER = re.compile(rf"{QUESTION_NUMBER}(?:\s+|\Z)")
_MIN_RECURRING = 3  # names that recur; by eye, as is the next
_MAX_IN_SENTENCES = 0.3  # share of them after which a sentence goes on in lower case


def looks_like_speakers(names: Sequence[str]) -> bool:
    """Whether most names recur, and not all in one stretch; "" stands for no name."""
    recurring = count_recurring(name for name in names if name)
    recur = recurring >= max(_MIN_RECURRING, LEAST_RECURRING * len(names))
    return recur and count_changes(names) > 0


def looks_like_dialogue(names: Sequence[str]) -> bool:
    """Whether two names or more recur and take turns, as in hardly anything but a dialogue."""
    return looks_like_speakers(names) and has_alternating_names(names)


def has_sentence_subjects(followers: Sequence[str]) -> bool:
    """Whether names are subjects of sentences, as in minutes (`ANNA will send the report`).

    Args:
        followers: The first character behind each name on its line; "" if there is none.
    """
    lower = sum(follower.islower() for follower in followers)
    return lower > _MAX_IN_SENTENCES * len(followers)


def strip_question_number(text: str) -> str:
    """Strip the number of a question before a name."""
    number = _NUMBER.match(text) if text[:1] == "Q" else None
    return text[number.end() :] if number else text
