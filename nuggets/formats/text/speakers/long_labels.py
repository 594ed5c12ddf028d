"""Labels of more words than a name has, as in parliaments and ministries.

The Lord Bishop of St Edmundsbury and Ipswich: How late?
The Minister of State, Department for Energy Security and Net Zero (Lord Lee) (Lab): Very.

They are speakers where they recur or begin with a title, and all their words are capitalised but
for those such as `of`. Other words that recur before a colon, where nearly every line has a label,
may be a speaker, too; there the speaker is unknown, which is better than the one before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import (
    REACH,
    LinePrefix,
    find_nameless_labels,
    merge_prefixes,
)
from nuggets.formats.text.speakers.line_reading import LineReading
from nuggets.formats.text.speakers.names import PARENTHESES, bare_name, to_long_label
from nuggets.formats.text.speakers.unusual_labels import looks_like_label

_LABEL = re.compile(
    rf"(?:\*{{1,3}}|__)?(?P<name>[^:：()\[\]]+(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,3}})"
    r"(?:\*{1,3}|__)?[:：](?:\*{1,3}|__)?(?:\s+|\Z)"
)
_SENTENCE_MARK = re.compile(r"[.?!…;]\s|[\"“”]")
_RANKS = frozenset(
    "dr mr mrs ms sir dame lord lady baroness bishop archbishop viscount viscountess earl countess "
    "duke duchess marquess prof professor minister ministers secretary parliamentary advocate "
    "solicitor attorney chancellor leader commissioner ambassador rapporteur".split()
)
_LEAST_COUNT = 2  # by eye, as are the others
_LEAST_LABELLED = 0.8  # share of lines with a label, in a file that writes a turn a line
_LEAST_WORDS, _MOST_WORDS = 5, 12  # before a colon, of a doubtful label

DOUBTFUL_LABELS = (
    "words before a colon recur that may name somebody, but are not sure to; nobody is named for "
    "these turns; if they are speakers, write each as a name of at most four words"
)


def read_long_labels(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read labels of more words than a name has.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found: dict[int, LinePrefix] = {}
    for i, prefix in find_nameless_labels(prefixes):
        at = prefix.label_start
        match = _LABEL.match(lines[i].text[:REACH], at)
        name = to_long_label(match["name"]) if match else None
        if match and name:
            bold = lines[i].text[at] in "*_"
            found[i] = prefix._replace(name=name, label_end=match.end(), emphasis=bold)
    counts = Counter(prefix.name for prefix in found.values() if prefix.name)
    sure = {name for name, count in counts.items() if count >= _LEAST_COUNT or _has_rank(name)}
    if not sure:
        return prefixes
    return merge_prefixes(
        prefixes, {i: prefix for i, prefix in found.items() if prefix.name in sure}
    )


def _has_rank(name: str) -> bool:
    """Whether a label begins with a title or an office, with or without `the`."""
    words = bare_name(name).casefold().split()
    return words[words[0] == "the"].rstrip(".") in _RANKS


def find_doubtful_labels(lines: Sequence[Line], readings: Sequence[LineReading]) -> frozenset[int]:
    """Find lines that may begin with a speaker's label, though it is too long or odd to be sure.

    Args:
        lines: All lines of the file.
        readings: How each line is read.
    """
    labelled = sum(reading.speaker is not None for reading in readings)
    if labelled == len(lines) or 2 * labelled < len(lines):
        return frozenset()
    before: dict[int, str] = {}
    for i, line in enumerate(lines):
        if readings[i].starts_turn or (i + 1 < len(lines) and not readings[i + 1].starts_turn):
            continue
        words, colon, _ = line.text[:REACH].partition(": ")
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
