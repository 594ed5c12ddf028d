"""JSON of any other service: one list of segments or words, with speakers or times.

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

    {"speaker": "Anna", "text": "Hello there."}                     JSON Lines

A list is read if its key is one that services use, or its items name speakers, and if there is no
other such list beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.json_family.channels import merge_channels
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import looks_like_list, looks_like_object
from nuggets.formats.json_family.json_decoder import TEXT_AFTER
from nuggets.formats.json_family.key_synonyms import (
    find_keys,
    fold_key,
    has_unknown_times,
    infer_time_unit,
    is_relative_time,
)
from nuggets.formats.json_family.segments import Keys, add_segments, add_words, first_key
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.json_family.unrecognised import describe_keys, list_keys
from nuggets.formats.json_family.word_alignment import WORD_LIST_SHARE

NAME = "json"

_LISTS = (  # keys of the list, best first: later ones may repeat the text of earlier ones
    *("utterances", "segments", "monologues", "sentences", "phrases", "recognizedphrases"),
    *("transcript", "transcripts", "transcription", "dialogue", "conversation", "turns"),
    *("snippets", "captions", "subtitles", "cues", "entries", "paragraphs", "results"),
    *("result", "words"),
)
_ALTERNATIVES = ("nBest", "alternatives")
_NAMES = ("name", "displayName", "display_name", "label", "id")
_RELATIVE = "relative"  # of Recall.ai's times
_MAX_DEPTH = 4  # of objects around the list; by eye
_DATES = "the times are dates, not times from the beginning, so they are left out"
_OTHER_TIMES = "times under a name that is not known are left out"
_TEXT_KEY = re.compile(
    r'"(?:text|content|transcript|sentence|body|utterance|display|word|punctuated_word|words)"'
    r"[ \t\r\n]*+:",
    re.IGNORECASE,
)
_SPEAKER_OR_TIME_KEY = re.compile(
    r'"(?:speaker[A-Za-z_]{0,9}|name|participant|(?:start|begin|end|duration|dur|offset|timestamp|from)[A-Za-z_]{0,12}'
    r'|time|ts)"[ \t\r\n]*+:',
    re.IGNORECASE,
)


def looks_like_generic(source: str) -> bool:
    """Whether a text is JSON with members that say something, and who or when."""
    if not (looks_like_object(source) or looks_like_list(source)):
        return False
    return _TEXT_KEY.search(source) is not None and _SPEAKER_OR_TIME_KEY.search(source) is not None


@gc_paused()
def parse_generic(source: str) -> Parsed:
    """Read the one list of segments or words."""
    tree = read_tree(source, NAME, may_be_lines=True)
    name, listed = _find_transcript_list(tree)
    # In errors only keys that are known: others may be words of the talk.
    shown_key = name if fold_key(name) in _LISTS else "transcript"
    segments = [_flatten(segment) for segment in tree.as_objects(listed, shown_key, tree.root)]
    keys = find_keys(tree, segments)
    warnings: tuple[str, ...] = ()
    starts = [segment.get(first_key(segment, keys.start)) for segment in segments]
    starts = [start for start in starts if start is not None]
    if starts and not any(is_relative_time(tree, start) for start in starts):
        keys, warnings = keys._replace(start=("",), end=("",), duration=()), (_DATES,)
    elif not starts and has_unknown_times(segments):
        warnings = (_OTHER_TIMES,)
    keys = infer_time_unit(tree, segments, keys)
    parsed = _read(tree, segments, keys, is_of_words=_is_word_list(tree, name, segments, keys))
    return Parsed(parsed.turns, parsed.left_out, warnings)


def _find_transcript_list(tree: Tree) -> tuple[str, list[Any]]:
    """Find the list that is the transcript, and its key.

    Raises:
        MalformedTranscriptError: There is none, or there are several.
    """
    level: list[tuple[str, Any]] = [("transcript", tree.root)]
    for _ in range(_MAX_DEPTH):
        found = [(name, value) for name, value in level if _is_transcript_list(tree, name, value)]
        known = [
            (_LISTS.index(fold_key(name)), name, value) for name, value in _with_known_names(found)
        ]
        if known:
            _, name, value = min(known, key=lambda one: one[0])
            return name, value
        if len(found) == 1:
            return found[0]
        if found:
            names = list_keys(name for name, _ in found)
            several = "several lists of what may be said; keep one of them"
            raise tree.error_at(tree.root, f"{several}: {names}" if names else several)
        level = [pair for _, node in level if isinstance(node, dict) for pair in node.items()]
    if isinstance(tree.root, list) and looks_like_object(
        tree.source
    ):  # of lines that are whole talks
        raise tree.error_at(tree.root[1], TEXT_AFTER)
    raise tree.error_at(tree.root, describe_keys(tree.root))


def _with_known_names(found: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Choose the lists whose keys are those of known services."""
    return ((name, value) for name, value in found if fold_key(name) in _LISTS)


