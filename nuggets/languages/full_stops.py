"""Full stops that end no sentence, by language: abbreviations, titles and ordinals.

spaCy's lists of abbreviations do not say what follows one. So those that are always followed by
what they belong to (a name, a number, an example) stand here, and an abbreviation of spaCy's ends
a sentence where the next word is a stop word with a capital ("usw. Danach").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from nuggets.languages.clause_words import first_words
from nuggets.languages.names import LANGUAGES
from nuggets.languages.word_lists import ABBREVIATIONS, STOP_WORDS, load_words

_NEVER_FINAL: Mapping[str, str] = MappingProxyType(
    {
        "": "dr prof st mr mrs ms ca cf vs",
        "de": "abzgl betr bspw bzgl bzw ca dipl evtl exkl fam fr frl gebr ggf ggfs hl hr hrn ing"
        " inkl insb lt med nr phil sog tel u.a.m vgl z.b d.h i.d.r m.e zzgl",
        "fr": "art av chap env ex fig m me mgr mlle mlles mm mme mmes pp pr ste tél vol p.ex"
        " c.-à-d",
        "es": "apdo aprox arq art av avda cap cnel dña dpto dra dña ee ej fig gral ing lic núm"
        " pág págs profa sr sra sres srs srta sta sto tte vol p.ej",
        "it": "arch art artt avv cap cav dott dott.ssa egr es fig geom gent ing mons nn on pag pagg"
        " prof.ssa rag sen sig sig.ra sigg tel vol p.es ad.es",
        "pt": "arq art av cap cel dra drs eng ex exma exmo fig gen núm pág págs pe profa sr sra srs"
        " srta sta sto tel vol p.ex",
        "nl": "bijv blz bv d.w.z dhr drs ds fam hfdst i.p.v i.v.m ing ir jhr m.b.t m.n mej mevr mgr"
        " mw n.a.v nr nrs o.a resp t.a.v t.g.v t.o.v tel vgl z.g",
    }
)
"""What goes on after its full stop; "" is for every language."""

_SOMETIMES_FINAL: Mapping[str, str] = MappingProxyType(
    {
        "": "etc jr co inc ltd",
        "de": "bd chr co geb hg hrsg jh jhd mio mrd od std str u usw usf uvm vllt",
        "fr": "janv févr avr juil juill sept oct nov déc éd hab min sec",
        "es": "cía sa uds ud uu vd vds",
        "it": "ecc eccetera gg ss sgg secc min",
        "pt": "ed exa lda ltda min séc",
        "nl": "eeuw enz e.d e.a min excl incl jl mln mld o.i.d sec",
    }
)

_MONTHS: Mapping[str, str] = MappingProxyType(
    {
        "de": "januar jänner februar märz april mai juni juli august september oktober november"
        " dezember",
        "da": "januar februar marts april maj juni juli august september oktober november december",
        "nb": "januar februar mars april mai juni juli august september oktober november desember",
    }
)
"""Of the languages that write an ordinal with a full stop, those with names like stop words."""


@dataclass(frozen=True, slots=True)
class FullStops:
    """What tells whether a full stop ends a sentence; all words in lower case.

    Attributes:
        never_final: Abbreviations after which the sentence goes on.
        sometimes_final: Abbreviations that end it where an opener follows.
        openers: Words that begin a sentence where they have a capital: stop words and the like.
        months: Names of months, which no sentence begins with after a number.
        has_ordinals: Whether "3." may be an ordinal.
    """

    never_final: frozenset[str]
    sometimes_final: frozenset[str]
    openers: frozenset[str]
    months: frozenset[str]
    has_ordinals: bool


@lru_cache(maxsize=8)
def load_full_stops(code: str) -> FullStops:
    """Load what is known of a language; of one that is not known, what holds for all.

    >>> rules = load_full_stops("de")
    >>> "bzw" in rules.never_final, "usw" in rules.sometimes_final, "danach" in rules.openers
    (True, True, True)
    """
    language = LANGUAGES.get(code)
    never = frozenset(f"{_NEVER_FINAL['']} {_NEVER_FINAL.get(code, '')}".split())
    sometimes = f"{_SOMETIMES_FINAL['']} {_SOMETIMES_FINAL.get(code, '')}".split()
    return FullStops(
        never_final=never,
        sometimes_final=(frozenset(sometimes) | load_words(ABBREVIATIONS, code)) - never,
        openers=load_words(STOP_WORDS, code) | first_words(code),
        months=frozenset(_MONTHS.get(code, "").split()),
        has_ordinals=language is not None and language.has_ordinals,
    )
