"""Saved web pages with a transcript in them.

The page's visible text is read like plain text: labels, times, marks. What is outside of the main
content is boilerplate. Names that only the tags show (bold type, a table cell, a class "speaker")
count as labels where they recur.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from nuggets.formats.documents.as_text import parse_visible_text
from nuggets.formats.documents.attribute_times import find_attribute_times, set_times
from nuggets.formats.documents.html_boilerplate import BOILERPLATE_TAGS, HEADING_TAGS
from nuggets.formats.documents.html_headings import find_titles
from nuggets.formats.documents.html_names import find_names
from nuggets.formats.documents.html_tags import Token, tokenize
from nuggets.formats.documents.main_content import find_main_content, find_talk
from nuggets.formats.documents.page import Page
from nuggets.formats.documents.page_lines import extract_page
from nuggets.formats.documents.page_links import find_buttons, find_page_links
from nuggets.formats.documents.page_parts import set_apart
from nuggets.formats.documents.visible_text import keep_within, to_source
from nuggets.formats.format import WEB_PAGE_BOILERPLATE, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.text.plain import PLAIN

NAME = "html"
NO_SPEAKERS = "nobody is named on the page, so all of its main text is read as said by nobody known"

_NONE: frozenset[str] = frozenset()

_BEGIN = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+"
    r"<(?:!doctype\s+html|(?P<tag>[a-z][a-z0-9]{0,10}+))[\s>]",
    re.IGNORECASE,
)
_PAGE_TAGS = frozenset(
    "html head body main article section div p table dl ul ol span h1 h2 h3 h4 b strong cite "
    "blockquote pre header title meta center link script style nav footer aside form h5 h6".split()
)
_CLOSING = re.compile(r"</(?:p|div|h[1-6]|li|td|dd|dt|strong|b|cite|span|body|html)\s*>", re.I)
_JSON = re.compile(r"[\s\ufeff]*(?:\{\s*\"|\[\s*[\[{\"])")
_LINE_STARTS_WITH_TAG = re.compile(r"(?m)^[ \t]*+<")
_SAMPLE = 200_000  # characters; by eye, as are the other limits
_END_REACH = 1000
_MIN_CLOSINGS = 6
_MIN_TAGGED = 0.5  # closing tags per line
_MIN_STARTING = 0.3  # share of lines that begin with a tag ...
_MANY_TAGGED = 3  # ... unless there are so many closing tags per line
_MAX_LOST = 0.5  # share of the page's text that boilerplate may hold
_MIN_MAIN = 0.3  # share of the page's text in its main content


def looks_like_html(source: str) -> bool:
    """Whether a text is a web page, or a part of one."""
    match = _BEGIN.match(source)
    tag = (match["tag"] or "html").lower() if match else ""
    if tag in ("html", "head", "body"):
        return True
    sample = source[:_SAMPLE]
    if _JSON.match(source):  # with pages in its strings
        return False
    if tag in _PAGE_TAGS:
        return _CLOSING.search(sample) is not None
    if source[-_END_REACH:].rstrip().lower().endswith(("</html>", "</body>")):
        return True
    closings = len(_CLOSING.findall(sample))  # of a page whose beginning is missing
    lines = sample.count("\n") + 1
    if closings < _MIN_CLOSINGS or closings < _MIN_TAGGED * lines:
        return False
    starting = sum(
        1 for _ in _LINE_STARTS_WITH_TAG.finditer(sample)
    )  # else people may talk of tags
    return starting >= _MIN_STARTING * lines or closings >= _MANY_TAGGED * lines


@gc_paused()
def parse_html(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the talk of a page, or all of its main content where nobody is named.

    Args:
        source: The page.
        keep_noise: Whether all visible text of the page is read as speech.
    """
    tokens = list(tokenize(source))
    links = find_page_links(source, tokens)
    extract = partial(extract_page, source, tokens, links={} if keep_noise else links.skipped)
    if keep_noise:
        skipped, by_class = _NONE, False
        page = extract(skipped, by_class=by_class)
    else:
        page, skipped, by_class = _extract_content(extract, tokens, find_titles(source, tokens))
    names = find_names(page)
    headings = _NONE if keep_noise else HEADING_TAGS - names.tags
    if any(names.insertions) or any(element.tag in headings for element in page.leading):
        page = extract(skipped | headings, by_class=by_class, insertions=names.insertions)
    text = page.visible.text
    is_labelled = PLAIN.looks_like(text)
    in_visible = parse_visible_text(
        page.visible, source, format=NAME, keep_noise=keep_noise, is_labelled=is_labelled
    )
    parsed = to_source(in_visible, page.visible, page.left_out)
    parsed = set_times(parsed, find_attribute_times(source, tokens))
    if keep_noise:
        return parsed
    if is_labelled:
        parsed = keep_within(parsed, find_talk(page, in_visible.turns), WEB_PAGE_BOILERPLATE)
        parts = [*names.parts, *find_buttons(source, parsed, links.buttons)]
        return set_apart(parsed, parts)
    main = keep_within(parsed, find_main_content(page), WEB_PAGE_BOILERPLATE)
    if sum(len(turn.text) for turn in main.turns) >= _MIN_MAIN * len(text):
        parsed = main
    return replace(parsed, warnings=(*parsed.warnings, NO_SPEAKERS))


def _extract_content(
    extract: Callable[..., Page], tokens: Sequence[Token], titles: frozenset[str]
) -> tuple[Page, frozenset[str], bool]:
    """Extract a page without its boilerplate.

    Some pages are in a form as a whole, or have all content in a class of boilerplate; there such
    elements are kept.

    Args:
        extract: Extracts the page without some of its elements.
        tokens: Its tags and texts.
        titles: Names of heading elements that name nobody.

    Returns:
        The page, the names of the elements that were left out, and whether elements were left out
        by their classes, too.
    """
    total = sum(token.end - token.start for token in tokens if token.kind == "text")
    page = extract(BOILERPLATE_TAGS | titles)
    if len(page.visible.text) >= _MAX_LOST * total:
        return page, BOILERPLATE_TAGS | titles, True
    page = extract()
    kept = len(page.visible.text)
    if kept >= _MAX_LOST * total:
        return page, BOILERPLATE_TAGS, True
    skipped, by_class = BOILERPLATE_TAGS, True
    without = extract(by_class=False)
    if len(without.visible.text) - kept > _MAX_LOST * len(without.visible.text):
        page, by_class, kept = without, False, len(without.visible.text)
    for name in ("form", "header", "aside"):
        if any(token.name == name for token in tokens):
            more = extract(skipped - {name}, by_class=by_class)
            size = len(more.visible.text)
            if size - kept > _MAX_LOST * size:
                page, skipped, kept = more, skipped - {name}, size
    return page, skipped, by_class


HTML = Format(
    NAME,
    origin="saved web pages",
    speakers="where named",
    times="turn",
    looks_like=looks_like_html,
    parse=parse_html,
    parse_all=partial(parse_html, keep_noise=True),
    special="only the element that holds the talk is read; the rest of the page is left out",
)
