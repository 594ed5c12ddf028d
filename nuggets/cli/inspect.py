"""`nuggets inspect`: its flags, and the report that they ask for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from nuggets.cli.arguments import Parser, add_reading
from nuggets.errors import OptionError, TranscriptError

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
        from nuggets.inspection.skeleton import to_skeleton

        return to_skeleton(read_text(asked.file, encoding=asked.encoding))
    from nuggets.inspection import rendering
    from nuggets.inspection.analysis import inspect_transcript
    from nuggets.sentences.splitter import import_spacy_lightly

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
    return rendering.to_json(found) if asked.format == "json" else rendering.to_text(found)
