"""Word lists of languages, taken from spaCy: `make language-data` writes them into the package.

    python -m tests.tools.language_data

spaCy has them in modules beside its tokenizers, which take too long to import while a user waits;
`tests/languages/test_word_lists.py` holds the file to be what spaCy has.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import nuggets.languages

FILE = Path(nuggets.languages.__file__).with_name("word_lists.json")

STOP_WORD_LANGUAGES = (
    "en de fr es it pt nl sv da nb pl cs ro fi hu ca sk hr tr id ru uk el he ar fa hi".split()
)
ABBREVIATION_LANGUAGES = "de fr es it pt nl".split()

_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"[^\W\d_]{2,6}")

NOT_STOP_WORDS: Mapping[str, str] = {
    "de": "achte achten achter achtes ag ende ernst gott jahr jahre jahren jahres leute mann mensch"
    " menschen mittel rechte rechten rechtes tag tage tagen tages teil zeit uhr",
    "fr": "basee effet facon façon gens parle parlent parler pense retour",
    "es": "acuerdo dia dias día días empleo estado estados horas intento lugar trabaja trabajais"
    " trabajamos trabajan trabajar trabajas trabajo verdad",
    "it": "accidenti anni anno ansa attesa casa caso citta città conclusione consiglio cortesia"
    " forza futuro giorni giorno governo gruppo italia lavoro luogo mancanza marche miliardi"
    " milioni ministro momento mondo mosto nazionale paese peccato persone piedi registrazione"
    " scola scopo tempo titolo torino",
    "pt": "apoia apoio caminho conselho corrente custa direita grupo local lugar meses mês momento"
    " máximo mínimo nível número números ponto pontos posição questão sistema tempo valor",
    "nl": "gelijk prof publ uur",
    "nb": "and bris folk grunn kamp kampen kontakt kroner kveld laget land landet leder mennesker"
    " mål personer plass poeng runde rundt saken sted stedet tid år",
    "sv": "beslut beslutat beslutit dag dagar dagarna dagen del delen",
    "fi": "aika aikaa aikaan aikana ajan apu asia asiaa asian asiasta asiat asioiden asioihin "
    " asioita avuksi avulla avun avutta kuuluttava maan maata maassa maista vuosi vuoden vuotta",
    "pl": "godz kierunku pan pana pani roku",
    "cs": "den email strana",
    "ro": "acord zi zile",
    "hu": "cikk cikkek cikkeket",
}
"""Words in spaCy's lists that a talk may well be about, so that a focus may name them."""

NOT_ABBREVIATIONS: Mapping[str, str] = {
    "de": "di do mi mo mär sa so al",
    "fr": "no",
    "it": "al sett",
    "pt": "dom",
    "nl": "al bel ber best bet capita dat de def dom drag get handv hand heren hoc iem iter kap"
    " land med man ob om op os pan pas pens pres soc stas top tom toel val van veld ver vert volg"
    " volt vid weg wet arm not inf inst int bek",
}
"""What spaCy lists and is a word as well, mostly a common one that may end a sentence."""


def main() -> None:
    """Write the file."""
    FILE.write_text(to_text(build()), encoding="utf-8")


def build() -> dict[str, dict[str, str]]:
    """Take the lists out of spaCy.

    Returns:
        For each kind of list, and each language, words parted by blanks, in alphabetical order.
    """
    stop_words = {
        code: _list(_stop_words(code), without=NOT_STOP_WORDS.get(code, ""))
        for code in STOP_WORD_LANGUAGES
    }
    abbreviations = {
        code: _list(
            _abbreviations(code), without=f"{NOT_ABBREVIATIONS.get(code, '')} {stop_words[code]}"
        )
        for code in ABBREVIATION_LANGUAGES
    }
    return {"stop_words": stop_words, "abbreviations": abbreviations}


def to_text(lists: Mapping[str, Mapping[str, str]]) -> str:
    """Write the lists as JSON, a line for each language, so that changes can be read."""
    return json.dumps(lists, ensure_ascii=False, indent=1) + "\n"


def _list(words: Iterable[str], *, without: str) -> str:
    return " ".join(sorted(set(words) - set(without.split())))


def _stop_words(code: str) -> Iterator[str]:
    """Give the stop words that are one word of letters; "l'" is "l", "n't" is none."""
    for word in import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS:
        folded = unicodedata.normalize("NFC", word).lower().rstrip("'’")
        if _WORD.fullmatch(folded):
            yield folded


def _abbreviations(code: str) -> Iterator[str]:
    """Give the abbreviations of one part, without their full stop."""
    for text in import_module(f"spacy.lang.{code}.tokenizer_exceptions").TOKENIZER_EXCEPTIONS:
        folded = unicodedata.normalize("NFC", text).lower()
        if folded.endswith(".") and _ABBREVIATION.fullmatch(folded[:-1]):
            yield folded[:-1]


if __name__ == "__main__":
    main()
