"""Texts that messages are made of: counts with their nouns, shortened input, lists of speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MAX_SPEAKERS = 10
MAX_NAME_LENGTH = 40
"""Speakers that a message lists, and characters of each name; by eye."""

_BOUNDARY_PHRASES: Mapping[str, str] = {
    "pause": "sentence ends were set at pauses",
    "cue": "sentence ends were set at cue ends or guessed from word patterns",
    "heuristic": "sentence ends were guessed from word patterns",
}


def boundary_notes(boundary: str) -> tuple[str, ...]:
    """Write the note on how sentence ends were found in text without punctuation.

    Args:
        boundary: As in `Source.boundary`.

    Returns:
        One note, or none for text with punctuation.

    >>> boundary_notes("pause")
    ('hardly any punctuation: sentence ends were set at pauses (boundary: pause)',)
    >>> boundary_notes("punctuation")
    ()
    """
    if boundary == "punctuation":
        return ()
    return (f"hardly any punctuation: {_BOUNDARY_PHRASES[boundary]} (boundary: {boundary})",)


def pluralize(count: int, noun: str, plural: str | None = None) -> str:
    """Put a count before its noun.

    Args:
        count: How many.
        noun: In the singular.
        plural: Where it is not the noun and an "s".

    >>> pluralize(1, "line"), pluralize(2, "line"), pluralize(2, "query", "queries")
    ('1 line', '2 lines', '2 queries')
    """
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def shorten(text: str, *, max_length: int = 60) -> str:
    """Cut a text to a number of characters, with an ellipsis where something was cut.

    >>> shorten("word " * 100, max_length=10)
    'word word…'
    """
    return text if len(text) <= max_length else f"{text[: max_length - 1].rstrip()}…"


def list_speakers(names: Sequence[str]) -> str:
    """List speakers by name, the first ten of many.

    >>> list_speakers(["Ann", "Ben"]), list_speakers([f"S{i}" for i in range(12)])[-23:]
    ('Ann, Ben', 'S7, S8, S9 and 2 others')
    """
    listed = ", ".join(shorten(name, max_length=MAX_NAME_LENGTH) for name in names[:MAX_SPEAKERS])
    more = len(names) - MAX_SPEAKERS
    return f"{listed} and {pluralize(more, 'other')}" if more > 0 else listed


def no_speaker_called(name: str, speakers: Sequence[str]) -> str:
    """Write the message for a whole name that nobody in the transcript has.

    >>> no_speaker_called("Bob", ["Ann Lee", "Ben"])
    'no speaker is called "Bob"; give the whole name, one of: Ann Lee, Ben'
    >>> no_speaker_called("Bob", [])
    'no speaker is called "Bob": the transcript names no speakers'
    """
    message = f'no speaker is called "{shorten(name)}"'
    if not speakers:
        return f"{message}: the transcript names no speakers"
    return f"{message}; give the whole name, one of: {list_speakers(speakers)}"


def no_speaker_matches(name: str, speakers: Sequence[str]) -> str:
    """Write the message for a part of a name that nobody in the transcript has.

    >>> no_speaker_matches("Bob", ["Ann", "Ben"])
    'no speaker matches "Bob"; the speakers are: Ann, Ben'
    >>> no_speaker_matches("Bob", [])
    'no speaker matches "Bob": the transcript names no speakers'
    """
    message = f'no speaker matches "{shorten(name)}"'
    if not speakers:
        return f"{message}: the transcript names no speakers"
    return f"{message}; the speakers are: {list_speakers(speakers)}"
