"""Who says which words of captions: by voice tags, labels and marks, and by who spoke before.

Podcasts name a speaker only where another one begins, so the cues that follow are that speaker's.
Meetings name the speaker of every cue, so a cue without a name is nobody's.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.captions.change_marks import Marked, read_marks
from nuggets.formats.captions.cue_text import Shown, split_pieces
from nuggets.formats.captions.name_labels import Label, read_every_label, read_labels
from nuggets.formats.captions.names_in_brackets import (
    cut_at_bracketed,
    find_bracketed,
    read_bracketed,
)
from nuggets.formats.cues import Cue

_LEAST_TAGGED = 0.7  # share of cues with a voice tag, in a file that names the speaker of each
_LEAST_LABELLED = 0.9  # the same of labels, which readers take to hold until the next one
_LEAST_REPEATED = 0.2  # share of names that are those of the cue before, in such a file
_OPENING = ("[", "(")


class _Said(NamedTuple):
    """A line of a cue with the name that the cue itself gives."""

    marked: Marked
    label: Label | None


def find_speakers(
    lines: Sequence[Shown],
    *,
    names_every_cue: bool = False,
    is_labelled: bool = False,
    goes_on: Callable[[int], bool] | None = None,
) -> Iterator[Cue]:
    """Tell who says the words of each line.

    Args:
        lines: All lines of the file that have words, in order.
        names_every_cue: Whether a cue without a name is nobody's, whatever the file looks like.
        is_labelled: Whether every cue begins with a name and a colon.
        goes_on: Whether a cue goes on with what the cue before says; None: it is not known.
    """
    marked = read_marks(lines)
    if any(line.voice for line in lines):
        said = [_Said(one, _by_voice(one)) for one in marked]
    else:
        labels = read_every_label(marked) if is_labelled else read_labels(marked)
        numbered = _in_brackets_only(marked, labels)
        names = frozenset[str]() if numbered is None else find_bracketed(marked)
        if names - (numbered or frozenset()):
            names |= numbered or frozenset()
            marked = list(cut_at_bracketed(marked, names))
            found = [read_bracketed(one, names) for one in marked]
            labels = [label and Label(*label) for label in found]
        said = [_Said(one, label) for one, label in zip(marked, labels, strict=True)]
    forgets = names_every_cue or is_labelled or _names_every_cue(said)
    yield from _hand_on(said, forgets=forgets, goes_on=goes_on or (lambda _: False))


def _in_brackets_only(
    marked: Sequence[Marked], labels: Sequence[Label | None]
) -> frozenset[str] | None:
    """Give the names of labels if all are in brackets without a colon; None if others are.

    Those are numbered, as in `[Speaker 3] Well.`; the names beside them may be written likewise.
    """
    names: set[str] = set()
    for one, label in zip(marked, labels, strict=True):
        if label is None:
            continue
        before = one.line.text[one.words_at : label.words_at].rstrip()
        is_alone = label.words_at == len(one.line.text)
        if not label.name or is_alone or not before.startswith(_OPENING) or before[-1:] not in ")]":
            return None
        names.add(label.name)
    return frozenset(names)


def _by_voice(marked: Marked) -> Label | None:
    """Take a voice tag as the label of its words."""
    voice = marked.line.voice
    return Label(voice, marked.words_at) if voice else None


def _names_every_cue(said: Sequence[_Said]) -> bool:
    """Whether the file names the speaker of each cue, not only where another one begins."""
    named: dict[int, str] = {}
    cues = 0
    last = -1
    for one in said:
        cue = one.marked.line.cue
        cues += cue != last
        last = cue
        if one.label and one.label.name:
            named.setdefault(cue, one.label.name)
    has_voices = any(one.marked.line.voice for one in said)
    if not named or len(named) < (_LEAST_TAGGED if has_voices else _LEAST_LABELLED) * cues:
        return False
    names = list(named.values())
    repeated = sum(a == b for a, b in itertools.pairwise(names))
    return repeated > _LEAST_REPEATED * (len(names) - 1)


def _hand_on(
    said: Sequence[_Said], *, forgets: bool, goes_on: Callable[[int], bool]
) -> Iterator[Cue]:
    """Give each line its speaker: the one that it names, or the last one that was named.

    Args:
        said: The lines.
        forgets: Whether a cue without a name is nobody's.
        goes_on: Whether a cue goes on with what the cue before says.
    """
    has_voices = any(one.marked.line.voice for one in said)
    speaker: str | None = None
    opens = False
    last = -1
    for marked, label in said:
        line = marked.line
        words_at = marked.words_at
        if forgets and (has_voices or line.cue != last) and not goes_on(line.cue):
            speaker = None  # words outside the voice tags of a cue are nobody's, too
        last = line.cue
        if marked.mark:
            opens, speaker = True, None
        if label is not None:
            speaker, words_at = label
            opens = speaker is None  # else the name tells whether somebody else speaks
        pieces = split_pieces(line.pieces, [words_at])[1] if words_at else line.pieces
        if pieces:
            yield Cue(speaker, pieces, opens)
            opens = False
