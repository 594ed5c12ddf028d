"""Deepgram's JSON: channels with a transcript and its words, and perhaps utterances.

    {"metadata": {...}, "results": {
      "channels": [{"alternatives": [{"transcript": "Hello there. ...", "confidence": 0.99,
        "words": [{"word": "hello", "start": 0.4, "end": 0.9, "confidence": 0.9, "speaker": 0,
                   "punctuated_word": "Hello"}, ...], "paragraphs": {...}}]}, ...],
      "utterances": [{"start": 0.4, "end": 2.1, "channel": 0, "transcript": "Hello there.",
                      "words": [...], "speaker": 0, "id": "..."}, ...]}}

Transcript, words, paragraphs and utterances hold the same text; one of them is read. With
`multichannel` each channel is transcribed on its own, and its speakers are numbered from 0 again.
"""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.channels import merge_channels
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.segments import Keys, add_segment, add_segments, read_words
from nuggets.formats.json_family.tree import Node, read_tree

NAME = "deepgram"

_KEYS = Keys(text=("transcript", "text"), word=("punctuated_word", "word"))


def looks_like_deepgram(source: str) -> bool:
    """Whether a text is a JSON object with channels or utterances as Deepgram's."""
    if not looks_like_object(source) or not has_keys(source, "transcript"):
        return False
    channels = has_keys(source, "channels", "alternatives")
    return channels or has_keys(source, "results", "utterances", "words", "word")


def parse_deepgram(source: str) -> Parsed:
    """Read the utterances where there are any, else the best transcript of each channel."""
    tree = read_tree(source, NAME)
    top = tree.root_object()
    results = tree.get_object(top, "results") or top
    if "channels" not in results and "utterances" not in results:
        raise tree.error_at(results, 'expected "channels" in the "results"')
    channels: dict[str, CueCollector] = {"channel 0": CueCollector(tree)}
    utterances = tree.get_objects(results, "utterances")
    for utterance in utterances:
        name = f"channel {tree.get_name(utterance, 'channel') or 0}"
        add_segments(channels.setdefault(name, CueCollector(tree)), [utterance], _KEYS)
    if not utterances:
        for i, channel in enumerate(tree.get_objects(results, "channels")):
            collector = channels.setdefault(f"channel {i}", CueCollector(tree))
            for alternative in tree.get_objects(channel, "alternatives")[:1]:  # the most likely
                _add_alternative(collector, alternative)
    return merge_channels(channels)


def _add_alternative(collector: CueCollector, alternative: Node) -> None:
    """Add the transcript of a channel: aligned with its words, or else by paragraphs."""
    tree = collector.tree
    paragraphs = tree.get_object(alternative, "paragraphs") or {}
    words = read_words(collector, alternative, _KEYS)
    if not words and paragraphs:
        for paragraph in tree.get_objects(paragraphs, "paragraphs"):
            speaker = paragraph.get("speaker")
            for sentence in tree.get_objects(paragraph, "sentences"):
                add_segment(collector, {"speaker": speaker, **sentence}, _KEYS, [])
    if not collector.cues:
        add_segment(collector, alternative, _KEYS, words)


DEEPGRAM = Format(
    NAME,
    origin="Deepgram",
    speakers="if diarized",
    times="word",
    looks_like=looks_like_deepgram,
    parse=parse_deepgram,
    special="of several channels each is a speaker (`channel 0`), put in the order of time",
)
