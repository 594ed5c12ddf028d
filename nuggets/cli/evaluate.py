"""`nuggets evaluate`: parses its flags, runs the evaluation, and returns the report to print."""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from nuggets.cli.arguments import Parser, add_option, whole_number
from nuggets.errors import OptionError
from nuggets.evaluate.settings import (
    QUERY_KINDS,
    ROUGE_WORDS,
    ROUGE_WORDS_WHOLE,
    OutputLimits,
    rouge_length,
)
from nuggets.option_definitions import declared_options

if TYPE_CHECKING:
    from nuggets.evaluate.report import Report

EVALUATION_FORMATS = ("table", "json", "csv", "markdown")
_REQUIRED_PACKAGES = ("sklearn", "rouge_score", "rich")
_PLOT_PACKAGE = "matplotlib"

_DESCRIPTION = """\
Measure this program and the classic baselines on the same queries.

  nuggets evaluate data                                the share of editors' points that lists tell
  nuggets evaluate qmsum/val
  nuggets evaluate qmsum/val --queries topics --systems nuggets,bm25,textrank --format json
  nuggets evaluate qmsum/val --outputs mine.jsonl      somebody else's picks or summaries

DATASET is a folder with talks and their points (talk.txt, talk.txt.points.json), with QMSum's
.json files, or with dialogue acts (.da) of AMI or ICSI and their abstracts. A line of --outputs is
  {"document": "Bed002", "query": "...", "nuggets": [["A sentence.", ...], ...], "summary": "..."}
where a nugget may also be one text, {"start": a, "end": b} or a list of such, and either key may
be missing. For the whole talk, "query" is null.
"""
_SYSTEMS = """\
systems: nuggets, nuggets-minilm, bm25, bm25-window, textrank, textrank-tenths, textrank-mmr,
         cosine, cosine-minilm, mmr, lead, longest, random; editor and oracle, which know the answer
exit: 0 done; 2 wrong usage; 3 input that cannot be read; 4 model missing or not complete
"""


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report, formatted, and where it goes.

    Attributes:
        text: The report in the format that was asked for.
        output: File that it is written to; None: standard output.
        notes: What a reader should know, each one line.
    """

    text: str
    output: str | None
    notes: tuple[str, ...]


def parse_flags(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line of `nuggets evaluate`.

    Raises:
        OptionError: A flag or its value is wrong, or the extra is not installed.
    """
    parser = Parser(
        prog="nuggets evaluate",
        usage="nuggets evaluate DATASET [options]",
        description=_DESCRIPTION,
        epilog=_SYSTEMS,
    )
    add = parser.add_argument
    add("dataset", metavar="DATASET", help="a folder, or one file of it")
    add("--queries", choices=QUERY_KINDS, help="what is asked (queries, else topics)")
    add("--systems", type=_names, metavar="A,B", help="differences are taken to the first")
    add(
        "--words",
        type=whole_number,
        metavar="W",
        help=f"ROUGE is taken at W words ({ROUGE_WORDS}; whole: {ROUGE_WORDS_WHOLE})",
    )
    options = {option.name: option for option in declared_options()}
    default = OutputLimits()
    for name in ("count", "max_sentences"):
        add_option(parser, options[name])
        parser.set_defaults(**{name: getattr(default, name)})
    add("--outputs", metavar="F", help="answers of another system, JSON lines")
    add("--workers", type=whole_number, metavar="N", help="processes (as many as there are cores)")
    add("--per-query", action="store_true", help="with json or csv: each query, too")
    add("--format", choices=EVALUATION_FORMATS, default="table", help="of the report (table)")
    add("--plot", metavar="F.svg", help="draw it, too, as SVG or PNG")
    add("-o", "--output", metavar="FILE", help="write there instead of printing")
    flags = parser.parse_args(arguments)
    if flags.per_query and flags.format not in ("json", "csv"):
        raise OptionError("--per-query goes with --format json or csv")
    for name in ("words", "count", "max_sentences", "workers"):
        value = getattr(flags, name)
        if value is not None and value < 1:
            raise OptionError(f"--{name.replace('_', '-')} must be 1 or more, not {value}")
    _check_packages(
        _REQUIRED_PACKAGES if flags.plot is None else (*_REQUIRED_PACKAGES, _PLOT_PACKAGE)
    )
    _check_files(flags)
    return flags


def _names(text: str) -> tuple[str, ...]:
    """Split a list of names at its commas."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


def _check_packages(names: Sequence[str]) -> None:
    """Check that the packages of the extra are installed, without importing them."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    if missing:
        raise OptionError(
            f"evaluate needs {', '.join(missing)}; run pip install 'nuggets[evaluate]'"
        )


