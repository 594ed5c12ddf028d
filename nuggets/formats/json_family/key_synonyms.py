"""Keys for text, speaker, start and end in JSON of unknown services: synonyms, most specific first.

Keys are compared without underscores and case, and a key may end in the unit of its time:
`start`, `start_time`, `startTime`, `start_ms`, `offsetMilliseconds`, `offsetInTicks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nuggets.formats.json_family.segments import Keys, first_key
from nuggets.formats.json_family.tree import MAX_MS, Node, Tree

SPEAKERS = (
    *("speakername", "speakerdisplayname", "speakerlabel", "speaker", "speakerid", "speakertag"),
    "participantrole",
)
_NAMES = ("name", "participant")  # of speakers only where the values recur
_TEXTS = ("text", "content", "transcript", "sentence", "body", "utterance", "display")
_WORDS = ("punctuatedword", "word", *_TEXTS)
_STARTS = (
    *("start", "starttime", "starttimestamp", "begin", "begintime", "from"),
    *("offset", "timestamp", "time", "ts", "startoffset", "beginoffset"),
)
_ENDS = ("end", "endtime", "endtimestamp", "endts", "until", "to", "endoffset")
_OFFSETS = ("startoffset", "beginoffset", "endoffset")  # without a unit, may count characters
_WORD_LISTS = ("words", "result")  # the latter is Vosk's
_DURATIONS = ("duration", "dur")
_UNITS = (("milliseconds", 1.0), ("millis", 1.0), ("ms", 1.0), ("inticks", 1e-4))
_SECONDS = ("seconds", "secs", "sec")
_SECOND_MS = 1000.0

_CLOCK = re.compile(r"\s*(?:[0-9]{1,4}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,9})?\s*\Z")
_NUMBER = re.compile(r"\s*[0-9]{1,12}(?:\.[0-9]{1,12})?s?\s*\Z")
_OTHER_TIME = re.compile(r"(?:start|begin|offset|time|from)(?:$|_|[A-Z])")
_MIN_VALUES_PER_NAME = 2  # values for each different name on average; by eye
_MIN_SEGMENTS = 5  # by which the unit is inferred where they have no end; by eye
_MIN_WORDS_PER_SECOND = 0.02  # on average; speech has some 2.5, and 0.0025 if ms pass for s


def fold_key(key: str) -> str:
    """Normalise a key: no underscores, lower case."""
    return key.replace("_", "").lower()


def find_keys(tree: Tree, segments: Sequence[Node]) -> Keys:
    """Find the keys of segments, and of the words in them, by the synonyms of this module.

    Args:
        tree: The JSON.
        segments: All segments.

    Returns:
        The keys and the unit of times; the usual key for what is not found.
    """
    called = _names_of(segments)
    listed = next((key for key in _WORD_LISTS if _is_list(segments, key)), "words")
    inner = (segment.get(listed) for segment in segments)
    called += [
        key
        for key in _names_of(word for words in inner if isinstance(words, list) for word in words)
        if key not in called
    ]
    timed = [
        key for key in called if fold_key(key) not in _OFFSETS or _has_clock(tree, segments, key)
    ]
    starts = _sort_times(timed, _STARTS)
    unit = next(iter(starts), (_SECOND_MS, ""))[0]
    ends, lasts = _sort_times(timed, _ENDS), _sort_times(timed, _DURATIONS)
    return Keys(
        text=_sort(called, _TEXTS) or ("text",),
        word=_sort(called, _WORDS) or ("word",),
        start=tuple(key for known, key in starts if known == unit) or ("start",),
        end=tuple(key for known, key in ends if known == unit) or ("end",),
        duration=tuple(key for known, key in lasts if known == unit),
        speaker=_sort(called, SPEAKERS) or _find_names(tree, segments, called) or ("speaker",),
        words=listed,
        unit_ms=unit,
        marks_attach=True,
    )


def _is_list(segments: Sequence[Node], key: str) -> bool:
    """Whether the first value of a key is a list."""
    value = next((node[key] for node in segments if node.get(key) is not None), None)
    return isinstance(value, list)


def _has_clock(tree: Tree, segments: Sequence[Node], key: str) -> bool:
    """Whether the first value of a key is a clock."""
    value = next((node[key] for node in segments if node.get(key) is not None), None)
    return isinstance(value, str) and _CLOCK.match(tree.text(value)) is not None


def _find_names(tree: Tree, segments: Sequence[Node], called: Sequence[str]) -> tuple[str, ...]:
    """Choose a key that may be anybody's name, if it has several values that recur."""
    for key in _sort(called, _NAMES):
        values = [value for node in segments if isinstance(value := node.get(key), str)]
        names = {tree.text(value) for value in values}
        if len(names) > 1 and _MIN_VALUES_PER_NAME * len(names) <= len(values):
            return (key,)
    return ()


