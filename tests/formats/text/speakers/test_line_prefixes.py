"""Prefixes of all lines: a name that one line shows is known on the others."""

from __future__ import annotations

from nuggets.formats.lines import split_lines
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.line_prefixes import parse_prefixes


def test_a_name_beside_a_time_is_one_without_it() -> None:
    """A label in lower case is no name by itself."""
    source = "guest (00:01:02): So we begin.\nguest: And we go on.\nrather: not this one."
    lines = list(split_lines(source))
    assert [prefix and prefix.name for prefix in parse_prefixes(lines)] == ["guest", "guest", None]
    assert [prefix and prefix.name for prefix in map(parse_prefix, (lines[1].text,))] == [None]


def test_most_lines_have_the_prefix_that_is_read_alone() -> None:
    """Where there are no such names, each line is read by itself."""
    lines = list(split_lines("ANNA: So we begin.\n[0:12] >> BEN: Yes.\nAnd we go on."))
    assert parse_prefixes(lines) == [parse_prefix(line.text) for line in lines]
