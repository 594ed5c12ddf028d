"""CSV renderer: one row for each nugget, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace

from nuggets.render.control_characters import printable
from nuggets.render.json import SCORES, rounded, sort_scores
from nuggets.render.speeches import Speech, split_context, split_passage
from nuggets.timecode import to_clock
from nuggets.values import Nugget, Role, Summary

_COLUMNS = (
    *("focus", "status", "rank", "label", "score", "speakers", "asked_by", "question", "text"),
    *("line", "start", "end", "start_time", "end_time"),
)

# Full-width signs, too, which some spreadsheets read as the narrow ones.
_FORMULA = re.compile("[\\s\u200b-\u200d\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def to_csv(summary: Summary, *, explain: bool = False) -> str:
    """Write a summary as CSV (RFC 4180: commas, CRLF, quotes where needed).

    Args:
        summary: What to write.
        explain: Whether to add columns with the scores and why each nugget was picked.

    Returns:
        A header and a row for each nugget, with the status of its focus; a focus without nuggets
        has a row of its own. Column `label` is always empty.
        `line` to `end_time` locate `text`, without the question. Columns `before` and `after`
        exist only if context was asked for, `page` to `end_line` only if the source has pages. No
        cell can be read as a formula.
    """
    nuggets = [nugget for result in summary.results for nugget in result.nuggets]
    scores = dict.fromkeys(SCORES)
    for nugget in nuggets:
        scores |= dict.fromkeys(nugget.scores)
    columns = (
        *_COLUMNS,
        *(("page", "end_page", "end_line") if any(n.sentences[0].page for n in nuggets) else ()),
        *(("before", "after") if summary.options.context else ()),
        *((*scores, "why") if explain else ()),
    )
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
    table.writerow({column: _cell(column) for column in columns})
    for result in summary.results:
        shared: dict[str, object] = {"focus": result.focus or "", "status": result.status}
        for row in [_row(nugget) for nugget in result.nuggets] or [{}]:
            table.writerow({column: _cell(value) for column, value in (shared | row).items()})
    return file.getvalue()


def defuse(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula.

    Example:
        >>> defuse("=1+1"), defuse(" @here"), defuse("1+1=2")
        ("'=1+1", "' @here", '1+1=2')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _cell(value: object) -> object:
    return defuse(printable(value)) if isinstance(value, str) else value


def _row(nugget: Nugget) -> dict[str, object]:
    question, text = _with_role(nugget, "question"), _with_role(nugget, "pick")
    first, last = text.sentences[0], text.sentences[-1]
    return {
        "rank": nugget.rank,
        "label": "",  # to be removed in a later release
        "score": rounded(nugget.score),
        "speakers": "; ".join(text.speakers),
        "asked_by": "; ".join(question.speakers),
        "question": _to_cell(split_passage(question)),
        "text": _to_cell(split_passage(text)),
        "line": first.line,
        "start": first.start,
        "end": last.end,
        "start_time": "" if first.start_ms is None else to_clock(first.start_ms),
        "end_time": "" if last.end_ms is None else to_clock(last.end_ms),
        **(
            {"page": first.page, "end_page": last.end_page, "end_line": last.end_line}
            if first.page is not None
            else {}
        ),
        "before": _to_cell(split_context(nugget, nugget.before)),
        "after": _to_cell(split_context(nugget, nugget.after)),
        **{name: rounded(value) for name, value in sort_scores(nugget.scores).items()},
        "why": nugget.why,
    }


def _with_role(nugget: Nugget, role: Role) -> Nugget:
    pairs = zip(nugget.sentences, nugget.roles, strict=True)
    sentences = tuple(sentence for sentence, its_role in pairs if its_role == role)
    return replace(nugget, sentences=sentences, roles=(role,) * len(sentences))


def _to_cell(speeches: Iterable[Speech]) -> str:
    return " / ".join(f"{one.name}: {one.words}" if one.name else one.words for one in speeches)
