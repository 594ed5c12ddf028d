"""Names in Word documents: in bold type before the words, or above them."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.word_document import SAID
from tests.formats.specimens.docx import document, paragraph, run


@pytest.mark.parametrize("timed", ["", "[00:01:05] "])
def test_a_name_above_the_words(timed: str) -> None:
    """A paragraph that is a name belongs to the next one."""
    blocks = [
        (paragraph(run(name, bold=True)), paragraph(run(timed + said))) for name, said in SAID
    ]
    talk = read(document(*(block for pair in blocks for block in pair)))
    assert dialogue(talk) == SAID
    assert {turn.runs[0].start_ms for turn in talk.turns} == {65_000 if timed else None}


def bold_lines(names: list[str], gap: str = " ") -> bytes:
    """Write a document whose paragraphs begin with a bold name and no colon."""
    return document(*(paragraph(run(name, bold=True), run(f"{gap}We plant.")) for name in names))


def test_names_in_bold_type_alone_are_labels() -> None:
    """Names in bold type without a colon or a tab are labels where they recur."""
    said = [("Ann Lee", "We plant."), ("Bob", "We plant.")] * 3
    assert dialogue(read(bold_lines([name for name, _ in said]))) == said
    assert dialogue(read(bold_lines([f"{name} " for name, _ in said], gap=""))) == said


def test_times_behind_bold_names_stay_times() -> None:
    """Bold names with times behind them are read the same way."""
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
    """Headings, parts of words or sentences, and a wholly bold document have no names."""
    assert {turn.speaker for turn in read(data).turns} == {None}
    assert "\t" not in read(data).source
