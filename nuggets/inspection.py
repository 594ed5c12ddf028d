"""`nuggets inspect`: its flags, and what is to be said of a transcript without its words."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nuggets.arguments import Parser, add_reading
from nuggets.errors import OptionError, TranscriptError
from nuggets.findings import Inspection, Omission, Speaker
from nuggets.values import TimeSource, Transcript

if TYPE_CHECKING:
    from nuggets.formats import Format

FORMATS = ("text", "json")

_DESCRIPTION = """\
Say how a transcript is read: its format and why, its encoding, who speaks and how much, which
times it has, where its sentences end, and what was left out. No words of the talk are printed.

  nuggets inspect talk.vtt
  nuggets inspect talk.vtt --format json
  nuggets inspect --skeleton talk.vtt      the file with letters as x and digits as 0, for a
                                           bug report: marks and markup, but nothing that was said
"""
_EXITS = "exit: 0 done; 2 wrong usage; 3 input that cannot be read"


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Read what was typed behind `nuggets inspect`.

    Raises:
        OptionError: A flag or its value is wrong, or no file is named.
    """
    parser = Parser(
        prog="nuggets inspect",
        usage="nuggets inspect FILE|- [options]",
        description=_DESCRIPTION,
        epilog=_EXITS,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="a transcript; - for standard input")
    add("--format", choices=FORMATS, help="of the output (text)")
    add("--skeleton", action="store_true", help="print the file without its words instead")
    add_reading(parser)
    asked = parser.parse_args(words)
    others = {
        "--format": asked.format is not None,
        "--input-format": asked.input_format is not None,
        "--keep-noise": asked.keep_noise,
    }
    for flag, is_set in others.items():
        if asked.skeleton and is_set:
            raise OptionError(f"--skeleton prints the file itself, so {flag} does not go with it")
    return asked


def inspect(words: Sequence[str]) -> str:
    """Do what was asked for, and give what is to be printed.

    Args:
        words: What was typed behind `nuggets inspect`.

    Raises:
        NuggetsError: A flag is wrong, or the transcript cannot be read.
    """
    asked = parse(words)
    from nuggets.files import read, read_text

    if asked.skeleton:
        from nuggets.skeleton import to_skeleton

        return to_skeleton(read_text(asked.file, encoding=asked.encoding))
    from nuggets.render import inspection as render
    from nuggets.sentences import import_spacy_lightly

    transcript = read(
        asked.file,
        format=asked.input_format,
        encoding=asked.encoding,
        keep_noise=asked.keep_noise,
    )
    import_spacy_lightly()
    try:
        found = inspect_transcript(transcript, was_named=asked.input_format is not None)
    except TranscriptError as error:
        error.add_note(asked.file)
        raise
    return render.to_json(found) if asked.format == "json" else render.to_text(found)


def inspect_transcript(transcript: Transcript, *, was_named: bool = False) -> Inspection:
    """Find out what is to be said of a transcript.

    Args:
        transcript: As it was read.
        was_named: Whether the user named its format.
    """
    from nuggets.formats import find_format
    from nuggets.sentences import main_boundary, split_sentences
    from nuggets.unpunctuated import is_finished
    from nuggets.wording import boundary_notes

    known = find_format(transcript.format)
    sentences = split_sentences(transcript)
    boundary = main_boundary(sentences)
    starts = [run.start_ms for turn in transcript.turns for run in turn.runs]
    turns, words, exact = Counter[str | None](), Counter[str | None](), Counter[TimeSource]()
    for turn in transcript.turns:
        turns[turn.speaker] += 1
        words[turn.speaker] += len(turn.text.split())
        exact[turn.time_source] += 1
    unfinished = sum(not is_finished(turn.text) for turn in transcript.turns)
    return Inspection(
        name=transcript.name,
        sha256=transcript.sha256,
        format=known.name,
        origin=known.origin,
        reason=("named with --input-format" if was_named else _reason(known, transcript.source)),
        encoding=transcript.encoding,
        speakers=tuple(Speaker(name, turns[name], words[name]) for name in turns),
        turns=len(transcript.turns),
        sentences=len(sentences),
        words=words.total(),
        first_ms=min((start for start in starts if start is not None), default=None),
        last_ms=transcript.duration_ms,
        time_source=exact.most_common(1)[0][0] if exact else "none",
        boundary=boundary,
        unfinished=unfinished / max(1, len(transcript.turns)),
        left_out=tuple(_omissions(transcript)),
        warnings=(*transcript.warnings, *boundary_notes(boundary)),
    )


def _reason(known: Format, source: str) -> str:
    """Say why a text was read as this format rather than as another one."""
    from nuggets.formats import FORMATS

    fits = [other.name for other in FORMATS if other != known and other.looks_like(source)]
    if not fits and not known.looks_like(source):
        return "no other format fits what is in it"
    if not fits:
        return "recognised by what is in it; no other format fits"
    return f"recognised by what is in it; fits better than {', '.join(fits)}"


def _omissions(transcript: Transcript) -> Iterator[Omission]:
    """Count what was left out, by reason, in the order in which they first occur."""
    from nuggets.sentences import NEWLINE

    line_starts = [0, *(newline.end() for newline in NEWLINE.finditer(transcript.source))]
    places: dict[str, list[tuple[int, int]]] = {}
    for left in transcript.left_out:
        line = bisect_right(line_starts, left.start)
        column = left.start - line_starts[line - 1] + 1
        places.setdefault(left.reason, []).append((line, column))
    for reason, found in places.items():
        lines, columns = zip(*found, strict=True)
        yield Omission(reason, len(found), lines, columns)
