"""Word documents: what is text, what is not, and what is refused."""

from __future__ import annotations

import zipfile

import pytest

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError, TranscriptError
from nuggets.formats.documents.docx_text import decode_docx
from tests.formats.documents.reading import read, told
from tests.formats.specimens.docx import archive, document, paragraph, run, table
from tests.formats.talks import check_runs

DANA, LEE = paragraph(run("Dana: Hi.")), paragraph(run("Lee: Yes."))


def text_of(*blocks: str) -> str:
    """The text that is taken from a document."""
    return decode_docx(document(*blocks)).text


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
    """Each kind of run gives its text, and what is deleted or a field gives none."""
    assert text_of(f"<w:p>{xml}</w:p>") == text


def test_paragraphs_are_lines() -> None:
    """With a blank line between each two, unless the writer put empty paragraphs there."""
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
    assert told(read(data)) == [("Dana", "Hi."), ("Lee", "Yes.")]


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
    """Nothing is expanded, and nothing outside of the file is looked at."""
    with pytest.raises(MalformedTranscriptError, match="DTD or entities") as caught:
        read(document(paragraph("<w:r><w:t>x</w:t></w:r>"), before=before))
    assert "hush" not in str(caught.value)


def test_damaged_documents_are_refused() -> None:
    """XML that breaks off, other encodings, no text, a bomb."""
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
    """Half a million breaks, or more text than fits a file: before a line of it is looked at."""
    with pytest.raises(TranscriptError, match="Word document than any talk has; split it"):
        read(document(f"<w:p><w:r>{filler * count}</w:r></w:p>"))


def test_depth_is_no_danger() -> None:
    """A hundred thousand nested elements are read like any other."""
    deep = "<w:ins>" * 100_000 + run("Dana: Hi.") + "</w:ins>" * 100_000
    assert told(read(document(f"<w:p>{deep}</w:p>", LEE)))[-1] == ("Lee", "Yes.")


@pytest.mark.parametrize(
    "lines",
    [
        ["Dana\tHi.", "Lee\tYes.", "Dana\tSo.", "Lee\tNo."],
        ["0:01\tDana\tHi.", "0:02\tLee\tYes.", "0:03\tDana\tSo.", "0:04\tLee\tNo."],
        ["Dana:\tHi.", "Lee:\tYes.", "Dana:\tSo.", "Lee:\tNo."],
    ],
)
def test_a_tab_after_a_name_is_a_colon(lines: list[str]) -> None:
    """As oral historians write, with a tab or in two columns."""
    talk = read(document(*(paragraph(run(line)) for line in lines)))
    assert told(talk) == [("Dana", "Hi."), ("Lee", "Yes."), ("Dana", "So."), ("Lee", "No.")]
    assert (talk.turns[1].runs[0].start_ms == 2000) == lines[0].startswith("0")


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
    """Hidden text, page numbers and text boxes are left out; what hides is told."""
    decoded = decode_docx(document(f"<w:p>{run('a ')}{xml}{run('c')}</w:p>"))
    assert decoded.text == text
    assert bool(decoded.warnings) == warns


def test_a_document_of_text_boxes_is_read() -> None:
    """Where they hold most of the text they are no decoration."""
    decoded = decode_docx(document(paragraph(run("Talk")), paragraph(BOX), paragraph(BOX)))
    assert "beside" in decoded.text
    assert decoded.warnings == ()


SAID = [
    ("Nora Whitfield", "So why does the tide make sense as a source of energy?"),
    ("Samuel Okafor", "Because it is predictable. You can plan a grid around that."),
    ("Nora Whitfield", "And yet nobody builds it. What is the problem?"),
    ("Samuel Okafor", "The problem is salt. Every bearing was gone within eighteen months."),
    ("Nora Whitfield", "How much did that cost you?"),
    ("Samuel Okafor", "About four million pounds, most of it from the county."),
]


@pytest.mark.parametrize(
    "cells",
    [
        ("{0}", "{2}"),
        ("{1}", "{0}", "{2}"),
        ("{0}", "{1}", "{2}"),
        ("{3}", "{1}", "{0}", "{2}"),
        ("{3}.", "{0}", "{1}", "{2}"),
        ("{1}", "00:59:00", "{0}", "{2}"),
        ("{3}", "{1}", "00:59:00", "{0}", "{2}"),
    ],
)
@pytest.mark.parametrize("has_head", [False, True])
def test_tables(cells: tuple[str, ...], has_head: bool) -> None:
    """A row is a turn, whatever the order of speaker and times, and numbered or not."""
    rows = [
        tuple(cell.format(name, f"00:0{i}:05", said, i + 1) for cell in cells)
        for i, (name, said) in enumerate(SAID)
    ]
    heads = {"{0}": "Speaker", "{1}": "Time", "{2}": "Text"}
    head = [tuple(heads.get(cell, "#") for cell in cells)] if has_head else []
    talk = read(document(table([*head, *rows])))
    assert told(talk) == SAID
    times = [60_000 * i + 5000 if "{1}" in cells else None for i in range(len(SAID))]
    assert [turn.runs[0].start_ms for turn in talk.turns] == times
    check_runs(talk)


@pytest.mark.parametrize("timed", ["", "[00:01:05] "])
def test_a_name_above_the_words(timed: str) -> None:
    """Names in paragraphs of their own, without empty ones between, are those of the next."""
    blocks = [
        (paragraph(run(name, bold=True)), paragraph(run(timed + said))) for name, said in SAID
    ]
    talk = read(document(*(block for pair in blocks for block in pair)))
    assert told(talk) == SAID
    assert {turn.runs[0].start_ms for turn in talk.turns} == {65_000 if timed else None}


def bold_lines(names: list[str], gap: str = " ") -> bytes:
    """A document whose paragraphs begin with a name in bold type and nothing else behind it."""
    return document(*(paragraph(run(name, bold=True), run(f"{gap}We plant.")) for name in names))


def test_names_in_bold_type_alone_are_labels() -> None:
    """No colon, no tab: bold type tells who speaks, where the names recur."""
    said = [("Ann Lee", "We plant."), ("Bob", "We plant.")] * 3
    assert told(read(bold_lines([name for name, _ in said]))) == said
    assert told(read(bold_lines([f"{name} " for name, _ in said], gap=""))) == said


def test_times_behind_bold_names_stay_times() -> None:
    """Bold type changes nothing where a time tells the same."""
    heads = [("Ann Lee", "0:03"), ("Bob", "0:15"), ("Ann Lee", "1:20"), ("Bob", "2:02")]
    plain, bold = (
        read(document(*(paragraph(run(n, bold=look), run(f"  {t}\nSo.")) for n, t in heads)))
        for look in (False, True)
    )
    assert bold.source == plain.source
    assert bold.turns == plain.turns


@pytest.mark.parametrize(
    "data",
    [
        bold_lines(["Seeds", "Soil", "Water", "Air"]),
        bold_lines(["Ann", "Ann", "Ann", "Ann"]),
        bold_lines(["Ann", "Bob"] * 2, gap=""),
        document(*(paragraph(run(n, bold=True), run(" said no.")) for n in ("Ann", "Bob") * 2)),
        document(*(paragraph(run(f"{n} We plant.", bold=True)) for n in ("Ann", "Bob") * 2)),
    ],
)
def test_other_bold_type_is_text(data: bytes) -> None:
    """Headings, a part of a word or of a sentence, and a document that is bold as a whole."""
    assert {turn.speaker for turn in read(data).turns} == {None}
    assert "\t" not in read(data).source
