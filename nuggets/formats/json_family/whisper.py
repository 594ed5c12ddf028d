"""JSON of Whisper and its variants: segments with times, and no speakers.

    {"text": " Hello there. ...", "segments": [{"id": 0, "start": 0.0, "end": 2.4,
      "text": " Hello there.", "avg_logprob": -0.2, "no_speech_prob": 0.01,
      "words": [{"word": " Hello", "start": 0.0, "end": 0.5, "probability": 0.9}, ...]}, ...]}

OpenAI's API (`verbose_json`) may list the words of all segments beside them. The segments may also
be a bare list, or chunks of Hugging Face's pipeline: {"timestamp": [0.0, 2.4], "text": " Hello"}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_list, looks_like_object
from nuggets.formats.json_family.key_synonyms import infer_time_unit
from nuggets.formats.json_family.segments import Keys, add_segment, add_segments, read_words
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.json_family.word_alignment import Word

NAME = "whisper"

_KEYS = Keys()
_LISTS = ("segments", "speakers", "chunks")  # `speakers`: chunks after speaker diarization
_ENVELOPES = ("output", "result")  # of services that run Whisper
_BESIDE = ("words", "word_segments")  # words of all segments


def looks_like_whisper(source: str) -> bool:
    """Whether a text is JSON with segments that have a text and times."""
    if not has_keys(source, "text"):
        return False
    if looks_like_list(source):
        return has_keys(source, "start", "end") and not has_keys(source, "result")  # Vosk's
    if not looks_like_object(source):
        return False
    timed = has_keys(source, "segments", "start") or has_keys(source, "chunks", "timestamp")
    return timed or has_keys(source, "words", "word", "start", "end", "duration")


def parse_whisper(source: str) -> Parsed:
    """Read each segment as a cue."""
    return parse_segments(source, NAME)


def parse_segments(source: str, format: str) -> Parsed:
    """Read a list of segments, at the root of the JSON or in an envelope."""
    tree = read_tree(source, format)
    collector = CueCollector(tree)
    if isinstance(tree.root, list):
        _add_segments(collector, tree.as_objects(tree.root, "segments", tree.root), [])
        return collector.to_parsed()
    top = _unwrap(tree)
    lists = [(key, tree.get_objects(top, key)) for key in _LISTS if _has_segment_list(top, key)]
    segments = next((segments for _, segments in lists if segments), None)
    if segments is not None:
        _add_segments(collector, segments, _words_beside(collector, top))
    elif "text" in top and "words" in top:
        add_segments(collector, [top], _KEYS)
    elif not lists:
        raise tree.error_at(top, 'expected "segments" at the top of the JSON')
    return collector.to_parsed()


def _has_segment_list(top: Node, key: str) -> bool:
    """Whether a key of an object is a list of segments; `speakers` may list names only."""
    if key != "speakers":
        return key in top
    listed = top.get(key)
    return isinstance(listed, list) and all(isinstance(a, dict) and "text" in a for a in listed)


def _unwrap(tree: Tree) -> Node:
    """Return the object that holds the segments."""
    top = tree.root_object()
    for key in _ENVELOPES:
        inner = top.get(key)
        if "segments" not in top and isinstance(inner, dict):
            return inner
    return top


def _words_beside(collector: CueCollector, top: Node) -> list[Word]:
    """Read the list of words of all segments, where it is beside the segments."""
    for key in _BESIDE:
        if top.get(key):
            return read_words(collector, top, _KEYS._replace(words=key))
    return []


def _add_segments(
    collector: CueCollector, segments: Sequence[Node], words_beside: Sequence[Word]
) -> None:
    """Add segments with their words."""
    segments = [_with_start_and_end(collector.tree, segment) for segment in segments]
    if not words_beside or any(segment.get("words") for segment in segments):
        add_segments(collector, segments, infer_time_unit(collector.tree, segments, _KEYS))
        return
    for segment, words in _distribute_words(collector.tree, segments, words_beside):
        add_segment(collector, segment, _KEYS, words)


def _with_start_and_end(tree: Tree, segment: Node) -> Node:
    """Add the start and end of a segment to a chunk."""
    if "timestamp" not in segment or "start" in segment:
        return segment
    times = [*tree.get_list(segment, "timestamp"), None, None]
    return {**segment, "start": times[0], "end": times[1]}


def _distribute_words(
    tree: Tree, segments: Sequence[Node], words: Sequence[Word]
) -> Iterator[tuple[Node, Sequence[Word]]]:
    """Pair each segment with the words that begin before it ends; the last one has the rest."""
    at = 0
    for i, segment in enumerate(segments):
        first = at
        end_ms = tree.get_ms(segment, "end")
        is_last = i == len(segments) - 1
        while at < len(words) and (is_last or _is_before(words[at], end_ms)):
            at += 1
        yield segment, words[first:at]


def _is_before(word: Word, end_ms: int | None) -> bool:
    return word.start_ms is None or (end_ms is not None and word.start_ms < end_ms)


WHISPER = Format(
    NAME,
    origin="openai-whisper, faster-whisper, OpenAI's API, Hugging Face",
    speakers="no",
    times="word",
    looks_like=looks_like_whisper,
    parse=parse_whisper,
    special="word times where they were asked for; loops of repetition stay as they are",
)
