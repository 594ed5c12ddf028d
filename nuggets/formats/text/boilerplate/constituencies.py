"""Constituency and party of a member, below the name in the report of a parliament; not speech.

Maria Okafor
(Worcester) (Lab)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.line_reading import LineReading

CONSTITUENCY = "constituency and party"

_CONSTITUENCY = re.compile(r"\([^\W\d_][^()]{1,60}\)(?:\s?\([^\W\d_][^()]{0,40}\)){0,2}")
_LEAST_COUNT = 2  # by eye


def find_constituencies(lines: Sequence[Line], readings: Sequence[LineReading]) -> frozenset[int]:
    """Find the lines that are a constituency and a party below a line that is a name.

    Args:
        lines: All lines of the file.
        readings: How each line is read.

    Returns:
        Indices of lines; empty if most have no party, as then they may be anything in parentheses.
    """
    found = frozenset(
        i
        for i in range(1, len(lines))
        if lines[i].text[0] == "("
        and readings[i - 1].speaker is not None
        and readings[i - 1].text_at >= len(lines[i - 1].text)
        and not readings[i].starts_turn
        and lines[i].text[1:2].isupper()
        and _CONSTITUENCY.fullmatch(lines[i].text)
        and not is_stage_direction(lines[i].text)
    )
    with_party = sum(")" in lines[i].text[:-1] for i in found)
    return found if len(found) >= _LEAST_COUNT and 2 * with_party >= len(found) else frozenset()
