"""Keys of JSON by their meaning: what is said, by whom, from when to when, in which unit.

Keys are compared without underscores, hyphens and case, and a key may end in the unit of its time:
`start`, `start_time`, `startTime`, `start_ms`, `offsetMilliseconds`, `offsetInTicks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from nuggets.formats.json_family.tree import Node, Tree

SPEAKERS = (  # the name first, then what only identifies
    *("speakername", "speakerdisplayname", "displayname", "speakerlabel", "speaker", "spk"),
    *("participantname", "participant", "author", "sender", "sendername", "username", "usernick"),
    *("nick", "nickname", "user", "actor", "talker", "character", "participantrole", "role"),
    *("speakerid", "speakertag", "speakernumber", "speakeridx", "speakerindex", "spkid"),
    *("spkname", "participantid", "userid", "authorid", "senderid", "who", "person", "from"),
)
WEAK_SPEAKERS = (
    *("name", "label", "by", "spokenby", "voice", "voiceid", "voicename", "track", "fromname"),
    *("host", "client", "persona", "attendee", "agent", "party", "rolename", "clientname"),
)
"""Keys that may also belong to something else: speakers only where their values recur."""

_OF_SPEAKERS = re.compile(r"speaker|spk")
_ABOUT_SPEAKERS = re.compile(  # what a key may tell of a speaker besides who it is
    r"(?:conf|confidence|score|prob|probability|count|change[sd]?|turn(?:next)?|gender|sex|lang|"
    r"language|email|embedding|start|end|time|color|colour|url|image|avatar|volume|s)\Z"
)

CHANNELS = ("channel", "channellabel", "channelindex", "channelid", "channeltag")
"""Keys of the channel of a recording, each transcribed by itself."""

TEXTS = (
    *("punctuatedword", "punct", "word", "text", "content", "transcript", "transcription"),
    *("sentence", "body", "utterance", "display", "displaytext", "line", "caption", "speech"),
    *("dialogue", "dialog", "said", "phrase", "message", "value", "token", "words", "w", "utf8"),
)
"""Keys of what is said, those with punctuation first."""

CHILDREN = (
    *("words", "tokens", "result", "elements", "items", "textblocks", "sentences", "segments"),
    *("utterances", "lines", "paragraphs", "turns"),
)
"""Keys of the words or smaller parts of a segment."""

STARTS = (
    *(
        "start",
        "starttime",
        "starttimestamp",
        "startts",
        "startat",
        "tstart",
        "audiostart",
        "begin",
        "begintime",
    ),
    *(
        "timebegin",
        "timestart",
        "from",
        "offset",
        "timeoffset",
        "timestamp",
        "timecode",
        "time",
        "ts",
        "t",
    ),
    *("startoffset", "beginoffset"),
)
ENDS = (
    *(
        "end",
        "endtime",
        "endtimestamp",
        "endts",
        "endat",
        "tend",
        "audioend",
        "stop",
        "stoptime",
        "timeend",
    ),
    *("until", "to", "finish", "endoffset"),
)
DURATIONS = ("duration", "dur", "length")
_COUNTS_CHARACTERS = frozenset(("startoffset", "beginoffset", "endoffset"))  # unless a clock
_UNITS = (
    *(("milliseconds", 1.0), ("millis", 1.0), ("msec", 1.0), ("ms", 1.0)),
    *(("inticks", 1e-4), ("ticks", 1e-4), ("microseconds", 1e-3), ("us", 1e-3)),
    *(("nanoseconds", 1e-6), ("nanos", 1e-6), ("ns", 1e-6)),
)
_SECONDS = ("seconds", "secs", "sec")
SECOND_MS = 1000.0

CLOCK = re.compile(r"\s*(?:[0-9]{1,4}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,9})?\s*\Z")
_NUMBER = re.compile(r"\s*[0-9]{1,18}(?:\.[0-9]{1,12})?\s*(?:m?s)?\s*\Z")
_DURATION = re.compile(r"\s*PT[0-9.HMS]{2,30}\s*\Z")
_LIKE_A_TIME = re.compile(r"(?:start|begin|offset|time|date|created)(?:stamp)?(?:$|[_A-Z])")
_MIN_VALUES_PER_NAME = 2  # values for each different name on average; by eye
_SAMPLE = 40  # values by which the kind of a key is judged; by eye
_MAX_NAMES = 2_000  # different keys of the objects of a list; by eye: usual ones have ten


class Keys(NamedTuple):
    """The keys of one list of objects, and the unit of its times.

    Of several keys the first that has a value counts.

    Attributes:
        text: Keys of what is said.
        speaker: Keys of who says it.
        start: Keys of the start time.
        end: Keys of the end time.
        duration: Keys of the duration, where there is no end time.
        unit_ms: Milliseconds in one unit of the times.
        has_unit: Whether the keys name the unit.
        has_dates: Whether there are times of day instead of times of the recording.
    """

    text: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    duration: tuple[str, ...] = ()
    unit_ms: float = SECOND_MS
    has_unit: bool = False
    has_dates: bool = False


@lru_cache(maxsize=4096)  # a file repeats few keys
def fold_key(key: str) -> str:
    """Normalise a key: no underscores, hyphens or marks, lower case."""
    return key.replace("_", "").replace("-", "").lstrip("@$").lower()


def find_keys(tree: Tree, nodes: Sequence[Node]) -> Keys:
    """Find what the keys of objects mean, by their names and the kind of their values."""
    samples = _sample(nodes)
    timed = {key: values for key, values in samples.items() if _may_be_time(tree, key, values)}
    starts = _sort_times(timed, STARTS)
    unit, has_unit = (starts[0][0], starts[0][1]) if starts else (SECOND_MS, False)
    same = [one[2] for one in starts if one[0] == unit]
    ends = [one[2] for one in _sort_times(timed, ENDS) if one[0] == unit]
    lasts = [one[2] for one in _sort_times(timed, DURATIONS) if one[0] == unit]
    dated = any(
        _LIKE_A_TIME.match(key) and values and all(is_dated(tree, value) for value in values)
        for key, values in samples.items()
        if key not in timed
    )
    texts = {key for key, values in samples.items() if _may_be_text(values)}
    speakers = {key: v for key, v in samples.items() if key not in timed and _may_be_name(v)}
    speaker = (
        _sort(speakers, SPEAKERS)
        or tuple(key for key in speakers if is_of_speakers(fold_key(key)))
        or _find_recurring(tree, nodes, speakers)
    )
    return Keys(
        text=tuple(key for key in _sort(texts, TEXTS) if key not in speaker),
        speaker=speaker,
        start=tuple(same),
        end=tuple(ends),
        duration=tuple(lasts),
        unit_ms=unit,
        has_unit=has_unit,
        has_dates=not starts and dated,
    )


def is_of_speakers(folded: str) -> bool:
    """Whether a key names speakers in words of its own, as `diarization_speaker` does."""
    return bool(_OF_SPEAKERS.search(folded)) and not _ABOUT_SPEAKERS.search(folded)


def find_children(nodes: Sequence[Node]) -> str | None:
    """Find the key of the lists of words or smaller parts that objects have; None if none has."""
    return next(
        (key for key in _sort(names_of(nodes), CHILDREN) if _has_text(nodes, key)),
        None,
    )


def names_of(nodes: Iterable[Node]) -> list[str]:
    """List the keys of objects, in the order in which they first occur."""
    return list(dict.fromkeys(chain.from_iterable(nodes)))[:_MAX_NAMES]


def first_value(node: Node, keys: tuple[str, ...]) -> tuple[str, Any]:
    """Return the first of some keys that has a value, and the value; else an empty key and None."""
    for key in keys:
        value = node.get(key)
        if value is not None:
            return key, value
    return "", None


def is_dated(tree: Tree, value: Any) -> bool:
    """Whether a value is a text that is no time from the beginning of a recording: a date."""
    return isinstance(value, str) and bool(tree.text(value).strip()) and not is_time(tree, value)


def is_time(tree: Tree, value: Any) -> bool:
    """Whether a value may be a time from the beginning of the recording; no date is."""
    if isinstance(value, str):
        text = tree.text(value)
        return any(kind.match(text) for kind in (CLOCK, _NUMBER, _DURATION))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has_text(nodes: Sequence[Node], key: str) -> bool:
    """Whether the parts under a key say something."""
    listed = (value for node in nodes if isinstance(value := node.get(key), list))
    parts = [part for value in islice(listed, _SAMPLE) for part in value[:_SAMPLE]]
    return any(
        isinstance(part, dict)
        and (
            any(fold_key(name) in TEXTS and isinstance(v, str) for name, v in part.items())
            or any(isinstance(part.get(name), list) for name in ("alternatives", "words"))
        )
        for part in parts
    )


def _sample(nodes: Sequence[Node]) -> Mapping[str, list[Any]]:
    """List the keys of all objects, each with the first of its values that are not null."""
    samples: dict[str, list[Any]] = {name: [] for name in names_of(nodes)}
    wanted: dict[tuple[str, ...], list[str]] = {}  # of objects with these keys
    for node in nodes:
        names = tuple(node)
        keys = wanted.get(names)
        if keys is None:
            keys = wanted[names] = [name for name in names if name in samples]
        for key in keys:
            value = node[key]
            if value is not None:
                samples[key].append(value)
        if keys and all(len(samples[key]) >= _SAMPLE for key in keys):
            wanted[names] = []
    return {key: values[:_SAMPLE] for key, values in samples.items()}


def _may_be_time(tree: Tree, key: str, values: Sequence[Any]) -> bool:
    """Whether most values of a key are times, and none that would count characters."""
    stem = _stem(fold_key(key))[0]
    if stem not in STARTS and stem not in ENDS and stem not in DURATIONS:
        return False
    if fold_key(key) in _COUNTS_CHARACTERS:
        return any(_is_surely_time(tree, v) for v in values)
    times = sum(not is_dated(tree, v) and not isinstance(v, dict | list) for v in values)
    return 2 * times > len(values) or not values


def _is_surely_time(tree: Tree, value: Any) -> bool:
    """Whether a value is a clock, seconds with their unit, or a fraction, which counts nothing."""
    if isinstance(value, str):
        return is_time(tree, value) and not tree.text(value).strip().isdigit()
    return isinstance(value, float) and not value.is_integer()


def _may_be_text(values: Sequence[Any]) -> bool:
    """Whether a key has a string, or lists of strings and of formatted parts, as Telegram's."""
    return not values or any(
        isinstance(v, str) or (isinstance(v, list) and any(isinstance(part, str) for part in v))
        for v in values
    )


