"""Names that only the tags of a page show (bold type, headings, classes), and times beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.formats.documents.html_boilerplate import HEADING_TAGS
from nuggets.formats.documents.names_in_markup import (
    has_sentence_subjects,
    looks_like_speakers,
    strip_question_number,
)
from nuggets.formats.documents.page import Insertions, LeadingElement, Page
from nuggets.formats.documents.page_parts import PagePart
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.boilerplate.web_pages import HEADING
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import CLOCK, CLOCK_REGEX, parse_clock
from nuggets.values import Span

ROLE = "role of a speaker"
NICK = "name in a chat"

_BOLD = frozenset("b strong".split())
_CLOCK = re.compile(rf"[\[(]?\s*{CLOCK}\s*[\])]?(?:\s*[-–—|•·])?")
_MIN_TIMES = 3  # between tags that do not mark them as times; by eye, as are the others
_ROLE = re.compile(r"\s*(?:--|[-–—|,/·•])\s*\S")
_MAX_ROLE_CHARS = 120
_MAX_SENTENCES = 0.2  # share of what is behind names that ends like a sentence
_NICK = re.compile(r"<(?P<name>[^\s<>]{1,30})>:?")
_LINK = re.compile(r"\s*https?://\S+\s*")
_NO_HEADING_ENDS = frozenset('.?!…:：,;。？！"”»)]')
_MAX_BOLD = 0.1  # share of lines that are bold headings


class PageNames(NamedTuple):
    """Names that only tags show.

    Attributes:
        insertions: The characters that make them labels.
        tags: The heading tags that hold names.
        parts: What is around the names and is not said by them.
    """

    insertions: Insertions
    tags: frozenset[str]
    parts: list[PagePart]


def find_names(page: Page) -> PageNames:
    """Find the names that only tags show."""
    text = page.visible.text
    names: dict[str, list[tuple[LeadingElement, str]]] = {}  # by heading tag; "" for all other tags
    followers: dict[str, list[str]] = {}  # the character behind each on its line
    insertions = Insertions({}, {})
    roles: list[Span] = []
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
            roles += _find_roles(text, [element for element, _ in found])
            for element, _ in found:
                follows = CLOCK_REGEX.match(text[element.until : element.until + 20].lstrip(" "))
                insertions.after[element.start] = "" if follows and insertions.within else ": "
    parts = [part for start, end in roles if (part := _to_part(page, start, end, ROLE))]
    parts += _find_nicks(page)
    parts += _find_bold_lines(page)
    return PageNames(insertions, frozenset(tags), parts)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _to_part(
    page: Page, start: int, end: int, reason: str, speaker: str | None = None
) -> PagePart | None:
    """Find a part of the visible text in the source."""
    place = page.visible.locate(start, end)
    return PagePart(*place, reason, speaker) if place else None


def _find_roles(text: str, elements: Sequence[LeadingElement]) -> list[Span]:
    """Find the roles behind names on lines of their own, such as `-- Chief Executive Officer`."""
    found: list[tuple[int, int]] = []
    sentences = 0
    for element in elements:
        end = _end_of_line(text, element.until)
        if _ROLE.match(text, element.until, end) and end - element.until <= _MAX_ROLE_CHARS:
            found.append((element.until, end))
            sentences += text[end - 1] in SENTENCE_ENDS
    return found if sentences <= _MAX_SENTENCES * len(found) else []


def _find_nicks(page: Page) -> list[PagePart]:
    """Find lines of a chat between the lines of a talk: `<nick> text`, the nick marked by a tag."""
    text = page.visible.text
    parts: list[PagePart] = []
    for element in page.leading:
        match = _NICK.fullmatch(element.text)
        if element.tag and match and not element.before:
            end = _end_of_line(text, element.until)
            label = _to_part(page, element.until - len(element.text), element.until, NICK)
            is_link = _LINK.fullmatch(text[element.until : end]) is not None
            said = _to_part(page, element.until, end, NICK if is_link else "", match["name"])
            parts += [part for part in (label, said) if part]
    return parts


def _find_bold_lines(page: Page) -> list[PagePart]:
    """Find lines in bold type that are neither names nor sentences, if few lines are bold."""
    text = page.visible.text
    found: list[PagePart] = []
    for element in page.leading:
        if element.tag not in _BOLD or element.before or element.text[-1] in _NO_HEADING_ENDS:
            continue
        begin = element.until - len(element.text)
        is_alone = text[begin - 1 : begin] in ("", "\n")
        if not is_alone or _end_of_line(text, element.until) != element.until:
            continue
        if to_name(strip_question_number(element.text) or element.text) is None:
            part = _to_part(page, begin, element.until, HEADING)
            found += [part] if part else []
    return found if len(found) <= _MAX_BOLD * len(page.lines) else []


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
