"""A report as a table for people, on a terminal or in a README."""

from __future__ import annotations

import io
from collections.abc import Sequence

from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import MEASURES, Report, show
from nuggets.messages import pluralize
from nuggets.render.clean import printable

WIDTH = 10_000  # of what is not a terminal: nothing is wrapped
_GAP = 2  # blanks between columns


def to_table(report: Report, *, width: int | None = None, bold: bool = False) -> str:
    """Write a report for a terminal.

    Args:
        report: What to write.
        width: Of the terminal; what is wider goes on below. None: one table, however wide.
        bold: Whether to make the best bold, with the codes that a terminal obeys.
    """
    columns = [_names(report), *_columns(report)]
    blocks: list[list[list[str]]] = [[columns[0]]]
    for column in columns[1:]:
        taken = sum(_width(one) + _GAP for one in blocks[-1])
        if width is not None and len(blocks[-1]) > 1 and taken + _width(column) > width:
            blocks.append([columns[0]])
        blocks[-1].append(column)
    best = _best(report)
    parts = [_head(report), *(_block(block, best, bold=bold) for block in blocks), _foot(report)]
    return "\n".join(parts)


def to_markdown(report: Report) -> str:
    """Write a report as a table of Markdown, the best in bold."""
    best = _best(report)
    columns = [_names(report), *_columns(report)]
    rows = list(zip(*columns, strict=True))
    lines = [_line(rows[0]), _line(["---", *("---:" for _ in columns[1:])])]
    for row in rows[1:]:
        cells = [
            f"**{cell}**" if (row[0], title) in best and cell else cell
            for title, cell in zip(rows[0], row, strict=True)
        ]
        lines.append(_line(cells))
    return "\n".join([_head(report), *lines, "", _foot(report)])


def _head(report: Report) -> str:
    limit = "" if report.max_words is None else f", {report.max_words} words in all"
    return (
        f"{printable(report.dataset)}, {report.kind}: "
        f"{pluralize(report.queries, 'query', 'queries')} "
        f"to {pluralize(report.documents, 'document')}; at most "
        f"{pluralize(report.count, 'nugget')} of "
        f"{pluralize(report.max_sentences, 'sentence')}{limit}\n"
    )


def _foot(report: Report) -> str:
    said = [f"Means over queries; 95 % intervals by bootstrap over {report.documents} documents."]
    if len(report.standings) > 1:
        first = printable(report.standings[0].name)
        said.append(f"Δ: {MEASURES[report.headline].title} against {first}, paired.")
    if "rouge1" in report.measures:
        filled = ", of as many nuggets as they hold" if report.kind == "whole" else ""
        said.append(f"ROUGE: F1 x 100, stemmed, at {report.words} words{filled}.")
    return f"{' '.join(said)}\n"


def _names(report: Report) -> list[str]:
    return ["system", *(printable(one.name) for one in report.standings)]


def _columns(report: Report) -> list[list[str]]:
    """Make the columns, each with its head; the headline measure has intervals beside it."""
    columns = []
    for measure in report.measures:
        means = [one.means.get(measure) for one in report.standings]
        title = MEASURES[measure].title
        columns.append([title, *("" if m is None else show(measure, m.mean) for m in means)])
        if measure != report.headline:
            continue
        columns.append(["95 %", *(_range(measure, mean, "–") for mean in means)])
        if len(report.standings) > 1:
            gaps = [one.differences.get(measure) for one in report.standings]
            columns.append(["Δ 95 %", *(_range(measure, gap, " to ") for gap in gaps)])
    return columns


def _range(measure: str, interval: Interval | None, between: str) -> str:
    if interval is None:
        return ""
    return f"{show(measure, interval.low)}{between}{show(measure, interval.high)}"


def _best(report: Report) -> frozenset[tuple[str, str]]:
    """Pairs of a system, as it is written, and the title of a column in which it is best."""
    return frozenset(
        (printable(name), MEASURES[measure].title)
        for measure in report.measures
        for name in report.best(measure)
    )


def _width(column: Sequence[str]) -> int:
    from rich.cells import cell_len

    return max(cell_len(cell) for cell in column)


def _block(
    columns: Sequence[Sequence[str]], best: frozenset[tuple[str, str]], *, bold: bool
) -> str:
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
        width=WIDTH,
        force_terminal=bold,
        color_system="standard" if bold else None,
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
