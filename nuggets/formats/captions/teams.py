"""WebVTT of Microsoft Teams and Stream: the name of a cue is a GUID, perhaps with two numbers.

6e1bdf9b-0000-4000-8000-0b2a1c3d4e5f/12-0
00:00:04.120 --> 00:00:07.900
<v Jane O'Neil (External)>OK so, um, AT&amp;T said
and that's it.</v>

Teams loses a voice tag now and then. What it says in several cues is numbered 12-0, 12-1; a cue
without a tag is nobody's unless it goes on with such an utterance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_file import VTT_SYNTAX
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.recognition import begins_as_vtt, take_sample
from nuggets.formats.format import Format, Parsed

NAME = "teams-vtt"

_UTTERANCE = re.compile(r"(?P<utterance>[\w-]{1,80}/[0-9]{1,9})-[0-9]{1,9}")
_GUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_LEAST_NAMED = 0.5  # share of cues with such a name


def looks_like_teams_vtt(source: str) -> bool:
    """Whether a text is WebVTT with the cue names of Teams."""
    if not begins_as_vtt(source):
        return False
    cues = take_sample(source, VTT_SYNTAX)
    named = sum(
        _UTTERANCE.fullmatch(cue.ident) is not None or _GUID.fullmatch(cue.ident) is not None
        for cue in cues
    )
    return bool(cues) and named >= _LEAST_NAMED * len(cues)


def parse_teams_vtt(source: str) -> Parsed:
    """Read the cues; what has no voice tag has no speaker."""
    return read_captions(source, VTT_SYNTAX, format=NAME, names_every_cue=True, goes_on=_goes_on)


def _goes_on(cues: Sequence[RawCue], index: int) -> bool:
    """Whether a cue is a further part of the utterance of the cue before."""
    if index == 0:
        return False
    one = _UTTERANCE.fullmatch(cues[index - 1].ident)
    other = _UTTERANCE.fullmatch(cues[index].ident)
    return bool(one and other and one["utterance"] == other["utterance"])


TEAMS_VTT = Format(
    NAME,
    origin="Microsoft Teams and Stream (.vtt)",
    speakers="yes",
    times="cue",
    looks_like=looks_like_teams_vtt,
    parse=parse_teams_vtt,
    special="a cue that lost its voice tag has no speaker, unless its utterance goes on",
)
