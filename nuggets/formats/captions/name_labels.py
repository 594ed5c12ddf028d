"""Speakers' names in the words of captions: which words before a colon are one.

Sarah: So where do we begin?       labels, at the beginning of a cue or of a line
[SPEAKER_00]: So where             in brackets
(Sarah Lee)                        on a line of their own, the words below
>> SARAH: So where                 after a mark

Labels count where they recur, or look just like those that do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.captions.change_marks import Marked
from nuggets.formats.captions.names_above import find_above, find_enclosed
from nuggets.formats.captions.names_in_capitals import choose_names, is_in_capitals
from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.speakers.file_style import find_style
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names import is_numbered, to_name
from nuggets.formats.text.speakers.recurrence import count_recurring

_BRACKETED = re.compile(r"\[(?P<name>[^\[\]:]{1,60})\] ?[:：]\s*")
_BRACKETED_NUMBER = re.compile(r"[\[(](?P<name>[^\[\]():]{1,30})[\])]\s+")
_ON_EVERY_CUE = re.compile(r"(?P<name>[^:\s][^:]{0,79}):(?:\s+|\Z)")
_PHONE = re.compile(r"\+?[0-9][0-9() *.-]{5,20}")
_PHONE_LABEL = re.compile(  # no two years, as `1939-1945`
    r"(?P<name>\+[0-9][0-9() *.-]{5,20}|[0-9]{10,15}|[0-9]{3,6}\*{2,6}[0-9]{2,4}):\s+"
)
_BEGINS_PHONE = frozenset("+0123456789")
_CUE_ENDS = SENTENCE_ENDS | frozenset('"”’)]♪»')  # behind which another may begin to speak
_SAMPLE = 2_000_000  # characters by which rare labels are judged


class Label(NamedTuple):
    """A name before the words of a line.

    Attributes:
        name: Who speaks; None where that is not known, though somebody is named.
        words_at: Where the words begin in the text of the line.
    """

    name: str | None
    words_at: int


def read_labels(lines: Sequence[Marked]) -> list[Label | None]:
    """Find the names before the words of each line, deciding from the whole file what is one."""
    alone = find_enclosed(lines) or find_above(lines)
    if alone:
        return [
            Label(alone[i], len(marked.line.text)) if i in alone else None
            for i, marked in enumerate(lines)
        ]
    heads = [_read_head(line) for line in lines]
    if not any(head is not None and head.name for head in heads):
        return [None] * len(lines)
    shown: list[Line] = []
    chosen: list[LinePrefix | None] = []
    begins = True
    for marked, head in zip(lines, heads, strict=True):
        text = marked.line.text
        if begins or (head is not None and head.name):
            shown.append(Line(0, 0, "\n", text))
            chosen.append(head)
        begins = text[-1] in _CUE_ENDS
    sample = "\n".join(_sample(lines))
    names, doubtful = find_style(sample, shown, chosen).names, frozenset[str]()
    if is_in_capitals(sample):
        names, doubtful = choose_names(heads, names)
    labels: list[Label | None] = []
    for marked, head in zip(lines, heads, strict=True):
        name = head.name if head is not None else None
        if head is not None and name in names:
            labels.append(Label(name, marked.words_at + head.label_end))
        else:
            labels.append(Label(None, marked.words_at) if name in doubtful else None)
    return labels


def read_every_label(lines: Sequence[Marked]) -> list[Label | None]:
    """Find the names where every cue begins with one, whatever people call themselves."""
    found = [_ON_EVERY_CUE.match(marked.line.text[:100]) for marked in lines]
    counts = Counter(_fold(match["name"]) for match in found if match)
    labels: list[Label | None] = []
    cue = -1
    for marked, match in zip(lines, found, strict=True):
        opens, cue = marked.line.cue != cue, marked.line.cue
        name = _fold(match["name"]) if match else ""
        is_name = counts[name] > 1 or may_be_called(name)
        labels.append(Label(name, match.end()) if match and opens and is_name else None)
    return labels


def is_on_every_cue(texts: Sequence[str]) -> bool:
    """Whether words with a colon stand at the beginning of nearly every cue and recur."""
    matches = [_ON_EVERY_CUE.match(text[:100]) for text in texts]
    names = [_fold(match["name"]) for match in matches if match]
    if not names or len(names) < 0.8 * len(texts):
        return False
    counts = Counter(names)
    named = sum(count for name, count in counts.items() if count > 1 or may_be_called(name))
    recurring = count_recurring(names)
    return named >= 0.9 * len(names) and (recurring >= 0.6 * len(names) or len(names) < 8)


def may_be_called(name: str) -> bool:
    """Whether somebody in a meeting may be called so: by a name, a phone number, `iPhone (2)`."""
    if not name or name.split(maxsplit=1)[0].islower():
        return False
    return _PHONE.fullmatch(name) is not None or to_name(name[0].upper() + name[1:]) is not None


def _fold(name: str) -> str:
    return " ".join(name.split())


def _read_head(marked: Marked) -> LinePrefix | None:
    """Read what could stand before the words of a line, after its mark."""
    text = marked.line.text[marked.words_at :] if marked.words_at else marked.line.text
    if not text or text[0].islower():
        return None
    if text[0] in "[(":
        match = _BRACKETED.match(text)
        name = to_name(match["name"]) if match else None
        if match is None:
            match = _BRACKETED_NUMBER.match(text)
            name = match["name"] if match and is_numbered(match["name"]) else None
        if match and name:
            return LinePrefix(
                name, emphasis=True, mark=marked.mark, label_end=match.end(), has_colon=True
            )
        return None
    if text[0] in _BEGINS_PHONE and (match := _PHONE_LABEL.match(text)):
        return LinePrefix(match["name"], mark=marked.mark, label_end=match.end(), has_colon=True)
    head = parse_prefix(text)
    if head is None or head.stamp not in ("", "header"):
        return None
    return head._replace(mark=marked.mark, start_ms=None, stamp="")


def _sample(lines: Sequence[Marked]) -> Iterator[str]:
    """Give the words of the file up to a size."""
    size = 0
    for marked in lines:
        yield marked.line.text
        size += len(marked.line.text)
        if size > _SAMPLE:
            return
