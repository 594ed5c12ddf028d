"""What tells that lines of their own are the names of speakers: they recur, or are no words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix

_LEAST_PANEL = 4  # names of a file in which hardly anybody speaks twice
_SMALL = re.compile(r"\b[^\W\d_A-Z]{2,}\b")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LEAST_CHANGES = 0.3  # share of such lines whose name is not that of the one before
_LEAST_RECURRING = 0.6  # share of such lines whose name recurs


def has_names_never_written_small(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether headings above times are names, none of whose words is ever written small."""
    apart = sum(not i or lines[i].blank == "\n\n" for i in found)
    if len(found) < _LEAST_PANEL or apart < len(found):
        return False
    small = {word for line in lines for word in _SMALL.findall(line.text)}
    names = [name for prefix in found.values() if (name := prefix.name)]
    used = sum(any(w.casefold() in small for w in _LETTERS.findall(name)) for name in names)
    return 10 * used <= len(names)


def recur(found: dict[int, LinePrefix]) -> bool:
    """Whether most lines have a name that stands on others, too."""
    counts = Counter(prefix.name for prefix in found.values() if prefix.name)
    recurring = sum(count for count in counts.values() if count > 1)
    return recurring >= _LEAST_RECURRING * counts.total()


def alternate(names: Sequence[str]) -> bool:
    """Whether two names or more recur in turn."""
    counts = Counter(names)
    recurring = [count for count in counts.values() if count > 1]
    changes = sum(one != other for one, other in pairwise(names))
    return (
        len(recurring) > 1
        and sum(recurring) >= _LEAST_RECURRING * len(names)
        and changes >= _LEAST_CHANGES * len(names)
    )


def are_settled(found: dict[int, LinePrefix]) -> bool:
    """Whether each name is set off by the time below it."""
    return all(prefix.emphasis for prefix in found.values() if prefix.name)
