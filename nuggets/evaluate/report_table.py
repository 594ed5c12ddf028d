"""Evaluation report as a table, for a terminal or in Markdown (rich)."""

from __future__ import annotations

import io
from collections.abc import Sequence

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import MEASURES, Report, format_value
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
    columns = [_names(report), *_columns(report)]
    tables: list[list[list[str]]] = [[columns[0]]]
    for column in columns[1:]:
        taken = sum(_width(one) + _GAP for one in tables[-1])
        if width is not None and len(tables[-1]) > 1 and taken + _width(column) > width:
            tables.append([columns[0]])
        tables[-1].append(column)
    best = _best(report)
    parts = [_title(report), *(_align(table, best, bold=bold) for table in tables), _notes(report)]
    return "\n".join(parts)


def to_markdown(report: Report) -> str:
    """Write a report as a Markdown table, the best values in bold."""
    best = _best(report)
    columns = [_names(report), *_columns(report)]
    rows = list(zip(*columns, strict=True))
    lines = [_markdown_row(rows[0]), _markdown_row(["---", *("---:" for _ in columns[1:])])]
    for row in rows[1:]:
        cells = [
            f"**{cell}**" if (row[0], title) in best and cell else cell
            for title, cell in zip(rows[0], row, strict=True)
        ]
        lines.append(_markdown_row(cells))
    return "\n".join([_title(report), *lines, "", _notes(report)])


def _title(report: Report) -> str:
    """Describe what was measured: the data set, its size, and the limits."""
    limit = "" if report.max_words is None else f", {report.max_words} words in all"
    return (
        f"{printable(report.dataset)}, {report.kind}: "
        f"{pluralize(report.queries, 'query', 'queries')} "
        f"to {pluralize(report.documents, 'document')}; at most "
        f"{pluralize(report.count, 'nugget')} of "
        f"{pluralize(report.max_sentences, 'sentence')}{limit}\n"
    )


def _notes(report: Report) -> str:
    """Explain how to read the values."""
    notes = [f"Means over queries; 95 % intervals by bootstrap over {report.documents} documents."]
    if len(report.systems) > 1:
        first = printable(report.systems[0].name)
        notes.append(f"Δ: {MEASURES[report.headline].title} against {first}, paired.")
    if "rouge1" in report.measures:
        filled = ", of as many nuggets as they hold" if report.kind == "whole" else ""
        notes.append(f"ROUGE: F1 x 100, stemmed, at {report.rouge_words} words{filled}.")
    return f"{' '.join(notes)}\n"


def _names(report: Report) -> list[str]:
    return ["system", *(printable(one.name) for one in report.systems)]


def _columns(report: Report) -> list[list[str]]:
    """Make the columns, each with its title first; after the headline measure its intervals."""
    columns = []
    for measure in report.measures:
        means = [one.means.get(measure) for one in report.systems]
        title = MEASURES[measure].title
        columns.append(
            [title, *("" if m is None else format_value(measure, m.mean) for m in means)]
        )
        if measure != report.headline:
            continue
        columns.append(["95 %", *(_range(measure, mean, "–") for mean in means)])
        if len(report.systems) > 1:
            differences = [one.differences.get(measure) for one in report.systems]
            columns.append(["Δ 95 %", *(_range(measure, one, " to ") for one in differences)])
    return columns


def _range(measure: str, interval: Interval | None, separator: str) -> str:
    """Write the ends of an interval."""
    if interval is None:
        return ""
    return f"{format_value(measure, interval.low)}{separator}{format_value(measure, interval.high)}"


def _best(report: Report) -> frozenset[tuple[str, str]]:
    """List the pairs of a printed system name and a column title where it is best."""
    return frozenset(
        (printable(name), MEASURES[measure].title)
        for measure in report.measures
        for name in report.best(measure)
    )


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
