"""Speaker labels in the text of captions: which words before a colon are a name.

    Sarah: So where do we begin?       at the beginning of a cue or of a line
    [SPEAKER_00]: So where             in brackets
    (Sarah Lee)                        on a line of its own, the words below
    >> SARAH: So where                 after a mark of a new speaker

A label counts as a name where it recurs, or is written like those that do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.captions.all_caps_names import choose_names, is_all_caps
from nuggets.formats.captions.names_above_text import find_bracketed_names_above, find_names_above
from nuggets.formats.captions.speaker_change_marks import MarkedLine
from nuggets.formats.lines import Line
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.speakers.file_style import find_style
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names import is_numbered, to_name
from nuggets.formats.text.speakers.recurrence import has_recurring_names

_BRACKETED = re.compile(r"\[(?P<name>[^\[\]:]{1,60})\] ?[:：]\s*")
_BRACKETED_NUMBER = re.compile(r"[\[(](?P<name>[^\[\]():]{1,30})[\])]\s+")
_ON_EVERY_CUE = re.compile(r"(?P<name>[^:\s][^:]{0,79}):(?:\s+|\Z)")
_PHONE = re.compile(r"\+?[0-9][0-9() *.-]{5,20}")
_PHONE_LABEL = re.compile(  # but not two years, as in `1939-1945:`
    r"(?P<name>\+[0-9][0-9() *.-]{5,20}|[0-9]{10,15}|[0-9]{3,6}\*{2,6}[0-9]{2,4}):\s+"
)
_BEGINS_PHONE = frozenset("+0123456789")
_CUE_ENDS = SENTENCE_ENDS | frozenset('"”’)]♪»')  # behind which another may begin to speak
# Of files in which every cue has a label; all by eye:
_MIN_LABELLED = 0.8  # share of cues with words before a colon
_MIN_NAMES = 0.9  # share of those that recur or may be a display name
_FEW = 8  # labels, below which most need not recur
_SAMPLE = 2_000_000  # characters by which rare labels are judged; bounds the time


class CueLabel(NamedTuple):
    """A speaker label before the words of a line.

    Attributes:
        name: Who speaks; None for what may or may not be a name: the speaker is then unknown.
        words_at: Offset in the text of the line at which the words begin.
    """

    name: str | None
    words_at: int


def read_labels(lines: Sequence[MarkedLine]) -> list[CueLabel | None]:
    """Find the speaker label of each line, deciding by the whole file which are names.

    Returns:
        One entry for each line; None where it has no label.
    """
    alone = find_bracketed_names_above(lines) or find_names_above(lines)
    if alone:
        return [
            CueLabel(alone[i], len(marked.line.text)) if i in alone else None
            for i, marked in enumerate(lines)
        ]
    prefixes = [_read_possible_label(line) for line in lines]
    if not any(prefix is not None and prefix.name for prefix in prefixes):
        return [None] * len(lines)
    candidates: list[Line] = []
    candidate_prefixes: list[LinePrefix | None] = []
    begins = True
    for marked, prefix in zip(lines, prefixes, strict=True):
        text = marked.line.text
        if begins or (prefix is not None and prefix.name):
            candidates.append(Line(0, 0, "\n", text))
            candidate_prefixes.append(prefix)
        begins = text[-1] in _CUE_ENDS
    sample = "\n".join(_sample(lines))
    names, uncertain = find_style(sample, candidates, candidate_prefixes).names, frozenset[str]()
    if is_all_caps(sample):
        names, uncertain = choose_names(prefixes, names)
    labels: list[CueLabel | None] = []
    for marked, prefix in zip(lines, prefixes, strict=True):
        name = prefix.name if prefix is not None else None
        if prefix is not None and name in names:
            labels.append(CueLabel(name, marked.words_at + prefix.label_end))
        else:
            labels.append(CueLabel(None, marked.words_at) if name in uncertain else None)
    return labels


def read_label_of_every_cue(lines: Sequence[MarkedLine]) -> list[CueLabel | None]:
    """Find the label of each cue where all cues have one, so that it may be any display name.

    Returns:
        One entry for each line; None where it has no label.
    """
    found = [_ON_EVERY_CUE.match(marked.line.text[:100]) for marked in lines]
    counts = Counter(_fold_space(match["name"]) for match in found if match)
    labels: list[CueLabel | None] = []
    cue = -1
    for marked, match in zip(lines, found, strict=True):
        opens, cue = marked.line.cue != cue, marked.line.cue
        name = _fold_space(match["name"]) if match else ""
        is_name = counts[name] > 1 or looks_like_display_name(name)
        labels.append(CueLabel(name, match.end()) if match and opens and is_name else None)
    return labels


def has_label_on_every_cue(texts: Sequence[str]) -> bool:
    """Whether nearly every cue begins with words and a colon, and these recur.

    Args:
        texts: The first line of each cue.
    """
    matches = [_ON_EVERY_CUE.match(text[:100]) for text in texts]
    names = [_fold_space(match["name"]) for match in matches if match]
    if not names or len(names) < _MIN_LABELLED * len(texts):
        return False
    counts = Counter(names)
    named = sum(
        count for name, count in counts.items() if count > 1 or looks_like_display_name(name)
    )
    return named >= _MIN_NAMES * len(names) and (has_recurring_names(names) or len(names) < _FEW)


def looks_like_display_name(name: str) -> bool:
    """Whether a text may be a display name in a meeting: a name, a phone number, `iPhone (2)`."""
    if not name or name.split(maxsplit=1)[0].islower():
        return False
    return _PHONE.fullmatch(name) is not None or to_name(name[0].upper() + name[1:]) is not None


def _fold_space(name: str) -> str:
    return " ".join(name.split())


def _read_possible_label(marked: MarkedLine) -> LinePrefix | None:
    """Read what may be a label before the words of a line, after its mark."""
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
    prefix = parse_prefix(text)
    if prefix is None or prefix.stamp not in ("", "header"):
        return None
    return prefix._replace(mark=marked.mark, start_ms=None, stamp="")


def _sample(lines: Sequence[MarkedLine]) -> Iterator[str]:
    """Yield the lines of the file up to the size of the sample."""
    size = 0
    for marked in lines:
        yield marked.line.text
        size += len(marked.line.text)
        if size > _SAMPLE:
            return
