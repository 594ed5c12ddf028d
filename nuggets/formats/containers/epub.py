"""EPUB, electronic books: the pages of the book, in the order of reading, as one web page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from nuggets.formats.archives import MAX_EXPANDED, has_member, mimetype_of, read_member
from nuggets.formats.containers.container import Extracted
from nuggets.formats.decoding import decode

NAME = "epub"

_ROOT = "META-INF/container.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html"))
_BODY = re.compile(r"<body[^>]{0,2000}>(.*)</body\s*>", re.DOTALL | re.IGNORECASE)
_DAMAGED = "the book is damaged, or protected against copying (DRM)"
_MAX_PAGES = 2_000  # files of text in a book; by eye


def is_epub(data: bytes) -> bool:
    """Whether bytes are a book in EPUB."""
    return mimetype_of(data) == "application/epub+zip"


def extract_epub(data: bytes) -> Extracted:
    """Put the pages of a book together.

    Raises:
        TranscriptError: It is damaged, encrypted or too large, or holds no text.
    """
    bodies: list[str] = []
    size = 0
    for count, name in enumerate(_list_pages(data)):
        if count > _MAX_PAGES:
            raise MalformedTranscriptError(NAME, None, "the book is too large; split it")
        if not has_member(data, name):
            continue
        text = decode(read_member(data, name)).text
        size += len(text)
        if size > MAX_EXPANDED:
            raise MalformedTranscriptError(NAME, None, "the book is too large; split it")
        body = _BODY.search(text)
        bodies.append(body[1] if body else text)
    if not bodies:
        raise EmptyTranscriptError("no text in the book")
    return Extracted(
        f"<html><body>{''.join(f'<div>{body}</div>' for body in bodies)}</body></html>"
    )


def _list_pages(data: bytes) -> Iterator[str]:
    """List the files of text in the order of reading, without the table of contents."""
    root = next(_find(_parse(data, _ROOT), "rootfile"), None)
    package_name = root.get("full-path", "") if root is not None else ""
    package = _parse(data, package_name)
    items = {item.get("id"): item for item in _find(package, "item")}
    for reference in _find(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in (item.get("properties") or "").split():
            path = unquote(item.get("href") or "")
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package_name), path))


def _parse(data: bytes, name: str) -> Element:
    try:
        found: Element = fromstring(read_member(data, name), forbid_dtd=False)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise MalformedTranscriptError(NAME, None, _DAMAGED) from error
    return found


def _find(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.iter() if child.tag.rpartition("}")[2] == name)
