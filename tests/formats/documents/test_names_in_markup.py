"""Question numbers before names in all kinds of markup."""

from __future__ import annotations

from itertools import count

import pytest

from tests.formats.documents.reading import dialogue, read
from tests.formats.specimens.docx import document, paragraph, run
from tests.formats.talks import check_runs

HEARING = [
    ("Chair", "Welcome. Sir Alan, why did the wall fail?"),
    ("Sir Alan Pryce", "Chair, it was not looked after."),
    ("Barry Gardiner", "How much would it cost?"),
    ("Sir Alan Pryce", "About seventy million pounds a year."),
    ("Chair", "That is remarkable. Do you accept that figure?"),
    ("Dr Hannah Moss", "I accept it for a small flood."),
    ("Barry Gardiner", "Is it enough?"),
    ("Dr Hannah Moss", "Nobody said so."),
]
WITNESSES = ("Sir Alan Pryce", "Dr Hannah Moss")


def hearing(asked: str, answered: str) -> list[str]:
    """Write the paragraphs of a hearing with numbered questions."""
    number = 46
    paragraphs: list[str] = []
    for name, said in HEARING:
        layout = answered if name in WITNESSES else asked
        number += name not in WITNESSES
        paragraphs.append(layout.format(name, said, number))
    return paragraphs


@pytest.mark.parametrize("head", ["", "# Oral evidence\n\n"])
@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("**Q{2} {0}:** {1}", "**{0}:** {1}"),
        ("**Q{2}** **{0}:** {1}", "***{0}:*** {1}"),
        ("**Q{2}**\xa0\xa0**{0}**: {1}", "**{0}**: {1}"),
        ("**Q{2}****{0}:** {1}", "**{0}:** {1}"),
        ("Q{2} **{0}:** {1}", "**{0}:** {1}"),
        ("**Q{2} {0}** {1}", "**{0}** {1}"),
        ("Q{2} **{0}** {1}", "**{0}** {1}"),
        ("**Q{2}** {0}: {1}", "{0}: {1}"),
        ("**Q{2}. {0}**\n\n{1}", "**{0}**\n\n{1}"),
        ("### Q{2} {0}\n\n{1}", "### {0}\n\n{1}"),
        ("> **Q{2} {0}:** {1}", "> **{0}:** {1}"),
    ],
)
def test_in_markdown(asked: str, answered: str, head: str) -> None:
    """Numbers in Markdown are not part of the name, bold or not."""
    talk = read(head + "\n\n".join(hearing(asked, answered)))
    assert dialogue(talk) == HEARING
    check_runs(talk)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("<p>Q{2} <strong>{0}:</strong> {1}</p>", "<p><em>{0}:</em> {1}</p>"),
        ("<p><strong>Q{2} {0}:</strong> {1}</p>", "<p><strong>{0}:</strong> {1}</p>"),
        ("<p><b>Q{2}</b><b>{0}:</b> {1}</p>", "<p><b>{0}:</b> {1}</p>"),
        ("<p><b>Q{2}</b>&nbsp; <b>{0}</b>: {1}</p>", "<p><b>{0}</b>: {1}</p>"),
        ("<p><span>Q{2}</span><span>{0}:</span> {1}</p>", "<p><span>{0}:</span> {1}</p>"),
        ("<p><b>Q{2} {0}</b> {1}</p>", "<p><b>{0}</b> {1}</p>"),
        ("<p>Q{2} <b>{0}</b> {1}</p>", "<p><b>{0}</b> {1}</p>"),
        ("<h4>Q{2} {0}</h4><p>{1}</p>", "<h4>{0}</h4><p>{1}</p>"),
    ],
)
def test_on_pages(asked: str, answered: str) -> None:
    """Numbers on pages are not part of the name, whatever tags are between."""
    talk = read(f"<html><body><h1>Evidence</h1>{''.join(hearing(asked, answered))}</body></html>")
    assert dialogue(talk) == HEARING
    check_runs(talk)


def test_numbers_within_speech_stay() -> None:
    """`Q3` in speech is not a number of a question, even before a tag."""
    said = "<b>Q3</b><i>s</i> numbers are out."
    page = f"<p><b>Ann:</b><br>{said}</p><p><b>Bob:</b> Yes.</p>" * 2
    assert dialogue(read(f"<html><body>{page}</body></html>"))[0] == ("Ann", "Q3s numbers are out.")


@pytest.mark.parametrize("bold_number", [True, False])
@pytest.mark.parametrize(("end", "gap"), [(":", " "), ("", " "), (":", "\t")])
def test_in_word(bold_number: bool, end: str, gap: str) -> None:
    """Numbers in Word documents are not part of the name, with and without a colon."""
    paragraphs = []
    numbers = count(47)
    for name, said in HEARING:
        number = "" if name in WITNESSES else f"Q{next(numbers)}{gap}"
        runs = [run(number, bold=bold_number)] * bool(number) + [run(name + end, bold=True)]
        paragraphs.append(paragraph(*runs, run(f" {said}")))
    assert dialogue(read(document(*paragraphs))) == HEARING
