"""Who speaks in JSON: ids resolved against the names that the file lists, and diarisation.

A wrong name is worse than none: what two speakers share, or what nobody is said to speak, is of
nobody known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from nuggets.formats.json_family.keys import Keys, find_keys, fold_key
from nuggets.formats.json_family.talk_lists import INDEX
from nuggets.formats.json_family.tree import MAX_MS, Node, Tree

_NOBODY = frozenset(("?", "unknown", "uu", "-1", "none", "null", "nan"))  # as services write it
_NEAR_MS = 300  # from a word to the speaker whose time it just misses; by eye
_MAX_VOICES = 64  # that diarisation tells apart; of a list with more nobody is believed; by eye
_MIN_SHARE = 0.7  # of a segment that one speaker must speak, if its words have no times; by eye


class Speakers:
    """The speakers of one file, by the values that its objects have for them."""

    def __init__(
        self, tree: Tree, names: Mapping[str, str], nodes: Iterable[Node], keys: Keys
    ) -> None:
        """Learn the names of ids, from the lists of the file and from objects that have both."""
        self._tree = tree
        self._keys = keys.speaker
        self._names = dict(names)
        self._known: dict[str, str] = {}
        used = {value for node in nodes if (value := self._value(node)) is not None}
        if "0" not in used:  # so the first of a list without ids may be called 1
            self._names = {k: v for k, v in self._names.items() if not k.startswith(INDEX)}
        is_tag = bool(self._keys) and fold_key(self._keys[0]) == "speakertag"
        self._zero_is_nobody = is_tag and used == {"0"}  # the default of protobuf

    def of(self, node: Node) -> str | None:
        """Return who speaks an object; None if nobody is named."""
        value = self._value(node)
        if value is None or (value == "0" and self._zero_is_nobody):
            return None
        if value not in self._known:
            named = self._names.get(value) or self._names.get(f"{INDEX}{value}")
            self._known[value] = named or value
        return self._known[value]

    def _value(self, node: Node) -> str | None:
        """Return the first value that stands for a speaker, as a text."""
        for key in self._keys:
            raw = node.get(key)
            if isinstance(raw, float) and raw.is_integer():  # as pandas writes whole numbers
                return str(int(raw))
            if raw is None or isinstance(raw, list | dict):
                continue
            value = self._tree.get_name(node, key)
            if value is not None and value.casefold() not in _NOBODY:
                return value
        return None


class Diarisation:
    """Who speaks from when to when, as a file lists it beside what is said."""

    def __init__(
        self, tree: Tree, nodes: Sequence[Node], names: Mapping[str, str], unit_ms: float
    ) -> None:
        """Read the list.

        Args:
            tree: The JSON.
            nodes: Objects with a speaker and times.
            names: Names by ids.
            unit_ms: Unit of times whose key names none.
        """
        keys = find_keys(tree, nodes)
        keys = keys if keys.has_unit else keys._replace(unit_ms=unit_ms)
        speakers = Speakers(tree, names, nodes, keys)
        rows = [(*read_times(tree, node, keys), speakers.of(node)) for node in nodes]
        spans: dict[str, list[tuple[int, int]]] = {}
        for (start_ms, end_ms, name), (following_ms, _, _) in pairwise(
            [*rows, (MAX_MS, None, None)]
        ):
            until_ms = following_ms if end_ms is None else end_ms
            if start_ms is not None and until_ms is not None and name is not None:
                spans.setdefault(name, []).append((start_ms, until_ms))
        self._spoken = {name: _Spans(listed) for name, listed in spans.items()}
        if len(self._spoken) > _MAX_VOICES:
            self._spoken = {}

    def of_word(self, start_ms: int | None, end_ms: int | None) -> str | None:
        """Return who speaks a word: who speaks most of its time, or nearly does."""
        if start_ms is None:
            return None
        end_ms = start_ms if end_ms is None else end_ms
        for slack in (0, _NEAR_MS):
            shares = self._overlaps(start_ms - slack, max(end_ms, start_ms + 1) + slack)
            if shares:
                return max(shares, key=lambda name: shares[name])
        return None

    def of_segment(self, start_ms: int | None, end_ms: int | None) -> str | None:
        """Return who speaks a segment, if one speaks most of what is spoken in its time."""
        if start_ms is None or end_ms is None:
            return self.of_word(start_ms, end_ms)
        shares = self._overlaps(start_ms, end_ms)
        name = max(shares, key=lambda name: shares[name], default=None)
        return name if name and shares[name] >= _MIN_SHARE * sum(shares.values()) else None

    def _overlaps(self, start_ms: int, end_ms: int) -> dict[str, int]:
        """Tell for how long each speaks within a time; only those who do."""
        shares = {n: spans.within(start_ms, end_ms) for n, spans in self._spoken.items()}
        return {name: length for name, length in shares.items() if length > 0}


class _Spans:
    """The times of one speaker, in which the length of speech is looked up in few steps."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []  # length of all spans before each
        total = 0
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                total += max(0, end - self._ends[-1])
                self._ends[-1] = max(end, self._ends[-1])
            elif end > start:
                self._starts.append(start)
                self._ends.append(end)
                self._before.append(total)
                total += end - start

    def within(self, start_ms: int, end_ms: int) -> int:
        """Return for how long the speaker speaks within a time."""
        return self._until(end_ms) - self._until(start_ms)

    def _until(self, ms: int) -> int:
        i = bisect_right(self._starts, ms) - 1
        return self._before[i] + min(ms, self._ends[i]) - self._starts[i] if i >= 0 else 0


def read_times(tree: Tree, node: Node, keys: Keys) -> tuple[int | None, int | None]:
    """Read the start and end time of an object, in milliseconds.

    A missing start is 0 where the end is there: protobuf leaves zeros out.
    """
    start_ms = end_ms = None
    for key in keys.start:
        if node.get(key) is not None:
            start_ms = tree.get_ms(node, key, unit_ms=keys.unit_ms)
            break
    for key in keys.end:
        if node.get(key) is not None:
            end_ms = tree.get_ms(node, key, unit_ms=keys.unit_ms)
            break
    if end_ms is None and start_ms is not None:
        for key in keys.duration:
            if node.get(key) is not None:
                duration_ms = tree.get_ms(node, key, unit_ms=keys.unit_ms)
                return start_ms, None if duration_ms is None else start_ms + duration_ms
    return start_ms, end_ms
