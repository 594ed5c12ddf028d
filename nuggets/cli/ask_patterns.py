r"""Phrases of requests for nuggets, as regular expressions; `ask` has their order.

A phrase that fills one option alone stands in its declaration (`nuggets.option_definitions`); what
these phrases share is in `SHARED`. `\x00` stands where an earlier phrase was taken out.
"""

from __future__ import annotations

import re

from nuggets.timecode import CLOCK

_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            *_ONES,
            *"ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split(),
            "nineteen",
            *(f"{ten}-{unit}".removesuffix("-") for ten in _TENS for unit in ("", *_ONES)),
        ],
        1,
    )
}
NUMBER = (
    rf"(?P<number>\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|a dozen|an?)"
)
AT_MOST = (
    r"(?:(?:(?:each |and )?(?:at most|(?:no|not) (?:more|longer) than|(?:fewer|less) than|up to"
    r"|max(?:imum)?(?: of)?|maximally|within|under|below|in|limit(?:ed)?(?: \w+){0,2} to"
    r"|keep (?:it|them|each)(?: \w+){0,2}? (?:to|under|below|within|at)(?: most)?|only|about"
    r"|around|roughly))\s+|(?<!at least )(?<!more than ))"
)
_ADJECTIVES = (
    r"(?:(?:top|best|key|main|major|most|important|interesting|insightful|relevant|short|brief|good"
    r"|great|big|biggest|crucial|essential|central|the|single|different|memorable|notable|of|verbatim"
    r"|direct|exact|striking|actionable|biggest|clear|concise|concrete|controversial|critical|deep"
    r"|fascinating|funny|funniest|inspiring|largest|practical|provocative|punchy|quotable|shocking"
    r"|strong|strongest|surprising|useful|valuable|wise),?\s+)*"
)
_NUGGETS = (
    r"(?:nuggets?|quotes?|quotations?|points?|take-?aways?|insights?|passages?|highlights?|ideas?"
    r"|bullets?(?:\s+points?)?|excerpts?|lessons?|things?|statements?|facts?|learnings?|items?)"
)

SHARED = {
    "{number}": NUMBER,
    "{at_most}": AT_MOST,
    "{time}": rf"(?P<time>{CLOCK})",
}
"""What the patterns in the declarations of options may name."""

