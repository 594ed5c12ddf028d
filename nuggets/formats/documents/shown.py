"""The visible text of a document, read as plain text is: with labels, or as prose without."""

from __future__ import annotations

from nuggets.formats.format import Parsed
from nuggets.formats.text.marked import parse_marked
from nuggets.formats.text.plain import NAME, PLAIN
from nuggets.formats.text.prose import PROSE, parse_all


def read_shown(text: str, *, keep_noise: bool, is_marked: bool | None = None) -> Parsed:
    """Read a visible text.

    Args:
        text: What a reader sees of a document.
        keep_noise: Whether all that may be speech is read as speech.
        is_marked: Whether it marks speakers or times; None: find out.
    """
    if PLAIN.looks_like(text) if is_marked is None else is_marked:
        return parse_marked(text, format=NAME, keep_noise=keep_noise)
    return parse_all(text) if keep_noise else PROSE.parse(text)
