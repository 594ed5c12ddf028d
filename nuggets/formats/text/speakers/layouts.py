"""Rarer ways of naming speakers, which one line cannot tell and the whole file can.

00:12:03 Anna Lee         a time and a name, the words below
Anna Lee                  the same on lines of their own, in either order
00:12:03
Anna Lee                  a name above the words
[ANNA]: text              a name in brackets
anna: text                a name without a capital
Q. text                   question and answer, as in a deposition, with or without a full stop
Mr. SMITH of Ohio. text   as in the Congressional Record

Each counts only where names recur and the file is full of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import NOT_NAMES, is_numbered, to_name
from nuggets.formats.text.speakers.recurrence import (
    alternate,
    are_settled,
    has_names_never_written_small,
    recur,
)
from nuggets.formats.text.speakers.separators import read_separated_names

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
"""With what the lines that a pattern fits begin: it is not tried on all others."""

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
_SENTENCE_ENDS = frozenset(".?!…,;。？！")
_LEAST_TIMES = 0.8  # share of times that stand beside a name, in a file that writes them so
_LEAST_NAMED = 0.2  # share of times below which a name stands, where others go on
_LEAST_LINES = 0.4  # share of lines that begin with a name, where names are written so ...
_LEAST_ABOVE = 0.1  # share of lines that are a name above the words
_LEAST_SETTLED = 0.9  # share of times below which a name stands, where that settles the names
_LEAST_APART = 0.2  # the same where blank lines stand above and below
_FEW_LINES = 0.02  # ... or so as hardly anything else is

UNREAD_NAMES = (
    "it looks as if speakers are named in a way that is not read, so nobody is named; write them "
    "as `NAME: text`"
)

UNREAD_LABELS = (
    "words before a colon that do not recur are read as speech, so nobody is named; if they are "
    "speakers, name each the same way throughout"
)
_LEAST_LABELS = 3  # lines that begin with what may be a name ...
_LEAST_LABELLED = 0.2  # ... and their share


class Layout(NamedTuple):
    """What a file's rarer ways of naming speakers say.

    Attributes:
        prefixes: What could stand before the words of each line.
        unsure_at: Index of a line with what may be a name or a heading; None if there is none.
    """

    prefixes: list[LinePrefix | None]
    unsure_at: int | None = None


def read_layout(lines: Sequence[Line], prefixes: list[LinePrefix | None]) -> Layout:
    """Read the names that the file writes in a rarer way into the prefixes of its lines."""
    for find in (_beside_times, _around_times, _above_times):
        found = find(lines, prefixes)
        if found:
            if recur(found) or are_settled(found):
                return Layout([found.get(i, prefix) for i, prefix in enumerate(prefixes)])
            return Layout(prefixes, min(i for i, prefix in found.items() if prefix.name))
    for pattern in (_BRACKETED, _LOWER):
        found = _at_beginning(lines, prefixes, pattern, least=_LEAST_LINES)
        if found:
            return Layout([found.get(i, prefix) for i, prefix in enumerate(prefixes)])
    separated = read_separated_names(lines, prefixes)
    if separated is not None:
        return Layout(separated)
    found = _above_words(lines, prefixes) or _above_apart(lines, prefixes)
    return Layout(
        [found.get(i, prefix) for i, prefix in enumerate(prefixes)] if found else prefixes
    )


def read_names_with_full_stops(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> list[LinePrefix | None] | None:
    """Read names that end in a full stop, as official records write them; None if none do."""
    for pattern in (_DEPOSITION, _RECORD):
        found = _at_beginning(lines, prefixes, pattern, least=_FEW_LINES)
        if found:
            return [found.get(i, prefix) for i, prefix in enumerate(prefixes)]
    return None


def has_unread_names(texts: Sequence[str]) -> bool:
    """Whether lines begin with recurring names in a way that no reader of ours understands."""
    starts = [text[:100] for text in texts]
    least = _LEAST_LINES * len(texts)
    for pattern, char in _UNREAD:
        likely = [start for start in starts if char in start]
        if len(likely) < least:
            continue
        matches = (pattern.match(start) for start in likely)
        names = [name for match in matches if match and (name := _to_heading(match["name"]))]
        if len(names) >= least and alternate(names):
            return True
    return False


def warn_of_unread(lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> tuple[str, ...]:
    """Warn where nobody is named in a file whose lines may begin with names."""
    if has_unread_names([line.text for line in lines]):
        return (UNREAD_NAMES,)
    labels = [prefix.name for prefix in prefixes if prefix is not None and prefix.name]
    few = len(labels) < max(_LEAST_LABELS, _LEAST_LABELLED * len(lines))
    return () if few or len(set(labels)) < 2 else (UNREAD_LABELS,)


def _beside_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find lines of a time and a name alone, if that is how the file writes its times."""
    found: dict[int, LinePrefix] = {}
    times = 0
    for i, prefix in enumerate(prefixes):
        if prefix is None or not prefix.stamp_end:
            continue
        times += 1
        text = lines[i].text
        if prefix.name is None and i + 1 < len(lines) and not _has_time(prefixes[i + 1]):
            name = _to_heading(text[max(prefix.stamp_end, prefix.mark_end) :])
            if name:
                found[i] = prefix._replace(name=name, label_end=len(text))
    return found if len(found) >= 2 and len(found) >= _LEAST_TIMES * times else {}


