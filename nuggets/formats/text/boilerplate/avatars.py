"""What stands beside a name for the eye alone.

MO                            the initials that stand for a picture, in a pasted panel
Maria Okafor
0:03

Maria Okafor                  a member's constituency and party, in the report of a parliament
(Worcester) (Lab)

Neither is said by whoever spoke before, nor by whom it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.boilerplate.line_numbers import Unnumbered
from nuggets.formats.text.speakers.line_reading import LineReading
from nuggets.formats.text.speakers.names import bare_name, to_name
from nuggets.timecode import CLOCK
from nuggets.values import LeftOut

INITIALS = "initials of a name"
SEAT = "constituency and party"

_LETTERS = re.compile(r"[^\W\d_]{1,3}")
_TIME_BEHIND = re.compile(rf"[\s,|•·(\[-]{{1,6}}{CLOCK}.{{0,10}}\Z")
_LONGEST = 80  # of a line with a name
_LEAST_SHARE = 0.8  # of the lines of a few letters that are initials of the name below
_SEAT = re.compile(r"\([^\W\d_][^()]{1,60}\)(?:\s?\([^\W\d_][^()]{0,40}\)){0,2}")
_LEAST_COUNT = 2


def strip_avatar_initials(lines: Sequence[Line]) -> Unnumbered | None:
    """Take away initials on lines of their own above the name; None if there are hardly any.

    Args:
        lines: Those of the file that are not blank.
    """
    short = [
        i
        for i, line in enumerate(lines[:-1])
        if len(line.text) < 4 and line.text.isupper() and _LETTERS.fullmatch(line.text)
    ]
    found = {i for i in short if _are_initials(lines[i].text, lines[i + 1].text)}
    if len(found) < max(_LEAST_COUNT, _LEAST_SHARE * len(short)):
        return None
    kept: list[Line] = []
    blank = "\n"
    for i, line in enumerate(lines):
        if i in found:
            blank = line.blank
        else:
            kept.append(line._replace(blank=blank) if i - 1 in found else line)
    return Unnumbered(
        kept, [LeftOut(lines[i].start, lines[i].end, INITIALS) for i in sorted(found)]
    )


def _are_initials(letters: str, line: str) -> bool:
    """Whether letters are those with which the words of a name begin, the first one among them."""
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


def find_constituencies(lines: Sequence[Line], readings: Sequence[LineReading]) -> frozenset[int]:
    """Find the lines of a constituency and a party alone below a name alone.

    Args:
        lines: All lines of the file.
        readings: How each is read.
    """
    found = frozenset(
        i
        for i in range(1, len(lines))
        if lines[i].text[0] == "("
        and readings[i - 1].speaker is not None
        and readings[i - 1].text_at >= len(lines[i - 1].text)
        and not readings[i].starts_turn
        and lines[i].text[1:2].isupper()
        and _SEAT.fullmatch(lines[i].text)
        and not is_stage_direction(lines[i].text)
    )
    twofold = sum(")" in lines[i].text[:-1] for i in found)
    return found if len(found) >= _LEAST_COUNT and 2 * twofold >= len(found) else frozenset()
