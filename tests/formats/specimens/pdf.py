"""A small writer of PDFs, the same bytes every time, and the talk in the layouts that PDFs have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from tests.formats.specimens.talk import Spoken

WIDTH, HEIGHT = 612.0, 792.0
"""Of a page, in points: US letter."""

ADVANCE = 0.6
"""Of each letter of Courier, in sizes of the font."""


class Text(NamedTuple):
    """A piece of text on a page: from its top left corner, in points."""

    x: float
    y: float
    text: str
    size: float = 10.0
    turned: bool = False


def pdf(
    pages: Sequence[Sequence[Text]], *, rotation: int = 0, objects: Sequence[str] = ()
) -> bytes:
    """Write a PDF of pages in Courier.

    Args:
        pages: What stands on each; one without text has a grey area, as of a scan.
        rotation: By which a viewer turns each page.
        objects: More entries of the trailer, such as an encryption that is none.
    """
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] "
        f"/Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for i, page in enumerate(pages):
        drawn = b"\n".join(_draw(text) for text in page) or b"0.5 g 0 0 500 700 re f"
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] /Rotate {rotation} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {4 + 2 * i} 0 R >>".encode()
        )
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    offsets: list[int] = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    trailer = f"<< /Size {size} /Root 1 0 R {' '.join(objects)} >>".encode()
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, table, trailer, len(out)),
    )


def _draw(text: Text) -> bytes:
    said = re.sub(rb"([()\\])", rb"\\\1", text.text.encode("cp1252"))
    matrix = "0.7 0.7 -0.7 0.7" if text.turned else "1 0 0 1"
    place = f"BT /F1 {text.size:g} Tf {matrix} {text.x:g} {HEIGHT - text.y:g} Tm (".encode()
    return place + said + b") Tj ET"


def centred(y: float, text: str, size: float = 10.0) -> Text:
    """Text in the middle of a page."""
    return Text((WIDTH - len(text) * ADVANCE * size) / 2, y, text, size)


def paragraphs(talk: Sequence[Spoken]) -> list[str]:
    """Each turn with its label."""
    return [f"{spoken.speaker}: {spoken.text}" for spoken in talk]


def chunks(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Cut lines into pages."""
    yield from (lines[at : at + size] for at in range(0, len(lines), size))


def _wrapped(talk: Sequence[Spoken], width: int, indent: str) -> list[str]:
    return [
        line
        for text in paragraphs(talk)
        for line in wrap(text, width, initial_indent=indent, break_on_hyphens=False)
    ]


def numbered(
    lines: Sequence[str], x: float, y: float, *, size: float, spacing: float
) -> list[Text]:
    """Twenty-five numbered lines of a court reporter, blank ones at the end."""
    texts = [
        Text(x + (2 - len(str(n))) * ADVANCE * size, y + n * spacing, str(n), size)
        for n in range(1, 26)
    ]
    for n, line in enumerate(lines, 1):
        blanks = len(line) - len(line.lstrip())
        at = x + (4 + blanks) * ADVANCE * size
        texts.append(Text(at, y + n * spacing, line.lstrip(), size))
    return texts


def write_deposition(talk: Sequence[Spoken], *, first: int = 7) -> bytes:
    """A deposition: 25 numbered lines a page, a head, a foot and the number of the page."""
    pages = [
        [
            centred(40, "HEARING ON THE SEED LIBRARY"),
            Text(540, 40, str(first + i)),
            *numbered(lines, 60, 60, size=10, spacing=26),
            centred(760, "Carrow Reporting Company 555-0100"),
        ]
        for i, lines in enumerate(chunks(_wrapped(talk, 60, "     "), 25))
    ]
    return pdf(pages)


def write_condensed(talk: Sequence[Spoken]) -> bytes:
    """The same, four pages on a sheet, from top to bottom and then to the right; and the index."""
    pages = list(chunks(_wrapped(talk, 38, "     "), 25))
    sheets: list[list[Text]] = []
    for at in range(0, len(pages), 4):
        sheet = [centred(20, "HEARING ON THE SEED LIBRARY", 8)]
        for i, lines in enumerate(pages[at : at + 4]):
            x, y = 40 + 290 * (i // 2), 50 + 365 * (i % 2)
            sheet.append(Text(x + 220, y, f"Page {at + i + 1}", 7))
            sheet += numbered(lines, x, y + 5, size=7, spacing=13)
        sheet.append(centred(780, f"Pages {at + 1} to {min(at + 4, len(pages))}", 8))
        sheets.append(sheet)
    words = sorted({word.text.strip(".,?:;") for spoken in talk for word in spoken.words})
    entries = [f"{word} {1 + i % 7}:{1 + i % 25},{2 + i % 20}" for i, word in enumerate(words)]
    sheets += [
        [Text(40 + 140 * (i // 60), 40 + 12 * (i % 60), entry, 7) for i, entry in enumerate(part)]
        for part in chunks(entries, 240)
    ]
    return pdf(sheets)


def write_columns(talk: Sequence[Spoken]) -> bytes:
    """A record of two columns a page, with the numbers of the columns in the head."""
    lines = _wrapped(talk, 46, " ")
    pages: list[list[Text]] = []
    for i, page in enumerate(chunks(lines, 80)):
        texts = [
            Text(50, 40, str(155 + 2 * i), 9),
            centred(40, "Seed Library" if i % 2 else "Town Hall", 9),
            Text(540, 40, str(156 + 2 * i), 9),
        ]
        for n, line in enumerate(page):
            x = 50 + 265 * (n // 40) + 4.8 * (len(line) - len(line.lstrip()))
            texts.append(Text(x, 70 + 12 * (n % 40), line.lstrip(), 8))
        pages.append(texts)
    return pdf(pages)


def write_report(talk: Sequence[Spoken]) -> bytes:
    """Paragraphs with a head and `Page 1 of 3`, as a word processor prints them."""
    pages: list[list[Text]] = [[]]
    y = 100.0
    for text in paragraphs(talk):
        for line in wrap(text, 80, break_on_hyphens=False):
            if y > 690:
                pages.append([])
                y = 100.0
            pages[-1].append(Text(60, y, line))
            y += 14
        y += 12
    for i, page in enumerate(pages):
        page.insert(0, Text(60, 50, "Oral history of the valley", 8))
        page.append(centred(760, f"Page {i + 1} of {len(pages)}", 8))
    return pdf(pages)
