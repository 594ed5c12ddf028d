"""Names of the languages that are told apart, and what each has here: stems, stop words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from nuggets.errors import OptionError
from nuggets.messages import shorten

UNKNOWN = "unknown"
"""Code of a talk that is too short to tell; it is taken for English."""

OTHER = "other"
"""Code of a talk in a language that is not told apart from others."""


class Language(NamedTuple):
    """A language.

    Attributes:
        name: In English.
        stemmer: Name of Snowball's algorithm for it; "" where there is none in PyStemmer 3.0.
        has_compounds: Whether it writes compounds as one word ("Wärmepumpenstrom").
        has_ordinals: Whether it writes an ordinal as a number with a full stop ("3. Oktober").
    """

    name: str
    stemmer: str = ""
    has_compounds: bool = False
    has_ordinals: bool = False


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        # by their stop words
        "en": Language("English", "english"),
        "de": Language("German", "german", has_compounds=True, has_ordinals=True),
        "fr": Language("French", "french"),
        "es": Language("Spanish", "spanish"),
        "it": Language("Italian", "italian"),
        "pt": Language("Portuguese", "portuguese"),
        "nl": Language("Dutch", "dutch", has_compounds=True),
        "sv": Language("Swedish", "swedish", has_compounds=True),
        "da": Language("Danish", "danish", has_compounds=True, has_ordinals=True),
        "nb": Language("Norwegian", "norwegian", has_compounds=True, has_ordinals=True),
        "pl": Language("Polish", has_ordinals=True),
        "cs": Language("Czech", has_ordinals=True),
        "ro": Language("Romanian", "romanian"),
        "fi": Language("Finnish", "finnish", has_compounds=True, has_ordinals=True),
        "hu": Language("Hungarian", "hungarian", has_compounds=True, has_ordinals=True),
        "ca": Language("Catalan", "catalan"),
        "sk": Language("Slovak", has_ordinals=True),
        "hr": Language("Croatian", has_ordinals=True),
        "tr": Language("Turkish", "turkish", has_ordinals=True),
        "id": Language("Indonesian", "indonesian"),
        # by their script
        "ru": Language("Russian", "russian"),
        "uk": Language("Ukrainian"),
        "el": Language("Greek", "greek"),
        "he": Language("Hebrew"),
        "ar": Language("Arabic", "arabic"),
        "fa": Language("Persian"),
        "hi": Language("Hindi", "hindi"),
        "th": Language("Thai"),
        "zh": Language("Chinese"),
        "ja": Language("Japanese"),
        "ko": Language("Korean"),
    }
)
"""Every language that is told apart, by its code of ISO 639-1."""

_ALIASES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}


def name_language(code: str) -> str:
    """Name a language in English.

    >>> name_language("de"), name_language("other")
    ('German', 'a language that is not known here')
    """
    if code == OTHER:
        return "a language that is not known here"
    if code == UNKNOWN:
        return "unknown: too few words to tell"
    return LANGUAGES[code].name


def has_english_rules(code: str) -> bool:
    """Whether the rules for English hold for a talk; they do where nothing speaks against it."""
    return code in ("en", UNKNOWN)


def parse_code(text: str) -> str:
    """Find the language that a code means, with or without a country.

    Raises:
        OptionError: No language has it.

    >>> parse_code("de-AT"), parse_code("no")
    ('de', 'nb')
    """
    code = text.strip().lower().replace("_", "-").split("-")[0]
    code = _ALIASES.get(code, code)
    if code not in LANGUAGES and code != OTHER:
        known = ", ".join(LANGUAGES)
        raise OptionError(
            f"unknown language {shorten(text)!r}; use a code such as de: {known}, or {OTHER}"
        )
    return code
