"""Containers, PDF and XML: written and read back, damaged, and bombs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuggets.errors import TranscriptError
from nuggets.formats.containers.finding import CONTAINERS as KINDS
from nuggets.formats.containers.finding import find_container
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each
from tests.formats.documents.reading import TALKS, dialogue, expected_dialogue, read
from tests.formats.specimens.containers import CONTAINERS, PDFS
from tests.formats.specimens.docx import archive
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, Spoken, time_words
from tests.formats.specimens.xml_family import XML_FAMILY
from tests.formats.talks import check_runs

ALL = (*CONTAINERS, *XML_FAMILY, *PDFS)
LATIN = (  # Courier has no other letters
    st.lists(
        st.tuples(
            st.sampled_from(("ANNA", "Ben K", "Dr. Anna Lee", "Zoë O’Neil")),
            st.lists(
                st.sampled_from(
                    "so we ship in May naïve “quoted” (laughs) [x] it’s 3.5 a&b".split()
                ),
                min_size=1,
                max_size=30,
            ).map(lambda words: f"we {' '.join(words)}."),
        ),
        min_size=2,
        max_size=5,
    )
    .filter(lambda turns: len({name for name, _ in turns}) > 1)
    .map(lambda turns: time_words([*turns, *turns]))
)


@for_each(CONTAINERS, named=lambda specimen: specimen.file)
@settings(max_examples=15)
@given(talk=TALKS)
def test_what_is_written_is_read_back(specimen: Specimen, talk: Sequence[Spoken]) -> None:
    """Speakers and words come back."""
    check(specimen, talk)


@for_each(XML_FAMILY, named=lambda specimen: specimen.file)
@settings(max_examples=15)
@given(talk=LATIN)  # without dashes, which begin a turn where they begin a line of captions
def test_xml_is_read_back(specimen: Specimen, talk: Sequence[Spoken]) -> None:
    """Speakers and words come back."""
    check(specimen, talk)


def check(specimen: Specimen, talk: Sequence[Spoken]) -> None:
    """Read a talk back that was written."""
    read_back = read(specimen.write(talk))
    assert read_back.format == specimen.format
    check_runs(read_back)
    if specimen.speakers:
        assert dialogue(read_back) == expected_dialogue(talk)


@for_each(PDFS, named=lambda specimen: specimen.file)
@settings(max_examples=4, deadline=None)
@given(talk=LATIN)
def test_pdfs_are_read_back(specimen: Specimen, talk: Sequence[Spoken]) -> None:
    """Speakers and words come back from every layout; all places have a page."""
    read_back = read(specimen.write(talk))
    assert read_back.format == "pdf"
    check_runs(read_back)
    assert dialogue(read_back) == expected_dialogue(talk)
    starts = [line.start for line in read_back.page_lines]
    assert starts == sorted(set(starts))


@for_each(ALL, named=lambda specimen: specimen.file)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_damaged_files_are_refused_in_order_or_read(
    specimen: Specimen, data: st.DataObject
) -> None:
    """Changed, dropped or doubled bytes give exact places, or a documented error."""
    content = specimen.write(TALK[:3])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        until = min(len(content), at + data.draw(st.sampled_from([0, 1, 7, 100, 10**6])))
        new = data.draw(st.sampled_from([b"", b"<", b">", b"&#", b"{", b"}", b"\\", b"\0", b"PK"]))
        content = content[:at] + new + content[until:]
    try:
        talk = parse_transcript(content, name="x")
    except TranscriptError as error:
        assert "\n" not in str(error)
        return
    check_runs(talk)
    assert all(0 <= left.start < left.end <= len(talk.source) for left in talk.left_out)


@for_each(KINDS, named=lambda kind: kind.name)
def test_bytes_of_another_kind_are_no_container(kind: object) -> None:
    """No text and no other archive is taken for one of them."""
    zipped = archive({"talk.txt": b"Anna: hello."})
    for data in (b"", b"Anna: hello.", zipped, b"PK\x03\x04", b"{\\rt", b"%PD", b"From: x\n"):
        assert find_container(data) is None


def test_an_archive_may_hold_a_document() -> None:
    """A document of each kind is read in a ZIP, too."""
    for specimen in (*CONTAINERS, PDFS[0]):
        talk = read(archive({f"folder/{specimen.file}": specimen.write(TALK)}))
        assert talk.format == specimen.format, specimen.file


@pytest.mark.parametrize(
    ("name", "kind"),
    [("content.xml", "application/vnd.oasis.opendocument.text"), ("x.opf", "application/epub+zip")],
)
def test_bombs_in_documents_are_refused(name: str, kind: str) -> None:
    """A part that swells to many times its size is not unpacked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("META-INF/container.xml", f'<c><rootfile full-path="{name}"/></c>')
        packed.writestr(name, b"<a>" + b" " * 50_000_000 + b"</a>")
    with pytest.raises(TranscriptError, match="swells"):
        read(stream.getvalue())


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]>'
    "<office:document-content xmlns:office='o'>&c;</office:document-content>"
)


def test_no_entity_is_followed() -> None:
    """A document with a DTD is refused."""
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ENTITIES}
    with pytest.raises(TranscriptError, match="DTD"):
        read(archive({name: text.encode() for name, text in files.items()}))
