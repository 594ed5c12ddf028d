"""The word index at the end of a court's transcript: words with pages and lines; not speech.

ability [2] 12:5 34:7
able 58:2,21  61:3
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.boilerplate.cuts import CutLines, cut_out
from nuggets.formats.text.speakers.timestamps import is_rising

INDEX = "word index"

_PLACE = re.compile(r"(?<![0-9:,.])([0-9]{1,3}):([0-9]{1,2})(?:,[0-9]{1,2})*(?![0-9:])")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Limits by eye, on the records of courts.
_LEAST_LINES = 8  # with places, in an index
_LEAST_SHARE = 0.6  # of the lines of an index that have places; page headers are among them
_LEAST_PLACES = 1.2  # on each of them
_MOST_WORDS = 2  # for each place
_WINDOW = 10  # lines from the first on, which must be as full


def strip_word_index(lines: Sequence[Line]) -> CutLines | None:
    """Strip the index at the end of a file; None if it has none.

    Args:
        lines: Those of the file that are not blank.
    """
    if not any(":" in line.text for line in lines[-_WINDOW:]):
        return None
    counts = [_count_places(line.text) for line in lines]
    begin = len(lines)
    found = places = 0
    for i in range(len(lines) - 1, -1, -1):
        found += counts[i] > 0
        places += counts[i]
        size = len(lines) - i
        if found < _LEAST_SHARE * size:
            if size > _LEAST_LINES + _WINDOW and found < _LEAST_SHARE * size / 2:
                break
            continue
        near = counts[i : i + _WINDOW]
        is_full = sum(count > 0 for count in near) >= _LEAST_SHARE * len(near)
        if counts[i] and is_full and found >= _LEAST_LINES and places >= _LEAST_PLACES * found:
            begin = i
    if begin == len(lines):
        return None
    order = [
        1000 * int(page) + int(line)
        for one in lines[begin:]
        for page, line in _PLACE.findall(one.text)
    ]
    if is_rising(order):
        return None  # times
    spans = {i: (0, len(lines[i].text)) for i in range(begin, len(lines))}
    return cut_out(lines, spans, INDEX)


def _count_places(text: str) -> int:
    """Count the places in a line of an index; 0 for a sentence, which has more words."""
    if ":" not in text or text[-1] in SENTENCE_ENDS:
        return 0
    places = len(_PLACE.findall(text))
    return places if len(_WORD.findall(text)) <= _MOST_WORDS * places else 0
