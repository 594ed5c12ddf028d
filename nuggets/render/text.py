"""Text renderer: each nugget a paragraph to paste, with speaker, lines and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nuggets.render.control_characters import printable
from nuggets.render.speeches import (
    Speech,
    attribution,
    focus_heading,
    lines_text,
    no_nuggets_text,
    scores_text,
    split_context,
    split_passage,
    warning_text,
)
from nuggets.timecode import to_clock
from nuggets.values import Nugget, Summary


def to_text(summary: Summary, *, explain: bool = False) -> str:
    """Write a summary as plain text.

    Sentences of a nugget stand on one line without wrapping, so that they can be pasted anywhere.
    Control characters of the transcript are removed.

    Args:
        summary: What to write.
        explain: Whether to say why each nugget was picked, with its rank and scores.

    Returns:
        Text that ends with a newline. One focus has no heading; several have one each. Where the
        talk may not discuss a focus, a line above its nuggets says so.
    """
    blocks: list[str] = []
    for result in summary.results:
        if len(summary.results) > 1:
            blocks.append(f"== {focus_heading(result) or printable(summary.source.name)} ==")
        if result.nuggets:
            if warning := warning_text(result):
                blocks.append(warning)
            blocks += _items(result.nuggets, explain=explain)
        else:
            blocks.append(no_nuggets_text(result))
    return "\n\n".join(blocks) + "\n"


def _items(nuggets: Sequence[Nugget], *, explain: bool) -> Iterator[str]:
    width = len(f"{len(nuggets)}. ")
    for number, nugget in enumerate(nuggets, start=1):
        lines = list(_lines(nugget, explain=explain))
        yield f"{number}.".ljust(width) + ("\n" + " " * width).join(lines)


def _lines(nugget: Nugget, *, explain: bool) -> Iterator[str]:
    for speech in split_context(nugget, nugget.before):
        yield f"[before] {_speech(speech)}"
    timed = nugget.sentences[0].start_ms is not None
    for speech in split_passage(nugget, always_named=timed):
        yield _speech(speech)
    for speech in split_context(nugget, nugget.after):
        yield f"[after] {_speech(speech)}"
    yield f"— {lines_text(nugget)}" if timed else attribution(nugget)
    if explain:
        if why := printable(nugget.why):
            yield f"Why: {why}"
        yield f"Score: {scores_text(nugget)}"


def _speech(speech: Speech) -> str:
    clock = "" if speech.start_ms is None else f"[{to_clock(speech.start_ms)}] "
    return clock + (f"{speech.name}: {speech.words}" if speech.name else speech.words)
