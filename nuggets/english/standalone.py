"""Independence of a sentence: whether it can be read without the ones before it.

Rules for English, on folded text (`words.fold`); no model. Thirty in a hundred extractive
summaries mislead through a pronoun whose noun was left behind or an answer without its question
(Zhang, Wan and Bansal 2023, "Extractive is not Faithful"); these rules are against that.
"""

from __future__ import annotations

import re

from nuggets.english.rules import Rule, join_patterns

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
_EXPLETIVE_OPENING = (
    r"it(?:'s|'ll|'d| (?:is|was|would|will|may|might|could|can|has|does|doesn't))?"
    r"(?: (?:be|been|not|also|just|really|very|so|always|never|often|pretty|quite|more|kind|sort"
    r"|of))* "
)
EXPLETIVES = (  # behind "it is", where "it" points forward: "It is important to test first."
    Rule(
        "a judgement",
        r"(?:\w+ly )?(?:a|an|the|my|our|your)? ?(?:\w+ )?"
        r"(?:important|clear|true|hard|easy|possible|impossible|likely|unlikely|great|interesting"
        r"|good|bad|better|best|difficult|crucial|essential|worth|fair|obvious|critical|useful"
        r"|helpful|nice|safe|unclear|known|reasonable|strange|natural|necessary|tempting|time|up to"
        r"|wrong|idea|mistake)"
        r"\b(?! (?:to|for) (?:them|him|her|us|me)\b| (?:\w+ )?(?:thing|one|way|part|point|place"
        r"|example|question|answer|company|product|tool|book|person|deal|job)\b)"
        r".*\b(?:to|that|if|when|how|what|whether|why|for|\w+ing)\b",
        "It's important to test the pumps first.",
    ),
    Rule("what seems", r"seems? (?:to me|like|that|clear)", "It seems that the pumps are old."),
    Rule("what looks", r"looks? like", "It looks like rain in the harbor."),
    Rule("what appears", r"appears? that", "It appears that the pumps are old."),
    Rule("what turns out", r"turns? out|turned out", "It turns out that ammonia boils."),
    Rule("what it takes", r"takes? \w+|took |only takes", "It takes twenty years to build one."),
    Rule("what it costs", r"costs? \w+ \w+ to", "It costs five dollars to fill a tank."),
    Rule("what depends", r"depends on", "It depends on the price of copper."),
    Rule("weather", r"rains?|snows?", "It rains in Bergen all year."),
)
_VERB_AFTER = (
    r"(?:"
    r"'s|'re|'ll|'d|'ve|is|isn't|was|wasn't|are|aren't|were|will|won't|would|wouldn't|can|can't"
    r"|could|couldn't|may|might|must|should|has|hasn't|have|haven't|had|does|doesn't|do|don't|did"
    r"|didn't|means?|meant|makes?|made|seems?|feels?|gets?|goes|just|really|also|actually|kind"
    r"|kinds|sort|probably|all|alone|too|being|took|takes|gave|gives|became|comes?|came|sounds?"
    r"|happen(?:s|ed)?|works?|worked|starts?|ends?|brings?|shows?|tells?|depends|matters|requires?"
    r"|one|ones|things?|point|part|right|and|or|but|to|in|of|for|at|on|from|as|with|if|when|because"
    r")\b"
)
ANAPHORA = (  # openings whose noun or clause came before
    Rule(
        "pronoun",
        r"(?:he|she|they|it|him|her|them|his|hers|their|theirs|its)(?:'\w+)?\b",
        "They ship the pumps in May.",
    ),
    Rule(
        "demonstrative without a noun",
        rf"(?:this|that|these|those)(?:$|[,.;!?]|'\w+| {_VERB_AFTER})",
        "That works for every house in the town.",
    ),
    Rule(
        "relative clause",
        r"(?:which|whose|whom|who)\b(?! (?:is|are|was|of)\b.*\?)",
        "Which the board of the port has never paid for.",
    ),
    Rule(
        "numbered thing",
        r"the (?:same|other|former|latter|second|third|last|first) (?:one|thing|part|reason|point)"
        r"\b",
        "The same thing happened in Bergen two years ago.",
    ),
    Rule(
        "what is alike",
        r"(?:neither|either|both|such|same|another|others?)\b(?! \w+ (?:and|or|nor)\b)",
        "Others have to pay for a new set of pumps every year.",
    ),
    Rule(
        "part of what was named",
        r"(?:one|some|many|most|all|none|each|part|half|any|two|three|much) of"
        r" (?:them|it|those|these|that)\b",
        "Some of them never came back to the port in spring.",
    ),
    Rule(
        "qualified answer",
        r"(?:not (?:that|really|necessarily|at all|yet|only that|just that)|more or less)\b",
        "Not really, but the board of the port tried to pay.",
    ),
    Rule(
        "agreement",
        r"(?:so|neither|nor) (?:do|does|did|is|are|was|were|am|have|has)\b",
        "Nor does the board of the port pay for any of the pumps.",
    ),
    Rule("place", r"(?:there|here)(?:,|\.| too)", "Here, the pumps run for the whole of winter."),
    Rule(
        "participle and pronoun",
        r"(?:doing|having (?:said|done)|saying|knowing) (?:so|that|this|it)\b",
        "Doing so costs the port more than a new set of pumps.",
    ),
    Rule(
        "connective adverb",
        r"(?:therefore|thus|hence|otherwise|likewise|similarly|conversely|consequently|meanwhile"
        r"|on the other hand|in other words|as a result|by contrast|in contrast)\b(?=,)",
        "Otherwise, the pipes freeze in the first cold week.",
    ),
    Rule(
        "further point",
        r"(?:second|third|fourth)(?:ly| of all)?\b(?=,)|(?:secondly|thirdly)\b",
        "Second of all, the pumps need oil in every cold week.",
    ),
    Rule(
        "what was said",
        r"(?:what|that|which) i (?:meant|said|mean)\b",
        "What I meant was the price of copper in the spring.",
    ),
    Rule(
        "purpose",
        r"(?:to|for) (?:that|this|him|her|them)\b",
        "For him the harbor was a place to sell boats.",
    ),
    Rule(
        "reason",
        r"(?:because|since) (?:it|they|he|she|that|this)\b",
        "Since they left the harbor the pumps have stood still.",
    ),
    Rule(
        "preposition and pronoun",
        r"(?:even )?(?:by|in|on|at|after|before|with|from|about|of|like|as|if|when|than|until|once)"
        r" (?:that|this|it|them|him|her|they|he|she|those|these)"
        rf"(?:$|[,.;!?]|'\w+| {_VERB_AFTER})",
        "With that, the fee for every house in the town fell.",
    ),
    Rule(
        "clause about what was said",
        r"(?:if|when|whenever|once|unless|until|after|before|by|for|in)\b(?: [\w']+){0,4}"
        r" (?:do|does|did|doing|done) (?:that|this|it|so)(?:$|[,.;!?])",
        "If you can do that, the board pays for the pumps.",
    ),
)
_MAX_ELLIPTIC_WORDS = 9  # by eye; longer sentences rarely leave out what was said before
ELLIPSES = (  # short sentences that leave out what was said before
    Rule(
        "verb phrase",
        r"(?!.*\b(?:what|how|who|whom|where|why|when|which|that|than|as|if|whatever|wherever|all"
        r"|things?|way|or|and)\b)"
        r".*(?<!\bto) (?:do|does|did|don't|doesn't|didn't|is|isn't|are|aren't|was|wasn't|were|will"
        r"|won't|would|wouldn't|can|can't|could|couldn't|should|have|haven't|has|hasn't|had)"
        r"(?: (?:too|either|as well|not|now|again))?[.!]*$",
        "Every revolution does.",
    ),
    Rule(
        "pronoun at the end",
        r"(?:there(?:'s| (?:is|was|are|were))\b.*|(?:i|we|you) [^,;]*)"
        r" (?:about|against|at|by|for|from|in|into|like|of|on|over|through|to|with)"
        r" (?:that|this|them|it)(?: (?:too|either|as well))?[.!]*$",
        "There's some truth to that.",
    ),
    Rule(
        "object",
        r"(?:i|we) (?:finished|started|began|stopped|continued|succeeded|failed|tried|agreed)"
        r"(?: (?:last|this|in|on|at|early|late|two|three)\b.*)?[.!]*$",
        "We finished last summer.",
    ),
)
_EXPLETIVE = re.compile(f"^{_EXPLETIVE_OPENING}(?:{join_patterns(EXPLETIVES)})", re.IGNORECASE)
_ANAPHORA = re.compile(f"^(?:{join_patterns(ANAPHORA)})", re.IGNORECASE)
_ELLIPSIS = re.compile(f"^(?:{join_patterns(ELLIPSES)})", re.IGNORECASE)
_ANSWER = re.compile(
    r"^(?:yes|yeah|yep|no|nope|exactly|sure|absolutely|definitely|correct|maybe|probably|totally"
    r"|because|not|of course|right)\b",
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
    if len(opening.split()) <= _MAX_ELLIPTIC_WORDS and _ELLIPSIS.match(opening):
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


def _strip_lead_in(text: str) -> str:
    return _LEAD_IN.sub("", text, count=1)
