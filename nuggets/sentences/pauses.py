"""Where sentences end in talk without punctuation: at pauses, as far as the source has times.

Where it times cues, a sentence ends rather with a cue than within it; where it times nothing,
before words that open sentences ("so", "but", "okay"). What counts as a pause depends on the talk:
there are about as many as it would have sentences. All numbers are whole, so that the result is
the same everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.sentences.boundary_words import end_bits
from nuggets.sentences.punctuation import IDEOGRAPHS, UNIT
from nuggets.values import Turn

FULL_WORDS = 13
"""Words of a sentence of talk, on average."""

MOST_WORDS = 40
"""Words of a sentence at most, where nothing marks its end."""

_SHORTEST_PAUSE, _LONGEST_PAUSE = 120, 300  # milliseconds from which on there is a pause ...
_UNUSUAL = 3  # ... unless half of all words are parted by a third of that
_SIXTEENTHS = 16  # of a millisecond, in which the time of a letter is counted
_BLANK = 2  # letters that take as long as what comes with a word
_DRAWN = 3, 2  # a word may take one and a half times as long as its letters usually do

# In bits, as those of `joints`.
_PRIOR = -2  # between any two words
_NO_PAUSE, _PAUSE, _LONG_PAUSE = -5, 4, 11
_MOST_CUE = 5  # at the end of a cue without a pause
_INSIDE = -40  # of a word
_IDEOGRAPHIC_BLANK = 4  # in scripts that hardly have blanks

_SHORT, _LONG = 8, 20  # words; sentences are rarely shorter or longer
_COSTS = [
    (_SHORT - words + 1) // 2 if words < _SHORT else max(0, words - _LONG) // 3
    for words in range(MOST_WORDS + 1)
]
_CANDIDATE = -4  # bits under which nothing is cut but for want of anything better
_APART = 12  # words from one candidate to the next, at most

_NOT_TIMED = -1
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


class Rhythm(NamedTuple):
    """How a talk is spoken.

    Attributes:
        letter_time: Sixteenths of a millisecond that a letter takes.
        pause_ms: Milliseconds between two words from which on there is a pause.
        cue_bits: What speaks for a sentence end at the end of a cue: nothing where cues end
            wherever a line is full.
    """

    letter_time: int
    pause_ms: int
    cue_bits: int


class _Timed(NamedTuple):
    """Words that the source times together: one word, or those of a cue.

    Attributes:
        first: Index of the first of them.
        letters: What they take to say, in letters.
        start_ms: When the first begins; None if the source does not say.
        end_ms: When the last ends; None if the source does not say.
    """

    first: int
    letters: int
    start_ms: int | None
    end_ms: int | None


def measure_rhythm(turns: Sequence[Turn]) -> Rhythm:
    """Measure how fast a talk is spoken, what is a pause in it, and where its cues end."""
    words = 0
    timed: list[list[_Timed]] = []
    at_ends: list[int] = []
    anywhere: list[int] = []
    for turn in turns:
        units = [unit.span() for unit in UNIT.finditer(turn.text)]
        words += len(units)
        if turn.time_source not in ("word", "cue"):
            continue
        groups = _time_words(turn, units)
        timed.append(groups)
        if turn.time_source == "cue":
            bits = _weigh_words(turn.text, units)
            anywhere.extend(bits[1:])
            at_ends.extend(bits[group.first] for group in groups[1:])
    letter_time = _median(
        (min(one.end_ms or other.start_ms, other.start_ms) - one.start_ms)
        * _SIXTEENTHS
        // one.letters
        for groups in timed
        for one, other in pairwise(groups)
        if one.start_ms is not None and other.start_ms is not None
        if other.start_ms > one.start_ms
    )
    gaps = sorted(
        (_gap(one, other, letter_time) for groups in timed for one, other in pairwise(groups)),
        reverse=True,
    )
    usual, long = (
        gaps[rank] if rank < len(gaps) else 0 for rank in (words // 2, words // FULL_WORDS)
    )
    pause_ms = max(_UNUSUAL * usual, min(_LONGEST_PAUSE, max(_SHORTEST_PAUSE, long)))
    return Rhythm(letter_time, pause_ms, min(_MOST_CUE, max(0, _mean(at_ends) - _mean(anywhere))))


def _median(values: Iterable[int]) -> int:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0


def _mean(values: Sequence[int]) -> int:
    return sum(values) // len(values) if values else 0


def cut_at_sentences(turn: Turn, start: int, end: int, rhythm: Rhythm) -> Iterator[tuple[int, int]]:
    """Cut a stretch of a turn where its sentences probably end.

    Of all ways to cut it into pieces of at most `MOST_WORDS` words, the one for which pauses and
    words speak most, less what pieces cost that are shorter or longer than sentences are.

    Args:
        turn: Who says it, with times.
        start: Index of the stretch's first character in the turn's text.
        end: Index after its last.
        rhythm: Of the talk.

    Yields:
        Begin and end of each sentence.
    """
    units = [unit.span() for unit in UNIT.finditer(turn.text, start, end)]
    if not units:
        yield start, end
        return
    begin = start
    for cut in _choose_cuts(_weigh_gaps(turn, units, rhythm)):
        yield begin, units[cut - 1][1]
        begin = units[cut][0]
    yield begin, end


def _time_words(turn: Turn, units: Sequence[tuple[int, int]]) -> list[_Timed]:
    """Group words by the times that the source gives for them."""
    groups: list[_Timed] = []
    runs = turn.runs
    k = max(0, bisect_right(runs, units[0][0], key=lambda run: run.at) - 1) if units else 0
    for i, (at, until) in enumerate(units):
        while k + 1 < len(runs) and runs[k + 1].at <= at:
            k += 1
        last = k
        while last + 1 < len(runs) and runs[last + 1].at < until:
            last += 1
        start_ms, end_ms, letters = runs[k].start_ms, runs[last].end_ms, until - at + _BLANK
        if groups and groups[-1].start_ms == start_ms:
            same = groups[-1]
            groups[-1] = _Timed(same.first, same.letters + letters, start_ms, end_ms)
        else:
            groups.append(_Timed(i, letters, start_ms, end_ms))
    return groups


def _gap(one: _Timed, other: _Timed, letter_time: int) -> int:
    """Say how long nobody speaks between two groups, in milliseconds; -1 if that is not known.

    Many sources let a word last until the next one begins. So what it takes longer than its
    letters do counts as silence, too.
    """
    if one.start_ms is None or other.start_ms is None or other.start_ms < one.start_ms:
        return _NOT_TIMED
    many, few = _DRAWN
    end = one.start_ms + one.letters * letter_time * many // (few * _SIXTEENTHS)
    return max(0, other.start_ms - (end if one.end_ms is None else min(end, one.end_ms)))


def _weigh_words(text: str, units: Sequence[tuple[int, int]]) -> list[int]:
    """Say what speaks for a sentence end before each word by words alone, in bits."""
    bits = [0] * len(units)
    words = [text[at:until] for at, until in units]
    for i in range(1, len(units)):
        if units[i - 1][1] == units[i][0]:
            bits[i] = _INSIDE
            continue
        bits[i] = _PRIOR + end_bits(words[i - 1], words[i])
        if _IDEOGRAPH.match(words[i]) or _IDEOGRAPH.match(words[i - 1]):
            bits[i] += _IDEOGRAPHIC_BLANK
    return bits


def _weigh_gaps(turn: Turn, units: Sequence[tuple[int, int]], rhythm: Rhythm) -> list[int]:
    """Say what speaks for a sentence end before each word by words and times, in bits."""
    weights = _weigh_words(turn.text, units)
    if turn.time_source in ("word", "cue"):
        # Many cues end wherever a line is full, so that there is no pause says little.
        least, bonus = (0, rhythm.cue_bits) if turn.time_source == "cue" else (_NO_PAUSE, 0)
        for one, other in pairwise(_time_words(turn, units)):
            gap = _gap(one, other, rhythm.letter_time)
            if gap != _NOT_TIMED:
                steps = (_PAUSE - _NO_PAUSE) * gap // rhythm.pause_ms
                weights[other.first] += bonus + min(_LONG_PAUSE, max(least, _NO_PAUSE + steps))
    return weights


def _choose_cuts(weights: Sequence[int]) -> list[int]:
    """Choose before which words to cut, so that most speaks for it; of equals, the earlier.

    Args:
        weights: What speaks for a cut before each word.
    """
    places = [0]
    since = best = 0
    for i in range(1, len(weights)):
        if weights[i] >= _CANDIDATE:
            places.append(i)
            since = best = i
            continue
        best = i if best == since or weights[i] > weights[best] else best
        if i - since >= _APART:
            places.append(best)
            since = best
    places.append(len(weights))
    values, origins = [0] * len(places), [0] * len(places)
    first = 0
    for j in range(1, len(places)):
        while places[j] - places[first] > MOST_WORDS:
            first += 1
        values[j], origin = max(
            (values[i] - _COSTS[places[j] - places[i]], -i) for i in range(first, j)
        )
        origins[j] = -origin
        if j < len(places) - 1:
            values[j] += weights[places[j]]
    cuts = []
    j = origins[-1]
    while j:
        cuts.append(places[j])
        j = origins[j]
    return cuts[::-1]