def _names_of(nodes: Iterable[object]) -> list[str]:
    """List the keys of all objects, in order of first occurrence."""
    names: dict[str, None] = {}
    for node in nodes:
        if isinstance(node, dict):
            names.update(dict.fromkeys(node))
    return list(names)


def _sort(called: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Choose the keys that are among the synonyms, in the order of these."""
    found = [(known.index(fold_key(key)), key) for key in called if fold_key(key) in known]
    return tuple(key for _, key in sorted(found))


def _sort_times(called: Iterable[str], known: Sequence[str]) -> list[tuple[float, str]]:
    """Choose the keys of times, each with its unit in milliseconds; explicit units first."""
    ranked: list[tuple[int, float, str]] = []
    for key in called:
        folded = fold_key(key)
        for suffix, unit in _UNITS:
            stem = folded.removesuffix(suffix)
            if stem != folded and stem in known:
                ranked.append((known.index(stem) - len(known), unit, key))
                break
        else:
            stem = next((folded.removesuffix(s) for s in _SECONDS if folded.endswith(s)), folded)
            if stem in known:
                ranked.append((known.index(stem), _SECOND_MS, key))
    return [(unit, key) for _, unit, key in sorted(ranked)]


def infer_time_unit(tree: Tree, segments: Sequence[Node], keys: Keys) -> Keys:
    """Infer whether times without a unit are milliseconds rather than seconds.

    They are if all are whole numbers that, as seconds, would leave minutes for each word.
    """
    if keys.unit_ms != _SECOND_MS or not segments:
        return keys
    segments = [segment for segment in segments if not _is_endless(segment, keys)]
    starts = _whole_numbers(segments, keys.start)
    if len(starts) < len(segments) or not segments:
        return keys
    ends = _whole_numbers(segments, keys.end)
    if len(ends) == len(starts):
        span = sum(ends) - sum(starts)
    elif len(starts) >= _MIN_SEGMENTS:
        span, segments = starts[-1] - starts[0], segments[:-1]
    else:
        return keys
    texts = (segment.get(first_key(segment, (*keys.text, *keys.word))) for segment in segments)
    words = sum(len(tree.text(text).split()) for text in texts if isinstance(text, str))
    return keys._replace(unit_ms=1.0) if 0 < words < _MIN_WORDS_PER_SECOND * span else keys


def _is_endless(segment: Node, keys: Keys) -> bool:
    """Whether a segment has a time that is beyond any recording, in whatever unit."""
    times = (segment.get(first_key(segment, names)) for names in (keys.start, keys.end))
    return any(isinstance(at, int | float) and not 0 <= at <= MAX_MS for at in times)


def _whole_numbers(segments: Sequence[Node], names: tuple[str, ...]) -> list[int]:
    """List the times that are whole numbers."""
    times = (segment.get(first_key(segment, names)) for segment in segments)
    return [at for at in times if isinstance(at, int) and not isinstance(at, bool)]


def has_unknown_times(segments: Sequence[Node]) -> bool:
    """Whether segments have keys that look like times but are no synonym."""
    return any(_OTHER_TIME.match(key) is not None for key in _names_of(segments))


def is_relative_time(tree: Tree, value: object) -> bool:
    """Whether a value may be a time from the beginning of the recording; no date is."""
    if not isinstance(value, str):
        return True
    text = tree.text(value)
    return not text.strip() or bool(_CLOCK.match(text) or _NUMBER.match(text))
