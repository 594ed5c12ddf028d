"""Sentence boundaries in unpunctuated speech: cuts at pauses and at words that open sentences.

Where the source times cues, a boundary is likelier at the end of a cue than within it; where it
times nothing, only words tell ("so", "but", "okay"). How long a silence must be to be a pause
depends on the talk: it has about as many pauses as it would have sentences. All scores are whole
numbers, so that the result is the same everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from nuggets.languages import clause_words
from nuggets.languages.names import has_english_rules
from nuggets.sentences.boundary_words import boundary_score
from nuggets.sentences.punctuation import UNIT, UNSPACED_SCRIPTS
from nuggets.values import Span, Turn

# All numbers of this file are by eye; `tests/sentences/test_pauses.py` holds what they reach.
_MEAN_WORDS = 13  # of a sentence of talk

MAX_UNPUNCTUATED_WORDS = 40
"""Longest sentence in words, where nothing marks its end."""

_MIN_PAUSE_MS, _MAX_PAUSE_MS = 120, 300  # bounds of the silence from which on there is a pause ...
_UNUSUAL = 3  # ... unless half of all words are parted by a third of it
_SIXTEENTHS = 16  # of a millisecond, in which the time of a letter is counted
_WORD_LETTERS = 2  # a word takes as long as its letters and two more
_SLOW_WORD = 3, 2  # a word may take one and a half times as long as its letters usually do

# Boundary scores in bits, to be added to those of `boundary_words`.
_PRIOR = -2  # between any two words
_NO_PAUSE, _PAUSE, _LONG_PAUSE = -5, 4, 11
_MAX_CUE_END = 5  # at the end of a cue without a pause
_INSIDE_WORD = -40
_NEAR_UNSPACED = 4  # in scripts that hardly have blanks, a blank is nearly a mark

_SHORT, _LONG = 8, 20  # words; sentences are rarely shorter or longer
_LENGTH_COSTS = [
    (_SHORT - words + 1) // 2 if words < _SHORT else max(0, words - _LONG) // 3
    for words in range(MAX_UNPUNCTUATED_WORDS + 1)
]
_MIN_SCORE = -4  # bits; under it nothing is cut but for want of anything better
_MAX_APART = 12  # words from one place where a cut is considered to the next

_UNKNOWN = -1
_UNSPACED = re.compile(f"[{UNSPACED_SCRIPTS}]")


class SpeechTiming(NamedTuple):
    """Speech rate, pauses and cues of a talk.

    Attributes:
        letter_time: Sixteenths of a millisecond that a letter takes.
        pause_ms: Silence between two words from which on there is a pause, in milliseconds.
        cue_end_score: Boundary score of the end of a cue, in bits; 0 where cues end wherever a
            line is full.
        language: Code of its language, whose words tell where sentences end.
    """

    letter_time: int
    pause_ms: int
    cue_end_score: int
    language: str = "en"


class _TimedWords(NamedTuple):
    """Words that the source times together: one word, or those of a cue.

    Attributes:
        first: Index of the first of them.
        letters: How long they take to say, in letters.
        start_ms: When the first begins; None if the source does not say.
        end_ms: When the last ends; None if the source does not say.
    """

    first: int
    letters: int
    start_ms: int | None
    end_ms: int | None


def measure_timing(turns: Sequence[Turn], language: str = "en") -> SpeechTiming:
    """Measure how fast a talk is spoken, how long its pauses are, and where its cues end.

    Args:
        turns: Those that have no punctuation.
        language: Code of the language of the talk.
    """
    words = 0
    timed: list[list[_TimedWords]] = []
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
            bits = _score_words(turn.text, units, language)
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
    silences = sorted(
        (
            _silence_ms(one, other, letter_time)
            for groups in timed
            for one, other in pairwise(groups)
        ),
        reverse=True,
    )
    usual, long = (
        silences[rank] if rank < len(silences) else 0 for rank in (words // 2, words // _MEAN_WORDS)
    )
    pause_ms = max(_UNUSUAL * usual, min(_MAX_PAUSE_MS, max(_MIN_PAUSE_MS, long)))
    cue_end_score = min(_MAX_CUE_END, max(0, _mean(at_ends) - _mean(anywhere)))
    return SpeechTiming(letter_time, pause_ms, cue_end_score, language)


def _median(values: Iterable[int]) -> int:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0


def _mean(values: Sequence[int]) -> int:
    return sum(values) // len(values) if values else 0


def split_unpunctuated(turn: Turn, start: int, end: int, timing: SpeechTiming) -> Iterator[Span]:
    """Split a segment of a turn where its sentences probably end.

    Of all ways to split it into sentences of at most `MAX_UNPUNCTUATED_WORDS` words, the one with
    the highest sum of boundary scores, less a cost of sentences that are unusually short or long.

    Args:
        turn: The turn, with its times.
        start: Index of the segment's first character in the turn's text.
        end: Index after its last.
        timing: Of the talk.

    Yields:
        The span of each sentence in the turn's text; of a segment without words, its own.
    """
    units = [unit.span() for unit in UNIT.finditer(turn.text, start, end)]
    if not units:
        yield start, end
        return
    begin = start
    for cut in _choose_cuts(_score_boundaries(turn, units, timing)):
        yield begin, units[cut - 1][1]
        begin = units[cut][0]
    yield begin, end


def _time_words(turn: Turn, units: Sequence[Span]) -> list[_TimedWords]:
    """Group words by the times that the source gives for them."""
    groups: list[_TimedWords] = []
    runs = turn.runs
    k = max(0, bisect_right(runs, units[0][0], key=lambda run: run.at) - 1) if units else 0
    for i, (at, until) in enumerate(units):
        while k + 1 < len(runs) and runs[k + 1].at <= at:
            k += 1
        last = k
        while last + 1 < len(runs) and runs[last + 1].at < until:
            last += 1
        start_ms, end_ms, letters = runs[k].start_ms, runs[last].end_ms, until - at + _WORD_LETTERS
        if groups and groups[-1].start_ms == start_ms:
            same = groups[-1]
            groups[-1] = _TimedWords(same.first, same.letters + letters, start_ms, end_ms)
        else:
            groups.append(_TimedWords(i, letters, start_ms, end_ms))
    return groups


def _silence_ms(one: _TimedWords, other: _TimedWords, letter_time: int) -> int:
    """Measure the silence between two groups of words, in milliseconds; `_UNKNOWN` without times.

    Many sources let a word last until the next one begins, so the time that it takes beyond what
    its letters need counts as silence, too.
    """
    if one.start_ms is None or other.start_ms is None or other.start_ms < one.start_ms:
        return _UNKNOWN
    many, few = _SLOW_WORD
    end = one.start_ms + one.letters * letter_time * many // (few * _SIXTEENTHS)
    return max(0, other.start_ms - (end if one.end_ms is None else min(end, one.end_ms)))


def _score_words(text: str, units: Sequence[Span], language: str) -> list[int]:
    """Score the boundary before each word by words alone, in bits."""
    score: Callable[[str, str], int] = boundary_score
    if not has_english_rules(language):
        score = partial(clause_words.boundary_score, language)
    bits = [0] * len(units)
    words = [text[at:until] for at, until in units]
    for i in range(1, len(units)):
        if units[i - 1][1] == units[i][0]:
            bits[i] = _INSIDE_WORD
            continue
        bits[i] = _PRIOR + score(words[i - 1], words[i])
        if _UNSPACED.match(words[i]) or _UNSPACED.match(words[i - 1]):
            bits[i] += _NEAR_UNSPACED
    return bits


def _score_boundaries(turn: Turn, units: Sequence[Span], timing: SpeechTiming) -> list[int]:
    """Score the boundary before each word by words and times, in bits."""
    scores = _score_words(turn.text, units, timing.language)
    if turn.time_source in ("word", "cue"):
        # Many cues end wherever a line is full, so that there is no pause says little.
        least, bonus = (0, timing.cue_end_score) if turn.time_source == "cue" else (_NO_PAUSE, 0)
        for one, other in pairwise(_time_words(turn, units)):
            silence_ms = _silence_ms(one, other, timing.letter_time)
            if silence_ms != _UNKNOWN:
                rise = (_PAUSE - _NO_PAUSE) * silence_ms // timing.pause_ms
                scores[other.first] += bonus + min(_LONG_PAUSE, max(least, _NO_PAUSE + rise))
    return scores


def _choose_cuts(scores: Sequence[int]) -> list[int]:
    """Choose the words to cut before by dynamic programming; of equals, the earlier.

    Args:
        scores: Boundary score before each word.

    Returns:
        Indices of words, in order.
    """
    places = [0]
    since = best = 0
    for i in range(1, len(scores)):
        if scores[i] >= _MIN_SCORE:
            places.append(i)
            since = best = i
            continue
        best = i if best == since or scores[i] > scores[best] else best
        if i - since >= _MAX_APART:
            places.append(best)
            since = best
    places.append(len(scores))
    totals, origins = [0] * len(places), [0] * len(places)
    first = 0
    for j in range(1, len(places)):
        while places[j] - places[first] > MAX_UNPUNCTUATED_WORDS:
            first += 1
        totals[j], origin = max(
            (totals[i] - _LENGTH_COSTS[places[j] - places[i]], -i) for i in range(first, j)
        )
        origins[j] = -origin
        if j < len(places) - 1:
            totals[j] += scores[places[j]]
    cuts = []
    j = origins[-1]
    while j:
        cuts.append(places[j])
        j = origins[j]
    return cuts[::-1]
