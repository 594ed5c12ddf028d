"""Traits of sentences in other languages, where no rule for English may judge.

What is left holds for any language: how long a sentence is, whether it ends with a mark and with
which, whether it has words that tell anything. Whether an opening needs what was said before is
not known, so every passage is taken for one that can be read alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nuggets.english.traits import Traits
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.languages.words import Lexicon

MIN_WORDS = 4  # of a sentence that can be read alone; as in English

_FULL_LENGTH = 11  # content words, from which on more of them do not count; as in English
_LENGTH_SHARE, _NUMBER_SHARE = 0.55, 0.1  # of informativeness; as in English
_CASED_SHARE = 0.95  # of sentences with a capital, above which one without begins in the middle
_THAI_WORD = 4  # characters, about, of a word in a script that parts phrases only; by eye

_CLOSERS = r"""["'’”“»«›‹)\]』」】》]*"""
_ENDS = re.compile(rf"(?:[.!?;\u037e…‼⁇⁈⁉。！？｡؟۔।॥։።፧])\s*{_CLOSERS}$")
_BROKEN_OFF = re.compile(rf"(?:[-,:—–،、，]|…|\.\.\.)\s*{_CLOSERS}$")
_ELLIPSIS = re.compile(rf"(?:…|\.\.\.)\s*(?P<closers>{_CLOSERS})$")
_ASKS = re.compile(rf"[?？؟፧]\s*[!]?{_CLOSERS}$")
_ASKS_IN_GREEK = re.compile(rf"[?;\u037e]\s*{_CLOSERS}$")
_OPENERS = "\"'([ „«»‹›“‘¿¡—-"
_THAI = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def find_traits(
    texts: Sequence[str], lexicon: Lexicon, unpunctuated: Collection[int] = ()
) -> tuple[Traits, ...]:
    """Find the traits of each sentence of a talk that is not in English.

    Args:
        texts: Folded texts of all sentences, in order.
        lexicon: Words of the language.
        unpunctuated: Indices of the sentences that were found in talk without marks.
    """
    punctuated = 2 * sum(bool(_ENDS.search(text)) for text in texts) > len(texts)
    lower = sum(text.lstrip(_OPENERS)[:1].islower() for text in texts)
    cased = lower < (1 - _CASED_SHARE) * len(texts)
    return tuple(
        _find_traits(
            text,
            lexicon,
            punctuated=punctuated and i not in unpunctuated,
            cased=cased and i not in unpunctuated,
        )
        for i, text in enumerate(texts)
    )


def _find_traits(text: str, lexicon: Lexicon, *, punctuated: bool, cased: bool) -> Traits:
    words = lexicon.split_words(text)
    count = sum(_count(word) for word in words)
    content = sum(_count(word) for word in words if lexicon.is_content(word))
    is_speech = content > 0 and not is_stage_direction(text)
    fragment = not is_speech or _is_fragment(text, count, punctuated=punctuated, cased=cased)
    stopped = _ELLIPSIS.sub(r".\g<closers>", text)
    asks = _ASKS_IN_GREEK if lexicon.code == "el" else _ASKS
    has_number = any(word[0].isdigit() for word in words)
    return Traits(
        words=count,
        content=content,
        is_speech=is_speech,
        is_question=bool(asks.search(text)),
        is_fragment=fragment,
        trails_off=fragment
        and is_speech
        and stopped != text
        and not _is_fragment(stopped, count, punctuated=punctuated, cased=cased),
        is_context_dependent=False,
        is_answer=False,
        informativeness=(
            _LENGTH_SHARE * min(1.0, content / _FULL_LENGTH) + _NUMBER_SHARE * has_number
            if is_speech
            else 0.0
        ),
    )


def _is_fragment(text: str, words: int, *, punctuated: bool, cased: bool) -> bool:
    """Whether a sentence breaks off, begins in the middle or is too short to be read alone."""
    if _BROKEN_OFF.search(text) or (punctuated and not _ENDS.search(text)):
        return True
    return words < MIN_WORDS or (cased and text.lstrip(_OPENERS)[:1].islower())


def _count(word: str) -> int:
    """Count a word; in scripts that part phrases only, as many as stand in one."""
    if word.isascii() or not _THAI.match(word):
        return 1
    return max(1, len(word) // _THAI_WORD)
