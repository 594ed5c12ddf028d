"""Constituency and party of a member, below the name in the report of a parliament; not speech.

Maria Okafor
(Worcester) (Lab)
"""

from __future__ import annotations

import re

from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.boilerplate.read_text import ReadText

_CONSTITUENCY = re.compile(r"\([^\W\d_][^()]{1,60}\)(?:\s?\([^\W\d_][^()]{0,40}\)){0,2}")
_LEAST_COUNT = 2  # by eye


def find_constituencies(text: ReadText) -> list[int]:
    """Find the lines that are a constituency and a party below a line that is a name.

    There are none if most have no party, as then they may be anything in parentheses.
    """
    below = (i + 1 for i in text.named if i + 1 < len(text.lines) and text.is_prefix_alone(i))
    found = [
        i
        for i in below
        if not text.readings[i].starts_turn
        and _CONSTITUENCY.fullmatch(text.lines[i].text)
        and text.lines[i].text[1].isupper()
        and not is_stage_direction(text.lines[i].text)
    ]
    with_party = sum(")" in text.lines[i].text[:-1] for i in found)
    return found if len(found) >= _LEAST_COUNT and 2 * with_party >= len(found) else []
