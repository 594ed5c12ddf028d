"""Names before the words of a line, written in ways that one line cannot show to be names.

[ANNA]: text              in brackets
anna: text                in lower case
Q. text                   question and answer, as in a deposition, with or without a full stop
Mr. SMITH of Ohio. text   with a full stop, as in the Congressional Record

Each counts only where names recur and the file is full of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import NOT_NAMES, to_name
from nuggets.formats.text.speakers.recurrence import has_alternating_names

_BRACKETED = re.compile(r"\[(?P<name>[^\[\]:]{1,60})\]\s{0,3}[:：]\s*")
_LOWER = re.compile(r"(?P<name>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30})?) ?:(?:\s+|$)")
_DEPOSITION = re.compile(r"(?P<name>[QA])(?:\.(?:\s+|$)|[ \xa0]{2,}| ?\t\s*)")
_RECORD = re.compile(
    r"(?P<name>(?:(?:(?:Mr|Mrs|Ms|Dr)\.|Miss|Madam|Senator|Chairman|Chairwoman|Chair|Secretary"
    r"|Representative)(?: (?:[A-Z]['’]|Ma?c|De|La|Van )?[A-Z][\w'’-]{1,20}){1,3}"
    r"(?: of(?: [A-Z][a-z]{1,20}){1,3})?"
    r"|The (?:(?:ACTING |VICE |PRESIDING )?[A-Z]{4,20}|Chair(?:man|woman|person)?|Clerk|President"
    r"|Speaker|Secretary|Witness|Court|Presiding Officer)(?: pro tempore)?))\.\s+"
)
_FIRST = {_BRACKETED: "[", _DEPOSITION: "QA", _RECORD: "MDSCRT"}
"""First characters of the lines that a pattern can match: it is not tried on all others."""

_LEAST_LINES = 0.4  # share of lines that begin with a name; by eye, as is the other ...
_FEW_LINES = 0.02  # ... where hardly anything but a name is written so


def find_names_at_line_start(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find the names in brackets or in lower case before a colon; empty if the file has none."""
    return _find(lines, prefixes, _BRACKETED, least=_LEAST_LINES) or _find(
        lines, prefixes, _LOWER, least=_LEAST_LINES
    )


def read_names_with_full_stops(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> list[LinePrefix | None] | None:
    """Read names that end in a full stop, as official records have them; None if none do."""
    for pattern in (_DEPOSITION, _RECORD):
        found = _find(lines, prefixes, pattern, least=_FEW_LINES)
        if found:
            return merge_prefixes(prefixes, found)
    return None


def _find(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    pattern: re.Pattern[str],
    *,
    least: float,
) -> dict[int, LinePrefix]:
    """Find names that match a pattern at the beginning of lines, if they alternate and are many."""
    found: dict[int, LinePrefix] = {}
    named = 0
    first_chars = _FIRST.get(pattern, "")
    is_lower = pattern is _LOWER
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        if prefix is not None and prefix.name and least == _LEAST_LINES:
            named += 1
            continue
        at = prefix.stamp_end if prefix is not None else 0
        text = line.text
        begins = text[at : at + 1]
        if (first_chars and begins not in first_chars) or (is_lower and begins.isupper()):
            continue
        match = pattern.match(text[at : at + 100].replace("\xa0", " "))
        name = _to_label(match["name"], pattern) if match else None
        if match and name:
            bare = prefix or EMPTY_PREFIX
            found[i] = bare._replace(name=name, label_end=at + match.end(), has_colon=True)
    names = [prefix.name or "" for prefix in found.values()]
    if len(names) <= named or len(names) < least * len(lines) or not has_alternating_names(names):
        return {}
    return {} if pattern is _LOWER and _has_labels_used_as_words(lines, found) else found


def _has_labels_used_as_words(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether labels in lower case are also used as words, as `problem:` would be."""
    labels = Counter(prefix.name for prefix in found.values())
    said: Counter[str] = Counter()
    for i, line in enumerate(lines):
        at = found[i].label_end if i in found else 0
        said.update(word for word in re.findall(r"[^\W\d_]{2,}", line.text[at:]) if word in labels)
    return any(said[name] > count for name, count in labels.items() if name)


def _to_label(text: str, pattern: re.Pattern[str]) -> str | None:
    """Read the match of a pattern as a name; None if it cannot be one."""
    if pattern is not _LOWER:
        return to_name(text) if pattern is _BRACKETED else text
    return text if text.islower() and text not in NOT_NAMES and to_name(text.title()) else None
