"""What the writers of captions share: clocks, escapes, lines of a width."""

from __future__ import annotations

from collections.abc import Iterable


def clock(time_ms: int, *, point: str = ".", hour_digits: int = 2) -> str:
    """Write a time as `HH:MM:SS.mmm`."""
    seconds, millis = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:0{hour_digits}}:{minutes:02}:{seconds:02}{point}{millis:03}"


def short_clock(time_ms: int) -> str:
    """Write a time without hours where there are none, as WebVTT allows."""
    whole = clock(time_ms)
    return whole.removeprefix("00:")


def escape(text: str) -> str:
    """Write what WebVTT may not hold as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrap(words: Iterable[str], *, width: int = 36) -> str:
    """Put words on lines of at most so many characters, where they are short enough."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return "\n".join(lines)
