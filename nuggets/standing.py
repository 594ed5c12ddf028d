"""Whether a sentence can be read without those before it.

Rules for English talk, on folded text (`words.fold`); no model. Thirty in a hundred extractive
summaries mislead through a pronoun whose noun was left behind or an answer without its question
(Zhang, Wan and Bansal 2023, "Extractive is not Faithful"); these rules are against that.
"""

from __future__ import annotations

import re

from nuggets.words import split_words

_LEAD = re.compile(
    r"""^(?:[\s"'(\[-]|\.\.\.|(?:and|but|so|or|because|'cause|cause|well|yeah|yes|no|nope|right|okay
    |ok|oh|now|then|like|um+|uh+|er|ah|hm+|you\ know|i\ mean|i\ guess|also|again
    |actually|basically|look
    |exactly|sure|absolutely|totally|honestly|maybe|perhaps|alright|all\ right|of\ course|in\ fact
    |obviously|certainly|definitely|anyway|though|still|yep|hey)\b(?!-)[\s,.;:-]*)+""",
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
        |idea|way|mistake)
      \b.*\b(?:to|that|if|when|how|what|whether|why|for|\w+ing)\b
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
      (?:he|she|they|it|him|her|them|his|hers|theirs|its)(?:'\w+)?\b
     |(?:this|that|these|those)(?:$|[,.;!?]|'\w+|\ {_VERB_AFTER})
     |(?:which|whose|whom|who)\b(?!\ (?:is|are|was|of)\b.*\?)
     |the\ (?:same|other|former|latter|second|third|last|first)\ (?:one|thing|part|reason|point)\b
     |(?:neither|either|both|such|same|another|others?)\b(?!\ \w+\ (?:and|or|nor)\b)
     |(?:one|some|many|most|all|none|each|part|half|any|two|three|much)\ of
       \ (?:them|it|those|these|that)\b
     |(?:not\ (?:that|really|necessarily|at\ all|yet|only\ that|just\ that)|more\ or\ less)\b
     |(?:so|neither|nor)\ (?:do|does|did|is|are|was|were|am|have|has)\b
     |(?:there|here)(?:,|\.|\ too)
     |(?:what|that|which)\ i\ (?:meant|said|mean)\b
     |(?:to|for)\ (?:that|this|him|her|them)\b
     |(?:because|since)\ (?:it|they|he|she|that|this)\b
     |(?:by|in|on|at|after|before|with|from|about|of|like|as|if|when|than|until|once)
       \ (?:that|this|it|them|him|her|they|he|she|those|these)
       (?:$|[,.;!?]|'\w+|\ {_VERB_AFTER})
     |(?:if|when|whenever|once|unless|until|after|before|by|for|in)\b(?:\ [\w']+){{0,4}}
       \ (?:do|does|did|doing|done)\ (?:that|this|it|so)(?:$|[,.;!?])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTING = re.compile(r"^(?:this|that|these|those|the (?:same|other)|such)\b", re.IGNORECASE)
_ANSWERING = re.compile(
    r"^(?:yes|yeah|yep|no|nope|exactly|sure|absolutely|definitely|correct|maybe|probably|totally"
    r"|because|not|of course|right)\b",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    r"^(?:and|but|so|or|because|also|then|however|therefore|thus|which)\b", re.IGNORECASE
)
_FINAL = re.compile(r"""[.!?。！？؟।]["')\]]*$""")
_BROKEN = re.compile(r"""(?:-|,|:|;|\.\.\.)["')\]]*$""")
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall"
    r"|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|won't|wouldn't"
    r"|get|got|go|goes|went|make|made|say|said|think|know|want|need|take|took|see|saw|come|came"
    r"|give|gave|find|found|tell|told|put|let|keep|kept|pay|cost|lost|left|built|ran|run|means?"
    r"|thinks?|knows?|wants?|needs?|takes?|gives?|makes?|says?|comes?|looks?|works?|helps?)\b"
    r"|'(?:m|re|s|ve|ll|d)\b|\b(?!(?:hundred|indeed|(?:any|every|no|some)?thing|morning|evening"
    r"|during|spring|string|times)\b)\w{2,}(?:ed|ing|es)\b",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Tell whether a sentence asks.

    >>> is_question("What is it?"), is_question("It is what it is.")
    (True, False)
    """
    ending = text[len(text.rstrip("?？؟\"')]!")) :]
    return any(mark in ending for mark in "?？؟")


def is_fragment(text: str, *, punctuated: bool) -> bool:
    """Tell whether a sentence breaks off, has no verb, or is too short to be read alone.

    Args:
        text: One sentence, folded.
        punctuated: Whether this transcript ends its sentences with marks; where it does not, a
            missing mark means nothing.

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
    return len(words) < 4 or not _VERB.search(text)


def leans_back(text: str) -> bool:
    """Tell whether a sentence begins with a pronoun (or the like) whose noun came before it.

    >>> leans_back("And that's why it failed."), leans_back("It's important to test first.")
    (True, False)
    """
    bare = _strip_lead(text)
    if not bare:
        return True
    said = _SAYING.sub("", bare)
    return any(
        bool(_PRONOUN.match(part)) and not _EXPLETIVE.match(part)
        for part in dict.fromkeys((bare, said))
    )


def answers(text: str) -> bool:
    """Tell whether a sentence begins as the answer to a question ("Yes", "Because").

    >>> answers("No, we never did."), answers("Nothing changed.")
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
    elif answers(text):
        share *= 0.75
    elif _LEAD.match(text):
        share *= 0.9
    if _POINTING.match(_SAYING.sub("", _strip_lead(text))):
        share *= 0.75
    return share


def _strip_lead(text: str) -> str:
    return _LEAD.sub("", text, count=1)
