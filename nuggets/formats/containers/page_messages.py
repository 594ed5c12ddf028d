"""Messages about lines of what is read of a PDF, told by its pages and their lines."""

from __future__ import annotations

import re
from bisect import bisect_right

from nuggets.formats.containers.container import Extracted
from nuggets.formats.lines import line_bounds

_LINE = re.compile(r"line (?P<number>[0-9]+): ")


def relocate(message: str, extracted: Extracted) -> str:
    """Replace the number of a line of what is read, with which a message begins."""
    match = _LINE.match(message)
    if match is None:
        return message
    line, page = to_page(int(match["number"]), extracted)
    return f"line {line}: {page}{message[match.end() :]}"


def to_page(number: int | None, extracted: Extracted) -> tuple[int | None, str]:
    """Find a line of what is read on its page.

    Returns:
        Its number there, and words for the page; None and "" where no line is known.
    """
    visible, lines = extracted.visible, extracted.page_lines
    if number is None or visible is None or not lines:
        return number, ""
    place = visible.locate(*line_bounds(visible.text, number))
    at = bisect_right([line.start for line in lines], place[0] if place else 0) - 1
    found = lines[max(0, at)]
    return found.line, f"on page {found.page}, "
