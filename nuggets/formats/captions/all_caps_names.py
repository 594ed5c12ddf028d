"""Speaker labels in all-caps captions, as television writes them: which are names.

    >> MAYOR: THANK YOU, MADAM CHAIR.         a name, after a mark of a new speaker
    THE ANSWER: THE STATE PAYS HALF.          a sentence with a colon

Capitals tell nothing of names here. So a label counts where marks of a new speaker stand before
several of them, or else where it recurs.
"""

from __future__ import annotations

from collections.abc import Mapping

from nuggets.formats.text.speakers.names import TITLES, bare_name, is_numbered

_MIN_CAPITALS = 0.9  # share of cased letters; by eye
_SAMPLE = 20_000  # characters by which the file is judged; by eye
_MIN_MARKED = 2  # names after `>>`: one alone may be a sentence with a colon
SENTENCE_WORDS = frozenset(  # words of sentences that end in a colon, which names do not have
    "is are was were be been am do does did has have had can could will would shall should may "
    "might must this that these those it its they them their we us our you your i my me he his she "
    "her who what which when where why how not one two three next first second third item point "
    "question answer thing result problem reason about into than says said say".split()
)


def is_all_caps(sample: str) -> bool:
    """Whether a text is written in capitals throughout."""
    cased = [char for char in sample[:_SAMPLE] if char.lower() != char.upper()]
    return sum(char.isupper() for char in cased) >= max(1, _MIN_CAPITALS * len(cased))


def choose_names(counts: Mapping[str, int], marked: Mapping[str, int]) -> frozenset[str]:
    """Choose which labels of an all-caps file are speakers' names.

    Args:
        counts: How often each label occurs.
        marked: How often it occurs after a mark of a new speaker.
    """
    plausible = {name for name in counts if looks_like_caps_name(name)}
    named = marked.keys() & plausible
    if len(named) >= _MIN_MARKED:
        return frozenset(named)
    return frozenset(name for name in plausible if counts[name] > 1 or is_numbered(name))


def looks_like_caps_name(name: str) -> bool:
    """Whether an all-caps label may be a name: no words of sentences; `THE` only with a title."""
    words = [word.strip(".,").lower() for word in bare_name(name).split()]
    if not words:
        return False
    if words[0] in ("the", "a", "an") and not TITLES.intersection(words[1:]):
        return False
    return not SENTENCE_WORDS.intersection(words)