def _around_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names on lines of their own above or below times on lines of their own."""
    alone = [
        i
        for i, prefix in enumerate(prefixes)
        if prefix is not None and prefix.stamp_end and prefix.stamp_end >= len(lines[i].text)
    ]
    if len(alone) < 2:
        return {}
    steps = (-1, 1) if all(after - at > 2 for at, after in pairwise(alone)) else ()
    for step in steps:  # words and a name lie between
        found = _named_beside(lines, prefixes, alone, step)
        if len(found) >= _LEAST_TIMES * len(alone) and (step < 0 or recur(found)):
            return _with_times(prefixes, alone, found | _said_twice(lines, prefixes, found))
    far = [alone[0], *(after for at, after in pairwise(alone) if after - at > 2)]
    found = _named_beside(lines, prefixes, far, -1)
    if alone[0] - 1 in found and 2 * len(found) >= len(far) and _stand_alone(lines, found):
        return _with_times(prefixes, alone, found)  # the same speaker goes on at the other times
    return {}


def _above_times(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names on lines of their own above lines that begin with a time."""
    timed = [
        i
        for i, prefix in enumerate(prefixes)
        if prefix is not None and prefix.stamp_end and prefix.name is None
    ]
    found = _named_beside(lines, prefixes, timed, -1) if len(timed) > 1 else {}
    few = len(found) < max(2, _LEAST_ABOVE * len(lines), _LEAST_NAMED * len(timed))
    if few or timed[0] - 1 not in found:
        return {}
    stand_alone = _stand_alone(lines, found)
    if len(found) < _LEAST_SETTLED * len(timed) or not (
        stand_alone or has_names_never_written_small(lines, found)
    ):
        return found if stand_alone else {}
    known = {prefix.name for prefix in found.values()}
    said: dict[int, LinePrefix] = {}  # `Boom: the lights went out` below a name and behind a time
    for i, prefix in enumerate(prefixes[1:], start=1):
        if prefix is not None and prefix.stamp_end and prefix.name and lines[i - 1].text in known:
            name = lines[i - 1].text
            said[i - 1] = _named(name, len(name))._replace(emphasis=True)
            said[i] = prefix._replace(name=None, label_end=0)
    for i, prefix in found.items():  # the times settle it
        said[i] = prefix._replace(emphasis=not i or lines[i].blank == "\n\n")
    return said


