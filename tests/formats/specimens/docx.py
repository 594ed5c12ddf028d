"""Builds Word documents, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def run(text: str, *, bold: bool = False) -> str:
    r"""A run of text; "\n" is a break, "\t" a tab."""
    parts = [
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(part)
        or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _cut(text)
    ]
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:r>{look}{''.join(parts)}</w:r>"


def paragraph(*runs: str) -> str:
    """A paragraph of runs, with properties that hold a tab stop and a deleted mark."""
    look = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; each cell is one paragraph."""
    cells = (
        "".join(f"<w:tc><w:tcPr/>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*blocks: str, before: str = "", name: str = "word/document.xml") -> bytes:
    """A document of paragraphs and tables.

    Args:
        blocks: Its body.
        before: What stands before the root element, such as a DTD.
        name: Of the part that holds the body.
    """
    body = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{before}'
        f"<w:document {_NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    )
    header = f"<w:hdr {_NAMESPACES}>{paragraph(run('Confidential, page 1'))}</w:hdr>"
    parts = {
        **{"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS},
        **{name: body, "word/header1.xml": header},
    }
    return archive({part: text.encode() for part, text in parts.items()})


def archive(files: dict[str, bytes], *, method: int = zipfile.ZIP_STORED) -> bytes:
    """A ZIP of files, in this order and without the time of day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 3  # else it is that of the machine
            packed.writestr(member, content, compress_type=method)
    return stream.getvalue()


def _cut(text: str) -> list[str]:
    """Cut at breaks and tabs, which stay."""
    return [part for part in re.split("([\n\t])", text) if part]
