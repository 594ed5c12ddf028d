"""Assigns a speaker to each line of captions: by voice tags, labels, marks and preceding cues.

Podcasts name a speaker only where another one begins, so a cue without a name has the speaker of
the cue before. Meetings name the speaker of every cue, so a cue without a name has none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.captions.bracketed_names import (
    find_bracketed_names,
    read_bracketed_name,
    split_at_bracketed_names,
)
from nuggets.formats.captions.cue_markup import CueLine
from nuggets.formats.captions.line_pieces import split_pieces
from nuggets.formats.captions.speaker_change_marks import MarkedLine, read_change_marks
from nuggets.formats.captions.speaker_labels import (
    CueLabel,
    find_unread_labels,
    read_label_of_every_cue,
    read_labels,
)
from nuggets.formats.turns import Cue

# A file names the speaker of every cue from these shares on; by eye:
_MIN_TAGGED = 0.7  # of cues with a voice tag ...
_MIN_LABELLED = 0.9  # ... or with a label, which people take to hold until the next one
_MIN_REPEATED = 0.2  # of names that are those of the cue before
_OPENING = ("[", "(")
_BEFORE_LABEL = re.compile(r"(?:\[[0-9]{1,3}:[0-9:.,]{2,12}\]\s*|>{2,3}\s*)*")
_AFTER_NAME = re.compile(r"[\])]?\s?[:：]\s*|[\])]\s+|[\])]\Z")


class Assigned(NamedTuple):
    """Lines with their speakers.

    Attributes:
        cues: The words of each line with their speaker, without label and mark.
        doubtful: Source offsets of lines that begin with what may be a label, and is not believed
            to be one.
    """

    cues: list[Cue]
    doubtful: list[int]


def assign_speakers(
    lines: Sequence[CueLine],
    *,
    names_every_cue: bool = False,
    is_labelled: bool = False,
    continues: Callable[[int], bool] | None = None,
) -> Assigned:
    """Assign a speaker to each line.

    Args:
        lines: All lines of the file that are not blank, in order.
        names_every_cue: Whether the speaker of a cue without a name is unknown, whatever the file
            looks like.
        is_labelled: Whether every cue begins with a name and a colon.
        continues: Whether the cue of an index continues the utterance of the cue before; None if
            the format does not say.
    """
    marked = read_change_marks(lines)
    labels: list[CueLabel | None]
    if any(line.voice for line in lines):
        labels = [_label_from_voice(one) for one in marked]
    elif is_labelled:
        labels = read_label_of_every_cue(marked)
    else:
        marked, labels = _read_labels(marked)
    resets_each_cue = names_every_cue or is_labelled or _has_name_on_every_cue(marked, labels)
    cues = _carry_speakers_forward(
        marked, labels, resets_each_cue=resets_each_cue, continues=continues
    )
    doubtful = [
        one.line.pieces[0].start
        for one, label in zip(marked, labels, strict=True)
        if label is not None and label.is_doubtful
    ]
    return Assigned(list(cues), doubtful)


def _read_labels(
    marked: list[MarkedLine],
) -> tuple[list[MarkedLine], list[CueLabel | None]]:
    """Read labels before a colon, or in brackets, where the file has those."""
    labels = read_labels(marked)
    numbered = _names_in_brackets_only(marked, labels)
    if numbered is None:
        known = frozenset(label.name for label in labels if label and label.name)
        unread = find_unread_labels(marked, labels)
        return marked, [
            label
            or (CueLabel(None, one.words_at, True) if i in unread else _doubt_brackets(one, known))
            for i, (one, label) in enumerate(zip(marked, labels, strict=True))
        ]
    names = find_bracketed_names(marked)
    if not names - numbered:
        return marked, labels
    names |= numbered
    marked = list(split_at_bracketed_names(marked, names))
    found = [read_bracketed_name(one, names) for one in marked]
    return marked, [label and CueLabel(*label) for label in found]


def _doubt_brackets(one: MarkedLine, known: frozenset[str]) -> CueLabel | None:
    """Read a name in brackets in a file that names its speakers otherwise."""
    text = one.line.text
    if text[one.words_at : one.words_at + 1] not in _OPENING:
        return None
    found = read_bracketed_name(one, known)
    return found and CueLabel(*found, is_doubtful=found[0] is None)


def _names_in_brackets_only(
    marked: Sequence[MarkedLine], labels: Sequence[CueLabel | None]
) -> frozenset[str] | None:
    """List the names of labels if all are in brackets without a colon; None if any is not.

    Such labels are numbered, as in `[Speaker 3] Well.`; other names of the file may then be in
    brackets, too.
    """
    names: set[str] = set()
    for one, label in zip(marked, labels, strict=True):
        if label is None or (label.name is None and not label.is_doubtful):
            continue
        before = one.line.text[one.words_at : label.words_at].rstrip()
        is_alone = label.words_at == len(one.line.text)
        if not label.name or is_alone or not before.startswith(_OPENING) or before[-1:] not in ")]":
            return None
        names.add(label.name)
    return frozenset(names)


def repeated_label_end(text: str, speaker: str) -> int:
    """Return where the words begin after a mark or label that repeats who speaks; 0 if none does.

    >>> repeated_label_end("[00:00:07] S01: Since I was nine.", "S01")
    16
    """
    match = _BEFORE_LABEL.match(text)
    at = match.end() if match else 0
    name_at = at + (text[at : at + 1] in _OPENING)
    if text.startswith(speaker, name_at):
        label = _AFTER_NAME.match(text, name_at + len(speaker))
        at = label.end() if label else at
    return at


def _label_from_voice(marked: MarkedLine) -> CueLabel | None:
    """Make a label of a voice tag; one in the text that repeats it is none of the words."""
    line, _, at = marked
    if not line.voice:
        return None
    rest = repeated_label_end(line.text[at:], line.voice) if at < len(line.text) else 0
    return CueLabel(line.voice, at + rest)


def _has_name_on_every_cue(marked: Sequence[MarkedLine], labels: Sequence[CueLabel | None]) -> bool:
    """Whether the file names the speaker of each cue, not only where the speaker changes."""
    named: dict[int, str] = {}
    cues = 0
    last = -1
    for one, label in zip(marked, labels, strict=True):
        cue = one.line.cue
        cues += cue != last
        last = cue
        if label and label.name:
            named.setdefault(cue, label.name)
    has_voices = any(one.line.voice for one in marked)
    if not named or len(named) < (_MIN_TAGGED if has_voices else _MIN_LABELLED) * cues:
        return False
    names = list(named.values())
    repeated = sum(a == b for a, b in itertools.pairwise(names))
    return repeated > _MIN_REPEATED * (len(names) - 1)


def _carry_speakers_forward(
    marked: Sequence[MarkedLine],
    labels: Sequence[CueLabel | None],
    *,
    resets_each_cue: bool,
    continues: Callable[[int], bool] | None,
) -> Iterator[Cue]:
    """Assign each line the speaker that it names, or else the one that was named last.

    Args:
        marked: The lines.
        labels: Their labels.
        resets_each_cue: Whether the speaker of a cue without a name is unknown.
        continues: Whether a cue continues the utterance of the cue before.
    """
    has_voices = any(one.line.voice for one in marked)
    speaker: str | None = None
    opens = False
    last = -1
    for (line, mark, at), label in zip(marked, labels, strict=True):
        words_at = at
        resets = resets_each_cue and (has_voices or line.cue != last)
        if resets and not (continues and continues(line.cue)):
            speaker = None  # also outside of the voice tags within a cue
        last = line.cue
        if mark:
            opens, speaker = True, None
        if label is not None:
            speaker, words_at, _ = label
            opens = speaker is None  # a name by itself tells whether the speaker changes
        pieces = split_pieces(line.pieces, [words_at])[1] if words_at else line.pieces
        if pieces:
            yield Cue(speaker, pieces, opens)
            opens = False
