"""JSON of other services and of people: one list of what is said, of words or of longer parts.

    [{"speaker": "Anna", "text": "Hello there.", "start": 1.2, "end": 3.4}, ...]
    [{"text": "hello there", "start": 1.2, "duration": 2.2}, ...]      youtube-transcript-api
    {"text": "...", "words": [{"text": "Hello", "start": 1.2, "end": 1.5, "type": "word",
                               "speaker_id": "speaker_0"}, ...]}       ElevenLabs
    {"result": {"transcription": {"utterances": [...]}}}               Gladia
    {"data": {"transcript": {"sentences": [...]}}}                     Fireflies
    {"results": [{"type": "word", "start_time": 1.2, "alternatives": [
       {"content": "Hello", "speaker": "S1"}]}, ...]}                  Speechmatics
    {"recognizedPhrases": [{"speaker": 1, "offsetInTicks": 1.2e7,
       "nBest": [{"display": "Hello there."}]}, ...]}                  Azure
    {"type": "Transcript", "entries": [{"text": "Hello there.", "speakerDisplayName": "Anna",
       "startOffset": "00:00:01.2000000", ...}, ...]}                  Teams and Stream
    [{"participant": {"name": "Anna"}, "words": [{"text": "Hello",
       "start_timestamp": {"relative": 1.2}, ...}, ...]}, ...]         Recall.ai
    {"Transcript": [{"ParticipantRole": "AGENT", "Content": "Hello there.",
       "BeginOffsetMillis": 1200, ...}, ...]}                          AWS Call Analytics
    [{"result": [{"word": "hello", "start": 1.2, "end": 1.5}, ...], "text": "hello there"}]   Vosk

    {"speaker": "Anna", "text": "Hello there."}                     one a line (JSON Lines)

A list is read where it has a name that services give it, or names who speaks, and there is no
other such list beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from nuggets.formats.format import Format, Parsed
from nuggets.formats.garbage_collection import uncollected
from nuggets.formats.json_family.channels import join_channels
from nuggets.formats.json_family.collector import Reading
from nuggets.formats.json_family.keys import is_list, is_object
from nuggets.formats.json_family.member_names import (
    are_times,
    find_keys,
    fold,
    has_other_times,
    settle_unit,
)
from nuggets.formats.json_family.segments import Keys, add_segments, add_words, first_key
from nuggets.formats.json_family.tree import TEXT_AFTER, Node, Tree, read_tree
from nuggets.formats.json_family.unknown import quote_keys, tell_keys

NAME = "json"

_LISTS = (  # the same again may stand in those that come later
    *("utterances", "segments", "monologues", "sentences", "phrases", "recognizedphrases"),
    *("transcript", "transcripts", "transcription", "dialogue", "conversation", "turns"),
    *("snippets", "captions", "subtitles", "cues", "entries", "paragraphs", "results"),
    *("result", "words"),
)
_BEST = ("nBest", "alternatives")
_NAMES = ("name", "displayName", "display_name", "label", "id")
_RELATIVE = "relative"  # of Recall.ai's times
_MOST_DEPTH = 4
_MOST_WORDS = 0.9  # share of parts of a single word above which they are words
_DATES = "the times are dates, not times from the beginning, so they are left out"
_OTHER_TIMES = "times under a name that is not known are left out"
_SAYS = re.compile(
    r'"(?:text|content|transcript|sentence|body|utterance|display|word|punctuated_word|words)"'
    r"[ \t\r\n]*+:",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r'"(?:speaker[A-Za-z_]{0,9}|name|participant|(?:start|begin|end|duration|dur|offset|timestamp|from)[A-Za-z_]{0,12}'
    r'|time|ts)"[ \t\r\n]*+:',
    re.IGNORECASE,
)


def looks_like_listed(source: str) -> bool:
    """Whether a text is JSON with members that say something, and who or when."""
    if not (is_object(source) or is_list(source)):
        return False
    return _SAYS.search(source) is not None and _TELLS.search(source) is not None


@uncollected()
def parse_listed(source: str) -> Parsed:
    """Read the one list of what is said."""
    tree = read_tree(source, NAME, may_be_lines=True)
    name, listed = _find_list(tree)
    told = name if fold(name) in _LISTS else "transcript"  # other names may be words of the talk
    segments = [_flatten(segment) for segment in tree.as_objects(listed, told, tree.root)]
    keys = find_keys(tree, segments)
    warnings: tuple[str, ...] = ()
    starts = [segment.get(first_key(segment, keys.start)) for segment in segments]
    starts = [start for start in starts if start is not None]
    if starts and not any(are_times(tree, (start,)) for start in starts):
        keys, warnings = keys._replace(start=("",), end=("",), duration=()), (_DATES,)
    elif not starts and has_other_times(segments):
        warnings = (_OTHER_TIMES,)
    keys = settle_unit(tree, segments, keys)
    parsed = _read(tree, segments, keys, is_of_words=_is_of_words(tree, name, segments, keys))
    return Parsed(parsed.turns, parsed.left_out, warnings)


def _find_list(tree: Tree) -> tuple[str, list[Any]]:
    """Find the list of what is said, and its name.

    Raises:
        MalformedTranscriptError: There is none, or there are several that may be it.
    """
    level: list[tuple[str, Any]] = [("transcript", tree.root)]
    for _ in range(_MOST_DEPTH):
        found = [(name, value) for name, value in level if _is_said(tree, name, value)]
        known = [(_LISTS.index(fold(name)), name, value) for name, value in _of_known(found)]
        if known:
            _, name, value = min(known, key=lambda one: one[0])
            return name, value
        if len(found) == 1:
            return found[0]
        if found:
            names = quote_keys(name for name, _ in found)
            several = "several lists of what may be said; keep one of them"
            raise tree.malformed(tree.root, f"{several}: {names}" if names else several)
        level = [pair for _, node in level if isinstance(node, dict) for pair in node.items()]
    if isinstance(tree.root, list) and is_object(tree.source):  # of lines that are whole talks
        raise tree.malformed(tree.root[1], TEXT_AFTER)
    raise tree.malformed(tree.root, tell_keys(tree.root))


def _of_known(found: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Choose the lists with a name that services give them."""
    return ((name, value) for name, value in found if fold(name) in _LISTS)


