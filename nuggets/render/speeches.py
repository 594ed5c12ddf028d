"""Parts that the renderers share: a nugget split by speaker, its attribution, scores and status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nuggets.messages import shorten
from nuggets.render.control_characters import printable
from nuggets.timecode import to_clock
from nuggets.values import Nugget, Result, Role, Sentence

MAX_HEADING = 200  # characters of a focus in a heading; by eye
OMISSION = "[…]"  # in brackets, since a bare ellipsis may be the transcript's own


class Speech(NamedTuple):
    """A stretch of a nugget or its context by one speaker.

    Where something between two sentences is left out, such as a listener's "Right.", `OMISSION`
    stands for it.

    Attributes:
        name: The speaker's, to print before the words; empty where none is printed.
        words: What is said, on one line.
        start_ms: Start in milliseconds; None if untimed.
    """

    name: str
    words: str
    start_ms: int | None = None


def split_passage(nugget: Nugget, *, always_named: bool = False) -> list[Speech]:
    """Split a nugget by speaker.

    Args:
        nugget: The nugget.
        always_named: Whether a single speaker is named before the words, too.
    """
    parts = _split(nugget.sentences, nugget.roles)
    asked = "question" in nugget.roles
    if len(parts) == 1 and not (always_named and nugget.speakers):
        return [Speech("", parts[0].words, parts[0].start_ms)]
    return [Speech(_name(part, asked=asked), part.words, part.start_ms) for part in parts]


def split_context(nugget: Nugget, sentences: Sequence[Sentence]) -> list[Speech]:
    """Split the context before or after a nugget by speaker, named if any speaker has a name."""
    around = (*nugget.before, *nugget.sentences, *nugget.after)
    named = any(sentence.speaker is not None for sentence in around)
    roles: list[Role] = ["pick"] * len(sentences)
    return [
        Speech(_name(part, asked=False) if named else "", part.words, part.start_ms)
        for part in _split(sentences, roles)
    ]


class _Part(NamedTuple):
    speaker: str | None
    unnamed: tuple[int, Role] | None  # of a nameless speaker: turn, and question or not
    words: str
    start_ms: int | None


def _split(sentences: Sequence[Sentence], roles: Sequence[Role]) -> list[_Part]:
    parts: list[_Part] = []
    last = -1
    for sentence, role in zip(sentences, roles, strict=True):
        nameless = sentence.speaker is None
        unnamed = (sentence.turn_index, role) if nameless else None
        words = printable(sentence.text)
        if parts and parts[-1][:2] == (sentence.speaker, unnamed):
            gap = " " if sentence.index == last + 1 else f" {OMISSION} "
            parts[-1] = parts[-1]._replace(words=parts[-1].words + gap + words)
        else:
            gap = "" if not parts or sentence.index == last + 1 else f"{OMISSION} "
            parts.append(_Part(sentence.speaker, unnamed, gap + words, sentence.start_ms))
        last = sentence.index
    return parts


def _name(part: _Part, *, asked: bool) -> str:
    if part.speaker is not None:
        return printable(part.speaker) or "(no name)"
    if part.unnamed is not None and part.unnamed[1] == "question":
        return "(question)"
    return "(answer)" if asked else "(no name)"


def attribution(nugget: Nugget) -> str:
    """Write speaker (unless named before the words), source lines and time."""
    names = () if len(split_passage(nugget)) > 1 else nugget.speakers
    start_ms = nugget.sentences[0].start_ms
    time = () if start_ms is None else (to_clock(start_ms),)
    return "— " + ", ".join(filter(None, (*map(printable, names), lines_text(nugget), *time)))


def lines_text(nugget: Nugget) -> str:
    """Write the source lines of a nugget, or its pages and their lines."""
    begin, end = nugget.sentences[0], nugget.sentences[-1]
    first, last = begin.line, end.line
    if begin.page is not None:
        start, until = f"p. {begin.page}, l. {first}", f"{end.end_line}"
        if end.end_page != begin.page:
            return f"{start} – p. {end.end_page}, l. {until}"
        return start if until == f"{first}" else f"{start}–{until}"
    return f"line {first}" if first == last else f"lines {first}–{last}"


def focus_heading(result: Result) -> str:
    """Write a focus for a heading, shortened; empty for the whole talk."""
    return shorten(printable(result.focus or ""), max_length=MAX_HEADING)


def scores_text(nugget: Nugget) -> str:
    """Write a nugget's score, its rank, and the parts of the score."""
    parts = ", ".join(f"{printable(name)} {value:.2f}" for name, value in nugget.scores.items())
    score = f"{nugget.score:.2f}, rank {nugget.rank}"
    return f"{score} ({parts})" if parts else score


def warning_text(result: Result) -> str:
    """Write that the nuggets may not be about the focus; empty where they are."""
    if result.status != "unsure":
        return ""
    return f"The talk may not discuss “{focus_heading(result)}”: these are the nearest passages."


def no_nuggets_text(result: Result) -> str:
    """Write why a result has no nuggets."""
    focus = focus_heading(result)
    if result.status == "not-discussed" and focus:
        return f"The talk does not touch “{focus}”."
    return f"No passage found for “{focus}”." if focus else "No passage found."
