"""Filler: backchannels and greetings, which say nothing; a predicate for each, for English.

Each judges the text of one sentence. Filler stays in the transcript as context and is never
picked, so a false positive loses content and a false negative prints a platitude. In doubt they say
no: a sentence must consist of phrases of a closed list from its first word to its last.
"""

from __future__ import annotations

import re

from nuggets.english.filler_tables import ASSESSMENTS, GREETINGS, NAME, NAMES, RESPONSES
from nuggets.english.rules import join_patterns, join_phrases
from nuggets.formats.stage_directions import normalize_spelling

_PAUSE_MARKS = re.compile(r"\s*[,;:—–]+\s*|\s+-+\s+|…|\.\.+")
_BACKCHANNEL = re.compile(
    r"(?:(?:(?:that's|that is|this is|that was|it's|it is) (?:so |very |really |pretty |just )*+"
    rf"(?:{join_patterns(ASSESSMENTS)})|{join_phrases(RESPONSES)})(?:\s|$))++$"
)
_MAX_BACKCHANNEL = 200  # characters, by eye; longer texts are not searched, which takes long


def is_backchannel(text: str) -> bool:
    """Whether a sentence only shows that somebody listens, agrees, hesitates or wonders.

    Rule: nothing but responses and assessments of a closed list, stage directions and punctuation.

    >>> is_backchannel("Yeah , exactly . {vocalsound}"), is_backchannel("That’s a good question.")
    (True, True)
    >>> is_backchannel("Yes, we ship in May."), is_backchannel("Right to left.")
    (False, False)
    """
    if len(text) > _MAX_BACKCHANNEL:
        return False
    words = re.sub(
        r"[^\w'\s-]|(?<!\w)-|-(?!\w)", " ", _PAUSE_MARKS.sub(" ", normalize_spelling(text)).lower()
    )
    return _BACKCHANNEL.match(" ".join(words.split())) is not None


_LEAD_IN = (
    r"(?i:and|so|well|okay|ok|all right|alright|now|oh|yes|yeah|but|anyway|again|right|then|great|"
    r"just|,)"
)
_GREETING = re.compile(
    rf"(?:(?:{_LEAD_IN} )*?(?:{NAME} , )?(?i:{join_patterns(GREETINGS)})"
    rf"(?![\w'-]){NAMES}(?: ,)?(?: |$))++$"
)


def is_greeting(text: str) -> bool:
    """Whether a sentence is a greeting, welcome, thanks, introduction or good-bye.

    Rule: nothing but formulas of a closed list, names, and lead-ins such as "well, now".

    >>> is_greeting("Welcome back to the show."), is_greeting("Thank you, Chair.")
    (True, True)
    >>> is_greeting("We welcome regulation."), is_greeting("Hello World is a program.")
    (False, False)
    """
    words = re.sub(
        r"[^\w'%$,\s-]|(?<!\w)-|-(?!\w)", " ", _PAUSE_MARKS.sub(" , ", normalize_spelling(text))
    )
    return _GREETING.match(" ".join(words.split()).strip(", ")) is not None
