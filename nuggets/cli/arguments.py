"""Flags of `nuggets FILE`: an argparse parser, built from `nuggets.option_definitions`."""

from __future__ import annotations

import argparse
import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from nuggets.errors import NuggetsError, OptionError
from nuggets.messages import shorten
from nuggets.option_definitions import (
    DEFAULT_MODEL,
    OUTPUT_FORMATS,
    Kind,
    Option,
    Options,
    declared_options,
)
from nuggets.timecode import parse_clock
from nuggets.version import __version__

if TYPE_CHECKING:
    from nuggets.cli.ask import Request

_DESCRIPTION = """\
Print the passages of a conversation that matter most, in the speakers' own words.

  nuggets talk.txt --focus AGI -n 10 --max-sentences 3
  nuggets talk.txt --ask "Give me 5 nuggets about safety, max 2 sentences each"
  cat talk.txt | nuggets - --format json
  nuggets inspect talk.vtt             how it is read: format, speakers, times, what is left out
  nuggets models                       the models on this machine, and whether they are complete
  nuggets evaluate DATASET             measure this and the classic baselines on QMSum or AMI
"""
_EXIT_CODES = """\
exit: 0 done; 1 nothing found for any focus; 2 wrong usage; 3 input that cannot be read;
      4 model missing or not complete; 130 interrupted
"""
_MAX_DIGITS = 9  # of a number; no talk has more sentences
_WHOLE_NUMBER = re.compile(rf"[+-]?[0-9]{{1,{_MAX_DIGITS}}}")


class Parser(argparse.ArgumentParser):
    """An argparse parser without abbreviated flags, whose errors are one line."""

    def __init__(self, **settings: Any) -> None:
        formatter = argparse.RawDescriptionHelpFormatter
        super().__init__(**settings, allow_abbrev=False, formatter_class=formatter)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print.

        Raises:
            OptionError: Always.
        """
        raise OptionError(
            f"{message.removeprefix('argument ')}; `{self.prog} --help` lists all options"
        )


class _NoFileError(OptionError):
    """Neither a file nor `-` was named."""


class ListFormatsRequest(Exception):  # noqa: N818  # no error: it ends the parsing, as SystemExit does
    """Raised by `--list-formats`, as argparse raises SystemExit for `--version`."""


class _ListFormats(argparse.Action):
    """`--list-formats`: needs no file and ignores all flags after it, like `--version`."""

    def __call__(self, *_: object) -> NoReturn:
        raise ListFormatsRequest


class _SummarizeParser(Parser):
    """The parser of `nuggets FILE`, which tells a missing file from other errors."""

    def error(self, message: str) -> NoReturn:
        if message.startswith("the following arguments are required"):
            raise _NoFileError(
                "name a transcript to read, such as `nuggets talk.txt`, or - for standard input; "
                "`nuggets --help` lists all options"
            )
        super().error(message)


def parse_flags(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line of the main job.

    Args:
        arguments: Without the program's name.

    Returns:
        The flags; those of options under the names of their fields, None where not given.

    Raises:
        OptionError: A flag or its value is wrong, or no file is named.
        ListFormatsRequest: The list of formats is asked for instead.
    """
    parser = build_parser()
    try:
        return parser.parse_args(arguments)
    except _NoFileError:
        parser.parse_args([*arguments, "-"])  # a wrong flag is reported before a missing file
        raise


def build_parser() -> Parser:
    """Build the parser of the main job."""
    parser = _SummarizeParser(
        prog="nuggets",
        usage="nuggets FILE|- [options]",
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="a transcript; - for standard input")
    options = {option.name: option for option in declared_options()}
    add_option(parser, options.pop("focus"))
    add("--focus-file", metavar="F", help="read topics from a file, one a line")
    add("--ask", metavar="TEXT", help="a request in plain English, which sets these options")
    for option in options.values():
        add_option(parser, option)
    add(
        "--model",
        type=_model,
        default=DEFAULT_MODEL,
        metavar="M",
        help=f"embedding model: {DEFAULT_MODEL} (default), minilm, or a folder",
    )
    add("--format", choices=OUTPUT_FORMATS, help="output format (text)")
    add("-o", "--output", type=_file, metavar="FILE", help="write to FILE, not to standard output")
    add_reading_flags(parser)
    add("--explain", action="store_true", help="say why each nugget was picked")
    add("--version", action="version", version=f"nuggets {__version__}")
    return parser


def add_option(parser: Parser, option: Option) -> None:
    """Add the flag of a declared option; where it is not given, its value is None."""
    parse_as: Mapping[Kind, dict[str, Any]] = {
        "texts": {"action": "append"},
        "number": {"type": whole_number},
        "time": {"type": _time},
        "choice": {"choices": option.choices},
    }
    default = f" ({option.default})" if option.has_default else ""
    parser.add_argument(
        *filter(None, (option.short, option.flag)),
        dest=option.name,
        metavar=option.metavar,
        help=(option.flag_help + default).replace("%", "%%"),
        **parse_as[option.kind],
    )


