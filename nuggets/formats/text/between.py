"""What a page puts between the turns of a talk, without a label of its own.

THE STORM OF 1953             a heading in capitals, above the next speaker

ADVERTISEMENT

This show is brought to you by Acme.

A paragraph without a label is said by whoever spoke before, so it must be sure that nobody says it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.noise import HEADING, NOISE
from nuggets.formats.text.opening import NOTHING, Opening
from nuggets.litter import is_sponsor_read

_ADVERTISEMENT = re.compile(
    r"[^\w\s]{0,3} ?(?:advertise?ments?|advertising|sponsored(?: content| message)?|anzeige|werbung"
    r"|publicit[eé]|publicidade?|pubblicit[aà]|advertentie) ?[^\w\s.?!…,;]{0,3}",
    re.IGNORECASE,
)
_SENTENCE_ENDS = frozenset(".?!…,;:")
_MOST_WORDS = 12  # of a heading
_LEAST_WORDS = 2
_LEAST_LOWER = 0.5  # share of letters that are small, in a file where capitals make a heading
_SAMPLE = 200  # lines by which that is known
_LEAST_HEADINGS = 2  # one alone may be shouted


def find_between(
    lines: Sequence[Line], openings: Sequence[Opening], first: int, end: int
) -> dict[int, str]:
    """Find lines between the turns that nobody says, and say why.

    Args:
        lines: All lines of the file.
        openings: How each is read.
        first: The first line of the talk.
        end: The line behind its last one.
    """
    names = [i for i in range(first, end) if openings[i].name is not None]
    if len(names) < 2:
        return {}
    bare = [i for i in range(names[0], end) if openings[i] is NOTHING and _is_apart(lines, i)]
    reasons: dict[int, str] = {}
    has_small = _has_small_letters(lines[first:end])
    for i in bare:
        if not _ADVERTISEMENT.fullmatch(lines[i].text):
            continue
        reasons[i] = NOISE
        text = lines[i + 1].text if i + 1 < end and openings[i + 1] is NOTHING else ""
        if text and is_sponsor_read(text):
            reasons[i + 1] = NOISE
    headings = [
        i
        for i in bare
        if i + 1 < end
        and openings[i + 1].name is not None
        and _is_apart(lines, i + 1)
        and _is_heading(lines[i].text)
    ]
    if has_small and len({lines[i].text for i in headings}) >= _LEAST_HEADINGS:
        reasons.update(dict.fromkeys(headings, HEADING))
    return reasons


def _is_apart(lines: Sequence[Line], i: int) -> bool:
    """Whether a blank line stands above a line, or the file ends there."""
    return i >= len(lines) or lines[i].blank == "\n\n"


def _is_heading(text: str) -> bool:
    """Whether a line is words in capitals without an end."""
    return (
        text[0].isalpha()
        and text.isupper()
        and text[-1] not in _SENTENCE_ENDS
        and _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS
    )


def _has_small_letters(lines: Sequence[Line]) -> bool:
    """Whether a file is not written in capitals throughout."""
    text = "".join(line.text[:_SAMPLE] for line in lines[:_SAMPLE])
    lower = sum(char.islower() for char in text)
    return lower >= _LEAST_LOWER * sum(char.isalpha() for char in text)
