"""Words of a language: how they are told from each other, which of them tell, and their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from nuggets.languages.names import LANGUAGES
from nuggets.languages.word_lists import STOP_WORDS, load_words

if TYPE_CHECKING:
    import Stemmer

# Marks that stand above, below or behind a letter and are part of its word, in the scripts of
# Hebrew, Arabic, India and Thailand; the others compose with their letter.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0e3a\u0e40-\u0e4e"
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Ranges for a regex: Japanese, Chinese and Korean, of which each character is a word."""

_WORD = re.compile(
    rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])(?:(?![{UNSPACED}])[^\W_]|[{_SIGNS}])*"
)
_HESITATIONS = frozenset(  # of talk, which no list has
    "ah aha ahm bah beh bof boh eh ehm ehi em er eu euh gell halt hé hein hm hmm ja já jo mhm mm na"
    " ne né nee nein né oh ok okay okej oui ouais pues sí sì si tja uh uhm um uff vale ähm äh öh"
    " öhm ühm".split()
)

_CHINESE_PARTICLES = frozenset(
    "的了是在我你他她它们这那有和也就不吗呢吧啊都很会能要着过把被让到从对说"
)
_HIRAGANA = re.compile("[\u3040-\u309f]")  # endings and particles, hardly ever a noun


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the words of a language.

    Attributes:
        code: Of the language.
        split_words: Lists the words of a folded text in lower case.
        is_content: Whether such a word tells what is talked about: no stop word.
        stem: Reduces such a word to its stem.
        has_compounds: Whether a word may hold another one, as in "Wärmepumpenstrom".
    """

    code: str
    split_words: Callable[[str], list[str]]
    is_content: Callable[[str], bool]
    stem: Callable[[str], str]
    has_compounds: bool = False

    def split_terms(self, text: str) -> list[str]:
        """List the stems of the content words of a folded text, in order."""
        return [self.stem(word) for word in self.split_words(text) if self.is_content(word)]


@lru_cache(maxsize=8)
def load_lexicon(code: str) -> Lexicon:
    """Load the words of a language other than English; of one that is not known, next to nothing.

    >>> german = load_lexicon("de")
    >>> german.split_terms("Die Wärmepumpe und die Wärmepumpen")
    ['warmepump', 'warmepump']
    >>> load_lexicon("fr").split_terms("L'énergie d'aujourd'hui")
    ['energ', 'aujourd']
    """
    language = LANGUAGES.get(code)
    stop_words = load_words(STOP_WORDS, code) | _HESITATIONS
    if code == "zh":
        stop_words |= _CHINESE_PARTICLES
    stemmer = _load_stemmer(language.stemmer) if language and language.stemmer else None

    @lru_cache(maxsize=65536)
    def stem(word: str) -> str:
        reduced = word if stemmer is None else str(stemmer.stemWord(word))
        return strip_accents(reduced)

    def is_content(word: str) -> bool:
        if code == "ja" and _HIRAGANA.match(word):
            return False
        return word not in stop_words and (len(word) > 1 or not word.isascii() or word.isdigit())

    return Lexicon(code, split_words, is_content, stem, bool(language and language.has_compounds))


def split_words(text: str) -> list[str]:
    """List the words of a text in lower case; an apostrophe parts two.

    >>> split_words("Qu'est-ce que l’eau, Zoé?")
    ['qu', 'est', 'ce', 'que', 'l', 'eau', 'zoé']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def strip_accents(word: str) -> str:
    """Strip the accents of Latin letters, which some write and others do not.

    >>> strip_accents("calefacción"), strip_accents("й")
    ('calefaccion', 'й')
    """
    if word.isascii() or not "\u00c0" <= max(word) < "\u0250":
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))


def _load_stemmer(name: str) -> Stemmer.Stemmer | None:
    """Load an algorithm of Snowball; None where the installed release does not have it."""
    import Stemmer

    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None
