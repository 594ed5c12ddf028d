"""Saved web pages with a transcript in them.

The page's visible text is read as plain text is: labels, times, marks. What stands outside of the
element that holds the talk is furniture of the page. Names that only the tags set off (bold type,
a table cell, a class "speaker") count as labels where they recur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from nuggets.formats.documents.as_text import parse_visible_text
from nuggets.formats.documents.html_boilerplate import BOILERPLATE, BOILERPLATE_TAGS, HEADING_TAGS
from nuggets.formats.documents.html_headings import find_titles
from nuggets.formats.documents.html_tags import Token, tokenize
from nuggets.formats.documents.main_content import find_main_content, find_talk
from nuggets.formats.documents.names_in_markup import (
    are_sentence_subjects,
    names_recur,
    strip_question_number,
)
from nuggets.formats.documents.page_lines import Insertions, LeadingElement, Page, extract_page
from nuggets.formats.documents.visible_text import keep_within, to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.garbage_collection import gc_paused
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import CLOCK, parse_clock

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
_BEGINS_LINE = re.compile(r"(?m)^[ \t]*+<")
_BOLD = frozenset("b strong".split())
_SAMPLE = 200_000
_END_REACH = 1000
_LEAST_CLOSINGS = 6
_LEAST_TAGGED = 0.5  # closing tags for each line
_LEAST_BEGUN = 0.3  # share of lines that begin with a tag ...
_MANY_TAGGED = 3  # ... unless there are so many closing tags for each
_CLOCK = re.compile(rf"[\[(]?\s*{CLOCK}\s*[\])]?(?:\s*[-–—|•·])?")
_BARE_CLOCK = re.compile(CLOCK)
_MOST_LOST = 0.5  # share of the page's text that what looks like furniture may hold
_LEAST_TIMES = 3  # between tags that do not say what they are
_LEAST_MAIN = 0.3  # share of the page's text in what calls itself its main part


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
    if closings < _LEAST_CLOSINGS or closings < _LEAST_TAGGED * lines:
        return False
    begun = sum(1 for _ in _BEGINS_LINE.finditer(sample))  # else people may talk of tags
    return begun >= _LEAST_BEGUN * lines or closings >= _MANY_TAGGED * lines


@gc_paused()
def parse_html(source: str, *, keep_noise: bool = False) -> Parsed:
    """Read the talk of a page, or all of its main text where nobody is named.

    Args:
        source: The page.
        keep_noise: Whether all that is seen of the page is read as speech.
    """
    tokens = list(tokenize(source))
    if keep_noise:
        page, skipped, by_class = (
            extract_page(source, tokens, frozenset(), by_class=False),
            _NONE,
            False,
        )
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
    shown = parse_visible_text(
        page.visible, source, format=NAME, keep_noise=keep_noise, is_labelled=is_labelled
    )
    parsed = to_source(shown, page.visible, page.left_out)
    if keep_noise:
        return parsed
    if is_labelled:
        return keep_within(parsed, find_talk(page, shown.turns), BOILERPLATE)
    main = keep_within(parsed, find_main_content(page), BOILERPLATE)
    if sum(len(turn.text) for turn in main.turns) >= _LEAST_MAIN * len(text):
        parsed = main
    return replace(parsed, warnings=(*parsed.warnings, NO_SPEAKERS))


def _extract_content(
    source: str, tokens: Sequence[Token], titles: frozenset[str]
) -> tuple[Page, frozenset[str], bool]:
    """Show a page without its furniture: some pages stand in a form as a whole, or call all so.

    Args:
        source: The page.
        tokens: Its tags and texts.
        titles: Names of elements that are headings and name nobody.

    Returns:
        The page, the names of elements that are furniture, and whether what calls itself a
        sidebar and the like is.
    """
    everything = sum(token.end - token.start for token in tokens if token.kind == "text")
    page = extract_page(source, tokens, BOILERPLATE_TAGS | titles)
    if len(page.visible.text) >= _MOST_LOST * everything:
        return page, BOILERPLATE_TAGS | titles, True
    page = extract_page(source, tokens)
    shown = len(page.visible.text)
    if shown >= _MOST_LOST * everything:
        return page, BOILERPLATE_TAGS, True
    skipped, by_class = BOILERPLATE_TAGS, True
    without = extract_page(source, tokens, by_class=False)
    if len(without.visible.text) - shown > _MOST_LOST * len(without.visible.text):
        page, by_class, shown = without, False, len(without.visible.text)
    for name in ("form", "header", "aside"):
        if any(token.name == name for token in tokens):
            more = extract_page(source, tokens, skipped - {name}, by_class=by_class)
            size = len(more.visible.text)
            if size - shown > _MOST_LOST * size:
                page, skipped, shown = more, skipped - {name}, size
    return page, skipped, by_class


def _find_insertions(page: Page) -> tuple[Insertions, frozenset[str]]:
    """Find names that only tags set off, and what to write around them to make them labels.

    Returns:
        What to insertion, and which heading tags hold names.
    """
    text = page.visible.text
    names: dict[str, list[tuple[LeadingElement, str]]] = {}  # by heading tag, or "" for all else
    followers: dict[str, list[str]] = {}  # what comes behind each on its line
    insertions = Insertions({}, {})
    headings = Counter(element.tag for element in page.leading if element.tag in HEADING_TAGS)
    labels: dict[str, list[str]] = {}  # names with a colon or a time in headings, by tag
    timed: Counter[str] = Counter()
    for element in _find_times(page):
        insertions.within[element.start], insertions.after[element.start] = "(", ") "
    for element in page.leading:
        if not element.tag or _BARE_CLOCK.fullmatch(element.text):
            continue
        after = text[element.until : element.until + 2].lstrip(" ")
        if element.tag in HEADING_TAGS:
            head = parse_prefix(strip_question_number(element.text) or element.text)
            if head is not None and head.name is not None:
                labels.setdefault(element.tag, []).append(head.name)
                timed[element.tag] += bool(head.stamp)
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
        for tag, heads in labels.items()
        if 2 * len(heads) >= headings[tag] and (timed[tag] or names_recur(heads))
    }
    for tag, found in names.items():
        if names_recur([name for _, name in found]) and not are_sentence_subjects(followers[tag]):
            tags.add(tag)
            for element, _ in found:
                follows = _BARE_CLOCK.match(text[element.until : element.until + 20].lstrip(" "))
                insertions.after[element.start] = "" if follows and insertions.within else ": "
    return insertions, frozenset(tags)


def _find_times(page: Page) -> list[LeadingElement]:
    """Find times that stand alone on their lines, or after a name.

    Tags may say that they are times; of others, several are needed, which is_rising.
    """
    text = page.visible.text
    times: list[LeadingElement] = []
    unsure: list[tuple[LeadingElement, str | None]] = []
    for element in page.leading:
        if not _BARE_CLOCK.fullmatch(element.text):
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
    if names and not names_recur(names):
        unsure = [one for one in unsure if one[1] is None]
    if len(unsure) >= _LEAST_TIMES and is_rising(
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
