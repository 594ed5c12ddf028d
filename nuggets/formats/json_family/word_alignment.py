"""Alignment of timed words with the text of their segment: word times and speakers for the text.

Speech recognisers write a text, and beside it the same words again, each with its time. The text
is what is read, since its spaces and punctuation are right in any language. The words only tell
where it is split.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.json_family.string_literals import slice_pieces, strip_pieces
from nuggets.formats.turns import Cue, Piece

WORD_LIST_SHARE = 0.9
"""Share of items with a single word above which a list is one of words; by eye."""

_MIN_FOUND = 0.9  # share of the words that are in the text of which they are the words; by eye
_MAX_MISSED = 400  # characters by which words that are not in the text may be off; bounds the time
_SLACK = 40  # characters between two words: punctuation, or words that are not listed; by eye


class Word(NamedTuple):
    """A word as a speech recogniser lists it.

    Attributes:
        text: Its characters, perhaps with white space around them.
        start_ms: When it begins; None if the source does not say.
        end_ms: When it ends; None if the source does not say.
        speaker: Who says it; None if the source does not say.
    """

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None = None


class _Cut(NamedTuple):
    """An offset at which a text is split, with the time and speaker from there on."""

    at: int
    start_ms: int | None
    end_ms: int | None
    speaker: str | None


def align_words(
    pieces: Sequence[Piece],
    words: Sequence[Word],
    *,
    speaker: str | None = None,
    start_ms: int | None = None,
    end_ms: int | None = None,
) -> list[Cue]:
    """Align a text with its words, by a greedy search from left to right.

    Words are compared without case. One that is not found within a few characters after the last
    is skipped. Text without a timed word of its own shares the time of the word before it, or the
    beginning of the segment.

    Args:
        pieces: The text, without white space around it.
        words: Its words, in order; may be empty.
        speaker: Who says the text, where its words name nobody else.
        start_ms: When the text begins.
        end_ms: When it ends.

    Returns:
        One cue for each stretch of one speaker; none where there is no text.
    """
    if not pieces:
        return []
    cuts = _find_cuts("".join(piece.text for piece in pieces), words, speaker)
    if not cuts:
        cuts = [_Cut(0, start_ms, end_ms, speaker)]
    elif cuts[0].at > 0:
        cuts.insert(0, _Cut(0, start_ms, None, cuts[0].speaker))
    cues: list[Cue] = []
    said: list[Piece] = []
    who = cuts[0].speaker
    parts = slice_pieces(pieces, [cut.at for cut in cuts])
    for cut, part in zip(cuts, parts, strict=True):
        if cut.speaker != who:
            cues.append(make_cue(who, said))
            who, said = cut.speaker, []
        said += [
            Piece("", piece.text, piece.start, piece.end, cut.start_ms, cut.end_ms)
            for piece in part
        ]
    cues.append(make_cue(who, said))
    return cues


def make_cue(speaker: str | None, pieces: list[Piece]) -> Cue:
    """Make a cue of pieces, removing the white space around them."""
    pieces = strip_pieces(pieces)
    if pieces:
        pieces[0] = pieces[0]._replace(blank=" ")
    return Cue(speaker, pieces)


def fill_forward(names: Sequence[str | None]) -> list[str | None]:
    """Replace each None by the last name before it."""
    carried: list[str | None] = []
    last: str | None = None
    for name in names:
        last = last if name is None else name
        carried.append(last)
    return carried


def _find_cuts(text: str, words: Sequence[Word], speaker: str | None) -> list[_Cut]:
    """Find where to split a text: before timed words, and where the speaker changes."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    cuts: list[_Cut] = []
    at = missed = 0
    for word, who in zip(words, _fill_speakers(words, speaker), strict=True):
        while at < len(text) and text[at].isspace():
            at += 1
        target = word.text.strip().lower()
        found = _find_word(folded, target, at, missed) if target else -1
        if found < 0:
            missed += len(target) + 1
            continue
        missed = 0
        begin = _begin_of(text, at, found)
        at = found + len(target)
        if word.start_ms is not None or who != (cuts[-1].speaker if cuts else speaker):
            cuts.append(_Cut(begin, word.start_ms, word.end_ms, who))
    return cuts


def covers_text(text: str, words: Sequence[Word]) -> bool:
    """Whether words are those of a text, nearly all in their order."""
    found = {cut.at for cut in _find_cuts(text, words, None)}
    return len(found) >= _MIN_FOUND * sum(word.start_ms is not None for word in words)


def _find_word(text: str, word: str, at: int, missed: int) -> int:
    """Find the offset of a word at an offset or shortly after it; -1 if it is not there.

    Args:
        text: In lower case, as is the word.
        word: The word.
        at: Where the last word that was found ends.
        missed: Characters of the words since then that were not.
    """
    if text.startswith(word, at):
        return at
    until = at + len(word) + _SLACK + min(2 * missed, _MAX_MISSED)
    found = text.find(word, at, until)
    while found > 0 and text[found - 1].isalnum():  # the end of another word
        found = text.find(word, found + 1, until)
    return found


def _begin_of(text: str, at: int, found: int) -> int:
    """Find where a word begins with the punctuation before it, such as a quotation cut."""
    begin = found
    while begin > at and not text[begin - 1].isspace():
        begin -= 1
    return begin if begin > at or at == 0 or text[at - 1].isspace() else found


def _fill_speakers(words: Sequence[Word], speaker: str | None) -> list[str | None]:
    """Fill in the speakers of words that have none.

    A word with neither speaker nor time, such as a numeral, has the speaker of the word before.
    One with a time has that of both neighbours if they agree, else that of the text.
    """
    speakers = [word.speaker for word in words]
    if None not in speakers:
        return speakers
    are_timed = any(word.start_ms is not None for word in words)
    for i, word in enumerate(words):
        if i and are_timed and word.start_ms is None and speakers[i] is None:
            speakers[i] = speakers[i - 1]
    before = fill_forward(speakers)
    after = fill_forward(speakers[::-1])[::-1]
    return [
        _choose_speaker(left, right, speaker) if who is None else who
        for who, left, right in zip(speakers, before, after, strict=True)
    ]


def _choose_speaker(left: str | None, right: str | None, speaker: str | None) -> str | None:
    """Choose the speaker of a word by its neighbours' speakers and that of the text."""
    if left is not None and left == right:
        return left
    if speaker is not None:
        return speaker
    return left or right if left is None or right is None else None
