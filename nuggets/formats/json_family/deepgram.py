"""Deepgram's JSON: a transcript for each channel, with words, and perhaps utterances.

    {"metadata": {...}, "results": {
      "channels": [{"alternatives": [{"transcript": "Hello there. ...", "confidence": 0.99,
        "words": [{"word": "hello", "start": 0.4, "end": 0.9, "confidence": 0.9, "speaker": 0,
                   "punctuated_word": "Hello"}, ...], "paragraphs": {...}}]}, ...],
      "utterances": [{"start": 0.4, "end": 2.1, "channel": 0, "transcript": "Hello there.",
                      "words": [...], "speaker": 0, "id": "..."}, ...]}}

A transcript, its words, its paragraphs and the utterances say the same again; one is read. With
`multichannel` each channel is transcribed on its own, and its speakers are counted from 0 again.
"""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.channels import join_channels
from nuggets.formats.json_family.collector import Reading
from nuggets.formats.json_family.keys import has_keys, is_object
from nuggets.formats.json_family.segments import Keys, add_segment, add_segments, read_words
from nuggets.formats.json_family.tree import Node, read_tree

NAME = "deepgram"

_KEYS = Keys(text=("transcript", "text"), word=("punctuated_word", "word"))


def looks_like_deepgram(source: str) -> bool:
    """Whether a text is a JSON object with channels or utterances as Deepgram's."""
    if not is_object(source) or not has_keys(source, "transcript"):
        return False
    channels = has_keys(source, "channels", "alternatives")
    return channels or has_keys(source, "results", "utterances", "words", "word")


def parse_deepgram(source: str) -> Parsed:
    """Read the utterances where there are any, else the best transcript of each channel."""
    tree = read_tree(source, NAME)
    top = tree.top()
    results = tree.get_object(top, "results") or top
    if "channels" not in results and "utterances" not in results:
        raise tree.malformed(results, 'expected "channels" in the "results"')
    channels: dict[str, Reading] = {"channel 0": Reading(tree)}
    utterances = tree.get_objects(results, "utterances")
    for utterance in utterances:
        name = f"channel {tree.get_name(utterance, 'channel') or 0}"
        add_segments(channels.setdefault(name, Reading(tree)), [utterance], _KEYS)
    if not utterances:
        for i, channel in enumerate(tree.get_objects(results, "channels")):
            reading = channels.setdefault(f"channel {i}", Reading(tree))
            for alternative in tree.get_objects(channel, "alternatives")[:1]:  # the best one
                _add_alternative(reading, alternative)
    return join_channels(channels)


def _add_alternative(reading: Reading, alternative: Node) -> None:
    """Add the transcript of a channel: with its words, or else by paragraphs."""
    tree = reading.tree
    paragraphs = tree.get_object(alternative, "paragraphs") or {}
    words = read_words(reading, alternative, _KEYS)
    if not words and paragraphs:
        for paragraph in tree.get_objects(paragraphs, "paragraphs"):
            speaker = paragraph.get("speaker")
            for sentence in tree.get_objects(paragraph, "sentences"):
                add_segment(reading, {"speaker": speaker, **sentence}, _KEYS, [])
    if not reading.cues:
        add_segment(reading, alternative, _KEYS, words)


DEEPGRAM = Format(
    NAME,
    origin="Deepgram",
    speakers="where told apart",
    times="word",
    looks_like=looks_like_deepgram,
    parse=parse_deepgram,
    special="of several channels each is a speaker (`channel 0`), put in the order of time",
)