def _is_said(tree: Tree, name: str, value: Any) -> bool:
    """Whether a value is a list of what is said, with who says it or when."""
    if not isinstance(value, list) or not value:
        return False
    nodes = [_flatten(node) for node in value if isinstance(node, dict)]
    keys = find_keys(tree, nodes)
    said = told = timed = 0
    for node in nodes:
        text = node.get(first_key(node, (*keys.text, *keys.word)))
        said += isinstance(text, str) or _has_words(node, keys)
        told += node.get(first_key(node, keys.speaker)) is not None
        timed += _is_timed(node, keys) or _is_timed(_first_word(node, keys), keys)
    is_known = fold(name) in _LISTS
    return 2 * said > len(value) and (
        2 * told > len(value) or (is_known and 2 * timed > len(value))
    )


def _is_timed(node: Node, keys: Keys) -> bool:
    """Whether a segment or a word says when it begins and ends."""
    has_end = any(node.get(key) is not None for key in (*keys.end, *keys.duration))
    return node.get(first_key(node, keys.start)) is not None and has_end


def _first_word(node: Node, keys: Keys) -> Node:
    """Give the first word of a result of Vosk; without members if there is none."""
    words = node.get(keys.words) if keys.words == "result" else None
    return words[0] if isinstance(words, list) and words and isinstance(words[0], dict) else {}


def _has_words(node: Node, keys: Keys) -> bool:
    """Whether a segment lists words, called by a name that is known."""
    words = node.get(keys.words)
    if not isinstance(words, list):
        return False
    texts = [word.get(first_key(word, keys.word)) for word in words[:1] if isinstance(word, dict)]
    return not words or any(isinstance(text, str) for text in texts)


def _flatten(node: Node) -> Node:
    """Give a segment the members of its best alternative, and a speaker who is an object a name.

    Times of words that are objects become those from the beginning.
    """
    for key in _BEST:
        best = node.get(key)
        if isinstance(best, list) and best and isinstance(best[0], dict):
            node = {**node, **best[0]}
    words = node.get("words")
    if isinstance(words, list) and words and _is_relative(words[0]):
        node = {**node, "words": [_to_relative(word) for word in words]}
    speaker = node.get("speaker", node.get("participant"))
    if isinstance(speaker, dict):
        return {**node, "speaker": speaker.get(first_key(speaker, _NAMES))}
    return node


def _is_relative(word: Any) -> bool:
    """Whether a word has times that are objects."""
    return isinstance(word, dict) and any(
        isinstance(value, dict) and _RELATIVE in value for value in word.values()
    )


def _to_relative(word: Any) -> Any:
    """Give a word the times that count from the beginning, where it has dates beside them."""
    if not isinstance(word, dict):
        return word
    return {
        key: value[_RELATIVE] if isinstance(value, dict) and _RELATIVE in value else value
        for key, value in word.items()
    }


def _is_of_words(tree: Tree, name: str, segments: Sequence[Node], keys: Keys) -> bool:
    """Whether a list is one of words, to be put together, rather than of longer parts."""
    if fold(name) == "words" or not any(key in node for node in segments for key in keys.text):
        return not any("words" in segment for segment in segments)
    texts = [segment.get(first_key(segment, keys.text)) for segment in segments]
    said = [tree.text(text) for text in texts if isinstance(text, str)]
    words = sum(len(text.split(maxsplit=1)) < 2 for text in said)
    has_kinds = any("type" in segment for segment in segments)
    return has_kinds and words > _MOST_WORDS * len(said)


def _read(tree: Tree, segments: Sequence[Node], keys: Keys, *, is_of_words: bool) -> Parsed:
    """Read the segments; of several channels, where nothing else tells who speaks, each is one."""
    channels: dict[str, list[Node]] = {}
    for segment in segments:
        number = tree.get_name(segment, "channel") if _has_number(segment) else None
        channels.setdefault(f"channel {number or 0}", []).append(segment)
    named = any(segment.get(first_key(segment, keys.speaker)) is not None for segment in segments)
    if named or len(channels) == 1:
        channels = {"": list(segments)}
    readings: dict[str, Reading] = {}
    for name, said in channels.items():
        readings[name] = Reading(tree)
        if is_of_words:
            add_words(readings[name], {keys.words: said}, keys._replace(word=_any_text(keys)))
        else:
            add_segments(readings[name], said, keys)
    return join_channels(readings)


def _has_number(segment: Node) -> bool:
    channel = segment.get("channel")
    return isinstance(channel, int) and not isinstance(channel, bool)


def _any_text(keys: Keys) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys.word, *keys.text)))


LISTED = Format(
    NAME,
    origin="ElevenLabs, Speechmatics, Azure, Gladia, Fireflies, youtube-transcript-api; your own "
    'lists of `{"speaker", "text"}`',
    speakers="where told apart",
    times="word",
    looks_like=looks_like_listed,
    parse=parse_listed,
    special="one list with texts, and speakers or times; what is not surely one is refused",
)
