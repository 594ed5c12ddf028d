"""The table of all containers, and which one the bytes of a file are."""

from __future__ import annotations

from nuggets.formats.archives import is_docx
from nuggets.formats.containers import epub, mail, odt, pdf, rtf
from nuggets.formats.containers.container import Container, Extracted
from nuggets.formats.documents.docx_text import decode_docx
from nuggets.formats.documents.docx_xml import CONTAINER as DOCX


def _extract_docx(data: bytes) -> Extracted:
    decoded = decode_docx(data)
    return Extracted(decoded.text, decoded.warnings)


CONTAINERS: tuple[Container, ...] = (
    Container(DOCX, "a Word document", is_docx, _extract_docx, is_document=True),
    Container(odt.NAME, "a document", odt.is_odt, odt.extract_odt, is_document=True),
    Container(rtf.NAME, "an RTF file", rtf.is_rtf, rtf.extract_rtf, is_document=True),
    Container(pdf.NAME, "a PDF", pdf.is_pdf, pdf.extract_pdf, is_document=True),
    Container(epub.NAME, "a book", epub.is_epub, epub.extract_epub, is_document=False),
    Container(
        *(mail.WEB_ARCHIVE, "a web archive", mail.is_web_archive, mail.extract_web_archive),
        is_document=False,
    ),
    Container(mail.MAIL, "an e-mail", mail.is_mail, mail.extract_mail, is_document=False),
)
"""All containers that are read."""


def find_container(data: bytes) -> Container | None:
    """Find what container bytes are; None if they are none that is read."""
    return next((container for container in CONTAINERS if container.is_one(data)), None)
