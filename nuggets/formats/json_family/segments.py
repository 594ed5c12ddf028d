"""Segments of a JSON transcript, and what is told of them by their neighbours and channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from nuggets.formats.json_family.keys import CHANNELS, Keys, first_value, fold_key, names_of
from nuggets.formats.json_family.tree import Node, Tree
from nuggets.formats.json_family.word_alignment import Word, fill_forward
from nuggets.formats.json_family.word_lists import ListedWord
from nuggets.formats.turns import Piece

_NO_TAG = (None, "0")  # of Google's words that have no speaker yet


class Segment(NamedTuple):
    """A part of the talk, as its object says it.

    Attributes:
        node: The object.
        speaker: Who speaks it; None if nobody is named.
        start_ms: When it begins.
        end_ms: When it ends.
        words: Its words; may be empty.
    """

    node: Node
    speaker: str | None
    start_ms: int | None
    end_ms: int | None
    words: list[ListedWord]


def unstripped_pieces(tree: Tree, value: str, one: Segment) -> list[Piece]:
    """Return the text of one of several strings with the white space around it."""
    start, end = tree.span(value)
    raw = tree.source[start + 1 : end - 1]
    if "\\" in raw:
        return tree.pieces(value, "", one.start_ms, one.end_ms)
    return [Piece("", raw, start + 1, end - 1, one.start_ms, one.end_ms)]


def text_beside(tree: Tree, node: Node) -> str:
    """Return the whole text that Amazon puts beside its items."""
    listed = node.get("transcripts")
    if not isinstance(listed, list) or not listed or not isinstance(listed[0], dict):
        return ""
    value = listed[0].get("transcript")
    return tree.text(value) if isinstance(value, str) else ""


def lacks_marks(listed: Sequence[ListedWord], text: str) -> bool:
    """Whether a text has marks of punctuation that its words lack."""
    return any(mark in text for mark in ".?!,") and not any(
        one.word.text.rstrip()[-1:] in frozenset(".?!,") for one in listed
    )


def begins_before(word: Word, end_ms: int | None) -> bool:
    """Whether a word begins before a segment ends; one without a time does."""
    return word.start_ms is None or (end_ms is not None and word.start_ms < end_ms)


def list_words(tree: Tree, one: Segment, keys: Keys) -> list[tuple[str, Any, bool]]:
    """List the words of a segment, split from its text where it lists none."""
    if one.words:
        return [(w.word.text, w.word.start_ms, w.word.speaker not in _NO_TAG) for w in one.words]
    value = first_value(one.node, keys.text)[1]
    words = tree.text(value).split() if isinstance(value, str) else []
    return [(word, None, one.speaker is not None) for word in words]


def carry_changes(segments: list[Segment]) -> list[Segment]:
    """Fill in speakers, in files that name only changes: none is named twice in a row."""
    named = [one.speaker for one in segments]
    names = [name for name in named if name is not None]
    if len(names) < 2 or any(a == b for a, b in pairwise(names)):
        return segments
    filled = fill_forward(named)
    return [one._replace(speaker=name) for one, name in zip(segments, filled, strict=True)]


def name_channels(tree: Tree, nodes: Sequence[Node], name: str) -> list[str]:
    """Name the channel of each object; the objects of a list of channels have one each."""
    keys = [key for key in names_of(nodes) if fold_key(key) in CHANNELS]
    return [
        _channel_of(tree, node, keys, i if name == "channels" else 0)
        for i, node in enumerate(nodes)
    ]


def _channel_of(tree: Tree, node: Node, keys: Sequence[str], default: int) -> str:
    for key in keys:
        value = node.get(key)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str):
            return tree.text(first)
        if isinstance(first, int) and not isinstance(first, bool):
            return f"channel {first}"
    return f"channel {default}"


def are_channels_speakers(channels: Mapping[str, Sequence[Segment]]) -> bool:
    """Whether channels tell who speaks: nobody is named, or by numbers that start anew in each."""
    named = [{name for one in said for name in _speakers_of(one)} for said in channels.values()]
    everybody = set().union(*named)
    if not everybody:
        return True
    shared = sum(map(len, named)) > len(everybody)
    return shared and all(name.isdigit() for name in everybody)


def _speakers_of(one: Segment) -> Iterator[str]:
    for name in (one.speaker, *(w.word.speaker for w in one.words)):
        if name is not None:
            yield name


def has_other_times(nodes: Sequence[Node]) -> bool:
    """Whether objects have keys that look like times but are not known."""
    names = names_of(nodes)
    stems = ("start", "begin", "offset", "time", "from")
    return any(key.lower().startswith(stems) or key.lower().endswith("time") for key in names)
