"""Named speakers: labels that match a name, and speakers whom a focus names ("Bains on loans").

Names are those that the transcript gives to its speakers, never guessed from the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

_BRACKETS = re.compile(r"[(\[].*")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_TITLES = frozenset("dr hon honourable honorable miss mr mrs ms prof rev right sir the".split())

MAX_PLACES = 64
"""Short names in a focus that are looked at, the first ones, so that time is bounded."""

# Context in which a short name is a person's and not a word of the topic; lengths by eye.
_CONTEXT = 80  # characters before a name that are looked at
_MAX_GAP = 20  # characters between two names side by side
_TITLE = r"""(?:the\s+)?(?:(?:dr|grade?|guest|miss|mr|mrs|ms|participant|person|phd|postdoc|prof
    |professor|sir|speaker|student)\.?\s+)?\Z"""
_ASKED = re.compile(
    rf"\b(?:d(?:id|oes|o)(?:\s+not|n't)?|according\s+to|asked|told)\s+{_TITLE}",
    re.IGNORECASE | re.VERBOSE,
)
_LINKED = re.compile(
    r"""\b(?:by|from|with|between
    |(?:answer|argument|attitude|comment|concern|feedback|idea|interview|nugget|objection|opinion
      |part|point|position|presentation|proposal|question|quote|reaction|remark|report|response
      |role|speech|stance|statement|suggestion|take|talk|thought|view|word)s?\s+(?:of|to))\s+"""
    + _TITLE,
    re.IGNORECASE | re.VERBOSE,
)
_AMBIGUOUS = frozenset({"grant", "hope", "may", "will"})  # begin questions and topics, too
_THINKS = re.compile(
    r"""\s+(?:agree|answer|argue|ask|believe|claim|describe|disagree|discuss|explain|feel|get|give|go
    |have|hope|know|like|make|mean|mention|oppose|present|propose|react|recommend|reply|respond|say
    |see|speak|suggest|talk|tell|think|try|view|want|worry)\b""",
    re.VERBOSE,
)
_NAME_BEHIND = re.compile(r"\s+[A-Z]")  # "Grant's Tomb", "the President's Day"
_ROLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|,?\s+(?:and|or|with|to))\s+(?:the\s+)?", re.IGNORECASE)
_SPEAKS = re.compile(
    r"""\s+(?:also\s+|first\s+|then\s+)?(?:agree[sd]|answer(?:s|ed)|argue[sd]|ask(?:s|ed)|believe[sd]
    |claim(?:s|ed)|comment(?:s|ed)|critici[sz]e[sd]|describe[sd]|disagree[sd]|discuss(?:es|ed)
    |explain(?:s|ed)|feels|felt|hope[sd]|insist(?:s|ed)|knows|knew|like[sd]|mean[st]
    |mention(?:s|ed)|object(?:s|ed)|oppose[sd]|present(?:s|ed|ing)|propose[sd]|react(?:s|ed)|recommend(?:s|ed)
    |repl(?:ies|ied)|respond(?:s|ed)|said|saw|says|sees|speaks|spoke|suggest(?:s|ed)|talk(?:s|ed)
    |talking|tells|thinks|thought|told|view(?:s|ed)|want(?:s|ed)|worrie[sd])\b""",
    re.VERBOSE,
)
_ON = re.compile(r"\s*:|\s+(?:on|about|regarding|concerning)\b", re.IGNORECASE)
_ENDS = re.compile(  # no word of the topic follows
    r"""\s*(?:[^\w\s]|\Z)|\s+(?:about|after|and|as|at|before|but|concerning|during|for|in|is|on|or
    |over|regarding|that|to|towards?|was|when|where|while|who|with)\b""",
    re.VERBOSE,
)


class _Mention(NamedTuple):
    """A possible mention of a speaker in a focus.

    Attributes:
        speaker: The label.
        start: Of the first character.
        end: After the last one, the ending of a possessive included.
        is_role: Whether it is a common noun, so that "the" stands before it.
    """

    speaker: str
    start: int
    end: int
    is_role: bool = False


def find_called(name: str, speakers: Sequence[str]) -> tuple[str, ...]:
    """Find the speakers who are called so: the label itself, else all that differ in capitals.

    >>> find_called("ANNA", ["Anna", "ANNA"]), find_called("anna", ["Anna", "ANNA", "Ben"])
    (('ANNA',), ('Anna', 'ANNA'))
    """
    if name in speakers:
        return (name,)
    return tuple(
        speaker for speaker in speakers if _normalize_name(speaker) == _normalize_name(name)
    )


def _normalize_name(name: str) -> str:
    """Normalize a name for comparison: case, blanks and composed accents."""
    return normalize("NFC", " ".join(name.split()).casefold())


def find_named_speakers(text: str, speakers: Sequence[str]) -> tuple[frozenset[str], str]:
    """Find the speakers whom a focus names.

    A speaker is named by the whole label without titles and what stands in brackets
    ("Project Manager"). A label of one word, the last word of several ("Bains", or the "E" of
    "Grad E"), in capitals as names are, and the first, where no other speaker has it ("the
    Professor" for "Professor B"), may be words of the topic: "Will AI take our jobs", "vitamin E".
    They name somebody only where a person stands: "did E think", "Will's view", "according to
    Bains". A number alone ("phase 2") names nobody.

    Args:
        text: The focus.
        speakers: Labels of the talk.

    Returns:
        The labels that are named, and the focus without the names.

    >>> labels = ["Hon. Navdeep Bains (Mississauga)", "Ann"]
    >>> find_named_speakers("What did Bains say about loans?", labels)
    (frozenset({'Hon. Navdeep Bains (Mississauga)'}), 'What did say about loans?')
    >>> find_named_speakers("vitamin A", ["Speaker A"])
    (frozenset(), 'vitamin A')
    """
    text = normalize("NFC", text)
    cores = {speaker: _core(normalize("NFC", speaker)) for speaker in speakers}
    mentions = [
        mention for name, core in cores.items() for mention in _find_whole(text, name, core)
    ]
    mentions = sorted(mentions, key=lambda mention: mention.start)[:MAX_PLACES]
    spans = [(mention.start, mention.end) for mention in mentions]
    firsts = Counter(core[0].casefold() for core in cores.values() if core)
    waiting = [
        mention
        for name, core in cores.items()
        for mention in _find_short(text, name, core, alone=bool(core) and _is_alone(core, firsts))
        if not any(start <= mention.start and mention.end <= end for start, end in spans)
    ]
    waiting = sorted(waiting, key=lambda mention: mention.start)[:MAX_PLACES]
    while found := [mention for mention in waiting if _is_person(text, mention, mentions)]:
        mentions += found
        waiting = [mention for mention in waiting if mention not in found]
    if not mentions:
        return frozenset(), text
    # Mentions may overlap: "Ben Kay", and "Kay" within it.
    removed = {at for mention in mentions for at in range(mention.start, mention.end)}
    rest = "".join(" " if at in removed else char for at, char in enumerate(text))
    return frozenset(mention.speaker for mention in mentions), " ".join(rest.split())


def _core(speaker: str) -> list[str]:
    """List the words of a name without titles, roles after a comma, and brackets."""
    words = _WORD.findall(_BRACKETS.sub("", speaker).split(",")[0])
    return [word for word in words if word.casefold() not in _TITLES]


def _is_alone(core: Sequence[str], firsts: Counter[str]) -> bool:
    """Whether no other speaker's name begins with its first word."""
    return firsts[core[0].casefold()] == 1


def _find_whole(text: str, speaker: str, core: Sequence[str]) -> Iterator[_Mention]:
    """Find a name of several words."""
    if len(core) > 1:
        whole = r"\s+".join(map(re.escape, core))
        for match in _search(whole, core[-1], text, re.IGNORECASE):
            yield _Mention(speaker, *match.span())


def _find_short(text: str, speaker: str, core: Sequence[str], *, alone: bool) -> Iterator[_Mention]:
    """Find where one word of a name stands, be it a person's or not."""
    if not core or (len(core) == 1 and len(core[0]) == 1):
        return
    last = core[-1]
    if not last.islower() and not last.isdecimal():
        for match in _search(re.escape(last), last, text, re.IGNORECASE):
            if match[0][0].isupper():
                yield _Mention(speaker, *match.span())
    if len(core) > 1 and alone and (len(last) == 1 or last.isdecimal()):
        for match in _search(re.escape(core[0]), core[0], text, re.IGNORECASE):
            yield _Mention(speaker, *match.span(), is_role=True)


def _search(name: str, word: str, text: str, flags: int = 0) -> Iterator[re.Match[str]]:
    """Find a name, with the ending of a possessive; quick where a word of it is not there."""
    if word.casefold() in text.casefold():
        yield from re.finditer(rf"(?<![\w-]){name}(?:['’]s)?(?![\w-])", text, flags)


def _is_person(text: str, mention: _Mention, named: Sequence[_Mention]) -> bool:
    """Whether the context of a short name makes it a person's."""
    before, said = (
        text[max(0, mention.start - _CONTEXT) : mention.start],
        text[mention.start : mention.end],
    )
    ends = _ENDS.match(text, mention.end) is not None
    if said.endswith(("'s", "’s")):
        return _NAME_BEHIND.match(text, mention.end) is None
    is_word = said.casefold() in _AMBIGUOUS
    asked = _ASKED.search(before)
    if asked is not None and not (is_word and asked[0][0] in "dD"):
        return True
    if asked is not None and _THINKS.match(text, mention.end):  # "Does Will think"
        return True
    if _SPEAKS.match(text, mention.end) and not (is_word and not before.strip()):
        return True
    if any(_are_joined(text, mention, other) for other in named):
        return True
    if mention.is_role:
        return ends and _ROLE.search(before) is not None
    if len(said) == 1:  # "caused by E"
        return False
    if not before.strip():  # "Bains on loans", "Bains"
        return _ON.match(text, mention.end) is not None or not text[mention.end :].strip(" .?!")
    return ends and _LINKED.search(before) is not None


def _are_joined(text: str, one: _Mention, other: _Mention) -> bool:
    """Whether two names stand side by side: "Lee and the Chair"."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    if second.start - first.end > _MAX_GAP:
        return False
    return _AND.fullmatch(text, first.end, max(first.end, second.start)) is not None
