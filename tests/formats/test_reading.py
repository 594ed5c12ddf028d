"""Bytes to a transcript: what the file's name, compression and encoding change, and what not."""

from __future__ import annotations

import gzip
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.talks import TALKS, Said

NAMES_OF_FILES = st.sampled_from(("talk", "talk.txt", "talk.srt", "talk.json", "talk.docx", ""))


def write(talk: list[Said]) -> str:
    """Write a talk as plain text with labels."""
    return "\n\n".join(f"{said.speaker}: {said.text}" for said in talk)


@given(TALKS, NAMES_OF_FILES)
def test_the_name_of_a_file_has_no_influence(talk: list[Said], name: str) -> None:
    """The content alone decides how a file is read; its hash is that of the bytes."""
    data = write(talk).encode()
    one, other = parse_transcript(data, name="a"), parse_transcript(data, name=name)
    assert (one.format, one.turns, one.left_out) == (other.format, other.turns, other.left_out)
    assert other.name == name
    assert other.sha256 == hashlib.sha256(data).hexdigest()


@given(TALKS)
def test_a_compressed_file_is_read_as_the_file_in_it(talk: list[Said]) -> None:
    """Only the hash is another one."""
    data = write(talk).encode()
    whole = parse_transcript(data, name="x")
    packed = parse_transcript(gzip.compress(data, mtime=0), name="x")
    assert (packed.source, packed.turns) == (whole.source, whole.turns)
    assert packed.sha256 != whole.sha256


@given(TALKS, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le")))
def test_a_named_encoding_is_used(talk: list[Said], encoding: str) -> None:
    """The same text in any encoding that is named has the same turns."""
    text = write(talk)
    plain = parse_transcript(text.encode(), name="x")
    found = parse_transcript(text.encode(encoding), name="x", encoding=encoding)
    assert [turn.text for turn in found.turns] == [turn.text for turn in plain.turns]


@given(st.text(st.sampled_from(" \t\r\n\u2028"), max_size=9))
def test_nothing_but_white_space_is_no_transcript(blank: str) -> None:
    """However much of it there is."""
    with pytest.raises(EmptyTranscriptError):
        parse_transcript(blank.encode(), name="x")
