"""Court and committee transcripts: what is not testimony."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

COVER = """\
UNITED STATES DISTRICT COURT
ELLEN PARK,            )
     Plaintiff,        )
DEPOSITION OF DANIEL ROE
APPEARANCES:
ATTORNEYS FOR PLAINTIFF:
     BY:  JOHN LANE, ESQ.
ON BEHALF OF THE DEFENDANT:
     MARY KAY, ESQ.
VIDEOGRAPHER:  Tom Poe
I N D E X
WITNESS                    PAGE
EXAMINATION BY MR. LANE ..... 5
P R O C E E D I N G S
"""
SWEARING = """\
THE VIDEOGRAPHER:  We are on the record.
MR. LANE:  John Lane for Ms. Park.
DANIEL ROE,
having been first duly sworn, was examined and
testified as follows:
EXAMINATION
BY MR. LANE:
"""
TESTIMONY = """\
Q.   Where were you?
A.   At home (in bed).
(Exhibit 14 was marked
for identification.)
Q.   And then?
A.   I went
out.
(Recess from 10:02 to 10:15)
MS. KAY:  Objection.
BY MR. LANE:
Q.   Where?
A.   To the
(Laughter.)
dam.
"""
END = """\
(Whereupon, at 11:02 a.m., the deposition
of Daniel Roe was concluded.)
REPORTER'S CERTIFICATE
I, Susan Wells, do hereby certify that the
foregoing is true.
DATE:  May 5
ERRATA SHEET
REASON:  ____
REASON:  ____
"""
SAID = [
    ("THE VIDEOGRAPHER", "We are on the record."),
    ("MR. LANE", "John Lane for Ms. Park."),
    ("Q", "Where were you?"),
    ("A", "At home (in bed)."),
    ("Q", "And then?"),
    ("A", "I went\nout."),
    ("MS. KAY", "Objection."),
    ("Q", "Where?"),
    ("A", "To the\n(Laughter.)\ndam."),
]


def numbered(text: str) -> str:
    """Number lines as on pages of 25 lines."""
    return "\n".join(f"{i % 25 + 1:2}  {line}" for i, line in enumerate(text.splitlines()))


@pytest.mark.parametrize("write", [str, numbered])
@pytest.mark.parametrize("end", [END, END[END.index("REPORTER") :], ""])
@pytest.mark.parametrize("cover", [COVER, "APPEARANCES:\nFOR PLAINTIFF:  JOHN LANE\n", ""])
def test_only_testimony_is_speech(write: Callable[[str], str], end: str, cover: str) -> None:
    """The cover, the oath, the reporter's notes and the certificate are left out."""
    talk = read(write(cover + SWEARING + TESTIMONY + end))
    assert spoken(talk) == SAID
    check_places(talk)
    check_nothing_lost(talk)


def test_a_deposition_may_begin_with_its_first_question() -> None:
    """The oath is left out where the first question follows it."""
    oath = SWEARING[SWEARING.index("DANIEL") :]
    assert spoken(read(COVER + oath + TESTIMONY + END)) == SAID[2:]


def test_a_trial_has_several_witnesses() -> None:
    """Opening statements are speech, and so is what follows a witness or an adjournment."""
    oath = SWEARING[SWEARING.index("DANIEL") :]
    opening = "THE COURT:  Be seated.\nMR. LANE:  The dam broke.\nIt was old.\n"
    after = "(The proceedings were adjourned.)\nTHE COURT:  Be seated.\n"
    talk = read(opening + oath + TESTIMONY + after + oath + TESTIMONY + END)
    first = [("THE COURT", "Be seated."), ("MR. LANE", "The dam broke.\nIt was old.")]
    assert spoken(talk) == [*first, *SAID[2:], first[0], *SAID[2:]]


def test_what_a_witness_says_of_an_oath_or_a_certificate_stays() -> None:
    """Words within an answer, and parentheses in an interview, are speech."""
    said = "I was\nduly sworn, and the\nCERTIFICATE was old.\nThe trial was concluded."
    talk = read(f"Q.   Why?\nA.   {said}\nMR. LANE:  Objection.\n" * 3)
    assert spoken(talk)[1] == ("A", said)
    talk = read("Q: Why?\nA: So.\n(The dam was old.)\nNo.\n" * 3)
    assert spoken(talk)[1] == ("A", "So.\n(The dam was old.)\nNo.")


def test_a_committee_hears_several_panels() -> None:
    """Headings of witnesses are neither speakers nor speech of the last one."""
    panel = "Examination of witnesses\n\nWitnesses: Dr Moss and Sir Alan Pryce.\n\n"
    talk = read(f"{panel}Q1 Chair: Why?\n\nDr Moss: So.\n\n{panel}Q2 Chair: How?\n\nDr Moss: Oh.\n")
    assert [turn.text for turn in talk.turns] == ["Why?", "So.", "How?", "Oh."]
    check_nothing_lost(talk)
