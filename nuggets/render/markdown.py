"""Markdown renderer: a quote and its attribution for each nugget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nuggets.render.control_characters import printable
from nuggets.render.speeches import (
    Speech,
    attribution,
    focus_heading,
    no_nuggets_text,
    scores_text,
    split_context,
    split_passage,
    warning_text,
)
from nuggets.values import Nugget, Summary

_MARKUP = re.compile(r"[\\`*_\[\]<>#~]|&(?=[#\w]+;)")
_LIST_MARK = re.compile(r"^\d+(?=[.)](?:\s|$))|^(?=-|\+(?:\s|$))")


def to_markdown(summary: Summary, *, explain: bool = False) -> str:
    """Write a summary as Markdown (CommonMark, nothing beyond it).

    Markup in the transcript is escaped, HTML too, so that its characters are shown. Control
    characters are removed.

    Args:
        summary: What to write.
        explain: Whether to say why each nugget was picked, with its rank and scores.

    Returns:
        A heading with the source's name, then a section for each focus; ends with a newline.
        Where the talk may not discuss a focus, a paragraph above its nuggets says so.
    """
    name = summary.source.name
    blocks = [f"# {escape(printable(name)) if name != '-' else 'Standard input'}"]
    for result in summary.results:
        if result.focus is not None:
            blocks.append(f"## {escape(focus_heading(result))}")
        if result.nuggets and (warning := warning_text(result)):
            blocks.append(escape(warning))
        for number, nugget in enumerate(result.nuggets, start=1):
            mark = f"{number}. "
            item = "\n\n".join(_blocks(nugget, explain=explain))
            blocks.append(mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), item))
        if not result.nuggets:
            blocks.append(escape(no_nuggets_text(result)))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    r"""Escape the characters that Markdown interprets.

    Args:
        text: One line without control characters.

    Returns:
        Markdown that renders as the text, at the start of a line too.

    Example:
        >>> print(escape("1. <b> is *not* a_b & c"))
        1\. \<b\> is \*not\* a\_b & c
    """
    return _LIST_MARK.sub(r"\g<0>\\", _MARKUP.sub(r"\\\g<0>", text))


def _blocks(nugget: Nugget, *, explain: bool) -> Iterator[str]:
    for speech in split_context(nugget, nugget.before):
        yield f"*Before:* {_speech(speech)}"
    yield "\n>\n".join(f"> {_speech(speech)}" for speech in split_passage(nugget))
    for speech in split_context(nugget, nugget.after):
        yield f"*After:* {_speech(speech)}"
    yield escape(attribution(nugget))
    if explain:
        if why := printable(nugget.why):
            yield f"*Why:* {escape(why)}"
        yield f"*Score:* {escape(scores_text(nugget))}"


def _speech(speech: Speech) -> str:
    words = escape(speech.words)
    return f"**{escape(speech.name)}:** {words}" if speech.name else words
