"""Full stops by language: no abbreviation is in two lists, and none ends sentences as a word."""

from __future__ import annotations

import pytest

from nuggets.languages.full_stops import load_full_stops
from nuggets.languages.names import LANGUAGES


@pytest.mark.parametrize("code", [*LANGUAGES, "other"])
def test_lists_do_not_contradict_each_other(code: str) -> None:
    """What is never final is not sometimes final, and no common word that may end a sentence."""
    rules = load_full_stops(code)
    assert rules.never_final.isdisjoint(rules.sometimes_final)
    assert rules.never_final & rules.openers <= set("ca m me nr sig tel vgl".split())
    assert not any(word.endswith(".") for word in rules.never_final | rules.sometimes_final)


def test_months_are_known_where_a_number_may_be_an_ordinal() -> None:
    """Only languages with ordinals have a list of months."""
    with_months = {code for code in LANGUAGES if load_full_stops(code).months}
    assert with_months <= {code for code, one in LANGUAGES.items() if one.has_ordinals}
