"""Formats are told apart by content; what is none of them is refused with a hint."""

from __future__ import annotations

import pickle

import pytest

from nuggets.errors import (
    EmptyTranscriptError,
    MalformedTranscriptError,
    TranscriptError,
    UnknownFormatError,
)
from nuggets.formats import FORMATS, find_format, parse_transcript
from tests.formats.talks import read


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('\n {"meeting_transcripts": [{"speaker": "A", "content": "b"}]}', "qmsum"),
        ("Dana: Hi.\nLee: Yes.", "plain"),
        ("[00:01:02] Hello.\n[00:01:05] Bye.", "plain"),
        ("Just words.", "prose"),
        ("[Music] Hello there.\n[Applause]", "prose"),
        ("{vocalsound} Yeah.", "prose"),
        ("[1, 2, 3", "prose"),
        ("He wrote a --> b.", "prose"),
        ("🎉🎉", "prose"),
    ],
)
def test_formats_are_recognised(text: str, format: str) -> None:
    """The most particular one that fits is taken, and the file's name says nothing."""
    assert parse_transcript(text.encode(), name="talk.vtt").format == format


@pytest.mark.parametrize("known", [known.name for known in FORMATS])
def test_a_format_that_is_named_is_used(known: str) -> None:
    """Naming the format goes before recognising it."""
    assert find_format(known).name == known
    if known != "qmsum":
        assert read("Dana: Hi.\nLee: Yes.", format=known).format == known


def test_a_format_of_no_known_name_is_refused() -> None:
    """The error says which there are."""
    with pytest.raises(UnknownFormatError, match="qmsum, plain, prose"):
        read("Hi.", format="cuneiform")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n", "captions"),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\nhi\r\n", "captions"),
        ("0:00:00.599,0:00:04.160\nhi\n\n0:00:05.000,0:00:06.000\nho\n", "captions"),
        ("<!DOCTYPE html>\n<p>hi</p>", "web page"),
        ('{"a": 1}', "JSON"),
        ("[]", "JSON"),
        ('[{"text": "a"}]', "JSON"),
        ('{"a": 1}\n{"a": 2}\n', "JSON"),
        ("{\\rtf1 hi}", "RTF"),
        ("%PDF-1.7 x", "PDF"),
        ("PK\x03\x04 x", "Word"),
    ],
)
def test_other_kinds_are_refused_with_a_hint(text: str, hint: str) -> None:
    """None of them is read as if its markup were speech."""
    with pytest.raises(UnknownFormatError, match=hint):
        read(text)


@pytest.mark.parametrize(
    "text", ['{"a": [1, 2', '{"a', '[{"text": "hush', "[" * 100_000, '{"a":' * 100_000]
)
def test_json_that_breaks_off_is_malformed(text: str) -> None:
    """Cut or nested too deeply, it is an error that can be pickled and quotes nothing."""
    with pytest.raises(MalformedTranscriptError) as caught:
        read(text)
    assert "hush" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\ufeff \n", "\u2028\n\x0c"])
def test_nothing_at_all_is_an_empty_talk(text: str) -> None:
    """An empty file and one of white space are refused."""
    with pytest.raises(EmptyTranscriptError):
        read(text)


def test_the_same_bytes_have_the_same_hash() -> None:
    """The transcript carries what its fingerprint depends on."""
    talk = parse_transcript(b"\xef\xbb\xbfHi.", name="a.txt")
    assert len(talk.sha256) == 64
    assert (talk.name, talk.encoding, talk.source) == ("a.txt", "utf-8", "Hi.")
    assert issubclass(EmptyTranscriptError, TranscriptError)
