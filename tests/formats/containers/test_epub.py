"""Books: their pages in the order of reading."""

from __future__ import annotations

import pytest

from nuggets.errors import TranscriptError
from nuggets.formats.containers.epub import extract_epub
from tests.formats.documents.reading import read
from tests.formats.specimens.containers import write_epub
from tests.formats.specimens.docx import archive
from tests.formats.specimens.talk import TALK

TYPE = {"mimetype": b"application/epub+zip"}


def test_the_pages_are_one_page() -> None:
    """In the order of the spine, without the table of contents."""
    text = extract_epub(write_epub(TALK)).text
    assert text.startswith("<html><body><div>")
    assert "Contents" not in text
    assert read(write_epub(TALK)).encoding == "epub"


@pytest.mark.parametrize(
    "files",
    [
        TYPE,
        {**TYPE, "META-INF/container.xml": b"<x"},
        {**TYPE, "META-INF/container.xml": b"<x/>"},
        {**TYPE, "META-INF/container.xml": b'<x><rootfile full-path="../../etc/passwd"/></x>'},
        {**TYPE, "META-INF/container.xml": b'<x><rootfile full-path="a"/></x>', "a": b"<p/>"},
    ],
)
def test_damaged_books_are_refused(files: dict[str, bytes]) -> None:
    """Without a container, a package or a page."""
    with pytest.raises(TranscriptError):
        extract_epub(archive(files))