def _is_transcript_list(tree: Tree, name: str, value: Any) -> bool:
    """Whether a value is a list of segments or words, with speakers or times."""
    if not isinstance(value, list) or not value:
        return False
    nodes = [_flatten(node) for node in value if isinstance(node, dict)]
    keys = find_keys(tree, nodes)
    with_text = with_speaker = with_time = 0
    for node in nodes:
        text = node.get(first_key(node, (*keys.text, *keys.word)))
        with_text += isinstance(text, str) or _has_words(node, keys)
        with_speaker += node.get(first_key(node, keys.speaker)) is not None
        with_time += _is_timed(node, keys) or _is_timed(_first_word(node, keys), keys)
    is_known = fold_key(name) in _LISTS
    return 2 * with_text > len(value) and (
        2 * with_speaker > len(value) or (is_known and 2 * with_time > len(value))
    )


def _is_timed(node: Node, keys: Keys) -> bool:
    """Whether a segment or a word has a start time, and an end time or duration."""
    has_end = any(node.get(key) is not None for key in (*keys.end, *keys.duration))
    return node.get(first_key(node, keys.start)) is not None and has_end


def _first_word(node: Node, keys: Keys) -> Node:
    """Return the first word of a result of Vosk; an empty object if there is none."""
    words = node.get(keys.words) if keys.words == "result" else None
    return words[0] if isinstance(words, list) and words and isinstance(words[0], dict) else {}


def _has_words(node: Node, keys: Keys) -> bool:
    """Whether a segment has a list of words with a known key for their text."""
    words = node.get(keys.words)
    if not isinstance(words, list):
        return False
    texts = [word.get(first_key(word, keys.word)) for word in words[:1] if isinstance(word, dict)]
    return not words or any(isinstance(text, str) for text in texts)


def _flatten(node: Node) -> Node:
    """Merge the best alternative into a segment, and replace objects by a plain value.

    A speaker who is an object becomes a name; times of words that are objects, the one that counts
    from the beginning of the recording.
    """
    for key in _ALTERNATIVES:
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
    """Whether a word has times that are objects with a date and a relative time."""
    return isinstance(word, dict) and any(
        isinstance(value, dict) and _RELATIVE in value for value in word.values()
    )


def _to_relative(word: Any) -> Any:
    """Replace the times of a word that are objects by their relative time."""
    if not isinstance(word, dict):
        return word
    return {
        key: value[_RELATIVE] if isinstance(value, dict) and _RELATIVE in value else value
        for key, value in word.items()
    }


def _is_word_list(tree: Tree, name: str, segments: Sequence[Node], keys: Keys) -> bool:
    """Whether a list holds single words, rather than segments."""
    if fold_key(name) == "words" or not any(key in node for node in segments for key in keys.text):
        return not any("words" in segment for segment in segments)
    texts = [segment.get(first_key(segment, keys.text)) for segment in segments]
    said = [tree.text(text) for text in texts if isinstance(text, str)]
    words = sum(len(text.split(maxsplit=1)) < 2 for text in said)
    has_kinds = any("type" in segment for segment in segments)
    return has_kinds and words > WORD_LIST_SHARE * len(said)


def _read(tree: Tree, segments: Sequence[Node], keys: Keys, *, is_of_words: bool) -> Parsed:
    """Read the segments; where none has a speaker, each channel counts as one."""
    channels: dict[str, list[Node]] = {}
    for segment in segments:
        number = tree.get_name(segment, "channel") if _has_channel_number(segment) else None
        channels.setdefault(f"channel {number or 0}", []).append(segment)
    named = any(segment.get(first_key(segment, keys.speaker)) is not None for segment in segments)
    if named or len(channels) == 1:
        channels = {"": list(segments)}
    collectors: dict[str, CueCollector] = {}
    for name, said in channels.items():
        collectors[name] = CueCollector(tree)
        if is_of_words:
            add_words(
                collectors[name], {keys.words: said}, keys._replace(word=_all_text_keys(keys))
            )
        else:
            add_segments(collectors[name], said, keys)
    return merge_channels(collectors)


def _has_channel_number(segment: Node) -> bool:
    channel = segment.get("channel")
    return isinstance(channel, int) and not isinstance(channel, bool)


def _all_text_keys(keys: Keys) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys.word, *keys.text)))


GENERIC = Format(
    NAME,
    origin="ElevenLabs, Speechmatics, Azure, Gladia, Fireflies, youtube-transcript-api; your own "
    'lists of `{"speaker", "text"}`',
    speakers="if diarized",
    times="word",
    looks_like=looks_like_generic,
    parse=parse_generic,
    special="one list with texts, and speakers or times; what is not surely one is refused",
)
