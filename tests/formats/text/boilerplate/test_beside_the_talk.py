"""What people write beside the talk."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, read, spoken

TALK = [("Ilka", "Nobody should depend on it."), ("Pavo", "We do already.")] * 3
TEXT = [f"{name}: {said}" for name, said in TALK]


@pytest.mark.parametrize(
    "line",
    [
        "ACTION 61.1: Ilka to write to the council.",
        "Action: Pavo to write.",
        "DECISION: both are kept.",
        "> **tomas** PROPOSED RESOLUTION: the timeout can be set",
        "RESOLUTION: it is set",
        "ACTION ITEM #3: to write",
        "08:58:20 From  Mara Kestle  to  Everyone: what for?",
        "- 08:58:20 From Mara Kestle : what for?",
    ],
)
def test_it_is_left_out(line: str) -> None:
    """It is no words of who spoke before, and the talk goes on."""
    talk = read("\n\n".join([*TEXT[:3], line, *TEXT[3:]]))
    assert spoken(talk) == TALK
    check_nothing_lost(talk)


def test_who_comes_and_goes_in_a_chat_says_nothing() -> None:
    """Notices of a chat's log are left out, with a nickname before them or not."""
    log = [f"<{name.lower()}> {said}" for name, said in TALK]
    log[2:2] = ["<bot> tomas has joined #marsh", "* tomas has quit (timeout)"]
    assert spoken(read("\n".join(log))) == [(name.lower(), said) for name, said in TALK]


def test_an_action_is_speech_where_nobody_is_named() -> None:
    """Without speakers nothing shows that such a line is none."""
    assert "ACTION" in read("We go on.\n\nACTION: so we did.\n\nAnd then.").turns[0].text


def test_a_heading_right_above_a_name_is_none_of_the_words_above() -> None:
    """`Questions and Answers` stands between two speakers of a call."""
    said = [("Operator", "Good day."), ("Ilka Voss", "Thank you.")] * 3
    lines = [f"{name}\n{text}" for name, text in said]
    lines.insert(2, "Questions and Answers")
    assert spoken(read("\n".join(lines))) == said
