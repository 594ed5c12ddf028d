"""The command line: the only file that prints."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from nuggets import __version__
from nuggets.ask import Request, read_request
from nuggets.errors import (
    EXIT_DONE,
    EXIT_INTERRUPTED,
    EXIT_NOTHING_FOUND,
    NuggetsError,
    OptionError,
)
from nuggets.timecode import parse_clock
from nuggets.values import Options

if TYPE_CHECKING:
    from nuggets.values import Transcript

FORMATS = ("text", "markdown", "json", "csv")
INPUT_FORMATS = ("qmsum", "plain", "prose")

_DESCRIPTION = """\
Print the passages of a conversation that matter most, in the speakers' own words.

  nuggets talk.txt --focus AGI -n 10 --max-sentences 3
  nuggets talk.txt --ask "Give me 5 nuggets about safety, max 2 sentences each"
  cat talk.txt | nuggets - --format json
  nuggets models                       which models are here, and whether they are whole
"""
_EXITS = """\
exit: 0 done; 1 nothing found for any focus; 2 wrong usage; 3 input that cannot be read;
      4 model missing or not whole; 130 interrupted
"""
_DEFAULTS = Options()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; None: those of the process.

    Returns:
        The exit code of design.md, as listed in `errors`.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words[:1] == ["models"]:
            return _models(words[1:])
        return _summarize(words[1:] if words[:1] == ["summarize"] else words)
    except NuggetsError as error:
        place = "".join(f"{note}: " for note in getattr(error, "__notes__", ()))
        _note(f"{place}{error}")
        return error.exit_code
    except KeyboardInterrupt:
        _note("interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. What is left in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_DONE


class _Parser(argparse.ArgumentParser):
    """argparse, but an error is one line and never quotes more than the flag and its value."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message}; `{self.prog} --help` lists all options")


def _summarize(words: Sequence[str]) -> int:
    """The main job."""
    asked = _summarize_parser().parse_args(words)
    request = read_request(asked.ask) if asked.ask else Request()
    format = asked.format or request.format or "text"
    settings = _settle(asked, request)
    if asked.output is not None:
        from nuggets.files import check_writable

        check_writable(asked.output)
    with _progress("reading"):
        from nuggets.files import read

        transcript = read(asked.file, format=asked.input_format, encoding=asked.encoding)
    speakers, strangers = _match_speakers(request.speakers, transcript)
    if request.speakers and not asked.speaker:
        settings["speakers"] = speakers
    for line in _notes(transcript):
        _note(line)
    if asked.ask:
        _note_request(request, settings, strangers)
    with _progress("choosing passages"):
        from nuggets.pipeline import Index
        from nuggets.render import RENDERERS
        from nuggets.sentences import import_spacy_lightly

        import_spacy_lightly()
        focus = settings.pop("focus")
        summary = Index(transcript, model=asked.model).summarize(focus, **settings)
        text = RENDERERS[format](summary, explain=asked.explain)
    _write(text, asked.output)
    if not summary.found:
        for result in summary.results:
            _note(_nothing(result.focus))
        return EXIT_NOTHING_FOUND
    return EXIT_DONE


def _summarize_parser() -> _Parser:
    parser = _Parser(
        prog="nuggets",
        usage="nuggets FILE|- [options]",
        description=_DESCRIPTION,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="a transcript; - for standard input")
    add("--focus", action="append", default=[], metavar="TEXT", help="what they should be about")
    add("--focus-file", type=Path, metavar="F", help="one focus a line")
    add("--ask", metavar="TEXT", help="a request in words, read by rules into these options")
    add("-n", "--count", type=int, metavar="N", help=f"at most N nuggets ({_DEFAULTS.count})")
    add(
        "--max-sentences",
        type=int,
        metavar="K",
        help=f"at most K sentences in each ({_DEFAULTS.max_sentences})",
    )
    add("--max-words", type=int, metavar="W", help="at most W words in all, for each focus")
    add("--speaker", action="append", default=[], metavar="NAME", help="only what these say")
    add("--start", type=_clock, metavar="10:00", help="only from this time on")
    add("--end", type=_clock, metavar="55:00", help="only up to this time")
    add("--context", type=int, metavar="K", help="show K sentences before and after each")
    add("--order", choices=("time", "rank"), help=f"of the list ({_DEFAULTS.order})")
    add("--model", default="static", metavar="M", help="static (default), minilm, or a folder")
    add("--format", choices=FORMATS, help="of the output (text)")
    add("-o", "--output", type=Path, metavar="FILE", help="write there instead of printing")
    add("--input-format", choices=INPUT_FORMATS, help="instead of recognising it")
    add("--encoding", metavar="NAME", help="of the input, instead of recognising it")
    add("--explain", action="store_true", help="say why each was picked")
    add("--version", action="version", version=f"nuggets {__version__}")
    return parser


