"""Captions: cues with times. The most particular format first.

Order: cue, names_in_capitals, timing, cue_file, cue_text, change_marks, recognition, rolling,
names_in_brackets, names_above, name_labels, speakers, reader, sbv, srt, teams, vtt, youtube,
zoom.
"""

from __future__ import annotations

from nuggets.formats.captions.sbv import SBV
from nuggets.formats.captions.srt import SRT
from nuggets.formats.captions.teams import TEAMS_VTT
from nuggets.formats.captions.vtt import VTT
from nuggets.formats.captions.youtube import YOUTUBE_SRT, YOUTUBE_VTT
from nuggets.formats.captions.zoom import ZOOM_VTT
from nuggets.formats.format import Format

CAPTIONS: tuple[Format, ...] = (
    TEAMS_VTT,
    ZOOM_VTT,
    YOUTUBE_VTT,
    VTT,
    YOUTUBE_SRT,
    SRT,
    SBV,
)
