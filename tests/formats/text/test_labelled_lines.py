"""Lines with labels and times: turns, their times, and warnings."""

from __future__ import annotations

import re

import pytest

from nuggets.formats.lines import LINE_ENDS
from tests.formats.talks import (
    check_places,
    read,
    spoken,
)
from tests.formats.text.small_files import CHATS, MINUTES_AND_LETTERS, RECORDS

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@pytest.mark.parametrize("end", [*LINE_ENDS, "\r\n"])
def test_every_end_of_a_line_ends_it(end: str) -> None:
    """After each kind of line break the next label counts."""
    talk = read(end.join(("ANNA: a.", "BEN: b.", "", "ANNA: c", ">> d >> e")))
    assert spoken(talk) == [(A, "a."), (B, "b."), (A, "c"), (None, "d"), (None, "e")]
    check_places(talk)


A, B = "ANNA", "BEN"


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("[00:01:02] ANNA: a\n[00:01:05] ANNA: b", [(A, "a b", [62_000, 65_000])]),
        ("[00:01:02] ANNA: a.\n[00:01:05] ANNA: B", [(A, "a.\n\nB", [62_000, 65_000])]),
        (
            "0:01\nANNA: a,\n\n0:05\nANNA: B\n0:09\nBEN: c",
            [(A, "a, B", [1_000, 5_000]), (B, "c", [9_000])],
        ),
        ("ANNA (0:01):\na.\n\nANNA (0:05):\nb", [(A, "a.\n\nb", [1_000, 5_000])]),
        ("00:03:02 Ben K: a.\n00:03:05 b", [("Ben K", "a.\nb", [182_000, 185_000])]),
        ("00:00:41 older\n\n00:00:47 talks", [(None, "older talks", [41_000, 47_000])]),
        ("ANNA (00:00:00):\na\n\nb\n\nBEN (1:10): c", [(A, "a\n\nb", [0, 0]), (B, "c", [70_000])]),
        ("Rita Moss (00:00:00) a\n(00:00:27) b", [("Rita Moss", "a\nb", [0, 27_000])]),
        ("0:00\na\n0:05\nb", [(None, "a\nb", [0, 5_000])]),
        ("ANNA: a\n0:05\nBEN: b\nANNA: c\n0:09\nBEN: d", None),
        ("ANNA  0:05\na\n\nBEN  0:09\nb", [(A, "a", [5_000]), (B, "b", [9_000])]),
    ],
)
def test_times(text: str, turns: list[tuple[str | None, str, list[int]]] | None) -> None:
    """Times are read wherever they are, and after one alone the speaker goes on."""
    talk = read(text)
    check_places(talk)
    found = [(turn.speaker, turn.text, [run.start_ms for run in turn.runs]) for turn in talk.turns]
    if turns is not None:
        assert found == turns


def test_a_range_of_time_has_an_end() -> None:
    """`[start --> end]` gives both."""
    run = read("[00:00:01.000 --> 00:00:04.500]  Hello.\n").turns[0].runs[0]
    assert (run.start_ms, run.end_ms) == (1000, 4500)


def test_times_that_run_backwards_are_warned_of() -> None:
    """Times that run backwards are kept, with a warning."""
    talk = read("[00:01:02] ANNA: a\n[00:00:05] BEN: b\n[00:02:00] ANNA: c")
    assert talk.warnings == ("line 2: the times run backwards (once in all)",)
    assert talk.turns[1].runs[0].start_ms == 5000


@pytest.mark.parametrize("name", [*MINUTES_AND_LETTERS, *RECORDS, *CHATS])
def test_small_files_name_nobody_wrongly(name: str) -> None:
    """Each word is given to who says it; what nobody says, to nobody."""
    text, said = (MINUTES_AND_LETTERS | RECORDS | CHATS)[name]
    wanted = [(word, who) for who, words in said for word in _WORD.findall(words)]
    read_as = [(word, turn.speaker) for turn in read(text).turns for word in turn.text.split()]
    read_as = [(word, who) for words, who in read_as for word in _WORD.findall(words)]
    assert [one for one in read_as if one[1]] == [one for one in wanted if one[1]]
