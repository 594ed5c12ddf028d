"""When names that only markup sets off (bold type, a heading, a table cell) are speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

NUMBER = r"Q ?[0-9]{1,4}[.:)]?"
"""Pattern of the number of a question, as committees write it before the name of who asks."""

_NUMBER = re.compile(rf"{NUMBER}(?:\s+|\Z)")
_LEAST_RECURRING = 0.6  # share of them that occur more than once
_LEAST = 3
_LEAST_CHANGES = 0.3  # share of them that are not the one before
_MOST_IN_SENTENCES = 0.3  # share of them after which a sentence goes on in a small letter


def names_recur(names: Sequence[str]) -> bool:
    """Whether most names recur, and not all at a stretch; "" is none."""
    counts = Counter(names)
    recurring = sum(count for name, count in counts.items() if name and count > 1)
    changes = any(one != other for one, other in pairwise(names))
    return changes and recurring >= max(_LEAST, _LEAST_RECURRING * len(names))


def names_alternate(names: Sequence[str]) -> bool:
    """Whether two names or more recur in turn, as in a talk and hardly in anything else."""
    counts = Counter(names)
    changes = sum(one != other for one, other in pairwise(names))
    return (
        names_recur(names)
        and sum(count > 1 for count in counts.values()) > 1
        and changes >= _LEAST_CHANGES * len(names)
    )


def are_sentence_subjects(followers: Sequence[str]) -> bool:
    """Whether names are the subjects of sentences, as in minutes (`ANNA will send the report`).

    Args:
        followers: The first character behind each name on its line; "" where it stands alone.
    """
    small = sum(follower.islower() for follower in followers)
    return small > _MOST_IN_SENTENCES * len(followers)


def strip_question_number(text: str) -> str:
    """Take the number of a question away from before a name."""
    number = _NUMBER.match(text) if text[:1] == "Q" else None
    return text[number.end() :] if number else text
