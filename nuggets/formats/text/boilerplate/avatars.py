"""Avatar initials above a speaker's name, in the pasted panel of a meeting; not speech.

MO
Maria Okafor
0:03
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.cuts import CutLines, cut_out
from nuggets.formats.text.speakers.names import bare_name, to_name
from nuggets.timecode import CLOCK

INITIALS = "initials of a name"

_LETTERS = re.compile(r"[^\W\d_]{1,3}")
_TIME_BEHIND = re.compile(rf"[\s,|•·(\[-]{{1,6}}{CLOCK}.{{0,10}}\Z")
_LONGEST = 80  # characters of a line with a name; by eye, as are the next two
_LEAST_SHARE = 0.8  # share of the lines of one to three letters that are initials of the name below
_LEAST_COUNT = 2


def strip_avatar_initials(lines: Sequence[Line]) -> CutLines | None:
    """Strip initials on lines of their own above the name; None if there are hardly any.

    Args:
        lines: Those of the file that are not blank.
    """
    short = [
        i
        for i, line in enumerate(lines[:-1])
        if len(line.text) < 4 and line.text.isupper() and _LETTERS.fullmatch(line.text)
    ]
    found = {i for i in short if _is_initials_of(lines[i].text, lines[i + 1].text)}
    if len(found) < max(_LEAST_COUNT, _LEAST_SHARE * len(short)):
        return None
    moved = [
        line._replace(blank=lines[i - 1].blank) if i - 1 in found else line
        for i, line in enumerate(lines)
    ]
    return cut_out(moved, {i: (0, len(lines[i].text)) for i in found}, INITIALS)


def _is_initials_of(letters: str, line: str) -> bool:
    """Whether letters are initials of the name on a line, or its beginning."""
    if len(line) > _LONGEST:
        return False
    name = to_name(_TIME_BEHIND.sub("", line).rstrip(": "))
    words = bare_name(name).replace("-", " ").split() if name else []
    if not words:
        return False
    initials = "".join(word[0] for word in words).upper()
    begins = words[0][: len(letters)].upper()
    rest = iter(initials)
    within = initials[0] == letters[0] and all(letter in rest for letter in letters)
    return (within or begins == letters) and line != letters
