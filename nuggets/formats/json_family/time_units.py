"""Units of times in JSON, inferred from how fast people speak.

Nobody speaks for minutes without a word, nor a hundred words a second: numbers that would mean so
as seconds are in another unit. Riva writes milliseconds, Vibe hundredths, Azure ticks of 100 ns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from nuggets.formats.json_family.keys import SECOND_MS, Keys, first_value
from nuggets.formats.json_family.tree import Node, Tree

_UNITS_MS = (10.0, 1.0, 1e-3, 1e-4, 1e-6)  # hundredths, milliseconds, microseconds, ticks, ns
_USUAL_WORDS_PER_S = 2.5  # of conversation: Yuan, Liberman and Cieri (2006), section 3
_MIN_WORDS_PER_S = 0.08  # of talk as slow as in an exercise; by eye
_MAX_OFF = 8.0  # times faster or slower than usual that an inferred unit may be; by eye
_EPOCH_MS = 1e12  # the year 2001, counted from 1970: a later time is a date
_MIN_UNENDED = 5  # segments without end by which a unit is inferred; by eye
_SAMPLE = 5_000

DATES = "the times are dates, not times from the beginning, so they are left out"
NO_SPEECH_TAKES_SO_LONG = (
    "the times are in no unit in which people speak, so they are left out; expected seconds or "
    "milliseconds"
)
OTHER_TIMES = "times under a name that is not known are left out"


def settle_times(tree: Tree, nodes: Sequence[Node], keys: Keys) -> tuple[Keys, tuple[str, ...]]:
    """Settle the unit of times that have none in their key.

    Args:
        tree: The JSON.
        nodes: Objects with a text and times.
        keys: What their keys mean.

    Returns:
        The keys with the unit; without keys of times where these are dates or in no unit, and
        warnings that say so.
    """
    bare = keys._replace(start=(), end=(), duration=())
    if keys.has_dates:
        return bare, (DATES,)
    starts = [start for node in nodes[:_SAMPLE] if (start := _number(tree, node, keys.start))]
    if not starts:
        return keys, ()
    rate = None if keys.has_unit else _words_per_unit(tree, nodes, keys)
    if rate is not None and rate < _MIN_WORDS_PER_S:
        off, unit_ms = min(
            (abs(math.log(rate * SECOND_MS / unit / _USUAL_WORDS_PER_S)), unit)
            for unit in _UNITS_MS
        )
        if off > math.log(_MAX_OFF):
            return bare, (NO_SPEECH_TAKES_SO_LONG,)
        keys = keys._replace(unit_ms=unit_ms)
    if min(starts) * keys.unit_ms >= _EPOCH_MS:
        return bare, (DATES,)
    return keys, ()


def _words_per_unit(tree: Tree, nodes: Sequence[Node], keys: Keys) -> float | None:
    """Count the words for each unit of time in which somebody speaks; None if nothing tells it."""
    words = 0
    spoken = 0.0
    unended: list[tuple[float, int]] = []
    step = max(1, len(nodes) // _SAMPLE)
    for node in nodes[::step]:
        start = _number(tree, node, keys.start)
        value = first_value(node, keys.text)[1]
        if start is None or not isinstance(value, str):
            continue
        count = len(tree.text(value).split())
        end = _number(tree, node, keys.end)
        duration = _number(tree, node, keys.duration)
        length = duration if end is None else end - start
        if length is None:
            unended.append((start, count))
        elif length > 0:
            spoken += length
            words += count
    if not words and len(unended) >= _MIN_UNENDED and step == 1:
        spoken, words = unended[-1][0] - unended[0][0], sum(count for _, count in unended[:-1])
    return words / spoken if words and spoken > 0 else None


def _number(tree: Tree, node: Node, names: tuple[str, ...]) -> float | None:
    """Return a time that is a number, be it as a text; None for a clock, or beyond all bounds."""
    value = first_value(node, names)[1]
    if isinstance(value, str):
        try:
            value = float(tree.text(value))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e18:
        return None
    return float(value)
