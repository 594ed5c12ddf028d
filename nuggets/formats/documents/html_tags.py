"""HTML tokenizer: tags and texts with their offsets.

`html.parser` is not used, as it differs between releases of Python, takes quadratic time on some
pages, and does not give the offsets of texts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from nuggets.formats.documents.visible_text import VisibleTextBuilder

Kind: TypeAlias = Literal["text", "open", "close", "hidden"]

_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60}+)[^\s/>]*+")
_ATTRIBUTES = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_CLASS = re.compile(
    r"""\s(?:class|id|role|itemprop)\s*=\s*(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s>"']{1,500}))""",
    re.I,
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset(
    "script style template noscript iframe textarea title xmp noframes noembed".split()
)
VOID_TAGS = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)


class Token(NamedTuple):
    """A tag or a text between tags.

    Attributes:
        kind: "hidden" for comments, declarations and invisible elements, such as scripts.
        name: Name of the element in lower case; "" for text.
        start: Offset of its first character in the source.
        end: Offset after its last.
        classes: Class, id, role and item property of an opening tag, in lower case.
    """

    kind: Kind
    name: str
    start: int
    end: int
    classes: str = ""


def tokenize(source: str) -> Iterator[Token]:
    """Split a page into tags and texts; in linear time."""
    at = text_at = 0
    quotes_match = True
    while (at := source.find("<", at)) >= 0:
        match = _NAME.match(source, at)
        if match is None:
            end = _end_of_other(source, at)
            if end is None:
                at += 1
                continue
            if text_at < at:
                yield Token("text", "", text_at, at)
            yield Token("hidden", "", at, end)
            at = text_at = end
            continue
        attributes = _ATTRIBUTES.match(source, match.end()) if quotes_match else None
        if attributes is None:
            quotes_match = False  # none to the end of the file, so not looked for again
            end = source.find(">", match.end()) + 1
            if not end:
                break
        else:
            end = attributes.end()
        if text_at < at:
            yield Token("text", "", text_at, at)
        name = match[1].lower()
        closes = source[at + 1] == "/"
        if name in _RAW and not closes:
            end = _end_of_raw(source, name, end)
            yield Token("hidden", name, at, end)
        else:
            classes = "" if closes else _classes_of(source, match.end(), end)
            yield Token("close" if closes else "open", name, at, end, classes)
        at = text_at = end
    if text_at < len(source):
        yield Token("text", "", text_at, len(source))


@lru_cache(maxsize=1024)
def unescape(reference: str) -> str:
    """Return the characters that a character reference stands for."""
    return html.unescape(reference)


def write_text(source: str, start: int, end: int, builder: VisibleTextBuilder) -> None:
    """Write a text between tags, its character references replaced."""
    at = start
    if source.find("&", start, end) >= 0:
        for match in _REFERENCE.finditer(source, start, end):
            text = unescape(match.group())
            if text != match.group():
                builder.write(source, at, match.start())
                builder.write_escape(text, match.start(), match.end())
                at = match.end()
    builder.write(source, at, end)


def _classes_of(source: str, at: int, end: int) -> str:
    """Return the class, id and role of a tag."""
    return _read_classes(source[at : min(end, at + 2000)]) if end - at >= 8 else ""


@lru_cache(maxsize=1024)  # a page has few kinds of tags
def _read_classes(attributes: str) -> str:
    found = _CLASS.finditer(attributes)
    return " ".join(match[1] or match[2] or match[3] or "" for match in found).lower()


def _end_of_other(source: str, at: int) -> int | None:
    """Find the end of a comment or a declaration; None if `<` begins none."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return end + 3 if end >= 0 else len(source)
    if source.startswith("<![CDATA[", at):
        return at + 9
    if source.startswith(("<!", "<?", "</"), at):
        end = source.find(">", at)
        return end + 1 if end >= 0 else len(source)
    return None


def _end_of_raw(source: str, name: str, at: int) -> int:
    """Find the end of an element in which tags are not parsed."""
    closing = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(source, at)
    if closing is None:
        return len(source)
    end = source.find(">", closing.end() - 1)
    return end + 1 if end >= 0 else len(source)
