"""Speaker names above the text of a cue: in its identifier, or on a line of their own.

1 "Margaret Hale" (1234567)                 Webex: in the identifier
00:00:01.000 --> 00:00:04.000
So where do we begin?

00:00:01.000 --> 00:00:04.000               older files of Teams: the first line
Margaret Hale
So where do we begin?

00:00:01,000 --> 00:00:04,000               by hand, perhaps only where the speaker changes
(Margaret Hale)
So where do we begin?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.captions.bracketed_names import to_bracketed_name
from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_markup import CueLine
from nuggets.formats.captions.speaker_change_marks import MarkedLine
from nuggets.formats.text.speakers.names import to_name

_IDENTIFIER = re.compile(r'(?:[0-9]{1,9}\s+)?"(?P<name>[^"]{0,80})"(?:\s+\([^()"]{0,40}\))?')
# All thresholds by eye:
_MIN_IDENTIFIERS = 0.9  # share of cues with such an identifier
_MIN_ABOVE = 0.9  # share of cues that have a name as their first line
_MIN_RECURRING = 0.8  # share of those lines whose name recurs
_MIN_CUES = 4  # with a name as their first line
_MAX_NAME_CHARS = 80
_ENCLOSED = re.compile(r"[(\[](?P<name>[^()\[\]:]{2,60})[)\]]:?\Z")
_MIN_ENCLOSED = 0.5  # share of cues with a name in brackets, in a file that surely names so
_MIN_NAMED = 0.6  # share of lines with a name in brackets whose name recurs
_MIN_SHORT = 0.8  # the same share of all lines in brackets, where names are single words
_MIN_LINES_PER_NAME = 3  # lines for each name on average, where names are single words
_MAX_CUES_BEFORE = 2  # cues before the first name, where names are single words
_MAX_BARE = 0.25  # share of a name's lines that have no words below them in the cue
# Differs on purpose from CLAUSE_ENDS: a first line that ends in a dash or a quotation is no name.
_ENDS = frozenset(".?!,;:…-–—\"'”’")


def name_by_identifier(lines: Sequence[CueLine], cues: Sequence[RawCue]) -> list[CueLine] | None:
    """Set the voice of each line to the name in its cue's identifier; None if these hold none."""
    if not cues or '"' not in cues[0].identifier:
        return None
    found = [_IDENTIFIER.fullmatch(cue.identifier) for cue in cues]
    if sum(match is not None for match in found) < _MIN_IDENTIFIERS * len(cues):
        return None
    names = [" ".join(match["name"].split()) or None if match else None for match in found]
    return [line._replace(voice=line.voice or names[line.cue]) for line in lines]


def find_names_above(lines: Sequence[MarkedLine]) -> dict[int, str]:
    """Find the first lines of cues that are names, if nearly all cues begin with one.

    Returns:
        The name on each such line, by index of the line; empty if the file does not.
    """
    cues = [line.cue for line, _, _ in lines]
    firsts = [i for i, cue in enumerate(cues) if not i or cues[i - 1] != cue]
    above = [i for i in firsts if i + 1 < len(cues) and cues[i + 1] == cues[i]]
    least = max(_MIN_CUES, _MIN_ABOVE * len(firsts))
    found: dict[int, str] = {}
    for left, i in zip(range(len(above), 0, -1), above, strict=True):
        if len(found) + left < least:  # decided early, for nearly all files
            return {}
        text = lines[i].line.text
        if not lines[i].mark and len(text) <= _MAX_NAME_CHARS and text[-1] not in _ENDS:
            name = to_name(text)
            if name is not None:
                found[i] = name
    counts = Counter(found.values())
    recurring = sum(count for count in counts.values() if count > 1)
    return found if len(found) >= least and recurring >= _MIN_RECURRING * len(found) else {}


def find_bracketed_names_above(lines: Sequence[MarkedLine]) -> dict[int, str]:
    """Find the names in brackets on lines of their own, if the file names its speakers so.

    Unlike sounds, names have words below them in the cue. Names of one word or in capitals are
    accepted only where they begin the talk, recur often, and hardly anything else is in brackets.

    Returns:
        The name on each such line, by index of the line; empty if the file does not.
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
    found = {i: name for i, name in found.items() if bare[name] <= _MAX_BARE * counts[name]}
    counts = Counter(found.values())
    recurring = {name for name, count in counts.items() if count > 1}
    named = sum(counts[name] for name in recurring)
    if len(found) < 2 or named < _MIN_NAMED * len(found):
        return {}
    cues = len({marked.line.cue for marked in lines})
    are_full_names = all(" " in name and not name.isupper() for name in recurring)
    is_only_use = named >= _MIN_SHORT * (len(found) + others)
    begins = lines[min(found)].line.cue <= _MAX_CUES_BEFORE
    are_often = named >= _MIN_LINES_PER_NAME * len(recurring)
    is_convention = len(recurring) > 1 and (
        are_full_names or (is_only_use and begins and are_often)
    )
    is_everywhere = is_only_use and len(recurring) > 1 and len(found) >= _MIN_ENCLOSED * cues
    return found if is_convention or is_everywhere else {}
