"""Shapes of speaker labels in captions: what before the words of a line may say who speaks.

    Sarah: So where            a name before a colon, perhaps in bold type
    [SPEAKER_00]: So where     in brackets, with a colon
    (speaker 1) So where       in brackets without one: a number, or `?` where nobody is known
    +31612345678: So where     who dials in
    Question: So where         another word before a colon
    <sarah> So where           as in a chat

One line is looked at; `speaker_labels` decides by the whole file which labels name a speaker.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from nuggets.formats.captions.all_caps_names import SENTENCE_WORDS
from nuggets.formats.text.speakers.names import (
    NOT_NAMES,
    PARENTHESES,
    fold_label,
    is_name_particle,
    is_numbered,
    looks_like_sentence_start,
    to_name,
)
from nuggets.timecode import CLOCK

Kind: TypeAlias = Literal["number", "name", "word", "lower", "phrase", "nick", "nobody"]

_REACH = 90  # characters in which a label must end; by eye
_MAX_WORDS = 3  # of a label that is no name; by eye
_MAX_PHRASE = 5  # words before a colon that may say who speaks, though they are no name; by eye
_BRACKETED = re.compile(r"[\[(](?P<name>[^\[\]():]{1,60})[\])] ?[:：]\s*")
_BRACKETED_NUMBER = re.compile(r"[\[({](?P<name>[^\[\](){}:]{1,30})[\])}]\s+")
_PARTED_NUMBER = re.compile(
    r"(?P<name>[^\W\d_][^:|–—\n]{0,30}?[0-9]{1,3})(?:\s?\|\s|\s[-–—]\s)\s*(?=\S)"
)
_NICK = re.compile(r"<(?P<name>[^<>:/]{2,30})>\s*(?=\S)")
_NAME_AND_CLOCK = re.compile(rf"(?P<name>[^:：]{{1,60}}?)\s{{2,}}{CLOCK}\Z")  # as Teams writes
_BOLD = re.compile(r"\*{1,3}|__")
_PHONE = re.compile(  # but not two years, as in `1939-1945:`
    r"(?P<name>\+[0-9][0-9() *.-]{5,20}|[0-9]{10,15}|[0-9]{3,6}\*{2,6}[0-9]{2,4}):\s+"
)
_BEGINS_PHONE = frozenset("+0123456789")
_AFTER_COLON = re.compile(r"(?:\*{1,3}|__)?(?:\s+|\Z)")
_UNSURE = re.compile(r"(?:speaker|spk|voice|unknown)?[\s_-]?\?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3}[.?!…][\"”’')\]]{0,2}\s|[\"“”;?!]|,\s[a-z]")
_DIRECTION = re.compile(
    r"\s*\(\s*[a-z][^()]{0,40}\)|\s*\[\s*[a-z][^\[\]]{0,40}\]|,\s*[a-z]{3,20}ing\Z"
    r"|\s*[(\[](?:V\.?\s?O\.?|O\.?\s?[SC]\.?|CONT['’]?D?\.?"  # as in scripts of films
    r"|(?:OFF|ON|OVER|THROUGH|VIA)\b[^()\[\]]{0,40}"
    r"|(?:LAUGH|CHUCKL|SIGH|CRY|SING|SHOUT|WHISPER|READ)ING)[)\]]"
)


class Shape(NamedTuple):
    """What may be a label.

    Attributes:
        kind: How sure it looks: diarisation's number, a name, another word, words in small
            letters, several words, a nickname, or a mark that nobody is known.
        name: As it is written, white space folded.
        end: Offset at which the words begin.
        is_glued: Whether the words follow the colon without a blank.
    """

    kind: Kind
    name: str
    end: int
    is_glued: bool = False


def read_shape(text: str, at: int) -> Shape | None:
    """Read what may be a label at an offset of a line; None if nothing there looks like one."""
    first = text[at : at + 1]
    if first in ("[", "(", "{"):
        return _read_brackets(text, at)
    if first == "<":
        nick = _NICK.match(text, at)
        found = classify_label(nick["name"]) if nick else None
        if nick and found and found[0] == "number":  # <Speaker 1>, as Azure writes
            return Shape("number", found[1], nick.end())
        return Shape("nick", nick["name"], nick.end()) if nick and " " not in nick[0] else None
    if first in _BEGINS_PHONE:
        phone = _PHONE.match(text, at)
        return Shape("number", phone["name"], phone.end()) if phone else None
    colon = text.find(":", at, at + _REACH)
    wide = text.find("：", at, at + _REACH)
    if wide >= 0 and (colon < 0 or wide < colon):
        colon = wide
    if colon <= at:
        return _read_number(_PARTED_NUMBER.match(text, at)) if first.isalpha() else None
    if text[-1].isdigit() and (timed := _NAME_AND_CLOCK.match(text, at)):
        found = classify_label(timed["name"])
        return Shape("name", found[1], len(text)) if found and found[0] == "name" else None
    bold = _BOLD.match(text, at) if first in ("*", "_") else None
    found = classify_label(text[bold.end() if bold else at : colon])
    if found is None:
        return None
    kind, name = found
    after = _AFTER_COLON.match(text, colon + 1)
    if after:
        return Shape(kind, name, after.end())
    if wide == colon:
        return Shape(kind, name, colon + 1)
    is_word = text[colon + 1].isalpha() or text[colon + 1] in ".…\"'“([-—"
    return Shape(kind, name, colon + 1, is_glued=True) if is_word else None


def _read_brackets(text: str, at: int) -> Shape | None:
    """Read a label in brackets: any name with a colon, or else a number or `?`."""
    match = _BRACKETED.match(text, at)
    if match:
        found = classify_label(match["name"])
        sure = found is not None and found[0] in ("number", "name", "nobody")
        return Shape(*found, match.end()) if found and sure else None
    return _read_number(_BRACKETED_NUMBER.match(text, at))


def _read_number(match: re.Match[str] | None) -> Shape | None:
    """Read a label that needs no colon, because it is a number or says that nobody is known."""
    found = classify_label(match["name"]) if match else None
    sure = found is not None and found[0] in ("number", "nobody")
    return Shape(*found, match.end()) if match and found and sure else None


@lru_cache(maxsize=8192)  # a file repeats few labels
def classify_label(text: str) -> tuple[Kind, str] | None:
    """Tell what words before a colon may be; None if they are part of a sentence."""
    name = fold_label(text)
    if not name or len(name) > _REACH:
        return None
    if _UNSURE.fullmatch(name):
        return "nobody", name
    if is_numbered(name.replace("№", "", 1).replace("#", "", 1).replace("  ", " ")):
        return "number", name
    if to_name(name) is not None:
        return "name", name
    words = re.sub(PARENTHESES, "", name).split()
    if not 0 < len(words) <= _MAX_PHRASE or _SENTENCE.search(f"{name} "):
        return None
    if name.casefold() in NOT_NAMES and not name.islower():
        return "word", name
    if looks_like_sentence_start(name) or not any(map(str.isalpha, name)):
        return None
    if name.islower():
        is_nick = all(word.lstrip("@#").replace("_", "a").isalnum() for word in words)
        return ("lower", name) if is_nick and len(words) <= _MAX_WORDS else None
    titled = all(is_name_particle(word) or not word[0].islower() for word in words)
    if titled and len(words) <= _MAX_WORDS and (name[0].isalnum() or name[0] in "@#_"):
        return "word", name
    is_sentence = not SENTENCE_WORDS.isdisjoint(word.lower() for word in words)
    return ("phrase", name) if name[0].isupper() and not is_sentence else None


@lru_cache(maxsize=8192)
def without_direction(name: str) -> str:
    """Take directions in small letters off a label.

    >>> without_direction("PELL ( laughing )"), without_direction("PELL (V.O.)")
    ('PELL', 'PELL')
    >>> without_direction("Lee (BBC)")
    'Lee (BBC)'
    """
    return _DIRECTION.sub("", name).strip() or name
