"""The rules of what is not speech, in the order in which they are asked, and their engine.

Each rule looks at all lines and says which of them are its own; a line belongs to the first rule
that claims it. The tables say where its lines may stand: above the talk, below it, or within.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from nuggets.formats.format import WEB_PAGE_BOILERPLATE
from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.below_the_talk import (
    find_comments,
    find_footnotes,
    find_last_list,
    find_page_keys,
    find_signature,
)
from nuggets.formats.text.boilerplate.beside_the_talk import (
    CHAT,
    COMINGS,
    MINUTES,
    find_keys,
    find_phrases,
)
from nuggets.formats.text.boilerplate.constituencies import find_constituencies
from nuggets.formats.text.boilerplate.contents import find_contents
from nuggets.formats.text.boilerplate.court import (
    find_end_of_testimony,
    find_examinations,
    find_first_testimony,
    find_interjections,
    find_notes,
    find_oaths,
)
from nuggets.formats.text.boilerplate.headings import (
    find_advertisements,
    find_chapters,
    find_headings_in_capitals,
    find_numbered_headings,
    find_places,
    find_titles,
    find_untimed_headings,
)
from nuggets.formats.text.boilerplate.key_values import end_of_metadata
from nuggets.formats.text.boilerplate.page_elements import find_footers, find_page_elements
from nuggets.formats.text.boilerplate.page_headers import (
    PAGE,
    find_page_headers,
    find_ruled_footnotes,
)
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.boilerplate.reasons import AFTER, BEFORE
from nuggets.formats.text.boilerplate.talk_bounds import find_first_speech, find_other_section
from nuggets.formats.text.boilerplate.web_pages import FOOTER, HEADING, NOTE
from nuggets.formats.text.speakers.line_reading import LineReading

CONTENTS = "table of contents"
CHAT_REASON = "chat beside the talk"
COMINGS_REASON = "notice of the chat"
MINUTES_REASON = "action or decision"
CONSTITUENCY = "constituency and party"
KEY = "note, key or heading"


class Bound(NamedTuple):
    """Where the talk begins or ends: `find` returns the index of its first line, or after its last.

    Attributes:
        name: What the file has there.
        find: Looks for it; returns the bound that is known already where there is nothing.
    """

    name: str
    find: Callable[[ReadText], int]


class Rule(NamedTuple):
    """A kind of lines within the talk that are not speech.

    Attributes:
        name: The kind.
        find: Finds the lines, by their index, with the reason to leave each out.
    """

    name: str
    find: Callable[[ReadText], Mapping[int, str]]


def _because(
    reason: str, find: Callable[[ReadText], Iterable[int]]
) -> Callable[[ReadText], Mapping[int, str]]:
    """Give all lines that a rule finds the same reason."""
    return lambda text: dict.fromkeys(find(text), reason)


ABOVE: tuple[Bound, ...] = (
    Bound("table of contents", lambda text: find_contents(text).stop),
    Bound("keys and values", lambda text: end_of_metadata(text.lines, text.readings)),
    Bound("first label, mark or time", find_first_speech),
    Bound("parties and counsel of a court", find_first_testimony),
)
BELOW: tuple[Bound, ...] = (
    Bound("end of a hearing, certificate", find_end_of_testimony),
    Bound("other section of a page, summary", find_other_section),
    Bound("comments of readers", find_comments),
    Bound("list of people or tasks", find_last_list),
    Bound("end of a letter", find_signature),
    Bound("footnotes", find_footnotes),
    Bound("tags and links at the foot of a page", find_page_keys),
)
WITHIN: tuple[Rule, ...] = (
    Rule("elements of a web page, headings, notes", find_page_elements),
    Rule("heading without a time", _because(HEADING, find_untimed_headings)),
    Rule("footnote below a rule", _because(NOTE, find_ruled_footnotes)),
    Rule("head or foot of a page", _because(PAGE, find_page_headers)),
    Rule("title above a name", _because(HEADING, find_titles)),
    Rule("chat beside the talk", _because(CHAT_REASON, partial(find_phrases, phrase=CHAT))),
    Rule("who comes and goes", _because(COMINGS_REASON, partial(find_phrases, phrase=COMINGS))),
    Rule("action, decision", _because(MINUTES_REASON, partial(find_phrases, phrase=MINUTES))),
    Rule("note, key, item, scene, caption", _because(KEY, find_keys)),
    Rule("heading in capitals", _because(HEADING, find_headings_in_capitals)),
    Rule("heading with a number", _because(HEADING, find_numbered_headings)),
    Rule("place of a scene", _because(HEADING, find_places)),
    Rule("advertisement", _because(WEB_PAGE_BOILERPLATE, find_advertisements)),
    Rule("chapter with its time", _because(HEADING, find_chapters)),
    Rule("constituency and party", _because(CONSTITUENCY, find_constituencies)),
    Rule("who examines whom", _because(HEADING, find_examinations)),
    Rule("note of the reporter", _because(NOTE, find_notes)),
    Rule("what others call out", _because(NOTE, find_interjections)),
    Rule("who was sworn in", _because(HEADING, find_oaths)),
)


def find_boilerplate(
    source: str, lines: Sequence[Line], readings: Sequence[LineReading]
) -> list[str | None]:
    """Find the reason to leave out each line of a file; None where it is speech.

    Args:
        source: The decoded text.
        lines: Its lines.
        readings: How each line is read.
    """
    text = ReadText(source, lines, readings)
    for bound in ABOVE:
        text.first = max(text.first, bound.find(text))
    for bound in BELOW:
        text.end = max(text.first, min(text.end, bound.find(text)))
    found: dict[int, str] = dict.fromkeys(range(text.first), BEFORE)
    found |= dict.fromkeys(find_contents(text), CONTENTS)
    found |= dict.fromkeys(range(text.end, len(lines)), AFTER)
    for rule in WITHIN:
        for i, reason in rule.find(text).items():
            found.setdefault(i, reason)
    found |= dict.fromkeys(find_footers(text, frozenset(found)), FOOTER)
    return [found.get(i) for i in range(len(lines))]
