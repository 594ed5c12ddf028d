"""Who is named in a focus: "What did the Professor think", "Bains on loans".

Names are those that the transcript gives to its speakers, never guessed from the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

_BRACKETS = re.compile(r"[(\[].*")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_TITLES = frozenset("dr hon honourable honorable miss mr mrs ms prof rev right sir the".split())


def find_called(name: str, speakers: Sequence[str]) -> tuple[str, ...]:
    """Find the speakers who are called so: the label itself, else all that differ in capitals.

    >>> find_called("ANNA", ["Anna", "ANNA"]), find_called("anna", ["Anna", "ANNA", "Ben"])
    (('ANNA',), ('Anna', 'ANNA'))
    """
    if name in speakers:
        return (name,)
    return tuple(speaker for speaker in speakers if _fold(speaker) == _fold(name))


def _fold(name: str) -> str:
    """Write a name as it is compared: accents may be characters of their own in one of two."""
    return normalize("NFC", " ".join(name.split()).casefold())


def find_named(text: str, speakers: Sequence[str]) -> tuple[frozenset[str], str]:
    """Find the speakers whom a focus names.

    A speaker is named by the whole label without titles and what stands in brackets
    ("Project Manager"); by the last word of one with several ("Bains", or the "E" of "Grad E"), in
    capitals as names are; or by the first, where no other speaker has it ("the Professor" for
    "Professor B").

    Args:
        text: The focus.
        speakers: Labels of the talk.

    Returns:
        The labels that are named, and the focus without the names.

    >>> find_named("What did Bains say about loans?", ["Hon. Navdeep Bains (Mississauga)", "Ann"])
    (frozenset({'Hon. Navdeep Bains (Mississauga)'}), 'What did say about loans?')
    """
    cores = {speaker: _core(speaker) for speaker in speakers}
    firsts = Counter(core[0].casefold() for core in cores.values() if core)
    named: set[str] = set()
    places: set[tuple[int, int]] = set()
    for speaker, core in cores.items():
        found = [
            match.span()
            for pattern in _patterns(core, alone=bool(core) and firsts[core[0].casefold()] == 1)
            for match in pattern.finditer(text)
        ]
        if found:
            named.add(speaker)
            places.update(found)
    if not named:
        return frozenset(), text
    # The places may overlap: "Ben Kay", and "Kay" within it.
    gone = {at for start, end in places for at in range(start, end)}
    rest = "".join(" " if at in gone else char for at, char in enumerate(text))
    return frozenset(named), " ".join(rest.split())


def _core(speaker: str) -> list[str]:
    """List the words of a name without titles, roles after a comma, and brackets."""
    words = _WORD.findall(_BRACKETS.sub("", speaker).split(",")[0])
    return [word for word in words if word.casefold() not in _TITLES]


def _patterns(core: Sequence[str], *, alone: bool) -> list[re.Pattern[str]]:
    """Say how a focus may name a speaker.

    Args:
        core: The words of the name.
        alone: Whether no other speaker's name begins with its first word.
    """
    if not core or (len(core) == 1 and len(core[0]) == 1):
        return []
    whole = r"\s+".join(map(re.escape, core))
    last = core[-1]
    name = f"(?:{re.escape(last.capitalize())}|{re.escape(last)})"
    if len(core) == 1:  # "Marketing" is a speaker where "marketing" is a word
        return [] if last.islower() else [re.compile(rf"(?<!\w){name}(?:['’]s)?(?![\w-])")]
    patterns = [re.compile(rf"(?<!\w){whole}(?:['’]s)?(?!\w)", re.IGNORECASE)]
    if not last.islower():
        patterns.append(re.compile(rf"(?<=[\w,] ){name}(?:['’]s)?(?![\w-])"))
    if len(last) == 1 and alone:
        first = re.escape(core[0])
        patterns.append(re.compile(rf"(?<!\w){first}(?:['’]s)?(?!\w)", re.IGNORECASE))
    return patterns
