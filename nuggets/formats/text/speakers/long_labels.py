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
from nuggets.formats.text.speakers.labels import REACH, Head
from nuggets.formats.text.speakers.line_style import Opening
from nuggets.formats.text.speakers.names import PARENTHESES, core_of, to_lengthy_name
from nuggets.formats.text.speakers.unusual_labels import may_be_somebody

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


def read_lengthy(lines: Sequence[Line], heads: list[Head | None]) -> list[Head | None]:
    """Read the labels of more words than a name has into the heads of their lines.

    Args:
        lines: All lines of the file.
        heads: What could stand before the words of each.
    """
    found: dict[int, Head] = {}
    sure: set[str] = set()
    for i, head in enumerate(heads):
        if head is None or head.name or not head.has_colon:
            continue
        at = max(head.stamp_end, head.mark_end, head.quote_end)
        match = _LABEL.match(lines[i].text[:REACH], at)
        name = to_lengthy_name(match["name"]) if match else None
        if match and name:
            bold = lines[i].text[at] in "*_"
            found[i] = head._replace(name=name, label_end=match.end(), emphasis=bold)
    counts = Counter(head.name for head in found.values())
    sure.update(name for name, count in counts.items() if name and count >= _LEAST_COUNT)
    sure.update(name for name in counts if name and _has_rank(name))
    if not sure:
        return heads
    return [
        one if (one := found.get(i)) and one.name in sure else head for i, head in enumerate(heads)
    ]


def _has_rank(name: str) -> bool:
    """Whether a label begins with a title or an office."""
    words = core_of(name).casefold().split()
    return words[words[0] == "the"].rstrip(".") in _RANKS


def find_doubtful(lines: Sequence[Line], openings: Sequence[Opening]) -> frozenset[int]:
    """Find lines that may be the turns of somebody whose label is long or odd, and so unsure.

    Args:
        lines: All lines of the file.
        openings: How each is read.
    """
    labelled = sum(opening.name is not None for opening in openings)
    if labelled == len(lines) or 2 * labelled < len(lines):
        return frozenset()
    before: dict[int, str] = {}
    for i, line in enumerate(lines):
        if openings[i].opens or (i + 1 < len(lines) and not openings[i + 1].opens):
            continue
        words, colon, _ = line.text[:REACH].partition(": ")
        is_long = _LEAST_WORDS <= len(words.split()) <= _MOST_WORDS
        is_sentence = not words[:1].isupper() or _SENTENCE_MARK.search(words) is not None
        if colon and ((is_long and not is_sentence) or may_be_somebody(words)):
            before[i] = words
    counts = Counter(before.values())
    found = frozenset(i for i, words in before.items() if counts[words] >= _LEAST_COUNT)
    if labelled < _LEAST_LABELLED * len(lines):
        found = frozenset(i for i in found if may_be_somebody(before[i]))
        labelled += len(found)
    return found if labelled >= _LEAST_LABELLED * len(lines) else frozenset()
