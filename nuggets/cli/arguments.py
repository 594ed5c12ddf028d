"""The flags of the command line: what may be typed, and which options it settles to."""

from __future__ import annotations

import argparse
import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from nuggets.errors import NuggetsError, OptionError
from nuggets.messages import shorten, some
from nuggets.rank.named_speakers import find_called
from nuggets.values import Options
from nuggets.version import __version__

if TYPE_CHECKING:
    from nuggets.cli.ask import Request

FORMATS = ("text", "markdown", "json", "csv")

_DESCRIPTION = """\
Print the passages of a conversation that matter most, in the speakers' own words.

  nuggets talk.txt --focus AGI -n 10 --max-sentences 3
  nuggets talk.txt --ask "Give me 5 nuggets about safety, max 2 sentences each"
  cat talk.txt | nuggets - --format json
  nuggets inspect talk.vtt             how it is read: format, speakers, times, what is left out
  nuggets models                       which models are here, and whether they are whole
  nuggets evaluate DATASET             measure this and the classic baselines on QMSum or AMI
"""
_EXITS = """\
exit: 0 done; 1 nothing found for any focus; 2 wrong usage; 3 input that cannot be read;
      4 model missing or not whole; 130 interrupted
"""
_DEFAULTS = Options()
_DIGITS = 9  # of a number; no talk has more sentences
_WHOLE = re.compile(rf"[+-]?[0-9]{{1,{_DIGITS}}}")
_FLAG = re.compile(r"\b(?:count|max-sentences|max-words|context|order|start|end)\b")


class Parser(argparse.ArgumentParser):
    """argparse, but it takes whole flags only, and an error is one line."""

    def __init__(self, **settings: Any) -> None:
        formatter = argparse.RawDescriptionHelpFormatter
        super().__init__(**settings, allow_abbrev=False, formatter_class=formatter)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with a flag."""
        raise OptionError(
            f"{message.removeprefix('argument ')}; `{self.prog} --help` lists all options"
        )


class _NoFileError(OptionError):
    """Neither a file nor `-` was named."""


class FormatsAskedError(Exception):
    """The list of formats is asked for, whatever else is."""


class _ListFormats(argparse.Action):
    """Like --version: what stands behind it is not looked at, and no file is needed."""

    def __call__(self, *_: object) -> NoReturn:
        raise FormatsAskedError


class _SummarizeParser(Parser):
    """Tells a missing file from other faults."""

    def error(self, message: str) -> NoReturn:
        if message.startswith("the following arguments are required"):
            raise _NoFileError(
                "name a transcript to read, such as `nuggets talk.txt`, or - for standard input; "
                "`nuggets --help` lists all options"
            )
        super().error(message)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Read what was typed for the main job.

    Returns:
        The flags.

    Raises:
        OptionError: A flag or its value is wrong, or no file is named.
        FormatsAskedError: The list of formats is asked for instead.
    """
    parser = _parser()
    try:
        return parser.parse_args(words)
    except _NoFileError:
        parser.parse_args([*words, "-"])  # if a flag is wrong, too, that comes first
        raise


