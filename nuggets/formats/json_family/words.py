"""Words with times, and the text that holds them.

Recognisers write a text and beside it its words again, each with its time. The text is what is
read, since its blanks and marks are right in any language; the words say where it is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.cues import Cue
from nuggets.formats.json_family.escapes import slice_pieces, strip_pieces
from nuggets.formats.lines import Piece

_SLACK = 40  # characters of the text that may lie between two words: marks, or a word without time


class Word(NamedTuple):
    """A word as a recogniser lists it.

    Attributes:
        text: Its characters, perhaps with white space around them.
        start_ms: When it begins; None if the source does not say.
        end_ms: When it ends.
        speaker: Who says it; None if the source does not say.
    """

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None = None


class _Mark(NamedTuple):
    """A place at which a text is cut, and what holds from there on."""

    at: int
    start_ms: int | None
    end_ms: int | None
    speaker: str | None


def cut_at_words(
    pieces: Sequence[Piece],
    words: Sequence[Word],
    *,
    speaker: str | None = None,
    start_ms: int | None = None,
    end_ms: int | None = None,
) -> list[Cue]:
    """Give the words of a text their times and speakers.

    A word without time shares that of the word before; what stands before the first word with a
    time has the beginning of the text. Words that are not found in the text are passed over.

    Args:
        pieces: The text, without white space around it.
        words: Its words, in order; may be empty.
        speaker: Who says the text, as far as its words do not say otherwise.
        start_ms: When the text begins.
        end_ms: When it ends.

    Returns:
        One cue for each stretch of one speaker; none where there is no text.
    """
    if not pieces:
        return []
    marks = _find_marks("".join(piece.text for piece in pieces), words, speaker)
    if not marks:
        marks = [_Mark(0, start_ms, end_ms, speaker)]
    elif marks[0].at > 0:
        marks.insert(0, _Mark(0, start_ms, None, marks[0].speaker))
    cues: list[Cue] = []
    said: list[Piece] = []
    who = marks[0].speaker
    parts = slice_pieces(pieces, [mark.at for mark in marks])
    for mark, part in zip(marks, parts, strict=True):
        if mark.speaker != who:
            cues.append(open_cue(who, said))
            who, said = mark.speaker, []
        said += [
            Piece("", piece.text, piece.start, piece.end, mark.start_ms, mark.end_ms)
            for piece in part
        ]
    cues.append(open_cue(who, said))
    return cues


def open_cue(speaker: str | None, pieces: list[Piece]) -> Cue:
    """Make a cue of pieces, without white space around them."""
    pieces = strip_pieces(pieces)
    if pieces:
        pieces[0] = pieces[0]._replace(blank=" ")
    return Cue(speaker, pieces)


def carry_on(names: Sequence[str | None]) -> list[str | None]:
    """Put the last name before it where there is none."""
    carried: list[str | None] = []
    last: str | None = None
    for name in names:
        last = last if name is None else name
        carried.append(last)
    return carried


def _find_marks(text: str, words: Sequence[Word], speaker: str | None) -> list[_Mark]:
    """Find where a text is to be cut: before words with a time, and where the speaker changes."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    marks: list[_Mark] = []
    at = 0
    for word, who in zip(words, _tell_speakers(words, speaker), strict=True):
        while at < len(text) and text[at].isspace():
            at += 1
        sought = word.text.strip().lower()
        found = _find_word(folded, sought, at) if sought else -1
        if found < 0:
            continue
        begin = _begin_of(text, at, found)
        at = found + len(sought)
        if word.start_ms is not None or (marks and who != marks[-1].speaker):
            marks.append(_Mark(begin, word.start_ms, word.end_ms, who))
    return marks


def _find_word(text: str, word: str, at: int) -> int:
    """Find a word at a place or soon after; -1 if it is not there."""
    if text.startswith(word, at):
        return at
    until = at + len(word) + _SLACK
    found = text.find(word, at, until)
    while found > 0 and text[found - 1].isalnum():  # the end of another word
        found = text.find(word, found + 1, until)
    return found


def _begin_of(text: str, at: int, found: int) -> int:
    """Find where a word begins with the marks before it, such as a quotation mark."""
    begin = found
    while begin > at and not text[begin - 1].isspace():
        begin -= 1
    return begin if begin > at or at == 0 or text[at - 1].isspace() else found


def _tell_speakers(words: Sequence[Word], speaker: str | None) -> list[str | None]:
    """Tell who says each word; one without a name goes with its neighbours if they agree.

    One that has no time either, such as a numeral, goes with the word before.
    """
    told = [word.speaker for word in words]
    if None not in told:
        return told
    are_timed = any(word.start_ms is not None for word in words)
    for i, word in enumerate(words):
        if i and are_timed and word.start_ms is None and told[i] is None:
            told[i] = told[i - 1]
    before = carry_on(told)
    after = carry_on(told[::-1])[::-1]
    return [
        _settle(left, right, speaker) if who is None else who
        for who, left, right in zip(told, before, after, strict=True)
    ]


def _settle(left: str | None, right: str | None, speaker: str | None) -> str | None:
    """Tell who says a word between the words of two speakers, in a text of one."""
    if left is not None and left == right:
        return left
    if speaker is not None:
        return speaker
    return left or right if left is None or right is None else None
