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

from nuggets.cli.interrupts import WIPE, ignore_interrupts, stopping_at_once
from nuggets.errors import (
    EXIT_DONE,
    EXIT_INPUT,
    EXIT_INTERRUPTED,
    EXIT_NOTHING_FOUND,
    NuggetsError,
    OptionError,
    TranscriptError,
)
from nuggets.messages import boundary_notes, list_speakers, shorten, some

if TYPE_CHECKING:
    import argparse

    from nuggets.cli.ask import Request
    from nuggets.values import Options, Result, Summary, Transcript


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
            ignore_interrupts()  # nothing is left to be stopped
    except KeyboardInterrupt:
        _drop_output()
        _note("interrupted")
    return code


def _run(words: Sequence[str], *, owns: bool) -> int:
    """Do what was asked for; what goes wrong on purpose becomes one line and an exit code."""
    try:
        if words[:1] == ["models"]:
            with stopping_at_once(owns):
                return _models(words[1:])
        if words[:1] == ["evaluate"]:
            return _evaluate(words[1:])
        if words[:1] == ["inspect"]:
            return _inspect(words[1:], owns=owns)
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
    from nuggets.cli.arguments import FormatsAskedError, match_speakers, parse, settle

    try:
        asked = parse(words)
    except FormatsAskedError:
        return _list_formats()
    except SystemExit:  # argparse has answered: help, version
        _flush()
        return EXIT_DONE
    request = _read_request(asked.ask)
    options = settle(asked, request)
    if asked.output is not None:
        from nuggets.files import check_writable

        check_writable(asked.output, source=asked.file)
    with stopping_at_once(owns), _progress("reading"):
        from nuggets.files import read

        transcript = read(
            asked.file,
            format=asked.input_format,
            encoding=asked.encoding,
            keep_noise=asked.keep_noise,
        )
    if request is not None:
        from dataclasses import replace

        wanted = () if options.speakers else request.speakers
        speakers, strangers = match_speakers(wanted, transcript.speakers)
        if strangers:
            known = list_speakers(transcript.speakers)
            name = shorten(strangers[0])
            raise OptionError(f'--ask: no speaker is meant by "{name}" alone; there are: {known}')
        options = replace(options, speakers=options.speakers or speakers)
    with stopping_at_once(owns), _progress("choosing passages"):
        asked.format = asked.format or (request and request.format) or "text"
        summary, text = _choose(transcript, options, asked)
    if request is not None:  # notes only now: an error is one line
        _note_request(request, options)
    for line in (*_notes(transcript), *boundary_notes(summary.source.boundary)):
        _note(line)
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
    from nuggets.sentences.splitter import import_spacy_lightly

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
    from nuggets.cli.ask import read_request

    return read_request(text)


def _notes(transcript: Transcript) -> Iterator[str]:
    """Say what a reader should know of how the transcript was read."""
    from nuggets.formats.format import FORMAT_SYNTAX

    yield from transcript.warnings
    counts: dict[str, int] = {}
    for left in transcript.left_out:
        if left.reason in FORMAT_SYNTAX:
            continue
        counts[left.reason] = counts.get(left.reason, 0) + 1
    if counts:
        reasons = ", ".join(f"{count} {reason}" for reason, count in counts.items())
        total = sum(counts.values())
        verb = "is" if total == 1 else "are"
        yield f"left out {some(total, 'line')} that {verb} not speech ({reasons})"


def _note_request(request: Request, options: Options) -> None:
    """Say how a request in words was understood, and what of it was not used."""
    from nuggets.cli.arguments import describe

    _note(f"understood: {describe(options)}")
    if request.unused:
        _note(f"not used: {'; '.join(request.unused)}")


def _nothing(result: Result) -> str:
    if result.focus is None:
        return "nothing in this talk can be read on its own within these limits"
    focus = f'"{shorten(result.focus)}"'
    if result.status == "not-discussed":
        return f"the talk does not touch {focus}"
    return f"nothing about {focus} can be read on its own within these limits"


def _models(words: Sequence[str]) -> int:
    """List the models that are here, their hashes, and whether they are whole."""
    from nuggets.cli.models import list_models

    try:
        text, code = list_models(words)
    except SystemExit:
        _flush()
        return EXIT_DONE
    _write(text, None)
    return code


def _evaluate(words: Sequence[str]) -> int:
    """Measure systems on a data set."""
    from nuggets.cli.evaluate import evaluate

    try:
        done = evaluate(words, out=sys.stdout, err=sys.stderr)
    except SystemExit:
        _flush()
        return EXIT_DONE
    for line in done.notes:
        _note(line)
    _write(done.text, done.output)
    return EXIT_DONE


def _inspect(words: Sequence[str], *, owns: bool) -> int:
    """Say how a transcript is read."""
    from nuggets.cli.arguments import FormatsAskedError
    from nuggets.cli.inspect import inspect

    try:
        with stopping_at_once(owns), _progress("reading"):
            text = inspect(words)
    except FormatsAskedError:
        return _list_formats()
    except SystemExit:
        _flush()
        return EXIT_DONE
    _write(text, None)
    return EXIT_DONE


def _list_formats() -> int:
    """List the formats that are read."""
    from nuggets.formats.format_detection import FORMATS
    from nuggets.inspection.rendering import formats_to_text

    rows = [(one.name, one.origin, one.speakers, one.times, one.special) for one in FORMATS]
    _write(formats_to_text(rows), None)
    return EXIT_DONE


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
            print(WIPE, end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
