"""Tabs and tables in Word documents."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.word_document import SAID
from tests.formats.specimens.docx import document, paragraph, run, table
from tests.formats.talks import check_runs


@pytest.mark.parametrize(
    "lines",
    [
        ["Dana\tHi.", "Lee\tYes.", "Dana\tSo.", "Lee\tNo."],
        ["0:01\tDana\tHi.", "0:02\tLee\tYes.", "0:03\tDana\tSo.", "0:04\tLee\tNo."],
        ["Dana:\tHi.", "Lee:\tYes.", "Dana:\tSo.", "Lee:\tNo."],
    ],
)
def test_a_tab_after_a_name_is_a_colon(lines: list[str]) -> None:
    """A tab after a name counts as a colon, in lines and in tables of two columns."""
    talk = read(document(*(paragraph(run(line)) for line in lines)))
    assert dialogue(talk) == [("Dana", "Hi."), ("Lee", "Yes."), ("Dana", "So."), ("Lee", "No.")]
    assert (talk.turns[1].runs[0].start_ms == 2000) == lines[0].startswith("0")


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
    """A row is a turn, whatever the order of speaker and times, with or without a number."""
    rows = [
        tuple(cell.format(name, f"00:0{i}:05", said, i + 1) for cell in cells)
        for i, (name, said) in enumerate(SAID)
    ]
    heads = {"{0}": "Speaker", "{1}": "Time", "{2}": "Text"}
    head = [tuple(heads.get(cell, "#") for cell in cells)] if has_head else []
    talk = read(document(table([*head, *rows])))
    assert dialogue(talk) == SAID
    times = [60_000 * i + 5000 if "{1}" in cells else None for i in range(len(SAID))]
    assert [turn.runs[0].start_ms for turn in talk.turns] == times
    check_runs(talk)
