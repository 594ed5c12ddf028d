"""Tables of the README that follow from declarations: the options, and the formats that are read.

`make tables` writes them anew, between the comments that name them.
"""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.formats.format_detection import FORMATS
from nuggets.option_definitions import Option, declared_options
from tests.processes import ROOT

README = ROOT / "README.md"


def options_table() -> str:
    """The table of options, one row for each declaration."""
    rows = [
        (
            f"`{flags(one)}`",
            f"`{one.name}`",
            f"{one.default}" if one.has_default else one.unset or "none",
            one.flag_help,
            f"“{one.example}”",
        )
        for one in declared_options()
    ]
    return to_table(
        ("flag", "in Python", "default", "what it does", "in a request (`--ask`)"), rows
    )


def flags(one: Option) -> str:
    """The flag of an option as it is typed, such as `-n, --count N`."""
    value = one.metavar or "|".join(one.choices)
    return ", ".join(filter(None, (one.short, f"{one.flag} {value}"))).replace("|", "\\|")


def formats_table() -> str:
    """The table of formats, as they are tried."""
    head = ("format", "where it comes from", "speakers", "times", "what is special")
    return to_table(
        head,
        [(f"`{one.name}`", one.origin, one.speakers, one.times, one.special) for one in FORMATS],
    )


def to_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


TABLES = {"options": options_table, "formats": formats_table}


def fill(text: str) -> str:
    """Put each table between its comments.

    Raises:
        ValueError: The comments of a table are not there.
    """
    for name, make in TABLES.items():
        before, begin, rest = text.partition(
            f"<!-- table of {name}, by tests/tools/readme_tables.py -->\n"
        )
        _, end, after = rest.partition("<!-- end -->\n")
        if not end:
            raise ValueError(f"the README has no place for the table of {name}")
        text = f"{before}{begin}\n{make()}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(fill(README.read_text("utf-8")), "utf-8")
