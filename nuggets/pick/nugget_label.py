"""Labels: a few noun phrases that name a passage, taken from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from math import sqrt

from nuggets.english.noun_phrases import EDGES, find_noun_phrases, trim
from nuggets.english.words import split_words, stem

_DIGITS = 9  # of a weight; beyond them machines may differ
_VAGUE = frozenset(
    """
    able ago amount area bad base based become beginning big bigger biggest build building called
    care case certain change changed clear close course day days deal different difficult end easy
    example fact feel feels felt find first found full fun fine great happen happened happens happy
    hard help high hope hour hours huge idea important interest interested interesting issue job
    keep kinds left level life line list literally live long lose lost love main matter matters
    maybe moment month months morning move need needs new next nice night number number ok old open
    opposite people percent person piece place play point possible problem question quickly real
    reason run second sense set show side simple small someday soon special start started state
    step stop story strong talk talking talks term terms time times today tomorrow top totally true
    try trying turn type understand version wait wanna watch week weird wonderful word words work
    working works world worse worst wrong year years yesterday
    """.split()
)


def label_passage(
    texts: Sequence[str],
    *,
    weigh: Callable[[str], float],
    known: Collection[str],
    count: int = 2,
) -> tuple[str, ...]:
    """Label a passage by its most characteristic noun phrases.

    Args:
        texts: Its folded sentences.
        weigh: How characteristic a stem is of this talk, such as `Postings.topicality`.
        known: Stems that name nothing new, such as those of the focus.
        count: At most so many phrases.

    Returns:
        Noun phrases of one to three words as they stand in the passage, in lower case but for names
        and acronyms: those of several words first, then by weight; of equals, the earlier. None
        shares a word with another. Fewer where there are no more, since a bad name is worse.
    """
    candidates: list[tuple[bool, float, int, str, frozenset[str]]] = []
    place = 0
    for text in texts:
        for at, words in find_noun_phrases(text):
            stems = _stems_of_heading(words)
            if stems is not None and not stems <= frozenset(known):
                fresh = sorted(stems - frozenset(known))
                weight = sum(weigh(word) for word in fresh) / sqrt(len(words))
                candidates.append(
                    (len(words) == 1, -round(weight, _DIGITS), place + at, " ".join(words), stems)
                )
        place += len(text.split())
    chosen: list[tuple[str, frozenset[str]]] = []
    for *_, phrase, stems in sorted(candidates, key=lambda candidate: candidate[:3]):
        if len(chosen) < count and not any(stems & other for _, other in chosen):
            chosen.append((phrase, stems))
    inside = {trim(word) for text in texts for word in text.split()[1:]}
    openings = {trim(text.partition(" ")[0]) for text in texts}
    return tuple(_spell(phrase, openings - inside) for phrase, _ in chosen)


def _stems_of_heading(phrase: Sequence[str]) -> frozenset[str] | None:
    """Give the stems of a phrase if each of its words could stand in a heading."""
    stems = set()
    for word in phrase:
        parts = split_words(word)
        if parts[0] in _VAGUE or parts[0].isdigit():
            return None
        if parts[0].endswith(("ly", "n't", "'re", "'ll", "'ve")):
            return None
        stems |= {stem(part) for part in parts}
    return frozenset(stems)


def _spell(phrase: str, openings: Collection[str]) -> str:
    """Write a phrase with nothing hanging on its ends; a capital that opens a sentence goes."""
    words = phrase.split()
    if trim(words[0]) in openings and trim(words[0]).istitle():
        words[0] = words[0].lower()
    return EDGES.sub("", " ".join([*words[:-1], trim(words[-1])]))
