"""RTF: control words, code pages, tables, and what is not read."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError, TranscriptError
from nuggets.formats.containers.rtf import extract_rtf
from tests.formats.documents.reading import dialogue, read
from tests.formats.specimens.containers import rtf
from tests.hangs import stopped_if_it_hangs


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("caf\\'e9 {\\f1\\'cf\\'f0} \\u8220?x\\u8221? \\u-10179?\\u-8704?", "café Пр “x” 😀"),
        ("{\\uc2\\u228ab}c {\\uc0\\u228}b \\u228\\'e4c", "äc äb äc"),
        ("a\\~b\\_c\\-d\\emdash  e\\line f\\tab g \\{\\}\\\\", "a\xa0b\u2011cd— e\nf\tg {}\\"),
        ("a{\\*\\unknown gone}{\\footnote gone}{\\v gone}{\\deleted gone}{\\pict 0a0b}b", "ab"),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a link}}", "a link"),
        ("{\\object{\\objdata 00}}\\bin3 xyz b", " b"),
        ("{\\shp{\\shptxt gone}}{\\listtext 1.\\tab}one", "one"),
        ("a\\\nb", "a\n\nb"),
        ("\\trowd\\intbl Anna\\cell so\\par on\\cell\\row\\pard end", "Anna\tso\non\n\nend"),
        ("{\\b Anna}{ and others}", "Anna and others"),
    ],
)
def test_what_is_written_in_rtf(written: str, text: str) -> None:
    """Letters of all kinds, breaks, fields and tables; notes, pictures and boxes are left out."""
    assert extract_rtf(rtf(written)).text == text


def test_names_in_bold_type_are_labels() -> None:
    """Names that only bold type tells from the words, as in Word documents."""
    said = [("Ann Lee", "We plant."), ("Bob Ray", "We wait.")] * 3
    talk = read(rtf(*(f"{{\\b {name}}} {text}" for name, text in said)))
    assert dialogue(talk) == said
    assert talk.encoding == "rtf"


def test_hidden_text_is_counted() -> None:
    """What is hidden is left out with a warning."""
    assert "hidden text in the RTF file, left out: 1" in extract_rtf(rtf("a{\\v b}")).warnings[0]


@pytest.mark.parametrize("data", [b"{\\rtf1}", b"{\\rtf1 {\\pict 0a}}", b"{\\rtf1"])
def test_without_text_it_is_refused(data: bytes) -> None:
    """So is one that is cut off before its text."""
    with pytest.raises(EmptyTranscriptError):
        extract_rtf(data)


@pytest.mark.parametrize(
    "bomb",
    [b"{" * 300_000, b"\\u1?" * 200_000, b"\\cell" * 200_000, b"\\row" * 200_000, b"\\'" * 300_000],
)
def test_no_bomb_hangs(bomb: bytes) -> None:
    """Open groups, escapes and cells without end are read or refused at once."""
    with stopped_if_it_hangs():
        try:
            extract_rtf(b"{\\rtf1 a" + bomb)
        except TranscriptError:
            return
