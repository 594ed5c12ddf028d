"""Text and turns of Word documents, which their tests share."""

from __future__ import annotations

from nuggets.formats.documents.docx_text import decode_docx
from tests.formats.specimens.docx import document


def text_of(*blocks: str) -> str:
    """Extract the text of a document with these paragraphs."""
    return decode_docx(document(*blocks)).text


SAID = [
    ("Nora Whitfield", "So why does the tide make sense as a source of energy?"),
    ("Samuel Okafor", "Because it is predictable. You can plan a grid around that."),
    ("Nora Whitfield", "And yet nobody builds it. What is the problem?"),
    ("Samuel Okafor", "The problem is salt. Every bearing was gone within eighteen months."),
    ("Nora Whitfield", "How much did that cost you?"),
    ("Samuel Okafor", "About four million pounds, most of it from the county."),
]