def _clock(text: str) -> int:
    try:
        return parse_clock(text)
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _settle(asked: argparse.Namespace, request: Request) -> dict[str, Any]:
    """Put flags, request and defaults together: a flag wins over the request.

    Everything is checked here, before a file is opened.
    """
    foci = [*asked.focus, *_read_foci(asked.focus_file)] or list(request.focus)
    settings = {
        "focus": tuple(foci),
        "count": asked.count if asked.count is not None else request.count,
        "max_sentences": asked.max_sentences
        if asked.max_sentences is not None
        else request.max_sentences,
        "max_words": asked.max_words if asked.max_words is not None else request.max_words,
        "speakers": tuple(asked.speaker),
        "start_ms": asked.start,
        "end_ms": asked.end,
        "context": asked.context,
        "order": asked.order or request.order,
    }
    given = {name: value for name, value in settings.items() if value not in (None, ())}
    Options(**given)
    return {"focus": None, **given}


def _read_foci(path: Path | None) -> list[str]:
    """Read one focus a line; empty lines are passed over."""
    if path is None:
        return []
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise OptionError(f"--focus-file {path} cannot be read as UTF-8 text") from error
    foci = [line.strip() for line in lines if line.strip()]
    if not foci:
        raise OptionError(f"--focus-file {path} has no focus; write one a line")
    return foci


def _match_speakers(
    wanted: Sequence[str], transcript: Transcript
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Match names of a request with the talk's: a part of exactly one name is enough.

    Returns:
        Names of the talk, and those that fit none or several.
    """
    found, strangers = [], []
    for name in wanted:
        fit = [known for known in transcript.speakers if name.casefold() in known.casefold()]
        (found if len(fit) == 1 else strangers).append(fit[0] if len(fit) == 1 else name)
    return tuple(found), tuple(strangers)


def _notes(transcript: Transcript) -> Iterator[str]:
    """Say what a reader should know of how the transcript was read."""
    yield from transcript.warnings
    counts: dict[str, int] = {}
    for left in transcript.left_out:
        counts[left.reason] = counts.get(left.reason, 0) + 1
    if counts:
        reasons = ", ".join(f"{count} {reason}" for reason, count in counts.items())
        lines = "1 line" if sum(counts.values()) == 1 else f"{sum(counts.values())} lines"
        yield f"left out {lines} that are not speech ({reasons})"


def _note_request(request: Request, settings: dict[str, Any], strangers: Sequence[str]) -> None:
    """Say how a request in words was understood, and what of it was not used."""
    options = Options(**{**settings, "focus": settings["focus"] or ()})
    focus = " and ".join(f'"{focus}"' for focus in options.focus) or "the whole talk"
    parts = [
        f"focus {focus}",
        f"at most {options.count} nuggets",
        f"at most {options.max_sentences} sentences each",
    ]
    if options.max_words is not None:
        parts.append(f"at most {options.max_words} words in all")
    if options.speakers:
        parts.append(f"only {', '.join(options.speakers)}")
    if options.order == "rank":
        parts.append("best first")
    _note(f"understood: {', '.join(parts)}")
    unused = [*request.unused, *strangers]
    if unused:
        _note(f"not used: {'; '.join(unused)}")


def _nothing(focus: str | None) -> str:
    if focus is None:
        return "nothing in this talk can be read on its own within these limits"
    return f'the talk does not touch "{focus}", or says nothing about it within these limits'


def _write(text: str, output: Path | None) -> None:
    if output is not None:
        from nuggets.files import write_whole

        write_whole(output, text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))  # the same bytes whatever the locale
    sys.stdout.buffer.flush()


def _note(line: str) -> None:
    """Print one line to stderr, harmless to a terminal."""
    from nuggets.render.clean import printable

    print(f"nuggets: {printable(' '.join(line.split()))}", file=sys.stderr)


@contextmanager
def _progress(step: str) -> Iterator[None]:
    """Show what is being done: only on a terminal, and only past half a second."""
    if not sys.stderr.isatty():
        yield
        return

    def show() -> None:
        print(f"nuggets: {step} ...", end="\r", file=sys.stderr, flush=True)
        shown.set()

    shown = threading.Event()
    timer = threading.Timer(0.5, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            print(" " * 40, end="\r", file=sys.stderr, flush=True)


def _models(words: Sequence[str]) -> int:
    """List the models that are here, their hashes, and whether they are whole."""
    parser = _Parser(
        prog="nuggets models",
        description="List the models on this machine, their hashes, and whether they are whole.",
        allow_abbrev=False,
    )
    parser.add_argument("model", nargs="*", metavar="FOLDER", help="check this folder, too")
    asked = parser.parse_args(words)
    from nuggets.embed import BUILT_IN, check_folder
    from nuggets.errors import ModelError, ModelNotFoundError

    worst = EXIT_DONE
    for name in (*BUILT_IN, *asked.model):
        try:
            folder = check_folder(name)
        except ModelError as error:
            optional = name == "minilm" and isinstance(error, ModelNotFoundError)
            worst = worst if optional else error.exit_code
            _write(f"{name:<8} {'not installed' if optional else 'NOT USABLE'}: {error}\n", None)
        else:
            size = f"{folder.size / 1e6:.1f} MB"
            _write(f"{folder.name:<8} whole  {size:>8}  sha256:{folder.sha256}\n", None)
    return worst


if __name__ == "__main__":
    sys.exit(main())
