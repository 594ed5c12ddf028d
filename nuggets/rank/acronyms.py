"""Acronyms of a talk and their long forms, in the talk's own words.

A focus is often one acronym ("AGI"), which an embedding knows little about. What it is short for
is taken from the talk itself, never from a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from nuggets.english.words import is_content, split_words

MAX_ACRONYMS = 32
"""Acronyms with one initial that are looked for, the most frequent, so that time is bounded."""

_ACRONYM = re.compile(r"\b[A-Z](?:[A-Z]|[A-Z]*\d?){1,5}(?=s?\b)")
_FUNCTION_WORDS = frozenset({"a", "and", "for", "from", "in", "of", "on", "the", "to", "with"})
_LETTER_WORDS = frozenset({"in", "of", "on"})  # that may stand for a letter: COP, ROI
_COMMON_WORDS = frozenset(  # of everyday talk, whose initials spell an acronym by chance
    """
    able asking billion bringing building buying coming day days doing dr eight eighty eleven
    elsewhere feel feeling feels fifteen fifty finding five forty four fourteen giving great guy
    guys happen happened happening happens having hear hearing helping hundred keep keeping
    knowing leaving let letting looking losing making million mister moment moments mr mrs ms
    nine ninety number numbers paying people person putting run saying seeing seven seventy
    showing six sixteen sixty started starting taking talk talking telling ten thinking thirty
    thousand time times today tomorrow try trying turn turning twelve twenty understand wait
    waiting walking watching years yesterday
    """.split()
)
_FIRST_MENTION_DISTANCE = 1  # sentences between first mention and long form; by eye
_MENTION_DISTANCE = 5  # between any mention and long form, of two or over three letters; by eye


def find_acronyms(sentences: Sequence[str]) -> dict[str, str]:
    """Find what the acronyms of a talk are short for, in the talk's own words.

    A run of words is taken for the long form where its initials spell the acronym and it is said
    twice, or beside the acronym's first mention, or with the acronym in brackets, or is a longer
    form of one so found ("artificial general intelligence" where AI is "artificial intelligence").
    Two letters fit many words by chance: those must be said twice and near the acronym, or with
    it in brackets. Of several, the most said wins.

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
    places = _place_acronyms(sentences)
    by_initial: dict[str, list[str]] = {}
    for acronym in sorted(places, key=lambda acronym: (-len(places[acronym]), acronym)):
        if len(rivals := by_initial.setdefault(acronym[0], [])) < MAX_ACRONYMS:
            rivals.append(acronym)
    said: dict[str, Counter[str]] = {acronym: Counter() for acronym in places}
    close: set[tuple[str, str]] = set()
    introduced: dict[str, set[str]] = {acronym: set() for acronym in places}
    for i, text in enumerate(sentences):
        words = split_words(text)
        for at, word in enumerate(words):
            for acronym in by_initial.get(word[0], ()):
                long = _spell(acronym, words, at)
                if long is not None:
                    said[acronym][long] += 1
                    if _is_introduced(acronym, long, text, i, places[acronym]):
                        introduced[acronym].add(long)
                    elif _is_close(i, places[acronym]):
                        close.add((acronym, long))
    found: dict[str, str] = {}
    within: dict[str, list[frozenset[str]]] = {}  # the words of what was found, by the longest
    for acronym in sorted(said, key=lambda acronym: (len(acronym), acronym)):
        fit = [
            (-count, long)
            for long, count in said[acronym].items()
            if long in introduced[acronym]
            or (count > 1 and (len(acronym) > 2 or (acronym, long) in close))
            or any(
                other < set(long.split()) for word in long.split() for other in within.get(word, ())
            )
        ]
        if fit:
            found[acronym] = min(fit)[1]
            words = found[acronym].split()
            within.setdefault(max(words, key=len), []).append(frozenset(words))
    if "us" in found:
        found.setdefault("usa", found.pop("us"))  # as `split_words` writes it
    return found


def _place_acronyms(sentences: Sequence[str]) -> dict[str, list[int]]:
    """List the sentences that say each acronym."""
    places: dict[str, list[int]] = {}
    for i, text in enumerate(sentences):
        for match in _ACRONYM.finditer("" if text.isupper() else text):
            if match[0].isalpha():
                places.setdefault(match[0].lower(), []).append(i)
    return places


def _is_introduced(acronym: str, long: str, text: str, at: int, places: Sequence[int]) -> bool:
    """Whether a sentence that says the long form tells what the acronym is short for.

    Args:
        acronym: In lower case.
        long: Its long form, in lower case.
        text: The sentence.
        at: Its index.
        places: Indices of the sentences that say the acronym.
    """
    text = text.lower()
    if any(
        said in text for said in (f"{long} ({acronym}", f"{long}, {acronym}", f"{acronym}, {long}")
    ):
        return True
    if len(acronym) == 2:
        return False
    return abs(at - places[0]) <= _FIRST_MENTION_DISTANCE or (
        len(acronym) > 3 and _is_close(at, places)
    )


def _is_close(at: int, places: Sequence[int]) -> bool:
    """Whether one of some places, which ascend, is around another one."""
    return bisect_left(places, at - _MENTION_DISTANCE) < bisect_right(
        places, at + _MENTION_DISTANCE
    )


def _spell(acronym: str, words: Sequence[str], at: int) -> str | None:
    """Follow the acronym's letters along the initials of words.

    Small words may be skipped, but not within two letters; they stand for a letter only where
    none is skipped ("coefficient of performance").
    """
    taken: list[str] = []
    skipped = carried = 0
    for letter in acronym:
        while at < len(words) and taken and words[at] in _FUNCTION_WORDS:
            if words[at] in _LETTER_WORDS and words[at][0] == letter and not skipped:
                break
            taken.append(words[at])
            skipped += 1
            at += 1
        if at >= len(words) or words[at][0] != letter or words[at] == acronym:
            return None
        carried += words[at] in _FUNCTION_WORDS
        taken.append(words[at])
        at += 1
    if skipped and (carried or len(acronym) == 2):
        return None
    content = [word for word in taken if is_content(word)]
    # "an idea" spells AI; a long form has no words that say nothing, but for the small ones.
    if len(content) < 2 or taken[-1] in _FUNCTION_WORDS or not _COMMON_WORDS.isdisjoint(taken):
        return None
    if any(not is_content(word) and word not in _FUNCTION_WORDS for word in taken):
        return None
    return " ".join(taken)
