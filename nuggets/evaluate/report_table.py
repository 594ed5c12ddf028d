"""Evaluation report as a table, for a terminal or in Markdown (rich)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import MEASURES, GroupScores, Report, format_value
from nuggets.messages import pluralize
from nuggets.render.control_characters import printable

_UNLIMITED_WIDTH = 10_000  # columns given to rich, which then never wraps
_GAP = 2  # blanks between columns


def to_table(report: Report, *, width: int | None = None, bold: bool = False) -> str:
    """Write a report as plain text.

    Args:
        report: What to write.
        width: Columns of the terminal; a wider table is split into several below each other. None:
            one table, however wide.
        bold: Whether to make the best values bold, with ANSI escape sequences.
    """
    parts = [_title(report)]
    for section in _sections(report):
        columns = section.columns
        tables: list[list[list[str]]] = [[columns[0]]]
        for column in columns[1:]:
            taken = sum(_width(one) + _GAP for one in tables[-1])
            if width is not None and len(tables[-1]) > 1 and taken + _width(column) > width:
                tables.append([columns[0]])
            tables[-1].append(column)
        parts += [f"{section.title}\n"] if section.title else []
        parts += [_align(table, section.best, bold=bold) for table in tables]
    return "\n".join([*parts, _notes(report)])


def to_markdown(report: Report) -> str:
    """Write a report as Markdown tables, the best values in bold."""
    lines = [_title(report)]
    for section in _sections(report):
        rows = list(zip(*section.columns, strict=True))
        lines += [f"{section.title}\n"] if section.title else []
        lines += [
            _markdown_row(rows[0]),
            _markdown_row(["---", *("---:" for _ in section.columns[1:])]),
        ]
        for row in rows[1:]:
            cells = [
                f"**{cell}**" if (row[0], title) in section.best and cell else cell
                for title, cell in zip(rows[0], row, strict=True)
            ]
            lines.append(_markdown_row(cells))
        lines.append("")
    return "\n".join([*lines, _notes(report)])


class _Section(NamedTuple):
    """A table of a report.

    Attributes:
        title: Above it; "" where the report has no other.
        columns: Each with its head first; the first column names the systems.
        best: Pairs of a printed system name and a column head where the system is best.
    """

    title: str
    columns: list[list[str]]
    best: frozenset[tuple[str, str]]


def _sections(report: Report) -> Iterator[_Section]:
    """Yield the tables: all measures of each headline group, then the headlines by kind."""
    headlines = report.headline_groups
    for whole_group in headlines:
        group = _measured(whole_group)
        title = ""
        if report.kind == "points":
            foci = pluralize(group.queries, "focus", "foci")
            title = f"whole talk: {foci}" if group.name == "whole" else f"focus: {foci}"
        best = frozenset(
            (printable(name), MEASURES[measure].title)
            for measure in group.measures
            for name in group.best(measure)
        )
        yield _Section(title, [_names(group), *_columns(group)], best)
    if not report.kind_groups:
        return
    columns = [_names(report.kind_groups[0])]
    marked: set[tuple[str, str]] = set()
    for group in report.kind_groups:
        measure = group.headline
        head = MEASURES[measure].title if group.name == "absent" else group.name
        columns.append([head, *_means(group, measure)])
        marked |= {(printable(name), head) for name in group.best(measure)}
    yield _Section(
        "F by kind of focus; share of the absent foci refused", columns, frozenset(marked)
    )


def _measured(group: GroupScores) -> GroupScores:
    """Leave out the systems of which nothing is measured, such as those that need a query."""
    return replace(group, systems=tuple(one for one in group.systems if one.means))


def _title(report: Report) -> str:
    """Describe what was measured: the data set, its size, and the limits."""
    limit = "" if report.max_words is None else f", {report.max_words} words in all"
    asked = ("focus", "foci") if report.kind == "points" else ("query", "queries")
    return (
        f"{printable(report.dataset)}, {report.kind}: {pluralize(report.queries, *asked)} "
        f"to {pluralize(report.documents, 'document')}; at most "
        f"{pluralize(report.count, 'nugget')} of "
        f"{pluralize(report.max_sentences, 'sentence')}{limit}\n"
    )


def _notes(report: Report) -> str:
    """Explain how to read the values."""
    unit, source = ("foci", "talks") if report.kind == "points" else ("queries", "documents")
    notes = [f"Means over {unit}; 95 % intervals by bootstrap over {report.documents} {source}."]
    group = report.headline_groups[0]
    if len(group.systems) > 1:
        first = printable(group.systems[0].name)
        notes.append(f"Δ: {MEASURES[group.headline].title} against {first}, paired.")
    if "f" in report.measures:
        notes.append("F: harmonic mean of points and telling.")
    if any(one.name == "editor" for one in group.systems):
        notes.append("editor: on the foci for which an editor listed the ten best.")
    if "rouge1" in report.measures:
        filled = ", of as many nuggets as they hold" if report.kind == "whole" else ""
        notes.append(f"ROUGE: F1 x 100, stemmed, at {report.rouge_words} words{filled}.")
    return f"{' '.join(notes)}\n"


def _names(group: GroupScores) -> list[str]:
    return ["system", *(printable(one.name) for one in group.systems)]


def _means(group: GroupScores, measure: str) -> list[str]:
    means = [one.means.get(measure) for one in group.systems]
    return ["" if mean is None else format_value(measure, mean.mean) for mean in means]


def _columns(group: GroupScores) -> list[list[str]]:
    """Make the columns, each with its title first; after the headline measure its intervals."""
    columns = []
    for measure in group.measures:
        columns.append([MEASURES[measure].title, *_means(group, measure)])
        if measure != group.headline:
            continue
        means = [one.means.get(measure) for one in group.systems]
        columns.append(["95 %", *(_range(measure, mean, "–") for mean in means)])
        differences = [one.differences.get(measure) for one in group.systems]
        if len(group.systems) > 1 and any(differences):
            columns.append(["Δ 95 %", *(_range(measure, one, " to ") for one in differences)])
    return columns


def _range(measure: str, interval: Interval | None, separator: str) -> str:
    """Write the ends of an interval."""
    if interval is None:
        return ""
    return f"{format_value(measure, interval.low)}{separator}{format_value(measure, interval.high)}"


def _width(column: Sequence[str]) -> int:
    """Count the columns of a terminal that the widest cell takes."""
    from rich.cells import cell_len

    return max(cell_len(cell) for cell in column)


def _align(
    columns: Sequence[Sequence[str]], best: frozenset[tuple[str, str]], *, bold: bool
) -> str:
    """Write columns beside each other, names to the left and numbers to the right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="", pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(Text(column[0]), justify="right" if number else "left", no_wrap=True)
    for row in list(zip(*columns, strict=True))[1:]:
        table.add_row(
            *(
                Text(cell, style="bold" if bold and (row[0], column[0]) in best else "")
                for cell, column in zip(row, columns, strict=True)
            )
        )
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=_UNLIMITED_WIDTH,
        force_terminal=bold,
        color_system="standard" if bold else None,
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
