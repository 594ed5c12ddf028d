"""Labels that are initials and also words."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_places, read, spoken

SAID = (
    "We begin.",
    "Good.",
    "The ferry is late.",
    "It is.",
    "Since March.",
    "Why?",
    "Fuel.",
    "Oh.",
)


@pytest.mark.parametrize("names", [("MH", "TO"), ("RE", "NO"), ("TO", "IT", "CC")])
@pytest.mark.parametrize("form", ["{n}: {t}", "[0:00:{i:02}] {n}: {t}", ">> {n}: {t}"])
def test_initials_that_recur_are_speakers(names: tuple[str, ...], form: str) -> None:
    """Initials count as labels among other initials, whatever word they are."""
    talk = [(names[i % len(names)], text) for i, text in enumerate(SAID * 2)]
    found = read("\n".join(form.format(n=n, t=t, i=i) for i, (n, t) in enumerate(talk)))
    assert spoken(found) == talk
    check_places(found)


def test_the_head_of_a_letter_names_nobody() -> None:
    """Keys of letters are no labels, of one letter or of many."""
    head = "TO: all\nFROM: Anna Lee\nRE: The ferry\n\n"
    talk = "Anna Lee: We begin.\nBen Kay: Good.\n" * 4
    assert read(head + talk).speakers == ("Anna Lee", "Ben Kay")
    assert read((head + "It is late again, and so are we.\n\n") * 5).speakers == ()
    assert read("ANNA: We go.\nTO: all.\nBEN: Yes.\n" * 4).speakers == ("ANNA", "BEN")
