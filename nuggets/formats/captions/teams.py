"""WebVTT of Microsoft Teams and Stream: cue identifiers are GUIDs, perhaps with two numbers.

    6e1bdf9b-0000-4000-8000-0b2a1c3d4e5f/12-0
    00:00:04.120 --> 00:00:07.900
    <v Jane O'Neil (External)>OK so, um, AT&amp;T said
    and that's it.</v>

Teams loses a voice tag now and then. The cues of one utterance are numbered 12-0, 12-1; the
speaker of a cue without a tag is unknown unless it continues such an utterance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.captions.cue import GUID, RawCue
from nuggets.formats.captions.cue_parser import VTT_SYNTAX
from nuggets.formats.captions.detection import looks_like_vtt, parse_sample
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.format import Format, Parsed

NAME = "teams-vtt"

_UTTERANCE = re.compile(r"(?P<utterance>[\w-]{1,80}/[0-9]{1,9})-[0-9]{1,9}")
_GUID = re.compile(GUID)
_MIN_NAMED = 0.5  # share of cues with such an identifier; by eye


def looks_like_teams_vtt(source: str) -> bool:
    """Whether a text is WebVTT with cue identifiers as Teams writes them."""
    if not looks_like_vtt(source):
        return False
    cues = parse_sample(source, VTT_SYNTAX)
    named = sum(
        _UTTERANCE.fullmatch(cue.identifier) is not None
        or _GUID.fullmatch(cue.identifier) is not None
        for cue in cues
    )
    return bool(cues) and named >= _MIN_NAMED * len(cues)


def parse_teams_vtt(source: str) -> Parsed:
    """Read the cues; the speaker of one without voice tag is unknown."""
    return read_captions(
        source, VTT_SYNTAX, format=NAME, names_every_cue=True, continues=_is_same_utterance
    )


def _is_same_utterance(cues: Sequence[RawCue], index: int) -> bool:
    """Whether a cue continues the utterance of the cue before."""
    if index == 0:
        return False
    one = _UTTERANCE.fullmatch(cues[index - 1].identifier)
    other = _UTTERANCE.fullmatch(cues[index].identifier)
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
