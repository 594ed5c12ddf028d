"""Stage directions: a transcriber's notes on sounds: `[laughter]`, `(applause)`, `♪ la ♪`."""

from __future__ import annotations

import re
from functools import lru_cache

_NOISES = (
    r"laugh(?:s|ter|ing)?|chuckl(?:es?|ing)|giggl(?:es?|ing)|cross[- ]?talk|overlapping\b.*|"
    r"applau(?:se|ds)|cheer(?:s|ing)|inaudible|unintelligible|indiscernible|phonetic|ph|sic|"
    r"music|singing|sings|pauses?|silence|sigh(?:s|ing)?|cough(?:s|ing)?|sneez(?:es?|ing)|"
    r"sniff(?:s|les)?|gasps?|groans?|whisper(?:s|ing)|snorts?|noise|beep|"
    r"foreign language|gavel|recess|off[- ]mic|clears? throat|clearing throat|"
    r"(?:speaks?|speaking) (?:in )?[\w ]+|(?:video|audio|tape|clip) (?:clip|plays|playing|ends)"
)
_DIRECTION = re.compile(
    r"\[[^\[\]]*\]|\{[^{}]*\}|♪[^♪]*(?:♪|$)"
    r"|(?<![*\w])\*[^*.?!,\s]+(?: [^*.?!,\s]+){0,2}\*(?![*\w])"
    r"|[(<]\s*(?:(?:all|audience|background|both|brief|general|light|long|loud|nervous|short|soft|"
    rf"upbeat|\w+ly) )?(?:{_NOISES})(?: (?:and|continues|ends|fades|playing|plays|starts|stops|"
    rf"{_NOISES}|[\d:]+)){{0,2}}[.!]?\s*[)>]",
    re.IGNORECASE,
)
_TOKENISED = re.compile(r"\s+(?='(?:s|re|m|ve|ll|d|t)\b)|(?<=\w)\s*-\s*(?=\w)", re.IGNORECASE)


def strip_stage_directions(text: str) -> str:
    """Remove stage directions, and fold white space.

    What is in square or curly brackets or between musical notes is always removed; between
    asterisks if it is at most three words; in round brackets only if it is a known direction.

    >>> strip_stage_directions("Well {vocalsound} yes (laughs) [crosstalk] (in part) *sighs* no.")
    'Well yes (in part) no.'
    """
    return " ".join(_DIRECTION.sub(" ", text).split())


def is_stage_direction(text: str) -> bool:
    """Whether a text is nothing but stage directions.

    >>> is_stage_direction("[inaudible 00:12:03]"), is_stage_direction("♪ music ♪ (laughs)")
    (True, True)
    >>> is_stage_direction("(in part)"), is_stage_direction("[laughter] Right.")
    (False, False)
    """
    found = _DIRECTION.search(text) is not None
    return found and not any(char.isalnum() for char in strip_stage_directions(text))


@lru_cache(maxsize=8)  # many rules ask for the same sentence
def normalize_spelling(text: str) -> str:
    """Remove stage directions, straighten apostrophes, undo tokenising ("that 's", "mm - hmm")."""
    return _TOKENISED.sub(
        lambda gap: "-" if "-" in gap[0] else "", strip_stage_directions(text).replace("’", "'")
    )
