"""Lists of single words, or of parts of words, put together to the text that they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.json_family.cue_text import clean_pieces, clean_word, drop_word_mark
from nuggets.formats.json_family.keys import Keys, first_value, fold_key
from nuggets.formats.json_family.speakers import read_times
from nuggets.formats.json_family.tree import Node, Tree
from nuggets.formats.json_family.word_alignment import WORD_LIST_SHARE, Word
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.turns import Cue

_MARK_KINDS = ("punctuation", "punct")
_MARKS = ".,;:!?…%"  # an item of nothing else is joined to the word before
_SPECIAL = re.compile(r"\[_[A-Z]+_?[0-9]*\]|<\|[^|]*\||<\|[^|]*\|>|<(?:end|fin)>")
_MIN_SPACED = 0.3  # blanks for each item with letters, where only blanks part words; by eye
_MAX_SENTENCES = 0.5  # items that end a sentence, in a list of words; by eye
_WORD_NAMES = ("words", "wordsegments", "tokens", "items")


class ListedWord(NamedTuple):
    """A word and the number of its string in the JSON.

    Attributes:
        value: Number of the string.
        word: The word, its times and its speaker.
        to_previous: Whether it is a mark that attaches to the word before.
        to_next: Whether it is one that attaches to the word after.
    """

    value: str
    word: Word
    to_previous: bool = False
    to_next: bool = False


def read_listed_words(
    tree: Tree, nodes: Sequence[Node], keys: Keys, who: Callable[[Node], str | None]
) -> list[ListedWord]:
    """Read a list of words, without empty items and those that are no speech."""
    listed: list[ListedWord] = []
    for node in nodes:
        key, value = first_value(node, keys.text)
        if value is None:
            continue
        value = tree.get_string(node, key)
        if value is None:
            continue
        text = clean_word(tree.text(value))
        if not text or _SPECIAL.fullmatch(text):
            continue
        start_ms, end_ms = read_times(tree, node, keys)
        if start_ms is None and end_ms is not None:
            start_ms = 0  # which protobuf leaves out
        word = Word(text, start_ms, end_ms, who(node))
        listed.append(ListedWord(value, word, *_read_attachment(tree, node)))
    return listed


def _read_attachment(tree: Tree, node: Node) -> tuple[bool, bool]:
    """Return whether an item is a mark of the word before it, and of the word after it."""
    kind = node.get("type")
    if not isinstance(kind, str) or tree.text(kind) not in _MARK_KINDS:
        return False, False
    to = tree.get_text(node, "attaches_to") or "previous"
    return to in ("previous", "both"), to in ("next", "both")


def is_spaced(listed: Sequence[ListedWord]) -> bool:
    """Whether items hold the blanks between words, so that there are none but these."""
    blanks = sum(
        " " in (one.word.text[0], before.word.text[-1]) and one.word.speaker == before.word.speaker
        for before, one in pairwise(listed)
    )
    cased = sum(one.word.text.lower() != one.word.text.upper() for one in listed)
    return blanks > 0 and blanks >= _MIN_SPACED * cased


def join_words(
    tree: Tree, listed: Sequence[ListedWord], *, guide: str = "", speaker: str | None = None
) -> Iterator[Cue]:
    """Make a cue of each word, with the blank before it.

    A word with neither time nor speaker, such as a numeral or a mark, has those of the word
    before.

    Args:
        tree: The JSON.
        listed: The words.
        guide: The whole text, which shows where blanks are, up to where it differs.
        speaker: Who speaks a word that names nobody.
    """
    spaced = is_spaced(listed)
    needs_blank, attaches, at = True, False, 0
    last = Word("", None, None)
    for one in listed:
        text = one.word.text
        is_mark = one.to_previous or (not spaced and not text.strip().strip(_MARKS))
        needs_blank = (needs_blank or not spaced or text[:1].isspace()) and not (
            is_mark or attaches
        )
        bare = text.strip()
        if guide and bare:
            begin = at
            while begin < len(guide) and guide[begin].isspace():
                begin += 1
            if guide.startswith(bare, begin):
                needs_blank = begin > at or not at
                at = begin + len(bare)
            else:
                guide = ""
        word = one.word
        is_bare = word.start_ms is None and last.start_ms is not None
        if is_bare and (word.speaker is None or is_mark):
            word = last._replace(text=word.text, speaker=word.speaker or last.speaker)
        last = word
        pieces = tree.pieces(one.value, " " if needs_blank else "", word.start_ms, word.end_ms)
        if pieces:
            pieces = clean_pieces(drop_word_mark(pieces))
        yield Cue(speaker if word.speaker is None else word.speaker, pieces)
        attaches = one.to_next
        needs_blank = text[-1:].isspace() or (needs_blank and not pieces)


def join_tokens(listed: Sequence[ListedWord]) -> list[Word]:
    """Join parts of words, each of which begins with a blank, to words."""
    if not is_spaced(listed):
        return [one.word for one in listed]
    words: list[Word] = []
    for one in listed:
        word = one.word
        if words and not word.text[0].isspace() and not words[-1].text[-1].isspace():
            last = words[-1]
            words[-1] = last._replace(text=last.text + word.text, end_ms=word.end_ms)
        else:
            words.append(word)
    return words


def is_word_list(tree: Tree, name: str, nodes: Sequence[Node], keys: Keys) -> bool:
    """Whether a list holds single words, rather than segments."""
    texts = [first_value(node, keys.text)[1] for node in nodes]
    said = [tree.text(text).strip() for text in texts if isinstance(text, str)]
    said = [text for text in said if text]
    single = sum(len(text.split(maxsplit=1)) < 2 for text in said)
    if not said or single <= WORD_LIST_SHARE * len(said):
        return False
    if fold_key(name) in _WORD_NAMES or any("type" in node for node in nodes):
        return True
    ends = sum(text.rstrip("\"'”’)]")[-1:] in SENTENCE_ENDS for text in said)
    return len(said) > 1 and ends < _MAX_SENTENCES * len(said)
