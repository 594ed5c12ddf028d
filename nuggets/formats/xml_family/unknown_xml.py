"""XML of no known kind, which is refused: readers of text would take its fields for speech."""

from __future__ import annotations

import re

from nuggets.errors import UnknownFormatError
from nuggets.formats.xml_family.xml_tokens import find_root

_DECLARATION = re.compile(r"[\s\ufeff]*<\?xml[\s?]", re.IGNORECASE)
_TAGS_OF_PAGES = frozenset(
    "a abbr address article aside audio b blockquote body br center cite code dd details div dl dt "
    "em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input li link "
    "main mark meta nav ol p pre s script section small span strong style sub summary sup svg "
    "table tbody td th thead time title tr u ul video v c".split()
)
_CLOSING = re.compile(r"</(?:[A-Za-z_][\w.-]{0,50}:)?([A-Za-z_][\w.-]{0,50})\s*>")
_SAMPLE = 100_000  # characters in which the tags of a fragment are counted; by eye, as are the rest
_MIN_TAGS = 3  # of a fragment that are of no page ...
_MIN_SHARE = 0.25  # ... and share of all its tags
_MOST_BETWEEN = 1500  # characters for each of them
_MIN_CLOSINGS = 3  # of XML without declaration whose root is not closed; by eye


def refuse_other_xml(source: str) -> None:
    """Refuse XML, with or without its declaration; pages are none.

    Args:
        source: The decoded text, which is of no known kind of XML.

    Raises:
        UnknownFormatError: It is XML.
    """
    root = find_root(source)
    if root is None or root.name in _TAGS_OF_PAGES:
        return
    closings = 0
    for closings, _ in enumerate(_CLOSING.finditer(source), 1):
        if closings >= _MIN_CLOSINGS:
            break
    is_closed = f"</{root.name}" in source[root.end :].lower()
    if _DECLARATION.match(source) or is_closed or closings >= _MIN_CLOSINGS:
        raise UnknownFormatError(
            "looks like XML of no known kind; save the transcript as plain text (UTF-8) first"
        )


def refuse_fragments(source: str) -> None:
    """Refuse XML whose beginning is missing.

    Args:
        source: The decoded text, which is no captions: those have tags of their own.

    Raises:
        UnknownFormatError: It has many tags that are of no page, and does not begin with a tag.
    """
    if find_root(source) is not None:
        return
    sample = source[:_SAMPLE]
    names = [match[1].lower() for match in _CLOSING.finditer(sample)]
    strange = sum(name not in _TAGS_OF_PAGES for name in names)
    is_dense = strange * _MOST_BETWEEN >= len(sample)
    if is_dense and strange >= max(_MIN_TAGS, _MIN_SHARE * len(names)):
        raise UnknownFormatError("the XML has no beginning, or not its own; copy it again")
