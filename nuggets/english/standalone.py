"""Independence of a sentence: whether it can be read without the ones before it.

Rules for English, on folded text (`words.fold`); no model. Thirty in a hundred extractive
summaries mislead through a pronoun whose noun was left behind or an answer without its question
(Zhang, Wan and Bansal 2023, "Extractive is not Faithful"); these rules are against that.
"""

from __future__ import annotations

import re

_LEAD_IN = re.compile(  # discourse markers, connectives and answers before the opening itself
    r"""^(?:[\s"'(\[-]|\.\.\.|(?:and|but|so|or|because|'cause|cause|well|yeah|yes|no|nope|right|okay
    |ok|oh|now|then|like|um+|uh+|er|ah|hm+|you\ know|i\ mean|i\ guess|i\ don't\ know(?=,)|also|again
    |actually|basically|look
    |exactly|sure|absolutely|totally|honestly|maybe|perhaps|alright|all\ right|of\ course|in\ fact
    |obviously|certainly|definitely|anyway|though|still|yep|hey|however|moreover|furthermore)\b(?!-)[\s,.;:-]*)+""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTION = re.compile(  # "I think (that)", before the opening of what is thought
    r"""^(?:i|we|you|people)\ (?:\w+\ )?(?:do\ )?(?:think|mean|guess|believe|feel|suppose|know|hope
    |would\ say|would\ argue|assume|suspect|agree|see|said|say|don't\ think|don't\ know|'d\ say)
    (?:\ (?:that|like|if|how|why|what))?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_EXPLETIVE = re.compile(  # an "it" that points forward: "It is important to test first."
    r"""^it(?:'s|'ll|'d|\ (?:is|was|would|will|may|might|could|can|has|does|doesn't))?
    (?:\ (?:be|been|not|also|just|really|very|so|always|never|often|pretty|quite|more|kind|sort
      |of))*\ (?:
      (?:\w+ly\ )?(?:a|an|the|my|our|your)?\ ?(?:\w+\ )?
      (?:important|clear|true|hard|easy|possible|impossible|likely|unlikely|great|interesting|good
        |bad|better|best|difficult|crucial|essential|worth|fair|obvious|critical|useful|helpful
        |nice|safe|unclear|known|reasonable|strange|natural|necessary|tempting|time|up\ to|wrong
        |idea|mistake)
      \b(?!\ (?:to|for)\ (?:them|him|her|us|me)\b|\ (?:\w+\ )?(?:thing|one|way|part|point|place
        |example|question|answer|company|product|tool|book|person|deal|job)\b)
      .*\b(?:to|that|if|when|how|what|whether|why|for|\w+ing)\b
     |turns?\ out|turned\ out|takes?\ \w+|took\ |seems?\ (?:to\ me|like|that|clear)|looks?\ like
     |appears?\ that|depends\ on|costs?\ \w+\ \w+\ to|only\ takes|rains?|snows?)""",
    re.IGNORECASE | re.VERBOSE,
)
_VERB_AFTER = r"""(?:
    's|'re|'ll|'d|'ve|is|isn't|was|wasn't|are|aren't|were|will|won't|would|wouldn't|can|can't|could
    |couldn't|may|might|must|should|has|hasn't|have|haven't|had|does|doesn't|do|don't|did|didn't
    |means?|meant|makes?|made|seems?|feels?|gets?|goes|just|really|also|actually|kind|kinds|sort
    |probably|all|alone|too|being|took|takes|gave|gives|became|comes?|came|sounds?|happen(?:s|ed)?
    |works?|worked|starts?|ends?|brings?|shows?|tells?|depends|matters|requires?|one|ones|things?
    |point|part|right|and|or|but|to|in|of|for|at|on|from|as|with|if|when|because)\b"""
_ANAPHORA = re.compile(  # pronouns and phrases whose noun or clause came before
    rf"""^(?:
      (?:he|she|they|it|him|her|them|his|hers|their|theirs|its)(?:'\w+)?\b
     |(?:this|that|these|those)(?:$|[,.;!?]|'\w+|\ {_VERB_AFTER})
     |(?:which|whose|whom|who)\b(?!\ (?:is|are|was|of)\b.*\?)
     |the\ (?:same|other|former|latter|second|third|last|first)\ (?:one|thing|part|reason|point)\b
     |(?:neither|either|both|such|same|another|others?)\b(?!\ \w+\ (?:and|or|nor)\b)
     |(?:one|some|many|most|all|none|each|part|half|any|two|three|much)\ of
       \ (?:them|it|those|these|that)\b
     |(?:not\ (?:that|really|necessarily|at\ all|yet|only\ that|just\ that)|more\ or\ less)\b
     |(?:so|neither|nor)\ (?:do|does|did|is|are|was|were|am|have|has)\b
     |(?:there|here)(?:,|\.|\ too)
     |(?:doing|having\ (?:said|done)|saying|knowing)\ (?:so|that|this|it)\b
     |(?:therefore|thus|hence|otherwise|likewise|similarly|conversely|consequently|meanwhile
       |on\ the\ other\ hand|in\ other\ words|as\ a\ result|by\ contrast|in\ contrast)\b(?=,)
     |(?:second|third|fourth)(?:ly|\ of\ all)?\b(?=,)|(?:secondly|thirdly)\b
     |(?:what|that|which)\ i\ (?:meant|said|mean)\b
     |(?:to|for)\ (?:that|this|him|her|them)\b
     |(?:because|since)\ (?:it|they|he|she|that|this)\b
     |(?:even\ )?(?:by|in|on|at|after|before|with|from|about|of|like|as|if|when|than|until|once)
       \ (?:that|this|it|them|him|her|they|he|she|those|these)
       (?:$|[,.;!?]|'\w+|\ {_VERB_AFTER})
     |(?:if|when|whenever|once|unless|until|after|before|by|for|in)\b(?:\ [\w']+){{0,4}}
       \ (?:do|does|did|doing|done)\ (?:that|this|it|so)(?:$|[,.;!?])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MAX_ELLIPTIC_WORDS = 9  # by eye; longer sentences rarely leave out what was said before
_ELLIPSIS = re.compile(  # "Every revolution does.", "I suspect you do too."
    r"""^(?!.*\b(?:what|how|who|whom|where|why|when|which|that|than|as|if|whatever|wherever|all|things?
      |way|or|and)\b)
    .*(?<!\bto)\ (?:do|does|did|don't|doesn't|didn't|is|isn't|are|aren't|was|wasn't|were|will|won't
      |would|wouldn't|can|can't|could|couldn't|should|have|haven't|has|hasn't|had)
    (?:\ (?:too|either|as\ well|not|now|again))?[.!]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS_WITH_ANAPHORA = re.compile(  # "There's some truth to that."
    r"""^(?:there(?:'s|\ (?:is|was|are|were))\b.*|(?:i|we|you)\ [^,;]*)
    \ (?:about|against|at|by|for|from|in|into|like|of|on|over|through|to|with)
    \ (?:that|this|them|it)(?:\ (?:too|either|as\ well))?[.!]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHOUT_OBJECT = re.compile(  # "So we finished last summer."
    r"""^(?:i|we)\ (?:finished|started|began|stopped|continued|succeeded|failed|tried|agreed)
    (?:\ (?:last|this|in|on|at|early|late|two|three)\b.*)?[.!]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DEMONSTRATIVE = re.compile(r"^(?:this|that|these|those|the (?:same|other)|such)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"^(?:yes|yeah|yep|no|nope|exactly|sure|absolutely|definitely|correct|maybe|probably|totally"
    r"|because|not|of course|right)\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"^(?:and|but|so|or|because|also|then|however|therefore|thus|which"
    r"|moreover|furthermore|in addition|for example|for instance|finally|lastly)\b",
    re.IGNORECASE,
)


def is_context_dependent(text: str) -> bool:
    """Whether a sentence has a context-dependent opening, or leaves out what was said before.

    Rule: it begins with anaphora ("They ship in May."), as a further point ("Second of all,"), or
    it is short and elliptic ("Every revolution does."). An expletive "it" points nowhere.

    >>> is_context_dependent("And that's why it failed.")
    True
    >>> is_context_dependent("It's important to test first.")
    False
    """
    opening = _strip_lead_in(text)
    if not opening:
        return True
    if len(opening.split()) <= _MAX_ELLIPTIC_WORDS and any(
        pattern.match(opening) for pattern in (_ELLIPSIS, _ENDS_WITH_ANAPHORA, _WITHOUT_OBJECT)
    ):
        return True
    unattributed = _ATTRIBUTION.sub("", opening)
    return any(
        bool(_ANAPHORA.match(part)) and not _EXPLETIVE.match(part)
        for part in dict.fromkeys((opening, unattributed))
    )


def is_answer(text: str) -> bool:
    """Whether a sentence begins as an answer to a question does ("Yes", "Because").

    >>> is_answer("No, we never did."), is_answer("Nothing changed.")
    (True, False)
    """
    return bool(_ANSWER.match(text))


def independence(text: str) -> float:
    """Score how well a sentence opens a passage.

    Returns:
        A share in (0, 1]: 1 for a fresh start, less after a connective, an answer or a discourse
        marker, and less again for a demonstrative such as "that idea". The factors are by eye.

    >>> independence("Water stores heat.") > independence("And that idea was new.")
    True
    """
    share = 1.0
    if _CONNECTIVE.match(text):
        share *= 0.8
    elif is_answer(text):
        share *= 0.75
    elif _LEAD_IN.match(text):
        share *= 0.9
    if _DEMONSTRATIVE.match(_ATTRIBUTION.sub("", _strip_lead_in(text))):
        share *= 0.75
    return share


def _strip_lead_in(text: str) -> str:
    return _LEAD_IN.sub("", text, count=1)
