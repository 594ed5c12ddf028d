"""Words of other languages: parted, stemmed, and told from stop words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.languages.names import LANGUAGES
from nuggets.languages.words import load_lexicon, split_words, strip_accents


@given(st.text(), st.sampled_from([*LANGUAGES, "other"]))
def test_words_are_pieces_of_the_text(text: str, code: str) -> None:
    """Each word stands in the text, in lower case, and each term is the stem of one."""
    folded = unicodedata.normalize("NFC", text).lower()
    at = 0
    for word in split_words(text):
        at = folded.index(word, at) + len(word)
    lexicon = load_lexicon(code)
    stems = {lexicon.stem(word) for word in split_words(text)}
    assert set(lexicon.split_terms(text)) <= stems


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("de", "Wärmepumpe Wärmepumpen Waermepumpe"),
        ("fr", "énergie énergies"),
        ("es", "instalación instalaciones"),
        ("it", "bosco boschi"),
        ("pt", "doente doentes"),
        ("nl", "dijk dijken"),
        ("ru", "сооружения сооружений"),
    ],
)
def test_forms_of_a_word_have_one_stem(code: str, forms: str) -> None:
    """Singular and plural are the same word."""
    assert len(set(load_lexicon(code).split_terms(forms))) == 1


@pytest.mark.parametrize(
    ("code", "text", "terms"),
    [
        ("de", "Und dann haben wir, äh, ja, doch nicht.", []),
        ("fr", "Qu'est-ce que c'est que l’eau ?", ["eau"]),
        ("ja", "これは水です", ["水"]),
        ("zh", "我们的水", ["水"]),
        ("hi", "हिन्दी", ["हिन्द"]),
        ("other", "Ur etorri da", ["ur", "etorri", "da"]),
    ],
)
def test_stop_words_tell_nothing(code: str, text: str, terms: list[str]) -> None:
    """What is left says what is talked about."""
    assert load_lexicon(code).split_terms(text) == terms


@given(st.text(alphabet="aàâäéèñóõüçžABC"))
def test_letters_without_accents_are_plain(word: str) -> None:
    """As many letters are left, all of them of ASCII."""
    assert strip_accents(word).isascii()
    assert len(strip_accents(word)) == len(word)