def _may_be_name(values: Sequence[Any]) -> bool:
    return any(isinstance(v, str | int | float) and not isinstance(v, bool) for v in values)


def _find_recurring(tree: Tree, nodes: Sequence[Node], called: Iterable[str]) -> tuple[str, ...]:
    """Choose a key that may be anybody's name, if it has several values that recur."""
    for key in _sort(called, WEAK_SPEAKERS):
        values = [value for node in nodes if isinstance(value := node.get(key), str)]
        names = {tree.text(value) for value in values}
        if len(names) > 1 and _MIN_VALUES_PER_NAME * len(names) <= len(values):
            return (key,)
    return ()


def _sort(called: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Choose the keys that are among the synonyms, in the order of these."""
    found = [(known.index(fold_key(key)), key) for key in called if fold_key(key) in known]
    return tuple(key for _, key in sorted(found))


def _sort_times(called: Iterable[str], known: Sequence[str]) -> list[tuple[float, bool, str]]:
    """Choose the keys of times, each with its unit and whether it names it; these first."""
    ranked: list[tuple[int, float, bool, str]] = []
    for key in called:
        stem, unit = _stem(fold_key(key))
        if stem in known:
            rank = known.index(stem) - (len(known) if unit else 0)
            ranked.append((rank, unit or SECOND_MS, unit is not None, key))
    return [one[1:] for one in sorted(ranked)]


@lru_cache(maxsize=1024)
def _stem(folded: str) -> tuple[str, float | None]:
    """Split a key of times from its unit; None where it names none but seconds."""
    for suffix, unit in _UNITS:
        stem = folded.removesuffix(suffix)
        if stem != folded and stem in (*STARTS, *ENDS, *DURATIONS):
            return stem, unit
    return next((folded.removesuffix(s) for s in _SECONDS if folded.endswith(s)), folded), None
