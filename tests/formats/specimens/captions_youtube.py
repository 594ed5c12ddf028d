"""Writers of YouTube's automatic captions, which show two lines that roll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.formats.specimens.captions_writing import clock, escape
from tests.formats.specimens.talk import Spoken, cut_into_cues

_HOLD_MS = 10
_PAUSE_MS = 1200  # after which the old line is no longer shown


class _Window(NamedTuple):
    """What is shown for a while: the line above, the line below."""

    start_ms: int
    end_ms: int
    above: Spoken | None
    below: Spoken | None
    is_new: bool


def _roll(talk: Sequence[Spoken]) -> Iterator[_Window]:
    """Show each line below the one before, and for ten milliseconds alone."""
    lines = list(cut_into_cues(talk, most_words=7))
    last: Spoken | None = None
    for i, line in enumerate(lines):
        until = lines[i + 1].start_ms if i + 1 < len(lines) else line.end_ms + 500
        above = last if last and line.start_ms - last.end_ms < _PAUSE_MS else None
        yield _Window(line.start_ms, until - _HOLD_MS, above, line, is_new=True)
        yield _Window(until - _HOLD_MS, until, line, None, is_new=False)
        last = line


def write_rolling_vtt(talk: Sequence[Spoken]) -> bytes:
    """As the .vtt of YouTube: each word after the first with its time, `&gt;&gt;` at changes."""
    blocks = ["WEBVTT\nKind: captions\nLanguage: en"]
    for window in _roll(talk):
        above = _say(window.above, mark="&gt;&gt;") if window.above else " "
        below = _say_words(window.below) if window.below else " "
        times = f"{clock(window.start_ms)} --> {clock(window.end_ms)}"
        blocks.append(f"{times} align:start position:0%\n{above}\n{below}")
    return ("\n\n".join(blocks) + "\n").encode()


def write_rolling_srt(talk: Sequence[Spoken]) -> bytes:
    """The same as converters write it: numbers, no times of words, nearly every line thrice."""
    blocks = []
    for number, window in enumerate(_roll(talk), start=1):
        above = _say(window.above, mark=">>") if window.above else " "
        below = _say(window.below, mark=">>") if window.below else " "
        times = f"{clock(window.start_ms, point=',')} --> {clock(window.end_ms, point=',')}"
        blocks.append(f"{number}\n{times}\n{above}\n{below}\n")
    return "\n".join(blocks).encode()


def _say(line: Spoken, *, mark: str) -> str:
    """Write a line as a whole."""
    text = escape(line.text) if mark.startswith("&") else line.text
    return f"{mark} {text}" if line.opens else text


def _say_words(line: Spoken) -> str:
    """Write a line with the time of each word but the first."""
    first, *rest = line.words
    text = f"&gt;&gt; {escape(first.text)}" if line.opens else escape(first.text)
    return text + "".join(f"<{clock(word.start_ms)}><c> {escape(word.text)}</c>" for word in rest)
