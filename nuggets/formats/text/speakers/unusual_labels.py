"""Labels that are not shaped like names, believed where times or bold type show that they are.

[00:00:13] de Souza: I wrote the report.
[00:00:19] @naval: Read it again.
**50 Cent:** I have.

Where nearly every time is followed by a label, or every label is bold, words of any shape that are
marked so are labels, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import (
    REACH,
    LinePrefix,
    find_nameless_labels,
    merge_prefixes,
)
from nuggets.formats.text.speakers.names import (
    fold_label,
    is_key,
    is_name_particle,
    looks_like_sentence_start,
)

_LABEL = re.compile(
    r"(?P<bold>\*{1,3}|__)?(?P<name>[^:：]{1,60}?)(?:\*{1,3}|__)?[:：](?:\*{1,3}|__)?(?:\s+|\Z)"
)
_SENTENCE_MARK = re.compile(r"[^\W\d_]{3}[.?!…;][\"”’')\]]{0,2}(?:\s|\Z)|,\s|[?!;]\s")
_UNUSUAL = re.compile(r"[#@|/\"“”\[\]]|[^\w\s]\Z|\s[-–—]\s|\A\d")
_MOST_WORDS = 6  # by eye, as are the others
_MOST_UNTIMED = 4  # words of a label without a time
_LEAST_LABELLED = 0.9  # share of times before labels, or of labels in bold type


def read_unusual_labels(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read labels of unusual shapes, where times or bold type show that they are labels.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found: dict[int, LinePrefix] = {}
    for i, prefix in find_nameless_labels(prefixes):
        text = lines[i].text
        at = prefix.label_start
        if not prefix.stamp_end and text[at : at + 1] not in "*_":
            continue
        match = _LABEL.match(text[:REACH], at)
        name = _to_label(match["name"]) if match else None
        if match and name:
            bold = match["bold"] is not None
            found[i] = prefix._replace(name=name, label_end=match.end(), emphasis=bold)
    if not found:
        return prefixes
    counts = Counter(prefix.name for prefix in found.values())
    sure = {i: prefix for i, prefix in found.items() if counts[prefix.name] > 1}
    named = [prefix for prefix in prefixes if prefix is not None and prefix.name]
    timed = sum(prefix is not None and prefix.stamp_end > 0 for prefix in prefixes)
    labelled = sum(prefix.stamp_end > 0 for prefix in (*named, *sure.values()))
    settled: dict[int, LinePrefix] = {}
    alone = {i: prefix for i, prefix in found.items() if i not in sure and _is_capitalised(prefix)}
    alone = {
        i: prefix for i, prefix in alone.items() if prefix.stamp_end and 4 * len(alone) <= timed
    }
    if timed > 1 and labelled + len(alone) >= _LEAST_LABELLED * timed:
        settled.update({i: prefix for i, prefix in (sure | alone).items() if prefix.stamp_end})
    if named and sum(prefix.emphasis for prefix in named) >= _LEAST_LABELLED * len(named):
        settled.update({i: prefix for i, prefix in sure.items() if prefix.emphasis})
    return merge_prefixes(prefixes, settled) if settled else prefixes


def looks_like_label(words: str) -> bool:
    """Whether words before a colon are written as no sentence begins: `@naval`, `de Souza`."""
    name = _to_label(words)
    parts = name.split() if name else []
    if not name or len(parts) > _MOST_UNTIMED:
        return False
    if _UNUSUAL.search(name):
        return name[0] not in "-–—>*_#("
    return is_name_particle(parts[0]) and len(parts) > 1 and not name.islower()


@lru_cache(maxsize=4096)  # a file repeats few labels
def _to_label(text: str) -> str | None:
    """Read words as a label, if they are few and no sentence; else None."""
    name = fold_label(text)
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1].strip()
    words = name.split()
    if not words or len(words) > _MOST_WORDS or is_key(name):
        return None
    if (
        looks_like_sentence_start(name)
        or _SENTENCE_MARK.search(name)
        or not any(map(str.isalnum, name))
    ):
        return None
    return name


def _is_capitalised(prefix: LinePrefix) -> bool:
    """Whether all words of a label are capitalised, but for those that names write small, too."""
    words = (prefix.name or "").split()
    return (
        words[0] != "the"
        and not all(word.islower() for word in words)
        and all(is_name_particle(word) or not word.islower() for word in words)
    )
