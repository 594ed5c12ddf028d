"""Detection of captions: a file is recognised as what it was written as, by its first cue."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.captions.detection import (
    looks_like_headless_vtt,
    looks_like_sbv,
    looks_like_srt,
    looks_like_vtt,
)

SAID = st.lists(
    st.text(st.sampled_from("ab 1:.,>-"), min_size=1, max_size=9), min_size=1, max_size=4
)
ENDS = st.sampled_from(("\n", "\r\n"))
BEGINNINGS = st.sampled_from(("", "\ufeff", "\n", " \n"))


def write(said: list[str], times: str, *, number: bool) -> str:
    """Write a file with a cue for each text, all at the same time."""
    numbers = [f"{i}\n" if number else "" for i in range(1, len(said) + 1)]
    return "\n\n".join(f"{n}{times}\n{text}" for n, text in zip(numbers, said, strict=True))


@given(SAID, BEGINNINGS, ENDS, st.booleans())
def test_srt_is_not_taken_for_another_format(
    said: list[str], beginning: str, end: str, number: bool
) -> None:
    """Its times have a comma and an arrow, whether or not its cues are numbered."""
    text = write(said, "00:00:01,000 --> 00:00:02,000", number=number)
    source = beginning + text.replace("\n", end)
    assert looks_like_srt(source)
    assert not (looks_like_vtt(source) or looks_like_headless_vtt(source))
    assert not looks_like_sbv(source)


@given(SAID, BEGINNINGS, ENDS, st.booleans())
def test_webvtt_is_recognised_with_and_without_header(
    said: list[str], beginning: str, end: str, number: bool
) -> None:
    """By its header, or by the points in its times."""
    text = write(said, "00:01.000 --> 00:02.000", number=number).replace("\n", end)
    assert looks_like_vtt(f"{beginning}WEBVTT{end}{end}{text}")
    assert looks_like_headless_vtt(beginning + text) == number
    assert looks_like_vtt(beginning + text) != number


@given(SAID, BEGINNINGS, ENDS)
def test_sbv_is_not_taken_for_another_format(said: list[str], beginning: str, end: str) -> None:
    """Its times have no arrow."""
    text = write(said, "0:00:01.000,0:00:02.000", number=False)
    source = beginning + text.replace("\n", end)
    assert looks_like_sbv(source)
    assert not (looks_like_vtt(source) or looks_like_srt(source))
