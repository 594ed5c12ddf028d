"""The command line: the only file that prints.

Little is imported before `main` runs, and the rest step by step as it is needed: help and a
wrong flag answer at once, and Ctrl-C finds somebody to catch it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from nuggets.errors import (
    EXIT_DONE,
    EXIT_INPUT,
    EXIT_INTERRUPTED,
    EXIT_NOTHING_FOUND,
    NuggetsError,
    OptionError,
    TranscriptError,
)

if TYPE_CHECKING:
    import argparse

    from nuggets.ask import Request
    from nuggets.values import Options, Result, Summary, Transcript

_WIPE = "\r" + " " * 40 + "\r"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; None: those of the process, which then is ours:
            Ctrl-C ends it at once.

    Returns:
        The exit code of design.md, as listed in `errors`.
    """
    code = EXIT_INTERRUPTED
    if arguments is None:
        # A fifth of a short run would be spent looking for cycles, and there are none worth it.
        gc.disable()
    try:
        words = list(sys.argv[1:] if arguments is None else arguments)
        code = _run(words, owns=arguments is None)
        if arguments is None:
            _ignore_interrupts()  # nothing is left to be stopped
    except KeyboardInterrupt:
        _drop_output()
        _note("interrupted")
    return code


def _run(words: Sequence[str], *, owns: bool) -> int:
    """Do what was asked for; what goes wrong on purpose becomes one line and an exit code."""
    try:
        if words[:1] == ["models"]:
            with _stopping_at_once(owns):
                return _models(words[1:])
        return _summarize(words[1:] if words[:1] == ["summarize"] else words, owns=owns)
    except NuggetsError as error:
        place = "".join(f"{note}: " for note in getattr(error, "__notes__", ()))
        _note(f"{place}{error}")
        return error.exit_code
    except BrokenPipeError:  # the reader has seen enough
        _drop_output()
        return EXIT_DONE
    except OSError as error:
        from nuggets.files import reason

        _note(f"{error.filename or 'the system'}: {reason(error)}")
        return EXIT_INPUT
    except MemoryError:
        _note("not enough memory for an input of this size; split it")
        return EXIT_INPUT


def _summarize(words: Sequence[str], *, owns: bool) -> int:
    """The main job."""
    from nuggets.arguments import match_speakers, parse, settle

    try:
        asked = parse(words)
    except SystemExit:  # argparse has answered: help, version
        _flush()
        return EXIT_DONE
    request = _read_request(asked.ask)
    options = settle(asked, request)
    if asked.output is not None:
        from nuggets.files import check_writable

        check_writable(asked.output, source=asked.file)
    with _stopping_at_once(owns), _progress("reading"):
        from nuggets.files import read

        transcript = read(asked.file, format=asked.input_format, encoding=asked.encoding)
    if request is not None:
        from dataclasses import replace

        wanted = () if options.speakers else request.speakers
        speakers, strangers = match_speakers(wanted, transcript.speakers)
        options = replace(options, speakers=options.speakers or speakers)
        _note_request(request, options, strangers)
    for line in _notes(transcript):
        _note(line)
    with _stopping_at_once(owns), _progress("choosing passages"):
        asked.format = asked.format or (request and request.format) or "text"
        summary, text = _choose(transcript, options, asked)
    _write(text, asked.output)
    for result in summary.results:
        if not result.nuggets:
            _note(_nothing(result))
    return EXIT_DONE if summary.found else EXIT_NOTHING_FOUND


def _choose(
    transcript: Transcript, options: Options, asked: argparse.Namespace
) -> tuple[Summary, str]:
    """Make the summary, and write it out in the format that was asked for."""
    from dataclasses import asdict

    from nuggets.pipeline import Index
    from nuggets.render import RENDERERS
    from nuggets.sentences import import_spacy_lightly

    import_spacy_lightly()
    settings = asdict(options)
    focus = settings.pop("focus") or None
    try:
        summary = Index(transcript, model=asked.model).summarize(focus, **settings)
    except TranscriptError as error:
        error.add_note(asked.file)
        raise
    return summary, RENDERERS[asked.format](summary, explain=asked.explain)


def _read_request(text: str | None) -> Request | None:
    if text is None:
        return None
    if not text.strip():
        raise OptionError('--ask needs a request in words, such as "5 nuggets about safety"')
    from nuggets.ask import read_request

    return read_request(text)


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


