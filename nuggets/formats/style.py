"""How a whole file marks its speakers and times, decided from all of its lines.

One line cannot tell: "Note:" looks like a name, and "10:30" like a time code. Labels count where
they recur, or where a rare one looks just like those that do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from nuggets.formats.labels import Head, core_of, is_cased, is_numbered, read_head
from nuggets.formats.lines import Line

_MANY = 5  # a file in which no label occurs so often is too short to tell rare ones
_RARE = 25  # a label is rare if another one occurs more than so many times as often
_LEAST_SHARE = 1 / 200  # of lines that carry a label, in a file that has labels
_SAMPLE = 2_000_000  # characters in which rare labels are looked up
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORD_WITHIN = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_][,;] ))[^\W\d_]{2,}")
_LEAST_SHORT_STAMPS = 0.2  # share of lines that begin with a time such as 10:30, in a timed file
_LEAST_RISING = 0.8  # share of those times that are not before the time above
_LEAST_DASHES = 0.5  # share of lines that begin with a dash, in a file that marks speakers so


@dataclass(frozen=True, slots=True)
class Style:
    """What stands before the words in one file.

    Attributes:
        names: Labels that are speakers.
        stamps: Ways of writing a time that are times here, as in `Head.stamp`.
        marks: Marks that tell that somebody else speaks now: ">>" and "-".
    """

    names: frozenset[str] = frozenset()
    stamps: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()

    @property
    def is_marked(self) -> bool:
        """Whether the file shows anything but words."""
        return bool(self.names or self.stamps or self.marks)


@dataclass(slots=True)
class _Survey:
    """Counts over all lines of a file; `leading` holds the first line's head."""

    lines: int = 0
    colons: int = 0
    names: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    stamps: Counter[str] = field(default_factory=Counter)
    named_stamps: Counter[str] = field(default_factory=Counter)
    rising: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    named_marks: Counter[str] = field(default_factory=Counter)
    named_by_mark: set[str] = field(default_factory=set)  # `>> ALICE:`
    leading: Head | None = None


def read_heads(lines: list[Line]) -> list[Head | None]:
    """Read what could stand before the words of each line."""
    return [read_head(line.text) for line in lines]


def find_style(source: str, heads: list[Head | None]) -> Style:
    """Decide how a file marks its speakers and times.

    Args:
        source: The decoded text.
        heads: What could stand before the words of each line that is not blank.
    """
    survey = _take_survey(heads)
    names = _find_names(source, survey)
    return Style(names, _find_stamps(survey, names), _find_marks(survey))


def _take_survey(heads: list[Head | None]) -> _Survey:
    survey = _Survey(lines=len(heads), leading=heads[0] if heads else None)
    last_ms = {"": 0}
    for head in heads:
        if head is None:
            continue
        survey.colons += head.has_colon
        if head.name:
            survey.names[head.name] += 1
            if head.mark == ">>":
                survey.named_by_mark.add(head.name)
            survey.marked[head.name] += bool(head.emphasis or head.stamp or head.mark)
        if head.stamp and head.start_ms is not None:
            survey.stamps[head.stamp] += 1
            survey.named_stamps[head.stamp] += head.name is not None
            survey.rising[head.stamp] += head.start_ms >= last_ms.get(head.stamp, 0)
            last_ms[head.stamp] = head.start_ms
        if head.mark:
            survey.marks[head.mark] += 1
            survey.named_marks[head.mark] += head.name is not None
    return survey


def _find_names(source: str, survey: _Survey) -> frozenset[str]:
    """Choose the labels that are speakers."""
    seen = survey.names
    most = max(seen.values(), default=0)
    names = {name for name, count in seen.items() if count >= 2 and count * _RARE >= most}
    if seen and _covers(survey, most):
        names = set(seen)
    elif names:
        rare = [name for name in seen if name not in names]
        names.update(_choose_rare(source, rare, names, survey))
    else:  # a time code is a strong mark: one line in a thousand may carry a name
        names = {name for name in seen if survey.marked[name] and len(core_of(name).split()) > 1}
        timed = survey.named_stamps["bare"] + survey.named_stamps["bracket"]
        names = names if timed + survey.named_stamps["header"] else set()
    names.update(survey.named_by_mark)
    named = sum(seen[name] for name in names)
    marked = sum(survey.marked[name] for name in names)
    if survey.colons - named >= named:
        return frozenset()
    if named < survey.lines * _LEAST_SHARE and not marked:
        return frozenset()
    return frozenset(names)


