"""Segments with a text, times, perhaps a speaker and words: what most recognisers list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nuggets.formats.json_family.collector import Reading
from nuggets.formats.json_family.tree import Node, Tree
from nuggets.formats.json_family.words import Word

_MARKS = ("punctuation", "punct")


class Keys(NamedTuple):
    """How a recogniser calls the members of segments and words, and what its times count.

    Of several names the first that is there counts.

    Attributes:
        text: What a segment says.
        word: What a word says.
        start: When either begins.
        end: When it ends.
        duration: How long it lasts, where no end is given.
        speaker: Who says it.
        words: The list of words.
        unit_ms: Milliseconds in one unit of the times.
        glued: Whether words say that they are marks, to be put behind the word before.
    """

    text: tuple[str, ...] = ("text",)
    word: tuple[str, ...] = ("word", "text")
    start: tuple[str, ...] = ("start",)
    end: tuple[str, ...] = ("end",)
    speaker: tuple[str, ...] = ("speaker",)
    duration: tuple[str, ...] = ()
    words: str = "words"
    unit_ms: float = 1000
    glued: bool = False


def add_segments(reading: Reading, segments: Iterable[Node], keys: Keys) -> None:
    """Add segments, each cut at its words where they have times of their own."""
    for segment in segments:
        add_segment(reading, segment, keys, read_words(reading, segment, keys))


def add_segment(reading: Reading, segment: Node, keys: Keys, words: Sequence[Word]) -> None:
    """Add one segment; where it has no text, its words are read instead."""
    tree = reading.tree
    speaker = tree.get_name(segment, first_key(segment, keys.speaker))
    key = first_key(segment, keys.text)
    value = tree.get_string(segment, key)
    if value is not None:
        start_ms, end_ms = read_times(tree, segment, keys)
        reading.add_text(value, words, speaker=speaker, start_ms=start_ms, end_ms=end_ms)
    elif key in segment or keys.words in segment:
        add_words(reading, segment, keys, speaker)
    else:
        raise tree.malformed(segment, f'a segment needs a text as its "{keys.text[0]}"')


def read_words(reading: Reading, node: Node, keys: Keys) -> list[Word]:
    """Read the words that an object lists, but for those without characters."""
    tree = reading.tree
    words: list[Word] = []
    for word in tree.get_objects(node, keys.words):
        text = tree.get_text(word, first_key(word, keys.word))
        if text:
            start_ms, end_ms = read_times(tree, word, keys)
            speaker = tree.get_name(word, first_key(word, keys.speaker))
            words.append(Word(text, start_ms, end_ms, speaker))
    return words


def add_words(reading: Reading, node: Node, keys: Keys, speaker: str | None = None) -> None:
    """Add the words that an object lists as its text.

    Where any word has white space around it, only that parts words; else each is parted. A word
    with neither time nor speaker, such as a numeral, has those of the word before.
    """
    tree = reading.tree
    listed: list[tuple[str, str, Node]] = []
    for word in tree.get_objects(node, keys.words):
        value = tree.get_string(word, first_key(word, keys.word))
        if value is not None:
            listed.append((value, tree.text(value), word))
    own_blanks = any(text != text.strip() for _, text, _ in listed)
    parted, glued, last = True, False, Word("", None, None)
    for value, text, word in listed:
        before, behind = _read_glue(tree, word) if keys.glued else (False, False)
        parted = (parted or not own_blanks or text[:1].isspace()) and not (before or glued)
        start_ms, end_ms = read_times(tree, word, keys)
        who = tree.get_name(word, first_key(word, keys.speaker))
        if start_ms is None and who is None and last.start_ms is not None:
            start_ms, end_ms, who = last.start_ms, last.end_ms, last.speaker
        last = Word(text, start_ms, end_ms, who)
        added = reading.add_word(
            value,
            " " if parted else "",
            speaker=speaker if who is None else who,
            start_ms=start_ms,
            end_ms=end_ms,
        )
        glued = behind
        parted = text[-1:].isspace() or (parted and not added)


def read_times(tree: Tree, node: Node, keys: Keys) -> tuple[int | None, int | None]:
    """Read when a segment or a word begins and ends."""
    start_ms = tree.get_ms(node, first_key(node, keys.start), unit_ms=keys.unit_ms)
    end_ms = tree.get_ms(node, first_key(node, keys.end), unit_ms=keys.unit_ms)
    if end_ms is None and start_ms is not None and keys.duration:
        lasts_ms = tree.get_ms(node, first_key(node, keys.duration), unit_ms=keys.unit_ms)
        end_ms = None if lasts_ms is None else start_ms + lasts_ms
    return start_ms, end_ms


def _read_glue(tree: Tree, word: Node) -> tuple[bool, bool]:
    """Tell whether a mark is glued to the word before it, and to the one behind it."""
    kind = word.get("type")
    if not isinstance(kind, str) or tree.text(kind) not in _MARKS:
        return False, False
    to = tree.get_text(word, "attaches_to") or "previous"
    return to in ("previous", "both"), to in ("next", "both")


def first_key(node: Node, keys: tuple[str, ...]) -> str:
    """Tell by which of several names a member is there; the first if by none."""
    for key in keys:
        if node.get(key) is not None:
            return key
    return next((key for key in keys if key in node), keys[0])