EXCLUSION = re.compile(
    r"(?:,?\s*\b(?:but|and)\s+)?(?:\b(?:please\s+|i\s+)?(?:don't|don’t|do not|dont|never)\s+"
    r"(?:add|cover|focus|give|include|list|mention|need|pick|print|quote|select|show|talk|tell|use|want)"
    r"|\b(?:not|nothing)\s+(?:about|on|related|concerning|anything)"
    r"|\bwithout\s+(?:any|anything|mention(?:ing)?|naming)|\bexcept(?:\s+for)?"
    r"|(?:^|(?<=[.,;!?]\s)|(?<=\bbut\s)|(?<=\band\s)|(?<=\bplease\s))(?:exclud(?:e|ing)"
    r"|leav(?:e|ing)\s+out|skip(?:ping)?|ignor(?:e|ing)|avoid(?:ing)?|omit(?:ting)?))\b"
    r"(?:[^.,;!?\n]|\.(?=\w)|,(?!\s*(?:\d|max|at most|focus|only|in\b|as\b|each|about|give)))*",
    re.IGNORECASE,
)
FIRST_MINUTES = re.compile(
    rf"\b(?:(?:in|from|of|during|within|only|for)\s+){{0,4}}the first\s+(?:{NUMBER}\s+)?"
    r"(?P<unit>half[ -]hour|min(?:ute)?s?|hours?)\b",
    re.IGNORECASE,
)
TIME_RANGE = re.compile(
    rf"\b(?:only\s+)?(?:from|between)\s+(?P<start>{CLOCK})\s*(?:to|and|until|till|up to|[-–])\s*"
    rf"(?P<end>{CLOCK})",
    re.IGNORECASE,
)
COUNT = re.compile(rf"\b{NUMBER}\s+{_ADJECTIVES}{_NUGGETS}\b", re.IGNORECASE)
COUNT_WITH_TOPIC = re.compile(  # "the 10 best AGI nuggets"
    rf"\b(?:(?:the|top|best)\s+){{0,4}}{NUMBER}\s+{_ADJECTIVES}"
    r"(?P<topic>(?!(?:sentences?|words?|minutes?)\b)(?:(?!(?:about|an?|and|as|at|by|each|for|from|in"
    r"|of|on|or|that|the|to|what|which|with|really|very|super|sentences?|words?)\b|\w+(?:ly|ful|est)\b)"
    rf"[\w'’+#&-]+\s+){{1,4}}?){_NUGGETS}\b",
    re.IGNORECASE,
)
FURTHER_COUNT = re.compile(
    rf"\b(?:and|plus)\s+{NUMBER}(?:\s+{_ADJECTIVES}{_NUGGETS})?(?=\s+(?:on|about)\b)", re.IGNORECASE
)
TOP_COUNT = re.compile(r"\btop\s+(?P<number>\d{1,3})\b", re.IGNORECASE)
COUNT_LIMIT = re.compile(
    r"\b(?:up to|at most|no more than|max(?:imum)?(?: of)?)\s+(?P<number>\d{1,3})"
    r"(?=\s*(?:[.,;!?]|$))",
    re.IGNORECASE,
)
FOCUS = re.compile(
    r"(?:\b(?:focus|topics?|subject)(?:\s+is)?\s*:|(?:\x00|\b(?:nuggets|quotes|insights))\s+on\b"
    r"|\b(?:(?:please\s+)?(?:focus(?:ed|ing|es)?|concentrat(?:e|ed|ing)|cent(?:er|re)(?:ed)?)\s+"
    r"(?:\w+\s+)?(?:on|upon|around)\s*:?|(?:^|(?<=[.,;!?] )|(?<=\x00 ))focus"
    r"(?!\s+(?:\w+\s+)?(?:on|upon|around)\b)|with (?:a |the )?(?:focus|emphasis) on"
    r"|emphasi[sz](?:e|ing)"
    r"|(?:related|relating|relevant|pertaining) to|regarding|concerning"
    r"|on the (?:topic|subject|theme)s?(?: of)?|about"
    r"|(?:said|say|says|think|thinks|thought) (?:about|on|of)))\s+"
    r"(?P<focus>(?:[^.;!?\n]|\.(?=\w)|(?<=\.[A-Z])\.)+)",
    re.IGNORECASE,
)
FOCUS_END = re.compile(
    r",?\s+(?:as (?:a|an)\s+(?:\w+\s+)?(?:list|table|bullets?)|in (?:a|the form of)\b"
    r"|from (?:this|the)\b|with (?:at most|max|no more|up to|a maximum)\b|please\b"
    r"|in (?:this|the) (?:text|transcript|talk|conversation|podcast|interview|meeting)\b"
    r"|using (?:at most|max|no more|up to)\b|max(?:imum)?\b|at most\b|each\b|no more than\b"
    r"|(?:and )?(?:keep|limit|make|give|write)\b.*)",
    re.IGNORECASE,
)
LIST_ITEMS = re.compile(
    r"(?:\s*;(?!\s*(?:max|at most|no more|focus|give|only|up to|each|\d)\b)"
    r"(?:[^.;!?\n\x00]|\.(?=\w))+)+",
    re.IGNORECASE,
)
OPENING_TOPIC = re.compile(
    r"\s*(?P<topic>[^\s.,;:!?\x00]+(?:[ ][^\s.,;:!?\x00]+){0,4})(?P<after>\s*(?:$|[.,;:!?\x00]))"
)
AROUND_TOPIC = re.compile(  # "best AGI nuggets"
    rf"^(?:(?:the|top|best|key|main|about|on)\s+)+|\s+{_NUGGETS}$", re.IGNORECASE
)
INSTRUCTION = re.compile(  # an instruction or a greeting, so no topic
    r"^(?:act|add|analy[sz]e|answer|be|bring|can|check|could|create|dear|do|dont|draw|find|follow|for"
    r"|format|generate|give|go|hello|here|hey|hi|how|i|i'm|if|ignore|imagine|in|let|list|look|make|now"
    r"|ok|okay|only|output|please|pretend|print|put|read|respond|return|rewrite|say|send|show|skip|so"
    r"|speak|summari[sz]e|summary|overview|gist|minutes|sum|take|talk|tell|thanks?|think|this|translate|use|well|what|when|where"
    r"|which|who|why|with|would|write|yes|you|your)\b"
    r"|\b(?:am|are|be|is|it|me|should|think|us|was|were|will|you)\b|\bat (?:least|most)\b|^\W*\d",
    re.IGNORECASE,
)
QUOTES = ("'", '"', "“", "”", "‘", "’", "«", "»")
WHOLE_TEXT = re.compile(
    r"^(?:this|the|that|my|our)?\s*(?:whole\s+|following\s+|entire\s+|attached\s+)?"
    r"(?:text|transcript|talk|conversation|podcast|interview|meeting|episode|discussion)$",
    re.IGNORECASE,
)
_PERSON = (
    r"(?!(?:The|This|That|My|Our|It|What|All)\b)[A-Z](?:[\w'-]|\.(?=\w| [A-Z]))*"
    r"(?:\s+[A-Z](?:[\w'-]|\.(?=\w| [A-Z]))*){0,3}"
)
SPEAKER = re.compile(
    r"\b(?i:(?:(?:of|only)\s+)?what(?:\s+(?:did|does|do|has|have))?)\s+"
    rf"(?P<speaker>{_PERSON})\s+(?=(?:said|says?|thinks?|thought)\b)"
    r"|(?:\x00|\b(?i:(?:everything|anything|all|things|passages|parts|moments|quotes|nuggets)(?:\s+(?:that"
    r"|which|where|in which))?|where|when))\s+"
    rf"(?P<who>{_PERSON})\s+(?=(?:said|says?|thinks?|thought|talk(?:s|ed)?|speaks?|spoke"
    r"|mention(?:s|ed)?|discuss(?:es|ed)?|explain(?:s|ed)?)\b)"
    rf"|\b(?i:(?:only\s+)?(?:by|from))\s+(?P<by>{_PERSON})(?=\s*(?:[.,;!?\x00]|$|(?:about|on)\b))",
)
FORMAT_PHRASES = (
    ("json", re.compile(r"\b(?:as|in)\s+json\b", re.IGNORECASE)),
    ("csv", re.compile(r"\b(?:as|in)\s+(?:a\s+)?(?:csv|spreadsheet)\b", re.IGNORECASE)),
    ("markdown", re.compile(r"\b(?:as|in)\s+markdown\b", re.IGNORECASE)),
)
BOILERPLATE = re.compile(  # asks for what is done in any case
    r"\b(?:(?:please|kindly|can you|could you|would you|i want|i need|i(?:'d| would) like|give"
    r"|me|us|about|which|everything|anything|passages?|ideas?|statements?|parts?|said|were|there"
    r"|list|show|find|extract|pull out|pick|select|print|summari[sz]e|write|provide|return|tell|of"
    r"|information|from|in|out of|this|the|that|my|text|transcript|talk|conversation|podcast"
    r"|interview|meeting|episode|discussion|as|a|an|bulleted|numbered|lists?|lsit|each|and|also"
    r"|with|for|to|it|them|only|no more|verbatim|exact|quotes?|word for word|speakers?'? own words"
    r"|top|best|key|main|most|important|nuggets?|points?|insights?|highlights?|take-?aways?"
    r"|what|are|is|were|was|did|do|does|say|says|said|by|max(?:imum)?|where|when|talk(?:s|ed)?|speaks?|spoke)\b|[\s.,;:!?()\"'-])+",
    re.IGNORECASE,
)
