"""Writers of files that are no text: RTF, OpenDocument, books, web archives and e-mails."""

from __future__ import annotations

import quopri
from collections.abc import Sequence
from html import escape as escape_html
from xml.sax.saxutils import escape

from tests.formats.specimens.docx import archive
from tests.formats.specimens.pdf import (
    write_columns,
    write_condensed,
    write_deposition,
    write_report,
)
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken

_ODT = "application/vnd.oasis.opendocument.text"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
_HEADERS = (
    "From: Mara <mara@valley.example>\nTo: Priya <priya@valley.example>\n"
    "Subject: the transcript\nDate: Mon, 15 Jun 2026 20:00:00 +0000\n"
    "Message-ID: <1@valley.example>\nMIME-Version: 1.0\n"
)


def rtf(*paragraphs: str) -> bytes:
    """RTF of paragraphs that are written as RTF, with what Word puts around them."""
    body = "\\par\n".join(paragraphs)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}"
        "{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0\\green0\\blue0;}"
        "{\\stylesheet{\\s0 Normal;}}{\\*\\generator Riched20;}{\\info{\\title Seeds}}"
        f"{{\\header Confidential, page {{\\field{{\\*\\fldinst PAGE}}{{\\fldrslt 1}}}}\\par}}"
        f"\\pard\\f0\\fs22 {body}\\par}}"
    ).encode("ascii")


def in_rtf(text: str) -> str:
    """Escape a text for RTF: a code page where it has the letter, else Unicode."""
    parts: list[str] = []
    for char in text:
        if char in "\\{}":
            parts.append(f"\\{char}")
        elif char.isascii():
            parts.append(char)
        elif len(code := char.encode("cp1252", "ignore")) == 1:
            parts.append(f"\\'{code[0]:02x}")
        else:
            data = char.encode("utf-16-le")
            units = [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]
            parts += [f"\\u{unit - 65536 if unit > 32767 else unit}?" for unit in units]
    return "".join(parts)


def write_rtf(talk: Sequence[Spoken]) -> bytes:
    """A label in bold type; a deletion, a note and hidden text between the words."""
    extra = "{\\deleted gone }{\\v secret }{\\footnote A note.}"
    return rtf(
        *(
            f"{{\\b {in_rtf(spoken.speaker)}:}} {extra if i == 1 else ''}{in_rtf(spoken.text)}"
            for i, spoken in enumerate(talk)
        )
    )


def odt(*blocks: str, styles: str = "") -> bytes:
    """An OpenDocument text of blocks that are written as XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        '<office:automatic-styles><style:style style:name="T1" style:family="text">'
        f'<style:text-properties fo:font-weight="bold"/></style:style>{styles}'
        f"</office:automatic-styles><office:body><office:text>{''.join(blocks)}</office:text>"
        "</office:body></office:document-content>"
    )
    files = {"mimetype": _ODT, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"}
    return archive({name: text.encode() for name, text in files.items()})


def write_odt(talk: Sequence[Spoken]) -> bytes:
    """Names that only bold type tells from the words; a comment, a note and a deletion."""
    extra = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note."
        "</text:p></text:note-body></text:note><office:annotation><text:p>Check.</text:p>"
        "</office:annotation>"
    )
    gone = "<text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region>"
    blocks = [
        f'<text:p><text:span text:style-name="T1">{escape(spoken.speaker)}:</text:span><text:s/>'
        f"{escape(spoken.text)}{extra if i == 1 else ''}</text:p>"
        for i, spoken in enumerate(talk)
    ]
    return odt(f"{gone}</text:tracked-changes>", *blocks)


def _page(talk: Sequence[Spoken]) -> str:
    said = "".join(
        f"<p><strong>{escape_html(spoken.speaker)}:</strong> {escape_html(spoken.text)}</p>\n"
        for spoken in talk
    )
    return f"<html><head><title>Seeds</title></head><body><h1>Seeds</h1>\n{said}</body></html>"


def write_epub(talk: Sequence[Spoken]) -> bytes:
    """A book of two chapters and a table of contents."""
    half = len(talk) // 2
    kind = 'media-type="application/xhtml+xml"'
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        f'<item id="n" href="nav.xhtml" properties="nav" {kind}/>'
        f'<item id="a" href="text/one%201.xhtml" {kind}/>'
        f'<item id="b" href="text/two.xhtml" {kind}/>'
        '<item id="c" href="style.css" media-type="text/css"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": "<html><body><nav>Contents: nobody</nav></body></html>",
        "OEBPS/text/one 1.xhtml": f'<?xml version="1.0"?>{_page(talk[:half])}',
        "OEBPS/text/two.xhtml": f'<?xml version="1.0"?>{_page(talk[half:])}',
        "OEBPS/style.css": "p { color: black }",
    }
    return archive({name: text.encode() for name, text in files.items()})


def _quoted(text: str) -> str:
    return quopri.encodestring(text.encode()).decode("ascii")


def write_mhtml(talk: Sequence[Spoken]) -> bytes:
    """A page that Chrome saved as one file, with a picture."""
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://valley.example/seeds\n"
        "Subject: Seeds\nDate: Mon, 15 Jun 2026 20:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----Mx----"\n\n\n'
        "------Mx----\nContent-Type: text/html; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://valley.example/seeds\n\n{_quoted(_page(talk))}\n"
        "------Mx----\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\nR0lGODlh\n"
        "------Mx------\n"
    ).encode("ascii")


def write_mail(talk: Sequence[Spoken]) -> bytes:
    """An e-mail in two forms, with the recording attached."""
    text = "\n\n".join(f"{spoken.speaker}: {spoken.text}" for spoken in talk)
    return (
        f'{_HEADERS}Content-Type: multipart/mixed; boundary="mixed"\n\n'
        '--mixed\nContent-Type: multipart/alternative; boundary="two"\n\n'
        "--two\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{_quoted(text)}\n"
        "--two\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{_quoted(_page(talk))}\n--two--\n"
        '--mixed\nContent-Type: audio/mpeg\nContent-Disposition: attachment; filename="talk.mp3"\n'
        "Content-Transfer-Encoding: base64\n\nSUQz\n--mixed--\n"
    ).encode("ascii")


CONTAINERS: tuple[Specimen, ...] = (
    Specimen("rich-text.rtf", "rtf", write_rtf),
    Specimen("writer.odt", "odt", write_odt),
    Specimen("book.epub", "html", write_epub),
    Specimen("archive.mhtml", "html", write_mhtml),
    Specimen("message.eml", "plain", write_mail),
)

PDFS: tuple[Specimen, ...] = (
    Specimen("deposition.pdf", "pdf", write_deposition),
    Specimen("condensed.pdf", "pdf", write_condensed),
    Specimen("columns.pdf", "pdf", write_columns),
    Specimen("report.pdf", "pdf", write_report),
)
"""Each is read in a process of its own, so there are fewer examples of them in tests."""
