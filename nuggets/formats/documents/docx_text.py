"""Word documents (.docx): the text that is extracted from them, which then is the source.

A paragraph is a line; where the author separates paragraphs by empty ones those are blank lines,
else a blank line is put between each two, but not below a name above the words (`docx_names`).
Breaks within a paragraph end a line, too. Table cells are separated by tabs, and so are names in
bold type from the words behind. Headers, footers, notes and comments are not read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.archives import docx_part_name, read_member
from nuggets.formats.decoding import Decoded
from nuggets.formats.documents.docx_names import find_names_above, separate_bold_names
from nuggets.formats.documents.docx_xml import CONTAINER, parse_paragraphs

_MIN_EMPTY = 0.1  # share of paragraphs that are empty where those separate the others; by eye


def decode_docx(data: bytes) -> Decoded:
    """Extract the text of a Word document.

    Raises:
        TranscriptError: It is damaged, suspiciously large when unpacked, or holds no text.
    """
    xml = read_member(data, docx_part_name(data))
    target = parse_paragraphs(xml, with_boxes=False)
    if target.boxed > sum(map(len, target.paragraphs)):  # then they are the document
        target = parse_paragraphs(xml, with_boxes=True)
    if not any(target.paragraphs):
        raise EmptyTranscriptError("no text in the Word document")
    warnings = []
    if target.hidden:
        warnings.append(f"pieces of hidden text in the Word document, left out: {target.hidden}")
    if target.boxes:
        warnings.append(f"text boxes in the Word document, left out: {target.boxes}")
    return Decoded(join_paragraphs(target.paragraphs, target.bold), CONTAINER, tuple(warnings))


def join_paragraphs(paragraphs: Sequence[str], bold: Mapping[int, int]) -> str:
    """Join the paragraphs of a document to its text, with blank lines between.

    Args:
        paragraphs: All of them; of tables, the rows.
        bold: Where bold type ends at the beginning of a paragraph, by its index.
    """
    paragraphs = separate_bold_names(paragraphs, bold)
    empty = sum(not paragraph.strip() for paragraph in paragraphs)
    if empty >= _MIN_EMPTY * len(paragraphs):
        return "\n".join(paragraphs)
    said = [paragraph for paragraph in paragraphs if paragraph.strip()]
    is_name = find_names_above(said)
    if not any(is_name):
        return "\n\n".join(said)
    return "".join(
        paragraph + ("\n" if above else "\n\n")
        for paragraph, above in zip(said, is_name, strict=True)
    ).rstrip("\n")
