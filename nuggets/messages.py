"""Words for messages: numbers with their nouns, and what the user typed, cut to fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuggets.values import Boundary

MOST_NAMES = 10
LONGEST_NAME = 40
"""Of the speakers who are listed in a message: how many, and characters of each."""

_BOUNDARIES: Mapping[Boundary, str] = {
    "pause": "sentences end where the speaker pauses",
    "cue": "sentences end with their cues, or where words speak for it",
    "heuristic": "sentences end where words speak for it",
}


def boundary_notes(boundary: Boundary) -> tuple[str, ...]:
    """Say what tells where sentences end, where it is not their marks.

    >>> boundary_notes("pause")
    ('hardly any punctuation, so sentences end where the speaker pauses (boundary: pause)',)
    >>> boundary_notes("punctuation")
    ()
    """
    if boundary == "punctuation":
        return ()
    how = _BOUNDARIES[boundary]
    return (f"hardly any punctuation, so {how} (boundary: {boundary})",)


def some(count: int, thing: str, things: str | None = None) -> str:
    """Put a number before its noun; the plural is named where it takes more than an "s".

    >>> some(1, "line"), some(2, "line"), some(2, "query", "queries")
    ('1 line', '2 lines', '2 queries')
    """
    return f"{count} {thing if count == 1 else things or f'{thing}s'}"


def shorten(text: str, *, most: int = 60) -> str:
    """Cut what the user typed to what fits into a message.

    >>> shorten("word " * 100, most=10)
    'word word…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def list_speakers(names: Sequence[str]) -> str:
    """List who speaks in a talk, the first of many by name.

    >>> list_speakers(["Ann", "Ben"]), list_speakers([f"S{i}" for i in range(12)])[-23:]
    ('Ann, Ben', 'S7, S8, S9 and 2 others')
    >>> list_speakers([])
    'nobody: the transcript names no speakers'
    """
    if not names:
        return "nobody: the transcript names no speakers"
    listed = ", ".join(shorten(name, most=LONGEST_NAME) for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{listed} and {some(more, 'other')}" if more > 0 else listed
