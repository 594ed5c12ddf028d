r"""Markup in the text of cues: voice tags, timestamp tags, styling and character references.

    <v.loud Sarah>So <i>where</i> do<00:00:01.200> we AT&amp;T {\an8}begin?</v>

A voice tag gives the speaker, a timestamp tag the time of the words after it; references are
decoded and all other tags removed. What is no tag of captions is speech, such as `<laughs>`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from nuggets.formats.captions.cue import RawCue, RawLine
from nuggets.formats.captions.cue_timings import read_inline_clock
from nuggets.formats.captions.line_pieces import join_text, trim_pieces
from nuggets.formats.turns import Piece
from nuggets.timecode import PADDED_CLOCK

_ANY_MARK = re.compile(
    r"[<&{\\\[](?:(?<!\[)|[bB][rR]\]|[0-9]{1,3}:)"
)  # begins with a set: faster to search
MARKUP = re.compile(
    r"""
    (?=[<&{\\\[])(?:
      <(?P<clock>[0-9]{1,4}:[0-9:.,]{2,20})>                              # of the word after it
    | <v(?:\.[^\s<>]*+)?(?:\s++(?P<voice>[^<>]*+))?>                      # <v.loud Name>
    | (?P<unvoice></v\s*>)
    | (?P<break><br\s*/?>|\\N|\[br\])
    | (?P<stamp>\[[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?\]:?)   # of the words, again
    | </?(?:c|i|b|u|s|q|p|a|em|rt|rp|tt|big|div|sub|sup|font|lang|ruby|span|small|strong)
      (?:[.\s/][^<>]*+)?>
    | \{\\[^{}]{0,200}\}                                                  # {\an8}
    | \{[ycfsp]:[^{}\s]{1,40}\}                                           # {y:i}
    | (?P<blank>\\h)
    | (?P<escape>&(?:amp;){0,3}(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = re.compile(  # nearly all lines of YouTube: a fast path, equal to the pattern above
    rf"[^<&{{\\\[]*+(?:<{PADDED_CLOCK}\.[0-9]{{3}}><c>[^<&{{\\\[]*+</c>)++\Z"
)
_WORD = re.compile(r"<([0-9:.]++)><c>([^<]*+)</c>")
_CUT_TAG = re.compile(r"</?(?:[a-z][^<>]{0,80}|[0-9][0-9:.]{0,14})?\Z", re.IGNORECASE)
_PLAIN_BLANKS = frozenset(" \t\r\n")


class CueLine(NamedTuple):
    """A line of a cue without its markup, or the part of it within one voice tag.

    Attributes:
        cue: Index of the cue.
        row: Index of the line in the cue, blank ones counted.
        voice: Speaker named by a voice tag; None if there is none.
        text: As it is shown, without white space around it; never empty.
        pieces: The same text in pieces of the source, each with its time.
        timed: Whether words have times of their own, from timestamp tags.
    """

    cue: int
    row: int
    voice: str | None
    text: str
    pieces: Sequence[Piece]
    timed: bool = False


def read_cue_lines(index: int, cue: RawCue) -> Iterator[CueLine]:
    """Remove the markup of a cue.

    Args:
        index: Index of the cue.
        cue: The cue as it stands in the file.

    Yields:
        Its lines that are not blank; a line that voice tags or `<br>` divide, in parts.
    """
    start_ms, end_ms = cue.start_ms, cue.end_ms
    writer: _MarkupReader | None = None
    for row, span in enumerate(cue.lines):
        start, end, text = span
        if _ANY_MARK.search(text) is None and (writer is None or writer.is_fresh()):
            if text and (text[0].isspace() or text[-1].isspace()):
                start += len(text) - len(text.lstrip())
                text = text.strip()
                end = start + len(text)
            if text:
                piece = Piece(" ", text, start, end, start_ms, end_ms)
                yield CueLine(index, row, None, text, (piece,))
            continue
        if writer is None:
            writer = _MarkupReader(index, start_ms, end_ms)
        yield from writer.read_line(row, span)


class _MarkupReader:
    """Reads the lines of a cue that has markup; a voice tag holds until it ends."""

    def __init__(self, index: int, start_ms: int, end_ms: int | None) -> None:
        self._index = index
        self._end_ms = end_ms
        self._start_ms = self._at_ms = start_ms
        self._voice: str | None = None
        self._pieces: list[Piece] = []
        self._after_blank = False
        self._timed = False

    def is_fresh(self) -> bool:
        """Whether no tag that was read has an effect on the lines to come."""
        return self._voice is None and self._at_ms == self._start_ms

    def read_line(self, row: int, span: RawLine) -> Iterator[CueLine]:
        """Read one line; tags may divide it."""
        start, _, line = span
        if _WORDS.match(line) is not None:
            yield from self._read_timed_words(row, start, line)
            return
        at = 0
        self._timed = False
        for match in MARKUP.finditer(line):
            begin = match.start()
            if at < begin:
                self._add(start + at, line[at:begin])
            at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                self._add_escape(start + begin, match.group())
            elif kind == "clock":
                self._add_clock(match["clock"])
            elif kind in ("blank", "stamp"):
                self._after_blank = True
            elif kind is not None or match.group()[1:2] in "vV":
                yield from self._flush(row)
                if kind == "unvoice":
                    self._voice = None
                elif kind != "break":
                    self._voice = to_voice_name(match["voice"])
        if at < len(line):
            self._add(start + at, line[at:])
        yield from self._flush(row)

    def _read_timed_words(self, row: int, start: int, line: str) -> Iterator[CueLine]:
        """Read a line in which all words but the first have a timestamp, with no other markup."""
        first = line.find("<")
        words = [(self._at_ms, 0, line[:first])]
        for match in _WORD.finditer(line, first):
            self._at_ms = read_inline_clock(match[1]) or 0
            words.append((self._at_ms, match.start(2), match[2]))
        pieces: list[Piece] = []
        blank = " "
        for at_ms, at, raw in words:
            text = raw.strip()
            if not text:
                blank = " "
                continue
            lead = len(raw) - len(raw.lstrip())
            begin = start + at + lead
            blank = " " if lead else blank
            pieces.append(Piece(blank, text, begin, begin + len(text), at_ms, None))
            blank = " " if lead + len(text) < len(raw) else ""
        if pieces:
            yield self._timed_line(row, pieces)

    def _add(self, start: int, raw: str) -> None:
        """Add text without markup; white space at its edges becomes a single blank."""
        text = raw.strip()
        if not text:
            self._after_blank = True
            return
        if len(text) == len(raw):
            self._put(text, start, start + len(text))
            return
        lead = len(raw) - len(raw.lstrip())
        start += lead
        self._after_blank = self._after_blank or lead > 0
        self._put(text, start, start + len(text))
        self._after_blank = lead + len(text) < len(raw)

    def _add_escape(self, start: int, escape: str) -> None:
        """Add the character of a reference such as `&amp;`; an unknown one stays as it is."""
        text = decode_reference(escape)
        if text in _PLAIN_BLANKS:
            self._after_blank = True
        else:
            self._put(text, start, start + len(escape))

    def _put(self, text: str, start: int, end: int) -> None:
        blank = " " if self._after_blank else ""
        self._pieces.append(Piece(blank, text, start, end, self._at_ms, self._end_ms))
        self._after_blank = False

    def _add_clock(self, clock: str) -> None:
        """Set the time of the words that follow."""
        at_ms = read_inline_clock(clock)
        if at_ms is not None:
            self._at_ms = at_ms
            self._timed = True

    def _flush(self, row: int) -> Iterator[CueLine]:
        """Yield the text collected so far as one line, if there is any."""
        self._after_blank = False
        if not self._pieces:
            return
        pieces, self._pieces = trim_pieces(self._pieces), []
        if pieces and self._timed:
            yield self._timed_line(row, pieces)
        elif pieces:
            text = pieces[0].text if len(pieces) == 1 else join_text(pieces)
            yield CueLine(self._index, row, self._voice, text, pieces)

    def _timed_line(self, row: int, pieces: list[Piece]) -> CueLine:
        """Make a line of timed words; each ends where the next one with another time begins."""
        until = self._end_ms
        for i in range(len(pieces) - 1, -1, -1):
            blank, text, start, end, start_ms, _ = pieces[i]
            pieces[i] = Piece(blank, text, start, end, start_ms, until)
            if i and pieces[i - 1].start_ms != start_ms:
                until = start_ms
        return CueLine(self._index, row, self._voice, join_text(pieces), pieces, timed=True)


def to_voice_name(name: str | None) -> str | None:
    """Decode the name in a voice tag and fold its white space; None if it is blank."""
    return " ".join(html.unescape(name).split()) or None if name else None


@lru_cache(maxsize=1024)
def decode_reference(reference: str) -> str:
    """Decode a character reference such as `&amp;`; an unknown one is returned as it is.

    One that was escaped twice, `&amp;gt;`, is decoded twice. Differs on purpose from that of HTML
    pages: one of no character, such as `&#1;`, stays, too.
    """
    shown = html.unescape(reference)
    while len(shown) > 1 and shown != (again := html.unescape(shown)):
        shown = again
    return shown or reference


def find_truncated_tag(text: str) -> int | None:
    """Find the offset of a tag that the end of the file truncates; None if there is none."""
    match = _CUT_TAG.search(text, max(0, len(text) - 100))
    return match.start() if match else None
