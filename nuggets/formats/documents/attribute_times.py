"""Times in the attributes of a page's tags, for a page whose text has none.

<p begin="00:00:07.20">            This American Life, as in TTML
<p start-time="7.2">               Oyez, in seconds
<span data-m="7200">               Hyperaudio and players like it, in milliseconds
<a name="ts_7250_14490_S01">       noScribe: start and end in milliseconds, and the speaker
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nuggets.formats.documents.html_tags import Token
from nuggets.formats.format import Parsed
from nuggets.timecode import CLOCK_REGEX, parse_clock
from nuggets.values import Run, Turn

_TIME = re.compile(
    r"\s(?P<key>begin|start|start-?time|data-(?:m|ms|t|begin|start|start-?time|start-?ms|time|"
    r"time-?stamp|time-?code|seconds))\s*=\s*[\"']?(?P<value>[0-9:.,]{1,20})[\"'\s>/]"
    r"|\sname\s*=\s*[\"']?ts_(?P<mark>[0-9]{1,9})_[0-9]{1,9}_",
    re.IGNORECASE,
)
_LISTS = frozenset(("ol", "li"))  # whose `start` is a number
_IN_MS = re.compile(r"data-(?:m|ms|start-?ms)", re.IGNORECASE)
_MIN_TIMES = 3  # by eye, as are the next two
_MIN_RISING = 0.9  # share of them that are not before the one above
_MOST_PER_WORD_MS = 40_000  # above which numbers are milliseconds, not seconds
_MAX_TAG_CHARS = 2000


def find_attribute_times(source: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Find the times in tags.

    Returns:
        Offset of each tag and its time in milliseconds; empty where they do not rise or are few.
    """
    found: list[tuple[int, int]] = []
    are_seconds: list[bool] = []
    for token in tokens:
        if token.kind != "open" or token.end - token.start < 9 or token.name in _LISTS:
            continue
        tag = source[token.start : min(token.end, token.start + _MAX_TAG_CHARS)]
        match = _TIME.search(tag)
        if match is None:
            continue
        time_ms = int(match["mark"]) if match["mark"] else _to_ms(match["value"])
        if time_ms is not None:
            in_ms = bool(match["mark"]) or _IN_MS.fullmatch(match["key"]) is not None
            is_number = not match["mark"] and ":" not in match["value"]
            found.append((token.start, time_ms // 1000 if in_ms and is_number else time_ms))
            are_seconds.append(is_number and not in_ms)
    if len(found) < _MIN_TIMES:
        return []
    rising = sum(a[1] <= b[1] for a, b in pairwise(found))
    if rising < _MIN_RISING * (len(found) - 1) or found[0][1] == found[-1][1]:
        return []
    words = source.count(" ", found[0][0], found[-1][0]) + 1
    if all(are_seconds) and found[-1][1] - found[0][1] > _MOST_PER_WORD_MS * words:
        return [(at, time_ms // 1000) for at, time_ms in found]
    return found


def _to_ms(text: str) -> int | None:
    """Convert a clock or a number of seconds to milliseconds; None if it is neither."""
    if CLOCK_REGEX.fullmatch(text):
        return parse_clock(text)
    if text.count(".") > 1 or not text.replace(".", "", 1).isdigit():
        return None
    whole, _, fraction = text.partition(".")
    return int(whole or 0) * 1000 + int(fraction[:3].ljust(3, "0"))


def set_times(parsed: Parsed, times: Sequence[tuple[int, int]]) -> Parsed:
    """Give each part of the talk the time of the last tag before it."""
    if not times or any(run.start_ms is not None for turn in parsed.turns for run in turn.runs):
        return parsed
    places = [at for at, _ in times]

    def timed(run: Run) -> Run:
        i = bisect_right(places, run.start) - 1
        return run if i < 0 else replace(run, start_ms=times[i][1])

    turns: list[Turn] = []
    for turn in parsed.turns:
        runs = tuple(timed(run) for run in turn.runs)
        is_timed = any(run.start_ms is not None for run in runs)
        turns.append(replace(turn, runs=runs, time_source="turn") if is_timed else turn)
    return replace(parsed, turns=tuple(turns))
