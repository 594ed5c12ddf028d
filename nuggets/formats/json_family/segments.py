"""Segments with text, times, speaker and words, as most speech recognisers list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.tree import Node, Tree
from nuggets.formats.json_family.word_alignment import Word

_MARKS = ("punctuation", "punct")


class Keys(NamedTuple):
    """The keys of segments and words in one format, and the unit of its times.

    Of several keys the first that has a value counts.

    Attributes:
        text: Keys of a segment's text.
        word: Keys of a word's text.
        start: Keys of the start time of either.
        end: Keys of its end time.
        speaker: Keys of its speaker.
        duration: Keys of its duration, where it has no end time.
        words: Key of a segment's list of words.
        unit_ms: Milliseconds in one unit of the times.
        marks_attach: Whether the list of words holds punctuation, marked by `type`, that attaches
            to a word beside it.
    """

    text: tuple[str, ...] = ("text",)
    word: tuple[str, ...] = ("word", "text")
    start: tuple[str, ...] = ("start",)
    end: tuple[str, ...] = ("end",)
    speaker: tuple[str, ...] = ("speaker",)
    duration: tuple[str, ...] = ()
    words: str = "words"
    unit_ms: float = 1000
    marks_attach: bool = False


def add_segments(collector: CueCollector, segments: Iterable[Node], keys: Keys) -> None:
    """Add segments, each aligned with its words."""
    for segment in segments:
        add_segment(collector, segment, keys, read_words(collector, segment, keys))


def add_segment(collector: CueCollector, segment: Node, keys: Keys, words: Sequence[Word]) -> None:
    """Add one segment; where it has no text, its words are read as the text."""
    tree = collector.tree
    speaker = tree.get_name(segment, first_key(segment, keys.speaker))
    key = first_key(segment, keys.text)
    value = tree.get_string(segment, key)
    if value is not None:
        start_ms, end_ms = read_times(tree, segment, keys)
        collector.add_text(value, words, speaker=speaker, start_ms=start_ms, end_ms=end_ms)
    elif key in segment or keys.words in segment:
        add_words(collector, segment, keys, speaker)
    else:
        raise tree.error_at(segment, f'a segment needs a text as its "{keys.text[0]}"')


def read_words(collector: CueCollector, node: Node, keys: Keys) -> list[Word]:
    """Read the list of words of an object, without empty ones."""
    tree = collector.tree
    words: list[Word] = []
    for word in tree.get_objects(node, keys.words):
        text = tree.get_text(word, first_key(word, keys.word))
        if text:
            start_ms, end_ms = read_times(tree, word, keys)
            speaker = tree.get_name(word, first_key(word, keys.speaker))
            words.append(Word(text, start_ms, end_ms, speaker))
    return words


def add_words(collector: CueCollector, node: Node, keys: Keys, speaker: str | None = None) -> None:
    """Add the list of words of an object as its text.

    Where any word has white space around it, only white space separates words; else there is a
    blank before each. A word with neither time nor speaker, such as a numeral, has those of the
    word before.
    """
    tree = collector.tree
    listed: list[tuple[str, str, Node]] = []
    for word in tree.get_objects(node, keys.words):
        value = tree.get_string(word, first_key(word, keys.word))
        if value is not None:
            listed.append((value, tree.text(value), word))
    has_spaces = any(text != text.strip() for _, text, _ in listed)
    needs_blank, attaches, last = True, False, Word("", None, None)
    for value, text, word in listed:
        before, after = _read_attachment(tree, word) if keys.marks_attach else (False, False)
        needs_blank = (needs_blank or not has_spaces or text[:1].isspace()) and not (
            before or attaches
        )
        start_ms, end_ms = read_times(tree, word, keys)
        word_speaker = tree.get_name(word, first_key(word, keys.speaker))
        if start_ms is None and word_speaker is None and last.start_ms is not None:
            start_ms, end_ms, word_speaker = last.start_ms, last.end_ms, last.speaker
        last = Word(text, start_ms, end_ms, word_speaker)
        added = collector.add_word(
            value,
            " " if needs_blank else "",
            speaker=speaker if word_speaker is None else word_speaker,
            start_ms=start_ms,
            end_ms=end_ms,
        )
        attaches = after
        needs_blank = text[-1:].isspace() or (needs_blank and not added)


def read_times(tree: Tree, node: Node, keys: Keys) -> tuple[int | None, int | None]:
    """Read the start and end time of a segment or a word, in milliseconds."""
    start_ms = tree.get_ms(node, first_key(node, keys.start), unit_ms=keys.unit_ms)
    end_ms = tree.get_ms(node, first_key(node, keys.end), unit_ms=keys.unit_ms)
    if end_ms is None and start_ms is not None and keys.duration:
        duration_ms = tree.get_ms(node, first_key(node, keys.duration), unit_ms=keys.unit_ms)
        end_ms = None if duration_ms is None else start_ms + duration_ms
    return start_ms, end_ms


def _read_attachment(tree: Tree, word: Node) -> tuple[bool, bool]:
    """Return whether punctuation attaches to the word before it, and to the one after it."""
    kind = word.get("type")
    if not isinstance(kind, str) or tree.text(kind) not in _MARKS:
        return False, False
    to = tree.get_text(word, "attaches_to") or "previous"
    return to in ("previous", "both"), to in ("next", "both")


def first_key(node: Node, keys: tuple[str, ...]) -> str:
    """Choose the first key that has a value; else the first that is there; else the first."""
    for key in keys:
        if node.get(key) is not None:
            return key
    return next((key for key in keys if key in node), keys[0])
