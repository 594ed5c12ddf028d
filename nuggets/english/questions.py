"""Questions: by their mark, and by their words where talk has no marks.

Rules for English, on folded text (`words.fold`); no model.
"""

from __future__ import annotations

import re

from nuggets.english.rules import Rule, join_patterns

_QUESTION_MARKS = "?？؟"
_LEAD_IN = re.compile(  # no answers such as "no", which `standalone` takes for one
    r"^(?:(?:and|but|so|or|well|yeah|okay|ok|right|now|then|um+|uh+|like|oh|ah)\b,? ?)++",
    re.IGNORECASE,
)
INTERROGATIVES = (  # how a question begins
    Rule(
        "question word",
        r"(?:what|how|why|when|where|who|which)(?:'s\b|'re\b| (?:\w+ )??(?:do|does|did|is|are|was"
        r"|were|can|could|would|should|will|have|has|am) (?:you|we|they|he|she|it|i|there|that|this"
        r"|the|your|our|their|his|her|people)\b)",
        "how do you heat a city",
    ),
    Rule(
        "inversion",
        r"(?:do|does|did|is|are|was|were|can|could|would|should|will|have|has|don't|doesn't|didn't"
        r"|isn't|aren't|wasn't) (?:you|we|they|he|she|it|i|there|that|this|your|our|their|the)\b"
        r"(?! (?:is|are))",
        "do you heat a city",
    ),
    Rule("suggestion", r"(?:how|what) about\b", "what about the harbor"),
    Rule("request", r"tell (?:me|us)\b", "tell us of the harbor"),
)
_INTERROGATIVE = re.compile(join_patterns(INTERROGATIVES), re.IGNORECASE)


def is_question(text: str) -> bool:
    """Whether a sentence ends with a question mark.

    >>> is_question("What is it?"), is_question("It is what it is.")
    (True, False)
    """
    ending = text[len(text.rstrip(f"{_QUESTION_MARKS}\"')]!")) :]
    return any(mark in ending for mark in _QUESTION_MARKS)


def is_unmarked_question(text: str) -> bool:
    """Whether a sentence is worded as a question, for unpunctuated talk.

    Rule: it begins with an interrogative clause, with or without a lead-in such as "so".

    >>> is_unmarked_question("so how do you heat a city")
    True
    >>> is_unmarked_question("how you heat a city matters")
    False
    """
    return any(
        _INTERROGATIVE.match(part)
        for part in dict.fromkeys((text, _LEAD_IN.sub("", text, count=1)))
    )