def _covers(survey: _Survey, most: int) -> bool:
    """Whether labels that do not recur may still be speakers, since they fill a short file."""
    labelled = survey.names.total()
    if labelled == survey.lines:
        return True
    if most >= _MANY:
        return False
    begins = survey.leading is not None and survey.leading.name is not None
    return begins and len(survey.names) >= 2 and labelled * 2 >= survey.lines


def _choose_rare(source: str, rare: list[str], names: set[str], survey: _Survey) -> list[str]:
    """Choose those rare labels that look just like the frequent ones."""
    frequent = sum(survey.names[name] for name in names)
    in_capitals = 2 * sum(survey.names[name] for name in names if is_in_capitals(name)) > frequent
    unspaced = 2 * sum(survey.names[name] for name in names if not is_cased(name)) > frequent
    marked = 2 * sum(survey.marked[name] for name in names) > frequent
    if not rare:
        return []
    surnames = {core_of(name).split()[-1].casefold() for name in names}
    sample = source[:_SAMPLE]
    words, within = set(_WORD.findall(sample)), set(_WORD_WITHIN.findall(sample))
    chosen = []
    for name in rare:
        core = core_of(name)
        if (
            is_numbered(core)
            or (marked and survey.marked[name])
            or (in_capitals and is_in_capitals(core))
            or (unspaced and not is_cased(core) and len(core) <= 4)
            or core.split()[-1].casefold() in surnames
            or _is_used_as_name(core, survey.names[name], words, within)
        ):
            chosen.append(name)
    return chosen


def is_in_capitals(name: str) -> bool:
    """Whether the words of a name are written in capitals throughout."""
    core = core_of(name)
    return core.isupper() and len(core) > 1


def _is_used_as_name(core: str, count: int, words: set[str], within: set[str]) -> bool:
    """Whether the file uses words as names: never in lower case, and within sentences if one.

    Args:
        core: The name.
        count: How often it occurs as a label.
        words: All words of the file.
        within: Those that follow another one in a sentence.
    """
    parts = [word for word in _WORD.findall(core) if not word.islower()]
    strange = [word for word in parts if word.lower() not in words]
    if len(parts) > 1:
        return bool(strange)
    return bool(strange) and (count > 1 or strange[0] in within)


def _find_stamps(survey: _Survey, names: frozenset[str]) -> frozenset[str]:
    """Choose the ways of writing a time that are times here."""
    stamps = {"header"} if survey.stamps["header"] else set()
    begins = survey.leading.stamp if survey.leading else ""
    for stamp in ("bare", "bracket"):
        if survey.stamps[stamp] >= 2 or begins == stamp or survey.named_stamps[stamp]:
            stamps.add(stamp)
    if "header" in stamps and survey.stamps["bracket"]:
        stamps.add("bracket")
    if survey.stamps["bracket short"] >= 2 or survey.named_stamps["bracket short"]:
        stamps.add("bracket short")
    short = survey.stamps["bare short"]
    if (
        short >= 2
        and short >= _LEAST_SHORT_STAMPS * survey.lines
        and survey.rising["bare short"] >= _LEAST_RISING * short
        and (not names or survey.named_stamps["bare short"] or begins == "bare short")
    ):
        stamps.add("bare short")
    if "bare" in stamps and short:  # 59:58, 1:00:02: hours appear when there are some
        stamps.add("bare short")
    if stamps & {"bracket", "header"} and survey.stamps["bracket short"]:
        stamps.add("bracket short")
    return frozenset(stamps)


def _find_marks(survey: _Survey) -> frozenset[str]:
    """Choose the marks that tell that somebody else speaks."""
    marks = set()
    if survey.marks[">>"] >= 2 or survey.named_marks[">>"]:
        marks.add(">>")
    dashes = survey.marks["-"]
    if dashes >= 2 and (
        2 * survey.named_marks["-"] > dashes
        or (not survey.names and dashes >= _LEAST_DASHES * survey.lines)
    ):
        marks.add("-")
    return frozenset(marks)
