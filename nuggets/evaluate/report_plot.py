"""Evaluation report as a plot, SVG or PNG (matplotlib)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nuggets.errors import OptionError
from nuggets.evaluate.bootstrap import Interval
from nuggets.evaluate.report import MEASURES, GroupScores, Report, format_value
from nuggets.render.control_characters import printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EXTENSIONS = (".svg", ".png")
_HASH_SALT = "nuggets"  # for the ids in an SVG, which are random without one


def plot_format(path: str) -> str:
    """Determine the format of a plot by the extension of its file: "svg" or "png".

    Raises:
        OptionError: It is neither SVG nor PNG.
    """
    for extension in EXTENSIONS:
        if path.lower().endswith(extension):
            return extension.removeprefix(".")
    raise OptionError("--plot draws SVG or PNG; end the file's name in .svg or .png")


def to_plot(report: Report, *, format: str) -> bytes:
    """Plot the headline measure of each system with its interval, in a panel for each group.

    Args:
        report: What to plot.
        format: "svg" or "png".

    Returns:
        The file's bytes; the same for the same report and version of matplotlib.
    """
    from matplotlib import rc_context, rcParamsDefault
    from matplotlib.figure import Figure

    groups = report.headline_groups
    sizes = [len(_shown(group)) for group in groups]
    with rc_context({**rcParamsDefault, "svg.hashsalt": _HASH_SALT}):
        height = sum(1.2 + 0.34 * size for size in sizes)
        figure = Figure(figsize=(7, height), layout="constrained")
        panels = figure.subplots(len(groups), squeeze=False, height_ratios=[2 + n for n in sizes])
        for group, (axes,) in zip(groups, panels, strict=True):
            _draw_group(axes, report, group)
        stream = io.BytesIO()
        metadata = {"Date": None} if format == "svg" else {"Software": None}
        figure.savefig(stream, format=format, dpi=150, metadata=metadata)
    return stream.getvalue()


def _shown(group: GroupScores) -> list[tuple[str, Interval]]:
    """List the systems that have the headline measure, with its mean."""
    measure = group.headline
    return [(one.name, one.means[measure]) for one in group.systems if measure in one.means]


def _draw_group(axes: Axes, report: Report, group: GroupScores) -> None:
    """Draw the systems of a group below each other."""
    measure, shown = group.headline, _shown(group)
    axes.errorbar(
        [mean.mean for _, mean in shown],
        range(len(shown)),
        xerr=[
            [max(0.0, mean.mean - mean.low) for _, mean in shown],
            [max(0.0, mean.high - mean.mean) for _, mean in shown],
        ],
        fmt="o",
        color="#1f4e79",
        capsize=3,
    )
    for position, (_, mean) in enumerate(shown):
        axes.annotate(
            format_value(measure, mean.mean),
            (mean.mean, position),
            xytext=(0, 5),
            textcoords="offset points",
            ha="center",
            fontsize=8,
        )
    axes.set_yticks(range(len(shown)), [_escape_math(name) for name, _ in shown])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(left=0)
    axes.grid(axis="x", alpha=0.3)
    axes.set_xlabel(f"{MEASURES[measure].title}, 95 % intervals over documents")
    asked = "foci" if report.kind == "points" else "queries"
    title = f"{report.dataset}, {group.name}: {group.queries} {asked}"
    axes.set_title(_escape_math(title), fontsize=10)


def _escape_math(text: str) -> str:
    """Escape the dollar signs between which matplotlib would typeset mathematics."""
    return printable(text).replace("$", r"\$")
