"""Court transcripts with numbered lines."""

from __future__ import annotations

import pytest

from nuggets.formats.reading import parse_transcript
from tests.formats.talks import check_nothing_lost, check_places, read, spoken

PAGE = """\
                                                       12
 1  BY MS. DOE:
 2       Q.   Good morning. Where were you
 3  on the night of the fire?
 4       A.   At home: I was with my
 5  wife and 2 dogs.
 6            MR. ROE:  Objection.
 7       Q.   All night?
 8       A.   Yes.

 9            THE COURT:  Go on.
10       Q.   What time
              VERITEXT
                                                       13
 1  was it?
 2       A.   About 10:30, and then at
 3  2 we
 4  ran out.
"""
TURNS = [
    ("Q", "Good morning. Where were you\non the night of the fire?"),
    ("A", "At home: I was with my\nwife and 2 dogs."),
    ("MR. ROE", "Objection."),
    ("Q", "All night?"),
    ("A", "Yes."),
    ("THE COURT", "Go on."),
    ("Q", "What time\nwas it?"),
    ("A", "About 10:30, and then at\n2 we\nran out."),
]


def test_a_deposition_is_read() -> None:
    """Line numbers, page numbers and footers are left out; questions and answers are turns."""
    talk = read(PAGE)
    assert spoken(talk) == TURNS
    reasons = [left.reason for left in talk.left_out]
    assert reasons.count("line number") == 14
    assert reasons.count("page header or footer") == 3
    check_places(talk)
    check_nothing_lost(talk)


def test_page_headers_can_be_kept() -> None:
    """With keep_noise the line numbers are still left out."""
    talk = parse_transcript(PAGE.encode(), name="x", keep_noise=True)
    assert {left.reason for left in talk.left_out} == {"line number"}
    assert "VERITEXT" in talk.turns[-2].text


def test_lists_and_years_are_no_line_numbers() -> None:
    """Numbers that do not count, or are on few lines, are speech."""
    text = "\n".join(f"{1990 + i} was good" for i in range(12)) + "\n" + "5 more\n3 less\n" * 9
    assert read(text).turns[0].text == text.rstrip()
    assert read("1 apple\n2 pears\n3 plums").turns[0].text == "1 apple\n2 pears\n3 plums"


def test_the_record_names_members_before_a_full_stop() -> None:
    """Names with a title, in capitals or not, that alternate at the beginning of lines."""
    talk = read(
        "The SPEAKER pro tempore. The gentleman has the floor.\n"
        "Mr. SMITH of Ohio. Mr. Speaker, here is why: it is old.\n\nI yield.\n"
        "Ms. McCARTHY. I thank Mr. Smith. He is right.\nMr. SMITH of Ohio. So be it.\n"
        "The SPEAKER pro tempore. The time is over.\nMs. McCARTHY. Yes."
    )
    assert talk.speakers == ("The SPEAKER pro tempore", "Mr. SMITH of Ohio", "Ms. McCARTHY")
    assert talk.turns[1].text == "Mr. Speaker, here is why: it is old.\n\nI yield."


@pytest.mark.parametrize("dots", ["    ", "\t", " \t "])
def test_questions_without_a_full_stop(dots: str) -> None:
    """Blanks or tabs after Q and A make labels, with and without line numbers."""
    numbered = PAGE.replace("Q.   ", f"Q{dots}").replace("A.   ", f"A{dots}")
    assert spoken(read(numbered)) == TURNS
    text = "".join(f"  {who}{dots}{said}\n" for who, said in TURNS[:2] * 3)
    assert spoken(read(text)) == TURNS[:2] * 3


def test_a_deposition_that_is_cut_is_read() -> None:
    """Line numbers are left out from the middle of a page on, and where lines are missing."""
    lines = "".join(PAGE.splitlines(keepends=True)[i] for i in range(6, 18))
    page = PAGE.replace("                                                       12\n", "")
    for text in (lines + PAGE + PAGE, page.split("\n", 5)[5] + PAGE, PAGE + page[200:] + PAGE):
        talk = read(text)
        assert "Q" in talk.speakers
        assert not any(
            line[0].isdigit() for t in talk.turns[:-1] for line in t.text.split("\n")[:1]
        )


def test_who_asks_from_here_on_is_a_heading() -> None:
    """`BY MS. DOE:` within testimony is neither a speaker nor part of the answer."""
    body = "Q.   Where?\nA.   At home.\nMR. ROE:  Objection.\n{}\nQ.   When?\nA.   At three.\n"
    for line in ("BY MS. DOE:", "CROSS-EXAMINATION", "REDIRECT EXAMINATION BY MR. ROE:"):
        talk = read(body.format(line) * 2)
        assert talk.speakers == ("Q", "A", "MR. ROE")
        assert talk.turns[2].text == "Objection."
        assert [left.reason for left in talk.left_out] == ["heading"] * 2
