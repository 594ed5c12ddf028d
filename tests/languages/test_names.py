"""Codes of languages: as people write them, and one line for what is none."""

from __future__ import annotations

import pytest
import Stemmer

from nuggets.errors import OptionError
from nuggets.languages.names import LANGUAGES, OTHER, UNKNOWN, name_language, parse_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        (" pt-BR ", "pt"),
        ("zh_TW", "zh"),
        ("no", "nb"),
        ("other", OTHER),
    ],
)
def test_codes_are_understood(text: str, code: str) -> None:
    """With or without a country, in any case."""
    assert parse_code(text) == code


@pytest.mark.parametrize("text", ["", "xx", "german", "unknown", "d e"])
def test_what_is_no_code_is_refused(text: str) -> None:
    """One line names the codes that there are."""
    with pytest.raises(OptionError, match=r"use a code such as de: en, de, .*ko, or other"):
        parse_code(text)


def test_every_stemmer_is_there() -> None:
    """Snowball has each algorithm that is named, and each language has a name."""
    named = {language.stemmer for language in LANGUAGES.values()} - {""}
    assert named <= set(Stemmer.algorithms())
    assert all(name_language(code) for code in (*LANGUAGES, OTHER, UNKNOWN))
