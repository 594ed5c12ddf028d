"""Initials that are words, too, as the labels of a talk: `TO:`, `RE:`, `NO:`.

On one line they prefix a letter; where they recur among the initials of others they are speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import bare_name, to_name

_INITIALS = re.compile(r"(?P<name>[A-Z]{2,3}):(?:\s+|\Z)")
_OF_LETTER = re.compile(r"(?:from|subject|date|sent|attn|attention) ?:", re.IGNORECASE)
_LEAST_COUNT = 3
_LEAST_SHORT = 0.8  # share of the file's labels that are initials
_LEAST_CHANGES = 0.3  # share of such labels that are not the one before


def read_initials(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read initials that are words into the prefixes of their lines, where they are labels.

    Args:
        lines: All lines of the file.
        prefixes: What could stand before the words of each.
    """
    found: dict[int, LinePrefix] = {}
    for i, prefix in enumerate(prefixes):
        if prefix is None or prefix.name or not prefix.has_colon:
            continue
        at = max(prefix.stamp_end, prefix.mark_end, prefix.quote_end)
        match = _INITIALS.match(lines[i].text, at)
        if match and to_name(match["name"]) is None:
            found[i] = prefix._replace(name=match["name"], label_end=match.end())
    counts = Counter(prefix.name for prefix in found.values())
    known = {name for name, count in counts.items() if count >= _LEAST_COUNT}
    if not known:
        return prefixes
    letters = sum(_OF_LETTER.match(line.text) is not None for line in lines)
    merged = [
        one if (one := found.get(i)) and one.name in known else prefix
        for i, prefix in enumerate(prefixes)
    ]
    names = [prefix.name for prefix in merged if prefix and prefix.name]
    short = sum(len(bare_name(name)) <= 3 and name.isupper() for name in names)
    changes = sum(one != other for one, other in pairwise(names))
    are_labels = (
        2 * letters < max(counts.values())
        and short >= _LEAST_SHORT * len(names)
        and changes >= _LEAST_CHANGES * len(names)
    )
    return merged if are_labels else prefixes
