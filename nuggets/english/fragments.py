"""Fragments: sentences that break off, have no clause of their own, or begin in the middle.

Rules for English, on folded text (`words.fold`); no model and no tagger: a sentence has a clause
where a word stands in it that is nearly always a finite verb.
"""

from __future__ import annotations

import re

from nuggets.english.questions import is_question
from nuggets.english.rules import Rule, join_patterns
from nuggets.english.words import split_words

_MIN_WORDS = 4  # by eye; fewer are too short to be read alone, in any script
# Marks of folded text, in which an ellipsis is three full stops and breaks a sentence off.
_MARKED_END = re.compile(r"""[.!?。！？؟।]["')\]]*$""")
_BROKEN_OFF = re.compile(r"""(?:-|,|:|;|\.\.\.)["')\]]*$""")
FALSE_STARTS = (
    Rule("letter", r"""^["'(]?[b-hj-z] [A-Z]""", "n None of this is paid for by the town."),
    Rule(
        "word said twice",
        r"""^["'(]?(?P<said>[a-z]+),? (?!(?P=said)\b)(?i:(?P=said))\b""",
        "the The problem is paid for by the town.",
    ),
    Rule(
        "half a word",
        r"(?<![\w.'/&-])(?!(?:brr|cm|cf|dr|ft|gb|hm|hmm|hrs|hz|kb|kg|kkk|km|kph|lb|lbs|mb|mhz|min"
        r"|ml|mm|mmm|mph|mr|mrs|ms|nd|ng|nth|pct|pm|psst|rd|sh|shh|sq|st|th|tv|vs)\b)"
        r"[bcdfghjklmnpqrstvwxz]{2,4}(?![\w.'/&-])",
        "I was tr going to pay for it.",
    ),
)
_FALSE_START = re.compile(join_patterns(FALSE_STARTS))
_LOWER_OPENING = re.compile(r"""^["'(\[\s]*[a-z]+\b(?![A-Z.])""")
VERBS = (  # nearly always verbs, with "has" and "'s", which may be none; in doubt there is one
    Rule("be", r"\b(?:am|is|are|was|were|be|been|being)\b", "The pumps of the harbor are old."),
    Rule("have", r"\b(?:has|have|had)\b", "The pumps of the harbor have rust."),
    Rule("do", r"\b(?:do|does|did)\b", "The pumps of the harbor do well."),
    Rule(
        "modal",
        r"\b(?:can|could|will|would|shall|should|may|might|must)\b",
        "The pumps of the harbor must fit.",
    ),
    Rule(
        "negation",
        r"\b(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|wouldn't)\b",
        "The pumps of the harbor don't fit.",
    ),
    Rule("contraction", r"'(?:m|re|s|ve|ll|d)\b", "We're on the way to the harbor."),
    Rule(
        "present",
        r"\b(?:get|go|goes|see|find|tell|let|keep|pay|run|means?|thinks?|knows?|wants?|needs?"
        r"|takes?|gives?|makes?|says?|comes?|looks?|works?|helps?|costs|pays|gets|keeps|finds|tells"
        r"|builds|becomes?|begins?|believes?|brings?|buys|feels|grows|happens?|hears|hates|owns"
        r"|loves|remains?|seems?|sells|sends|spends|speaks|stands|tries|understands?|wins|writes?"
        r"|requires?|matters)\b",
        "The pumps of the harbor want oil.",
    ),
    Rule(
        "past",
        r"\b(?:got|went|made|said|took|saw|came|gave|found|told|put|kept|cost|lost|left|built|ran"
        r"|became|began|brought|bought|felt|grew|heard|held|knew|rose|sold|sent|spent|spoke|stood"
        r"|taught|thought|understood|won|wrote)\b",
        "The pumps of the harbor cost millions.",
    ),
    Rule(
        "regular ending",
        r"\b(?!(?:hundred|indeed|times)\b)\w{2,}(?:ed|es)\b",
        "The pumps of the harbor stopped.",
    ),
)
_VERB = re.compile(join_patterns(VERBS), re.IGNORECASE)
# Of these the ones that make a clause of their own: not "to go", not "pipes".
_FINITE = re.compile(rf"(?<!\bto )(?:{_VERB.pattern.replace('(?:ed|es)', 'ed')})", re.IGNORECASE)
PARTICIPLES = (  # with a subject a clause, too
    Rule(
        "participle",
        r"\b(?!(?:(?:any|every|no|some)?thing|morning|evening|during|spring|string)\b)\w{2,}ing\b",
        "Everyone fighting over the harbor.",
    ),
    Rule(
        "subject and verb",
        r"\b(?:i|we|you|they|people) (?:\w+ )?(?:love|hate|drove|fell)\b",
        "We drove to the harbor.",
    ),
)
_PARTICIPLE = re.compile(join_patterns(PARTICIPLES), re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:i|you|we|they|he|she|it|there|(?:that|this)(?= is| was|'s)|who|people|everyone|everybody"
    r"|nobody|someone|somebody|let's|don't)\b",
    re.IGNORECASE,
)
_MAX_SUBORDINATE_WORDS = 12  # by eye; longer ones may hold a main clause
_LEAD_IN = re.compile(  # not "because", which `standalone` takes for one
    r"^(?:(?:and|but|so|or|well|yeah|like|um+|uh+|i mean|you know|then|just|only)\b,? )+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^(?:even )?(?:if|when|because|unless|although|whereas|until)\b", re.IGNORECASE
)


def is_fragment(text: str, *, punctuated: bool, cased: bool = False) -> bool:
    """Whether a sentence is less than one: breaks off, has no verb, or is too short.

    So is a subordinate clause alone ("If we go there."), a false start ("the The problem"), and
    what begins in the middle.

    Args:
        text: One sentence, folded.
        punctuated: Whether the sentences of this transcript end with marks, so that one without
            a mark breaks off.
        cased: Whether the sentences of this transcript begin with capitals, so that one without
            a capital begins in the middle.

    >>> is_fragment("So the first thing we -", punctuated=True)
    True
    >>> is_fragment("we ship in May and nobody minds", punctuated=False)
    False
    """
    if _BROKEN_OFF.search(text) or (punctuated and not _MARKED_END.search(text)):
        return True
    words = split_words(text)
    if not text.isascii() and len(words) >= _MIN_WORDS and not re.search("[a-z]{3}", text):
        return False  # another script: the verbs are not ours to know
    if len(words) < _MIN_WORDS or _FALSE_START.search(text) or _is_subordinate_clause(text):
        return True
    if cased and _LOWER_OPENING.match(text):
        return True
    return not _VERB.search(text) and not (_PARTICIPLE.search(text) and _SUBJECT.search(text))


def _is_subordinate_clause(text: str) -> bool:
    """Whether a sentence is nothing but one clause that begins with "if" or the like."""
    clause = _LEAD_IN.sub("", text, count=1)
    return (
        bool(_SUBORDINATE.match(clause))
        and not is_question(text)
        and not re.search(r"[,;:-]|\bthen\b", clause)
        and len(clause.split()) <= _MAX_SUBORDINATE_WORDS
        and len(_SUBJECT.findall(clause)) < 2
        and len(_FINITE.findall(clause)) < 2
    )
