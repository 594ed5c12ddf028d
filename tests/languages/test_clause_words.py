"""Words that begin sentences, and words that do not end them, by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.languages.clause_words import boundary_score


@pytest.mark.parametrize(
    ("code", "likely", "unlikely"),
    [
        ("de", ("heute", "aber"), ("die", "Wohnung")),
        ("fr", ("maison", "alors"), ("la", "maison")),
        ("es", ("casa", "entonces"), ("la", "casa")),
        ("it", ("casa", "quindi"), ("la", "casa")),
        ("pt", ("casa", "então"), ("a", "casa")),
        ("nl", ("huis", "dus"), ("het", "huis")),
    ],
)
def test_sentences_end_before_openers_and_not_behind_articles(
    code: str, likely: tuple[str, str], unlikely: tuple[str, str]
) -> None:
    """The one is likelier than any two words, the other less likely."""
    assert boundary_score(code, *likely) > boundary_score(code, "xyz", "xyz")
    assert boundary_score(code, *unlikely) < boundary_score(code, "xyz", "xyz")


@given(st.text(), st.text())
def test_without_lists_all_words_are_alike(before: str, after: str) -> None:
    """Only a comma tells something then."""
    plain = boundary_score("other", "xyz", "xyz")
    has_comma = before.endswith((",", ";", ":", "—", "–"))
    assert boundary_score("other", before, after) == plain + (2 if has_comma else 0)
