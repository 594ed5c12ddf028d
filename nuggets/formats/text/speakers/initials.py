"""Initials that are words, too, as the labels of a talk: `TO:`, `RE:`, `NO:`.

On one line they head a letter; where they recur among the initials of others they are speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import Head
from nuggets.formats.text.speakers.names import core_of, to_name

_INITIALS = re.compile(r"(?P<name>[A-Z]{2,3}):(?:\s+|\Z)")
_OF_LETTER = re.compile(r"(?:from|subject|date|sent|attn|attention) ?:", re.IGNORECASE)
_LEAST_COUNT = 3
_LEAST_SHORT = 0.8  # share of the file's labels that are initials
_LEAST_CHANGES = 0.3  # share of such labels that are not the one before


def read_initials(lines: Sequence[Line], heads: list[Head | None]) -> list[Head | None]:
    """Read initials that are words into the heads of their lines, where they are labels.

    Args:
        lines: All lines of the file.
        heads: What could stand before the words of each.
    """
    found: dict[int, Head] = {}
    for i, head in enumerate(heads):
        if head is None or head.name or not head.has_colon:
            continue
        at = max(head.stamp_end, head.mark_end, head.quote_end)
        match = _INITIALS.match(lines[i].text, at)
        if match and to_name(match["name"]) is None:
            found[i] = head._replace(name=match["name"], label_end=match.end())
    counts = Counter(head.name for head in found.values())
    known = {name for name, count in counts.items() if count >= _LEAST_COUNT}
    if not known:
        return heads
    letters = sum(_OF_LETTER.match(line.text) is not None for line in lines)
    merged = [
        one if (one := found.get(i)) and one.name in known else head for i, head in enumerate(heads)
    ]
    names = [head.name for head in merged if head and head.name]
    short = sum(len(core_of(name)) <= 3 and name.isupper() for name in names)
    changes = sum(one != other for one, other in pairwise(names))
    are_labels = (
        2 * letters < max(counts.values())
        and short >= _LEAST_SHORT * len(names)
        and changes >= _LEAST_CHANGES * len(names)
    )
    return merged if are_labels else heads
