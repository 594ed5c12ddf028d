"""WebVTT and SRT against the libraries that many use: `webvtt` and `srt`."""

from __future__ import annotations

import datetime
import html
import re

import srt as srt_library
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.captions.usual_captions import parse_srt, parse_vtt
from nuggets.formats.format import Parsed
from tests.formats.captions.talks import CONTAINERS, contain
from tests.formats.specimens.captions_writing import clock

WORDS = st.sampled_from(
    "so we ship the budget AT&amp;T &lt;x&gt; naïve 你好 🎉 3.5 No. <laughs>".split()
)
TAGGED = st.builds("{0}{1}{2}".format, st.sampled_from(["<i>", "<b>"]), WORDS, st.just("</i>"))
LINES = st.lists(st.one_of(WORDS, TAGGED), min_size=1, max_size=4).map(" ".join)
PAYLOADS = st.lists(LINES, max_size=3)
GAPS = st.integers(101, 5000)  # so that no line is shown again at once, which would be rolling
LENGTHS = st.integers(21, 5000)  # what rolls is shown again for 20 ms at most
CUES = st.lists(st.tuples(GAPS, LENGTHS, PAYLOADS), min_size=1, max_size=8)
SETTINGS = st.sampled_from(["", " align:start position:0%", " line:0"])
NOTES = st.sampled_from(["", "NOTE a note\nof two lines\n\n", "NOTE\n\n"])


def said(parsed: Parsed) -> list[tuple[int | None, int | None, str]]:
    """When what is said; the pieces of one cue (which has one time) joined."""
    found: list[tuple[int | None, int | None, str]] = []
    for turn in parsed.turns:
        at = 0
        for run in turn.runs:
            text = turn.text[at : run.until]
            at = run.until
            if found and found[-1][:2] == (run.start_ms, run.end_ms):
                found[-1] = (*found[-1][:2], found[-1][2] + text)
            else:
                found.append((run.start_ms, run.end_ms, text.strip()))
    return found


def bare(payload: str) -> str:
    """Take away tags, which neither library does, and decode escapes, which neither does."""
    return " ".join(html.unescape(re.sub(r"</?[ib]>", "", payload)).split())


@given(CUES, CONTAINERS, SETTINGS, NOTES, st.booleans())
def test_webvtt_reads_the_same(
    cues: list[tuple[int, int, list[str]]], container: str, settings: str, note: str, ids: bool
) -> None:
    """The same words at the same times, where cues have words (it drops those without)."""
    text, at = "WEBVTT\n\n", 0
    for i, (gap, length, lines) in enumerate(cues):
        at += gap
        name = f"cue {i}\n" if ids else ""
        times = f"{clock(at)} --> {clock(at + length)}{settings}"
        text += "\n".join([f"{name}{times}", *lines]) + f"\n\n{note}"
        at += length
    # It reads CR alone as no line end; a BOM is taken off when bytes are decoded.
    text = contain(text.encode(), container if container != "cr" else "").decode("utf-8-sig")
    expected = [
        (
            caption.start_in_seconds * 1000 + caption.start_time.milliseconds,
            caption.end_in_seconds * 1000 + caption.end_time.milliseconds,
            bare(caption.raw_text),
        )
        for caption in webvtt.from_string(text).captions
        if caption.raw_text.strip()
    ]
    assert said(parse_vtt(text)) == expected


@given(CUES, CONTAINERS, st.sampled_from(",."), st.booleans())
def test_srt_reads_the_same(
    cues: list[tuple[int, int, list[str]]], container: str, point: str, numbers: bool
) -> None:
    """The same words at the same times; cues without words have no run to compare."""
    text, at = "", 0
    for i, (gap, length, lines) in enumerate(cues, start=1):
        at += gap
        if not lines and not numbers:
            continue  # it takes the times after an empty cue without a number for words
        if not numbers and lines and re.fullmatch(r"-?[0-9]+\.?[0-9]*", lines[-1].strip()):
            continue  # it takes "3.5" above the next times for the number of that cue
        number = f"{i}\n" if numbers else ""
        times = f"{clock(at, point=point)} --> {clock(at + length, point=point)}"
        text += "\n".join([f"{number}{times}", *lines]) + "\n\n"
        at += length
    text = contain(text.encode(), container if container != "cr" else "").decode("utf-8-sig")
    milli = datetime.timedelta(milliseconds=1)
    expected = [
        (cue.start // milli, cue.end // milli, bare(cue.content))
        for cue in srt_library.parse(text)
        if cue.content.strip()
    ]
    assert not text or said(parse_srt(text)) == expected
