"""The rules of what is not speech: keys beside the talk, and the order of the rules."""

from __future__ import annotations

import pytest

from nuggets.formats.text.boilerplate.rules import ABOVE, BELOW, WITHIN
from tests.formats.talks import read, spoken

KEYS = [
    "Note: the plumber was late.",
    "Regrets: Carla Voss",
    "SCENE 2: The cellar",
    "Item 3: Any other business",
    "Act IV: The garden",
    "Photo: Carla Voss",
    "TODO: pay the plumber",
    "Next steps: read the meter",
    "MOTION: That the gate be opened.",
    "Ayes: Voss, Trell",
    "Tags: water, pumps",
    "Anmerkung: Das Band endet hier.",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("at", [2, 4])
def test_keys_are_said_by_nobody(key: str, between: str, at: int) -> None:
    """What a key heads is neither a turn of its own nor said by whoever spoke before."""
    lines = ["Ann: It broke.", "Bob: When?", "Ann: On Monday.", "Bob: I see."]
    talk = read(between.join([*lines[:at], key, *lines[at:]]) + "\n")
    assert spoken(talk) == [tuple(line.split(": ")) for line in lines]


def test_keys_within_a_paragraph_are_speech() -> None:
    """A line of a wrapped paragraph may begin with such a word, and is said."""
    said = "We had only one thing to say, and that was this\nNote: it is written on the\nwall."
    talk = read(f"Ann: What?\n\nBob: {said}\n\nAnn: Oh.\n\nBob: Yes.\n")
    assert spoken(talk)[1] == ("Bob", said)


def test_each_rule_has_a_name_of_its_own() -> None:
    """The tables are read by people, so no two rules have one name."""
    names = [bound.name for bound in (*ABOVE, *BELOW)] + [rule.name for rule in WITHIN]
    assert len(set(names)) == len(names) > 20
