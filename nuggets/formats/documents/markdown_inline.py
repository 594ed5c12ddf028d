"""Inline markup of Markdown: emphasis, links, escapes, tags."""

from __future__ import annotations

import re

from nuggets.formats.documents.html_tags import unescape
from nuggets.formats.documents.visible_text import VisibleTextBuilder
from nuggets.timecode import CLOCK

BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^\s*_][^*_\r\n]{0,90}?)(?:\*\*|__)")

LINE_BELOW = re.compile(r"(?:\r\n|\r|\n)(?P<line>[^\r\n]+)")
"""Pattern of the line below one that ends there."""

_OPEN_LINK = re.compile(r"\[[^\[\]]{1,300}(?P<target>\]\([^()]{0,2000})?\Z")
_REST_OF_TEXT = re.compile(r"[^\[\]>][^\[\]]{0,300}\]\([^()\s]")
_REST_OF_TARGET = re.compile(r"[^()>][^()]{0,2000}\)")
_MAX_JOINED = 3  # lines that a link goes on to; by eye

_TARGET = rf"""\((?!\s{{0,3}}{CLOCK}\s{{0,3}}\))
    (?:<[^<>\r\n]{{0,2000}}>|[^()\s]*+(?:\([^()\s]{{0,300}}\)[^()\s]{{0,300}}){{0,5}})
    (?:\s{{1,9}}(?:"[^"]{{0,300}}"|'[^']{{0,300}}'|[^()"']{{1,300}}))?\s{{0,9}}\)"""
_MARK = re.compile(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<image>!\[[^\[\]]{{0,300}}\]{_TARGET})
    | (?P<note>\[\^[^\[\]\s]{{1,50}}\])
    | (?P<link>\[(?=(?P<words>(?:[^\[\]]|\[[^\[\]]{{0,300}}\](?:\([^()]*+\))?){{1,400}}+)
        (?P<target>\]{_TARGET})))
    | (?P<wiki>\[\[(?=(?:[^\[\]|]{{1,100}}\|)?[^\[\]|]{{1,100}}\]\]))
    | (?P<reference>\[(?=(?P<said>[^\[\]]{{1,300}})(?P<name>\](?:\[[^\[\]]{{0,100}}\])?)))
    | (?P<url><(?=(?:https?://|mailto:)[^<>\s]{{1,2000}}>))
    | (?P<tag></?(?:br|b|i|em|strong|span|a|p|div|u|s|sup|sub|small|details|summary|cite|time|mark
        |font|center|img|hr)(?:\s[^<>\r\n]{{0,1000}})?/?>|<!--[^\r\n<]{{0,300}}-->)
    | (?P<bold>\*{{2,4}}|(?<![^\W_])__|__(?![^\W_])|~~|``?)
    | (?P<single>(?<![\w*])\*(?=[^\s*][^*\r\n]{{0,300}}\*(?![\w*]))
        |(?<![\w_])_(?=[^\s_][^_\r\n]{{0,300}}_(?![\w_])))
    | (?P<entity>&(?:\#[0-9]{{1,8}}|\#[xX][0-9A-Fa-f]{{1,7}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE_MARK = re.compile(r"[*\\\[<_`~&]")  # a character class alone is searched for far faster
_BEFORE_DIRECTION = frozenset(".?!…:")  # ends the words before a stage direction


def write_inline(
    source: str,
    start: int,
    end: int,
    builder: VisibleTextBuilder,
    defined: frozenset[str] = frozenset(),
) -> None:
    """Write a part of a line without its inline markup.

    `*laughs*` at the beginning of a sentence is a stage direction, not emphasis, and is kept.

    Args:
        source: The whole text.
        start: Offset of the part.
        end: Offset after it.
        builder: What it is written to.
        defined: Names of the link definitions of the text, case-folded.
    """
    if source.endswith("\\", start, end):
        end -= 1  # a hard line break
    if _MAY_BE_MARK.search(source, start, end) is None:  # as in most lines
        builder.write(source, start, end)
        return
    at = pos = start
    skip_at: dict[int, int] = {}  # begin and end of later marks that belong to earlier ones
    while (found := _MAY_BE_MARK.search(source, pos, end)) or skip_at:
        stop = found.start() if found else end
        if found and pos < stop and source[stop] == "[" and source[stop - 1] == "!":
            stop -= 1  # of a picture
        for place in [place for place in skip_at if place < at]:
            del skip_at[place]  # within a mark that was between
        due = min(skip_at, default=end)
        if due <= stop and due < end:
            builder.write(source, at, due)
            at = pos = skip_at.pop(due)
        elif found is None:
            break
        elif match := _MARK.match(source, stop, end):
            builder.write(source, at, stop)
            if match.lastgroup == "reference" and not _is_defined(match, defined):
                builder.write(source, stop, stop + 1)
                at = pos = stop + 1
            else:
                at = pos = _write_mark(source, match, start, builder, skip_at)
        else:
            pos = stop + 1
    builder.write(source, at, end)


def _is_defined(match: re.Match[str], defined: frozenset[str]) -> bool:
    """Whether the text defines a link of the name in brackets."""
    if not defined:
        return False
    name = match["name"].strip("[]") or match["said"]
    return " ".join(name.split()).casefold() in defined


def _write_mark(
    source: str,
    match: re.Match[str],
    start: int,
    builder: VisibleTextBuilder,
    skip_at: dict[int, int],
) -> int:
    """Write what a mark stands for; return where the text goes on."""
    kind = match.lastgroup
    at, until = match.span()
    if kind == "escape":
        builder.write_escape(source[at + 1], at, until)
    elif kind == "entity":
        text = unescape(match.group())
        if text == match.group():
            builder.write(source, at, until)
        else:
            builder.write_escape(text, at, until)
    elif kind == "link":
        skip_at[match.start("target")] = match.end("target")
    elif kind == "wiki":
        close = source.index("]]", until)
        skip_at[close] = close + 2
        return max(until, source.find("|", until, close) + 1)
    elif kind == "reference":
        skip_at[match.start("name")] = match.end("name")
    elif kind == "url":
        skip_at[source.index(">", at)] = source.index(">", at) + 1
    elif kind == "single":
        close = source.index(match.group(), at + 1)
        before = source[start:at].rstrip(" \t*_>")[-1:]
        if not before or before in _BEFORE_DIRECTION:
            builder.write(source, at, close + 1)
            return close + 1
        skip_at[close] = close + 1
    elif kind == "tag" and match.group().lower().startswith("<br"):
        builder.separate("\n")
    return until


def end_of_link(source: str, start: int, end: int) -> int:
    """Find the end of a line, or of the last line below it that a link goes on to."""
    for _ in range(_MAX_JOINED):
        opened = _OPEN_LINK.match(source, source.rfind("[", start, end), end)
        below = LINE_BELOW.match(source, end) if opened is not None else None
        if opened is None or below is None:
            break
        closing = _REST_OF_TARGET if opened["target"] else _REST_OF_TEXT
        if closing.match(below["line"]) is None:
            break
        end = below.end()
    return end
