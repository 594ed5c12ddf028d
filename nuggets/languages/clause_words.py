"""Words that tell where sentences end in talk without punctuation, by language.

By eye, of the commonest words; English has counted ones (`sentences.boundary_words`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "de": "aber also außerdem dann danach darum denn deshalb eigentlich genau ich ja jetzt"
        " natürlich nein nun okay trotzdem und vielleicht warum wir",
        "fr": "alors après bon bref c'est c’est d'accord d’accord donc enfin ensuite et il j'ai"
        " j’ai je mais maintenant moi non nous oui ouais parfois pourquoi puis voilà vous",
        "es": "además ahora así bueno claro después entonces eso luego no nosotros o pero por pues"
        " sí vale y yo ¿cómo ¿por ¿qué",
        "it": "adesso allora anche beh certo comunque cosa dopo dunque e ecco invece io ma no noi"
        " perché poi quindi sì",
        "pt": "agora aí bem claro depois e então eu já mas não nós pois porque por sim também",
        "nl": "dan dus daarna en eigenlijk ik ja maar misschien natuurlijk nee nou nu oké toen want"
        " waarom we wij",
    }
)
_NEVER_LAST: Mapping[str, str] = MappingProxyType(
    {
        "de": "als am an auf aus bei bis dass dem den der des die das diese dieser durch ein eine"
        " einem einen einer eines für gegen im in ins ist kein keine mein meine mit nach ob oder"
        " ohne sein seine sehr seit sind über um und unser unsere unter vom von vor war weil wenn"
        " wie wir zu zum zur zwischen",
        "fr": "à au aux avec ce ces cette chez comme d' dans de des du elle en est et il ils je la"
        " le les leur mais mon ne nos notre nous on ou où par pas pour qu' que qui sa sans se ses"
        " si son sont sous sur très tu un une vous",
        "es": "a al como con cuando de del desde donde e el en entre es esta este ha han hasta la"
        " las le lo los me mi muy no o para pero por porque que se si sin sobre son su sus un una"
        " unos unas y",
        "it": "a al alla alle ai che chi come con da dal dalla dei del della delle di e è gli ha i"
        " il in io la le lo ma mi nel nella non o per più quando questa questo se si sono su sul"
        " sulla un una uno",
        "pt": "a ao aos as com como da das de do dos e é em essa esse esta este eu mais mas na nas"
        " não no nos o os ou para pela pelo por porque quando que são se sem seu sua um uma",
        "nl": "aan als bij dat de deze die dit door een en er het hun ik in is maar met mijn naar"
        " niet of om omdat onder ons onze op over te tot uit van voor wanneer want we wij zijn zo",
    }
)
_FIRST_BITS, _OTHER_FIRST_BITS = 3, -2
_NEVER_LAST_BITS, _OTHER_LAST_BITS = -5, 1
_COMMA_BITS = 2  # as in English
_PUNCTUATION = '"“”„«»‹›‘()[]{}¡,;:.?!—–-'


def boundary_score(code: str, before: str, after: str) -> int:
    """Score the boundary between two neighbouring words of unpunctuated talk.

    Args:
        code: Of the language; of one without lists, all words are alike.
        before: The word that would end a sentence, as it is written.
        after: The word that would begin the next one.

    Returns:
        Log-odds of a sentence end between them, in bits.

    >>> boundary_score("de", "heute", "also") > 0 > boundary_score("de", "die", "Wohnung")
    True
    """
    firsts, never_last = _load(code)
    bits = _FIRST_BITS if after.strip(_PUNCTUATION).lower() in firsts else _OTHER_FIRST_BITS
    is_last = before.strip(_PUNCTUATION).lower() not in never_last
    bits += _OTHER_LAST_BITS if is_last else _NEVER_LAST_BITS
    return bits + (_COMMA_BITS if before.endswith((",", ";", ":", "—", "–")) else 0)


def first_words(code: str) -> frozenset[str]:
    """List the words that often begin a sentence; none for a language without lists."""
    return _load(code)[0]


@lru_cache(maxsize=8)
def _load(code: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_FIRST.get(code, "").split()), frozenset(_NEVER_LAST.get(code, "").split())
