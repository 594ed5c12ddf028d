"""Speaker labels in all-caps captions, as television writes them: which are names.

    >> MAYOR: THANK YOU, MADAM CHAIR.         a name, after a mark of a new speaker
    THE ANSWER: THE STATE PAYS HALF.          a sentence with a colon

Capitals tell nothing of names here. So a label counts where marks of a new speaker stand before
several of them, or else where it recurs. A label that does not recur stays in the text, whose
speaker is then unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import TITLES, bare_name, is_numbered

_MIN_CAPITALS = 0.9  # share of cased letters; by eye
_SAMPLE = 20_000  # characters by which the file is judged; by eye
_MIN_MARKED = 2  # names after `>>`: one alone may be a sentence with a colon
_NO_NAMES = frozenset(  # words of sentences that end in a colon, which names do not have
    "is are was were be been am do does did has have had can could will would shall should may "
    "might must this that these those it its they them their we us our you your i my me he his she "
    "her who what which when where why how not one two three next first second third item point "
    "question answer thing result problem reason about into than says said say".split()
)


def is_all_caps(sample: str) -> bool:
    """Whether a text is written in capitals throughout."""
    cased = [char for char in sample[:_SAMPLE] if char.lower() != char.upper()]
    return sum(char.isupper() for char in cased) >= max(1, _MIN_CAPITALS * len(cased))


def choose_names(
    prefixes: Sequence[LinePrefix | None], names: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Choose which labels of an all-caps file are speakers' names.

    Args:
        prefixes: The possible label of each line; None where there is none.
        names: Labels that would be names by the rules for mixed case.

    Returns:
        The names, and the labels that may or may not be names: after those, the speaker is
        unknown.
    """
    counts = Counter(prefix.name for prefix in prefixes if prefix is not None and prefix.name)
    plausible = {name for name in counts if _looks_like_name(name)}
    after_mark = (prefix for prefix in prefixes if prefix is not None and prefix.mark == ">>")
    marked = {prefix.name for prefix in after_mark} & plausible
    if len(marked) >= _MIN_MARKED:
        return frozenset(name for name in marked if name), frozenset()
    recurring = {name for name in plausible & names if counts[name] > 1 or is_numbered(name)}
    return frozenset(recurring), frozenset(plausible - recurring if recurring else ())


def _looks_like_name(name: str) -> bool:
    """Whether an all-caps label may be a name: no words of sentences; `THE` only with a title."""
    words = [word.strip(".,").lower() for word in bare_name(name).split()]
    if words[0] in ("the", "a", "an") and not TITLES.intersection(words[1:]):
        return False
    return not _NO_NAMES.intersection(words)
