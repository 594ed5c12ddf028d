"""The style of a file: which labels, times and marks it has, decided from all of its lines.

One line cannot show it: "Note:" looks like a name, and "10:30" like a time code. Labels count where
they recur, or where a rare one is written just like those that do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.inline_labels import UNKNOWN
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.list_items import find_list_items
from nuggets.formats.text.speakers.names import (
    LETTERS,
    bare_name,
    fold_label,
    is_cased,
    is_in_capitals,
    is_key,
    is_numbered,
)
from nuggets.formats.text.speakers.timestamps import LEAST_RISING

# Limits by eye, on the transcripts of data/formats and pages of podcasts and parliaments.
_MANY = 5  # occurrences of the most frequent label, below which none can be called rare
_RARE = 25  # a label is rare if another one occurs more than so many times as often
_LEAST_SHARE = 1 / 200  # of lines that carry a label, in a file that has labels
_SAMPLE = 2_000_000  # characters in which the words of rare labels are looked up
_WORD_WITHIN = re.compile(  # a blank first, which is searched for faster
    r" (?:(?<=[^\W\d_] )|(?<=[^\W\d_][,;] ))([^\W\d_]{2,})"
)
_MOST_OTHERS = 3  # other words before a colon for each label, where labels are in bold or timed
_LEAST_SHORT_STAMPS = 0.2  # share of lines that begin with a time such as 10:30, in a timed file
_RARE_NAMES = 5  # times for each name, above which names are rare if none alternate ...
_VERY_RARE_NAMES = 50  # ... and above which they are rare in any case
_LEAST_MARKED = 0.8  # share of labels beside a time or in bold, where each speaker is marked so
_LEAST_DASHES = 0.5  # share of lines that begin with a dash, in a file that marks speakers so


@dataclass(frozen=True, slots=True)
class Style:
    """The labels, times and marks of one file.

    Attributes:
        names: Labels that are speakers.
        stamps: Ways of writing a time that are timestamps here, as in `LinePrefix.stamp`.
        marks: Marks that say that another speaker begins: ">>" and "-".
        unnamed: Ways of writing a time after which, without a name, the speaker is unknown.
        doubtful: Labels that are neither sure to be speakers nor words of what is said.
    """

    names: frozenset[str] = frozenset()
    stamps: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()

    @property
    def is_labelled(self) -> bool:
        """Whether the file has any labels, times or marks."""
        return bool(self.names or self.stamps or self.marks)


@dataclass(slots=True)
class _Counts:
    """Counts over all lines of a file; `first` is the prefix of its first line."""

    lines: int = 0
    colons: int = 0
    names: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    stamps: Counter[str] = field(default_factory=Counter)
    named_stamps: Counter[str] = field(default_factory=Counter)
    rising: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    named_marks: Counter[str] = field(default_factory=Counter)
    sure: set[str] = field(default_factory=set)  # `>> ALICE:`, or by the style of the file
    first: LinePrefix | None = None


def find_style(source: str, lines: list[Line], prefixes: list[LinePrefix | None]) -> Style:
    """Decide how a file marks its speakers and times.

    Args:
        source: The decoded text.
        lines: Its lines that are not blank.
        prefixes: The possible prefix of each line; None where there is none.
    """
    counts = _count(lines, prefixes)
    names, doubtful = _find_names(source, lines, prefixes, counts)
    stamps = _find_stamps(counts, names)
    unnamed = _find_unnamed(counts, names) & stamps
    return Style(names, stamps, _find_marks(counts), unnamed, doubtful)


def _count(lines: list[Line], prefixes: list[LinePrefix | None]) -> _Counts:
    counts = _Counts(lines=len(prefixes), first=prefixes[0] if prefixes else None)
    last_ms = {"": 0}
    for line, prefix in zip(lines, prefixes, strict=True):
        if prefix is None:
            continue
        if prefix.has_colon and (prefix.name or not _has_key(line.text, prefix.label_start)):
            counts.colons += 1
        if prefix.name:
            counts.names[prefix.name] += 1
            if prefix.mark == ">>" or prefix.is_sure:
                counts.sure.add(prefix.name)
            counts.marked[prefix.name] += bool(prefix.emphasis or prefix.stamp or prefix.mark)
        if prefix.stamp and prefix.start_ms is not None:
            counts.stamps[prefix.stamp] += 1
            counts.named_stamps[prefix.stamp] += prefix.name is not None
            counts.rising[prefix.stamp] += prefix.start_ms >= last_ms.get(prefix.stamp, 0)
            last_ms[prefix.stamp] = prefix.start_ms
        if prefix.mark:
            counts.marks[prefix.mark] += 1
            counts.named_marks[prefix.mark] += prefix.name is not None
    return counts


def _has_key(text: str, at: int) -> bool:
    """Whether the words before the first colon are a key, such as `Present`, and no sentence."""
    return is_key(fold_label(text[at : text.find(":", at)]))


def _find_names(
    source: str, lines: list[Line], prefixes: list[LinePrefix | None], counts: _Counts
) -> tuple[frozenset[str], frozenset[str]]:
    """Choose the labels that are speakers, and find those that may be."""
    seen = counts.names
    if not seen:
        return frozenset(), frozenset()
    sample = source[:_SAMPLE]
    words, within = set(LETTERS.findall(sample)), set(_WORD_WITHIN.findall(sample))
    most = max(seen.values(), default=0)
    names = {name for name, count in seen.items() if count >= 2 and count * _RARE >= most}
    names.update(name for name in seen if is_numbered(bare_name(name)))
    rare = {name for name in seen if name not in names}
    if _is_full_of_labels(counts, most):
        names, rare = set(seen), set()
    elif names:
        names.update(_choose_rare(sorted(rare), names, counts, words, within))
    else:  # a time code is a strong mark: one line in a thousand may carry a name
        names = {name for name in seen if counts.marked[name] and len(bare_name(name).split()) > 1}
        timed = counts.named_stamps["bare"] + counts.named_stamps["bracket"]
        names = names if timed + counts.named_stamps["header"] else set()
    items = find_list_items(lines, prefixes, names | rare, rare=rare, words=words, called=within)
    names -= items
    names -= _find_unmarked(names, counts, words, within)
    names.update(counts.sure)
    named = sum(seen[name] for name in names)
    marked = sum(counts.marked[name] for name in names)
    most_others = named * (_MOST_OTHERS if 2 * marked > named else 1)
    if counts.colons - named >= most_others:
        return frozenset(counts.sure), frozenset()
    if named < counts.lines * _LEAST_SHARE and not marked:
        return frozenset(counts.sure), frozenset()
    others = seen.keys() - names - items
    return frozenset(names), frozenset(name for name in others if not _is_of_words(name, words))


def _is_of_words(name: str, words: set[str]) -> bool:
    """Whether the file has all words of a label in lower case, too, as those of what is said."""
    return all(word.lower() in words for word in LETTERS.findall(bare_name(name)))


def _find_unmarked(names: set[str], counts: _Counts, words: set[str], within: set[str]) -> set[str]:
    """Find labels like `One` that are never beside a time or in bold, where others are."""
    marked = [name for name in names if 2 * counts.marked[name] > counts.names[name]]
    count = sum(counts.names[name] for name in marked)
    if len(marked) < 2 or count < _LEAST_MARKED * sum(counts.names[name] for name in names):
        return set()
    return {
        name
        for name in names
        if not counts.marked[name]
        and not (_looks_like_name(name) or _is_used_as_name(bare_name(name), 1, words, within))
    }


def _is_full_of_labels(counts: _Counts, most: int) -> bool:
    """Whether labels that do not recur may be speakers, as a short file is full of them."""
    labelled = counts.names.total()
    if labelled == counts.lines:
        return True
    if most >= _MANY:
        return False
    begins = counts.first is not None and counts.first.name is not None
    if most == 1 and not all(counts.marked[n] or _looks_like_name(n) for n in counts.names):
        return False
    return begins and len(counts.names) >= 2 and labelled * 2 >= counts.lines


def _looks_like_name(name: str) -> bool:
    """Whether the writing of a label shows that it is a name: two words, capitals, a number."""
    core = bare_name(name)
    many = len([word for word in core.split() if word[0].isupper()]) > 1
    return many or is_in_capitals(core) or is_numbered(core) or not is_cased(core)


def _choose_rare(
    rare: list[str], names: set[str], counts: _Counts, words: set[str], within: set[str]
) -> list[str]:
    """Choose the rare labels that are written just like the frequent ones."""
    frequent = sum(counts.names[name] for name in names)
    letters = sum(counts.names[name] for name in names if len(name) == 1)  # Q and A
    capitals = sum(counts.names[name] for name in names if is_in_capitals(name))
    in_capitals = 2 * (capitals + letters) > frequent
    unspaced = 2 * sum(counts.names[name] for name in names if not is_cased(name)) > frequent
    marked = 2 * sum(counts.marked[name] for name in names) > frequent
    surnames = {bare_name(name).split()[-1].casefold() for name in names}
    chosen = []
    for name in rare:
        core = bare_name(name)
        if (
            is_numbered(core)
            or (marked and counts.marked[name])
            or (in_capitals and is_in_capitals(core))
            or (unspaced and not is_cased(core) and len(core) <= 4)
            or core.split()[-1].casefold() in surnames
            or _is_used_as_name(core, counts.names[name], words, within)
        ):
            chosen.append(name)
    return chosen


def _is_used_as_name(core: str, count: int, words: set[str], within: set[str]) -> bool:
    """Whether the file uses words as a name: never in lower case, and within sentences if one.

    Args:
        core: The name.
        count: How often it occurs as a label.
        words: All words of the file.
        within: Words that follow another word in a sentence.
    """
    parts = [word for word in LETTERS.findall(core) if not word.islower()]
    strange = [word for word in parts if word.lower() not in words]
    if len(parts) > 1:
        return bool(strange)
    return bool(strange) and (count > 1 or strange[0] in within)


def _find_stamps(counts: _Counts, names: frozenset[str]) -> frozenset[str]:
    """Choose the ways of writing a time that are timestamps in this file."""
    stamps = {stamp for stamp in ("header", "f4") if counts.stamps[stamp]}
    begins = counts.first.stamp if counts.first else ""
    for stamp in ("bare", "bracket"):
        if counts.stamps[stamp] >= 2 or begins == stamp or counts.named_stamps[stamp]:
            stamps.add(stamp)
    if "header" in stamps and counts.stamps["bracket"]:
        stamps.add("bracket")
    if counts.stamps["bracket short"] >= 2 or counts.named_stamps["bracket short"]:
        stamps.add("bracket short")
    short = counts.stamps["bare short"]
    if (
        short >= 2
        and short >= _LEAST_SHORT_STAMPS * counts.lines
        and max(counts.rising["bare short"], counts.named_stamps["bare short"])
        >= LEAST_RISING * short
        and (not names or counts.named_stamps["bare short"] or begins == "bare short")
    ):
        stamps.add("bare short")
    if "bare" in stamps and short:  # 59:58, 1:00:02: hours appear when there are some
        stamps.add("bare short")
    if stamps & {"bracket", "header"} and counts.stamps["bracket short"]:
        stamps.add("bracket short")
    return frozenset(stamps)


def _find_unnamed(counts: _Counts, names: frozenset[str]) -> frozenset[str]:
    """Choose the ways of writing a time after which the speaker is unknown, not the last one.

    Where most times have no name, a name holds for its own time alone.
    """
    named = sum(counts.names[name] for name in names)
    recurring = sum(counts.names[name] > 1 for name in names)
    unnamed: set[str] = set()
    for stamp in ("bare", "bracket"):
        times = counts.stamps[stamp] + counts.stamps[stamp + " short"]
        is_rare = stamp == "bare" and recurring < 2 and named * _RARE_NAMES < times
        if counts.stamps["header"] == 0 and (is_rare or named * _VERY_RARE_NAMES < times):
            unnamed.update((stamp, stamp + " short"))
    return frozenset(unnamed)


def _find_marks(counts: _Counts) -> frozenset[str]:
    """Choose the marks that say that another speaker begins."""
    marks = set()
    if counts.marks[">>"] >= 2 or counts.named_marks[">>"]:
        marks.add(">>")
    if counts.marks[UNKNOWN]:
        marks.add(UNKNOWN)
    dashes = counts.marks["-"]
    if dashes >= 2 and (
        2 * counts.named_marks["-"] > dashes
        or (not counts.names and dashes >= _LEAST_DASHES * counts.lines)
    ):
        marks.add("-")
    return frozenset(marks)
