"""Captions that roll: each new line is shown below the one before, which is thus there twice.

A line that is shown again is left out where it stands again. What somebody says twice is shown
twice at the bottom, and so stays.

Only one line is new in a cue, so what stands above it was there before, however long nobody spoke.
A line that stands alone is new after a pause, unless it is shown too shortly to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from nuggets.formats.captions.cue_text import Shown
from nuggets.values import LeftOut

REPEATED = "repeated by rolling captions"

_LEAST_ROLLED = 0.4  # share of cues that begin with the last line of the cue before
_LEAST_SURE = 2  # of them that show something new below it, or other markup
_HOLD_MS = 20
_GAP_MS = 100  # after which a line is no longer the one that was shown before
_MOST_ROWS = 3  # of a window that rolls


def do_roll(lines: Sequence[Shown]) -> bool:
    """Whether captions roll: by times of words, or since most cues begin as the last one ended."""
    rolled = sure = pairs = 0
    for before, cue in pairwise(_by_cue(lines)):
        pairs += 1
        one, other = before[-1], cue[0]
        if other.timed:
            continue
        count = _count_shown_again(before, cue)
        if count:
            if one.timed:  # word by word, and then once more as a whole
                return True
            rolled += 1
            sure += len(cue) > 1 or _is_held(other) or _is_remarked(one, other)
    return sure >= _LEAST_SURE and rolled >= _LEAST_ROLLED * pairs


def _is_at_once(one: Shown, other: Shown) -> bool:
    """Whether a line is shown as soon as the one before is not, or sooner."""
    until, since = one.pieces[-1].end_ms, other.pieces[0].start_ms
    return until is None or since is None or since - until <= _GAP_MS


def _is_held(line: Shown) -> bool:
    """Whether words are shown for so short a time that nobody could read them."""
    since, until = line.pieces[0].start_ms, line.pieces[-1].end_ms
    return since is not None and until is not None and until - since <= _HOLD_MS


def _is_remarked(one: Shown, other: Shown) -> bool:
    """Whether the same words are cut into other pieces, as to underline each in turn."""
    return [piece.text for piece in one.pieces] != [piece.text for piece in other.pieces]


def drop_repeated(lines: Sequence[Shown]) -> tuple[list[Shown], list[LeftOut]]:
    """Keep what is new in each cue; tells what is left out, too."""
    kept: list[Shown] = []
    left_out: list[LeftOut] = []
    before: list[Shown] = []
    padded = [cue[0].row > 0 for cue in _by_cue(lines)]
    is_padded = 2 * sum(padded) > len(padded)  # by a tool, so it tells nothing
    for cue in _by_cue(lines):
        is_cleared = cue[0].row > 0 and not is_padded  # a blank row has pushed the old line out
        count = 0
        if before and not is_cleared:
            is_last = cue[-1] is lines[-1]
            count = _count_shown_again(before, cue) or (is_last and _is_cut(before, cue))
        while count and any(line.timed for line in cue[:count]):
            count -= 1
        left_out += [LeftOut(x.pieces[0].start, x.pieces[-1].end, REPEATED) for x in cue[:count]]
        kept += cue[count:]
        before = cue
    return kept, left_out


def _count_shown_again(before: Sequence[Shown], cue: Sequence[Shown]) -> int:
    """Count the lines at the top of a cue that are still shown, or shown once more."""
    count = _count_repeated(before, cue)
    if count < len(cue) or _is_at_once(before[-1], cue[0]) or _is_held(cue[0]):
        return count
    return 0


def _count_repeated(before: Sequence[Shown], cue: Sequence[Shown]) -> int:
    """Count the lines at the top of a cue that stood at the bottom of the cue before."""
    if len(before) == len(cue) > 1 and _are_same(before, cue) and cue[0].text != cue[-1].text:
        return len(cue)
    if cue[0].text == before[-1].text:
        return 1
    for count in range(min(_MOST_ROWS, len(before), len(cue) - 1), 1, -1):
        if _are_same(before[-count:], cue[:count]):
            return count
    return 0


def _are_same(some: Sequence[Shown], others: Sequence[Shown]) -> bool:
    return all(one.text == other.text for one, other in zip(some, others, strict=True))


def _is_cut(before: Sequence[Shown], cue: Sequence[Shown]) -> bool:
    """Whether a cue, the last, is the beginning of the line before, which the file cuts off."""
    is_begun = len(cue) == 1 and before[-1].text.startswith(cue[0].text)
    return is_begun and _is_at_once(before[-1], cue[0])


def _by_cue(lines: Sequence[Shown]) -> Iterator[list[Shown]]:
    """Group the lines of each cue."""
    for _, cue in groupby(lines, key=lambda line: line.cue):
        yield list(cue)
