"""JSON of whisper.cpp (`-oj`, `-ojf`): segments with offsets, and tokens that are parts of words.

    {"systeminfo": "...", "model": {...}, "params": {...}, "result": {"language": "en"},
     "transcription": [{"timestamps": {"from": "00:00:00,000", "to": "00:00:02,400"},
       "offsets": {"from": 0, "to": 2400}, "text": " Hello there.", "speaker": "0",
       "tokens": [{"text": "[_BEG_]", ...}, {"text": " Hello", "offsets": {...}, ...}, ...]}, ...]}

With `-di` a speaker is "0", "1" or, where unsure, "?". With `-tdrz` a segment only says that
another speaker follows.
"""

from __future__ import annotations

import re

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.json_family.word_alignment import Word

NAME = "whisper.cpp"

_SPECIAL = re.compile(r"\[_[A-Z]+_?[0-9]*\]|<\|[^|]*\|>")
_UNSURE = "?"


def looks_like_whisper_cpp(source: str) -> bool:
    """Whether a text is a JSON object with a transcription that has offsets."""
    return looks_like_object(source) and has_keys(source, "transcription", "offsets", "from")


def parse_whisper_cpp(source: str) -> Parsed:
    """Read each segment as a cue."""
    tree = read_tree(source, NAME)
    top = tree.root_with("transcription")
    collector = CueCollector(tree)
    opens = False
    for segment in tree.get_objects(top, "transcription"):
        value = tree.get_string(segment, "text")
        if value is None:
            raise tree.error_at(segment, 'a segment needs a text as its "text"')
        start_ms, end_ms = _read_offsets(tree, segment)
        speaker = tree.get_name(segment, "speaker")
        collector.add_text(
            value,
            _join_tokens(tree, tree.get_objects(segment, "tokens")),
            speaker=None if speaker == _UNSURE else speaker,
            start_ms=start_ms,
            end_ms=end_ms,
            opens=opens,
        )
        opens = segment.get("speaker_turn_next") is True
    return collector.to_parsed()


def _read_offsets(tree: Tree, node: Node) -> tuple[int | None, int | None]:
    """Read the start and end time of a segment or token, in milliseconds."""
    offsets = tree.get_object(node, "offsets") or {}
    return tree.get_ms(offsets, "from", unit_ms=1), tree.get_ms(offsets, "to", unit_ms=1)


def _join_tokens(tree: Tree, tokens: list[Node]) -> list[Word]:
    """Join tokens to words, each of which begins with a blank; special tokens are left out."""
    words: list[Word] = []
    for token in tokens:
        text = tree.get_text(token, "text") or ""
        if not text or _SPECIAL.fullmatch(text):
            continue
        start_ms, end_ms = _read_offsets(tree, token)
        if words and not text[0].isspace():
            last = words[-1]
            words[-1] = last._replace(text=last.text + text, end_ms=end_ms)
        else:
            words.append(Word(text, start_ms, end_ms))
    return words


WHISPER_CPP = Format(
    NAME,
    origin="whisper.cpp (`-oj`, `-ojf`)",
    speakers="with `-di`",
    times="word",
    looks_like=looks_like_whisper_cpp,
    parse=parse_whisper_cpp,
    special="words are put together from tokens where these are listed",
)
