"""Warnings for files that seem to name speakers in a way that no reader understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import to_name_line
from nuggets.formats.text.speakers.recurrence import has_alternating_names

_UNREAD = (
    (re.compile(r"(?P<name>[^\t:]{1,60})\t"), "\t"),
    (re.compile(r"\[(?P<name>[^\[\]:]{1,60})\](?=\s)"), "["),
    (re.compile(r"<(?P<name>[^<>:]{1,60})>(?=\s)"), "<"),
    (re.compile(r"(?P<name>[^\s:–—-][^:–—-]{0,60}) [-–—](?=\s)"), " "),
    (re.compile(r"#{0,6}\s*(?P<name>[^\s#:][^:]{0,60})\Z"), ""),
    (re.compile(r"\((?P<name>[^():]{1,60})\)\Z"), "("),
    (re.compile(r"[\"“](?P<name>[^\"“”:]{1,60})[\"”]:"), ":"),
    (re.compile(r"(?P<name>(?:MR|MS|MRS|DR)\. [^.:]{1,40})\.(?=\s)"), "R"),
    (re.compile(r"(?P<name>[A-Z]{2,20}(?: [A-Z]{2,20}){0,3})\.(?=\s)"), "."),
)
"""Patterns of names, each with a character without which no line fits it."""
UNREAD_NAMES = (
    "it looks as if speakers are named in a way that is not read, so nobody is named; write them "
    "as `NAME: text`"
)

UNREAD_LABELS = (
    "words before a colon that do not recur are read as speech, so nobody is named; if they are "
    "speakers, name each the same way throughout"
)
_LEAST_LINES = 0.4  # share of lines that begin with a name; by eye, as are the others
_LEAST_LABELS = 3  # lines that begin with what may be a name ...
_LEAST_LABELLED = 0.2  # ... and their share
_LEAST_FULL_NAMES = 2  # lines that begin with the names and surnames of different people ...
_LEAST_FULLY_NAMED = 0.05  # ... and their share, as in wrapped lines


def has_unread_names(texts: Sequence[str]) -> bool:
    """Whether lines begin with recurring names in a way that no reader understands."""
    starts = [text[:100] for text in texts]
    least = _LEAST_LINES * len(texts)
    for pattern, char in _UNREAD:
        likely = [start for start in starts if char in start]
        if len(likely) < least:
            continue
        matches = (pattern.match(start) for start in likely)
        names = [name for match in matches if match and (name := to_name_line(match["name"]))]
        if len(names) >= least and has_alternating_names(names):
            return True
    return False


def warn_of_unread(lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> tuple[str, ...]:
    """Warn where nobody is named in a file whose lines may begin with names."""
    if has_unread_names([line.text for line in lines]):
        return (UNREAD_NAMES,)
    labels = [prefix.name for prefix in prefixes if prefix is not None and prefix.name]
    full = [name for name in labels if _is_full_name(name)]
    for names, least, share in (
        (labels, _LEAST_LABELS, _LEAST_LABELLED),
        (full, _LEAST_FULL_NAMES, _LEAST_FULLY_NAMED),
    ):
        if len(names) >= max(least, share * len(lines)) and len(set(names)) > 1:
            return (UNREAD_LABELS,)
    return ()


def _is_full_name(name: str) -> bool:
    """Whether a name is of several words, each with a capital letter."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
