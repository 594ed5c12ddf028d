"""Writers of the captions of meetings: Microsoft Teams and Zoom."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats.specimens.captions_writing import clock, escape, wrap
from tests.formats.specimens.talk import Spoken, cut_into_cues

_GUID = "6e1bdf9b-3c77-4441-9f7e-67031cc3b038"


def write_teams(talk: Sequence[Spoken]) -> bytes:
    """As Teams: GUIDs, a voice tag for each cue (some are lost), several lines, escapes, CRLF."""
    blocks = ["WEBVTT"]
    utterance, part = 4, 0
    for cue in cut_into_cues(talk, most_words=12):
        utterance, part = (utterance + 3, 0) if cue.opens else (utterance, part + 1)
        text = wrap(escape(word.text) for word in cue.words)
        voice = f"<v {escape(cue.speaker)}>"
        if part % 3 != 2:  # the bug that loses tags
            text = f"{voice}{text}</v>"
        times = f"{clock(cue.start_ms)} --> {clock(cue.end_ms)}"
        blocks.append(f"{_GUID}/{utterance}-{part}\n{times}\n{text}")
    return ("\n\n".join(blocks) + "\n").replace("\n", "\r\n").encode()


def write_zoom(talk: Sequence[Spoken]) -> bytes:
    """As Zoom: numbers, and the name before the words of every cue, which are one line."""
    blocks = ["WEBVTT"]
    for number, cue in enumerate(cut_into_cues(talk, most_words=14), start=1):
        times = f"{clock(cue.start_ms)} --> {clock(cue.end_ms)}"
        blocks.append(f"{number}\n{times}\n{cue.speaker}: {cue.text}")
    return ("\n\n".join(blocks) + "\n").encode()
