"""Word lists: what spaCy has, as `make language-data` takes it."""

from __future__ import annotations

import json

from nuggets.languages.names import LANGUAGES
from nuggets.languages.word_lists import ABBREVIATIONS, STOP_WORDS, load_words, stop_word_lists
from tests.tools.language_data import FILE, NOT_ABBREVIATIONS, NOT_STOP_WORDS, build, to_text


def test_the_lists_are_those_of_spacy() -> None:
    """The file is what the installed spaCy gives."""
    assert FILE.read_text(encoding="utf-8") == to_text(build())


def test_every_list_is_of_a_known_language() -> None:
    """No list is there for nothing, and all words are in lower case."""
    lists = json.loads(FILE.read_text(encoding="utf-8"))
    assert lists.keys() == {STOP_WORDS, ABBREVIATIONS}
    for kind in lists.values():
        assert kind.keys() <= LANGUAGES.keys()
        assert all(words == words.lower() for words in kind.values())


def test_what_a_talk_may_be_about_is_no_stop_word() -> None:
    """Nouns in spaCy's lists can be asked for."""
    for code, words in NOT_STOP_WORDS.items():
        assert load_words(STOP_WORDS, code).isdisjoint(words.split())
    for code, words in NOT_ABBREVIATIONS.items():
        assert load_words(ABBREVIATIONS, code).isdisjoint(words.split())


def test_a_language_without_lists_has_no_words() -> None:
    """Of a language that spaCy has no list of there are none."""
    assert load_words(STOP_WORDS, "other") == frozenset()
    assert {"en", "de", "ru"} <= stop_word_lists().keys()
