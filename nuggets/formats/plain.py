"""Plain text with speakers' labels, marks of change or times before the words.

COWEN: So where does it go next?          label, perhaps on a line of its own
**Peter:** I do.                          in bold type, the text perhaps in a quotation below
>> ALICE: Hi                              mark of change, with or without a label
- Yeah, let's do it.                      the same as a dash
[00:01:02] ANNA: text                     time before the label, bracketed or bare
Rita Moss (00:00:00) We began             time after the name, with or without a colon
(00:00:27) And then                       time alone: the same speaker goes on
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.format import Format, Parsed
from nuggets.formats.labels import Head
from nuggets.formats.lines import Line, Piece, build_turn, line_number, split_lines
from nuggets.formats.noise import count_noise
from nuggets.formats.style import Style, find_style, read_heads
from nuggets.values import LeftOut, Turn

NOISE = "web-page noise"
BEFORE = "before the first speaker"
AFTER = "after the talk"

_CHEVRONS = re.compile(r"^[ \t]*>>", re.MULTILINE)
_SAMPLE = 1_000_000  # characters by which the format is recognised; eighteen hours of talk
_ITEM = re.compile(r"([0-9]{1,2})[.)]\s")
_BULLET = re.compile(r"[-*•‣–]\s")
_SUMMARY = re.compile(
    r"\b(?:transcript|summary|takeaways?|nuggets?|key points|highlights|insights)\b", re.IGNORECASE
)
_LEAST_ITEMS = 3
_LONG_OPENING = 2000  # characters before the first label that may be most of the talk ...
_MOST_OF_TALK = 0.8  # ... and their share of the file
_MOST_UNTIMED = 0.2  # the same before the first time, where nobody is named


class _Opening(NamedTuple):
    """How the style of the file reads one line: what is opened by it, and where its words begin.

    Attributes:
        opens: Whether somebody else speaks from here on.
        name: Who, if the line says so.
        text_at: Where the words begin, counted from the beginning of the line.
        start_ms: The time; None if the line gives none.
        end_ms: The time at which it ends; None if the line does not say.
    """

    opens: bool
    name: str | None
    text_at: int
    start_ms: int | None
    end_ms: int | None


_NOTHING = _Opening(opens=False, name=None, text_at=0, start_ms=None, end_ms=None)


def looks_like_plain(source: str) -> bool:
    """Whether a text, as far as its first million characters tell, marks speakers or times."""
    lines = _lines_of(source[:_SAMPLE])
    return find_style(source, read_heads(lines)).is_marked


def parse_plain(source: str) -> Parsed:
    """Read plain text; where nothing marks a speaker, all is one turn of nobody known."""
    lines = _lines_of(source)
    heads = read_heads(lines)
    style = find_style(source, heads)
    openings = [_NOTHING if head is None else _believe(head, style) for head in heads]
    first = _first_speech(source, lines, openings)
    end = _end_of_talk(lines, openings)
    left_out = [LeftOut(line.start, line.end, BEFORE) for line in lines[:first]]
    lines, openings, rest = lines[first:end], openings[first:end], lines[end:]
    is_speech = _find_speech(lines, openings)
    left_out.extend(
        LeftOut(line.start, line.end, NOISE)
        for line, speech in zip(lines, is_speech, strict=True)
        if not speech
    )
    left_out.extend(LeftOut(line.start, line.end, AFTER) for line in rest)
    turns = tuple(_build_turns(lines, openings, is_speech))
    return Parsed(turns, tuple(left_out), _check_times(source, turns))


def _lines_of(source: str) -> list[Line]:
    return list(split_lines(source, at_chevrons=_CHEVRONS.search(source) is not None))


def _believe(head: Head, style: Style) -> _Opening:
    """Read the head of a line in the style of its file."""
    timed = head.stamp in style.stamps
    named = head.name in style.names and (timed or head.stamp in ("", "header"))
    marked = head.mark in style.marks and (timed or not head.stamp_end)
    text_at = head.quote_end
    if timed:
        text_at = max(text_at, head.stamp_end)
    if marked:
        text_at = max(text_at, head.mark_end)
    if named:
        text_at = max(text_at, head.label_end)
    if not (timed or named or marked or text_at):
        return _NOTHING
    return _Opening(
        opens=named or marked,
        name=head.name if named else None,
        text_at=text_at,
        start_ms=head.start_ms if timed else None,
        end_ms=head.end_ms if timed else None,
    )


def _first_speech(source: str, lines: Sequence[Line], openings: Sequence[_Opening]) -> int:
    """Find the first line of the talk: a label, a mark or a time; the first of all if none is."""
    for i, opening in enumerate(openings):
        if opening.opens or opening.start_ms is not None:
            before = lines[i].start
            if any(opening.opens for opening in openings):
                speaks_before = before > _LONG_OPENING and before > _MOST_OF_TALK * len(source)
            else:
                speaks_before = before > _MOST_UNTIMED * len(source)
            return 0 if speaks_before else i
    return 0


def _end_of_talk(lines: Sequence[Line], openings: Sequence[_Opening]) -> int:
    """Find where a list begins that fills the rest of the file after the last label.

    It is what somebody (or a chat service) made of the talk: a paragraph that ends in a colon,
    and below it paragraphs 1., 2., 3. and so on; or, where its words say that it is a summary,
    paragraphs with bullets.
    """
    last = len(lines)
    while last and not openings[last - 1].opens:
        last -= 1
    if not last:
        return len(lines)
    for i in range(last, len(lines) - _LEAST_ITEMS):
        if lines[i].blank == "\n\n" and lines[i].text[-1] in ":：" and _has_list(lines, i):
            return i
    return len(lines)


def _has_list(lines: Sequence[Line], i: int) -> bool:
    """Whether a list follows a line."""
    if _BULLET.match(lines[i + 1].text) and _SUMMARY.search(lines[i].text):
        return sum(_BULLET.match(line.text) is not None for line in lines[i:]) >= _LEAST_ITEMS
    item = _ITEM.match(lines[i + 1].text)
    if not item or item[1] != "1":
        return False
    items = (_ITEM.match(line.text) for line in lines[i + 1 :])
    numbers = [int(item[1]) for item in items if item]
    return numbers[:_LEAST_ITEMS] == list(range(1, _LEAST_ITEMS + 1))


def _find_speech(lines: Sequence[Line], openings: Sequence[_Opening]) -> list[bool]:
    """Tell for each line whether it is speech; what is not is web-page noise."""
    is_speech = [True] * len(lines)
    begin = 0
    while begin < len(lines):
        until = begin + 1
        while until < len(lines) and lines[until].blank != "\n\n" and openings[until] is _NOTHING:
            until += 1
        after_label = openings[begin] is not _NOTHING
        block = [line.text for line in lines[begin + after_label : until]]
        if block:
            at_begin, at_end = count_noise(block, after_label=after_label)
            for i in (*range(at_begin), *range(len(block) - at_end, len(block))):
                is_speech[begin + after_label + i] = False
        begin = until
    return is_speech


def _build_turns(
    lines: Sequence[Line], openings: Sequence[_Opening], is_speech: Sequence[bool]
) -> Iterator[Turn]:
    """Gather the words of each turn; a time holds until the next one, or the next speaker."""
    index = 0
    speaker: str | None = None
    pieces: list[Piece] = []
    start_ms = end_ms = None
    stamp_waits = False  # a time alone on its line, which the next line is said at
    after_blank = False
    for line, opening, speech in zip(lines, openings, is_speech, strict=True):
        after_blank = after_blank or line.blank == "\n\n"
        if not speech:
            continue
        if opening.opens:
            if pieces:
                yield build_turn(index, speaker, pieces)
                index += 1
                pieces = []
            speaker = opening.name
            if not stamp_waits:
                start_ms = end_ms = None
        if opening.start_ms is not None:
            start_ms, end_ms = opening.start_ms, opening.end_ms
        text = line.text[opening.text_at :].lstrip() if opening.text_at else line.text
        stamp_waits = not text and opening.start_ms is not None
        if text:
            blank = line.blank if line.blank == " " else "\n\n" if after_blank else "\n"
            start = line.end - len(text)
            pieces.append(Piece(blank, text, start, line.end, start_ms, end_ms))
            after_blank = False
    if pieces:
        yield build_turn(index, speaker, pieces)


def _check_times(source: str, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Warn of times that run backwards."""
    last_ms = count = first = 0
    for turn in turns:
        for run in turn.runs:
            if run.start_ms is not None:
                if run.start_ms < last_ms:
                    count += 1
                    first = first or run.start
                last_ms = run.start_ms
    if not count:
        return ()
    times = "once" if count == 1 else f"{count} times"
    return (f"line {line_number(source, first)}: the times run backwards ({times} in all)",)


PLAIN = Format("plain", looks_like_plain, parse_plain)
