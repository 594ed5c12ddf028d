"""Word documents: the text that is extracted."""

from __future__ import annotations

from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.word_document import text_of
from tests.formats.specimens.docx import document, paragraph, run, table

DANA, LEE = paragraph(run("Dana: Hi.")), paragraph(run("Lee: Yes."))


def test_paragraphs_are_lines() -> None:
    """Paragraphs have a blank line between, unless the author put empty ones there."""
    empty = paragraph()
    assert text_of(DANA, LEE) == "Dana: Hi.\n\nLee: Yes."
    assert text_of(DANA, empty, LEE, LEE) == "Dana: Hi.\n\nLee: Yes.\nLee: Yes."


def test_cells_are_parted_by_tabs() -> None:
    """A table within a table does not break the row."""
    inner = table([("c", "d")])
    outer = table([("a", "b")]).replace("</w:tc></w:tr>", f"{inner}</w:tc></w:tr>")
    assert text_of(outer) == "a\tb\nc\td"


def test_only_the_body_is_read() -> None:
    """A header is not speech, whatever the part of the body is called."""
    data = document(DANA, LEE, name="word/document2.xml")
    assert "Confidential" not in read(data).source
    assert dialogue(read(data)) == [("Dana", "Hi."), ("Lee", "Yes.")]


def test_a_document_says_what_it_is() -> None:
    """Format and encoding name the container, and offsets are those of its text."""
    talk = read(document(DANA, LEE))
    assert (talk.format, talk.encoding) == ("docx", "docx")
    run = talk.turns[1].runs[0]
    assert talk.source[run.start : run.end] == "Yes."


def test_other_formats_are_recognised_in_word() -> None:
    """A text of any kind may have been pasted into a document."""
    lines = ("@UTF8", "@Begin", "*CHI:\thello .", "@End")
    assert read(document(*(paragraph(run(line)) for line in lines))).format == "chat"
    assert read(document(paragraph(run("Just words.")))).format == "docx"
    assert read(document(DANA, LEE), format="plain").format == "plain"
