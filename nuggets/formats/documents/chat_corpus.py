r"""CHAT, the format of TalkBank's and CHILDES' corpora (.cha).

@UTF8
@Begin
@Participants:	CHI Anna Target_Child, MOT Mother
*CHI:	hello there . \x151525_4985\x15           bullets give the time in milliseconds
        goes on here                              a line that begins with a tab goes on
%mor:	co|hello                                  dependent tiers are about the words
@End

Speakers have the names of `@Participants`, or their codes where there are none. Codes within the
words, such as `&=laughs` and `(.)`, are kept; a blank before the terminator of an utterance is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import DEPENDENT_TIER, HEADER, Format, Parsed
from nuggets.formats.lines import Line, line_number
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.values import LeftOut

NAME = "chat"

_LINE = re.compile("[^\r\n]+")
_SPEAKER_LINE = re.compile(r"(?:\A|[\r\n])\*[A-Z0-9][A-Za-z0-9_-]{0,9}:\t")
_TIMES = re.compile("\x15[0-9]{1,9}_[0-9]{1,9}-?\x15")
_HEADER = re.compile(r"\s{0,20}@(?:UTF8|Begin|Window|Font|PID|Languages|Participants)\b")
_SPEAKER = re.compile(r"\*(?P<code>[^\s:*]{1,30}):[ \t]{0,100}")
_BULLET = re.compile(
    "\x15(?:%snd:[^\x15\r\n_]{0,200}_)?(?P<start>[0-9]{1,9})_(?P<end>[0-9]{1,9})-?\x15"
    "|\x15[^\x15\r\n]{0,200}\x15"
)
_TERMINATOR = re.compile(
    r'[ \t]{1,10}(?=(?:[.?!]|\+(?:\.\.\.|\.\.\?|!\?|/\.|/\?|//\.|//\?|"/\.|"\.|\.))'
    r"(?:[ \t]{0,10}(?:\[[^\]]{0,80}\])?[ \t]{0,10})\Z)"
)
_MARKS = frozenset(".?!")  # differs on purpose from SENTENCE_ENDS: the terminators of CHAT
_SAMPLE = 1_000_000  # characters; by eye, as are the next two
_HEADERS = 2000  # characters in which a file's headers begin
_REACH = 120  # characters at the end of an utterance that have its terminator


def looks_like_chat(source: str) -> bool:
    """Whether a text has CHAT's headers and a speaker's line, or lines as CHAT alone has them."""
    if _HEADER.match(source) and "@Begin" in source[:_HEADERS]:
        return True
    if "\x15" in source and _TIMES.search(source[:_SAMPLE]):
        return True
    found = _SPEAKER_LINE.finditer(source[:_SAMPLE])
    if next(found, None) is None:
        return False
    return _HEADER.match(source) is not None or next(found, None) is not None


def parse_chat(source: str) -> Parsed:
    """Parse each utterance with its time; headers and dependent tiers are left out."""
    names: dict[str, str] = {}
    cues: list[Cue] = []
    left_out: list[LeftOut] = []
    for lines in _join_lines(source):
        first = lines[0]
        mark = first.text[0]
        if mark == "@":
            if first.text.startswith("@Participants"):
                names.update(_read_names(" ".join(line.text for line in lines)))
            left_out.extend(LeftOut(line.start, line.end, HEADER) for line in lines)
        elif mark == "%":
            left_out.extend(LeftOut(line.start, line.end, DEPENDENT_TIER) for line in lines)
        else:
            match = _SPEAKER.match(first.text)
            if match is None:
                raise MalformedTranscriptError(
                    NAME,
                    line_number(source, first.start),
                    "expected a line that begins with `@`, `%`, `*CODE:` or a tab",
                )
            pieces = _read_utterance(lines, match.end())
            cues.append(Cue(names.get(match["code"], match["code"]), pieces))
    return Parsed(join_cues(cues, time_source="cue"), tuple(left_out))


def _join_lines(source: str) -> Iterator[list[Line]]:
    """Group each line with those that continue it."""
    gathered: list[Line] = []
    for match in _LINE.finditer(source):
        raw = match.group()
        text = raw.strip()
        if not text:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        line = Line(start, start + len(text), " ", text)
        if raw[0] not in " \t" and gathered:
            yield gathered
            gathered = []
        gathered.append(line)
    if gathered:
        yield gathered


def _read_names(header: str) -> dict[str, str]:
    """Read `@Participants: CODE Name Role, CODE Role`: a name is given where there are three."""
    names: dict[str, str] = {}
    for participant in header.partition(":")[2].split(","):
        words = participant.split()
        if len(words) > 2:
            names[words[0]] = " ".join(words[1:-1]).replace("_", " ")
    return names


def _read_utterance(lines: list[Line], text_at: int) -> list[Piece]:
    """Read the words of an utterance, without bullets and without a blank before its terminator."""
    pieces: list[Piece] = []
    waiting = 0  # index of the first piece that has no time yet: a bullet comes after its words
    for line in lines:
        at = text_at if line is lines[0] else 0
        for match in _BULLET.finditer(line.text):
            _add_words(pieces, line, at, match.start())
            at = match.end()
            if match["start"] is not None:
                times = int(match["start"]), int(match["end"])
                for i in range(waiting, len(pieces)):
                    pieces[i] = pieces[i]._replace(start_ms=times[0], end_ms=times[1])
                waiting = len(pieces)
        _add_words(pieces, line, at, len(line.text))
    return pieces


def _add_words(pieces: list[Piece], line: Line, begin: int, until: int) -> None:
    """Add the words of a part of a line, in two pieces where a blank is before the terminator."""
    text = line.text[begin:until].rstrip()
    stripped = text.lstrip()
    start = line.start + begin + len(text) - len(stripped)
    if not stripped:
        return
    cut = _TERMINATOR.search(stripped, max(0, len(stripped) - _REACH))
    if cut is None or not cut.start():
        is_mark = pieces and stripped[0] in _MARKS
        pieces.append(Piece("" if is_mark else " ", stripped, start, start + len(stripped)))
        return
    pieces.append(Piece(" ", stripped[: cut.start()], start, start + cut.start()))
    blank = "" if stripped[cut.end()] in _MARKS else " "
    pieces.append(Piece(blank, stripped[cut.end() :], start + cut.end(), start + len(stripped)))


CHAT = Format(
    NAME,
    origin="TalkBank and CHILDES corpora (.cha)",
    speakers="yes",
    times="cue",
    looks_like=looks_like_chat,
    parse=parse_chat,
    special="dependent tiers are left out; codes within the words stay",
)
