"""Labels that are not shaped like names, where times or bold type settle that they are.

[00:00:13] de Souza: I wrote the report.
[00:00:19] @naval: Read it again.
**50 Cent:** I have.

Where nearly every time stands before a label, or every label is bold, so are these labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import REACH, Head
from nuggets.formats.text.speakers.names import NO_NAMES, begins_sentence, is_small

_LABEL = re.compile(
    r"(?P<bold>\*{1,3}|__)?(?P<name>[^:：]{1,60}?)(?:\*{1,3}|__)?[:：](?:\*{1,3}|__)?(?:\s+|\Z)"
)
_SENTENCE_MARK = re.compile(r"[^\W\d_]{3}[.?!…;][\"”’')\]]{0,2}(?:\s|\Z)|,\s|[?!;]\s")
_UNUSUAL = re.compile(r"[#@|/\"“”\[\]]|[^\w\s]\Z|\s[-–—]\s|\A\d")
_MOST_WORDS = 6
_MOST_UNTIMED = 4
_LEAST_LABELLED = 0.9  # share of times before labels, or of labels in bold type


def read_shapes(lines: Sequence[Line], heads: list[Head | None]) -> list[Head | None]:
    """Read labels of unusual shapes into the heads of their lines, where something settles it.

    Args:
        lines: All lines of the file.
        heads: What could stand before the words of each.
    """
    found: dict[int, Head] = {}
    for i, head in enumerate(heads):
        if head is None or head.name or not head.has_colon:
            continue
        text = lines[i].text
        at = max(head.stamp_end, head.mark_end, head.quote_end)
        if not head.stamp_end and text[at : at + 1] not in "*_":
            continue
        match = _LABEL.match(text[:REACH], at)
        name = _to_label(match["name"]) if match else None
        if match and name:
            bold = match["bold"] is not None
            found[i] = head._replace(name=name, label_end=match.end(), emphasis=bold)
    if not found:
        return heads
    counts = Counter(head.name for head in found.values())
    sure = {i: head for i, head in found.items() if counts[head.name] > 1}
    named = [head for head in heads if head is not None and head.name]
    timed = sum(head is not None and head.stamp_end > 0 for head in heads)
    labelled = sum(head.stamp_end > 0 for head in (*named, *sure.values()))
    settled: dict[int, Head] = {}
    alone = {i: head for i, head in found.items() if i not in sure and _is_written_so(head)}
    alone = {i: head for i, head in alone.items() if head.stamp_end and 4 * len(alone) <= timed}
    if timed > 1 and labelled + len(alone) >= _LEAST_LABELLED * timed:
        settled.update({i: head for i, head in (sure | alone).items() if head.stamp_end})
    if named and sum(head.emphasis for head in named) >= _LEAST_LABELLED * len(named):
        settled.update({i: head for i, head in sure.items() if head.emphasis})
    return [settled.get(i, head) for i, head in enumerate(heads)] if settled else heads


def may_be_somebody(words: str) -> bool:
    """Whether words before a colon are written as no sentence begins: `@naval`, `de Souza`."""
    name = _to_label(words)
    parts = name.split() if name else []
    if not name or len(parts) > _MOST_UNTIMED:
        return False
    if _UNUSUAL.search(name):
        return name[0] not in "-–—>*_#("
    return is_small(parts[0]) and len(parts) > 1 and not name.islower()


@lru_cache(maxsize=4096)  # the same few labels stand before thousands of lines
def _to_label(text: str) -> str | None:
    """Take words as a label, if they are short and no sentence."""
    name = " ".join(text.strip("*_ \t").split())
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1].strip()
    words = name.split()
    if not words or len(words) > _MOST_WORDS or name.casefold() in NO_NAMES:
        return None
    if begins_sentence(name) or _SENTENCE_MARK.search(name) or not any(map(str.isalnum, name)):
        return None
    return name


def _is_written_so(head: Head) -> bool:
    """Whether no word of a label is a small one, but for those that names have, too."""
    words = (head.name or "").split()
    return (
        words[0] != "the"
        and not all(word.islower() for word in words)
        and all(is_small(word) or not word.islower() for word in words)
    )