def _check_files(flags: argparse.Namespace) -> None:
    """Check before the work that its results can be written, and overwrite no input."""
    from nuggets.files import check_writable

    if flags.plot is not None:
        from nuggets.evaluate.report_plot import plot_format

        plot_format(flags.plot)
    for path in (flags.plot, flags.output):
        if path in (None, "-"):
            continue
        if flags.outputs is not None and _is_same_file(path, flags.outputs):
            raise OptionError(f"{path} is the file of --outputs; choose another one")
        if _is_in_dataset(Path(path), Path(flags.dataset)):
            raise OptionError(f"{path} would be a file of the data set; choose another one")
        check_writable(path, source=flags.dataset)
    if None not in (flags.plot, flags.output) and _is_same_file(flags.plot, flags.output):
        raise OptionError("-o and --plot name the same file; choose another one")


def _is_in_dataset(path: Path, dataset: Path) -> bool:
    """Whether a file is one of the data set, or would be read as one the next time."""
    from nuggets.evaluate.datasets import EXTENSIONS, has_points
    from nuggets.evaluate.points_files import talk_beside

    folder = dataset if dataset.is_dir() else dataset.parent
    inputs = [one for one in folder.glob("*") if one.suffix in EXTENSIONS]
    inputs += [talk_beside(one) for one in inputs if has_points(one)]
    would_be_read = (
        dataset.is_dir() and path.suffix in EXTENSIONS and _is_same_file(path.parent, folder)
    )
    return would_be_read or any(_is_same_file(path, one) for one in inputs)


def _is_same_file(one: str | Path, other: str | Path) -> bool:
    """Whether two paths name one file, whether it exists or not."""
    try:
        if Path(one).exists() and Path(other).exists():
            return Path(one).samefile(other)
        return Path(one).resolve() == Path(other).resolve()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a link to itself
        return False


def evaluate(arguments: Sequence[str], *, out: TextIO | None, err: TextIO | None) -> WrittenReport:
    """Run `nuggets evaluate`; a plot is written to its file, the report is returned.

    Args:
        arguments: After `nuggets evaluate`.
        out: Where the report will be printed; on a terminal it is fitted to its width.
        err: Where a progress bar is shown if it is a terminal.

    Raises:
        NuggetsError: Something is wrong with the flags, the data set or the outputs.
    """
    flags = parse_flags(arguments)
    from nuggets.sentences.splitter import import_spacy_lightly

    import_spacy_lightly()
    with _progress(err) as progress:
        report = _run(flags, progress)
    if flags.plot is not None:
        from nuggets.evaluate.report_plot import plot_format, to_plot
        from nuggets.files import write_whole

        write_whole(flags.plot, to_plot(report, format=plot_format(flags.plot)))
    width = None
    if flags.output is None and out is not None and out.isatty():
        width = shutil.get_terminal_size().columns
    return WrittenReport(_write(report, flags, width=width), flags.output, report.notes)


def _run(flags: argparse.Namespace, progress: Callable[[int, int], None]) -> Report:
    from nuggets.evaluate import runner

    limits = OutputLimits(
        count=flags.count,
        max_sentences=flags.max_sentences,
        max_words=rouge_length(flags.queries, flags.words) if flags.queries == "whole" else None,
    )
    return runner.evaluate(
        Path(flags.dataset),
        kind=flags.queries,
        systems=flags.systems,
        limits=limits,
        rouge_words=flags.words,
        outputs=None if flags.outputs is None else Path(flags.outputs),
        workers=flags.workers or os.cpu_count() or 1,
        progress=progress,
    )


def _write(report: Report, flags: argparse.Namespace, *, width: int | None) -> str:
    """Write a report in the format that was asked for.

    Args:
        report: What to write.
        flags: From `parse_flags`.
        width: Columns of the terminal that it is printed on; None: it goes elsewhere.
    """
    from nuggets.evaluate.report_csv import to_csv
    from nuggets.evaluate.report_json import to_json
    from nuggets.evaluate.report_table import to_markdown, to_table

    if flags.format == "json":
        return to_json(report, per_query=flags.per_query)
    if flags.format == "csv":
        return to_csv(report, per_query=flags.per_query)
    if flags.format == "markdown":
        return to_markdown(report)
    bold = width is not None and not os.environ.get("NO_COLOR")
    return to_table(report, width=width, bold=bold)


@contextmanager
def _progress(stream: TextIO | None) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar while documents are evaluated, on a terminal alone; none stays."""
    if stream is None or not stream.isatty():
        yield lambda _done, _all: None
        return
    from nuggets.cli.progress import progress_bar

    with progress_bar(stream) as show:
        yield show
