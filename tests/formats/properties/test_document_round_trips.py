"""Written in every format of this family and read back: speakers, words and places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuggets.errors import TranscriptError
from nuggets.formats.archives import is_docx
from nuggets.formats.documents.docx_text import decode_docx
from nuggets.formats.format_detection import FORMATS
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each
from tests.formats.documents.reading import TALKS, dialogue, expected_dialogue, read
from tests.formats.specimens.documents import DOCUMENTS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, Spoken
from tests.formats.talks import check_runs

BY_FILE = for_each(DOCUMENTS, named=lambda specimen: specimen.file)
TEXT_ONLY = st.sampled_from(["\n", "\r\n"])


@BY_FILE
@settings(max_examples=20)
@given(talk=TALKS, line_end=TEXT_ONLY, has_bom=st.booleans())
def test_what_is_written_is_read_back(
    specimen: Specimen, talk: Sequence[Spoken], line_end: str, has_bom: bool
) -> None:
    """Speakers and words come back, whatever the mark, the line ends and the last line end."""
    data = specimen.write(talk)
    if not is_docx(data):
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\n", line_end).rstrip()
        data = text.encode("utf-8-sig" if has_bom else "utf-8")
    read_back = read(data)
    assert read_back.format == specimen.format
    assert dialogue(read_back) == expected_dialogue(talk)
    check_runs(read_back)


@BY_FILE
def test_a_document_that_was_saved_as_text_is_read_alike(specimen: Specimen) -> None:
    """Teams' and Meet's documents are recognised by their text, too."""
    data = specimen.write(TALK)
    if is_docx(data) and specimen.format != "docx":
        talk = read(decode_docx(data).text)
        assert talk.format == specimen.format
        assert dialogue(talk) == expected_dialogue(TALK)
        assert talk.encoding == "utf-8"


@BY_FILE
@settings(max_examples=40)
@given(data=st.data())
def test_damaged_files_are_refused_in_order_or_read(
    specimen: Specimen, data: st.DataObject
) -> None:
    """Changed, dropped or doubled bytes give exact places, or a documented error."""
    content = specimen.write(TALK[:5])
    if is_docx(content) and data.draw(st.booleans()):
        content = decode_docx(content).text.encode()
    known = data.draw(st.sampled_from([None, None, *(known.name for known in FORMATS)]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        until = min(len(content), at + data.draw(st.sampled_from([0, 1, 7, 100, 10**6])))
        new = data.draw(
            st.sampled_from([b"", b"<", b">", b"&#", b"**", b"\n\n", b"](", b"\x15", b"|"])
        )
        content = content[:at] + new + content[until:]
    try:
        talk = parse_transcript(content, name="x", format=known)
    except TranscriptError:
        return
    check_runs(talk)
    assert all(0 <= left.start < left.end <= len(talk.source) for left in talk.left_out)


@given(st.text(max_size=200), st.sampled_from([specimen.format for specimen in DOCUMENTS]))
def test_no_text_crashes(text: str, format: str) -> None:
    """Any text is read as any format with exact places, or is a documented error."""
    try:
        talk = parse_transcript(text.encode(), name="x", format=format, encoding="utf-8")
    except TranscriptError:
        return
    check_runs(talk)


@pytest.mark.parametrize(
    "text",
    [
        "Dana wrote `<p>` and </p> in her code.\nIt was <b>bold</b>.",
        "The file begins with @Begin and *CHI: hello.",
        "# Notes\n\nWe went home. It was late.",
        "At 00:00:11\nhe said nothing.",
        "Contents\nIntroduction   1\nThe dam   12",
    ],
)
def test_texts_about_such_formats_are_none(text: str) -> None:
    """Prose that mentions tags, headers, headings or times stays prose."""
    assert read(text).format == "prose"
