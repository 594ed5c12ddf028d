"""The XML of Word documents."""

from __future__ import annotations

import zipfile

import pytest

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError, TranscriptError
from nuggets.formats.documents.docx_text import decode_docx
from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.word_document import text_of
from tests.formats.specimens.docx import archive, document, paragraph, run


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/></w:r>", "ab\u2011"),
        ("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", "a"),
        ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:t>b</w:t></w:r></w:del>", "a"),
        ("<w:moveFrom><w:r><w:t>b</w:t></w:r></w:moveFrom><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>", "a"),
        ("<w:smartTag><w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag></w:smartTag>", "a"),
        ("<w:r><w:t>a</w:t><w:instrText>PAGE</w:instrText></w:r>", "a"),
        ("<w:r><w:t>a&amp;b&#8217;&lt;</w:t></w:r>", "a&b’<"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ("<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a"),
    ],
)
def test_runs(xml: str, text: str) -> None:
    """Each kind of run gives its text; deletions and some fields give none."""
    assert text_of(f"<w:p>{xml}</w:p>") == text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "hush"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "before",
    [
        ENTITIES,
        "<!DOCTYPE x>",
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_and_dtds_are_refused(before: str) -> None:
    """Entities and DTDs are an error, and nothing is expanded."""
    with pytest.raises(MalformedTranscriptError, match="DTD or entities") as caught:
        read(document(paragraph("<w:r><w:t>x</w:t></w:r>"), before=before))
    assert "hush" not in str(caught.value)


def test_damaged_documents_are_refused() -> None:
    """Truncated XML, unknown encodings, no text and a zip bomb are errors."""
    types = {"[Content_Types].xml": b"x"}
    for xml in (b"", b"<a><b>", b"<?xml version='1.0' encoding='klingon'?><a/>", b"\xff\xfe<"):
        with pytest.raises(MalformedTranscriptError, match="damaged"):
            read(archive({**types, "word/document.xml": xml}))
    with pytest.raises(EmptyTranscriptError):
        read(document(paragraph()))
    bomb = {**types, "word/document.xml": b" " * 20_000_000}
    with pytest.raises(TranscriptError, match="swells"):
        read(archive(bomb, method=zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize(
    ("filler", "count"), [("<w:br/>", 500_001), (f"<w:t>{'a ' * 650_000}</w:t>", 20)]
)
def test_what_no_talk_holds_is_refused_while_it_is_read(filler: str, count: int) -> None:
    """Too many breaks or too much text is an error while the XML is parsed."""
    with pytest.raises(TranscriptError, match="Word document than any talk has; split it"):
        read(document(f"<w:p><w:r>{filler * count}</w:r></w:p>"))


def test_depth_is_no_danger() -> None:
    """A hundred thousand nested elements are read."""
    deep = "<w:ins>" * 100_000 + run("Dana: Hi.") + "</w:ins>" * 100_000
    assert dialogue(read(document(f"<w:p>{deep}</w:p>", paragraph(run("Lee: Yes.")))))[-1] == (
        "Lee",
        "Yes.",
    )


PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


BOX = (
    "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>beside</w:t></w:r></w:p></w:txbxContent>"
    "</w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "text", "warns"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>", "a c", True),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>', "a bc", False),
        ("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>b</w:t></w:r>", "a c", True),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>b</w:t></w:r>", "a bc", False),
        (PAGE, "a c", False),
        (PAGE.replace("PAGE", "HYPERLINK x"), "a 7c", False),
        ('<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>7</w:t></w:r></w:fldSimple>', "a c", False),
        ('<w:fldSimple w:instr="AUTHOR"><w:r><w:t>b</w:t></w:r></w:fldSimple>', "a bc", False),
        (BOX.replace("beside", "b"), "a c", True),
    ],
)
def test_what_is_no_text_of_the_author(xml: str, text: str, warns: bool) -> None:
    """Hidden text, page numbers and text boxes are left out; what is hidden is warned of."""
    decoded = decode_docx(document(f"<w:p>{run('a ')}{xml}{run('c')}</w:p>"))
    assert decoded.text == text
    assert bool(decoded.warnings) == warns


def test_a_document_of_text_boxes_is_read() -> None:
    """Text boxes are read where they hold most of the text."""
    decoded = decode_docx(document(paragraph(run("Talk")), paragraph(BOX), paragraph(BOX)))
    assert "beside" in decoded.text
    assert decoded.warnings == ()
