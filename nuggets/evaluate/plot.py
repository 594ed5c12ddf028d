"""A report as a picture: the only file that imports matplotlib."""

from __future__ import annotations

import io

from nuggets.errors import OptionError
from nuggets.evaluate.report import MEASURES, Report, show
from nuggets.render.clean import printable

ENDINGS = (".svg", ".png")
_SALT = "nuggets"  # of the names within an SVG, which otherwise are random


def plot_format(path: str) -> str:
    """Tell by the ending of a file which picture is wanted.

    Raises:
        OptionError: It is neither SVG nor PNG.
    """
    for ending in ENDINGS:
        if path.lower().endswith(ending):
            return ending.removeprefix(".")
    raise OptionError("--plot draws SVG or PNG; end the file's name in .svg or .png")


def draw(report: Report, *, format: str) -> bytes:
    """Draw the headline measure of each system with its interval.

    Args:
        report: What to draw.
        format: "svg" or "png".

    Returns:
        The picture; the same bytes for the same report and version of matplotlib.
    """
    from matplotlib import rc_context, rcParamsDefault
    from matplotlib.figure import Figure

    measure = report.headline
    there = [(one.name, one.means[measure]) for one in report.standings if measure in one.means]
    with rc_context({**rcParamsDefault, "svg.hashsalt": _SALT}):
        figure = Figure(figsize=(7, 1.2 + 0.34 * len(there)), layout="constrained")
        axes = figure.subplots()
        means = [mean.mean for _, mean in there]
        axes.errorbar(
            means,
            range(len(there)),
            xerr=[
                [max(0.0, mean.mean - mean.low) for _, mean in there],
                [max(0.0, mean.high - mean.mean) for _, mean in there],
            ],
            fmt="o",
            color="#1f4e79",
            capsize=3,
        )
        for at, (_, mean) in enumerate(there):
            axes.annotate(
                show(measure, mean.mean),
                (mean.mean, at),
                xytext=(0, 5),
                textcoords="offset points",
                ha="center",
                fontsize=8,
            )
        axes.set_yticks(range(len(there)), [_plain(name) for name, _ in there])
        axes.set_ylim(len(there) - 0.4, -0.6)
        axes.set_xlim(left=0)
        axes.grid(axis="x", alpha=0.3)
        axes.set_xlabel(f"{MEASURES[measure].title}, 95 % intervals over documents")
        axes.set_title(
            _plain(f"{report.dataset}, {report.kind}: {report.queries} queries"), fontsize=10
        )
        stream = io.BytesIO()
        metadata = {"Date": None} if format == "svg" else {"Software": None}
        figure.savefig(stream, format=format, dpi=150, metadata=metadata)
    return stream.getvalue()


def _plain(text: str) -> str:
    """Keep matplotlib from reading a formula into a text."""
    return printable(text).replace("$", r"\$")