def _note_request(request: Request, options: Options, strangers: Sequence[str]) -> None:
    """Say how a request in words was understood, and what of it was not used."""
    from nuggets.arguments import describe

    _note(f"understood: {describe(options)}")
    unused = [*request.unused, *strangers]
    if unused:
        _note(f"not used: {'; '.join(unused)}")


def _nothing(result: Result) -> str:
    from nuggets.arguments import shorten

    if result.focus is None:
        return "nothing in this talk can be read on its own within these limits"
    focus = f'"{shorten(result.focus)}"'
    if result.status == "not-discussed":
        return f"the talk does not touch {focus}"
    return f"nothing about {focus} can be read on its own within these limits"


def _models(words: Sequence[str]) -> int:
    """List the models that are here, their hashes, and whether they are whole."""
    from nuggets.arguments import Parser

    parser = Parser(
        prog="nuggets models",
        description="List the models on this machine, their hashes, and whether they are whole.",
    )
    parser.add_argument("model", nargs="*", metavar="FOLDER", help="check this folder, too")
    try:
        asked = parser.parse_args(words)
    except SystemExit:
        _flush()
        return EXIT_DONE
    from nuggets.embed import BUILT_IN, check_folder
    from nuggets.errors import ModelError, ModelNotFoundError
    from nuggets.render.clean import printable

    worst = EXIT_DONE
    for name in (*BUILT_IN, *asked.model):
        try:
            folder = check_folder(name)
        except ModelError as error:
            optional = name == "minilm" and isinstance(error, ModelNotFoundError)
            worst = worst if optional else error.exit_code
            line = f"{name:<8} {'not installed' if optional else 'NOT USABLE'}: {error}"
        else:
            size = f"{folder.size / 1e6:.1f} MB"
            line = f"{folder.name:<8} whole  {size:>8}  sha256:{folder.sha256}"
        _write(f"{printable(line)}\n", None)
    return worst


def _write(text: str, output: str | None) -> None:
    """Give the result out, all at once, the same bytes whatever the locale."""
    if output not in (None, "-"):
        from nuggets.files import write_whole

        write_whole(output, text)
        return
    if sys.stdout is None:
        raise OptionError("standard output is closed; name a file with -o")
    sys.stdout.flush()
    with _output_errors():
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


def _flush() -> None:
    """Give out what argparse has printed, while somebody can catch what goes wrong."""
    if sys.stdout is not None:
        with _output_errors():
            sys.stdout.flush()


@contextmanager
def _output_errors() -> Iterator[None]:
    """Say what is wrong with standard output, such as a full disk."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from nuggets.files import reason

        _drop_output()
        raise OptionError(f"standard output cannot be written: {reason(error)}") from error


def _drop_output() -> None:
    """Send what is left in the buffer nowhere, so that Python's exit does not trip over it."""
    with suppress(OSError, ValueError, AttributeError):  # as when it is closed, or a test's own
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _note(line: str) -> None:
    """Print one line to stderr, harmless to a terminal."""
    line = " ".join(line.split())
    if not line.isprintable():
        from nuggets.render.clean import printable

        line = printable(line)
    if sys.stderr is not None:
        with suppress(OSError):  # nobody listens
            print(f"nuggets: {line}", file=sys.stderr, flush=True)


@contextmanager
def _progress(step: str) -> Iterator[None]:
    """Show what is being done: only on a terminal, and only past half a second."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    import threading

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
            print(_WIPE, end="", file=sys.stderr, flush=True)


@contextmanager
def _stopping_at_once(owns: bool) -> Iterator[None]:
    """End the process on Ctrl-C within this block, whatever it is at.

    A KeyboardInterrupt would be raised wherever Python happens to be; within the import of a
    compiled module it becomes another error, and within a callback it is lost.

    Args:
        owns: Whether the process is ours to end.
    """
    import signal

    default = signal.default_int_handler
    if not owns or signal.getsignal(signal.SIGINT) is not default:  # it may be told to ignore it
        yield
        return

    def stop(*_: object) -> None:
        wipe = _WIPE if sys.stderr is not None and sys.stderr.isatty() else ""
        with suppress(OSError):  # not by print, which may be what is interrupted
            os.write(2, f"{wipe}nuggets: interrupted\n".encode())
        os._exit(EXIT_INTERRUPTED)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, default)


def _ignore_interrupts() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
