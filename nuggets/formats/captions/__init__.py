"""Readers of captions: WebVTT, SRT and SBV, and what Teams, Zoom and YouTube make of them.

Order: cue, all_caps_names, cue_timings, dropped_cues, cue_parser, line_pieces, cue_markup,
speaker_change_marks, label_shapes, detection, rolling_captions, bracketed_names, names_above_text,
speaker_labels, speaker_assignment, reader, ass, teams, usual_captions, zoom.
"""

from __future__ import annotations

from nuggets.formats.captions.ass import ASS
from nuggets.formats.captions.teams import TEAMS_VTT
from nuggets.formats.captions.usual_captions import SBV, SRT, VTT, YOUTUBE_SRT, YOUTUBE_VTT
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
    ASS,
)
"""All formats of captions, in the order in which they are tried: the most specific first."""
