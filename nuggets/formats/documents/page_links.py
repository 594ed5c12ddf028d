"""Links of a web page that are no speech: links to a line itself, marks of notes, notes, buttons.

<a href="#x12">✪</a>                                 a link to the line itself: skipped
done<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>     a mark of a note: skipped
<p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A note.</p>     the note: its paragraph is left out
<p><a href="/more">More of this</a></p>              a paragraph that is one link: perhaps a button
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.documents.html_tags import Token
from nuggets.formats.documents.page_parts import PagePart
from nuggets.formats.format import WEB_PAGE_BOILERPLATE, Parsed
from nuggets.formats.text.boilerplate.web_pages import NOTE
from nuggets.values import Span

_HREF = re.compile(
    r"""\shref\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>"']{1,2000}))""", re.I
)
_LETTER = re.compile(r"[^\W_]")
_MARK = re.compile(
    r"[\[(]?(?:[0-9]{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§↑↩^])[\])]?[\ufe0e\ufe0f]?", re.I
)
_TO_NOTE = re.compile(r"#.*(?:note|ftn|cmnt|fn|ref|cite)", re.I)
_TO_MARK = re.compile(r"#.*(?:ref|mark|back)|#(?:_ftnref|fnref|sdfootnote\d+anc)", re.I)
_BLOCKS = frozenset("p li div td dd tr section article aside blockquote body main".split())
_SMALL_BLOCKS = frozenset(("p", "li", "div", "td", "dd"))
_SENTENCE = re.compile(r"[.?!…。？！][\"'”’)\]]*\s*<")
_MAX_LINK_CHARS = 100  # of a mark or a button; by eye


class PageLinks(NamedTuple):
    """Links that are no speech.

    Attributes:
        skipped: The reason to leave out each such element, by its offset in the source.
        buttons: Paragraphs that are one link each, which may be no speech.
    """

    skipped: dict[int, str]
    buttons: list[Span]


def find_buttons(source: str, parsed: Parsed, buttons: Sequence[Span]) -> list[PagePart]:
    """Find the paragraphs of one link each that stand below the last label and are no sentences.

    Args:
        source: The page.
        parsed: What was read.
        buttons: All paragraphs of one link.
    """
    if not parsed.turns:
        return []
    last = parsed.turns[-1].runs[0].start
    return [
        PagePart(start, end, WEB_PAGE_BOILERPLATE)
        for start, end in buttons
        if start > last and _SENTENCE.search(source, start, end) is None
    ]


class _Block:
    """An open block: where it begins, and what is in it so far."""

    def __init__(self, token: Token) -> None:
        self.name = token.name
        self.start = token.start
        self.has_text = False  # outside of links
        self.links = 0


def find_page_links(source: str, tokens: Sequence[Token]) -> PageLinks:
    """Find the links of a page that are no speech."""
    links = PageLinks({}, [])
    blocks: list[_Block] = []
    link: Token | None = None
    said: list[str] = []
    for token in tokens:
        if token.kind == "text":
            text = source[token.start : token.end]
            if link is not None:
                said.append(text)
            elif blocks and not text.isspace():
                blocks[-1].has_text = True
        elif token.name == "a" and token.kind != "hidden":
            if link is not None:
                _add_link(source, link, "".join(said), blocks, links)
            link, said = (token, []) if token.kind == "open" else (None, [])
        elif token.name in _BLOCKS:
            if token.kind == "open":
                blocks.append(_Block(token))
            elif blocks and blocks[-1].name == token.name:
                block = blocks.pop()
                if block.links == 1 and not block.has_text and block.name in _SMALL_BLOCKS:
                    links.buttons.append((block.start, token.end))
                if blocks:
                    blocks[-1].has_text = True
    return links


def _add_link(
    source: str, link: Token, text: str, blocks: Sequence[_Block], links: PageLinks
) -> None:
    """Judge a link that has ended."""
    text = text.strip()
    match = _HREF.search(source[link.start : link.end])
    block = blocks[-1] if blocks else None
    if match is None or not text or len(text) > _MAX_LINK_CHARS:
        if block is not None and text:
            block.has_text = True
        return
    href = (match[1] or match[2] or match[3] or "").strip()
    begins = block is not None and not block.has_text and not block.links
    is_inner = "#" in href
    if is_inner and begins and _MARK.fullmatch(text) and _TO_MARK.search(href):
        if block is not None and block.name in _SMALL_BLOCKS:
            links.skipped[block.start] = NOTE
    elif is_inner and _MARK.fullmatch(text) and _TO_NOTE.search(href):
        links.skipped[link.start] = NOTE
    elif is_inner and _LETTER.search(text) is None:
        links.skipped[link.start] = WEB_PAGE_BOILERPLATE
    elif block is not None:
        block.links += 1
