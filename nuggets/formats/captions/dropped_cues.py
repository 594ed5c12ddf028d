"""Cues that are not speech: those that stand twice, and those of pictures or data.

Where the segments of a stream were joined, a cue on the border stands in both. Players have tracks
whose cues name a picture, or hold JSON.
"""

from __future__ import annotations

import re

from nuggets.formats.captions.cue import CueFile, RawCue
from nuggets.values import LeftOut

DOUBLED = "cue that stands twice"
NO_WORDS = "cue of data or of a picture"

_DATA = re.compile(
    r"\s*(?:\S+\.(?:jpe?g|png|webp|gif|bmp|avif)(?:[?#]\S*)?|https?://\S+[?#&]xywh=\S+"
    r"|\{\s*\"[^\x00]*\})\s*\Z",
    re.IGNORECASE,
)


def drop_cues(file: CueFile) -> CueFile:
    """Leave out cues with the times and words of another one, and those without words."""
    seen: set[tuple[object, ...]] = set()
    kept: list[RawCue] = []
    left_out = list(file.left_out)
    for cue in file.cues:
        texts = [text for _, _, text in cue.lines if text.strip()]
        key = (cue.start_ms, cue.end_ms, *texts)
        reason = DOUBLED if texts and key in seen else None
        seen.add(key)
        may_be_data = len(texts) == 1 or (bool(texts) and texts[0][0] == "{")
        if reason is None and may_be_data and _DATA.match("\n".join(texts)):
            reason = NO_WORDS
        if reason is None:
            kept.append(cue)
        else:
            left_out.append(LeftOut(cue.lines[0][0], cue.lines[-1][1], reason))
    if len(kept) == len(file.cues):
        return file
    left_out.sort(key=lambda left: left.start)
    return file._replace(cues=kept, left_out=left_out)