def _parser() -> Parser:
    parser = _SummarizeParser(
        prog="nuggets",
        usage="nuggets FILE|- [options]",
        description=_DESCRIPTION,
        epilog=_EXITS,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="a transcript; - for standard input")
    add("--focus", action="append", default=[], metavar="TEXT", help="what they should be about")
    add("--focus-file", metavar="F", help="one focus a line")
    add("--ask", metavar="TEXT", help="a request in words, read by rules into these options")
    add("-n", "--count", type=whole, metavar="N", help=f"at most N nuggets ({_DEFAULTS.count})")
    add(
        "--max-sentences",
        type=whole,
        metavar="K",
        help=f"at most K sentences in each ({_DEFAULTS.max_sentences})",
    )
    add("--max-words", type=whole, metavar="W", help="at most W words in all, for each focus")
    add("--speaker", action="append", default=[], metavar="NAME", help="only what these say")
    add("--start", type=_clock, metavar="10:00", help="only from this time on")
    add("--end", type=_clock, metavar="55:00", help="only up to this time")
    add("--context", type=whole, metavar="K", help="show K sentences before and after each")
    add("--order", choices=("time", "rank"), help=f"of the list ({_DEFAULTS.order})")
    add(
        "--model",
        type=_named,
        default="static",
        metavar="M",
        help="static (default), minilm, or a folder",
    )
    add("--format", choices=FORMATS, help="of the output (text)")
    add("-o", "--output", type=_file, metavar="FILE", help="write there instead of printing")
    add_reading(parser)
    add("--explain", action="store_true", help="say why each was picked")
    add("--version", action="version", version=f"nuggets {__version__}")
    return parser


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say how a transcript is to be read."""
    add = parser.add_argument
    listing = "list the formats that are read"
    add("--list-formats", action=_ListFormats, nargs=0, default=False, help=listing)
    add("--input-format", type=_input_format, metavar="NAME", help="instead of recognising it")
    add("--encoding", metavar="NAME", help="of the input, instead of recognising it")
    add("--keep-noise", action="store_true", help="read what looks like a web page's as speech")


def _input_format(text: str) -> str:
    from nuggets.formats.format_detection import FORMATS

    names = [known.name for known in FORMATS]
    if text not in names:
        raise argparse.ArgumentTypeError(
            f"no format is called {shorten(text)!r}; there are: {', '.join(names)}"
        )
    return text


def whole(text: str) -> int:
    """Read a whole number, as argparse wants it done."""
    if not _WHOLE.fullmatch(text.strip()):
        raise argparse.ArgumentTypeError(
            f"must be a whole number of at most {_DIGITS} digits, not {shorten(text)!r}"
        )
    return int(text)


def _named(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must be static, minilm or a folder, not empty")
    return text


def _file(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must be a file, or - for standard output, not empty")
    return text


def _clock(text: str) -> int:
    from nuggets.timecode import parse_clock

    try:
        return parse_clock(text)
    except OptionError as error:
        raise argparse.ArgumentTypeError(f"{error}; not {shorten(text)!r}") from error


def settle(asked: argparse.Namespace, request: Request | None) -> Options:
    """Put flags, request and defaults together: a flag wins over the request.

    The request's speakers are left out: only the talk can tell who they are.

    Args:
        asked: From `parse`.
        request: What the words of `--ask` were understood to mean; None without them.

    Raises:
        OptionError: A value is out of range.
        NuggetsError: The file of foci cannot be read.
    """
    flags = _given(
        focus=(*asked.focus, *_read_foci(asked.focus_file)),
        count=asked.count,
        max_sentences=asked.max_sentences,
        max_words=asked.max_words,
        speakers=tuple(asked.speaker),
        start_ms=asked.start,
        end_ms=asked.end,
        context=asked.context,
        order=asked.order,
    )
    try:
        options = Options(**flags)
    except OptionError as error:  # it names the option; the user typed a flag
        raise OptionError(_FLAG.sub(r"--\g<0>", str(error))) from error
    if request is None:
        return options
    wishes = _given(
        focus=request.focus,
        count=request.count,
        max_sentences=request.max_sentences,
        max_words=request.max_words,
        start_ms=request.start_ms,
        end_ms=request.end_ms,
        context=request.context,
        order=request.order,
    )
    try:
        return Options(**{**wishes, **flags})
    except OptionError as error:
        raise OptionError(f"--ask: {error}") from error


def _given(**settings: Any) -> dict[str, Any]:
    """Keep what is said; the rest has its default in `Options`."""
    return {name: value for name, value in settings.items() if value not in (None, ())}


def _read_foci(path: str | None) -> Iterator[str]:
    """Read one focus a line; empty lines are passed over."""
    if path is None:
        return
    from nuggets.files import reason

    try:
        data = Path(path).read_bytes()
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        lines = data.decode("utf-16" if wide else "utf-8-sig").splitlines()
    except OSError as error:
        raise NuggetsError(f"--focus-file {path}: {reason(error)}") from error
    except UnicodeDecodeError as error:
        raise NuggetsError(f"--focus-file {path} is not UTF-8 text; save it as such") from error
    if not any(line.strip() for line in lines):
        raise OptionError(f"--focus-file {path} has no focus; write one a line")
    for number, line in enumerate(lines, 1):
        if focus := line.strip():
            try:
                Options(focus=(focus,))
            except OptionError as error:
                raise OptionError(f"--focus-file {path}: line {number}: {error}") from error
            yield focus


def match_speakers(
    wanted: Sequence[str], known: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Match names of a request with the talk's: a part of one name is enough, if of no other.

    Returns:
        Names of the talk, and those that fit none or several.

    >>> match_speakers(["vargo", "Sam"], ["IDA VARGO", "TESSA QUILL"])
    (('IDA VARGO',), ('Sam',))
    >>> match_speakers(["Anna"], ["Anna Lee", "Anna"])
    (('Anna',), ())
    """
    found: list[str] = []
    strangers: list[str] = []
    for name in wanted:
        whole = find_called(name, known)
        parts = [one for one in known if name.casefold() in one.casefold()]
        if whole or len(parts) == 1:
            found += whole or parts
        else:
            strangers.append(name)
    return tuple(found), tuple(strangers)


def describe(options: Options) -> str:
    """Say in words what will be done.

    >>> describe(Options(focus=("AGI",), count=1, order="rank"))
    'focus "AGI", at most 1 nugget, at most 3 sentences each, best first'
    """
    from nuggets.timecode import to_clock

    parts = [
        "focus " + (" and ".join(f'"{shorten(one)}"' for one in options.focus) or "the whole talk"),
        f"at most {some(options.count, 'nugget')}",
        f"at most {some(options.max_sentences, 'sentence')} each",
    ]
    if options.max_words is not None:
        parts.append(f"at most {some(options.max_words, 'word')} in all")
    if options.speakers:
        parts.append(f"only {', '.join(options.speakers)}")
    if options.start_ms is not None:
        parts.append(f"from {to_clock(options.start_ms)} on")
    if options.end_ms is not None:
        parts.append(f"up to {to_clock(options.end_ms)}")
    if options.context:
        parts.append(f"{some(options.context, 'sentence')} of context")
    if options.order == "rank":
        parts.append("best first")
    return ", ".join(parts)
