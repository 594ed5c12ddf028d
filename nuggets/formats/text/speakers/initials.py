"""Labels that are initials and also words: `TO:`, `RE:`, `NO:`.

At the head of a letter they are keys; where they recur among other initials they are speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix, find_nameless_labels, merge_prefixes
from nuggets.formats.text.speakers.names import bare_name, to_name
from nuggets.formats.text.speakers.recurrence import LEAST_CHANGES, count_changes

_INITIALS = re.compile(r"(?P<name>[A-Z]{2,3}):(?:\s+|\Z)")
_OF_LETTER = re.compile(r"(?:from|subject|date|sent|attn|attention) ?:", re.IGNORECASE)
_LEAST_COUNT = 3  # by eye, as is the other
_LEAST_SHORT = 0.8  # share of the file's labels that are initials


def read_initials(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read initials that are words as labels, where the file has labels of initials.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found: dict[int, LinePrefix] = {}
    for i, prefix in find_nameless_labels(prefixes):
        match = _INITIALS.match(lines[i].text, prefix.label_start)
        if match and to_name(match["name"]) is None:
            found[i] = prefix._replace(name=match["name"], label_end=match.end())
    counts = Counter(prefix.name for prefix in found.values())
    known = {name for name, count in counts.items() if count >= _LEAST_COUNT}
    if not known:
        return prefixes
    letters = sum(_OF_LETTER.match(line.text) is not None for line in lines)
    initials = {i: prefix for i, prefix in found.items() if prefix.name in known}
    merged = merge_prefixes(prefixes, initials)
    names = [prefix.name for prefix in merged if prefix and prefix.name]
    short = sum(len(bare_name(name)) <= 3 and name.isupper() for name in names)
    are_labels = (
        2 * letters < max(counts.values())
        and short >= _LEAST_SHORT * len(names)
        and count_changes(names) >= LEAST_CHANGES * len(names)
    )
    return merged if are_labels else prefixes
