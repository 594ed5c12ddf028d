"""Names that stand above the words of each cue: in its identifier, or as its first line.

1 "Margaret Hale" (1234567)                 Webex
00:00:01.000 --> 00:00:04.000
So where do we begin?

00:00:01.000 --> 00:00:04.000               Teams, years ago
Margaret Hale
So where do we begin?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.marks import Marked
from nuggets.formats.captions.payload import Shown
from nuggets.formats.text.names import to_name

_IDENT = re.compile(r'(?:[0-9]{1,9}\s+)?"(?P<name>[^"]{0,80})"(?:\s+\([^()"]{0,40}\))?')
_LEAST_IDENTS = 0.9  # share of cues with such an identifier
_LEAST_ABOVE = 0.9  # share of cues that have a name as their first line
_LEAST_RECURRING = 0.8  # share of those names that recur
_LEAST_CUES = 4
_ENDS = frozenset(".?!,;:…-–—\"'”’")


def name_by_ident(lines: Sequence[Shown], cues: Sequence[RawCue]) -> list[Shown] | None:
    """Give each line the name in the identifier of its cue; None if these hold no names."""
    if not cues or '"' not in cues[0].ident:
        return None
    found = [_IDENT.fullmatch(cue.ident) for cue in cues]
    if sum(match is not None for match in found) < _LEAST_IDENTS * len(cues):
        return None
    names = [" ".join(match["name"].split()) or None if match else None for match in found]
    return [line._replace(voice=line.voice or names[line.cue]) for line in lines]


def find_above(lines: Sequence[Marked]) -> dict[int, str]:
    """Find the first lines of cues that are names, if nearly all cues begin with one."""
    found: dict[int, str] = {}
    cues = 0
    for i, marked in enumerate(lines):
        if i and lines[i - 1].line.cue == marked.line.cue:
            continue
        cues += 1
        is_above = i + 1 < len(lines) and lines[i + 1].line.cue == marked.line.cue
        text = marked.line.text
        if is_above and not marked.mark and len(text) <= 80 and text[-1] not in _ENDS:
            name = to_name(text)
            if name is not None:
                found[i] = name
    counts = Counter(found.values())
    recurring = sum(count for count in counts.values() if count > 1)
    is_way = cues >= _LEAST_CUES and len(found) >= _LEAST_ABOVE * cues
    return found if is_way and recurring >= _LEAST_RECURRING * len(found) else {}
