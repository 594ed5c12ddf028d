"""Builds transcripts from short scripts, such as `talk("Dana: Hi. | Lee: Yes.")`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from nuggets.values import Run, Transcript, Turn

LABEL = re.compile(r"(?:([A-Z][\w.' -]*): )?(.*)", re.DOTALL)


def talk(script: str) -> Transcript:
    """Build a transcript from turns set apart by bars: `talk("Dana: Hi. | Lee: Yes.")`.

    A name before ": " is the speaker; a turn without one is nobody's.
    """
    turns = [LABEL.match(turn.strip()) for turn in script.split("|")]
    return spoken((turn[1], turn[2]) for turn in turns if turn is not None)


def spoken(turns: Iterable[tuple[str | None, str]]) -> Transcript:
    """Build a transcript from speakers and what they say, to the character.

    Its source is lines of `NAME: text` set apart by blank lines.
    """
    source = ""
    built: list[Turn] = []
    for speaker, text in turns:
        source += ("\n\n" if built else "") + (f"{speaker}: " if speaker is not None else "")
        run = Run(at=0, until=len(text), start=len(source), end=len(source) + len(text))
        built.append(Turn(index=len(built), speaker=speaker, text=text, runs=(run,)))
        source += text
    return Transcript(
        name="talk.txt",
        sha256=sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        format="plain",
        encoding="utf-8",
        source=source,
        turns=tuple(built),
    )
