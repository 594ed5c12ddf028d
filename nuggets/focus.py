"""What a focus asks for: its words, what they are short for, what stands beside them.

A focus is often one acronym ("AGI"), which a model of meaning knows little about. What it is
short for is taken from the talk itself, never from a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nuggets.words import fold, is_content, split_words, stem

MAX_TERMS = 64
"""Terms of a focus that are used, the first ones: more do not narrow it, and cost time."""

_ACRONYM = re.compile(r"\b[A-Z](?:[A-Z]|[A-Z]*\d?){1,5}(?=s?\b)")
_SMALL = frozenset({"a", "and", "for", "from", "in", "of", "on", "the", "to", "with"})
_NEAR = 1  # sentences between an acronym's first mention and the words that introduce it

_FRAME = re.compile(
    r"""^(?:please\s+)?(?:can\ you\s+|could\ you\s+)?
    (?:(?:summari[sz]e|describe|explain|outline|recap|tell\ me|give\ me|find|show\ me|focus\ on)
      \s+)?
    (?:(?:the\s+)?(?:whole\s+)?(?:discussions?|conversations?|opinions?|views?|thoughts?|parts?
       |passages?|nuggets?|points?|what\ (?:was|is|they|he|she|people)\ (?:said|say|says|think))\s+
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
    """

    text: str
    terms: Mapping[str, float]
    groups: tuple[frozenset[str], ...]
    meanings: tuple[str, ...]


def read_focus(text: str, acronyms: Mapping[str, str]) -> Focus:
    """Read a focus, with the acronyms of the talk.

    Args:
        text: Words, a topic or a question.
        acronyms: From `find_acronyms`.

    >>> focus = read_focus("Summarize the discussion about AGI", {"agi": "artificial intelligence"})
    >>> sorted(focus.terms.items())
    [('agi', 1.0), ('artifici', 0.5), ('intellig', 0.5)]
    """
    folded = fold(text)
    bare = _FRAME.sub("", folded, count=1).strip(" ?.!\"'")
    words = split_words(bare)
    content = [word for word in words if is_content(word)]
    if not content:  # only frame or stop words: then these are the focus
        bare, content = folded, split_words(folded)
    content = list(dict.fromkeys(content))[:MAX_TERMS]
    terms: dict[str, float] = dict.fromkeys((stem(word) for word in content), 1.0)
    groups: dict[str, set[str]] = {term: {term} for term in terms}
    meanings = [bare]
    phrase = f" {' '.join(words)} "
    for short, long in acronyms.items():
        if short in content:
            stems = [stem(word) for word in split_words(long) if is_content(word)]
            for term in stems:
                terms.setdefault(term, 0.5)
            meanings.append(long)
        elif f" {long} " in phrase:
            terms.setdefault(short, 1.0)
            for word in split_words(long):
                groups.get(stem(word), set()).add(short)
            meanings.append(short.upper())
    return Focus(text, terms, tuple(frozenset(group) for group in groups.values()), tuple(meanings))


def find_acronyms(sentences: Sequence[str]) -> dict[str, str]:
    """Find what the acronyms of a talk are short for, in the talk's own words.

    A run of words is taken for the long form where its initials spell the acronym and it is said
    twice, or beside the acronym's first mention, or is a longer form of one so found ("artificial
    general intelligence" where AI is "artificial intelligence"). Of several, the most said wins.

    Args:
        sentences: Folded texts, in order.

    Returns:
        Long form by acronym, both in lower case.

    Source:
        Schwartz and Hearst (2003), "A Simple Algorithm for Identifying Abbreviation Definitions",
        which looks into brackets; talk has no brackets, so the neighbourhood takes their place.

    >>> find_acronyms(["We build a district heat network.", "A DHN needs pipes."])
    {'dhn': 'district heat network'}
    """
    places: dict[str, list[int]] = {}
    for i, text in enumerate(sentences):
        for match in _ACRONYM.finditer("" if text.isupper() else text):
            if match[0].isalpha():
                places.setdefault(match[0].lower(), []).append(i)
    by_initial: dict[str, list[str]] = {}
    for acronym in sorted(places):
        by_initial.setdefault(acronym[0], []).append(acronym)
    said: dict[str, Counter[str]] = {acronym: Counter() for acronym in places}
    introduced: dict[str, set[str]] = {acronym: set() for acronym in places}
    for i, text in enumerate(sentences):
        words = split_words(text)
        for at, word in enumerate(words):
            for acronym in by_initial.get(word[0], ()):
                long = _spell(acronym, words, at)
                if long is not None:
                    said[acronym][long] += 1
                    if abs(i - places[acronym][0]) <= _NEAR:
                        introduced[acronym].add(long)
    found: dict[str, str] = {}
    for acronym in sorted(said, key=lambda acronym: (len(acronym), acronym)):
        fit = [
            (-count, long)
            for long, count in said[acronym].items()
            if count > 1
            or long in introduced[acronym]
            or any(set(other.split()) < set(long.split()) for other in found.values())
        ]
        if fit:
            found[acronym] = min(fit)[1]
    return found


def _spell(acronym: str, words: Sequence[str], at: int) -> str | None:
    """Follow the acronym's letters along the initials of words; small words may be skipped."""
    taken = []
    for letter in acronym:
        while at < len(words) and taken and words[at] in _SMALL and words[at][0] != letter:
            taken.append(words[at])
            at += 1
        if at >= len(words) or words[at][0] != letter or words[at] == acronym:
            return None
        taken.append(words[at])
        at += 1
    content = [word for word in taken if is_content(word)]
    # "an idea" spells AI; a long form has no words that say nothing, but for the small ones.
    if len(content) < 2 or any(not is_content(w) and w not in _SMALL for w in taken):
        return None
    return " ".join(taken)
