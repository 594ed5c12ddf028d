"""Headings of a web page that are titles rather than speakers, found by their tags and texts.

Extracting the visible text takes most of the time of reading a page, and doing so again without
the headings as long again. So headings that surely name no speakers are found before.
"""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.formats.documents.html_boilerplate import HEADING_TAGS
from nuggets.formats.documents.html_tags import Token
from nuggets.formats.documents.names_in_markup import strip_question_number
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.timecode import CLOCK_REGEX

_INLINE = frozenset("a abbr b big br em i small span strong sub sup u wbr".split())


def find_titles(source: str, tokens: Sequence[Token]) -> frozenset[str]:
    """Find the heading tags whose headings are all titles.

    Speakers in headings recur or have a time; where no heading of a tag does, whatever else the
    page holds, nobody is named in them.

    Args:
        source: The page.
        tokens: Its tags and texts.

    Returns:
        Names of elements; those that are not on the page are among them.
    """
    unsure: set[str] = set()
    seen: dict[str, set[str]] = {}
    tag = ""
    parts: list[str] = []
    for token in tokens:
        if tag:
            if token.kind == "text":
                parts.append(source[token.start : token.end])
            elif token.kind == "close" and token.name == tag:
                if _looks_like_speaker(" ".join(parts), seen.setdefault(tag, set())):
                    unsure.add(tag)
                tag = ""
            elif token.kind == "open" and (token.classes or token.name not in _INLINE):
                unsure.add(tag)  # its visible text is not just its texts
                tag = ""
        if token.kind == "open" and token.name in HEADING_TAGS:
            tag = "" if token.name in unsure else token.name
            parts = []
    if tag:
        unsure.add(tag)
    return HEADING_TAGS - unsure


def _looks_like_speaker(text: str, seen: set[str]) -> bool:
    """Whether a heading has a time or a character reference, or its words or label occurred before.

    Args:
        text: The heading, without its tags.
        seen: The words and labels so far; those of the heading are added.
    """
    if "&" in text or CLOCK_REGEX.search(text):
        return True  # its visible text is something else, or it has a time
    text = strip_question_number(" ".join(text.split()))
    prefix = parse_prefix(text) if text else None
    keys = {"".join(text.split()), f"{prefix.name}:" if prefix and prefix.name else ""} - {""}
    recurs = not keys.isdisjoint(seen)
    seen |= keys
    return recurs
