"""Whether a sentence can be read without those before it.

Rules for English talk, on folded text (`words.fold`); no model. Thirty in a hundred extractive
summaries mislead through a pronoun whose noun was left behind or an answer without its question
(Zhang, Wan and Bansal 2023, "Extractive is not Faithful"); these rules are against that.
"""

from __future__ import annotations

import re

from nuggets.english.words import split_words

_LEAD = re.compile(
    r"""^(?:[\s"'(\[-]|\.\.\.|(?:and|but|so|or|because|'cause|cause|well|yeah|yes|no|nope|right|okay
    |ok|oh|now|then|like|um+|uh+|er|ah|hm+|you\ know|i\ mean|i\ guess|i\ don't\ know(?=,)|also|again
    |actually|basically|look
    |exactly|sure|absolutely|totally|honestly|maybe|perhaps|alright|all\ right|of\ course|in\ fact
    |obviously|certainly|definitely|anyway|though|still|yep|hey|however|moreover|furthermore)\b(?!-)[\s,.;:-]*)+""",
    re.IGNORECASE | re.VERBOSE,
)
_SAYING = re.compile(
    r"""^(?:i|we|you|people)\ (?:\w+\ )?(?:do\ )?(?:think|mean|guess|believe|feel|suppose|know|hope
    |would\ say|would\ argue|assume|suspect|agree|see|said|say|don't\ think|don't\ know|'d\ say)
    (?:\ (?:that|like|if|how|why|what))?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_EXPLETIVE = re.compile(
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
_PRONOUN = re.compile(
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
_SHORT = 9  # words of a sentence that may live on what the one before it said
_ELLIPSIS = re.compile(  # "Every revolution does.", "I suspect you do too."
    r"""^(?!.*\b(?:what|how|who|whom|where|why|when|which|that|than|as|if|whatever|wherever|all|things?
      |way|or|and)\b)
    .*(?<!\bto)\ (?:do|does|did|don't|doesn't|didn't|is|isn't|are|aren't|was|wasn't|were|will|won't
      |would|wouldn't|can|can't|could|couldn't|should|have|haven't|has|hasn't|had)
    (?:\ (?:too|either|as\ well|not|now|again))?[.!]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTS_BACK = re.compile(  # "There's some truth to that."
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
_POINTING = re.compile(r"^(?:this|that|these|those|the (?:same|other)|such)\b", re.IGNORECASE)
_ANSWERING = re.compile(
    r"^(?:yes|yeah|yep|no|nope|exactly|sure|absolutely|definitely|correct|maybe|probably|totally"
    r"|because|not|of course|right)\b",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    r"^(?:and|but|so|or|because|also|then|however|therefore|thus|which"
    r"|moreover|furthermore|in addition|for example|for instance|finally|lastly)\b",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 12  # words
_LEAD_BUT_BECAUSE = re.compile(
    r"^(?:(?:and|but|so|or|well|yeah|like|um+|uh+|i mean|you know|then|just|only)\b,? )+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:even )?(?:if|when|because|unless|although|whereas|until)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:i|you|we|they|he|she|it|there|(?:that|this)(?= is| was|'s)|who|people|everyone|everybody"
    r"|nobody|someone|somebody|let's|don't)\b",
    re.IGNORECASE,
)
_FALSE_START = re.compile(  # "n None of this is", "the The problem", "I was tr gonna"
    r"""^["'(]?(?:[b-hj-z]\ [A-Z]|(?P<said>[a-z]+),?\ (?!(?P=said)\b)(?i:(?P=said))\b)
    |(?<![\w.'/&-])(?!(?:brr|cm|cf|dr|ft|gb|hm|hmm|hrs|hz|kb|kg|kkk|km|kph|lb|lbs|mb|mhz|min|ml|mm|mmm
      |mph|mr|mrs|ms|nd|ng|nth|pct|pm|psst|rd|sh|shh|sq|st|th|tv|vs)\b)
    [bcdfghjklmnpqrstvwxz]{2,4}(?![\w.'/&-])""",
    re.VERBOSE,
)
_LOWER_OPENING = re.compile(r"""^["'(\[\s]*[a-z]+\b(?![A-Z.])""")
_FINAL = re.compile(r"""[.!?。！？؟।]["')\]]*$""")
_BROKEN = re.compile(r"""(?:-|,|:|;|\.\.\.)["')\]]*$""")
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall"
    r"|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|won't|wouldn't"
    r"|get|got|go|goes|went|make|made|say|said|think|know|want|need|take|took|see|saw|come|came"
    r"|give|gave|find|found|tell|told|put|let|keep|kept|pay|cost|lost|left|built|ran|run|means?"
    r"|thinks?|knows?|wants?|needs?|takes?|gives?|makes?|says?|comes?|looks?|works?|helps?"
    r"|costs|pays|gets|keeps|finds|tells|builds|became|becomes?|begins?|began|believes?|brings?"
    r"|brought|buys|bought|feels|felt|grew|grows|happens?|hears|heard|hates|held|knew|owns|loves"
    r"|remains?|rose|seems?|sells|sold|sends|sent|spends|spent|speaks|spoke|stands|stood|taught"
    r"|thought|tries|understands?|understood|wins|won|writes?|wrote|works?|requires?|matters)\b"
    r"|'(?:m|re|s|ve|ll|d)\b|\b(?!(?:hundred|indeed|times)\b)\w{2,}(?:ed|es)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\b(?!(?:(?:any|every|no|some)?thing|morning|evening|during|spring|string)\b)\w{2,}ing\b"
    r"|\b(?:i|we|you|they|people) (?:\w+ )?(?:love|hate|drove|fell)\b",
    re.IGNORECASE,
)


_ASIDE = re.compile(
    r"^(?:(?:and|but|so|or|well|yeah|okay|ok|right|now|then|um+|uh+|like|oh|ah)\b,? ?)++",
    re.IGNORECASE,
)
_ASKING = re.compile(  # "what did you do", "do you think so", "is that so"
    r"""(?:what|how|why|when|where|who|which)(?:'s\b|'re\b|\ (?:\w+\ )??(?:do|does|did|is|are|was
      |were|can|could|would|should|will|have|has|am)\ (?:you|we|they|he|she|it|i|there|that|this|the
      |your|our|their|his|her|people)\b)
    |(?:do|does|did|is|are|was|were|can|could|would|should|will|have|has|don't|doesn't|didn't|isn't
      |aren't|wasn't)\ (?:you|we|they|he|she|it|i|there|that|this|your|our|their|the)\b
      (?!\ (?:is|are))
    |(?:how|what)\ about\b|tell\ (?:me|us)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FINITE = re.compile(rf"(?<!\bto )(?:{_VERB.pattern.replace('(?:ed|es)', 'ed')})", re.IGNORECASE)


def is_question(text: str) -> bool:
    """Tell whether a sentence asks.

    >>> is_question("What is it?"), is_question("It is what it is.")
    (True, False)
    """
    ending = text[len(text.rstrip("?？؟\"')]!")) :]
    return any(mark in ending for mark in "?？؟")


def is_unmarked_question(text: str) -> bool:
    """Tell whether the words of a sentence ask; for talk that has no question marks.

    >>> is_unmarked_question("so how do you heat a city")
    True
    >>> is_unmarked_question("how you heat a city matters")
    False
    """
    return any(_ASKING.match(part) for part in dict.fromkeys((text, _ASIDE.sub("", text, count=1))))


def is_fragment(text: str, *, punctuated: bool, cased: bool = False) -> bool:
    """Tell whether a sentence breaks off, has no verb of its own, or is too short to be read alone.

    Nor can be read alone: a clause without the main one ("If we go there."), a false start ("the
    The problem"), and what begins in the middle.

    Args:
        text: One sentence, folded.
        punctuated: Whether this transcript ends its sentences with marks; where it does not, a
            missing mark means nothing.
        cased: Whether the sentences of this transcript begin with capitals; where they do, one
            that does not begins in the middle.

    >>> is_fragment("So the first thing we -", punctuated=True)
    True
    >>> is_fragment("we ship in May and nobody minds", punctuated=False)
    False
    """
    if _BROKEN.search(text) or (punctuated and not _FINAL.search(text)):
        return True
    words = split_words(text)
    if not text.isascii() and len(words) > 3 and not re.search("[a-z]{3}", text):
        return False  # another script: the verbs are not ours to know
    if len(words) < 4 or _FALSE_START.search(text) or _is_clause(text):
        return True
    if cased and _LOWER_OPENING.match(text):
        return True
    return not _VERB.search(text) and not (_PARTICIPLE.search(text) and _SUBJECT.search(text))


def _is_clause(text: str) -> bool:
    """Tell whether all that a sentence holds is one clause that begins with "if" or the like."""
    bare = _LEAD_BUT_BECAUSE.sub("", text, count=1)
    return (
        bool(_CLAUSE.match(bare))
        and not is_question(text)
        and not re.search(r"[,;:-]|\bthen\b", bare)
        and len(bare.split()) <= _LONGEST_CLAUSE
        and len(_SUBJECT.findall(bare)) < 2
        and len(_FINITE.findall(bare)) < 2
    )


def is_context_dependent(text: str) -> bool:
    """Tell whether a sentence needs what came before it.

    It begins with a pronoun whose noun came before ("They ship in May."), goes on with something
    ("Second of all,"), or leaves out what was said already ("Every revolution does.").

    >>> is_context_dependent("And that's why it failed.")
    True
    >>> is_context_dependent("It's important to test first.")
    False
    """
    bare = _strip_lead(text)
    if not bare:
        return True
    if len(bare.split()) <= _SHORT and any(
        pattern.match(bare) for pattern in (_ELLIPSIS, _POINTS_BACK, _WITHOUT_OBJECT)
    ):
        return True
    said = _SAYING.sub("", bare)
    return any(
        bool(_PRONOUN.match(part)) and not _EXPLETIVE.match(part)
        for part in dict.fromkeys((bare, said))
    )


def is_answer(text: str) -> bool:
    """Tell whether a sentence begins as the answer to a question ("Yes", "Because").

    >>> is_answer("No, we never did."), is_answer("Nothing changed.")
    (True, False)
    """
    return bool(_ANSWERING.match(text))


def independence(text: str) -> float:
    """Say how well a sentence opens a passage: 1 for a fresh start, less for "And" or "that idea".

    >>> independence("Water stores heat.") > independence("And that idea was new.")
    True
    """
    share = 1.0
    if _CONNECTED.match(text):
        share *= 0.8
    elif is_answer(text):
        share *= 0.75
    elif _LEAD.match(text):
        share *= 0.9
    if _POINTING.match(_SAYING.sub("", _strip_lead(text))):
        share *= 0.75
    return share


def _strip_lead(text: str) -> str:
    return _LEAD.sub("", text, count=1)
