"""Foci in talk that is not in English: found by their words, since the vectors know English alone.

A word is found in each of its forms by its stem, without its accents where the user left them out,
and, in languages that write compounds as one word, inside of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nuggets.english.words import is_content as is_content_in_english
from nuggets.languages.words import UNSPACED, Lexicon, strip_accents
from nuggets.rank.focus import Focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.term_proximity import SPAN
from nuggets.values import Status
from nuggets.vectors import Vector

_CJK = re.compile(f"[{UNSPACED}]+")
COMPOUND_WEIGHT = 0.5  # of a compound that holds a word of the focus; by eye
MIN_PART = 5  # letters of a word that is looked for in compounds; by eye
MIN_PLACES = 2
"""Sentences that say a focus, from which on the talk surely discusses it; by eye."""

_ASKING_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "de": "denkt diskussion erklärt erzählt gespräch hält meint meinung rolle sage sagen sagt"
        " spielt sprechen spricht thema zusammenfassen",
        "fr": "avis débat dire discussion disent dit explique opinion parle parler pense pensent"
        " propos résume résumer sujet",
        "es": "conversación cuenta debate dice dicen explica habla hablan opina opinan opinión"
        " piensa piensan resume resumen tema",
        "it": "argomento conversazione dice dicono discussione opinione parla parlano pensa"
        " pensano racconta riassumi spiega tema",
        "pt": "acha assunto conversa diz dizem explica fala falam opinião pensa pensam resumo tema",
        "nl": "bespreking denkt gesprek mening onderwerp praat praten samenvatting spreekt vertelt"
        " vindt vinden zeggen zegt",
    }
)
"""Words that say what is wanted of a focus and not what it is about; left out beside others."""


def widen_focus(focus: Focus, talk: Talk) -> Focus:
    """Add the forms in which a talk says the words of a focus.

    Args:
        focus: From `parse_focus`, with the lexicon of the talk.
        talk: In a language other than English.

    Returns:
        The focus with more terms. A word that only asks, or that is a stop word of English, and
        that the talk does not say, is left out if another one is left.
    """
    lexicon = talk.lexicon
    said = sorted({word for text in talk.texts for word in lexicon.split_words(text)})
    forms = {word: lexicon.stem(word) for word in said if lexicon.is_content(word)}
    terms = dict(focus.terms)
    asking = {lexicon.stem(word) for word in _ASKING_WORDS.get(lexicon.code, "").split()}
    groups: list[frozenset[str]] = []
    beside: list[frozenset[str]] = []
    asked = [word for word in lexicon.split_words(focus.meanings[0]) if lexicon.is_content(word)]
    for group in focus.groups:
        own = sorted({word for word in asked if lexicon.stem(word) in group})
        found: dict[str, float] = {}
        for word in own:
            found |= dict(_find_forms(word, forms, lexicon))
        for term, weight in found.items():
            terms[term] = max(weight, terms.get(term, 0.0))
        is_said = any(term in talk.postings.places for term in (*group, *found))
        is_aside = group <= asking or not (is_said or any(map(is_content_in_english, own)))
        (beside if is_aside else groups).append(group | frozenset(found))
    if not groups:
        groups = beside
    kept = frozenset[str]().union(*groups)
    return replace(
        focus,
        terms={term: weight for term, weight in terms.items() if term in kept},
        groups=tuple(groups),
    )


def _find_forms(
    word: str, forms: Mapping[str, str], lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Find terms of a talk that are a word of the focus, or a compound of it, with weights.

    Args:
        word: Of the focus.
        forms: Stem of each content word of the talk.
        lexicon: Of the talk.
    """
    own = lexicon.stem(word)
    is_plain = word.isascii()
    for other, term in forms.items():
        if term == own:
            continue
        if (
            is_plain
            and not other.isascii()
            and lexicon.stem(strip_accents(other)) == lexicon.stem(word)
        ):
            yield term, 1.0
        elif (
            lexicon.has_compounds
            and len(own) >= MIN_PART
            and len(term) > len(own)
            and (term.startswith(own) or term.endswith(own))
        ):
            yield term, COMPOUND_WEIGHT


Flags: TypeAlias = NDArray[np.bool_]


def judge_by_words(talk: Talk, focus: Focus) -> Status:
    """Tell whether a talk surely discusses a focus; that it does not can never be told.

    Returns:
        "ok" where at least `MIN_PLACES` sentences say a word of it with all its words around
        them, else "unsure".
    """
    places = _find_places(talk, focus).sum()
    phrase = "".join(talk.lexicon.split_words(focus.meanings[0]))
    if _CJK.fullmatch(phrase):  # each character is a word, and met by chance
        places = sum(phrase in "".join(text.lower().split()) for text in talk.texts)
    return "ok" if places >= MIN_PLACES else "unsure"


def find_mentions(talk: Talk, focus: Focus) -> Vector:
    """Find where a focus is said: all its words around a sentence, or any where there is no such.

    Returns:
        Array of shape (n,): 1 for each sentence that says a word of it, and for the `SPAN` after
        a question that does, which may answer it; else 0.
    """
    said = _find_places(talk, focus)
    if not said.any():
        said = np.asarray(_find_groups(talk, focus).any(axis=0), dtype=np.bool_)
    asked = said & np.array([trait.is_question for trait in talk.traits], dtype=np.bool_)
    return (said | _spread(asked, 0, SPAN)).astype(np.float64)


def _find_places(talk: Talk, focus: Focus) -> Flags:
    """Find the sentences that say a word of a focus with all its words at most `SPAN` away."""
    said = _find_groups(talk, focus)
    near = np.stack([_spread(row, SPAN, SPAN) for row in said])
    return np.asarray(said.any(axis=0) & near.all(axis=0), dtype=np.bool_)


def _find_groups(talk: Talk, focus: Focus) -> Flags:
    """Find which sentences say which word of a focus: array of shape (words, n)."""
    said = np.zeros((max(1, len(focus.groups)), len(talk.sentences)), dtype=np.bool_)
    for row, group in zip(said, focus.groups, strict=False):
        for term in group:
            row[talk.postings.places.get(term, [])] = True
    return said


def _spread(row: Flags, before: int, after: int) -> Flags:
    """Spread what is true to so many places before it and after it."""
    found = row.copy()
    for distance in range(1, before + 1):
        found[:-distance] |= row[distance:]
    for distance in range(1, after + 1):
        found[distance:] |= row[:-distance]
    return found
