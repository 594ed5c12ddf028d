"""Label styles without a colon behind the name, or in letters that a name seldom has."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

SAID = [
    ("Anna Lee", "We go."),
    ("Ben Kay", "We stay - or so: yes."),
    ("Anna Lee", "Why?"),
    ("Cy", "So."),
] * 2
LABELS = ["[{}] ", "<{}> ", "{} - ", "{} – ", "{}—", "{} | ", "{}\t", "{} <x.y@z.org>: "]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_names_are_read(label: str, blank: str) -> None:
    """Names count where nearly every paragraph has one; others belong to the same speaker."""
    talk = read(blank.join(label.format(name) + said for name, said in SAID))
    assert spoken(talk) == SAID
    assert talk.warnings == ()
    check_places(talk)
    check_nothing_lost(talk)
    more = read("\n\n".join(label.format(name) + said for name, said in SAID) + "\n\nSo be it.")
    assert spoken(more) == [*SAID[:-1], ("Cy", "So.\n\nSo be it.")]


@pytest.mark.parametrize("row", ["{c} | {n} | {t}", "{n} | {c} | {t}", "{c}\t{n}\t{t}"])
@pytest.mark.parametrize("hours", ["", "00:"])
def test_rows_of_a_table_have_a_time(row: str, hours: str) -> None:
    """A time may be before the name or behind it."""
    rows = [row.format(c=f"{hours}0{i}:01", n=n, t=t) for i, (n, t) in enumerate(SAID)]
    talk = read("\n".join(rows))
    assert spoken(talk) == SAID
    assert [turn.runs[0].start_ms for turn in talk.turns] == [60_000 * i + 1000 for i in range(8)]


@pytest.mark.parametrize("bold", ["{}", "**{}**"])
def test_names_between_blank_lines_are_read(bold: str) -> None:
    """The words below may have several paragraphs, or look like a name."""
    said = [("ANNA LEE", "We go.\n\nAnd so."), ("BEN KAY", "Tomorrow")] * 3
    talk = read("\n\n".join(f"{bold.format(name)}\n\n{text}" for name, text in said))
    assert spoken(talk) == said
    check_places(talk)


@pytest.mark.parametrize(
    "text",
    [
        "[Music] we go.\n[Applause] we stay.\n" * 6,
        "Dam - a wall in a river.\nLadder - a way for fish.\nEel - a fish.\nTown - a place.\n",
        "We met - as we do - at the dam.\nThen - alas - it broke.\n" * 3,
        "The Dam\n\nIt is old.\n\nFish\n\nThey swim.\n\nThe Town\n\nIt is small.\n",
        "We go.\n\nBen - the miller - stays.\n\nAnna - his wife - goes.\n\nSo.\n\nYes.\n\n" * 3,
    ],
)
def test_dashes_brackets_and_headings_are_no_names(text: str) -> None:
    """Sounds, glossary entries, words between dashes and headings are no names."""
    talk = read(text)
    assert talk.speakers == ()
    assert len(talk.turns) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[ANNA]: a\n[BEN]: b\n[ANNA]: c\n[BEN]: d", ("ANNA", "BEN")),
        ("anna: a\nben: b\nanna: c\nben: d", ("anna", "ben")),
        ("Q. Age?\nA. It is 44.\nQ. Name?\nA. No.", ("Q", "A")),
        ("DANA: a.\nDA\x1b[31mNA: b\n\x1b[1mLEE:\x1b[0m c\n\u200bDANA: d\nLEE: e", ("DANA", "LEE")),
        ("problem: a problem\nfix: a fix\nproblem: the problem, a problem\nfix: no", ()),
        ("DANA: a\nLEE: b\nDANA: c\nLEE: \x00d", ("DANA", "LEE")),
        ("A. apples\nB. pears\nC. plums", ()),
    ],
)
def test_rarer_labels(text: str, names: tuple[str, ...]) -> None:
    """Names in brackets, in lower case, in depositions, and with control characters count."""
    talk = read(text)
    assert talk.speakers == names
    assert len(talk.turns) == (len(text.splitlines()) if names else 1)
    check_places(talk)
