"""Whatever a file holds, it is read or refused, soon, and never quoted in an error."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import TranscriptError
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.format import Format
from nuggets.formats.format_detection import find_format
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each
from tests.formats.specimens.captions import CAPTIONS as SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK
from tests.formats.talks import check_runs
from tests.hangs import stopped_if_it_hangs

BY_FILE = for_each(SPECIMENS, named=lambda specimen: specimen.file)
BY_FORMAT = for_each(CAPTIONS, named=lambda known: known.name)

BITS = st.sampled_from(
    (
        "WEBVTT|\n|\n\n|\r\n| |1|2|00:00:01.000 --> 00:00:02.000|0:00:01.000,0:00:02.000|-->|<v A>|"
        "</v>|<i>|<00:00:01.500>|<c>|<|>|&amp;|&|;|&nbsp;|>>|- |-|—|Ann:|Ann: hi|(Ann Lee)|[A]:|"
        "NOTE|STYLE|x|hello there|{\\an8}|\\N|\u2028|\ufeff|\0|12:30|align:start|a b/1-0|<u>hi</u>"
    ).split("|")
)
FILES = st.lists(BITS, max_size=40).map("".join)


@BY_FORMAT
@given(text=st.one_of(FILES, st.text()))
def test_any_text_is_read_or_refused(known: Format, text: str) -> None:
    """Recognising never raises; reading raises nothing but what says why."""
    known.looks_like(text)
    try:
        talk = parse_transcript(text.encode(), name="x", format=known.name)
    except TranscriptError as error:
        assert "hello" not in str(error)
        return
    check_runs(talk)
    left = [(one.start, one.end) for one in talk.left_out]
    assert left == sorted(left)


@BY_FILE
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(specimen: Specimen, data: st.DataObject) -> None:
    """Lines dropped, characters changed, the end or the beginning cut off."""
    lines = specimen.write(TALK).decode().split("\n")[:120]
    for _ in range(data.draw(st.integers(1, 5))):
        i = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(("drop", "twice", "flip", "cut", "blank"))):
            case "drop":
                lines[i] = ""
            case "twice":
                lines[i] += "\n" + lines[i]
            case "flip" if lines[i]:
                at = data.draw(st.integers(0, len(lines[i]) - 1))
                lines[i] = (
                    lines[i][:at] + data.draw(st.sampled_from("x<&>:-0 ")) + lines[i][at + 1 :]
                )
            case "cut":
                lines[i] = lines[i][: len(lines[i]) // 2]
            case _:
                lines[i] += "\n\n"
    text = "\n".join(lines)[data.draw(st.integers(0, 30)) :]
    try:
        talk = parse_transcript(text.encode(), name="x")
    except TranscriptError:
        return
    check_runs(talk)
    assert talk.format in {known.name for known in CAPTIONS}
    assert not any("-->" in turn.text for turn in talk.turns)


BOMBS = {
    "tags": "<" * 100_000,
    "voices": "<v " * 33_000,
    "blanks in a voice": "<v" + " " * 100_000,
    "classes": "<c." + "a." * 50_000,
    "escapes": "&" * 100_000,
    "long escape": "&" + "a" * 100_000,
    "braces": "{\\" * 50_000,
    "colons": "a:" * 50_000,
    "dashes": "- " * 50_000,
    "chevrons": ">> x " * 20_000,
    "parentheses": "(" * 100_000,
    "digits": "1" * 100_000,
    "digits and colons": "1:" * 50_000 + "-->x",
    "arrows": "-->" * 33_000,
    "clocks": "<00:00:01.000>" * 7_000,
    "blanks": " " * 100_000 + "x",
    "rows": "x\n" * 20_000,
    "blank rows": "x\n\n" * 20_000,
    "numbers": "2\n\n" * 20_000,
    "cues": "00:00:01.000 --> 00:00:02.000\n" * 3_000,
    "labels": "".join(f"Ann{i}: hi\n" for i in range(8_000)),
}


@pytest.mark.parametrize("name", ["vtt", "srt", "sbv"])
@for_each(BOMBS)
def test_nothing_takes_more_than_linear_time(bomb: str, name: str) -> None:
    """Classic bombs of 100 kB, as words of a cue and as a file; all kinds share these readers."""
    times = "0:00:01.000,0:00:02.000" if name == "sbv" else "00:00:01.000 --> 00:00:02.000"
    header = "WEBVTT\n\n" if name == "vtt" else ""
    for text in (f"{header}1\n{times}\n>> x\n{BOMBS[bomb]}\n", BOMBS[bomb]):
        with stopped_if_it_hangs():
            for known in CAPTIONS:
                known.looks_like(text)
            with contextlib.suppress(TranscriptError):
                find_format(name).parse(text)
