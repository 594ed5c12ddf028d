"""The one transcript of an archive is read; bombs, nested and large archives are refused."""

from __future__ import annotations

import gzip
import hashlib
import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import TranscriptError, UnknownFormatError
from nuggets.files import MAX_BYTES
from nuggets.formats.archives import MAX_EXPANDED, unpack
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens.docx import archive, document, paragraph, run
from tests.formats.talks import check_runs

TALK = b"Dana: Hi.\nLee: Yes.\n"
WORD = document(paragraph(run("Dana: Hi.")), paragraph(run("Lee: Yes.")))
DEFLATED = zipfile.ZIP_DEFLATED


def zipped(content: bytes, name: str = "talk.vtt") -> bytes:
    """A ZIP of one file."""
    return archive({name: content}, method=DEFLATED)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(TALK, mtime=0),
        gzip.compress(TALK[:9], mtime=0) + gzip.compress(TALK[9:], mtime=0),
        zipped(TALK),
        zipped(TALK.decode().encode("utf-16")),
        archive({"a/": b"", "__MACOSX/._t": b"x", "a/.DS_Store": b"x", "a/talk.txt": TALK}),
        zipped(WORD, "talk.docx"),
        gzip.compress(WORD, mtime=0),
    ],
)
def test_one_transcript_in_an_archive_is_read(data: bytes) -> None:
    """Whatever lies beside it; the hash is that of the archive, the source that of the member."""
    talk = parse_transcript(data, name="talk")
    assert [(turn.speaker, turn.text) for turn in talk.turns] == [("Dana", "Hi."), ("Lee", "Yes.")]
    assert talk.sha256 == hashlib.sha256(data).hexdigest()
    assert talk.source.split("\n")[0] == "Dana: Hi."


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (archive({"a.txt": TALK, "b.txt": TALK}), "2 files.*unpack it"),
        (archive({}), "no file in it"),
        (archive({"a/.DS_Store": b"x"}), "no file in it"),
        (archive({"/etc/talk.txt": TALK}), "outside of itself"),
        (archive({"a/../../talk.txt": TALK}), "outside of itself"),
        (archive({"C:talk.txt": TALK}), "outside of itself"),
        (zipped(zipped(TALK)), "archive within an archive"),
        (zipped(gzip.compress(TALK, mtime=0)), "archive within an archive"),
        (gzip.compress(gzip.compress(TALK, mtime=0), mtime=0), "archive within an archive"),
        (archive({"t.txt": TALK}, method=zipfile.ZIP_LZMA), "packed in a way that is not read"),
        (archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "Office file"),
        (archive({"mimetype": b"", "content.xml": b""}), "OpenDocument"),
        (
            archive({"users.json": b"", "channels.json": b"", "a/b.json": b""}),
            "Slack.*one transcript is read at a time; unpack it and name one",
        ),
        (
            archive({"x/users.json": b"", "x/channels.json": b"", "x/a/b.json": b""}),
            "of Slack, with",
        ),
        (
            archive({"one.vtt": b"", "two.vtt": b""}),
            "2 files.*one transcript is read at a time; unpack it and name one",
        ),
        (gzip.compress(TALK, mtime=0)[:-9], "damaged"),
        (zipped(TALK)[:-9], "damaged"),
        (b"PK\x03\x04 x", "Word"),
        (b"PK\x05\x06 x", "damaged"),
        (b"\x1f\x8b\x08", "damaged"),
    ],
)
def test_other_archives_are_refused(data: bytes, hint: str) -> None:
    """The message says what to do, and quotes nothing."""
    with pytest.raises(TranscriptError, match=hint) as caught:
        parse_transcript(data, name="talk")
    assert "\n" not in str(caught.value)
    assert "Dana" not in str(caught.value)


def test_an_encrypted_archive_is_refused() -> None:
    """There is no password to be had."""
    data = bytearray(zipped(TALK))
    for begin, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(begin) + offset] |= 1
    with pytest.raises(TranscriptError, match="encrypted"):
        unpack(bytes(data))


@pytest.mark.parametrize("pack", [gzip.compress, zipped])
def test_bombs_are_refused_before_they_go_off(pack: Callable[[bytes], bytes]) -> None:
    """Neither the ratio nor the size may be exceeded, and memory stays small."""
    data = pack(bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(TranscriptError, match="swells"):
        unpack(data)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


def test_the_size_is_that_of_a_file() -> None:
    """An archive may unpack to as much as a file may have."""
    assert MAX_EXPANDED == MAX_BYTES
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("talk.txt", bytes(MAX_EXPANDED + 1))
    with pytest.raises(TranscriptError, match="more than 100 MB"):
        unpack(stream.getvalue())


def test_a_heap_of_files_is_not_listed() -> None:
    """A directory of a million entries would fill the memory."""
    with pytest.raises(TranscriptError, match="very many files"):
        unpack(b"PK\x03\x04" + b"PK\x01\x02" * 20_000)


@given(st.binary(max_size=300), st.sampled_from([b"PK\x03\x04", b"\x1f\x8b\x08", b""]))
def test_no_bytes_crash(data: bytes, begin: bytes) -> None:
    """Whatever begins like an archive is opened or refused."""
    try:
        inner = unpack(begin + data)
    except TranscriptError:
        return
    assert begin or inner == data


@given(st.data())
def test_damaged_archives_are_refused_or_read(data: st.DataObject) -> None:
    """Any byte may be wrong."""
    packed = bytearray(
        data.draw(st.sampled_from([zipped(TALK), gzip.compress(TALK, mtime=0), WORD]))
    )
    for _ in range(data.draw(st.integers(1, 5))):
        packed[data.draw(st.integers(2, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        talk = parse_transcript(bytes(packed), name="talk", encoding="latin-1")
    except TranscriptError:
        return
    assert talk.turns
    check_runs(talk)


def test_the_files_of_an_archive_are_named() -> None:
    """The first few, without folders and whatever a terminal would obey."""
    files = {f"talks/{name}": b"x" for name in ("one.txt", "t\x1bwo.vtt", *"abcd")}
    with pytest.raises(UnknownFormatError) as caught:
        unpack(archive(files))
    assert "of 6 files (one.txt, t?wo.vtt, a, b, c, ...), and one" in str(caught.value)


ZOOM = {
    "GMT2024_Recording.m4a": b"\0" * 99,
    "GMT2024_Recording.transcript.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nDana: Hi.\n",
    "GMT2024_RecordingnewChat.txt": b"00:00:01\tTom:\tHush.\n",
}


def test_the_transcript_among_a_meetings_files_is_read() -> None:
    """A recording and a chat are no transcripts, and a warning says which file is read."""
    talk = parse_transcript(archive(ZOOM), name="talk")
    assert [(turn.speaker, turn.text) for turn in talk.turns] == [("Dana", "Hi.")]
    assert "GMT2024_Recording.transcript.vtt is read" in talk.warnings[0]


@pytest.mark.parametrize("name", ["other.vtt", "notes.txt", "talk.docx"])
def test_two_that_may_be_the_transcript_are_refused(name: str) -> None:
    """Nothing says which of them is meant."""
    with pytest.raises(UnknownFormatError, match=r"4 files.*unpack it"):
        parse_transcript(archive({**ZOOM, name: TALK}), name="talk")


def test_a_text_that_begins_like_an_archive_is_read() -> None:
    """Two letters are none."""
    talk = parse_transcript(b"PK: Hi.\nLee: Yes.\nPK: So.\nLee: No.\n", name="talk")
    assert talk.speakers == ("PK", "Lee")
