"""A request in words, read by rules into options.

People write to a chat service "Give me 10 top nuggets of this text as a list. Focus on AGI. Max 3
sentences each". The same request works here; what it asks for and this program cannot do is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nuggets.values import Options

_SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
_NUMBER = (
    rf"(?P<number>\d{{1,4}}|{'|'.join(sorted(_SMALL_NUMBERS, key=len, reverse=True))}|a dozen|an?)"
)
_AT_MOST = (
    r"(?:(?:(?:each |and )?(?:at most|(?:no|not) (?:more|longer) than|(?:fewer|less) than|up to"
    r"|max(?:imum)?(?: of)?|maximally|within|under|below|in|limit(?:ed)?(?: \w+){0,2} to"
    r"|keep (?:it|them|each)(?: \w+){0,2}? (?:to|under|below|within|at)(?: most)?|only|about"
    r"|around|roughly))\s+|(?<!at least )(?<!more than ))"
)
_ADJECTIVES = (
    r"(?:(?:top|best|key|main|major|most|important|interesting|insightful|relevant|short|brief|good"
    r"|great|big|biggest|crucial|essential|central|the|single|different|memorable|notable|of|verbatim"
    r"|direct|exact|striking)\s+)*"
)
_THINGS = (
    r"(?:nuggets?|quotes?|quotations?|points?|take-?aways?|insights?|passages?|highlights?|ideas?"
    r"|bullets?(?:\s+points?)?|excerpts?|lessons?|things?|statements?|facts?|learnings?|items?)"
)

_COUNT = re.compile(rf"\b{_NUMBER}\s+{_ADJECTIVES}{_THINGS}\b", re.IGNORECASE)
_TOP = re.compile(r"\btop\s+(?P<number>\d{1,3})\b", re.IGNORECASE)
_AT_MOST_SO_MANY = re.compile(
    r"\b(?:up to|at most|no more than|max(?:imum)?(?: of)?)\s+(?P<number>\d{1,3})"
    r"(?=\s*(?:[.,;!?]|$))",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    rf"\b{_AT_MOST}{_NUMBER}(?:\s+or\s+(?:fewer|less))?[\s-]+(?:full\s+|short\s+)?sentences?\b"
    r"(?:\s+(?:each|max(?:imum)?|at most|or (?:fewer|less)|per \w+|apiece|long))*",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b{_AT_MOST}(?P<number>\d{{1,5}})(?:\s+or\s+(?:fewer|less))?[\s-]+words?\b"
    r"(?P<each>\s+(?:each|per \w+|apiece))?"
    r"(?:\s+(?:in all|in total|altogether|overall|total|max))*",
    re.IGNORECASE,
)
_FOCUS = re.compile(
    r"(?:\b(?:focus|topics?|subject)(?:\s+is)?\s*:|(?:\x00|\b(?:nuggets|quotes|insights))\s+on\b"
    r"|\b(?:(?:please\s+)?(?:focus(?:ed|ing|es)?|concentrat(?:e|ed|ing)|cent(?:er|re)(?:ed)?)\s+"
    r"(?:\w+\s+)?(?:on|upon|around)|with (?:a |the )?(?:focus|emphasis) on|emphasi[sz](?:e|ing)"
    r"|(?:related|relating|relevant|pertaining) to|regarding|concerning"
    r"|on the (?:topic|subject|theme)s?(?: of)?|about"
    r"|(?:said|say|says|think|thinks|thought) (?:about|on|of)))\s+"
    r"(?P<focus>(?:[^.;!?\n]|\.(?=\w)|(?<=\.[A-Z])\.)+)",
    re.IGNORECASE,
)
_FOCUS_END = re.compile(
    r",?\s+(?:as (?:a|an)\s+(?:\w+\s+)?(?:list|table|bullets?)|in (?:a|the form of)\b"
    r"|from (?:this|the)\b|with (?:at most|max|no more|up to|a maximum)\b|please\b"
    r"|in (?:this|the) (?:text|transcript|talk|conversation|podcast|interview|meeting)\b"
    r"|using (?:at most|max|no more|up to)\b|max(?:imum)?\b|at most\b|each\b|no more than\b"
    r"|(?:and )?(?:keep|limit|make|give|write)\b.*)",
    re.IGNORECASE,
)
_QUOTES = ("'", '"', "“", "”", "‘", "’", "«", "»")
_THIS_TEXT = re.compile(
    r"^(?:this|the|that|my|our)?\s*(?:whole\s+|following\s+|entire\s+|attached\s+)?"
    r"(?:text|transcript|talk|conversation|podcast|interview|meeting|episode|discussion)$",
    re.IGNORECASE,
)
_PERSON = (
    r"(?!(?:The|This|That|My|Our|It|What|All)\b)[A-Z](?:[\w'-]|\.(?=\w| [A-Z]))*"
    r"(?:\s+[A-Z](?:[\w'-]|\.(?=\w| [A-Z]))*){0,3}"
)
_SPEAKER = re.compile(
    r"\b(?i:(?:(?:of|only)\s+)?what(?:\s+(?:did|does|do|has|have))?)\s+"
    rf"(?P<speaker>{_PERSON})\s+(?=(?:said|says?|thinks?|thought)\b)"
    rf"|\b(?i:(?:only\s+)?(?:by|from))\s+(?P<by>{_PERSON})(?=\s*(?:[.,;!?]|$|(?:about|on)\b))",
)
_RANKED = re.compile(
    r"\b(?:(?:rank(?:ed)?|(?:order|sort)(?:ed)?|in order) (?:by|of) (?:importance|relevance)"
    r"|ranked|(?:the )?(?:most important|best)(?: \w+)? first|by importance)\b",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:(?:in )?chronological(?:ly)?(?: order)?|in order of (?:time|appearance)"
    r"|in the order (?:in which )?(?:they|it) (?:were|was) said)\b",
    re.IGNORECASE,
)
_FORMATS = (
    ("json", re.compile(r"\b(?:as|in)\s+json\b", re.IGNORECASE)),
    ("csv", re.compile(r"\b(?:as|in)\s+(?:a\s+)?(?:csv|spreadsheet)\b", re.IGNORECASE)),
    ("markdown", re.compile(r"\b(?:as|in)\s+markdown\b", re.IGNORECASE)),
)
_UNDERSTOOD_ANYWAY = re.compile(  # what the output is in any case
    r"\b(?:(?:please|kindly|can you|could you|would you|i want|i need|i(?:'d| would) like|give"
    r"|me|us|about|which|everything|anything|passages?|ideas?|statements?|parts?|said|were|there"
    r"|list|show|find|extract|pull out|pick|select|print|summari[sz]e|write|provide|return|tell|of"
    r"|information|from|in|out of|this|the|that|my|text|transcript|talk|conversation|podcast"
    r"|interview|meeting|episode|discussion|as|a|an|bulleted|numbered|lists?|lsit|each|and|also"
    r"|with|for|to|it|them|only|no more|verbatim|exact|quotes?|word for word|speakers?'? own words"
    r"|top|best|key|main|most|important|nuggets?|points?|insights?|highlights?|take-?aways?"
    r"|what|are|is|were|was|did|do|does|say|says|said|by|max(?:imum)?)\b|[\s.,;:!?()\"'-])+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Request:
    """What a request in words asks for; None and () where it says nothing.

    Attributes:
        focus: What it should be about.
        count: How many nuggets.
        max_sentences: Sentences in each, at most.
        max_words: Words in all, at most.
        speakers: Only what these say.
        order: "time" or "rank".
        format: Output format.
        unused: Parts of the request that no option stands for, as they were written.
    """

    focus: tuple[str, ...] = ()
    count: int | None = None
    max_sentences: int | None = None
    max_words: int | None = None
    speakers: tuple[str, ...] = ()
    order: str | None = None
    format: str | None = None
    unused: tuple[str, ...] = ()


def read_request(text: str) -> Request:
    """Read a request in words.

    >>> read_request("Give me 5 top nuggets. Focus on AGI and safety. Max 2 sentences each")
    Request(focus=('AGI and safety',), count=5, max_sentences=2, max_words=None, speakers=(), \
order=None, format=None, unused=())
    """
    left = _Remainder(" ".join(text.split()))
    written = next((name for name, pattern in _FORMATS if left.take(pattern)), None)
    order = "rank" if left.take(_RANKED) else "time" if left.take(_TIMED) else None
    sentences = left.take(_SENTENCES)
    words = left.take(_WORDS)
    found = left.take(_COUNT)
    count = found and _number(found["number"])
    if count is None or (found is not None and found["number"].lower() in ("a", "an")):
        top = left.take(_TOP) or left.take(_AT_MOST_SO_MANY)
        count = _number(top["number"]) if top else count
    speaker = left.take(_SPEAKER)
    max_words = int(words["number"]) if words else None
    if words and words["each"] and max_words is not None:
        max_words *= count or Options().count
    return Request(
        focus=_take_foci(left),
        count=count,
        max_sentences=_number(sentences["number"]) if sentences else None,
        max_words=max_words,
        speakers=(speaker["speaker"] or speaker["by"],) if speaker else (),
        order=order,
        format=written,
        unused=left.unused(),
    )


class _Remainder:
    """A request from which what was understood is taken away, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self._text)
        if match is not None:
            self.cut(match.start(), match.end())
        return match

    def cut(self, start: int, end: int) -> int:
        self._text = f"{self._text[:start]} \x00 {self._text[end:]}"
        return start + 1  # where the cut is now

    def find(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        return pattern.search(self._text, start)

    def unused(self) -> tuple[str, ...]:
        """List what is left, but for words that ask for what is done anyway."""
        parts = (part.strip(" ,;:-") for part in re.split(r"[.!?;](?:\s+|$)|\x00", self._text))
        return tuple(part for part in parts if part and not _UNDERSTOOD_ANYWAY.fullmatch(part))


def _take_foci(left: _Remainder) -> tuple[str, ...]:
    """Take what the request should be about; "this text" is no focus."""
    foci: list[str] = []
    at = 0
    while (match := left.find(_FOCUS, at)) is not None:
        said = match["focus"].partition("\x00")[0]
        end = _FOCUS_END.search(said)
        said = said[: end.start()] if end else said
        at = left.cut(match.start(), match.start("focus") + len(said)) + 1
        focus = _unquote(said.strip(" ,:"))
        if any(char.isalnum() for char in focus) and not _THIS_TEXT.match(focus):
            foci.append(focus)
    return tuple(dict.fromkeys(foci))


def _unquote(text: str) -> str:
    """Take away quotation marks around the whole."""
    inner = text[1:-1].strip()
    whole = text[:1] in _QUOTES and text[-1:] in _QUOTES and not any(q in inner for q in _QUOTES)
    return inner if whole else text


def _number(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    return 12 if word == "a dozen" else _SMALL_NUMBERS.get(word, 1)
