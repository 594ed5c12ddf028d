"""Names that stand above the words of a cue: in its identifier, or on a line of their own.

1 "Margaret Hale" (1234567)                 Webex
00:00:01.000 --> 00:00:04.000
So where do we begin?

00:00:01.000 --> 00:00:04.000               Teams, years ago
Margaret Hale
So where do we begin?

00:00:01,000 --> 00:00:04,000               people, perhaps only where another one begins
(Margaret Hale)
So where do we begin?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.captions.change_marks import Marked
from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_text import Shown
from nuggets.formats.captions.names_in_brackets import to_bracketed_name
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.recurrence import count_recurring

_IDENT = re.compile(r'(?:[0-9]{1,9}\s+)?"(?P<name>[^"]{0,80})"(?:\s+\([^()"]{0,40}\))?')
_LEAST_IDENTS = 0.9  # share of cues with such an identifier
_LEAST_ABOVE = 0.9  # share of cues that have a name as their first line
_LEAST_RECURRING = 0.8  # share of those names that recur
_LEAST_CUES = 4
_LONGEST = 80  # characters of a name
_ENCLOSED = re.compile(r"[(\[](?P<name>[^()\[\]:]{2,60})[)\]]:?\Z")
_LEAST_ENCLOSED = 0.5  # share of cues with a name in brackets, where that is surely the way
_LEAST_NAMED = 0.6  # share of those names that recur
_LEAST_SHORT = 0.8  # share of all such lines that are names which recur, if these are short
_LEAST_OFTEN = 3  # lines with a name, on the whole, if these are short
_MOST_BEFORE = 2  # cues before the first of them
_MOST_BARE = 0.25  # share of the lines with a name below which its cue has no words
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
    cues = [line.cue for line, _, _ in lines]
    firsts = [i for i, cue in enumerate(cues) if not i or cues[i - 1] != cue]
    above = [i for i in firsts if i + 1 < len(cues) and cues[i + 1] == cues[i]]
    least = max(_LEAST_CUES, _LEAST_ABOVE * len(firsts))
    found: dict[int, str] = {}
    for left, i in zip(range(len(above), 0, -1), above, strict=True):
        if len(found) + left < least:  # as in nearly all files, and soon
            return {}
        text = lines[i].line.text
        if not lines[i].mark and len(text) <= _LONGEST and text[-1] not in _ENDS:
            name = to_name(text)
            if name is not None:
                found[i] = name
    recurring = count_recurring(found.values())
    return found if len(found) >= least and recurring >= _LEAST_RECURRING * len(found) else {}


def find_enclosed(lines: Sequence[Marked]) -> dict[int, str]:
    """Find the names in brackets on lines of their own, if that is how the file names speakers.

    Words stand below them in the cue, as they need not below sounds. Names of one word, or in
    capitals, are believed where they begin the talk, come often, and hardly anything else is so.
    """
    found: dict[int, str] = {}
    bare = Counter[str]()
    others = 0
    for i, marked in enumerate(lines):
        text = marked.line.text
        match = _ENCLOSED.match(text, marked.words_at) if text[-1] in ")]:" else None
        if match is None:
            continue
        name = to_bracketed_name(match["name"])
        if name is None:
            others += 1
            continue
        found[i] = name
        bare[name] += i + 1 == len(lines) or lines[i + 1].line.cue != marked.line.cue
    counts = Counter(found.values())
    found = {i: name for i, name in found.items() if bare[name] <= _MOST_BARE * counts[name]}
    counts = Counter(found.values())
    recurring = {name for name, count in counts.items() if count > 1}
    named = sum(counts[name] for name in recurring)
    if len(found) < 2 or named < _LEAST_NAMED * len(found):
        return {}
    cues = len({marked.line.cue for marked in lines})
    are_full = all(" " in name and not name.isupper() for name in recurring)
    is_only_way = named >= _LEAST_SHORT * (len(found) + others)
    begins = lines[min(found)].line.cue <= _MOST_BEFORE
    are_often = named >= _LEAST_OFTEN * len(recurring)
    is_way = len(recurring) > 1 and (are_full or (is_only_way and begins and are_often))
    is_everywhere = is_only_way and len(recurring) > 1 and len(found) >= _LEAST_ENCLOSED * cues
    return found if is_way or is_everywhere else {}