def _stand_alone(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether names alternate, and no line but those that were found is one of them."""
    names = [prefix.name or "" for prefix in found.values()]
    known = set(names)
    return alternate(names) and sum(line.text in known for line in lines) == len(names)


def _named_beside(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], places: Sequence[int], step: int
) -> dict[int, LinePrefix]:
    """Find names on the lines above or below some places."""
    found: dict[int, LinePrefix] = {}
    for at in places:
        i = at + step
        is_free = 0 <= i < len(lines) and prefixes[i] is None
        name = _to_heading(lines[i].text) if is_free else None
        if name:
            found[i] = _named(name, len(lines[i].text))
    return found


def _with_times(
    prefixes: Sequence[LinePrefix | None], alone: Sequence[int], found: dict[int, LinePrefix]
) -> dict[int, LinePrefix]:
    """Put the times beside the names that were found above or below them."""
    return {at: prefix._replace(stamp="header") for at in alone if (prefix := prefixes[at])} | found


def _said_twice(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], found: dict[int, LinePrefix]
) -> dict[int, LinePrefix]:
    """Find names that stand above themselves, as those below a picture do in a pasted page."""
    above = {
        i - 1: prefix for i, prefix in found.items() if i and lines[i - 1].text == lines[i].text
    }
    above = {i: prefix for i, prefix in above.items() if prefixes[i] is None}
    return above if len(above) >= _LEAST_TIMES * len(found) else {}


def _above_words(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names that stand alone after a blank line, the words on the next line."""
    found: dict[int, LinePrefix] = {}
    for i in range(len(lines) - 1):
        text = lines[i].text
        if (
            prefixes[i] is None
            and lines[i + 1].blank == "\n"
            and (not i or lines[i].blank == "\n\n")
        ):
            bold = len(text) > 4 and text.startswith("**") and text.endswith("**")
            name = _to_heading(text[2:-2] if bold else text)
            if name:
                found[i] = _named(name, len(text))
    names = [prefix.name or "" for prefix in found.values()]
    named = sum(prefix is not None and bool(prefix.name) for prefix in prefixes)
    if len(names) <= named or len(names) < _LEAST_ABOVE * len(lines):
        return {}
    all_numbered = len(set(names)) > 1 and all(is_numbered(name) for name in names)
    return found if all_numbered or alternate(names) else {}


def _above_apart(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> dict[int, LinePrefix]:
    """Find names that stand alone between blank lines, the words below the second one."""
    named = sum(prefix is not None and bool(prefix.name) for prefix in prefixes)
    apart = sum(line.blank == "\n\n" for line in lines)
    if 2 * apart < len(lines) or 2 * named > len(lines):
        return {}
    found: dict[int, LinePrefix] = {}
    for i in range(len(lines) - 1):
        text = lines[i].text
        stands = lines[i + 1].blank == "\n\n" and (not i or lines[i].blank == "\n\n")
        name = _to_heading(text.strip("*_")) if stands and prefixes[i] is None else None
        if name:
            found[i] = _named(name, len(text))
    names = [prefix.name or "" for prefix in found.values()]
    above = sum(i + 1 in found for i in found)
    if len(names) <= named or len(names) < _LEAST_APART * len(lines) or 5 * above > len(names):
        return {}
    return found if 2 * len(set(names)) <= len(names) and alternate(names) else {}


def _at_beginning(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    pattern: re.Pattern[str],
    *,
    least: float,
) -> dict[int, LinePrefix]:
    """Find names of a pattern at the beginning of lines, if they alternate and fill the file."""
    found: dict[int, LinePrefix] = {}
    named = 0
    first = _FIRST.get(pattern, "")
    is_lower = pattern is _LOWER
    for i, line in enumerate(lines):
        prefix = prefixes[i]
        if prefix is not None and prefix.name and least == _LEAST_LINES:
            named += 1
            continue
        at = prefix.stamp_end if prefix is not None else 0
        text = line.text
        begins = text[at : at + 1]
        if (first and begins not in first) or (is_lower and begins.isupper()):
            continue
        match = pattern.match(text[at : at + 100].replace("\xa0", " "))
        name = _to_label(match["name"], pattern) if match else None
        if match and name:
            bare = prefix or _named(name, 0)
            found[i] = bare._replace(name=name, label_end=at + match.end(), has_colon=True)
    names = [prefix.name or "" for prefix in found.values()]
    if len(names) <= named or len(names) < least * len(lines) or not alternate(names):
        return {}
    return {} if pattern is _LOWER and _are_words(lines, found) else found


def _are_words(lines: Sequence[Line], found: dict[int, LinePrefix]) -> bool:
    """Whether labels without capitals are used as words, too, as `problem:` would be."""
    labels = Counter(prefix.name for prefix in found.values())
    said: Counter[str] = Counter()
    for i, line in enumerate(lines):
        at = found[i].label_end if i in found else 0
        said.update(word for word in re.findall(r"[^\W\d_]{2,}", line.text[at:]) if word in labels)
    return any(said[name] > count for name, count in labels.items() if name)


def _to_label(text: str, pattern: re.Pattern[str]) -> str | None:
    """Take what a pattern found as a name, if it can be one."""
    if pattern is not _LOWER:
        return to_name(text) if pattern is _BRACKETED else text
    return text if text.islower() and text not in NOT_NAMES and to_name(text.title()) else None


def _to_heading(text: str) -> str | None:
    """Take a line as a name, if it can be one and is no sentence."""
    text = text.strip()
    if not text or len(text) > 60 or text[-1] in _SENTENCE_ENDS or not text[0].isalpha():
        return None
    return to_name(text)


def _named(name: str, label_end: int) -> LinePrefix:
    return LinePrefix(name, False, "", None, None, "", 0, 0, 0, label_end, True)


def _has_time(prefix: LinePrefix | None) -> bool:
    return prefix is not None and bool(prefix.stamp)
