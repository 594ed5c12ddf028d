"""Names on lines of their own above the words, with an office or a party."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_places, read, spoken

CALL = [
    ("Operator", "Good day, and welcome."),
    ("Ilka Voss", "Thank you. It was our best quarter."),
    ("Pavo Trell", "Revenue was eleven million."),
    ("Operator", "Our first question comes from Mara Kestle."),
    ("Mara Kestle", "How much is paid for?"),
    ("Pavo Trell", "Two thirds of it."),
]
OFFICES = {"Ilka Voss": "CEO", "Pavo Trell": "CFO", "Mara Kestle": "Analyst"}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form", ["{} - Tide plc - {}", "{} -- {}", "{}, Tide, Inc. - {}", "{} – {}"]
)
def test_a_call_names_its_speakers_with_their_offices(between: str, form: str) -> None:
    """Who has no office is a speaker, too, be it without any blank line."""
    talk = read(
        between.join(f"{form.format(n, OFFICES[n]) if n in OFFICES else n}\n{t}" for n, t in CALL)
    )
    assert spoken(talk) == CALL
    check_places(talk)
    left = [talk.source[one.start : one.end] for one in talk.left_out]
    assert len(left) == 4
    assert all(one.endswith(("CEO", "CFO", "Analyst")) for one in left)


def test_the_party_stands_at_the_first_mention_alone() -> None:
    """Who is named with a party once is one speaker throughout."""
    names = ["Baroness Voss of Selby Marsh", "Lord Orwin", "Viscount Kestle"]
    first = [f"{name} (Lab)" for name in names]
    talk = read(
        "\n\n".join(f"{name}\nMy Lords, number {i}." for i, name in enumerate(first + names))
    )
    assert [turn.speaker for turn in talk.turns] == names * 2


def test_short_lines_of_speech_are_no_names() -> None:
    """Words that recur on lines of their own in running text are speech."""
    assert (
        read("so we go on\nYeah\nand then we\nRight\nstop there\nYeah\nRight\nno\n").speakers == ()
    )


def test_an_office_may_stand_below_the_name() -> None:
    """The line between a name and the words is left out, whoever has none."""
    offices = {"Ilka Voss": "Chief Executive Officer", "Pavo Trell": "CFO, Tide plc"}
    offices["Mara Kestle"] = "Northbank Securities, Research Division"
    text = "\n".join(
        f"{name}\n{offices[name]}\n{said}" if name in offices else f"{name}\n{said}"
        for name, said in CALL
    )
    talk = read(text)
    assert spoken(talk) == CALL
    left = [talk.source[one.start : one.end] for one in talk.left_out]
    assert left == [offices[name] for name, _ in CALL if name in offices]
