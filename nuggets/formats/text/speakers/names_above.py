"""Names on a line of their own above the words, with or without an office or a party.

Baroness Voss of Selby Marsh (Lab)     the party where she first speaks
Ilka Voss -- Chief Executive Officer   calls: the office, and who is called
Ilka Voss - Ansel Tidal Power - CEO
Operator                               nothing behind the name

They stand below a blank line, or, in text out of a PDF, right below the words of somebody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.speakers.known_names import find_short_names
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import (
    bare_name,
    is_in_capitals,
    is_numbered,
    to_name,
    to_name_line,
)
from nuggets.formats.text.speakers.recurrence import (
    LEAST_CHANGES,
    LEAST_RECURRING,
    count_changes,
    count_recurring,
)
from nuggets.formats.text.speakers.style_choice import Fit

EXAMPLE = "Name above the words"

_WITH_OFFICE = re.compile(
    r"(?P<name>[^\W\d_][^–—:]{1,60}?)\s(?:--|[-–—])\s(?P<office>[^\W_][^:]{1,110})"
)
_OFFICE = re.compile(
    r"\b(?:CEO|CFO|COO|CTO|EVP|SVP|VP|Chief|Officer|Chair(?:man|woman)?|President|Director|Manager|Head"
    r"|Treasurer|Secretary|Partner|Analyst|Research|Division|Securities|Capital|Bank|Relations|Inc"
    r"|LLC|Ltd|plc|AG|SE|S\.A|Group|Partners|Company|Corporation)\b"
)
_LONGEST = 150  # characters of a line with a name; by eye, as are the others
_LEAST_EDGES = 0.1  # share of lines below a blank one, in a file whose paragraphs stand apart
_LEAST_NAMED = 0.1  # share of lines that are a name ...
_LEAST_APART = 0.2  # ... where the words stand below a blank line, too ...
_MOST_DISTINCT = 0.5  # ... and share of the names that are different ones there
_LEAST_OFFICES = 0.3  # share of the names with an office, where one that recurs is enough


class NameLine(NamedTuple):
    """A name on a line of its own; `has_office` says whether more is behind it."""

    text: str
    has_office: bool


def find_names_above(lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> Fit | None:
    """Find the names on lines of their own above the words; None if there are none.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    edges = sum(is_paragraph_edge(lines, i) for i in range(len(lines)))
    has_edges = edges > max(1, _LEAST_EDGES * len(lines))
    names: dict[int, NameLine] = {}
    for i in range(len(lines) - 1):
        if prefixes[i] is None and (not has_edges or is_paragraph_edge(lines, i)):
            name = read_name_line(lines[i].text)
            if name:
                names[i] = name
    offices = {
        i + 1
        for i in names
        if i + 1 < len(lines) - 1
        and _OFFICE.search(lines[i + 1].text)
        and len(lines[i + 1].text) <= _LONGEST
        and lines[i + 1].text[-1] not in SENTENCE_ENDS
        and not _OFFICE.search(lines[i].text)
        and not lines[i + 1].has_blank_line_above
    }
    names = {
        i: name._replace(has_office=name.has_office or i + 1 in offices)
        for i, name in names.items()
        if i not in offices
    }
    short = find_short_names(name.text for name in names.values())
    names = {i: name._replace(text=short.get(name.text, name.text)) for i, name in names.items()}
    counts = Counter(name.text for name in names.values())
    headings = {i for i in names if i + 1 in names and counts[names[i + 1].text] > 1}
    found = {
        i: LinePrefix(
            name.text, emphasis=name.has_office, label_end=len(lines[i].text), has_colon=True
        )
        for i, name in names.items()
        if i not in headings or counts[name.text] > 1
    }
    below = {
        i: LinePrefix(
            found[i - 1].name, emphasis=True, label_end=len(lines[i].text), has_colon=True
        )
        for i in offices
        if i - 1 in found and prefixes[i] is None
    }
    if not has_edges and 2 * sum(map(is_shaped_like_name, counts)) < len(counts):
        return None  # "Yeah", "Right": short lines of speech
    return Fit(EXAMPLE, found | below, _fit(lines, found)) if found else None


def is_shaped_like_name(name: str) -> bool:
    """Whether the writing of a line shows it to be a name: two words, capitals, a number."""
    return len(name.split()) > 1 or is_in_capitals(name) or is_numbered(name)


@lru_cache(maxsize=4096)  # a file repeats few names
def read_name_line(text: str) -> NameLine | None:
    """Read a line as a name, with or without an office behind it; None if it is none."""
    if not text or len(text) > _LONGEST:
        return None
    bold = len(text) > 4 and text.startswith("**") and text.endswith("**")
    text = text[2:-2] if bold else text
    match = _WITH_OFFICE.fullmatch(text) if text[-1] not in SENTENCE_ENDS else None
    name = to_name(bare_name(match["name"])) if match else None
    if name:
        return NameLine(name, has_office=True)
    name = to_name_line(text)
    return NameLine(name, has_office=False) if name else None


def _fit(lines: Sequence[Line], found: Mapping[int, LinePrefix]) -> float:
    """Measure how well names above the words explain a file; 1 and above is well enough."""
    names = [prefix.name or "" for prefix in found.values()]
    counts = Counter(names)
    apart = sum(lines[i + 1].has_blank_line_above for i in found)
    are_apart = 2 * apart > len(found)
    least = _LEAST_APART if are_apart else _LEAST_NAMED
    offices = sum(prefix.emphasis for prefix in found.values())
    needed = 1 if offices >= _LEAST_OFFICES * len(found) else 2
    evidence = [len(found) / (least * len(lines))]
    if len(counts) > 1 and all(is_numbered(name) for name in counts):
        return evidence[0]
    evidence += [
        count_recurring(names) / (LEAST_RECURRING * len(names)),
        count_changes(names) / (LEAST_CHANGES * len(names)),
        sum(count > 1 for count in counts.values()) / needed,
    ]
    if are_apart:
        evidence.append(_MOST_DISTINCT * len(names) / len(counts))
    return min(evidence)
