"""Warnings for names that are not read."""

from __future__ import annotations

import pytest

from nuggets.formats.text.speakers.unread_names import UNREAD_LABELS, UNREAD_NAMES
from tests.formats.talks import read


@pytest.mark.parametrize("label", ['"{}":', "({})\n"])
def test_names_that_are_not_read_are_warned_of(label: str) -> None:
    """Nobody is named, with a warning that there may be names."""
    names = (("Anna", "we go."), ("Ben", "we stay."))
    talk = read("\n\n".join(f"{label.format(name)} {said}" for name, said in names * 3))
    assert talk.speakers == ()
    assert talk.warnings == (UNREAD_NAMES,)


def test_labels_that_do_not_recur_are_warned_of() -> None:
    """Labels that do not recur are warned of, unless they are few among many lines."""
    points = "Reach: far.\n\nRisk: high.\n\nCost: low.\n\n"
    assert read(points).warnings == (UNREAD_LABELS,)
    assert read(points + "It is so.\n\n" * 20).warnings == ()


def test_few_full_names_are_warned_of() -> None:
    """A piece of a talk with two labels, each once and in wrapped lines; headings are no names."""
    said = "we wait at the gate\nuntil the tide is in\nand the barge is through.\n\n"
    piece = f"Ilka Voss: {said}Pavo Trell: {said}"
    assert read(piece).warnings == (UNREAD_LABELS,)
    assert read(f"Key point: {said}Next point: {said}").warnings == ()
    assert read(f"Ilka Voss: {said}" + said * 3).warnings == ()
