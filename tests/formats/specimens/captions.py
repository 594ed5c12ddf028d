"""Every specimen of captions, and what their writers share."""

from __future__ import annotations

from tests.formats.specimens.captions_meetings import write_teams, write_zoom
from tests.formats.specimens.captions_subtitles import write_sbv, write_srt, write_vtt
from tests.formats.specimens.captions_youtube import write_rolling_srt, write_rolling_vtt
from tests.formats.specimens.specimen import Specimen

CAPTIONS: tuple[Specimen, ...] = (
    Specimen("teams.vtt", "teams-vtt", write_teams, time_source="cue"),
    Specimen("zoom.vtt", "zoom-vtt", write_zoom, time_source="cue"),
    Specimen("youtube.vtt", "youtube-vtt", write_rolling_vtt, speakers=False, time_source="word"),
    Specimen("youtube.srt", "youtube-srt", write_rolling_srt, speakers=False, time_source="cue"),
    Specimen("podcast.vtt", "vtt", write_vtt, time_source="cue"),
    Specimen("podcast.srt", "srt", write_srt, time_source="cue"),
    Specimen("captions.sbv", "sbv", write_sbv, time_source="cue"),
)
