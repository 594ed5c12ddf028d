r"""YouTube's captions as JSON (`fmt=json3`, yt-dlp's `.json3`).

    {"wireMagic": "pb3", "events": [
      {"tStartMs": 0, "dDurationMs": 211879, "id": 1, "wpWinPosId": 1},
      {"tStartMs": 160, "dDurationMs": 4880, "wWinId": 1, "segs": [
        {"utf8": "hello", "acAsrConf": 0}, {"utf8": " and", "tOffsetMs": 320}, ...]},
      {"tStartMs": 2869, "dDurationMs": 2171, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]},
      ...]}

Unlike in rolling captions, no text is repeated. An event is shown for longer than it is spoken, so
words of recognised speech have a start time only. `>>` marks another speaker; a name may follow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from nuggets.formats.captions.line_pieces import are_too_dense
from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.string_literals import slice_pieces, strip_pieces
from nuggets.formats.json_family.tree import Node, Tree, read_tree
from nuggets.formats.turns import Cue, Piece, join_cues

NAME = "youtube-json3"

_OFFSET = "tOffsetMs"
_MARK = re.compile(r"(?<!\S)>{2,3}(?!>)\s*+")
_LABEL = re.compile(r"([^\W\d_a-z][^:\n]{0,40}+):\s++")
_MAX_LABEL_WORDS = 4  # before a bracket; by eye


class _Utterance(NamedTuple):
    """Text of an event up to the next mark of another speaker.

    Attributes:
        pieces: The text; may be empty.
        opens: Whether a mark of another speaker stands before it.
        label: The possible name after the mark; None if there is none.
        label_end: Offset in the text at which the words after the label begin.
    """

    pieces: list[Piece]
    opens: bool = False
    label: str | None = None
    label_end: int = 0


def looks_like_youtube(source: str) -> bool:
    """Whether a text is a JSON object with events of YouTube's captions."""
    return looks_like_object(source) and has_keys(source, "events", "tStartMs", "segs", "utf8")


def parse_youtube(source: str) -> Parsed:
    """Read each event as a cue, or word by word where words have offsets."""
    tree = read_tree(source, NAME)
    top = tree.root_with("events")
    has_word_times = has_keys(source, _OFFSET)
    utterances: list[_Utterance] = []
    for event in tree.get_objects(top, "events"):
        utterances += _read_event(tree, event, has_word_times=has_word_times)
    cues = list(_assign_names(utterances))
    return Parsed(join_cues(cues, time_source="word" if has_word_times else "cue"))


def _read_event(tree: Tree, event: Node, *, has_word_times: bool) -> Iterator[_Utterance]:
    """Read the text of an event, split at marks of another speaker."""
    begin_ms = tree.get_ms(event, "tStartMs", unit_ms=1)
    duration_ms = tree.get_ms(event, "dDurationMs", unit_ms=1)
    start_ms = begin_ms
    end_ms = (
        None
        if has_word_times or begin_ms is None or duration_ms is None
        else begin_ms + duration_ms
    )
    needs_blank = True
    for seg in tree.get_objects(event, "segs"):
        value = tree.get_string(seg, "utf8")
        if value is None:
            continue
        text = tree.text(value)
        if has_word_times and begin_ms is not None:
            start_ms = begin_ms + (tree.get_ms(seg, _OFFSET, unit_ms=1) or 0)
        needs_blank = needs_blank or text[:1].isspace()
        pieces = tree.pieces(value, " " if needs_blank else "", start_ms, end_ms)
        yield from _split_at_marks(pieces, "".join(piece.text for piece in pieces))
        needs_blank = text[-1:].isspace() or (needs_blank and not pieces)


def _split_at_marks(pieces: list[Piece], text: str) -> Iterator[_Utterance]:
    """Split text at marks of another speaker, and remove these."""
    if ">>" not in text:
        yield _Utterance(pieces)
        return
    marks = list(_MARK.finditer(text))
    if are_too_dense(len(marks), len(text)):
        yield _Utterance(pieces)
        return
    cuts = [0, *(cut for mark in marks for cut in mark.span())]
    parts = list(slice_pieces(pieces, cuts))
    yield _Utterance(strip_pieces(parts[0]))
    for mark, part in zip(marks, parts[2::2], strict=True):
        label = _LABEL.match(text, mark.end())
        if label and len(label[1].partition("(")[0].split()) <= _MAX_LABEL_WORDS:
            yield _Utterance(strip_pieces(part), True, label[1], label.end() - mark.end())
        else:
            yield _Utterance(strip_pieces(part), True)


def _assign_names(utterances: list[_Utterance]) -> Iterator[Cue]:
    """Make cues, with the speakers named after marks: labels in capitals, or that recur."""
    labels = Counter(one.label for one in utterances if one.label is not None)
    names = {label for label, count in labels.items() if count > 1 or label.isupper()}
    speaker: str | None = None
    opens = False
    for one in utterances:
        pieces = one.pieces
        if one.opens:
            opens = True
            speaker = one.label if one.label in names else None
            if speaker is not None:
                pieces = strip_pieces(list(slice_pieces(pieces, [0, one.label_end]))[1])
            if pieces:
                pieces[0] = pieces[0]._replace(blank=" ")
        yield Cue(speaker, pieces, opens)
        opens = opens and not pieces


YOUTUBE = Format(
    NAME,
    origin="YouTube, yt-dlp (`.json3`)",
    speakers="where named after `>>`",
    times="word",
    looks_like=looks_like_youtube,
    parse=parse_youtube,
    special="`>>` opens a turn; recognised words have a beginning and no end",
)
