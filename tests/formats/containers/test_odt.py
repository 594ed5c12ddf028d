"""OpenDocument texts: paragraphs, tables, signs, and what is not read."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError, TranscriptError
from nuggets.formats.containers.odt import extract_odt
from tests.formats.documents.reading import dialogue, read
from tests.formats.specimens.containers import odt
from tests.formats.specimens.docx import archive


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (
            "<text:p>a\n   b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e</text:p>",
            "a b  c\td\ne",
        ),
        ("<text:h>a</text:h><text:p>b <text:span>c</text:span></text:p>", "a\n\nb c"),
        ("<text:p>a<text:note><text:p>gone</text:p></text:note>b</text:p>", "ab"),
        (
            "<text:p>a</text:p><text:table-of-content><text:p>gone</text:p></text:table-of-content>",
            "a",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Anna</text:p>"
            "</table:table-cell><table:table-cell><text:p>so</text:p><text:p>on</text:p>"
            "</table:table-cell></table:table-row></table:table>",
            "Anna\tso\non",
        ),
    ],
)
def test_what_is_written_in_a_document(block: str, text: str) -> None:
    """White space is folded, signs are what they stand for, notes are left out."""
    assert extract_odt(odt(block)).text == text


def test_names_in_bold_type_are_labels() -> None:
    """By the style of their span."""
    said = [("Ann Lee", "We plant."), ("Bob Ray", "We wait.")] * 3
    talk = read(
        odt(
            *(
                f'<text:p><text:span text:style-name="T1">{name}</text:span> {text}</text:p>'
                for name, text in said
            )
        )
    )
    assert dialogue(talk) == said
    assert talk.format == talk.encoding == "odt"


def test_text_boxes_are_counted() -> None:
    """What is beside the text is left out with a warning."""
    box = "<text:p>a<draw:text-box xmlns:draw='d'><text:p>gone</text:p></draw:text-box></text:p>"
    extracted = extract_odt(odt(box))
    assert extracted.text == "a"
    assert extracted.warnings == ("text boxes in the document, left out: 1",)


def test_without_text_it_is_refused() -> None:
    """So is an encrypted one, with another reason."""
    with pytest.raises(EmptyTranscriptError):
        extract_odt(odt())
    files = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": b"\0",
        "META-INF/manifest.xml": b"<manifest:encryption-data/>",
    }
    with pytest.raises(TranscriptError, match="encrypted"):
        extract_odt(archive(files))
