"""Lines that may begin with the name of another speaker, though not sure enough to name anybody.

Their words, and those below up to the next label, belong to nobody: better than to whoever spoke
before. What is written like a label, however, and is one of the styles that the file does not have,
is found by its shape alone, so that no style need be known for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.labels import REACH, LinePrefix
from nuggets.formats.text.speakers.line_reading import LineReading
from nuggets.formats.text.speakers.names import (
    NOT_NAMES,
    bare_name,
    fold_label,
    is_in_capitals,
    to_name,
)
from nuggets.formats.text.speakers.names_above import is_shaped_like_name, read_name_line
from nuggets.formats.text.speakers.unusual_labels import looks_like_label


class _Shape(NamedTuple):
    """A shape of labels: its pattern, a character that each has, and whether words have it, too."""

    regex: re.Pattern[str]
    needs: str
    is_weak: bool = False


_NAME = r"(?P<name>[^\W\d_][^\t:|–—<>\[\]\"“”]{0,60}?)"
_TITLED = r"(?:M[RrSs]|MRS|Mrs|DR|Dr)\. ?[^\W\d_][\w'’-]{1,30}(?: of [A-Z]\w{1,20})?"
_OFFICE = r"(?:THE|The|CHAIR|VICE|ACTING)(?: [A-Z]{3,20}){1,3}"
_CAPITALS = r"[A-Z'’-]{2,20}(?: [A-Z'’-]{2,20}){1,3}"
_SHAPES = (
    _Shape(re.compile(r"[*_]{2}(?P<name>[^*_:]{1,60})(?::[*_]{2}|[*_]{2}:?)(?=\s|\Z)"), ""),
    _Shape(re.compile(r"[\[<]{1,2}(?P<name>[^\[\]<>:]{1,60})[\]>]{1,2}:?\s"), ""),
    _Shape(re.compile(r"[\"“(](?P<name>[^\"“”():]{1,60})[\"”)]:"), ":"),
    _Shape(re.compile(rf"{_NAME}:\s"), ":", is_weak=True),
    _Shape(re.compile(rf"{_NAME}(?:\t| ?\| |[ \xa0]{{2,}})"), ""),
    _Shape(
        re.compile(rf"{_NAME}(?: \([^()]{{1,80}}\)){{0,3}}(?:\.\s?[–—-]|[–—]| [–-] )"), "", True
    ),
    _Shape(
        re.compile(
            rf"(?P<name>{_TITLED}|{_OFFICE}|{_CAPITALS})(?: \([^()]{{1,80}}\))?\.[0-9]{{0,2}}\s"
        ),
        ".",
    ),
)
"""Shapes of labels in general, not those of any style."""

_OFFICIAL = re.compile(r"(?:(?:M[RrSs]|MRS|Mrs|DR|Dr)\.|CHAIR\w{0,3}) ?[A-ZÀ-Þ'’-]{3,}[^:]{0,40}\.")
_SENTENCE_MARK = re.compile(r"[^\W\d_]{3}[.?!…;]\s|[\"“”]")
_BULLET = re.compile(r"[-*•–]\s+")
_LEAST_COUNT = 2  # by eye, as are the others
_LEAST_LABELLED = 0.8  # share of lines with a label, in a file that writes a turn a line
_LEAST_EDGES = 0.1  # share of lines below a blank one, in a file whose turns stand apart
_LEAST_WORDS, _MOST_WORDS = 5, 12  # before a colon, of a long label


def describe_doubtful(count: int) -> str:
    """Say what was found, for a warning that begins with the line of the first."""
    more = f" (and {count - 1} more)" if count > 1 else ""
    return (
        f"words that may name somebody{more} are not sure to be a label; nobody is named for what "
        "follows; if they are speakers, write each as `NAME: text`"
    )


def find_doubtful_labels(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    readings: Sequence[LineReading],
    reasons: Sequence[str | None],
    doubtful: Collection[str],
) -> frozenset[int]:
    """Find the lines behind which nobody may be named.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
        readings: How each line is read.
        reasons: The reason to leave out each line; None where it is speech.
        doubtful: Names before a colon that are neither sure to be speakers nor words.
    """
    known = {reading.speaker for reading in readings if reading.speaker}
    if not known:
        return frozenset()
    free = [
        i
        for i, reading in enumerate(readings)
        if not reading.starts_turn and reasons[i] is None and lines[i].blank != " "
    ]
    found = {
        i
        for i in free
        if (prefix := prefixes[i]) and (prefix.name in doubtful or prefix.name in known)
    }
    rest = [i for i in free if i not in found]
    found |= _find_shapes(lines, readings, rest, known)
    return frozenset(found | _find_long(lines, readings, rest))


def _find_shapes(
    lines: Sequence[Line], readings: Sequence[LineReading], free: Iterable[int], known: set[str]
) -> set[int]:
    """Find the lines that have the shape of a label, and a name that is known or recurs."""
    names = {bare_name(name).casefold() for name in known}
    edges = sum(is_paragraph_edge(lines, i) for i in range(len(lines)))
    has_edges = edges > max(1, _LEAST_EDGES * len(lines))
    heads: dict[int, tuple[str, bool]] = {}
    for i in free:
        at = readings[i].text_at
        text = lines[i].text[at : at + REACH]
        head = _read_head(text, names)
        if head and (head[0] in names or not has_edges or is_paragraph_edge(lines, i)):
            heads[i] = head
    counts = Counter(name for name, _ in heads.values())
    return {
        i
        for i, (name, is_weak) in heads.items()
        if name in names or (not is_weak and counts[name] >= _least(lines[i].text))
    }


def _least(text: str) -> int:
    """Say how often a name must stand at the beginning of lines; once if nobody writes words so."""
    return 1 if text[0] == "<" or _OFFICIAL.match(text) else _LEAST_COUNT


def _read_head(text: str, names: set[str]) -> tuple[str, bool] | None:
    """Read the name in the head of a line, and whether words may have its shape, too."""
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    for shape in _SHAPES:
        match = shape.regex.match(text) if shape.needs in text else None
        if match is None:
            continue
        name = fold_label(match["name"])
        core = bare_name(name).casefold()
        if core in names:
            return core, False
        if is_stage_direction(f"({name})") or core in NOT_NAMES or _SENTENCE_MARK.search(name):
            continue
        is_word = " " not in name and not is_in_capitals(name)
        is_odd = text[0] in "[<*_" and " " not in name
        if to_name(name) or is_odd:
            return core, shape.is_weak and (is_word or ":" in match.group())
    alone = read_name_line(text) if not bullet else None
    core = bare_name(alone.text).casefold() if alone else ""
    if alone and (core in names or alone.has_office or is_shaped_like_name(alone.text)):
        return core, False
    return None


def _find_long(
    lines: Sequence[Line], readings: Sequence[LineReading], free: Iterable[int]
) -> frozenset[int]:
    """Find labels of many words, or of odd ones, that recur where nearly every line has a label."""
    labelled = sum(reading.speaker is not None for reading in readings)
    before: dict[int, str] = {}
    for i in free:
        if i + 1 < len(lines) and not readings[i + 1].starts_turn:
            continue
        words, colon, _ = lines[i].text[:REACH].partition(": ")
        is_long = _LEAST_WORDS <= len(words.split()) <= _MOST_WORDS
        is_sentence = not words[:1].isupper() or _SENTENCE_MARK.search(words) is not None
        if colon and ((is_long and not is_sentence) or looks_like_label(words)):
            before[i] = words
    counts = Counter(before.values())
    found = frozenset(i for i, words in before.items() if counts[words] >= _LEAST_COUNT)
    if labelled < _LEAST_LABELLED * len(lines):
        found = frozenset(i for i in found if looks_like_label(before[i]))
        labelled += len(found)
    return found if labelled >= _LEAST_LABELLED * len(lines) else frozenset()
