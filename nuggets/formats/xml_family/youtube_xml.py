"""YouTube's captions in XML, as its player and yt-dlp get them: srv1, srv2 and srv3.

<transcript><text start="1.24" dur="2.1">We begin</text>                      srv1, in seconds
<timedtext><text t="1240" d="2100">We begin</text>                            srv2, in milliseconds
<timedtext format="3"><body><p t="1240" d="2100"><s>We</s><s t="300"> begin</s></p>     srv3
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.xml_family.caption_xml import CueBuilder, Times, parse_cues_of_xml
from nuggets.formats.xml_family.xml_tokens import find_root, tokenize_xml

NAME = "youtube-xml"

_TRANSCRIPT = re.compile(r"<transcript(?:\s[^<>]{0,500})?>\s*<text\s[^<>]{0,200}start=")
_BEGIN = 10_000  # characters in which the first cue of srv1 begins; by eye
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")
_CUES = frozenset(("p", "text"))


def looks_like_youtube_xml(source: str) -> bool:
    """Whether a text is one of the three kinds."""
    root = find_root(source)
    if root is None:
        return False
    if root.name == "timedtext":
        return True
    return root.name == "transcript" and bool(_TRANSCRIPT.search(source[:_BEGIN]))


@gc_paused()
def parse_youtube_xml(source: str) -> Parsed:
    """Parse each cue, and the times of its words.

    Raises:
        MalformedTranscriptError: No cue has times.
    """
    cues = CueBuilder(source, escaped_twice=True)
    times: Times = (None, None)
    word: Times | None = None
    is_open = is_whole = False
    for token in tokenize_xml(source):
        if token.kind == "open":
            if token.name in _CUES:
                times = _read_times(token.attributes)
                word, is_open = None, True
                cues.open_cue(times)
            elif token.name == "s" and is_open and times[0] is not None:
                shift = _to_ms(token.attributes.get("t"), 1)
                word = (times[0] + (shift or 0), None)
            elif token.name == "br" and is_open:
                cues.end_line()
        elif token.kind == "close":
            if token.name in _CUES:
                cues.end_line()
                is_open = False
            elif token.name == "s":
                word = None
            is_whole = is_whole or token.name in ("timedtext", "transcript")
        elif is_open:
            cues.write(token, word)
    cues.end_line()
    return parse_cues_of_xml(
        source,
        cues.lines,
        format=NAME,
        expected='`<text start="1.2" dur="3">...</text>` or `<p t="1200" d="3000">...</p>`',
        is_whole=is_whole,
    )


def _read_times(attributes: Mapping[str, str]) -> Times:
    """Read the times of a cue: in milliseconds, or in seconds where they are named so."""
    in_ms = _to_ms(attributes.get("t"), 1)
    start = in_ms if in_ms is not None else _to_ms(attributes.get("start"), 1000)
    if start is None:
        return None, None
    lasts = _to_ms(attributes.get("d"), 1)
    lasts = lasts if lasts is not None else _to_ms(attributes.get("dur"), 1000)
    return start, None if lasts is None else start + lasts


def _to_ms(text: str | None, unit: int) -> int | None:
    """Convert a number of a unit to milliseconds, without rounding errors; None if it is none."""
    if text is None or not _NUMBER.fullmatch(text):
        return None
    whole, _, fraction = text.partition(".")
    if unit == 1:
        return int(whole)
    return int(whole) * unit + int(fraction[:3].ljust(3, "0"))


YOUTUBE_XML = Format(
    NAME,
    origin="YouTube's captions as XML (srv1, srv2, srv3)",
    speakers="where named",
    times="word",
    looks_like=looks_like_youtube_xml,
    parse=parse_youtube_xml,
    special="times of words where the file has them (srv3)",
)
