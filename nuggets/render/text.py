"""A summary as plain text, made to be pasted: the words, then who, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nuggets.render.clean import printable
from nuggets.render.speeches import (
    Speech,
    attribution,
    context,
    focus_of,
    label_of,
    nothing,
    passage,
    place_of,
    scores_of,
)
from nuggets.timecode import to_clock
from nuggets.values import Nugget, Summary


def to_text(summary: Summary, *, explain: bool = False) -> str:
    """Write a summary as plain text.

    Each nugget is a paragraph of its own that no line break cuts, so that it can be pasted
    anywhere. Control characters of the transcript do not get through.

    Args:
        summary: What to write.
        explain: Whether to say why each nugget was picked, with its rank and scores.

    Returns:
        Text that ends with a newline. One focus has no heading; several have one each.
    """
    blocks: list[str] = []
    for result in summary.results:
        if len(summary.results) > 1:
            blocks.append(f"== {focus_of(result) or printable(summary.source.name)} ==")
        if result.nuggets:
            blocks += _items(result.nuggets, explain=explain)
        else:
            blocks.append(nothing(result))
    return "\n\n".join(blocks) + "\n"


def _items(nuggets: Sequence[Nugget], *, explain: bool) -> Iterator[str]:
    width = len(f"{len(nuggets)}. ")
    for number, nugget in enumerate(nuggets, start=1):
        lines = list(_lines(nugget, explain=explain))
        yield f"{number}.".ljust(width) + ("\n" + " " * width).join(lines)


def _lines(nugget: Nugget, *, explain: bool) -> Iterator[str]:
    if label := label_of(nugget):
        yield label
    for speech in context(nugget, nugget.before):
        yield f"[before] {_said(speech)}"
    timed = nugget.sentences[0].start_ms is not None
    for speech in passage(nugget, always_named=timed):
        yield _said(speech)
    for speech in context(nugget, nugget.after):
        yield f"[after] {_said(speech)}"
    yield f"— {place_of(nugget)}" if timed else attribution(nugget)
    if explain:
        if why := printable(nugget.why):
            yield f"Why: {why}"
        yield f"Score: {scores_of(nugget)}"


def _said(speech: Speech) -> str:
    clock = "" if speech.start_ms is None else f"[{to_clock(speech.start_ms)}] "
    return clock + (f"{speech.name}: {speech.words}" if speech.name else speech.words)
