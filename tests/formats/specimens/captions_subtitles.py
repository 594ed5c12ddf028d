"""Writers of WebVTT, SRT and SBV as podcasts and captioners make them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats.specimens.captions_writing import clock, escape, short_clock, wrap
from tests.formats.specimens.talk import Spoken, cut_into_cues

_VTT_HEADER = """WEBVTT - One talk in every format

NOTE
Written by hand; the words of this note
are no part of the talk.

STYLE
::cue(v[voice="Mara O'Neil"]) { color: #fc0 }

REGION
id:bottom
width:80%
lines:3"""

_SETTINGS = ("", " align:start position:0%", " line:-1 region:bottom", " vertical:rl")
_PLACE = " X1:201 X2:516 Y1:397 Y2:423"


def write_vtt(talk: Sequence[Spoken]) -> bytes:
    """As podcasts: a voice tag only where the speaker changes; header, notes, settings, tags."""
    blocks = [_VTT_HEADER]
    last = ""
    for i, cue in enumerate(cut_into_cues(talk)):
        words = [escape(word.text) for word in cue.words]
        words[0] = ("<i>{}</i>", "<c.yellow.bg_blue><b>{}</b></c>", "{}")[i % 3].format(words[0])
        text = wrap(words)
        if cue.speaker != last:
            text = f"<v.loud {escape(cue.speaker)}>{text}"
            last = cue.speaker
        ident = ("", f"cue-{i}\n", f"{i}\n")[i % 3]
        times = f"{short_clock(cue.start_ms)} --> {short_clock(cue.end_ms)}"
        blocks.append(f"{ident}{times}{_SETTINGS[i % 4]}\n{text}")
        if i == 5:
            blocks.append("NOTE checked up to here")
    return ("\n\n".join(blocks) + "\n").encode()


def write_srt(talk: Sequence[Spoken]) -> bytes:
    """As podcasts: `Name: text` only where the speaker changes, and what tools leave in SRT."""
    blocks = []
    last = ""
    for i, cue in enumerate(cut_into_cues(talk), start=1):
        words = [word.text for word in cue.words]
        words[-1] = ("{}", "<i>{}</i>", '<font color="#ffff00">{}</font>')[i % 3].format(words[-1])
        text = wrap(words)
        if cue.speaker != last:
            text = f"{cue.speaker}: {text}"
            last = cue.speaker
        if i % 7 == 0:
            text = "{\\an8}" + text
        point = "," if i % 5 else "."
        times = f"{clock(cue.start_ms, point=point)} --> {clock(cue.end_ms, point=point)}"
        number = f"{i}\n" if i % 6 else ""
        blocks.append(f"{number}{times}{_PLACE if i % 4 == 0 else ''}\n{text}\n")
        if i % 11 == 0:  # an empty cue
            blocks.append(f"{i}\n{times}\n\n")
    return "\n".join(blocks).encode()


def write_sbv(talk: Sequence[Spoken]) -> bytes:
    """As YouTube's editor: `>> NAME: text` where somebody else speaks."""
    blocks = []
    last = ""
    for cue in cut_into_cues(talk):
        text = wrap(word.text for word in cue.words)
        if cue.speaker != last:
            text = f">> {cue.speaker}: {text}"
            last = cue.speaker
        times = ",".join(clock(time, hour_digits=1) for time in (cue.start_ms, cue.end_ms))
        blocks.append(f"{times}\n{text}\n")
    return "\n".join(blocks).encode()
