"""Transcripts in Markdown: headings, bold labels, quotations, links, tables, front matter.

The text is read like plain text, once the markup is stripped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from nuggets.formats.documents.as_text import parse_visible_text
from nuggets.formats.documents.front_matter import end_of_front_matter
from nuggets.formats.documents.main_content import MAX_BELOW
from nuggets.formats.documents.markdown_lines import read_markdown_lines
from nuggets.formats.documents.names_in_markup import looks_like_dialogue
from nuggets.formats.documents.visible_text import keep_within, to_source
from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.text.boilerplate.reasons import AFTER
from nuggets.formats.text.boilerplate.talk_bounds import is_page_section_heading
from nuggets.formats.text.boilerplate.web_pages import HEADING
from nuggets.formats.text.plain import PLAIN
from nuggets.values import Span

NAME = "markdown"

_BOLD_LABEL = re.compile(
    r"(?m)^[ \t]{0,8}(?:[>*+-] {0,3}){0,3}(?:\*\*|__)[^\s*_][^*_\r\n]{0,90}(?:\*\*|__)"
)
_LINK = re.compile(
    r"\[[^\[\]\r\n]{0,300}\]\((?:https?://|mailto:|/|\.{1,2}/|#|<"
    r"|[^()\s]{1,200}\.(?:html?|md|pdf|png|jpe?g|gif|webp|svg|php)\b)"
    r"|(?m:^) {0,3}\[[^\[\]\r\n]{1,100}\]:[ \t]{1,10}<?https?://",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"(?m)^ {0,3}#{1,6}[ \t]+\S|\\[\[\]*_<>#]|\[\^[^\[\]\s]{1,50}\]"
    r"|^[ \t]{0,20}(?:\|.{1,2000}\|[ \t]{0,20}$|\|?[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|)"
)
_BESIDE = re.compile(  # sections beside a talk, in minutes of meetings
    r"(?:zoom |meeting |webex )?chat(?: log| transcript| messages)?|attend(?:ees|ance)|participants"
    r"|present|(?:roll call|regrets)|next (?:meeting|call|steps)|action items|actions"
    r"|(?:summary of )?(?:decisions|resolutions|action items)|upcoming(?: meetings)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?m)^[ \t]{0,20}[-*+][ \t]{1,4}\[\w[\w .'-]{1,40}\][ \t]+\w")
_SAMPLE = 300_000  # characters; by eye, as are the next two
_MIN_TIMED = 3  # labels in bold type with a time
_MIN_PICTURES = 2  # of a talk with slides, whoever says them


@gc_paused()
def looks_like_markdown(source: str) -> bool:
    """Whether a text has front matter, or Markdown's structure and labels or times."""
    sample = source[:_SAMPLE]
    front = end_of_front_matter(sample)
    has_links = _LINK.search(sample) is not None
    is_structured = front > 0 or has_links or _STRUCTURE.search(sample) is not None
    has_bold = _BOLD_LABEL.search(sample) is not None
    if not (is_structured or has_bold or _BRACKETED.search(sample)):
        return False
    reader = read_markdown_lines(sample)
    text = reader.visible.text
    if not text:
        return False
    if front or reader.pictures >= _MIN_PICTURES:
        return True
    if not is_structured:
        has_bold = reader.has_numbers or (
            "bold" in reader.kinds and looks_like_dialogue(reader.names["bold"])
        )
        has_bold = has_bold or len(reader.names.get("timed", ())) >= _MIN_TIMED
    return PLAIN.looks_like(text) and (
        reader.has_headings or reader.has_rows or bool(reader.kinds) or has_bold or has_links
    )


@gc_paused()
def parse_markdown(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the text without its markup; headings and front matter are left out.

    Args:
        source: The decoded text.
        keep_noise: Whether headings, and all else that may be speech, are read as speech.
    """
    reader = read_markdown_lines(source, keep_headings=keep_noise)
    in_visible = parse_visible_text(reader.visible, source, format=NAME, keep_noise=keep_noise)
    parsed = to_source(in_visible, reader.visible, reader.left_out)
    if keep_noise or not (parsed.turns and parsed.turns[-1].speaker):
        return parsed
    end = _find_end(source, parsed, reader.breaks)
    return parsed if end is None else keep_within(parsed, (0, end), AFTER)


def _find_end(source: str, parsed: Parsed, breaks: Sequence[int]) -> int | None:
    """Find where something else begins below the last label: a page section, notes, links.

    A heading, a rule or a line of links ends the talk where little follows, and where no speaker
    goes on below such a line within the talk.
    """
    first, last = (parsed.turns[i].runs[0].start for i in (0, -1))
    for left in parsed.left_out:
        if left.reason == HEADING and left.start > last:
            words = source[left.start : left.end].strip("# \t")
            words = words.strip("*_: ")
            if is_page_section_heading(words) or _BESIDE.fullmatch(words):  # as in plain text
                return left.start
    below = next((place for place in breaks if place > last), None)
    if below is None or sum(end - start for start, end in _spans_from(parsed, below)) > (
        MAX_BELOW * sum(len(turn.text) for turn in parsed.turns)
    ):
        return None
    begins = {turn.runs[0].start for turn in parsed.turns}
    runs = [run.start for turn in parsed.turns for run in turn.runs]
    for place in breaks:
        if first < place <= last and runs[bisect_left(runs, place)] not in begins:
            return None
    return below


def _spans_from(parsed: Parsed, place: int) -> list[Span]:
    """Return the spans of the last turn in the source from an offset on."""
    return [(run.start, run.end) for run in parsed.turns[-1].runs if run.start >= place]


MARKDOWN = Format(
    NAME,
    origin="transcripts in Markdown",
    speakers="where named",
    times="turn",
    looks_like=looks_like_markdown,
    parse=parse_markdown,
    parse_all=partial(parse_markdown, keep_noise=True),
    special="headings and front matter are left out; marks of emphasis are not quoted",
)
