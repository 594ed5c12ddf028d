"""What the renderings share: who says what, where and when, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nuggets.messages import shorten
from nuggets.render.clean import printable
from nuggets.timecode import to_clock
from nuggets.values import Nugget, Result, Role, Sentence

LONGEST_FOCUS = 200  # characters of a focus in a heading
OMISSION = "[…]"  # in brackets: the omission is ours, a bare ellipsis may be the speaker's


class Speech(NamedTuple):
    """What one person says without interruption.

    Attributes:
        name: Who, where that must be said beside the words; empty where it need not.
        words: What, on one line.
        start_ms: When it begins, in milliseconds; None if the source does not say.
    """

    name: str
    words: str
    start_ms: int | None = None


def passage(nugget: Nugget, *, always_named: bool = False) -> list[Speech]:
    """Divide a nugget by who speaks.

    Args:
        nugget: What to divide.
        always_named: Whether a single speaker is named, too; else only where there are several.
    """
    parts = _divide(nugget.sentences, nugget.roles)
    asked = "question" in nugget.roles
    if len(parts) == 1 and not (always_named and nugget.speakers):
        return [Speech("", parts[0].words, parts[0].start_ms)]
    return [Speech(_name(part, asked=asked), part.words, part.start_ms) for part in parts]


def context(nugget: Nugget, sentences: Sequence[Sentence]) -> list[Speech]:
    """Divide what stands before or after a nugget by who speaks, with names if there are any."""
    around = (*nugget.before, *nugget.sentences, *nugget.after)
    named = any(sentence.speaker is not None for sentence in around)
    roles: list[Role] = ["pick"] * len(sentences)
    return [
        Speech(_name(part, asked=False) if named else "", part.words, part.start_ms)
        for part in _divide(sentences, roles)
    ]


class _Part(NamedTuple):
    speaker: str | None
    unnamed: tuple[int, Role] | None  # tells nameless people apart: by turn, and who asks
    words: str
    start_ms: int | None


def _divide(sentences: Sequence[Sentence], roles: Sequence[Role]) -> list[_Part]:
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
            parts.append(_Part(sentence.speaker, unnamed, words, sentence.start_ms))
        last = sentence.index
    return parts


def _name(part: _Part, *, asked: bool) -> str:
    if part.speaker is not None:
        return printable(part.speaker) or "(no name)"
    if part.unnamed is not None and part.unnamed[1] == "question":
        return "(question)"
    return "(answer)" if asked else "(no name)"


def attribution(nugget: Nugget) -> str:
    """Say who speaks (unless that stands beside the words), where in the source, and when."""
    names = () if len(passage(nugget)) > 1 else nugget.speakers
    start_ms = nugget.sentences[0].start_ms
    time = () if start_ms is None else (to_clock(start_ms),)
    return "— " + ", ".join(filter(None, (*map(printable, names), place_of(nugget), *time)))


def place_of(nugget: Nugget) -> str:
    """Say on which lines of the source a nugget stands."""
    first, last = nugget.sentences[0].line, nugget.sentences[-1].line
    return f"line {first}" if first == last else f"lines {first}–{last}"


def focus_of(result: Result) -> str:
    """Put a focus on one line, cut where it is as long as a speech; empty where there is none."""
    return shorten(printable(result.focus or ""), most=LONGEST_FOCUS)


def label_of(nugget: Nugget) -> str:
    """Put the words that name a nugget on one line; empty where it has none."""
    return " · ".join(filter(None, map(printable, nugget.label)))


def scores_of(nugget: Nugget) -> str:
    """Put a nugget's score, its rank and what the score is made of into words."""
    made_of = ", ".join(f"{printable(name)} {value:.2f}" for name, value in nugget.scores.items())
    score = f"{nugget.score:.2f}, rank {nugget.rank}"
    return f"{score} ({made_of})" if made_of else score


def nothing(result: Result) -> str:
    """Say that there is no nugget, and why."""
    focus = focus_of(result)
    if result.status == "not-discussed" and focus:
        return f"The talk does not touch “{focus}”."
    return f"No passage found for “{focus}”." if focus else "No passage found."
