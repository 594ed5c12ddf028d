"""Channels are merged in the order of time."""

from __future__ import annotations

from nuggets.formats.json_family.channels import merge_channels, order_by_time
from nuggets.formats.turns import Cue, Piece


def cue(speaker: str | None, *words: tuple[str, int | None]) -> Cue:
    """A cue of words, each half a second long."""
    pieces = []
    for text, start_ms in words:
        end_ms = None if start_ms is None else start_ms + 500
        pieces.append(Piece(" ", text, 0, len(text), start_ms, end_ms))
    return Cue(speaker, pieces)


def said(cues: list[Cue]) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(one.speaker, " ".join(piece.text for piece in one.pieces)) for one in cues]


def test_channels_are_cut_at_ends_of_sentences_and_pauses_alone() -> None:
    """Talk at the same time is not mixed word by word."""
    first = cue("A", ("I", 0), ("think", 600), ("so.", 1200), ("And", 9000), ("then", 9600))
    second = cue("B", ("Mm-hmm", 700), ("Really?", 3000), ("Why?", 3600))
    assert said(order_by_time([[first], [second]])) == [
        ("A", "I think so."),
        ("B", "Mm-hmm"),
        ("B", "Really?"),
        ("B", "Why?"),
        ("A", "And then"),
    ]


def test_what_has_no_time_stays_behind_what_is_before_it() -> None:
    """Nothing is lost or put first."""
    first = [cue("A", ("One.", 5000)), cue("A", ("Two.", None))]
    assert said(order_by_time([first, [cue("B", ("Zero.", 100))]])) == [
        ("B", "Zero."),
        ("A", "One."),
        ("A", "Two."),
    ]


def test_a_single_channel_with_speech_keeps_its_speakers() -> None:
    """Only where several are spoken in they are speakers."""
    spoken = [cue("0", ("Hi.", 0)), cue(None, ("Ho.", 900))]
    merged = merge_channels({"ch_0": spoken, "ch_1": []})
    assert [one.speaker for one in merged] == ["0", None]
    merged = merge_channels({"ch_0": spoken, "ch_1": [cue(None, ("He.", 500))]})
    assert [one.speaker for one in merged] == ["ch_0, speaker 0", "ch_1", "ch_0"]
