"""Names that are known from elsewhere in the file."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken


@pytest.mark.parametrize("glued", ["TRELL:and so on.", "TRELL:9 of them.", "TRELL:So."])
def test_a_known_name_needs_no_blank_behind_its_colon(glued: str) -> None:
    """One label without a blank is no words of the speaker before."""
    talk = read(f"VOSS: Why?\nTRELL: So.\nVOSS: Oh.\n{glued}\nVOSS: No.\nTRELL: Yes.\n")
    assert spoken(talk)[3] == ("TRELL", glued[6:])
    check_places(talk)
    check_nothing_lost(talk)


def test_an_unknown_name_without_a_blank_is_no_label() -> None:
    """`http:` and the like stay words."""
    talk = read("VOSS: Why?\nTRELL: So.\n" * 3 + "mailto:someone\n")
    assert talk.turns[-1].text == "So.\nmailto:someone"


@pytest.mark.parametrize("full", ["Mr Lee (Con)", "Mr Lee (Selby) (Lab)", "Mr Lee (during this)"])
def test_a_note_at_the_first_mention_makes_no_other_speaker(full: str) -> None:
    """Who is named in full once is the same person elsewhere."""
    talk = read(f"{full}: Why?\nMs Kay: So.\nMr Lee: Oh.\nMs Kay: No.\n")
    assert talk.speakers == ("Mr Lee", "Ms Kay")


def test_a_name_that_always_has_its_note_keeps_it() -> None:
    """Nothing is taken off where nobody is named without it."""
    talk = read("Ann (she/her): Why?\nBen (host): So.\n" * 2)
    assert talk.speakers == ("Ann (she/her)", "Ben (host)")
