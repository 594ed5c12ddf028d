"""Marks of a new speaker in captions: `>>`, and the dashes of dialogue.

    >> So where do we begin?
    - Here. - No, here.

A dash counts where one cue holds two such lines, or where the file is full of them; elsewhere it
is punctuation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.captions.cue_markup import CueLine
from nuggets.formats.captions.line_pieces import are_too_dense, join_text, split_pieces
from nuggets.formats.text.speakers.labels import CHEVRONS

_CHEVRONS_WITHIN = re.compile(r"(?<=\s)>{2,3}(?=\s|\Z)")
_SPEAKER_TURN = re.compile(r"\[SPEAKER[_ ]TURN\]")
_DASH = re.compile(r"[-‐–—]{1,2}\s*")
_DASHES = frozenset("-‐–—")
_HYPHENS = frozenset("-‐")  # the longer ones are punctuation more often
_OPENING = "\"'“„«‘¿¡([… "
_DIRECTIONS = frozenset("[(♪")
_MIN_DASHED = 0.3  # lines per cue that begin with a dash, in a file full of them; by eye


class MarkedLine(NamedTuple):
    """A line of a cue and the mark of a new speaker before its words.

    Attributes:
        line: The line, mark included.
        mark: ">>", "-" or "".
        words_at: Offset in its text at which the words begin.
    """

    line: CueLine
    mark: str
    words_at: int


def read_change_marks(lines: Sequence[CueLine]) -> list[MarkedLine]:
    """Find the mark before the words of each line; lines are split before a `>>` in their midst."""
    if any(line.text.startswith(">>") for line in lines):
        lines = [part for line in lines for part in _cut_at_chevrons(line)]
    turns: frozenset[int] = frozenset()
    if any("[SPEAKER" in line.text for line in lines):
        lines, turns = _cut_at_turns(lines)
    dashed = [i for i, line in enumerate(lines) if line.text[0] in _DASHES]
    believed = _find_dialogue_dashes(lines, dashed) if dashed else set()
    marked = []
    for i, line in enumerate(lines):
        mark, at = "", 0
        if line.text[0] == ">" and (match := CHEVRONS.match(line.text)):
            mark, at = ">>", match.end()
        elif i in turns:
            mark = ">>"
        elif i in believed and (match := _DASH.match(line.text)):
            mark, at = "-", match.end()
        marked.append(MarkedLine(line, mark, at))
    return marked


def _cut_at_chevrons(line: CueLine) -> Iterator[CueLine]:
    """Split a line before each `>>` within it."""
    cuts = [match.start() for match in _CHEVRONS_WITHIN.finditer(line.text) if match.start()]
    if not cuts or are_too_dense(len(cuts), len(line.text)):
        yield line
        return
    for pieces in split_pieces(line.pieces, cuts):
        if pieces:
            yield line._replace(text=join_text(pieces), pieces=pieces)


def _cut_at_turns(lines: Sequence[CueLine]) -> tuple[list[CueLine], frozenset[int]]:
    """Remove `[SPEAKER_TURN]`, which whisper.cpp writes where another speaker follows.

    Returns:
        The lines, and the indices of those that follow such a mark.
    """
    kept: list[CueLine] = []
    turns: set[int] = set()
    for line in lines:
        spans = [match.span() for match in _SPEAKER_TURN.finditer(line.text)]
        parts = split_pieces(line.pieces, [cut for span in spans for cut in span])
        for i, pieces in enumerate(parts):
            if i % 2:
                turns.add(len(kept))
            elif pieces:
                kept.append(line._replace(text=join_text(pieces), pieces=pieces))
    return kept, frozenset(turns)


def _find_dialogue_dashes(lines: Sequence[CueLine], dashed: Sequence[int]) -> set[int]:
    """Find the lines whose dash marks a new speaker, by index."""
    alone = {i for i in dashed if lines[i].text in _HYPHENS and i + 1 < len(lines)}
    opens = [i for i in dashed if i not in alone and _looks_like_utterance_start(lines[i].text)]
    hyphens = {i for i in dashed if lines[i].text[0] in _HYPHENS} - alone
    cues = len({line.cue for line in lines})
    if len(opens) >= max(2, _MIN_DASHED * cues):
        return alone | set(opens) | hyphens
    in_cue = Counter(lines[i].cue for i in opens)
    believed = alone | {i for i in opens if in_cue[lines[i].cue] > 1}
    if any(i and lines[i - 1].cue == lines[i].cue for i in hyphens & set(opens)):
        believed |= hyphens & set(opens)
    in_cue = Counter(lines[i].cue for i in hyphens)
    return believed | {i for i in hyphens if in_cue[lines[i].cue] > 1}


def _looks_like_utterance_start(text: str) -> bool:
    """Whether what follows a dash can begin an utterance: no lower-case letter, no number."""
    match = _DASH.match(text)
    rest = text[match.end() : match.end() + 9] if match else ""
    if text[0] in _HYPHENS and rest[:1] in _DIRECTIONS:
        return True
    letter = rest.lstrip(_OPENING)[:1]
    return letter.isalpha() and not letter.islower()
