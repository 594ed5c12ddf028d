"""JSON of Google Cloud Speech-to-Text, v1 and v2: results with a transcript and words.

    {"results": [{"alternatives": [{"transcript": "Hello there. ...", "confidence": 0.98,
       "words": [{"startTime": "1.400s", "endTime": "1.800s", "word": "Hello", "speakerTag": 1},
                 ...]}], "resultEndTime": "14.2s", "languageCode": "en-us"}, ...]}

The last result of v1 repeats all words, with speakers; v2 has `startOffset`, `endOffset` and
`speakerLabel` on every word. Client libraries write `start_time`, and times as
{"seconds": "1", "nanos": 400000000}. A missing time is 0, which protobuf leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.channels import merge_channels
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_list, looks_like_object
from nuggets.formats.json_family.segments import first_key
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.json_family.word_alignment import Word

NAME = "google-stt"

_START = ("startTime", "startOffset", "start_time", "start_offset")
_END = ("endTime", "endOffset", "end_time", "end_offset")
_RESULT_END = ("resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset")
_SPEAKER = ("speakerLabel", "speakerTag", "speaker_label", "speaker_tag")
_CHANNEL = ("channelTag", "channel_tag")
_NOBODY = "0"  # protobuf's default for a speaker tag
_ENVELOPES = ("response", "results", "transcript", "inlineResult", "inline_result")
_MAX_DEPTH = 8  # of envelopes; by eye
_ALL_WORDS = 0.9  # share of the words of other results that the last lists to repeat them; by eye


class _Listed(NamedTuple):
    """A word and the number of its string in the JSON."""

    value: str
    word: Word


class _Result(NamedTuple):
    """One result.

    Attributes:
        transcript: Number of the string of its text; None if it has none.
        words: Its words; may be empty.
        end_ms: When it ends.
        channel: Number of its channel; None if the recording has only one.
    """

    transcript: str | None
    words: list[_Listed]
    end_ms: int | None
    channel: str | None


def looks_like_google(source: str) -> bool:
    """Whether a text is JSON with results and their alternatives, as Google's."""
    return (
        (looks_like_object(source) or looks_like_list(source))
        and has_keys(source, "alternatives", "transcript")
        and not has_keys(source, "result_index")  # IBM's, whose speakers are kept elsewhere
        and not has_keys(source, "channels")
        and (has_keys(source, "results") or looks_like_list(source))
    )


def parse_google(source: str) -> Parsed:
    """Read the results; only the last where it repeats the words of all, with speakers."""
    tree = read_tree(source, NAME)
    results = [_read_result(tree, result) for result in _find_results(tree)]
    has_several_channels = len({result.channel for result in results}) > 1
    channels: dict[str, list[_Result]] = {}
    for result in results:
        channels.setdefault(f"channel {result.channel}" if has_several_channels else "", []).append(
            result
        )
    collectors = {name: _read(tree, channel) for name, channel in channels.items()}
    return merge_channels(collectors) if collectors else Parsed(())


def _find_results(tree: Tree) -> list[Node]:
    """Find the list of results, at the root or in the envelopes of the service."""
    found = tree.root
    for _ in range(_MAX_DEPTH):
        if isinstance(found, list):
            return tree.as_objects(found, "results", tree.root)
        key = first_key(found, _ENVELOPES)
        inner = found.get(key)
        if not isinstance(inner, dict | list):
            uris = [value for name, value in found.items() if name.startswith("gs://")]
            inner = uris[0] if len(uris) == 1 else None
        if not isinstance(inner, dict | list):
            break
        found = inner
    raise tree.error_at(tree.root, 'expected a list of "results"')


def _read_result(tree: Tree, result: Node) -> _Result:
    """Read the first, most likely alternative of a result."""
    channel = tree.get_name(result, first_key(result, _CHANNEL))
    end_ms = _read_time(tree, result, _RESULT_END)
    best = tree.get_objects(result, "alternatives")[:1]
    if not best:
        return _Result(None, [], end_ms, channel)
    words = []
    for word in tree.get_objects(best[0], "words"):
        value = tree.get_string(word, "word")
        if value is None:
            raise tree.error_at(word, 'a word needs a text as its "word"')
        start_ms, until_ms = _read_time(tree, word, _START), _read_time(tree, word, _END)
        if start_ms is None and until_ms is not None:
            start_ms = 0
        who = tree.get_name(word, first_key(word, _SPEAKER))
        speaker = None if who == _NOBODY else who
        words.append(_Listed(value, Word(tree.text(value), start_ms, until_ms, speaker)))
    return _Result(tree.get_string(best[0], "transcript"), words, end_ms, channel)


def _read_time(tree: Tree, node: Node, keys: tuple[str, ...]) -> int | None:
    """Read a time in milliseconds; it may be an object of seconds and nanoseconds."""
    key = first_key(node, keys)
    time = node.get(key)
    if not isinstance(time, dict):
        return tree.get_ms(node, key)
    seconds, nanos = tree.get_ms(time, "seconds"), tree.get_ms(time, "nanos", unit_ms=1)
    return (seconds or 0) + (nanos or 0) // 1_000_000


def _read(tree: Tree, results: Sequence[_Result]) -> CueCollector:
    """Read the results of one channel."""
    collector = CueCollector(tree)
    for result in _drop_repeated_results(tree, results):
        words = [listed.word for listed in result.words]
        if result.transcript is not None and tree.text(result.transcript).strip():
            collector.add_text(result.transcript, words, end_ms=result.end_ms)
            continue
        for value, word in result.words:
            collector.add_word(
                value, " ", speaker=word.speaker, start_ms=word.start_ms, end_ms=word.end_ms
            )
    return collector


def _drop_repeated_results(tree: Tree, results: Sequence[_Result]) -> Sequence[_Result]:
    """Leave out the results whose words the last result repeats with speakers."""
    *before, last = results
    words = [word for result in before for word in _words_of(tree, result)]
    if not words or not any(listed.word.speaker for listed in last.words):
        return results
    first, again = words[0], last.words[0].word
    if first.text != again.text or first.start_ms not in (None, again.start_ms):
        return results
    has_no_speakers = not any(word.speaker for word in words)
    repeats = has_no_speakers and len(last.words) >= _ALL_WORDS * len(words)
    grows = all(len(a.words) <= len(b.words) for a, b in pairwise(results))
    return [last._replace(transcript=None)] if repeats or grows else results


def _words_of(tree: Tree, result: _Result) -> list[Word]:
    """List the words of a result, split from its transcript where it lists none."""
    if result.words or result.transcript is None:
        return [listed.word for listed in result.words]
    return [Word(text, None, None) for text in tree.text(result.transcript).split()]


GOOGLE = Format(
    NAME,
    origin="Google Cloud Speech-to-Text",
    speakers="if diarized",
    times="word",
    looks_like=looks_like_google,
    parse=parse_google,
    special="a last result that repeats all words with speakers is read alone",
)
