"""Prose without speakers, read as one turn of an unknown speaker."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, split_lines
from nuggets.formats.text.boilerplate.key_values import count_head
from nuggets.formats.text.boilerplate.reasons import BEFORE
from nuggets.formats.text.boilerplate.web_pages import FOOTER, count_footers, find_noise
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.formats.text.speakers.names_above import find_names_above
from nuggets.formats.text.speakers.style_choice import choose_style
from nuggets.formats.text.speakers.timestamps import refuse_impossible, refuse_unaligned
from nuggets.formats.text.speakers.unread_names import UNREAD_NAMES, warn_of_unread
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut

NAME = "prose"

_SAMPLE = 20_000  # lines in which names in unknown layouts are looked for


def looks_like_prose(source: str) -> bool:
    """Whether a text is not empty or blank."""
    return bool(source) and not source.isspace()


def parse_prose(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse all lines but web-page boilerplate as one turn; paragraphs stay apart.

    Args:
        source: The decoded text.
        keep_noise: Whether boilerplate is read as speech, too.

    Raises:
        MalformedTranscriptError: The text is full of times that cannot be aligned with it, or has
            one beside a name that no clock shows.
    """
    lines = list(split_lines(source))
    refuse_unaligned(source, lines, format=NAME)
    return _build(source, lines, [None] * len(lines) if keep_noise else _find_boilerplate(lines))


def _build(source: str, lines: Sequence[Line], reasons: Sequence[str | None]) -> Parsed:
    """Build the turn of the lines that are speech."""
    pieces: list[Piece] = []
    left_out: list[LeftOut] = []
    after_blank = False
    for line, reason in zip(lines, reasons, strict=True):
        after_blank = after_blank or line.has_blank_line_above
        if reason is None:
            blank = "\n\n" if after_blank else "\n"
            pieces.append(Piece(blank, line.text, line.start, line.end))
            after_blank = False
        else:
            left_out.append(LeftOut(line.start, line.end, reason))
    turns = (build_turn(0, None, pieces),) if pieces else ()
    sample = [line for line, reason in zip(lines, reasons, strict=True) if reason is None][:_SAMPLE]
    prefixes = [parse_prefix(line.text) for line in sample]
    refuse_impossible(source, sample, prefixes, format=NAME)
    return Parsed(turns, tuple(left_out), _warn_of_names(sample, prefixes))


def _warn_of_names(lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]) -> tuple[str, ...]:
    """Warn where lines may begin with names, though no style explains the file well enough."""
    warnings = warn_of_unread(lines, prefixes)
    if warnings:
        return warnings
    nobody: list[LinePrefix | None] = [None] * len(lines)
    above = find_names_above(lines, nobody)
    choice = choose_style(lines, nobody, [above] if above else ())
    return (UNREAD_NAMES,) if choice.chosen or choice.next_best else ()


def _find_boilerplate(lines: Sequence[Line]) -> list[str | None]:
    """Find the reason to leave out each line; None where it is speech."""
    reasons: list[str | None] = []
    block: list[str] = []
    for line in lines:
        if line.has_blank_line_above and block:
            reasons.extend(find_noise(block))
            block = []
        block.append(line.text)
    if block:
        reasons.extend(find_noise(block))
    head = count_head(lines)
    reasons[:head] = [BEFORE] * head
    texts, apart = [line.text for line in lines], [line.has_blank_line_above for line in lines]
    for i in range(len(lines) - count_footers(texts, apart, reasons), len(lines)):
        reasons[i] = reasons[i] or FOOTER
    return reasons


PROSE = Format(
    NAME,
    origin="text without speakers",
    speakers="no",
    times="none",
    looks_like=looks_like_prose,
    parse=parse_prose,
    parse_all=partial(parse_prose, keep_noise=True),
)
