"""Possible prefixes of all lines of a file, those included that one line alone cannot show."""

from __future__ import annotations

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.initials import read_initials, read_questions
from nuggets.formats.text.speakers.labels import LinePrefix, parse_known_label, parse_prefix
from nuggets.formats.text.speakers.long_labels import read_long_labels
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.unusual_labels import read_unusual_labels


def parse_prefixes(lines: list[Line]) -> list[LinePrefix | None]:
    """Parse the possible prefix of each line.

    Words before a colon and a time are a name, however they are written, and then also where they
    are without a time.
    """
    prefixes = read_initials(lines, [parse_prefix(line.text) for line in lines])
    prefixes = read_questions(lines, prefixes)
    prefixes = read_unusual_labels(lines, read_long_labels(lines, prefixes))
    timed = {
        prefix.name for prefix in prefixes if prefix and prefix.name and prefix.stamp == "header"
    }
    known = {name for name in timed if name and to_name(name) is None}
    if not known:
        return prefixes
    return [
        prefix if prefix and prefix.name else parse_known_label(line.text, known) or prefix
        for line, prefix in zip(lines, prefixes, strict=True)
    ]
