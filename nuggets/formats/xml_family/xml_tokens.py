"""XML tokenizer: tags, texts and CDATA with their offsets in the source, in linear time.

Parsers of XML do not give the offsets of texts. Entities are not defined, DTDs not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape as unescape_text
from typing import Literal, NamedTuple, TypeAlias

from nuggets.formats.documents.html_tags import unescape
from nuggets.formats.documents.visible_text import VisibleTextBuilder

Kind: TypeAlias = Literal["open", "close", "text", "cdata"]

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Za-z_][\w.:-]{0,100}+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w.:-]{0,100})\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_ROOT = re.compile(
    r"(?:\s|\ufeff|<\?(?:[^?]|\?(?!>)){0,10000}+\?>|<!--(?:[^-]|-(?!->)){0,100000}+-->"
    r"|<!DOCTYPE[^<>\[]{0,1000}(?:\[(?:[^\]\"']|\"[^\"]*\"|'[^']*'){0,100000}+\]\s*)?>)*+"
    r"<(?P<name>[A-Za-z_][\w.:-]{0,100})(?=[\s/>])(?P<attributes>[^<>]{0,20000})"
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_TWICE = re.compile(  # escaped twice, as YouTube does
    r"&(?:amp;)?(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_CDATA, _END_CDATA = "<![CDATA[", "]]>"


class XmlToken(NamedTuple):
    """A tag, or the text between two tags.

    Attributes:
        kind: What it is; an empty element is an "open" and a "close".
        name: Name of the element in lower case, without its namespace; "" for text.
        start: Offset of its first character in the source.
        end: Offset after its last.
        raw: The attributes as they are written; "" for all but "open".
    """

    kind: Kind
    name: str
    start: int
    end: int
    raw: str = ""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes, by name in lower case, without namespaces."""
        return parse_attributes(self.raw) if self.raw else {}


@lru_cache(maxsize=256)
def parse_attributes(raw: str) -> Mapping[str, str]:
    """Parse the attributes of a tag."""
    return {
        match[1].rpartition(":")[2].lower(): unescape_text(match[2] or match[3] or "").strip()
        for match in _ATTRIBUTE.finditer(raw)
    }


@lru_cache(maxsize=1)
def find_root(source: str) -> XmlToken | None:
    """Find the first tag of a text that begins like XML; None if it does not."""
    match = _ROOT.match(source)
    if match is None:
        return None
    name = match["name"].rpartition(":")[2].lower()
    return XmlToken("open", name, match.start("name") - 1, match.end(), match["attributes"])


def tokenize_xml(source: str) -> Iterator[XmlToken]:
    """Split XML into tags and texts; comments, declarations and broken tags are skipped."""
    at = text_at = 0
    while (at := source.find("<", at)) >= 0:
        match = _TAG.match(source, at)
        if match is not None:
            if text_at < at:
                yield XmlToken("text", "", text_at, at)
            name = match["name"].rpartition(":")[2].lower()
            raw = match["attributes"]
            end = match.end()
            if match["close"]:
                yield XmlToken("close", name, at, end)
            elif raw.endswith("/"):
                yield XmlToken("open", name, at, end, raw[:-1])
                yield XmlToken("close", name, at, end)
            else:
                yield XmlToken("open", name, at, end, raw)
            at = text_at = end
            continue
        if source.startswith(_CDATA, at):
            if text_at < at:
                yield XmlToken("text", "", text_at, at)
            close = source.find(_END_CDATA, at)
            end = close if close >= 0 else len(source)
            yield XmlToken("cdata", "", at + len(_CDATA), end)
            at = text_at = min(len(source), end + len(_END_CDATA))
            continue
        after = _end_of_other(source, at)
        if after is None:
            at += 1  # a sign in the text
            continue
        if text_at < at:
            yield XmlToken("text", "", text_at, at)
        at = text_at = after
    if text_at < len(source):
        yield XmlToken("text", "", text_at, len(source))


def _end_of_other(source: str, at: int) -> int | None:
    """Find the end of a comment or declaration; None if `<` begins none."""
    for begins, ends in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
        if source.startswith(begins, at):
            end = source.find(ends, at + len(begins))
            return end + len(ends) if end >= 0 else len(source)
    return None


def write_xml_text(
    source: str, token: XmlToken, builder: VisibleTextBuilder, *, escaped_twice: bool = False
) -> None:
    """Write a text; its character references are replaced, its white space is folded."""
    at = token.start
    if token.kind == "text" and source.find("&", token.start, token.end) >= 0:
        pattern = _TWICE if escaped_twice else _REFERENCE
        for match in pattern.finditer(source, token.start, token.end):
            text = unescape(match.group())
            if escaped_twice and text.startswith("&") and len(text) > 1:
                text = unescape(text)
            if text != match.group():
                builder.write(source, at, match.start())
                builder.write_escape(text, match.start(), match.end())
                at = match.end()
    builder.write(source, at, token.end)
