"""Speaker labels in the text of captions: which words before a colon are a name.

A label is a name where it recurs, or is written like those that do. One that looks like a label
and is not believed to be one names nobody: its words are not those of who spoke before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.captions.all_caps_names import (
    choose_names,
    is_all_caps,
    looks_like_caps_name,
)
from nuggets.formats.captions.label_shapes import (
    Shape,
    classify_label,
    read_shape,
    without_direction,
)
from nuggets.formats.captions.names_above_text import find_bracketed_names_above, find_names_above
from nuggets.formats.captions.speaker_change_marks import MarkedLine
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.names import LETTERS, bare_name, is_in_capitals, to_name
from nuggets.formats.text.speakers.recurrence import has_recurring_names

_ON_EVERY_CUE = re.compile(r"(?P<name>[^:\s][^:]{0,79}):(?:\s+|\Z)")
_UNREAD = re.compile(
    r"(?:[{<«‹\[](?P<enclosed>[^{}<>«»‹›\[\]:]{2,40})[}>»›\]]"
    r"|(?P<name>[^\W\d_][^:\-–—>|~]{1,40}?)(?:\s+[-–—~]{1,2}\s|\s?[>|]\s))\s*(?=\S)"
)
_PHONE = re.compile(r"\+?[0-9][0-9() *.-]{5,20}")
_CUE_ENDS = SENTENCE_ENDS | frozenset('"”’)]♪»')  # behind which another may begin to speak
# Of files in which every cue has a label; all by eye:
_MIN_LABELLED = 0.8  # share of cues with words before a colon
_MIN_NAMES = 0.9  # share of those that recur or may be a display name
_FEW = 8  # labels, below which most need not recur
# Of all other files, by eye, too:
_MIN_SHARE = 1 / 200  # of lines that carry a label, in a file that has labels
_MIN_DENSE = 0.8  # share of cues with a label, in a file that names who speaks in each
_RARE = 25  # a label is rare if another one occurs so many times as often
_FEW_LINES = 800  # that show whether a file is in capitals
_SAMPLE = 20_000  # lines by which rare labels are judged; bounds the time


class CueLabel(NamedTuple):
    """A speaker label before the words of a line.

    Attributes:
        name: Who speaks; None for what may or may not be a name: the speaker is then unknown.
        words_at: Offset in the text of the line at which the words begin.
        is_doubtful: Whether it looks like a label and is not believed to be one.
    """

    name: str | None
    words_at: int
    is_doubtful: bool = False


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
    shapes: list[Shape | None] = [read_shape(text, at) for (_, _, _, text, *_), _, at in lines]
    if not any(shapes):
        return [None] * len(lines)
    glued = [shape for shape in shapes if shape and shape.is_glued]
    if 2 * len(glued) > sum(shape is not None for shape in shapes):  # the way of this file
        shapes = [shape and shape._replace(is_glued=False) for shape in shapes]
    begins = [True, *(line.text[-1] in _CUE_ENDS for line, _, _ in lines[:-1])]
    names = _choose_names(lines, shapes, begins)
    if not names:
        return [None] * len(lines)
    capitals = _is_in_capitals(lines)
    named = {
        line.cue
        for (line, _, _), one in zip(lines, shapes, strict=True)
        if one and one.name in names
    }
    dense = len(named) >= _MIN_DENSE * len({line.cue for line, _, _ in lines})
    counts = Counter(one.name for one in shapes if one)
    return [
        None
        if shape is None or (capitals and not looks_like_caps_name(shape.name))
        else _to_label(shape, marked, names, begins=begun, recurs=dense or counts[shape.name] > 1)
        for marked, shape, begun in zip(lines, shapes, begins, strict=True)
    ]


def find_unread_labels(
    lines: Sequence[MarkedLine], labels: Sequence[CueLabel | None]
) -> frozenset[int]:
    """Find lines that begin with a name written in a way that is not read, by their index.

    In a file that names its speakers, `{Anna} text` and `Anna - text` are of nobody known where
    the same name stands so more than once.
    """
    found: dict[int, str] = {}
    for i, (marked, label) in enumerate(zip(lines, labels, strict=True)):
        text, at = marked.line.text, marked.words_at
        if label is None and not (i and lines[i - 1].line.text[-1] not in _CUE_ENDS):
            match = _UNREAD.match(text, at)
            name = match and (match["enclosed"] or match["name"])
            if match and name and (match["enclosed"] or classify_label(name)):
                found[i] = name
    counts = Counter(found.values())
    words = _Words(lines)
    return frozenset(
        i
        for i, name in found.items()
        if counts[name] > 1
        and not is_stage_direction(f"[{name}]" if name.islower() else f"({name})")
        and not _is_common_word(name, words)
    )


def _to_label(
    shape: Shape, marked: MarkedLine, names: dict[str, str], *, begins: bool, recurs: bool
) -> CueLabel | None:
    """Make a label of what looks like one: a name, nobody, or a doubtful one."""
    name = names.get(shape.name)
    if name is not None:
        return CueLabel(name, shape.end)
    if shape.kind == "nobody":
        return CueLabel(None, shape.end)
    if shape.kind in ("lower", "nick") or not (begins or marked.mark):
        return None
    if shape.is_glued and shape.kind not in ("name", "number"):
        return None
    if shape.kind == "phrase" and not recurs:
        return None
    return CueLabel(None, marked.words_at, is_doubtful=True)


def _choose_names(
    lines: Sequence[MarkedLine], shapes: Sequence[Shape | None], begins: Sequence[bool]
) -> dict[str, str]:
    """Choose which labels of a file are names.

    Returns:
        The speaker of each label; a direction such as `(laughing)` is taken off a name that the
        file has with others, or without any.
    """
    kinds: dict[str, str] = {}
    counts, marked = Counter[str](), Counter[str]()
    cues: set[int] = set()
    for (line, mark, _), shape, begun in zip(lines, shapes, begins, strict=True):
        if shape is None or shape.is_glued or shape.kind == "nobody":
            continue
        if shape.kind in ("word", "lower", "phrase") and not begun:
            continue
        kinds.setdefault(shape.name, shape.kind)
        counts[shape.name] += 1
        marked[shape.name] += mark == ">>"
        cues.add(line.cue)
    marked = +marked
    all_cues = len({line.cue for line, _, _ in lines})
    believed = {name for name, kind in kinds.items() if kind == "number"}
    if _is_in_capitals(lines):
        capitals = Counter({n: c for n, c in counts.items() if kinds[n] != "nick"})
        believed |= choose_names(capitals, marked)
    else:
        begun = shapes[0] is not None and 2 * len(cues) >= all_cues
        dense = len(cues) >= _MIN_DENSE * all_cues
        words = _Words(lines)
        believed |= _choose_recurring(kinds, counts, words, is_dense=dense)
        believed |= {name for name in marked if kinds[name] == "name"}
        believed |= _choose_rare(kinds, counts, believed, words, is_full=dense or begun)
    labelled = sum(counts[name] for name in believed)
    if labelled < _MIN_SHARE * len(lines) and not any(marked[name] for name in believed):
        return {}
    if not any(kinds[name] == "number" or marked[name] for name in believed) and (
        labelled < min(2, all_cues)
    ):
        return {}
    bases = Counter(without_direction(name) for name in believed)
    return {name: base if bases[base := without_direction(name)] > 1 else name for name in believed}


def _is_in_capitals(lines: Sequence[MarkedLine]) -> bool:
    """Whether a file is written in capitals throughout, as television writes it."""
    return is_all_caps("\n".join(line.text for line, _, _ in lines[:_FEW_LINES]))


class _Words:
    """The words of a file, which are looked up for few labels."""

    def __init__(self, lines: Sequence[MarkedLine]) -> None:
        self._lines = lines
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            text = "\n".join(line.text for line, _, _ in self._lines[:_SAMPLE])
            self._words = set(LETTERS.findall(text))
        return word in self._words


def _is_common_word(name: str, words: _Words) -> bool:
    """Whether a label is one word that the file also has in small letters: `Remember`."""
    core = bare_name(name)
    folded = core.lower()
    return " " not in core and not is_in_capitals(core) and folded != core and folded in words


def _choose_recurring(
    kinds: dict[str, str], counts: Counter[str], words: _Words, *, is_dense: bool
) -> set[str]:
    """Choose the labels that recur, and are names or stand where names are."""
    most = max(counts.values(), default=0)
    found = {
        name
        for name, count in counts.items()
        if count > 1 and kinds[name] in ("name", "nick")
        if (count > 2 and count * _RARE >= most) or not _is_common_word(name, words)
    }
    nicks = {name for name in found if kinds[name] == "nick"}
    if len(nicks) < 2:
        found -= nicks
    if is_dense:
        odd = {n for n, count in counts.items() if count > 1 and kinds[n] not in ("nick", "phrase")}
        if len(odd) > 1:
            found |= odd
    return found


def _choose_rare(
    kinds: dict[str, str],
    counts: Counter[str],
    names: set[str],
    words: _Words,
    *,
    is_full: bool,
) -> set[str]:
    """Choose the labels that do not recur, but are written like those that do."""
    once = [name for name, kind in kinds.items() if kind == "name" and name not in names]
    if is_full and (not names or sum(counts[name] for name in names) > 1):
        plain = [name for name in once if not _is_common_word(name, words)]
        return set(plain) if names or len(plain) > 1 or len(counts) == 1 else set()
    capitals = sum(counts[name] for name in names if is_in_capitals(name))
    several = sum(counts[name] for name in names if " " in bare_name(name))
    all_names = sum(counts[name] for name in names)
    return {
        name
        for name in once
        if names
        if (2 * capitals > all_names and is_in_capitals(name))
        or (2 * several > all_names and " " in bare_name(name))
        or any(bare_name(name).split()[-1] == bare_name(one).split()[-1] for one in names)
    }


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
