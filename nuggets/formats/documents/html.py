"""Saved web pages with a transcript in them.

The page's visible text is read like plain text: labels, times, marks. What is outside of the main
content is boilerplate. Names that only the tags show (bold type, a table cell, a class "speaker")
count as labels where they recur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from nuggets.formats.documents.as_text import parse_visible_text
from nuggets.formats.documents.html_boilerplate import BOILERPLATE_TAGS, HEADING_TAGS
from nuggets.formats.documents.html_headings import find_titles
from nuggets.formats.documents.html_tags import Token, tokenize
from nuggets.formats.documents.main_content import find_main_content, find_talk
from nuggets.formats.documents.names_in_markup import (
    has_sentence_subjects,
    looks_like_speakers,
    strip_question_number,
)
from nuggets.formats.documents.page import Insertions, LeadingElement, Page
from nuggets.formats.documents.page_lines import extract_page
from nuggets.formats.documents.visible_text import keep_within, to_source
from nuggets.formats.format import WEB_PAGE_BOILERPLATE, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import CLOCK, CLOCK_REGEX, parse_clock

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
_LINE_STARTS_WITH_TAG = re.compile(r"(?m)^[ \t]*+<")
_BOLD = frozenset("b strong".split())
_SAMPLE = 200_000  # characters; by eye, as are the other limits
_END_REACH = 1000
_MIN_CLOSINGS = 6
_MIN_TAGGED = 0.5  # closing tags per line
_MIN_STARTING = 0.3  # share of lines that begin with a tag ...
_MANY_TAGGED = 3  # ... unless there are so many closing tags per line
_CLOCK = re.compile(rf"[\[(]?\s*{CLOCK}\s*[\])]?(?:\s*[-–—|•·])?")
_MAX_LOST = 0.5  # share of the page's text that boilerplate may hold
_MIN_TIMES = 3  # between tags that do not mark them as times
_MIN_MAIN = 0.3  # share of the page's text in its main content


def looks_like_html(source: str) -> bool:
    """Whether a text is a web page, or a part of one."""
    match = _BEGIN.match(source)
    tag = (match["tag"] or "html").lower() if match else ""
    if tag in ("html", "head", "body"):
        return True
    sample = source[:_SAMPLE]
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
    if keep_noise:
        skipped, by_class = _NONE, False
        page = extract_page(source, tokens, skipped, by_class=by_class)
    else:
        page, skipped, by_class = _extract_content(source, tokens, find_titles(source, tokens))
    insertions, name_tags = _find_insertions(page)
    headings = _NONE if keep_noise else HEADING_TAGS - name_tags
    if any(insertions) or any(element.tag in headings for element in page.leading):
        page = extract_page(
            source, tokens, skipped | headings, by_class=by_class, insertions=insertions
        )
    text = page.visible.text
    is_labelled = PLAIN.looks_like(text)
    in_visible = parse_visible_text(
        page.visible, source, format=NAME, keep_noise=keep_noise, is_labelled=is_labelled
    )
    parsed = to_source(in_visible, page.visible, page.left_out)
    if keep_noise:
        return parsed
    if is_labelled:
        return keep_within(parsed, find_talk(page, in_visible.turns), WEB_PAGE_BOILERPLATE)
    main = keep_within(parsed, find_main_content(page), WEB_PAGE_BOILERPLATE)
    if sum(len(turn.text) for turn in main.turns) >= _MIN_MAIN * len(text):
        parsed = main
    return replace(parsed, warnings=(*parsed.warnings, NO_SPEAKERS))


def _extract_content(
    source: str, tokens: Sequence[Token], titles: frozenset[str]
) -> tuple[Page, frozenset[str], bool]:
    """Extract a page without its boilerplate.

    Some pages are in a form as a whole, or have all content in a class of boilerplate; there such
    elements are kept.

    Args:
        source: The page.
        tokens: Its tags and texts.
        titles: Names of heading elements that name nobody.

    Returns:
        The page, the names of the elements that were left out, and whether elements were left out
        by their classes, too.
    """
    total = sum(token.end - token.start for token in tokens if token.kind == "text")
    page = extract_page(source, tokens, BOILERPLATE_TAGS | titles)
    if len(page.visible.text) >= _MAX_LOST * total:
        return page, BOILERPLATE_TAGS | titles, True
    page = extract_page(source, tokens)
    kept = len(page.visible.text)
    if kept >= _MAX_LOST * total:
        return page, BOILERPLATE_TAGS, True
    skipped, by_class = BOILERPLATE_TAGS, True
    without = extract_page(source, tokens, by_class=False)
    if len(without.visible.text) - kept > _MAX_LOST * len(without.visible.text):
        page, by_class, kept = without, False, len(without.visible.text)
    for name in ("form", "header", "aside"):
        if any(token.name == name for token in tokens):
            more = extract_page(source, tokens, skipped - {name}, by_class=by_class)
            size = len(more.visible.text)
            if size - kept > _MAX_LOST * size:
                page, skipped, kept = more, skipped - {name}, size
    return page, skipped, by_class


def _find_insertions(page: Page) -> tuple[Insertions, frozenset[str]]:
    """Find names that only tags show, and the characters that make them labels.

    Returns:
        The characters to insert, and the heading tags that hold names.
    """
    text = page.visible.text
    names: dict[str, list[tuple[LeadingElement, str]]] = {}  # by heading tag; "" for all other tags
    followers: dict[str, list[str]] = {}  # the character behind each on its line
    insertions = Insertions({}, {})
    headings = Counter(element.tag for element in page.leading if element.tag in HEADING_TAGS)
    labels: dict[str, list[str]] = {}  # names with a colon or a time in headings, by tag
    timed: Counter[str] = Counter()
    for element in _find_times(page):
        insertions.within[element.start], insertions.after[element.start] = "(", ") "
    for element in page.leading:
        if not element.tag or CLOCK_REGEX.fullmatch(element.text):
            continue
        after = text[element.until : element.until + 2].lstrip(" ")
        if element.tag in HEADING_TAGS:
            prefix = parse_prefix(strip_question_number(element.text) or element.text)
            if prefix is not None and prefix.name is not None:
                labels.setdefault(element.tag, []).append(prefix.name)
                timed[element.tag] += bool(prefix.stamp)
        if after[:1] in (":", "：", "(", "[") or element.text[-1] in ":：)]":
            continue
        bare = strip_question_number(element.text)
        name = to_name(bare) if bare else None
        before = strip_question_number(element.before)
        if name is not None and (not before or _CLOCK.fullmatch(before)):
            tag = element.tag if element.tag in HEADING_TAGS else ""
            names.setdefault(tag, []).append((element, name))
            follower = after[:1].strip() if element.tag in _BOLD else ""
            followers.setdefault(tag, []).append(follower)
    tags = {
        tag
        for tag, labelled in labels.items()
        if 2 * len(labelled) >= headings[tag] and (timed[tag] or looks_like_speakers(labelled))
    }
    for tag, found in names.items():
        if looks_like_speakers([name for _, name in found]) and not has_sentence_subjects(
            followers[tag]
        ):
            tags.add(tag)
            for element, _ in found:
                follows = CLOCK_REGEX.match(text[element.until : element.until + 20].lstrip(" "))
                insertions.after[element.start] = "" if follows and insertions.within else ": "
    return insertions, frozenset(tags)


def _find_times(page: Page) -> list[LeadingElement]:
    """Find times on lines of their own, or after a name.

    Tags may mark them as times; of others there must be several, which rise.
    """
    text = page.visible.text
    times: list[LeadingElement] = []
    unsure: list[tuple[LeadingElement, str | None]] = []
    for element in page.leading:
        if not CLOCK_REGEX.fullmatch(element.text):
            continue
        name = to_name(element.before.rstrip(":： ")) if element.before else None
        is_alone = (
            not element.before and text[element.until : element.until + 2].lstrip(" ")[:1] in "\n"
        )
        if not (name or is_alone):
            continue
        if element.tag:
            times.append(element)
        else:
            unsure.append((element, name))
    sure = {element.until for element in times}  # the text within the same tag
    unsure = [one for one in unsure if one[0].until not in sure]
    names = [name for _, name in unsure if name]
    if names and not looks_like_speakers(names):
        unsure = [one for one in unsure if one[1] is None]
    if len(unsure) >= _MIN_TIMES and is_rising(
        [parse_clock(element.text) for element, _ in unsure]
    ):
        times.extend(element for element, _ in unsure)
    return times


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
