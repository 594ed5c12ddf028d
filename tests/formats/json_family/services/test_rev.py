"""Rev.ai and Rev: elements that are blanks, and names of speakers."""

from __future__ import annotations

from typing import Any

from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def text(value: str, start: float) -> dict[str, Any]:
    """A word, half a second long."""
    return {"type": "text", "value": value, "ts": start, "end_ts": start + 0.5}


def punct(value: str) -> dict[str, Any]:
    """A mark or a blank."""
    return {"type": "punct", "value": value}


def test_blanks_are_where_the_elements_have_them() -> None:
    """Alone, or with the mark before; a mark has the time of its word."""
    elements = [text("well", 1), punct("-"), text("known", 2), punct(". "), text("Yes", 3)]
    talk = read_json({"monologues": [{"speaker": 0, "elements": elements}]})
    assert spoken(talk) == [("0", "well-known. Yes")]
    assert times(talk)[1] == ("-", 1000, 1500)


def test_without_any_blank_words_are_parted() -> None:
    """As where the blanks were taken away."""
    elements = [text("Hi", 1), punct(","), text("you", 2), punct(".")]
    talk = read_json({"monologues": [{"speaker": 3, "elements": elements}]})
    assert spoken(talk) == [("3", "Hi, you.")]


def test_speakers_have_the_names_that_the_file_gives_them() -> None:
    """In a list, or with the monologue; else they are their number."""
    whole = {
        "speakers": [{"id": 0, "name": "Anna"}, {"id": 1, "name": None}],
        "monologues": [
            {"speaker": 0, "elements": [text("Hi.", 1)]},
            {"speaker": 1, "elements": [text("Ho.", 2), {"type": "tag", "name": "crosstalk"}]},
            {
                "speaker": 2,
                "speaker_info": {"id": "x", "display_name": "Ben"},
                "elements": [text("He.", 3)],
            },
            {"elements": [{"type": "unknown", "value": "<unknown>"}]},
        ],
    }
    assert spoken(read_json(whole)) == [
        ("Anna", "Hi."),
        ("1", "Ho."),
        ("Ben", "He."),
        (None, "<unknown>"),
    ]
