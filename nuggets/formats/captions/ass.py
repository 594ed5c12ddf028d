r"""ASS and SSA (SubStation Alpha): subtitles as fans and editors of films write them.

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.24,0:00:03.50,Default,Ilka Voss,0,0,0,,We begin\Nwith {\i1}the bridge{\i0}.

A name in the column `Name` (or `Actor`) is the speaker. Comments and drawings are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_markup import CueLine, read_cue_lines
from nuggets.formats.captions.reader import warn_of_doubtful_labels
from nuggets.formats.captions.speaker_assignment import assign_speakers
from nuggets.formats.format import CAPTION_HEADER, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import line_number, split_lines
from nuggets.formats.text.labelled_lines import check_times
from nuggets.formats.turns import join_cues
from nuggets.timecode import to_ms
from nuggets.values import LeftOut

NAME = "ass"
DRAWING = "drawing"
COMMENT = "comment of the subtitles"

_BEGINS = re.compile(
    r"[\s\ufeff]*+(?:;[^\n]*\n\s*)*+(?:\[(?:Script Info|V4\+{0,2} Styles|Events)\]"
    r"|Dialogue:[ \t]*(?:Marked=)?[0-9]+,[0-9]+:[0-9]{2}:[0-9]{2}[.:][0-9]{2},)",
    re.IGNORECASE,
)
_ANY_EVENT = re.compile(
    r"(?m)^Dialogue:[ \t]*(?:Marked=)?[0-9]{1,9},[0-9]{1,4}:[0-9]{2}:[0-9]{2}[.:][0-9]{2},[0-9]"
)
_SAMPLE = 100_000  # characters; by eye, as is the next limit
_FORMAT = re.compile(r"Format:(?P<columns>.*)", re.IGNORECASE)
_EVENT = re.compile(r"(?P<kind>Dialogue|Comment):[ \t]*", re.IGNORECASE)
_SECTION = re.compile(r"\[[^\[\]]{1,60}\]\Z")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:[.:,]([0-9]{1,3}))?")
_DRAWS = re.compile(r"\{[^{}]*\\p[1-9]")
_COLUMNS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect")
_NAMES = ("name", "actor")
_MAX_COLUMNS = 30


def looks_like_ass(source: str) -> bool:
    """Whether a text begins with a section or an event of such subtitles, or has several events."""
    if _BEGINS.match(source):
        return True
    events = _ANY_EVENT.finditer(source[:_SAMPLE])
    return next(events, None) is not None and next(events, None) is not None


@gc_paused()
def parse_ass(source: str) -> Parsed:
    """Parse each event as a cue.

    Raises:
        MalformedTranscriptError: An event is damaged, or there is none.
    """
    columns: Sequence[str] = _COLUMNS
    left_out: list[LeftOut] = []
    lines: list[CueLine] = []
    cues = 0
    in_events = True
    for line in split_lines(source):
        text = line.text.lstrip("\ufeff")
        event = _EVENT.match(text) if in_events else None
        if event is None:
            if _SECTION.match(text):
                in_events = text.casefold() == "[events]"
            elif in_events and (listed := _FORMAT.match(text)):
                columns = [name.strip().casefold() for name in listed["columns"].split(",")][:-1]
            left_out.append(LeftOut(line.start, line.end, CAPTION_HEADER))
            continue
        is_comment = event["kind"].casefold() == "comment"
        cells = text[event.end() :].split(",", min(len(columns), _MAX_COLUMNS))
        row = dict(zip(columns, cells, strict=False))
        times = _to_ms(row.get("start", "")), _to_ms(row.get("end", ""))
        if is_comment or _DRAWS.search(cells[-1]):
            left_out.append(LeftOut(line.start, line.end, COMMENT if is_comment else DRAWING))
        elif times[0] is None or len(cells) <= len(columns):
            raise MalformedTranscriptError(
                NAME,
                line_number(source, line.start),
                "expected `Dialogue: 0,0:00:01.00,0:00:02.00,Default,NAME,0,0,0,,text`",
            )
        else:
            start = line.end - len(cells[-1])
            until = times[1] if times[1] is not None and times[1] >= times[0] else None
            words = (start, line.end, cells[-1])
            name = next((row[key] for key in _NAMES if row.get(key)), "")
            voice = " ".join(name.split()) or None
            cue = RawCue("", line.start, times[0], until, [words])
            lines += [one._replace(voice=one.voice or voice) for one in read_cue_lines(cues, cue)]
            cues += 1
    if not cues:
        raise MalformedTranscriptError(NAME, None, "expected lines that begin with `Dialogue:`")
    said, doubtful = assign_speakers(lines)
    turns = join_cues(said, time_source="cue")
    warnings = (*check_times(source, turns), *warn_of_doubtful_labels(source, doubtful))
    return Parsed(turns, tuple(left_out), warnings)


def _to_ms(text: str) -> int | None:
    """Convert a time in hundredths of a second to milliseconds; None if it is none."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    return to_ms(int(match[1]), int(match[2]), int(match[3]), match[4])


ASS = Format(
    NAME,
    origin="ASS and SSA subtitles (Aegisub, fans, film editors)",
    speakers="where named",
    times="cue",
    looks_like=looks_like_ass,
    parse=parse_ass,
    special="the column of names gives the speakers; comments and drawings are left out",
)
