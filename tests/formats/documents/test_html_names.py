"""What stands around names that tags show: roles, names of a chat, headings in bold type."""

from __future__ import annotations

import pytest

from nuggets.formats.documents.page_parts import PagePart, set_apart
from nuggets.formats.format import Parsed
from nuggets.formats.turns import Piece, build_turn
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs

SAID = [
    ("Ilka Voss", "We go."),
    ("Pavo Trell", "We stay."),
    ("Ilka Voss", "Oh."),
    ("Pavo Trell", "So."),
]
ROLES = {"Ilka Voss": "Chief Executive Officer", "Pavo Trell": "Northbank Securities -- Analyst"}


def page(form: str, below: str = "") -> str:
    """A page of turns: {n}ame, {r}ole, {t}ext."""
    said = "".join(form.format(n=name, r=ROLES[name], t=text) for name, text in SAID)
    return f"<!DOCTYPE html><html><body><article>{said}{below}</article></body></html>"


@pytest.mark.parametrize("sign", [" -- ", " — ", ", ", " | "])
def test_a_role_beside_a_name_is_not_said(sign: str) -> None:
    """Nor is the list of those who took part."""
    listed = "".join(f"<p><b>{name}</b>{sign}<em>{role}</em></p>" for name, role in ROLES.items())
    talk = read(page(f"<p><b>{{n}}</b>{sign}<em>{{r}}</em></p><p>{{t}}</p>", listed))
    check_runs(talk)
    assert dialogue(talk) == SAID
    assert "role of a speaker" in {left.reason for left in talk.left_out}


def test_words_behind_a_dash_are_said() -> None:
    """Where they are sentences."""
    assert [who for who, _ in dialogue(read(page("<p><b>{n}</b> — {t}</p>")))] == [
        n for n, _ in SAID
    ]
    assert "We go." in read(page("<p><b>{n}</b> — {t}</p>")).turns[0].text


def test_lines_of_a_chat_are_said_by_their_own() -> None:
    """A link alone is left out; nobody known goes on behind such a line."""
    chat = (
        "<p><b>Ilka Voss:</b> Look.</p><p><cite>&lt;mara_k&gt;</cite> +1</p><p>And so on.</p>"
        "<p><cite>&lt;mara_k&gt;</cite> https://marsh.example/x</p>"
    )
    talk = read(page("<p><b>{n}:</b> {t}</p>", chat))
    check_runs(talk)
    assert dialogue(talk)[len(SAID) :] == [
        *(("Ilka Voss", "Look."), ("mara_k", "+1"), (None, "And so on.")),
    ]


def test_parts_are_set_apart() -> None:
    """By their places; indices go on, and every piece is in one turn or left out."""
    pieces = [Piece(" ", word, i * 10, i * 10 + 1) for i, word in enumerate("abcde")]
    parsed = set_apart(
        Parsed((build_turn(0, "Ann", pieces),)),
        [PagePart(10, 11, "note"), PagePart(20, 35, "", "Bob")],
    )
    assert [(turn.index, turn.speaker, turn.text) for turn in parsed.turns] == [
        *((0, "Ann", "a"), (1, "Bob", "c d"), (2, None, "e")),
    ]
    assert [left.start for left in parsed.left_out] == [10]