def add_reading_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say how a transcript is read."""
    add = parser.add_argument
    listing = "list the input formats and exit"
    add("--list-formats", action=_ListFormats, nargs=0, default=False, help=listing)
    add(
        "--input-format",
        type=_input_format,
        metavar="NAME",
        help="format of the input; else it is detected",
    )
    add("--encoding", metavar="NAME", help="encoding of the input; else it is detected")
    add(
        "--language",
        type=_language,
        metavar="CODE",
        help="language of the talk, such as de; else it is detected",
    )
    add("--keep-noise", action="store_true", help="read web-page clutter and headings as speech")


def _input_format(text: str) -> str:
    from nuggets.formats.format_detection import FORMATS

    names = [known.name for known in FORMATS]
    if text not in names:
        raise argparse.ArgumentTypeError(
            f"unknown format {shorten(text)!r}; the formats are: {', '.join(names)}"
        )
    return text


def _language(text: str) -> str:
    from nuggets.languages.names import parse_code

    try:
        return parse_code(text)
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def whole_number(text: str) -> int:
    """Parse a whole number.

    Raises:
        argparse.ArgumentTypeError: It is none, or has too many digits.
    """
    if not _WHOLE_NUMBER.fullmatch(text.strip()):
        raise argparse.ArgumentTypeError(
            f"must be a whole number of at most {_MAX_DIGITS} digits, not {shorten(text)!r}"
        )
    return int(text)


def _model(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must be static, minilm or a folder, not empty")
    return text


def _file(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must be a file, or - for standard output, not empty")
    return text


def _time(text: str) -> int:
    try:
        return parse_clock(text)
    except OptionError as error:
        raise argparse.ArgumentTypeError(
            f"must be MM:SS or H:MM:SS, such as 55:00 or 1:02:03, not {shorten(text)!r}"
        ) from error


def merge_options(flags: argparse.Namespace, request: Request | None) -> Options:
    """Merge flags, request and defaults: a flag overrides the request, the request a default.

    The request's speakers are left out: only the talk can tell whom they match.

    Args:
        flags: From `parse_flags`.
        request: From `--ask`; None without it.

    Raises:
        OptionError: A value is out of range.
        NuggetsError: The file of `--focus-file` cannot be read.
    """
    given = {
        option.name: value
        for option in declared_options()
        if (value := getattr(flags, option.name)) is not None
    }
    if flags.focus_file is not None:
        given["focus"] = [*given.get("focus", ()), *_read_focus_file(flags.focus_file)]
    try:
        options = Options(**given)
    except OptionError as error:
        raise OptionError(_with_flags(str(error))) from error
    if request is None:
        return options
    try:
        return Options(**{**request.settings, **given})
    except OptionError as error:
        raise OptionError(f"--ask: {error}") from error


def _with_flags(message: str) -> str:
    """Name options by their flags, as the user typed them.

    >>> _with_flags("start must be before end")
    '--start must be before --end'
    """
    titles = "|".join(option.title for option in declared_options() if option.kind != "texts")
    return re.sub(rf"(?<![\w-])(?:{titles})(?![\w-])", r"--\g<0>", message)


def _read_focus_file(path: str) -> Iterator[str]:
    """Read a focus from each line; empty lines are skipped."""
    from nuggets.files import describe_os_error

    try:
        data = Path(path).read_bytes()
        is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        lines = data.decode("utf-16" if is_utf16 else "utf-8-sig").splitlines()
    except OSError as error:
        raise NuggetsError(f"--focus-file {path}: {describe_os_error(error)}") from error
    except UnicodeDecodeError as error:
        raise NuggetsError(f"--focus-file {path} is not UTF-8 text; save it as UTF-8") from error
    if not any(line.strip() for line in lines):
        raise OptionError(f"--focus-file {path} is empty; write one focus on each line")
    for number, line in enumerate(lines, 1):
        if focus := line.strip():
            try:
                Options(focus=(focus,))
            except OptionError as error:
                raise OptionError(f"--focus-file {path}: line {number}: {error}") from error
            yield focus


def describe(options: Options) -> str:
    """Describe options in words.

    >>> describe(Options(focus=("AGI",), count=1, order="rank"))
    'focus "AGI", at most 1 nugget, at most 3 sentences each, best first'
    """
    values = [(option, getattr(options, option.name)) for option in declared_options()]
    return ", ".join(
        option.describe(value)
        for option, value in values
        if option.is_always_described or value != option.default
    )
