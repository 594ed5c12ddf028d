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

from nuggets.formats.documents.as_text import read_view
from nuggets.formats.documents.boilerplate import FURNITURE, HEADINGS, SKIPPED
from nuggets.formats.documents.headings import find_titles
from nuggets.formats.documents.html_tags import Token, cut_tags
from nuggets.formats.documents.main_content import find_main, find_talk
from nuggets.formats.documents.page_lines import Inserts, Lead, Page, show
from nuggets.formats.documents.set_off_names import are_in_sentences, names_recur, without_number
from nuggets.formats.documents.visible_text import keep_within, to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.garbage_collection import gc_paused
from nuggets.formats.text.plain import PLAIN
from nuggets.formats.text.speakers.labels import read_head
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.timestamps import rise
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
    tokens = list(cut_tags(source))
    if keep_noise:
        page, skipped, by_words = show(source, tokens, frozenset(), by_words=False), _NONE, False
    else:
        page, skipped, by_words = _show_talk(source, tokens, find_titles(source, tokens))
    inserts, name_tags = _find_inserts(page)
    headings = _NONE if keep_noise else HEADINGS - name_tags
    if any(inserts) or any(lead.tag in headings for lead in page.leads):
        page = show(source, tokens, skipped | headings, by_words=by_words, inserts=inserts)
    text = page.view.text
    is_marked = PLAIN.looks_like(text)
    shown = read_view(page.view, source, format=NAME, keep_noise=keep_noise, is_marked=is_marked)
    parsed = to_source(shown, page.view, page.left_out)
    if keep_noise:
        return parsed
    if is_marked:
        return keep_within(parsed, find_talk(page, shown.turns), FURNITURE)
    main = keep_within(parsed, find_main(page), FURNITURE)
    if sum(len(turn.text) for turn in main.turns) >= _LEAST_MAIN * len(text):
        parsed = main
    return replace(parsed, warnings=(*parsed.warnings, NO_SPEAKERS))


def _show_talk(
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
    page = show(source, tokens, SKIPPED | titles)
    if len(page.view.text) >= _MOST_LOST * everything:
        return page, SKIPPED | titles, True
    page = show(source, tokens)
    shown = len(page.view.text)
    if shown >= _MOST_LOST * everything:
        return page, SKIPPED, True
    skipped, by_words = SKIPPED, True
    without = show(source, tokens, by_words=False)
    if len(without.view.text) - shown > _MOST_LOST * len(without.view.text):
        page, by_words, shown = without, False, len(without.view.text)
    for name in ("form", "header", "aside"):
        if any(token.name == name for token in tokens):
            more = show(source, tokens, skipped - {name}, by_words=by_words)
            size = len(more.view.text)
            if size - shown > _MOST_LOST * size:
                page, skipped, shown = more, skipped - {name}, size
    return page, skipped, by_words


def _find_inserts(page: Page) -> tuple[Inserts, frozenset[str]]:
    """Find names that only tags set off, and what to write around them to make them labels.

    Returns:
        What to insert, and which heading tags hold names.
    """
    text = page.view.text
    names: dict[str, list[tuple[Lead, str]]] = {}  # by heading tag, or "" for all else
    followers: dict[str, list[str]] = {}  # what comes behind each on its line
    inserts = Inserts({}, {})
    headings = Counter(lead.tag for lead in page.leads if lead.tag in HEADINGS)
    labels: dict[str, list[str]] = {}  # names with a colon or a time in headings, by tag
    timed: Counter[str] = Counter()
    for lead in _find_times(page):
        inserts.within[lead.start], inserts.after[lead.start] = "(", ") "
    for lead in page.leads:
        if not lead.tag or _BARE_CLOCK.fullmatch(lead.text):
            continue
        after = text[lead.until : lead.until + 2].lstrip(" ")
        if lead.tag in HEADINGS:
            head = read_head(without_number(lead.text) or lead.text)
            if head is not None and head.name is not None:
                labels.setdefault(lead.tag, []).append(head.name)
                timed[lead.tag] += bool(head.stamp)
        if after[:1] in (":", "：", "(", "[") or lead.text[-1] in ":：)]":
            continue
        bare = without_number(lead.text)
        name = to_name(bare) if bare else None
        before = without_number(lead.before)
        if name is not None and (not before or _CLOCK.fullmatch(before)):
            tag = lead.tag if lead.tag in HEADINGS else ""
            names.setdefault(tag, []).append((lead, name))
            follower = after[:1].strip() if lead.tag in _BOLD else ""
            followers.setdefault(tag, []).append(follower)
    tags = {
        tag
        for tag, heads in labels.items()
        if 2 * len(heads) >= headings[tag] and (timed[tag] or names_recur(heads))
    }
    for tag, found in names.items():
        if names_recur([name for _, name in found]) and not are_in_sentences(followers[tag]):
            tags.add(tag)
            for lead, _ in found:
                follows = _BARE_CLOCK.match(text[lead.until : lead.until + 20].lstrip(" "))
                inserts.after[lead.start] = "" if follows and inserts.within else ": "
    return inserts, frozenset(tags)


def _find_times(page: Page) -> list[Lead]:
    """Find times that stand alone on their lines, or after a name.

    Tags may say that they are times; of others, several are needed, which rise.
    """
    text = page.view.text
    times: list[Lead] = []
    unsure: list[tuple[Lead, str | None]] = []
    for lead in page.leads:
        if not _BARE_CLOCK.fullmatch(lead.text):
            continue
        name = to_name(lead.before.rstrip(":： ")) if lead.before else None
        is_alone = not lead.before and text[lead.until : lead.until + 2].lstrip(" ")[:1] in "\n"
        if not (name or is_alone):
            continue
        if lead.tag:
            times.append(lead)
        else:
            unsure.append((lead, name))
    sure = {lead.until for lead in times}  # the text within the same tag
    unsure = [one for one in unsure if one[0].until not in sure]
    names = [name for _, name in unsure if name]
    if names and not names_recur(names):
        unsure = [one for one in unsure if one[1] is None]
    if len(unsure) >= _LEAST_TIMES and rise([parse_clock(lead.text) for lead, _ in unsure]):
        times.extend(lead for lead, _ in unsure)
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
