"""Names on lines of their own above times."""

from __future__ import annotations

import pytest

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
    """As Zoom's and Teams' pages are copied: a time alone lets the last speaker go on."""
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
    """Lines above times are what is said where the same stand elsewhere, too."""
    talk = read(
        "0:01\nso we\nYeah\n0:05\nYeah\n0:09\nthen we\nRight\n0:12\nYeah\nRight\n0:15\nno\n"
    )
    assert talk.speakers == ()
    assert talk.turns[0].text.startswith("so we\nYeah\nYeah")
