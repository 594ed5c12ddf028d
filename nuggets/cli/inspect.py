"""`nuggets inspect`: flags, and the report on how a transcript is read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from nuggets.cli.arguments import Parser, add_reading_flags
from nuggets.errors import OptionError, TranscriptError

INSPECTION_FORMATS = ("text", "json")

_DESCRIPTION = """\
Say how a transcript is read: its format and why, its encoding, who speaks and how much, which
times it has, where its sentences end, and what was left out. No words of the talk are printed.

  nuggets inspect talk.vtt
  nuggets inspect talk.vtt --format json
  nuggets inspect --skeleton talk.vtt      the file with letters as x and digits as 0, for a
                                           bug report: marks and markup, but nothing that was said
"""
_EXIT_CODES = "exit: 0 done; 2 wrong usage; 3 input that cannot be read"


def parse_flags(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line of `nuggets inspect`.

    Raises:
        OptionError: A flag or its value is wrong, or no file is named.
    """
    parser = Parser(
        prog="nuggets inspect",
        usage="nuggets inspect FILE|- [options]",
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="a transcript; - for standard input")
    add("--format", choices=INSPECTION_FORMATS, help="output format (text)")
    add(
        "--skeleton",
        action="store_true",
        help="print the file with its words masked, not the report",
    )
    add_reading_flags(parser)
    flags = parser.parse_args(arguments)
    excluded = {
        "--format": flags.format is not None,
        "--input-format": flags.input_format is not None,
        "--keep-noise": flags.keep_noise,
        "--language": flags.language is not None,
    }
    for flag, is_set in excluded.items():
        if flags.skeleton and is_set:
            raise OptionError(
                f"--skeleton prints the file itself, so {flag} cannot be used with it"
            )
    return flags


def inspect(arguments: Sequence[str]) -> str:
    """Write the report on how a transcript is read.

    Args:
        arguments: Behind `nuggets inspect`.

    Returns:
        The report, or the skeleton of the file.

    Raises:
        NuggetsError: A flag is wrong, or the transcript cannot be read.
    """
    flags = parse_flags(arguments)
    from nuggets.files import read, read_text

    if flags.skeleton:
        from nuggets.inspection.skeleton import to_skeleton

        return to_skeleton(read_text(flags.file, encoding=flags.encoding))
    from nuggets.inspection import rendering
    from nuggets.inspection.analysis import inspect_transcript
    from nuggets.sentences.splitter import import_spacy_lightly

    transcript = read(
        flags.file,
        format=flags.input_format,
        encoding=flags.encoding,
        keep_noise=flags.keep_noise,
        language=flags.language,
    )
    import_spacy_lightly()
    try:
        report = inspect_transcript(transcript, was_named=flags.input_format is not None)
    except TranscriptError as error:
        error.add_note(flags.file)
        raise
    return rendering.to_json(report) if flags.format == "json" else rendering.to_text(report)
