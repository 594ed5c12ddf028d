"""Avatar initials above a speaker's name."""

from __future__ import annotations

import pytest

from nuggets.formats.reading import parse_transcript
from tests.formats.talks import check_places, read, spoken

SAID = [("MO", "Maria Okafor", "We go."), ("PB", "Peter van den Berg", "So.")] * 3


@pytest.mark.parametrize(
    "form", ["{i}\n{n}\n00:0{m}\n{t}", "{i}\n{n}  00:0{m}\n{t}", "{i}\n{n}\n{t}"]
)
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("short", [2, 1])
def test_initials_above_a_name_are_no_speech(form: str, blank: str, short: int) -> None:
    """Initials are left out and end no turn."""
    if "{m}" not in form and blank == "\n":
        return
    parts = (form.format(i=i[:short], n=n, t=t, m=m) for m, (i, n, t) in enumerate(SAID))
    talk = read(blank.join(parts))
    assert spoken(talk) == [(name, said) for _, name, said in SAID]
    assert [left.reason for left in talk.left_out].count("initials of a name") == 6
    check_places(talk)


def test_a_few_letters_that_somebody_says_stay() -> None:
    """Short lines are speech where they are not the initials of the name below."""
    talk = read("Anna Lee\n0:01\nOK\nBen Kay\n0:02\nTV\nAnna Lee\n0:03\nOK\nBen Kay\n0:04\nUS\n")
    assert [turn.text for turn in talk.turns] == ["OK", "TV", "OK", "US"]


def test_keep_noise_keeps_initials() -> None:
    """With keep_noise initials are read as speech."""
    text = "\n\n".join(f"{i}\n{n}\n00:0{m}\n{t}" for m, (i, n, t) in enumerate(SAID))
    talk = parse_transcript(text.encode(), name="x", keep_noise=True)
    assert talk.left_out == ()
    assert sum(turn.text.split().count("MO") for turn in talk.turns) == 3
