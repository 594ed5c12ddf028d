"""Labels of more words than a name has, as in a house of lords and in ministries.

The Lord Bishop of St Edmundsbury and Ipswich: How late?
The Minister of State, Department for Energy Security and Net Zero (Lord Lee) (Lab): Very.

They are speakers where they recur, or begin with a title, and are written in capitals but for
words such as `of`. Other words that recur before a colon, where nearly every line has a label, may
be somebody's, too; rather nobody says what follows than whoever spoke before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import REACH, LinePrefix
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
_LEAST_COUNT = 2
_LEAST_LABELLED = 0.8  # share of lines with a label, in a file that writes a turn a line
_LEAST_WORDS, _MOST_WORDS = 5, 12  # before a colon, that may be somebody and are no name

DOUBTFUL = (
    "words before a colon recur that may name somebody, but are not sure to; nobody is named for "
    "these turns; if they are speakers, write each as a name of at most four words"
)


def read_long_labels(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read the labels of more words than a name has into the prefixes of their lines.

    Args:
        lines: All lines of the file.
        prefixes: What could stand before the words of each.
    """
    found: dict[int, LinePrefix] = {}
    sure: set[str] = set()
    for i, prefix in enumerate(prefixes):
        if prefix is None or prefix.name or not prefix.has_colon:
            continue
        at = max(prefix.stamp_end, prefix.mark_end, prefix.quote_end)
        match = _LABEL.match(lines[i].text[:REACH], at)
        name = to_long_label(match["name"]) if match else None
        if match and name:
            bold = lines[i].text[at] in "*_"
            found[i] = prefix._replace(name=name, label_end=match.end(), emphasis=bold)
    counts = Counter(prefix.name for prefix in found.values())
    sure.update(name for name, count in counts.items() if name and count >= _LEAST_COUNT)
    sure.update(name for name in counts if name and _has_rank(name))
    if not sure:
        return prefixes
    return [
        one if (one := found.get(i)) and one.name in sure else prefix
        for i, prefix in enumerate(prefixes)
    ]


def _has_rank(name: str) -> bool:
    """Whether a label begins with a title or an office."""
    words = bare_name(name).casefold().split()
    return words[words[0] == "the"].rstrip(".") in _RANKS


def find_doubtful_labels(lines: Sequence[Line], readings: Sequence[LineReading]) -> frozenset[int]:
    """Find lines that may be the turns of somebody whose label is long or odd, and so unsure.

    Args:
        lines: All lines of the file.
        readings: How each is read.
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
