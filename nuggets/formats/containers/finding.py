"""The table of all containers, and which one the bytes of a file are."""

from __future__ import annotations

from nuggets.formats.archives import is_docx
from nuggets.formats.containers.container import Container, Extracted
from nuggets.formats.containers.pdf import NAME as PDF
from nuggets.formats.containers.pdf import extract_pdf, is_pdf
from nuggets.formats.documents.docx_text import decode_docx
from nuggets.formats.documents.docx_xml import CONTAINER as DOCX


def _extract_docx(data: bytes) -> Extracted:
    decoded = decode_docx(data)
    return Extracted(decoded.text, decoded.warnings)


CONTAINERS: tuple[Container, ...] = (
    Container(DOCX, "a Word document", is_docx, _extract_docx, is_document=True),
    Container(PDF, "a PDF", is_pdf, extract_pdf, is_document=True),
)
"""All containers that are read."""


def find_container(data: bytes) -> Container | None:
    """Find what container bytes are; None if they are none that is read."""
    return next((container for container in CONTAINERS if container.is_one(data)), None)
