"""Focus, parsed: its words without the request around them, its acronyms, the speakers it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nuggets.english.lexicons import ENGLISH
from nuggets.english.words import fold, stem
from nuggets.languages.words import Lexicon
from nuggets.rank.named_speakers import find_named_speakers

LONG_FORM_WEIGHT = 0.5  # of a word of the long form of an acronym; by eye
MAX_TERMS = 64
"""Terms of a focus that are used, the first ones: more do not narrow it, and cost time."""

_FRAME_STEMS = frozenset(
    stem(word)
    for word in """
    comment concern conversation describe discuss discussion explain feedback feel mention meeting
    nugget opinion outline passage podcast question recap regard say speak speaker summarize
    summarise summary talk think thought topic transcript view
    """.split()
)
"""Stems that say what is wanted of a focus and not what it is about."""

_ASKED_STEMS = frozenset(stem(word) for word in "committee group member participant team".split())
"""Stems that stand for who speaks, in a question: "What did the group think of the price?"."""

_ASKS = re.compile(
    r"(?:what|which|why|how|when|where|who|did|do|does|summari[sz]e)\b", re.IGNORECASE
)
_QUESTION = re.compile(  # "What did the Professor think about": what follows is the focus
    r"""^(?:what|which|why|how|when|where|who)\b[^?.!]{0,120}?[ ]
    (?:agreed?|argued?|claim(?:ed)?|comment(?:ed|s)?|concerns?|conclud(?:ed?|ions?)|decid(?:ed?)
      |decisions?|descri(?:bed?|ptions?)|disagreed?|discuss(?:ed|ions?)?|explain(?:ed)?|feel|felt|had|have
      |mention(?:ed)?|opinions?|propos(?:ed?|als?)|react(?:ed|ions?)?|recommend(?:ed|ations?)?
      |respon(?:d|ded|ses?)|said|say|says|speak|suggest(?:ed|ions?)?|talk(?:ed)?|tell|think|thinks
      |thought|thoughts|views?)
    (?:\ (?:with|by|between|of|from)\ [^?.!,]{1,60}?)??
    \ (?:about|on|regarding|concerning|towards?|over|to|that|of)\ (?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_FRAME = re.compile(
    r"""^(?:please\s+)?(?:can\ you\s+|could\ you\s+)?
    (?:(?:summari[sz]e|describe|explain|outline|recap|tell\ me|give\ me|find|show\ me|focus\ on)
      \s+)?
    (?:(?:the\s+)?(?:whole\s+|(?:top|best|key|main|most\ important|\d{1,3})\s+){0,3}
       (?:discussions?|conversations?|opinions?|views?|thoughts?|parts?
       |passages?|nuggets?|points?|quotes?
       |what\ (?:was|is|they|he|she|people)\ (?:said|say|says|think))\s+
       (?:about|on|of|regarding|concerning)\s+)?
    (?:about\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Focus:
    """A focus as it is looked for.

    Attributes:
        text: As the user wrote it.
        terms: Stems with their weights: 1 for the user's own words, less for what they are
            short for (or for the acronym of what they say).
        groups: The user's own words, each as the set of terms that satisfy it.
        meanings: Texts to embed: the focus without its frame, then what it is short for.
        speakers: Labels of the talk's speakers whom it names; what they say is preferred.
        names_speakers_alone: It names them and nothing else: what they say is asked for.
    """

    text: str
    terms: Mapping[str, float]
    groups: tuple[frozenset[str], ...]
    meanings: tuple[str, ...]
    speakers: frozenset[str] = frozenset()
    names_speakers_alone: bool = False


def parse_focus(
    text: str,
    acronyms: Mapping[str, str],
    speakers: Sequence[str] = (),
    lexicon: Lexicon = ENGLISH,
) -> Focus:
    """Parse a focus, with the acronyms and the speakers of the talk.

    Args:
        text: Words, a topic or a question.
        acronyms: From `acronyms.find_acronyms`.
        speakers: Labels of the talk.
        lexicon: Words of the language of the talk.

    >>> acronyms = {"agi": "artificial intelligence"}
    >>> focus = parse_focus("Summarize the discussion about AGI", acronyms)
    >>> sorted(focus.terms.items())
    [('agi', 1.0), ('artifici', 0.5), ('intellig', 0.5)]
    """
    folded = fold(text)
    named, unnamed = find_named_speakers(folded, speakers)
    is_content, split_words, stem = lexicon.is_content, lexicon.split_words, lexicon.stem
    without = _FRAME_STEMS if lexicon is ENGLISH else frozenset[str]()
    if lexicon is ENGLISH and _ASKS.match(folded):
        without |= _ASKED_STEMS
    bare = _QUESTION.sub("", _FRAME.sub("", unnamed, count=1), count=1).strip(" ?.!\"'")
    words = split_words(bare)
    stems = _first_stems((word for word in words if is_content(word)), without=without, stem=stem)
    names_alone = bool(named) and not stems
    if not stems:  # only words of the frame, or only stop words: then these are the focus
        bare, words = folded, split_words(folded)
        content = [word for word in words if is_content(word)]
        stems = _first_stems(content or words, stem=stem)
    terms: dict[str, float] = dict.fromkeys(stems, 1.0)
    groups: dict[str, set[str]] = {term: {term} for term in terms}
    meanings = [bare]
    phrase = f" {' '.join(words)} "
    for short, long in acronyms.items():
        if stem(short) in stems:
            for word in split_words(long):
                if is_content(word):
                    terms.setdefault(stem(word), LONG_FORM_WEIGHT)
            meanings.append(long)
        elif f" {long} " in phrase:
            terms.setdefault(stem(short), 1.0)
            for word in split_words(long):
                groups.get(stem(word), set()).add(stem(short))
            meanings.append(short.upper())
    return Focus(
        text,
        terms,
        tuple(frozenset(group) for group in groups.values()),
        tuple(meanings),
        named,
        names_alone,
    )


def _first_stems(
    words: Iterable[str], *, stem: Callable[[str], str], without: Collection[str] = ()
) -> list[str]:
    """List different stems in order, at most `MAX_TERMS`."""
    stems: dict[str, None] = {}
    for word in words:
        if len(stems) == MAX_TERMS:
            break
        if stem(word) not in without:
            stems[stem(word)] = None
    return list(stems)
