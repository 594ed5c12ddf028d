"""Rolling (roll-up) captions: removes the lines that each cue repeats from the cue before.

    00:01 hello and good              the new line is the last one ...
    00:03 hello and good | morning    ... and is repeated above the next

A repeated line is kept where it stands first. What somebody says twice is twice the last line, and
so stays. Only the last line of a cue is new, so the lines above it are repeated however long the
pause. A line that is alone in its cue is new after a pause, unless it is shown too briefly to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from nuggets.formats.captions.cue_markup import CueLine
from nuggets.formats.format import REPEATED
from nuggets.values import LeftOut

_MIN_ROLLED = 0.4  # share of cues that begin with the last line of the cue before; by eye
_MIN_SURE = 2  # of them with a new line below it, or other markup
_HOLD_MS = 20  # YouTube shows the finished line alone for 10 ms
_GAP_MS = 100  # longer pauses end the display of a line; by eye
_MAX_ROWS = 3  # repeated; a roll-up window (CEA-608) has at most 4 rows, one of them new


def is_rolling(lines: Sequence[CueLine]) -> bool:
    """Whether captions roll: a timed line is repeated, or many cues begin as the last one ended."""
    rolled = sure = pairs = 0
    for before, cue in pairwise(_group_by_cue(lines)):
        pairs += 1
        one, other = before[-1], cue[0]
        if other.timed:
            continue
        count = _count_repeated(before, cue)
        if count:
            if one.timed:  # word by word, and then once more as a whole
                return True
            rolled += 1
            sure += len(cue) > 1 or _is_too_short_to_read(other) or _has_other_markup(one, other)
    return sure >= _MIN_SURE and rolled >= _MIN_ROLLED * pairs


def _is_directly_after(one: CueLine, other: CueLine) -> bool:
    """Whether a line is shown as soon as the one before disappears, or sooner."""
    until, since = one.pieces[-1].end_ms, other.pieces[0].start_ms
    return until is None or since is None or since - until <= _GAP_MS


def _is_too_short_to_read(line: CueLine) -> bool:
    """Whether a line is shown for too short a time to be read."""
    since, until = line.pieces[0].start_ms, line.pieces[-1].end_ms
    return since is not None and until is not None and until - since <= _HOLD_MS


def _has_other_markup(one: CueLine, other: CueLine) -> bool:
    """Whether the same words have other markup, as where each is underlined in turn."""
    return [piece.text for piece in one.pieces] != [piece.text for piece in other.pieces]


def drop_repeated_lines(lines: Sequence[CueLine]) -> tuple[list[CueLine], list[LeftOut]]:
    """Remove lines that repeat those of the cue before.

    Returns:
        The lines that are new, and what is left out, both in order.
    """
    kept: list[CueLine] = []
    left_out: list[LeftOut] = []
    before: list[CueLine] = []
    padded = [cue[0].row > 0 for cue in _group_by_cue(lines)]
    is_padded = 2 * sum(padded) > len(padded)  # by a tool, so blank rows mean nothing
    for cue in _group_by_cue(lines):
        is_cleared = cue[0].row > 0 and not is_padded  # a blank row has pushed the old line out
        count = 0
        if before and not is_cleared:
            is_last = cue[-1] is lines[-1]
            count = _count_repeated(before, cue) or (is_last and _is_truncated_repeat(before, cue))
        while count and any(line.timed for line in cue[:count]):
            count -= 1
        left_out += [LeftOut(x.pieces[0].start, x.pieces[-1].end, REPEATED) for x in cue[:count]]
        kept += cue[count:]
        before = cue
    return kept, left_out


def _count_repeated(before: Sequence[CueLine], cue: Sequence[CueLine]) -> int:
    """Count the lines at the top of a cue that repeat the cue before.

    All lines of a cue count only where nothing but a repetition explains it: no pause, or too
    short a display.
    """
    count = _count_matching_rows(before, cue)
    if count < len(cue) or _is_directly_after(before[-1], cue[0]) or _is_too_short_to_read(cue[0]):
        return count
    return 0


def _count_matching_rows(before: Sequence[CueLine], cue: Sequence[CueLine]) -> int:
    """Count the lines at the top of a cue that equal those at the bottom of the cue before."""
    if len(before) == len(cue) > 1 and _is_same_text(before, cue) and cue[0].text != cue[-1].text:
        return len(cue)
    if _may_repeat(before[-1], cue[0]):
        return 1
    for count in range(min(_MAX_ROWS, len(before), len(cue) - 1), 1, -1):
        if _is_same_text(before[-count:], cue[:count]):
            return count
    return 0


def _is_same_text(some: Sequence[CueLine], others: Sequence[CueLine]) -> bool:
    return all(_may_repeat(one, other) for one, other in zip(some, others, strict=True))


def _may_repeat(one: CueLine, other: CueLine) -> bool:
    """Whether two lines are the same words, and no voice tags give them to two speakers."""
    is_same_voice = None in (one.voice, other.voice) or one.voice == other.voice
    return one.text == other.text and is_same_voice


def _is_truncated_repeat(before: Sequence[CueLine], cue: Sequence[CueLine]) -> bool:
    """Whether the last cue is a repetition that the end of the file truncates."""
    is_begun = len(cue) == 1 and before[-1].text.startswith(cue[0].text)
    return is_begun and _is_directly_after(before[-1], cue[0])


def _group_by_cue(lines: Sequence[CueLine]) -> Iterator[list[CueLine]]:
    """Group the lines of each cue."""
    for _, cue in groupby(lines, key=lambda line: line.cue):
        yield list(cue)
