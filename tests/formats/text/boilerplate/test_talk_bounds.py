"""Boilerplate before, after and between the turns of a talk."""

from __future__ import annotations

import pytest

from nuggets.formats.reading import parse_transcript
from nuggets.formats.text.plain import PLAIN
from tests.formats.talks import (
    check_nothing_lost,
    check_places,
    read,
    spoken,
)

TALK = "Anna: We go.\n\nBen: Yes.\n\nAnna: No.\n\nBen: So."


@pytest.mark.parametrize("brackets", ["{}", "[{}]", "({}) -"])
def test_chapters_before_a_talk_are_left_out(brackets: str) -> None:
    """A table of contents above the talk is left out, whether or not the talk has times."""
    chapters = "\n".join(f"{brackets.format(time)} The dam" for time in ("00:00", "02:30", "12:30"))
    talk = read(f"Episode 12\n\n{chapters}\n\n{TALK}")
    assert [left.reason for left in talk.left_out] == (
        ["before the first speaker"] + ["table of contents"] * 3
    )
    assert spoken(talk)[0] == ("Anna", "We go.")
    check_nothing_lost(talk)


def test_chapters_before_a_talk_of_times_alone_are_left_out() -> None:
    """A table of contents is recognised where the times of the talk begin again below it."""
    talk = read("0:00:00 Intro\n0:02:30 Dam\n0:12:30 Fish\n\n0:00:01 we go on\n0:00:09 we stay\n")
    assert [left.reason for left in talk.left_out] == ["table of contents"] * 3
    assert talk.turns[0].text == "we go on\nwe stay"


def test_short_lines_with_times_are_no_chapters() -> None:
    """Short timed lines are speech where the times go on rising after them."""
    talk = read("[0:00:01] we go\n[0:00:05] we stay\n[0:00:09] ANNA: a b\n[0:00:12] ANNA: c d\n")
    assert talk.left_out == ()
    assert spoken(talk)[0] == (None, "we go\nwe stay")


@pytest.mark.parametrize("heading", ["Show notes:", "## Links", "About the author"])
def test_other_parts_of_a_page_are_after_the_talk(heading: str) -> None:
    """The heading of a page section after the last label ends the talk."""
    talk = read(f"{TALK}\n\n{heading}\n\nhttps://a.b and more of it")
    assert talk.turns[-1].text == "So."
    assert {left.reason for left in talk.left_out} <= {"heading", "after the talk"}
    assert talk.left_out[-1].reason == "after the talk"


@pytest.mark.parametrize("format", ["plain", "prose", "otter", "rev"])
def test_all_can_be_kept(format: str) -> None:
    """With keep_noise nothing that may be speech is left out."""
    body = TALK if format != "otter" else "Anna  0:01\nWe go.\n\nBen  0:03\nSo."
    text = f"Title\n\nShare this\n\n{body}\n\n## The dam\n\nTranscribed by Nobody"
    talk = parse_transcript(text.encode(), name="x", format=format, keep_noise=True)
    assert talk.left_out == ()
    assert talk.turns[0].text.startswith("Title\n\nShare this")
    assert talk.turns[-1].text.endswith("## The dam\n\nTranscribed by Nobody")
    check_places(talk)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("form", ["{n}{b}(0:{c:02}:03) {t}", "[0:{c:02}:03] {n}: {t}"])
def test_headings_between_timed_lines_are_left_out(form: str, between: str) -> None:
    """Where all speech has times, a short line without one is a heading."""
    names = ("Anna Lee", "Ben Kay", "Anna Lee", "Cleo Ray", "Ben Kay", "Anna Lee", "Ben Kay")
    parts = [
        form.format(n=name, b=between, c=i, t=f"We go on for {i} days.")
        for i, name in enumerate(names)
    ]
    text = between.join([*parts[:3], "The new timetable", *parts[3:]])
    talk = read(text)
    assert [turn.speaker for turn in talk.turns] == list(names)
    assert [left.reason for left in talk.left_out] == ["heading"]
    assert "timetable" not in "".join(turn.text for turn in talk.turns)
    check_places(talk)
    for said in (text.replace("The new timetable", "so he said"), text.replace("days.", "days")):
        assert read(said).left_out == ()


def test_white_space_alone_is_no_talk() -> None:
    """A text of white space has no turns."""
    assert PLAIN.parse("\n \n").turns == ()


def test_what_surrounds_the_talk_is_left_out_with_its_reason() -> None:
    """Words before the first label, a list below and web-page lines are left out with reasons."""
    body = (
        "Dana: a.\n\nLee: b.\n\nShare this\n\nDana: c.\nALSO READ: Foo: Bar (Transcript)\n\nLee: d."
    )
    tail = "Here are 3 points:\n\n  1. x\n\n  2. y\n\n  3. z\n\nFooter"
    talk = read(f"Welcome to it. It is good. We begin.\n\n{body}\n\n{tail}")
    assert [turn.text for turn in talk.turns] == ["a.", "b.", "c.", "d."]
    assert [left.reason for left in talk.left_out] == (
        ["before the first speaker"] + ["web-page boilerplate"] * 2 + ["after the talk"] * 5
    )
    check_nothing_lost(talk)


def test_a_list_that_somebody_says_stays() -> None:
    """Numbered points within the talk, or in a speaker's paragraph, are speech."""
    talk = read(
        "Dana: three:\n\n1. x\n\n2. y\n\n3. z\n\nLee: b\n\nDana: c\n\nLee: so:\n1. x\n2. y\n3. z"
    )
    assert talk.turns[0].text.endswith("3. z")
    assert talk.turns[-1].text.endswith("3. z")
    assert talk.left_out == ()
