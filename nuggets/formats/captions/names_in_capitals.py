"""Captions in capitals, as of television: which words before a colon are a name.

>> MAYOR: THANK YOU, MADAM CHAIR.
THE ANSWER: THE STATE PAYS HALF.

Where all is in capitals, they tell nothing of names. So a name stands after a mark, or it recurs;
what could be a name and does not recur is left in the words, which are nobody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import TITLES, bare_name, is_numbered

_LEAST_CAPITALS = 0.9  # share of cased letters
_SAMPLE = 20_000  # characters that tell how a file is written
_LEAST_MARKED = 2  # names after `>>` in a file that names speakers so
_NO_NAMES = frozenset(  # words that the sentences have which end in a colon, and names have not
    "is are was were be been am do does did has have had can could will would shall should may "
    "might must this that these those it its they them their we us our you your i my me he his she "
    "her who what which when where why how not one two three next first second third item point "
    "question answer thing result problem reason about into than says said say".split()
)


def is_in_capitals(sample: str) -> bool:
    """Whether a text is written in capitals."""
    cased = [char for char in sample[:_SAMPLE] if char.lower() != char.upper()]
    return sum(char.isupper() for char in cased) >= max(1, _LEAST_CAPITALS * len(cased))


def choose_names(
    heads: Sequence[LinePrefix | None], names: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Choose the names, and the labels after which nobody is known to speak.

    Args:
        heads: The possible prefix of each line; None where there is none.
        names: What would be names if not all were in capitals.
    """
    counts = Counter(head.name for head in heads if head is not None and head.name)
    plausible = {name for name in counts if _may_be_name(name)}
    marked = {head.name for head in heads if head is not None and head.mark == ">>"} & plausible
    if len(marked) >= _LEAST_MARKED:
        return frozenset(name for name in marked if name), frozenset()
    recurring = {name for name in plausible & names if counts[name] > 1 or is_numbered(name)}
    return frozenset(recurring), frozenset(plausible - recurring if recurring else ())


def _may_be_name(name: str) -> bool:
    """Whether words in capitals may be a name: no sentence, and a title where `THE` begins it."""
    words = [word.strip(".,").lower() for word in bare_name(name).split()]
    if words[0] in ("the", "a", "an") and not TITLES.intersection(words[1:]):
        return False
    return not _NO_NAMES.intersection(words)
