"""Elements of a web page, headings and notes on lines of their own; footers."""

from __future__ import annotations

from nuggets.formats.text.boilerplate.contents import ENTRY
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.boilerplate.web_pages import (
    HEADING,
    count_footers,
    find_noise,
    is_footer,
)


def find_page_elements(text: ReadText) -> dict[int, str]:
    """Find elements of a page, headings and notes that fill a block of lines or are at its edge.

    Returns:
        The reason to leave each out, by its index.
    """
    reasons: dict[int, str] = {}
    matches = (ENTRY.match(line.text) for line in text.lines[: text.first])
    entries = {entry["words"] for entry in matches if entry}
    begin = text.first
    while begin < text.end:
        until = begin + 1
        while (
            until < text.end
            and not text.lines[until].has_blank_line_above
            and text.has_words_only(until)
        ):
            until += 1
        after_label = not text.has_words_only(begin)
        block = [line.text for line in text.lines[begin + after_label : until]]
        if len(block) == 1 and not after_label and block[0] in entries:
            reasons[begin] = HEADING
        elif block:
            found = find_noise(block, after_label=after_label)
            # A link below a label alone is what the speaker sends.
            is_sent = after_label and text.is_prefix_alone(begin) and all(found)
            at = enumerate(() if is_sent else found, start=begin + after_label)
            reasons |= {i: reason for i, reason in at if reason is not None}
        begin = until
    return reasons


def find_footers(text: ReadText, known: frozenset[int]) -> list[int]:
    """Find the lines at the end of a file that only say who or what transcribed it.

    Args:
        text: The lines.
        known: Indices of the lines that are known not to be speech.
    """
    size = len(text.lines)
    footers = count_footers(
        [line.text if text.has_words_only(i) else "" for i, line in enumerate(text.lines)],
        [line.has_blank_line_above or i - 1 in known for i, line in enumerate(text.lines)],
        ["" if i in known else None for i in range(size)],
    )
    return [
        i for i in range(size - footers, size) if i not in known or is_footer(text.lines[i].text)
    ]
