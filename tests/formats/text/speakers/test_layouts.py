"""Names on lines of their own, above or beside times or above the words."""

from __future__ import annotations

import pytest

from nuggets.errors import UnknownFormatError
from tests.formats.talks import check_places, read

PEOPLE = (
    ("Anna Lee", "Good morning to you all."),
    ("Ben Kay", "Morning. I brought the figures."),
    ("Anna Lee", "Let us begin with the ferry."),
    ("Cleo Ray", "It is late again."),
    ("Ben Kay", "It is, since March."),
    ("Anna Lee", "Then we change it."),
)


@pytest.mark.parametrize(
    "form", ["{n}\n{c}:03\n{t}\n", "{n}\n{n}\n{c}:03\n{t}\n", "{n}\n({c}:03) {t}\n"]
)
@pytest.mark.parametrize("more", ["", "{c}:40\nAnd so on.\n"])
def test_names_on_lines_of_their_own_above_times(form: str, more: str) -> None:
    """Names above times, as copied from Zoom and Teams; after a time alone the speaker goes on."""
    more = "({c}:40) And so on.\n" if more and "(" in form else more
    if more and form.count("{n}") == 2:
        return
    text = "".join(
        (form + (more if i % 2 else "")).format(n=name, t=said, c=f"00:{i:02}")
        for i, (name, said) in enumerate(PEOPLE)
    )
    talk = read(text)
    assert talk.format == "plain"
    assert [(turn.speaker, turn.text.split("\n")[0]) for turn in talk.turns] == list(PEOPLE)
    assert [turn.runs[0].start_ms for turn in talk.turns] == [60_000 * i + 3000 for i in range(6)]
    if more:
        assert talk.turns[1].runs[1].start_ms == 100_000
    check_places(talk)


def test_words_above_times_are_no_names() -> None:
    """Lines above times are speech where the same lines are elsewhere, too."""
    talk = read(
        "0:01\nso we\nYeah\n0:05\nYeah\n0:09\nthen we\nRight\n0:12\nYeah\nRight\n0:15\nno\n"
    )
    assert talk.speakers == ()
    assert talk.turns[0].text.startswith("so we\nYeah\nYeah")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lee\n0:00:05\nHi.\n\nBen Kay\n0:00:09\nYes.\nMore.\n\nAnna Lee\n0:00:20\nOh.",
        "0:00:05\nAnna Lee\nHi.\n\n0:00:09\nBen Kay\nYes.\nMore.\n\n0:00:20\nAnna Lee\nOh.",
        "Anna Lee\n00:05\nHi.\n\nBen Kay\n00:09\nYes.\nMore.\n\nAnna Lee\n00:20\nOh.",
        "0:00:05 - Anna Lee\nHi.\n0:00:09 - Ben Kay\nYes.\nMore.\n0:00:20 - Anna Lee\nOh.",
        "Anna Lee • 00:05\nHi.\n\nBen Kay • 00:09\nYes.\nMore.\n\nAnna Lee • 00:20\nOh.",
        "@0:05 Anna Lee: Hi.\n@0:09 Ben Kay: Yes.\nMore.\n@0:20 Anna Lee: Oh.",
        "0:00:05 Anna Lee\nHi.\n0:00:09 Ben Kay\nYes.\nMore.\n0:00:20 Anna Lee\nOh.",
    ],
)
def test_names_and_times_on_lines_of_their_own(text: str) -> None:
    """Name, time and words are on three lines, or on two."""
    talk = read(text)
    found = [(t.speaker, t.text, t.runs[0].start_ms) for t in talk.turns]
    assert found == [
        ("Anna Lee", "Hi.", 5000),
        ("Ben Kay", "Yes.\nMore.", 9000),
        ("Anna Lee", "Oh.", 20000),
    ]
    check_places(talk)


@pytest.mark.parametrize(
    "text",
    [
        "Speaker 1\nHi.\n\nSpeaker 2\nYes.\nMore.\n",
        "HAMLET\nHi.\n\nGHOST\nYes.\nMore.\n\nHAMLET\nOh.\n\nGHOST\nSo.",
        "**Anna**\nHi.\n\n**Ben**\nYes.\nMore.\n\n**Anna**\nOh.\n\n**Ben**\nSo.",
    ],
)
def test_names_above_the_words(text: str) -> None:
    """A name after a blank line counts if names alternate, or are diarisation labels."""
    talk = read(text)
    assert [turn.text for turn in talk.turns][:2] == ["Hi.", "Yes.\nMore."]
    assert len(talk.speakers) == 2
    check_places(talk)


def test_headings_above_paragraphs_are_no_names() -> None:
    """Headings do not alternate and are no names."""
    assert read("The Dam\nIt is old.\n\nFish\nThey swim.\n\nThe Town\nIt is small.").speakers == ()


def test_headings_beside_times_are_refused() -> None:
    """Lines that may be names or headings are an error, which quotes nothing."""
    with pytest.raises(UnknownFormatError, match="line 1: names and times") as caught:
        read("0:00:05 Harbour\nHi.\n0:00:09 Budget\nYes.\n0:00:20 Tides\nOh.")
    assert "Harbour" not in str(caught.value)


def _above(names: list[str]) -> str:
    return "\n\n".join(
        f"{name}\n(00:00:{10 + i}) It is number {i} of mine." for i, name in enumerate(names)
    )


@pytest.mark.parametrize("once", ["Xi", "Łukasz", "Announcer", "ANN (CONT'D)"])
def test_who_speaks_once_above_a_time_is_a_speaker(once: str) -> None:
    """One word above a time is a name where each time has one."""
    names = ["Maria Lopez", "Tom Brown", "Maria Lopez", once, "Tom Brown", "Maria Lopez"]
    assert [turn.speaker for turn in read(_above(names)).turns] == names


def test_a_panel_in_which_each_speaks_once_has_as_many_turns() -> None:
    """Names above all times are speakers though none recurs; headings are not."""
    names = ["Ann", "Bob", "Cy", "Dee Hart", "Flo"]
    assert [turn.speaker for turn in read(_above(names)).turns] == names
    headings = ["Number", "Dams", "Mine", "Power", "Water"]
    assert {turn.speaker for turn in read(_above(headings)).turns} == {None}
